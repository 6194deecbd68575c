"""Write into docs/data.md how many rows the shipped tables have.

    python -m tools.counts

Run it after a change of data/; a test fails until it is done.
"""

from __future__ import annotations

from pathlib import Path

from timeline.dataset import Dataset
from timeline.loading import load

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "data.md"
BEGIN = "<!-- counts: `python -m tools.counts` writes this table -->\n"
END = "<!-- end of counts -->\n"


def table(dataset: Dataset) -> str:
    """The rows of each table, and what they are made of, as a Markdown table."""
    placed = int((dataset.events["placed_by"] != "").sum())
    voices = int((dataset.sources["quoted_in"] != "").sum())
    dated = int(dataset.accounts["dated"].sum())
    kinds = {
        "events": f"{len(dataset.events) - placed} placed by the record, {placed} by a source alone",
        "people": f"{dataset.cast['person_id'].nunique()} of them in an event",
        "sources": f"{len(dataset.sources) - voices} documents, {voices} voices that they print",
        "accounts": f"{dated} with a date of their own",
        "questions": f"{(dataset.questions['record'] != '').sum()} with an answer of the record",
        "answers": f"by {dataset.answers['source_id'].nunique()} sources",
        "tours": f"steps of {dataset.tours['tour_id'].nunique()} tours",
    }
    rows = [f"| `{name}.csv` | {len(getattr(dataset, name)):,} | {kind} |" for name, kind in kinds.items()]
    return "\n".join(["| Table | Rows | |", "|---|---:|---|", *rows, ""])


def filled(page: str, dataset: Dataset) -> str:
    """The page with the counts of the dataset between its two marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}{table(dataset)}{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), load(ROOT / "data")), encoding="utf-8")
