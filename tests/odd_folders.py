"""Folders as people really have them: with faults, with hostile or strange text, with almost nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from tests.folders import csv_text, make_folder, small_folder

LONG = "Protocol of the session " * 13  # 300 letters and more
EMOJI = "A warning ⚠️ and 👩🏽‍🚀 at work"
ARABIC = "اغتيال كيروف في لينينغراد"
SCRIPT = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
FORMULA = "=cmd|' /C calc'!A0"
TITLES = {"long": LONG.strip(), "emoji": EMOJI, "arabic": ARABIC, "script": SCRIPT, "formula": FORMULA}

Row = dict[str, str]


def strange(folder: Path) -> Path:
    """Every text of a folder is strange: very long, emoji, right to left, markup, a formula."""
    events = [
        {
            "event_id": name,
            "start": f"{day} March 1935",
            "title": title,
            "summary": title,
            "theme": "odd",
            "place": title,
            "people": f"somebody:{title.replace(';', ',').replace(':', ',')}",
            "dating": title,
        }
        for day, (name, title) in enumerate(TITLES.items(), start=1)
    ]
    accounts = [
        {
            "event_id": name,
            "source_id": "book",
            "called": title,
            "framing": title,
            "account": title,
            "wording": title,
            "locator": title,
        }
        for name, title in TITLES.items()
    ]
    toml = (
        f"title = '''{SCRIPT}'''\nsubtitle = '''{SCRIPT}'''\nstart = '1935'\nend = '1936'\nnote = '''{SCRIPT}'''\n"
        f"[[themes]]\nid = 'odd'\nname = '''{SCRIPT}'''\ncolor = '#336699'\n"
    )
    return make_folder(
        folder,
        toml=toml,
        events=events,
        people=[{"person_id": "somebody", "name": SCRIPT, "role": SCRIPT}],
        sources=[{"source_id": "book", "title": SCRIPT, "author": ARABIC, "perspective": SCRIPT}],
        accounts=accounts,
    )


def events_only(folder: Path) -> Path:
    """The least that is a timeline: one table of dates and titles."""
    return make_folder(
        folder,
        events="event_id,start,title\nfirst,March 1934,The first\nmiddle,1935,The one between\nlast,1936,The last\n",
    )


def empty_tables(folder: Path) -> Path:
    """All tables are there; those that may be empty have a header alone."""
    headers = {
        "people": "person_id,name\n",
        "sources": "source_id,title\n",
        "accounts": "event_id,source_id\n",
        "questions": "question_id,event_id,question\n",
        "answers": "question_id,source_id,position\n",
        "tours": "tour_id,tour,step,event_id\n",
    }
    events = "event_id,start,title,theme\nfirst,March 1934,The first,police\nlast,1936,The last,court\n"
    return small_folder(folder, events=events, **headers)


def many(folder: Path, count: int) -> Path:
    """One event a day, in two themes."""
    events = [
        {
            "event_id": f"e{number:04}",
            "start": f"{1900 + number // 336}-{number % 336 // 28 + 1:02}-{number % 28 + 1:02}",
            "title": f"Event {number}",
            "theme": "odd" if number % 2 else "even",
        }
        for number in range(count)
    ]
    return make_folder(folder, events=events)


def with_ten_faults(shipped: Path, folder: Path) -> Path:
    """A copy of the shipped folder in which ten cells or rows are wrong, each in another way."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in shipped.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())

    def change(table: str, how: Callable[[list[Row]], object]) -> None:
        path = folder / f"{table}.csv"
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(keepends=True)))
        how(rows)
        path.write_text(csv_text(rows), "utf-8")

    def event(name: str, **cells: str) -> Row:
        return {
            "event_id": name,
            "start": "1 May 1935",
            "title": name,
            "theme": "state",
            "dating": "Firm.",
            **cells,
        }

    def account(**cells: str) -> Row:
        return {"event_id": "kirov-murder", "source_id": "lenoe-2010", "stance": "reports", **cells}

    change(
        "events",
        lambda rows: rows.extend(
            [
                event("fault-thirty-second", start="32 December 1934"),
                event("fault-backwards", start="1936", end="1935"),
                event("fault-theme", theme="stat"),
                event("fault-person", people="kirof:victim"),
                event("fault-importance", importance="9"),
                event("fault-untitled", title=""),
                event("fault-mixed-order", start="01/12/1934"),
            ]
        ),
    )
    change(
        "accounts",
        lambda rows: rows.extend(
            [
                account(event_id="kirov-murdr"),
                account(event_id="yezhov-shot", source_id="lenoe-2011"),
            ]
        ),
    )
    change("people", lambda rows: rows.append({"person_id": "kirov", "name": "Another Kirov"}))
    return folder
