/**
 * The one road into the drawings of a page, and out of them: whoever has something to draw says for which, whether it
 * stands already or not, and whoever wants to know what is done in it. What is fed reaches a drawing at once, without a
 * rendering of the page around it.
 */

/** What takes properties, by the id of the drawing. @type {Map<string, (change: Partial<Props>) => void>} */
const mouths = new Map();

/** What waits for a drawing that is not there yet. @type {Map<string, (() => void)[]>} */
const waiting = new Map();

/** Who hears what a drawing tells, by its id. @type {Map<string, ((change: Change) => void)[]>} */
const ears = new Map();

/**
 * A drawing stands and can be fed from now on.
 * @param {string} id
 * @param {(change: Partial<Props>) => void} take
 * @returns {() => void} to be called when it goes
 */
export function holdMouth(id, take) {
  mouths.set(id, take);
  const hungry = waiting.get(id) || [];
  waiting.delete(id);
  for (const give of hungry) give();
  return () => void (mouths.get(id) === take && mouths.delete(id));
}

/**
 * @param {string} id of a drawing
 * @param {Partial<Props>} change properties by name; what is not named stays
 * @returns {Promise<void>} settled when the drawing has them
 */
export function feed(id, change) {
  return new Promise((done) => {
    const give = () => {
      const take = mouths.get(id);
      if (!take) return void waiting.set(id, [...(waiting.get(id) || []), give]);
      take(change);
      done();
    };
    give();
  });
}

/**
 * @param {string} id of a drawing, whether it stands already or not
 * @param {(change: Change) => void} listener
 */
export function hear(id, listener) {
  ears.set(id, [...(ears.get(id) || []), listener]);
}

/** A drawing tells what was done in it. @param {string} id @param {Change} change */
export function tell(id, change) {
  for (const listener of ears.get(id) || []) listener(change);
}

/**
 * What the server has for a drawing, as Dash hands it on.
 * @param {Partial<Props>|null} drawn
 * @param {string} id of the drawing
 */
function fill(drawn, id) {
  if (drawn) feed(id, drawn);
}

/** What Dash calls by name. */
export const callbacks = { fill };
