import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/", "bench/out/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: globals.browser },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "max-lines": ["error", 400] },
  },
  { files: ["tests/scripts/**"], languageOptions: { globals: globals.node } },
];
