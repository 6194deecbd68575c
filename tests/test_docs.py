"""What README.md and docs/data.md say is so: commands, columns, counts, examples, dates."""

from __future__ import annotations

import csv
import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.folders import Cells, make_folder
from tests.processes import run
from timeline import __version__
from timeline.__main__ import main
from timeline.dataset import Dataset
from timeline.dataset.schema import (
    ACCOUNTS,
    ANSWERS,
    ESTABLISHED,
    EVENTS,
    PEOPLE,
    QUESTIONS,
    REFERENCES,
    SOURCES,
    TABLES,
    Table,
)
from timeline.dataset.settings import STANCES
from timeline.dates import DateError, parse
from timeline.loading import load
from timeline.people.fates import FATES
from timeline.query.lanes import LANES
from timeline.query.selection import Selection
from tools import counts

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DATA = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
READING = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
PICTURE = ROOT / "docs" / "timeline.png"


def section(page: str, heading: str) -> str:
    """The text under a heading, up to the next one of its level or above."""
    level = heading.split()[0]
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", page, re.M | re.S)
    assert found, f"there is no heading {heading}"
    return found[1]


def tables(text: str) -> list[list[dict[str, str]]]:
    """The Markdown tables of a text, their rows as dicts by heading, without backticks around cells."""
    found = []
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.M):
        heads, _, *rows = (
            [plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in block.splitlines()
        )
        found.append([dict(zip(heads, row, strict=True)) for row in rows])
    return found


def plain(cell: str) -> str:
    return cell.strip().removeprefix("`").removesuffix("`").replace("\\|", "|")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def code(page: str) -> list[str]:
    """The shell lines of a page and its code spans."""
    return [*re.findall(r"^ {4}(\S.*)$", page, re.M), *re.findall(r"`([^`\n]+)`", page)]


# Columns


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained_and_no_other(table: Table) -> None:
    [rows] = tables(section(DATA, f"### `{table.file}`"))
    assert [row["Column"] for row in rows] == list(table.columns)
    assert all(row["Meaning"] for row in rows)
    needed = {"row": set(table.filled), "header": set(table.required) - set(table.filled)}
    for word, columns in needed.items():
        assert {row["Column"] for row in rows if row["Needed"] == word} == columns


def examples(table: Table) -> dict[str, str]:
    [rows] = tables(section(DATA, f"### `{table.file}`"))
    return {row["Column"]: row["Example"] for row in rows}


def companions(table: Table, named: set[str]) -> list[Cells]:
    """A row for each id that examples refer to and that is not the example's own."""
    assert table.key
    own = examples(table)[table.key]
    return [{table.key: one, table.title: one, "note": "A companion."} for one in sorted(named - {own, ""})]


def ids(cell: str) -> set[str]:
    return {entry.split(":")[0].strip() for entry in cell.split(";")}


def test_the_examples_make_a_folder_without_a_fault(tmp_path: Path) -> None:
    rows: dict[str, list[Cells]] = {table.name: [examples(table)] for table in TABLES}
    shown = companions(EVENTS, ids(examples(QUESTIONS)["event_id"]))
    rows["events"] += [{"start": "1936", "dating": "A book.", **row} for row in shown]
    rows["people"] += companions(PEOPLE, ids(examples(EVENTS)["people"]))
    spoken = {examples(ACCOUNTS)["source_id"], examples(ANSWERS)["source_id"]}
    works = {entry.split()[0] for entry in (examples(EVENTS)["basis"], examples(QUESTIONS)["record_basis"])}
    assert works <= {examples(REFERENCES)["reference_id"]}
    linked = {examples(SOURCES)[column] for column in ("quoted_in", "derives_from")}
    rows["sources"] += companions(SOURCES, spoken | linked)
    rows["answers"].append({**examples(ANSWERS), "source_id": "prolewiki", "side": "b"})
    [toml] = blocks(section(DATA, "### `timeline.toml`"), "toml")
    make_folder(tmp_path, toml=toml, **rows)
    dataset = load(tmp_path)
    assert [str(problem) for problem in dataset.problems] == []
    for table in TABLES:
        assert all(examples(table).values())
        kept = getattr(dataset, table.name)
        assert len(kept) >= 1
        assert examples(table)[table.columns[0]] in set(kept[table.columns[0]])
    assert (dataset.title, len(dataset.themes), len(dataset.periods)) == ("Three trials", 1, 1)
    assert dataset.accounts["dated"].all()
    speakers = dict(zip(dataset.sources["source_id"], dataset.sources["speaker"], strict=True))
    assert speakers["rothstein-1950"] == examples(SOURCES)["author"]  # a voice
    assert speakers["prolewiki"] == "prolewiki"  # a document of which nothing but the title is known


def test_the_usual_stances_are_those_of_the_page() -> None:
    [rows] = tables(section(DATA, "## Stance, silence, agreement"))
    assert [tuple(row.values()) for row in rows] == [(it.id, it.symbol, it.description) for it in STANCES]


def test_the_fates_are_those_of_the_page() -> None:
    [rows] = tables(section(DATA, "## Fates, parts, verdicts"))
    told = [(row["Fate"], row["Symbol"], row["Known by"].split(", ")) for row in rows]
    assert told == [(fate.word, fate.symbol, known.split()) for fate, known in FATES]


# Counts


def test_the_counts_are_those_of_the_shipped_folder(shipped: Path) -> None:
    assert counts.filled(DATA, load(shipped)) == DATA, "run python -m tools.counts"
    [rows] = tables(section(DATA, "## What the shipped folder holds"))
    for row in rows:
        path = shipped / row["Table"]
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True) if path.exists() else []
        assert row["Rows"] == f"{len(list(csv.DictReader(lines))):,}", path.name


def test_the_word_for_a_date_is_that_of_its_text(shipped: Path) -> None:
    begins = {"Firm": "firm", "Partly confirmed": "partly", "Commonly given": "commonly", "No record": ""}
    events = load(shipped).events
    for row in events.itertuples():
        said = [word for text, word in begins.items() if str(row.dating).startswith(text)]
        assert said in ([], [row.established]), row.event_id
        assert row.start or not row.established, row.event_id
    assert set(events["established"]) == {"", *ESTABLISHED}


# What was read


def test_the_ledger_names_every_account_and_none_that_is_not_there(shipped: Path) -> None:
    dataset = load(shipped)
    sources = set(dataset.sources["source_id"])
    names = r"[a-z0-9-]+(?:, [a-z0-9-]+)*"
    told = re.findall(rf"({names}) \(({names})\)", "\n".join(re.findall(r"^\|.*$", READING, re.M)))
    named = {
        (about, source)
        for group, tellers in told
        for about in group.split(", ")
        for source in tellers.split(", ")
        if source in sources
    }
    accounts = set(zip(dataset.accounts["event_id"], dataset.accounts["source_id"], strict=True))
    answers = set(zip(dataset.answers["question_id"], dataset.answers["source_id"], strict=True))
    assert accounts - named == set()
    assert named - accounts - answers == set()


# Dates


def forms() -> list[dict[str, str]]:
    found = [row for rows in tables(section(DATA, "## Dates")) for row in rows if "Shown as" in row]
    assert len(found) > 50
    return found


@pytest.mark.parametrize("row", forms(), ids=lambda row: row["You write"])
def test_a_form_of_a_date_becomes_what_the_page_says(row: dict[str, str]) -> None:
    it = parse(row["You write"])
    days = [day.isoformat() if day else "…" for day in (it.earliest, it.latest)]
    assert [*days, str(it)] == [row["First day"], row["Last day"], row["Shown as"]]


def languages() -> list[dict[str, str]]:
    [rows] = tables(section(DATA, "### Other languages"))
    return rows


@pytest.mark.parametrize("row", languages(), ids=lambda row: row["English"])
def test_a_line_of_languages_means_one_date(row: dict[str, str]) -> None:
    assert len(row) == 6
    assert {parse(text) for text in row.values()} == {parse(row["English"])}


def refusals() -> list[dict[str, str]]:
    [rows] = tables(section(DATA, "### What is refused"))
    return rows


@pytest.mark.parametrize("row", refusals(), ids=lambda row: row["You write"])
def test_what_the_page_calls_refused_is_refused_in_these_words(row: dict[str, str]) -> None:
    with pytest.raises(DateError, match=re.escape(row["What is said"])):
        parse(row["You write"])


# Check


def test_check_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [events], [printed] = (blocks(section(DATA, "## Check"), language) for language in ("csv", "text"))
    make_folder(tmp_path / "folder", events=events)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "folder"]) == 1
    assert capsys.readouterr().out == printed


# README


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """The folder that the README tells a newcomer to make."""
    [events] = blocks(section(README, "## Make your own"), "csv")
    return make_folder(tmp_path / "space", events=events)


def test_the_example_folder_has_no_fault(own_folder: Path) -> None:
    dataset = load(own_folder)
    assert dataset.problems == ()
    assert len(dataset.events) == 5
    assert [theme.name for theme in dataset.themes] == ["Machines", "People"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn runs on Unix")
def test_the_line_for_a_server_starts_the_app_with_the_folder(own_folder: Path) -> None:
    [line] = [line for line in code(README) if "gunicorn" in line and "app:server" in line]
    words = shlex.split(line)
    [variable] = [word.split("=")[0] for word in words if word.startswith("TIMELINE_DATA=")]
    check = ("-m", "gunicorn", "--check-config", *words[words.index(".venv/bin/gunicorn") + 1 :])
    assert run(*check, env={variable: str(own_folder)}).returncode == 0
    refused = run(*check, env={variable: str(own_folder / "nowhere")})
    assert refused.returncode != 0
    assert "there is no such folder" in refused.stderr


@pytest.mark.parametrize("text", [README, DATA], ids=["README.md", "docs/data.md"])
def test_every_make_command_is_in_the_makefile(text: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    variables = set(re.findall(r"^([A-Z]+) \?=", makefile, re.M))
    made = re.findall(r"\bmake ([a-z]+)((?: [A-Z]+=\S+)*)", "\n".join(code(text)))
    assert made
    for target, settings in made:
        assert target in targets
        assert {setting.split("=")[0] for setting in settings.split()} <= variables


def test_the_newest_release_is_the_version() -> None:
    releases = re.findall(
        r"^## (\d+\.\d+\.\d+), \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert releases[0] == __version__
    assert releases == sorted(
        releases, key=lambda release: [int(part) for part in release.split(".")], reverse=True
    )


def test_every_file_that_a_page_names_is_there() -> None:
    for page, folder in ((README, ROOT), (DATA, ROOT / "docs")):
        for link in re.findall(r"\]\(([^)#:]+)\)", page):
            assert (folder / link).exists(), link
    rooms = " ".join(row["Path"] for row in tables(section(README, "## Where things are"))[0])
    assert len(rooms.split()) > 8
    for path in re.split(r"[`,\s]+", rooms):
        assert (ROOT / path).exists(), path


def test_the_keys_of_an_address_are_known(shipped: Path) -> None:
    dataset = load(shipped)
    told = re.search(r"The keys of an address:(.*?)\. So\n`/\?(.*?)`", README, re.S)
    assert told
    assert f"`lanes={'|'.join(LANES)}`" in told[1]
    for span in re.findall(r"`([a-z|=0-9]+)`", told[1]):
        key, _, values = span.partition("=")
        for value in values.split("|"):
            dropped = (
                Selection.from_query(f"{key}={value}", dataset).dropped if value else unknown(key, dataset)
            )
            assert dropped == (), span
    assert Selection.from_query(told[2], dataset).dropped == ()


def unknown(key: str, dataset: Dataset) -> tuple[str, ...]:
    """The complaint that links know no such key, if it comes."""
    whys = (dropped.why for dropped in Selection.from_query(f"{key}=x", dataset).dropped)
    return tuple(why for why in whys if why.startswith("Links know no key"))


def test_the_keys_of_the_keyboard_are_those_that_the_drawing_knows() -> None:
    told = re.search(r"Keys, once.*?arrow keys", section(README, "## Use it in a minute"), re.S)
    assert told
    known = (ROOT / "assets" / "drawing" / "keys.js").read_text(encoding="utf-8")
    keys = set(re.findall(r"`([^`]+)`", told[0]))
    assert keys == {key for key in keys if re.search(rf'(?:"{re.escape(key)}"|\b{re.escape(key)}):', known)}
    assert len(keys) == 7


def test_the_picture_is_small_and_as_wide_as_a_classroom_screen() -> None:
    content = PICTURE.read_bytes()
    assert len(content) <= 300_000
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (1366, 768)
