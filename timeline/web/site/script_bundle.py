"""The modules of `assets/` as one classic script, linked when the app starts.

Who runs the app needs no build step, and a page asks for one script instead of fifty. It is a classic script and not
native modules for two reasons: a chain of imports costs a question to the server for each of its links, and a page
opened from a file (`file://`) may not load modules at all.

Each module becomes a function that runs once, after those it imports; it returns what it exports. What is understood
is what the modules here use, and the rest is refused with its place:

    import { name, other as mine } from "./file.js";      import * as file from "./file.js";
    export function, export async function, export class, export const NAME = ...

Comments in lines of their own are left out: a third of what would be sent and read before the first picture. No line
of a text in backticks may look like one.

An exported binding is a constant: a module that has something to change exports an object or a function.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

IMPORT = re.compile(
    r'^import\s+(?:\{(?P<names>[^}]*)\}|\*\s+as\s+(?P<space>\w+))\s+from\s+"(?P<file>[^"]+)";$', re.M
)
EXPORT = re.compile(r"^export\s+(?P<rest>(?:(?:async\s+)?function\*?|class|const)\s+(?P<name>\w+))", re.M)
STATEMENT = re.compile(r"^(?:import|export)\b[^\n]*", re.M)
OWN_LINES = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.S | re.M)
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.S | re.M)
DYNAMIC = re.compile(r"\bimport\s*(?:\(|\.)")
PAIR = re.compile(r"^(\w+)(?:\s+as\s+(\w+))?$")


class ScriptError(ValueError):
    """A module that cannot be linked; the text names the file and says why."""


@dataclass(frozen=True)
class Import:
    """One import statement: (exported name, name here) of each, or the name here of the whole module."""

    file: str
    names: tuple[tuple[str, str], ...]
    space: str


@dataclass(frozen=True)
class Module:
    """A file as it was read: its imports, the names it exports, and its text without either."""

    name: str
    imports: tuple[Import, ...]
    exports: tuple[str, ...]
    text: str


def link(folder: Path, entry: str) -> str:
    """One classic script of a module and all that it imports, in the order in which they need each other.

    Args:
        folder: where the modules lie; no import leads out of it
        entry: path of the first one inside the folder, such as "main.js"

    Raises `ScriptError` for what is not understood, a file or name that is missing, and modules that import each other
    in a circle.
    """
    modules: dict[str, Module] = {}
    _collect(folder.resolve(), entry, (), modules)
    for module in modules.values():
        for one in module.imports:
            for name, _ in one.names:
                if name not in modules[one.file].exports:
                    raise ScriptError(f"{module.name}: {one.file} exports no {name}")
    parts = "\n".join(_function(module, folder.name) for module in modules.values())
    return f'(function () {{\n"use strict";\nconst modules = {{}};\n{parts}}})();\n'


def read(name: str, text: str) -> Module:
    """Take one module apart. Paths of its imports become paths inside the folder."""
    imports: list[Import] = []
    exports: list[str] = []

    def take_import(found: re.Match[str]) -> str:
        pairs = [part.strip() for part in (found["names"] or "").split(",") if part.strip()]
        names = []
        for pair in pairs:
            both = PAIR.match(pair)
            if both is None or both[1] == "default":
                raise ScriptError(f"{name}: cannot import “{pair}”; only names are imported here")
            names.append((both[1], both[2] or both[1]))
        imports.append(Import(_inside(name, found["file"]), tuple(names), found["space"] or ""))
        return ""

    def take_export(found: re.Match[str]) -> str:
        exports.append(found["name"])
        return found["rest"]

    text = EXPORT.sub(take_export, IMPORT.sub(take_import, OWN_LINES.sub("", text)))
    code = COMMENT.sub("", text)
    left = STATEMENT.search(code)
    if left:
        raise ScriptError(
            f"{name}: “{left[0]}” is not understood; the docstring of script_bundle says what is"
        )
    if DYNAMIC.search(code):
        raise ScriptError(f"{name}: only static imports can be linked, no import() and no import.meta")
    return Module(name, tuple(imports), tuple(exports), text)


def _inside(name: str, file: str) -> str:
    """The path inside the folder that an import of this module leads to."""
    if not file.startswith(("./", "../")) or not file.endswith(".js"):
        raise ScriptError(f"{name}: “{file}” is no relative path of a script")
    parts = name.split("/")[:-1]
    for part in file.split("/"):
        if part == ".." and not parts:
            raise ScriptError(f"{name}: “{file}” leads out of the folder")
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _collect(folder: Path, name: str, way: tuple[str, ...], modules: dict[str, Module]) -> None:
    """Put a module after those it needs. `way` are the modules that lead to it."""
    if name in way:
        raise ScriptError(
            "modules import each other in a circle: " + " → ".join((*way[way.index(name) :], name))
        )
    if name in modules:
        return
    path = folder / name
    if not path.is_file():
        raise ScriptError(f"{way[-1] if way else 'the entry'}: there is no {name}")
    module = read(name, path.read_text(encoding="utf-8"))
    for one in module.imports:
        _collect(folder, one.file, (*way, name), modules)
    modules[name] = module


def _function(module: Module, folder: str) -> str:
    """The module as a function that is called at once; its place stands before it, for who reads a stack trace."""
    taken = []
    for one in module.imports:
        pairs = ", ".join(name if name == mine else f"{name}: {mine}" for name, mine in one.names)
        taken.append(f'const {one.space or f"{{ {pairs} }}"} = modules["{one.file}"];')
    head = "".join(f"{line}\n" for line in taken)
    given = ", ".join(module.exports)
    return (
        f"// {folder}/{module.name}\n"
        f'modules["{module.name}"] = (function () {{\n{head}{module.text.strip()}\nreturn {{ {given} }};\n}})();\n'
    )
