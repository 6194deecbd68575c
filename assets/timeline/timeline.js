/* The timeline screen: what Dash calls, and what listens. */
import * as address from "../site/address.js";
import * as asking from "./asking.js";
import * as links from "./links.js";
import * as takeaway from "./takeaway.js";

/** What Dash calls by name, by namespace. */
export const callbacks = { address: address.callbacks, asking: asking.callbacks };

/** Listen; who asks for the picture hears first of a new address. */
export function start() {
  address.start();
  asking.start();
  links.start();
  takeaway.start();
}
