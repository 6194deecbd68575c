/** Shapes that several modules share, for the editor and tsc. Nothing here is served. */

interface Window {
  /** Dash's own, and what its callbacks name; main.js adds ours. */
  dash_clientside: Record<string, any>;
  /** The components that Dash looks for. */
  contested_timeline: Record<string, unknown>;
  /** What tests, the bench and readers' own scripts use, see main.js. */
  contestedTimeline: Record<string, unknown>;
  /** Brought by Dash. */
  React: typeof import("react");
}

/**
 * The drawn set as it comes from the server (timeline/drawing/columns.py): columns of equal length.
 *
 * `given` is the date as its source or the events table writes it, where it differs from `when`, else "". `who` are the
 * people whom that telling names, `unnamed` those whom only the record has; of the record's own entries "".
 * `contest` is the event's, whoever tells the entry: a character for each of the props' documents, see
 * timeline/drawing/contest.py. `theme` points into the props' themes, -1 for none. `seq` is the place in time of what
 * is told here; entries of one event at one date share it. Entries come by rank, then seq, then lane.
 */
interface Events {
  id: string[];
  label: string[];
  when: string[];
  given: string[];
  who: string[];
  unnamed: string[];
  contest: string[];
  lane: number[];
  theme: number[];
  rank: number[];
  seq: number[];
  first: number[];
  sureFrom: number[];
  sureTo: number[];
  last: number[];
  flags: number[];
  stance: number[];
  /** Whether days and places in time are written as differences. */
  packed?: boolean;
}

type TextColumn = "id" | "label" | "when" | "given" | "who" | "unnamed" | "contest";
type NumberColumn = "lane" | "theme" | "rank" | "seq" | "first" | "sureFrom" | "sureTo" | "last" | "flags" | "stance";

/** The same columns as entries.js keeps them; `n` is their length. Days are day numbers. */
interface Columns {
  n: number;
  id: string[];
  label: string[];
  when: string[];
  given: string[];
  who: string[];
  unnamed: string[];
  contest: string[];
  lane: Uint16Array;
  theme: Int16Array;
  rank: Float64Array;
  seq: Int32Array;
  first: Float64Array;
  sureFrom: Float64Array;
  sureTo: Float64Array;
  last: Float64Array;
  flags: Uint16Array;
  stance: Int16Array;
}

interface Lane {
  id: string;
  name: string;
  color: string;
  note: string;
  /** Whether the source of this id tells what stands here; the record's lane has the id "". */
  teller?: boolean;
}

interface Stance {
  id: string;
  name: string;
  symbol: string;
  heading?: string;
}

/** A document that tells; a mirror repeats another one. */
interface Teller {
  id: string;
  name: string;
  mirror: boolean;
}

/**
 * What the browser does not hold, as numbers for every `step` days from `start` on: `counts` of entries for each lane;
 * `all`, `told` and `disputed` of the events of which it holds no entry at all.
 */
interface Rest {
  start: number;
  step: number;
  counts: number[][];
  all: number[];
  told: number[];
  disputed: number[];
}

/** The properties of the drawing, see timeline/drawing/component.py. */
interface Props {
  id?: string;
  className?: string;
  style?: import("react").CSSProperties;
  events: Events;
  edition: string;
  shown: number[] | null;
  extra: Events | null;
  rest: Rest | null;
  lanes: Lane[];
  bounds: [number, number];
  window: [number, number] | null;
  selected: string;
  emphasis: "hide" | "ghost";
  stances: Stance[];
  documents: Teller[];
  themes: string[];
  wheel: "zoom" | "ctrl";
  goto: { window: [number, number]; n: number } | null;
  label: string;
}

/** What a drawing tells the outside. */
interface Change {
  window?: [number, number];
  selected?: string;
  ask?: [number, number];
}

/** A stretch of time, in days. */
interface View {
  start: number;
  span: number;
}

/** How far a view may go, in days. */
interface Limit {
  first: number;
  last: number;
  least: number;
  most: number;
}

/** The drawn set with what a filter leaves of it, see entries.js. */
interface Model {
  edition: string;
  source: number;
  base: Columns;
  extra: Events | null;
  cols: Columns;
  known: number;
  status: Uint8Array;
  lanes: Lane[];
  documents: Props["documents"];
  stances: Stance[];
  themes: string[];
  /** Places before the label of each entry, whether it is part of a silence, its weight: see contest.js. */
  places: Uint8Array;
  silent: Uint8Array;
  weight: Float32Array;
  /** Kept for arranging. */
  ways: import("./drawing/rows.js").Ways;
  limit: Limit;
  order: Int32Array;
  shown: number;
}

type Metrics = ReturnType<typeof import("./drawing/metrics.js").makeMetrics>;
type Buffers = ReturnType<typeof import("./drawing/extents.js").makeBuffers>;
type Parts = ReturnType<typeof import("./drawing/parts.js").buildParts>;
type Drawing = import("./drawing/drawing.js").Drawing;
type Handle = ReturnType<typeof import("./drawing/create.js").create>;

/** Where a lane stands, in pixels below the axis. */
interface LaneBox {
  top: number;
  underTop: number;
  rowsTop: number;
  rows: number;
  bandTop: number;
  stripTop: number;
  bottom: number;
}

/** Everything that is drawn at one scale for one window, in pixels, see compose.js. */
interface Scene extends Buffers {
  model: Model;
  widths: Float32Array;
  perDay: number;
  metrics: Metrics;
  area: number;
  /** The window that it was made for: days, and pixels of the scene (these follow the view). */
  start: number;
  end: number;
  low: number;
  high: number;
  rows: number[];
  lanes: LaneBox[];
  /** Height of a row. */
  chip: number;
  height: number;
  /** Entries named in the line of what is under way. */
  underway: number[];
  silences: import("./drawing/bands.js").Silence[];
  ribbons: import("./drawing/ribbons.js").Piece[];
}

/** Which part of a scene is seen: days, then pixels. */
interface Sight {
  start: number;
  end: number;
  origin: number;
  shift: number;
  width: number;
  height: number;
  scroll: number;
  rest: Rest | null;
  selected: string;
  /** The event whose fellows are lit, or "". */
  lit: string;
}

interface LaneColours {
  hue: string;
  tint: string;
  ghost: string;
}

interface Palette {
  paper: string;
  ink: string;
  muted: string;
  hairline: string;
  accent: string;
  panel: string;
  /** What recedes: silence. */
  pale: string;
  sans: string;
  serif: string;
  scale: number;
  lanes: LaneColours[];
}

interface Stroke {
  fill?: string;
  stroke?: string;
  dash?: number[] | null;
  alpha?: number;
  line?: number;
}

/** A pen, see pens.js; lengths in pixels. */
interface Pen {
  rect(x: number, y: number, w: number, h: number, fill: string, alpha?: number): void;
  box(x: number, y: number, w: number, h: number, r: number, style: Stroke): void;
  dashes(x: number, y: number, w: number, h: number, fill: string, dash: number[], offset: number): void;
  fade(x: number, y: number, w: number, h: number, fill: string, from: number, to: number): void;
  dot(x: number, y: number, r: number, style: Stroke): void;
  half(x: number, y: number, r: number, fill: string): void;
  hatch(x: number, y: number, w: number, h: number, color: string): void;
  /** A line that leaves and arrives upright. */
  curve(x: number, y: number, toX: number, toY: number, style: Stroke): void;
  wedge(points: number[][], fill: string): void;
  text(x: number, y: number, text: string, font: string, fill: string, width?: number): void;
  clip(x: number, y: number, w: number, h: number): void;
  unclip(): void;
}

/** The pen that writes SVG. */
interface SvgPen extends Pen {
  shift(x: number, y: number): void;
  unshift(): void;
  body(): string;
}

/** A calendar day; the month from 1 on, years as astronomers count them. */
interface Civil {
  year: number;
  month: number;
  day: number;
}

/** A step of the axis: a number of calendar units, at least `days` long. */
interface CalendarStep {
  unit: string;
  count: number;
  days: number;
}

/** A pointer that is down: where, and when. */
interface Point {
  x: number;
  y: number;
  t: number;
}

/** The pointers that are down, and where view and lanes were when they came. */
interface Hand {
  points: Map<number, Point>;
  from: Point[];
  dragging: boolean;
  view: View;
  scroll: number;
  /** How far the page was scrolled. */
  page: number;
  finger: boolean;
  last: number;
  lastTime: number;
  speed: number;
}

/** What an image of the drawing is to be, see export.js. */
interface PictureOptions {
  title?: string;
  subtitle?: string;
  footer?: string;
  width?: number;
  height?: number;
  palette?: Palette;
  bare?: boolean;
  labelMax?: number;
}

interface Tick {
  day: number;
  text: string;
}

/** A button of the drawing, see chips.js. */
interface Chip {
  node: HTMLButtonElement;
  inside: HTMLElement;
  label: HTMLElement;
  sign: HTMLElement;
  entry: number;
  x: number;
  y: number;
  width: number;
  stick: number;
  pushed: boolean;
  room: string;
  dress: string;
}

interface Step {
  key: string;
  event_id: string;
  title: string;
  date: string;
  heading: string;
  note: string;
  view: string;
  seen: string;
}

interface Tour {
  key: string;
  tour_id: string;
  name: string;
  question: string;
  steps: Step[];
}

/** The tours that are being made in this browser, see tour_editor/draft.js; times in milliseconds. */
interface Draft {
  tours: Tour[];
  current: string;
  changed: number;
  downloaded: number;
}
