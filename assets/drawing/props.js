/** The properties of a drawing, all of them there: see timeline/drawing/component.py. */

/** @type {Omit<Props, "id" | "className" | "style" | "events">} */
const DEFAULTS = {
  edition: "",
  shown: null,
  extra: null,
  rest: null,
  lanes: [],
  bounds: [0, 0],
  window: null,
  selected: "",
  emphasis: "hide",
  stances: [],
  documents: [],
  themes: [],
  wheel: "zoom",
  goto: null,
  label: "Timeline",
};
/** @type {Events} */
const EMPTY = {
  id: [],
  label: [],
  when: [],
  given: [],
  who: [],
  unnamed: [],
  contest: [],
  lane: [],
  theme: [],
  rank: [],
  seq: [],
  first: [],
  sureFrom: [],
  sureTo: [],
  last: [],
  flags: [],
  stance: [],
};
/** Props with defaults in the place of what is missing. @param {Partial<Props>} props @returns {Props} */
export function complete(props) {
  const given = Object.entries(props).filter(
    ([key, value]) => (key in DEFAULTS || key === "events") && value !== undefined && value !== null,
  );
  return { ...DEFAULTS, events: EMPTY, ...Object.fromEntries(given) };
}
