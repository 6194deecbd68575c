import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/", "bench/out/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: globals.browser },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { caughtErrors: "none" }],
      "max-lines": ["error", 400],
    },
  },
  { files: ["assets/site/early.js", "bench/pages/*.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["bench/pages/*.js"],
    languageOptions: { globals: { vis: "readonly", echarts: "readonly", contestedTimeline: "readonly" } },
  },
  { files: ["tests/scripts/**"], languageOptions: { globals: globals.node } },
];
