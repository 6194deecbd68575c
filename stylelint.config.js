// The scale that assets/site/theme.css sets, and nothing beside it: a size of type, a space or a layer is a variable.
// A space may also be some times one of the six, or a measure that its sheet names, as --side of a lesson.
const SIZE = [/^var\(--type-[a-z]+\)$/, /^calc\([\d.]+ \* var\(--type-title\)\)$/, "inherit"];
const ROOT = [/^(calc\(1\.5 \* )?var\(--type\)\)?$/, "16px", "10pt", "9.6pt", "8.4pt"]; // what a rem is: on a projector, in a lesson, on paper
const SPACE = [/^((0|auto|var\(--[a-z0-9-]+\)|calc\([^()]*var\(--[a-z0-9-]+\)[^()]*(\([^()]*\))?\))( |$))+$/];
const PAGE = ["11mm", "12mm"]; // round the text of a sheet of paper

export default {
  extends: "stylelint-config-standard",
  rules: {
    // A sheet goes from part to part of its screen, not from the least to the most particular selector.
    "no-descending-specificity": null,
    // A variable stands with the declarations that use it.
    "declaration-empty-line-before": null,
    // As usual, but for Dash's own names, which begin with an underscore.
    "selector-class-pattern": "^(_dash-)?[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "selector-id-pattern": "^(_dash-)?[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "declaration-property-value-allowed-list": {
      "font-size": [...SIZE, ...ROOT],
      "z-index": [/^var\(--layer-[a-z]+\)$/],
      "/^(padding|margin|gap|row-gap|column-gap)/": [...SPACE, ...PAGE],
    },
  },
};
