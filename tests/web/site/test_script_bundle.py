"""Linking modules into one classic script: what it does, and what it refuses."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.web.site.script_bundle import ScriptError, link
from timeline.web.site.static_files import ASSETS, ENTRY

NODE = shutil.which("node", path=str(Path(__file__).resolve().parents[3] / ".venv" / "bin")) or shutil.which(
    "node"
)


def write(folder: Path, files: dict[str, str]) -> Path:
    """A folder of modules."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(script: str) -> list[object]:
    """What a script says in its console, in JSON, line by line."""
    if NODE is None:
        pytest.skip("needs Node, which `make test` brings")
    said = subprocess.run([NODE, "-e", script], capture_output=True, text=True, check=True, timeout=60)
    return [json.loads(line) for line in said.stdout.splitlines()]


FILES = {
    "main.js": """/* The entry. */
import { first, second as two } from "./room/words.js";
import * as numbers from "./numbers.js";
import {
  Sum,
  later,
} from "./room/words.js";

console.log(JSON.stringify([first, two(), numbers.ONE, new Sum(2, 3).of()]));
later().then((said) => console.log(JSON.stringify(said)));
""",
    "numbers.js": """export const ONE = 1;
const mine = "numbers";
export const name = () => mine;
""",
    "room/words.js": """import { name } from "../numbers.js";

/** @param {import("./types.js").Word} word the word import at the start of a comment is none */
const mine = "words";
export const first = mine;
export function second() {
  return name() + " " + mine;
}
export class Sum {
  constructor(...of) {
    this.all = of;
  }
  of() {
    return this.all.reduce((sum, n) => sum + n);
  }
}
export async function later() {
  return "later";
}
""",
}


def test_modules_run_once_each_after_those_they_need(tmp_path: Path) -> None:
    files = {
        "main.js": 'import { b } from "./b.js";\nimport { a } from "./a.js";\nconsole.log(JSON.stringify([a, b]));',
        "a.js": 'console.log(JSON.stringify("a"));\nexport const a = 1;',
        "b.js": 'import { a } from "./a.js";\nconsole.log(JSON.stringify("b"));\nexport const b = a + 1;',
    }
    assert run(link(write(tmp_path, files), "main.js")) == ["a", "b", [1, 2]]


def test_all_forms_of_import_and_export_that_are_in_use(tmp_path: Path) -> None:
    assert run(link(write(tmp_path, FILES), "main.js")) == [["words", "numbers words", 1, 5], "later"]


def test_comments_in_lines_of_their_own_are_left_out_and_all_else_stays(tmp_path: Path) -> None:
    text = """/**
 * Said // at length.
 */
const said = [
  // of a line
  "// no comment", "/* nor this */", /** @type {any} */ (1), // beside code
  2 /* two */ * 3,
  /** @type {number} */ (4),
];
/* at the end */
console.log(JSON.stringify(said));
"""
    script = link(write(tmp_path, {"main.js": text}), "main.js")
    assert run(script) == [["// no comment", "/* nor this */", 1, 6, 4]]
    assert not any(left in script for left in ("at length", "of a line", "at the end"))


def test_a_stack_trace_leads_to_the_file(tmp_path: Path) -> None:
    script = link(
        write(tmp_path / "assets", FILES | {"room/words.js": "export const first = 1, second = 2;"}),
        "numbers.js",
    )
    assert re.findall(r"^// (.*)", script, re.M) == ["assets/numbers.js"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('import thing from "./b.js";', "main.js: “import thing from"),
        ('import { default as thing } from "./b.js";', "only names are imported"),
        ('import "./b.js";', "main.js: “import"),
        ('import { b } from "./none.js";', "main.js: there is no none.js"),
        ('import { c } from "./b.js";', "main.js: b.js exports no c"),
        ('import { b } from "b.js";', "no relative path"),
        ('import { b } from "./b";', "no relative path"),
        ('import { b } from "../b.js";', "leads out of the folder"),
        ("export default function () {}", "main.js: “export default"),
        ("export let here = 1;", "main.js: “export let"),
        ('export { b } from "./b.js";', "main.js: “export { b }"),
        ("export const { b } = {};", "main.js: “export const"),
        ('const b = import("./b.js");', "only static imports"),
        ("const here = import.meta.url;", "only static imports"),
        ('import { main } from "./c.js";\nexport const main = 1;', "in a circle: main.js → c.js → main.js"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(tmp_path: Path, text: str, why: str) -> None:
    files = {
        "main.js": text,
        "b.js": "export const b = 1;",
        "c.js": 'import { main } from "./main.js";\nexport const c = main;',
    }
    with pytest.raises(ScriptError, match=re.escape(why)):
        link(write(tmp_path, files), "main.js")


def test_an_entry_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match=r"there is no main\.js"):
        link(tmp_path, "main.js")


def test_every_script_of_the_app_is_linked() -> None:
    """A module that nothing imports would be served to nobody; the early one stands in the head."""
    script = link(ASSETS, ENTRY)
    linked = set(re.findall(r"^// assets/(\S+\.js)$", script, re.M))
    there = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.js")}
    assert there - linked == {"site/early.js", "drawing/alone.js"}
    assert not re.search(r"^(?:import|export)\b", script, re.M)


def test_the_app_s_script_is_one_that_browsers_read(tmp_path: Path) -> None:
    script = tmp_path / "bundle.js"
    script.write_text(link(ASSETS, ENTRY), encoding="utf-8")
    if NODE is None:
        pytest.skip("needs Node, which `make test` brings")
    assert not subprocess.run([NODE, "--check", script], capture_output=True, text=True, timeout=60).stderr
