"""Small data folders for tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

Cells = Mapping[str, str]
Content = str | bytes | Sequence[Cells]


def csv_text(rows: Sequence[Cells], separator: str = ",") -> str:
    """Return a CSV file with a header of all columns that occur in the rows."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def make_folder(folder: Path, /, *, toml: str | None = None, **tables: Content) -> Path:
    """Write a data folder and return it: `toml` as timeline.toml, and each table as its name says.

    A table is a list of rows as dicts, or a file's text or bytes as they are to be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if toml is not None:
        (folder / "timeline.toml").write_bytes(toml.encode())
    for name, content in tables.items():
        text = content if isinstance(content, str | bytes) else csv_text(content)
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


TOML = """\
title = "A murder and its trials"
subtitle = "A small timeline"
start = "1932"
end = "1940"
note = "A note."

[[themes]]
id = "police"
name = "Police"
color = "#336699"

[[themes]]
id = "court"
name = "Court"
color = "#993"

[[stances]]
id = "accepts"
name = "Accepts"
symbol = "●"
description = "Takes it as true."

[[stances]]
id = "rejects"
name = "Rejects"
symbol = "○"
description = "Takes it as false."

[[periods]]
id = "winter"
name = "The winter"
start = "1 December 1934"
end = "February 1935"
"""

EVENTS = """\
event_id,start,end,title,summary,theme,place,people,importance,dating
kirov-murder,1 December 1934,,Kirov is murdered,"Shot in the corridor,
from behind.",police,Leningrad,kirov:victim; nikolaev:assassin,5,by all
first-trial,19 August 1936,24 August 1936,The first trial,,court,Moscow,kamenev:accused,4,
bloc,,,The bloc of 1932,,court,,kamenev,,
removal,March 1935,,The removal,,,Moscow,,2,
"""

PEOPLE = """\
person_id,name,also_known_as,born,died,role,group,fate,note
kirov,Sergei Kirov,Киров,1886,1 December 1934,Secretary,Party,murdered,
nikolaev,Leonid Nikolaev,,1904,29 December 1934,,,shot,
kamenev,Lev Kamenev,Kamenew,1883,25 August 1936,,Opposition,shot,
"""

SOURCES = """\
source_id,title,published,quoted_in,derives_from,covers_start,covers_end,url
encyclopaedia,An encyclopaedia,2020,,,1932,1940,https://example.org/a
mirror,A mirror of it,2021,,encyclopaedia,,,
memoir,A memoir,1950s,encyclopaedia,,,,
letter,A letter in the memoir,,memoir,,,,
"""

ACCOUNTS = """\
event_id,source_id,date_as_given,date_means,called,stance,framing,account,wording,locator
kirov-murder,encyclopaedia,1 December 1934,,the assassination,rejects,,It says so.,from behind | at once,p. 1
kirov-murder,memoir,that winter,December 1934,the shot,accepts,,,,p. 2
first-trial,encyclopaedia,,,,rejects,,,,
bloc,letter,autumn 1932,,,accepts,,,,
bloc,mirror,1933,,,rejects,,,,
removal,memoir,c. March 1935,,,,,,,
"""

QUESTIONS = """\
question_id,event_id,question,record,record_basis
who,kirov-murder; first-trial,Who gave the order?,Nobody did.,A book
"""

ANSWERS = """\
question_id,source_id,position,answer,wording,locator
who,encyclopaedia,nobody,He acted alone.,acted alone,p. 1
who,memoir,the police,They let him.,,p. 2
"""

TOURS = """\
tour_id,tour,step,event_id,heading,note,question,view
murder,Who killed him?,1,kirov-murder,The deed,Ask.,Who gave the order?,source=memoir&lanes=none
murder,Who killed him?,2,first-trial,The trial,Ask again.,,
"""

SMALL: dict[str, str] = {
    "toml": TOML,
    "events": EVENTS,
    "people": PEOPLE,
    "sources": SOURCES,
    "accounts": ACCOUNTS,
    "questions": QUESTIONS,
    "answers": ANSWERS,
    "tours": TOURS,
}


def small_folder(folder: Path, /, **changes: str) -> Path:
    """Write a small folder of all tables without a fault; `changes` are other texts for its files."""
    files = SMALL | changes
    toml = files.pop("toml")
    return make_folder(folder, toml=toml, **files)
