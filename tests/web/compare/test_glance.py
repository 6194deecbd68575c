"""The glance over a comparison in the first HTML: slots, base, marks, blind reading, the panel of the timeline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.web.conftest import Open
from tests.web.reading import main_of, text_of
from timeline.loading import load
from timeline.web.links import compare as compare_links


def glance_of(html: str) -> str:
    [seen] = re.findall(r'<section class="glance".*?<div class="in-row muted">', html, re.DOTALL)
    return str(seen)


def slot(html: str, heading: str) -> str:
    """A slot as it is heard: its heading, then who fills it with what."""
    found = [text_of(each) for each in glance_of(html).split('<section class="close glance-slot')[2:]]
    [heard] = [each for each in found if each.split(">", 1)[-1].strip().startswith(heading)]
    return heard


def test_a_slot_says_who_fills_it_and_who_leaves_it_out(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    behind = slot(html, "Behind it")
    assert (
        "ProleWiki: our words: [For a group of conspirators] a clandestine group of Party members" in behind
    )
    assert "Wikipedia: leaves this out: Does not say who committed the murder." in behind
    assert "Wikipedia mirror: leaves this out itself; a voice that it prints: ↳" in behind
    named = slot(html, "How named")
    assert "Wikipedia and Wikipedia mirror: the assassination of Sergei Kirov" in named
    # The exact words, and where they stand.
    assert "The Murder Of Sergei Kirov, paras. 4, 14" in behind


def test_a_contradiction_stands_on_the_heading_and_is_said(client: FlaskClient) -> None:
    trial = glance_of(main_of(client, "/compare?event=third-trial"))
    assert re.search(
        r'Just or staged <span class="sign" role="img" aria-label="contradicted[^>]*>≠</span>', trial
    )
    kirov = glance_of(main_of(client, "/compare?event=kirov-murder"))
    assert re.search(r'Behind it <span class="sign"[^>]*aria-label="contradicted only at second hand"', kirov)
    assert "When" in kirov
    assert "compatible: all of it can be true" in kirov


def test_silent_sources_share_one_band(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=yenukidze-removed")
    [band] = re.findall(r'<p class="glance-silent hatched">.*?</p>', html)
    assert text_of(band) == "ProleWiki, Spartacus Educational: cover this time and do not mention it"
    one = main_of(client, "/compare?source=wikipedia&source=prolewiki&event=yenukidze-removed")
    [band] = re.findall(r'<p class="glance-silent hatched">.*?</p>', one)
    assert text_of(band) == "ProleWiki: covers this time and does not mention it"


def test_the_records_line_comes_last_and_is_folded(client: FlaskClient, shipped: Path) -> None:
    questions = load(shipped).questions.set_index("question_id")
    said = str(questions.loc["nikolaev-alone", "record"])
    html = main_of(client, "/compare?event=kirov-murder")
    [record] = re.findall(r"<details><summary>The record’s line</summary>.*?</details>", html, re.DOTALL)
    assert said in text_of(record)
    assert said not in text_of(html.replace(record, ""))
    assert html.index("The record’s line") > html.index("5 voices inside ProleWiki")


def test_blind_reading_has_no_answer_above_the_texts(client: FlaskClient, shipped: Path) -> None:
    dataset = load(shipped)
    html = main_of(client, "/compare?event=kirov-murder&blind=7")
    event = dataset.event("kirov-murder")
    above, _, _ = html.partition("The record’s line")
    assert event["summary"] not in text_of(above)
    assert "Leningrad" not in text_of(above.partition('<section class="glance"')[0])
    assert event["dating"] not in text_of(above)
    [table] = re.findall(r'<table class="spread-table">.*?</table>', html, re.DOTALL)
    assert "The record" not in text_of(table)
    assert "Text A" in glance_of(html)
    assert "base=" not in html


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("prolewiki", "Spartacus Educational: = the same: our words: [Leonid Nikolaev]"),
        ("spartacus", "ProleWiki: = the same: our words: [Leonid Nikolaev]"),
        ("wikipedia", "ProleWiki: + adds: our words: [Leonid Nikolaev]"),
    ],
)
def test_any_source_can_be_the_base(client: FlaskClient, base: str, said: str) -> None:
    html = main_of(client, f"/compare?event=kirov-murder&base={base}")
    assert said in slot(html, "By whom")
    [dates] = re.findall(r'<tr class="row-date.*?</tr>', html, re.DOTALL)
    assert dates.count(' differs"') == {"prolewiki": 2, "spartacus": 4, "wikipedia": 2}[base]


def test_the_record_can_be_the_base(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder&base=record")
    when = slot(html, "When")
    assert "The record: 1 December 1934" in when
    assert "Spartacus Educational: = the same: 1st December, 1934" in when
    assert "Georgian Journal: differs: 1934" in when
    assert "Compared with the record" in text_of(html)


def test_a_base_that_is_none_is_said(client: FlaskClient, shipped: Path) -> None:
    html = main_of(client, "/compare?event=yenukidze-removed&base=prolewiki")
    assert "ProleWiki does not tell this event, so that nothing is compared with it." in text_of(html)
    assert "No source 'prolewikki' here to compare with." in text_of(
        main_of(client, "/compare?event=kirov-murder&base=prolewikki")
    )
    dataset = load(shipped)
    asked = compare_links.read("event=kirov-murder&base=spartacus", dataset).view
    assert asked.to_query() == "event=kirov-murder&base=spartacus"
    assert compare_links.read("event=kirov-murder&base=spartacus&blind=3", dataset).view.base == ""


def test_what_authors_mark_is_marked_and_nothing_else(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    [row] = re.findall(r'<tr class="row-wording.*?</tr>', html, re.DOTALL)
    spartacus = re.findall(r"<td.*?</td>", row, re.DOTALL)[4]
    marks = re.findall(r'<mark class="mark-(\w+)"[^>]*>(.*?)</mark>', spartacus)
    assert [(kind, text_of(words)) for kind, words in marks] == [
        ("act", "act: was assassinated"),
        ("naming", "naming: a young party member"),
        ("certainty", "how sure: Stalin claimed"),
    ]
    assert "naming 1, act 1, how sure 1" in text_of(spartacus)
    assert "no other column has" not in text_of(html)
    for kind in ("naming", "act", "blame", "certainty"):
        assert re.search(rf'<input[^>]*type="checkbox" id="marks-{kind}" checked>', html)


def test_the_panel_of_the_timeline_begins_with_the_glance(client: FlaskClient) -> None:
    html = main_of(client, "/?event=kirov-murder")
    assert "ProleWiki: our words: [For a group of conspirators]" in slot(html, "Behind it")
    assert html.index("At a glance") < html.index("How the sources tell it")
    assert "The record’s line" not in html, "the panel itself is the record's"


def test_a_folder_shows_what_it_has(open_folder: Open, tmp_path: Path) -> None:
    bare = open_folder(odd_folders.events_only(tmp_path))
    event = load(tmp_path).events["event_id"].iloc[0]
    assert '<section class="glance"' not in main_of(bare, f"/?event={event}")
