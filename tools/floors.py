"""The floors of the house, read from the imports: which room stands on which, and what runs against their order.

    python -m tools.floors

prints them, the highest first, and after each room those on which it stands; a room that is reached through another
one is left out. Exit status 1 if something is wrong. A room is a folder of timeline/, or of timeline/web/, or a module
that lies beside them. To add a room: a word in `FLOORS`, the one place where their order is stated.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "timeline"

#: From the ground up. Whoever is on a floor may stand on everything below, and on nobody beside.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("timeline", "dates"),
    ("dataset",),
    ("query",),
    ("loading", "sources"),
    ("people", "tours", "drawing"),
    ("exports", "find"),
    ("web/links",),
    ("web/site",),
    ("web/shared",),
    ("web/timeline", "web/compare", "web/people", "web/sources", "web/works", "web/find", "web/present"),
    ("web/handouts", "web/tour_editor"),
    ("web",),
    ("__main__",),
)


@dataclass(frozen=True, slots=True)
class Arrow:
    """One import of a module of ours: where it is written, in which module, and which module it names."""

    place: str
    source: str
    target: str


class House:
    """The modules of a package as their source says it; nothing is run."""

    def __init__(self, root: Path, package: str = PACKAGE) -> None:
        """Read every module of the package in the folder `root`."""
        self._root, self._package = root, package
        self._paths = {_name(path.relative_to(root)): path for path in sorted((root / package).rglob("*.py"))}
        self._trees = {module: ast.parse(path.read_bytes()) for module, path in self._paths.items()}
        self.arrows = [arrow for module in self._paths for arrow in self._arrows(module)]

    def room(self, module: str) -> str:
        """The room of a module: "query", "web/site", or the module itself where it lies beside the rooms."""
        inner = module.split(".")[1:]
        deep = 2 if inner[:1] == ["web"] else 1
        return "/".join(inner[:deep]) or self._package

    def rooms(self) -> set[str]:
        """All rooms."""
        return {self.room(module) for module in self._paths}

    def stands_on(self, room: str) -> set[str]:
        """The other rooms whose modules a room's modules import."""
        targets = {self.room(arrow.target) for arrow in self.arrows if self.room(arrow.source) == room}
        return targets - {room}

    def faults(self, floors: Sequence[Sequence[str]] = FLOORS) -> list[str]:
        """Everything that runs against the order, each with its file and line."""
        return [*self._up(floors), *self._circles(), *self._late(), *self._double_ids()]

    def sketch(self, floors: Sequence[Sequence[str]] = FLOORS) -> str:
        """The floors as text, the highest first."""
        lines = []
        for floor in reversed(floors):
            for room in floor:
                near = self.stands_on(room)
                through = set().union(*(self._below(other) for other in near))
                on = ", ".join(
                    other for floor in reversed(floors) for other in floor if other in near - through
                )
                lines.append(f"{room:<17} {on}".rstrip())
            lines.append("")
        return "\n".join(lines).rstrip() + "\n"

    def _below(self, room: str) -> set[str]:
        """The rooms on which a room stands, directly or through others."""
        found: set[str] = set()
        waiting = [room]
        while waiting:
            further = self.stands_on(waiting.pop()) - found
            found |= further
            waiting += further
        return found

    def _up(self, floors: Sequence[Sequence[str]]) -> Iterator[str]:
        level = {room: number for number, floor in enumerate(floors) for room in floor}
        for room in sorted(self.rooms() ^ level.keys()):
            yield f"{room}: " + ("it stands on no floor" if room not in level else "there is no such room")
        for arrow in self.arrows:
            source, target = self.room(arrow.source), self.room(arrow.target)
            if source != target and level.get(source, 0) <= level.get(target, 0):
                yield f"{arrow.place}: {source} imports {target}, which is not below it"

    def _circles(self) -> Iterator[str]:
        graph: dict[str, set[str]] = {module: set() for module in self._paths}
        for arrow in self.arrows:
            graph[arrow.source].add(arrow.target)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as circle:
            yield "a circle of imports: " + " -> ".join(reversed(circle.args[1]))

    def _late(self) -> Iterator[str]:
        """Imports inside functions. One of a package that is not ours may stand there under a comment that says why."""
        for module, tree in self._trees.items():
            lines = self._paths[module].read_text(encoding="utf-8").splitlines()
            functions = (
                node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            )
            late = {
                node.lineno: node
                for function in functions
                for node in ast.walk(function)
                if isinstance(node, ast.Import | ast.ImportFrom)
            }
            for number, node in sorted(late.items()):
                ours = any(True for _ in self._targets(module, node))
                if ours or not lines[number - 2].lstrip().startswith("#"):
                    yield f"{self._place(module, number)}: an import inside a function"

    def _double_ids(self) -> Iterator[str]:
        """Ids of parts that stand twice in the modules called `ids`."""
        named = [
            (str(node.value.value), self._place(module, node.lineno))
            for module, tree in self._trees.items()
            if module.endswith(".ids")
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        ]
        times = Counter(name for name, _ in named)
        for name, place in named:
            if times[name] > 1:
                yield f"{place}: another part has the id '{name}' too"

    def _arrows(self, module: str) -> Iterator[Arrow]:
        for node in ast.walk(self._trees[module]):
            if isinstance(node, ast.Import | ast.ImportFrom):
                for target in self._targets(module, node):
                    yield Arrow(self._place(module, node.lineno), module, target)

    def _targets(self, module: str, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        """The modules of ours that an import names; of a package, the modules in it that are named."""
        if isinstance(node, ast.Import):
            named = [(alias.name, "") for alias in node.names]
        else:
            is_package = self._paths[module].name == "__init__.py"
            around = (
                module.split(".")[: len(module.split(".")) - node.level + is_package] if node.level else []
            )
            base = ".".join([*around, *([node.module] if node.module else [])])
            named = [(base, alias.name) for alias in node.names]
        for base, name in named:
            found = f"{base}.{name}" if f"{base}.{name}" in self._paths else base
            if found in self._paths and found != module:
                yield found

    def _place(self, module: str, line: int) -> str:
        return f"{self._paths[module].relative_to(self._root).as_posix()}:{line}"


def _name(path: Path) -> str:
    """The name under which a file is imported."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def main() -> int:
    """Print the floors, then what is wrong; the exit status is 1 if something is."""
    house = House(ROOT)
    print(house.sketch(), end="")
    faults = house.faults()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
