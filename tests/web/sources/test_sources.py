"""The pages of the sources in the first HTML, which is all there is without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.folders import make_folder
from tests.web.compare.test_compare import hrefs
from tests.web.conftest import Open
from tests.web.reading import main_of, text_of
from timeline.dataset import Dataset
from timeline.loading import load
from timeline.query.selection import Selection
from timeline.sources.narrative import own_telling
from timeline.web.links import sources as source_links
from timeline.web.links.sources import View


@pytest.fixture(scope="module")
def dataset(shipped: Path) -> Dataset:
    return load(shipped)


def names(html: str) -> list[str]:
    """What the told events are called, in their order."""
    return [text_of(name) for name in re.findall(r'<li class="told".*?<h3>(.*?)</h3>', html, re.DOTALL)]


def gaps(html: str) -> list[str]:
    """The ids of the events that are listed as left out between."""
    between = html.split('<details class="outside">')[0]
    return re.findall(r'<li class="gap" id="event-([^"]+)"', between)


def section(html: str, name: str) -> str:
    found = re.search(rf'<section class="{name}.*?</section>', html, re.DOTALL)
    return found[0] if found else ""


def test_all_documents_stand_there_with_their_voices_in_them(client: FlaskClient, dataset: Dataset) -> None:
    html = main_of(client, "/sources")
    documents = re.findall(r'<article class="document" id="source-([^"]+)"', html)
    assert documents == dataset.sources.loc[dataset.sources["depth"] == 0, "source_id"].tolist()
    voices = re.findall(r'<li id="source-([^"]+)" class="voice told-voice close"', html)
    assert sorted(voices) == sorted(dataset.sources.loc[dataset.sources["depth"] > 0, "source_id"])
    # Before Davies more lists of voices are opened than closed: he stands in Rothstein, who stands in ProleWiki.
    before = html[html.index('id="source-prolewiki"') : html.index('id="source-davies-1937"')]
    assert before.count('<ul class="voices') == 2
    assert "</li></ul>\n  </li></ul>" not in before
    said = text_of(html)
    for column in ("purpose", "value", "limitation", "genre", "perspective", "licence"):
        for cell in dataset.sources.loc[dataset.sources["depth"] == 0, column]:
            assert " ".join(cell.split()) in said, column


def test_the_mirror_is_said_to_be_no_second_witness(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/sources"))
    assert "Wikipedia mirror repeats Wikipedia" in said
    assert "32 names in 4 texts; 18 only through ProleWiki" in said
    assert "independent witness" not in said
    assert "repeats Wikipedia: no second witness" in said
    assert "repeats Wikipedia: no second witness" in text_of(main_of(client, "/sources/wikipedia-mirror"))
    assert "repeated by Wikipedia mirror" in text_of(main_of(client, "/sources/wikipedia"))


def test_the_chart_is_a_table_whose_rows_add_up(client: FlaskClient, dataset: Dataset) -> None:
    html = main_of(client, "/sources")
    [table] = re.findall(r'<table class="span-chart.*?</table>', html, re.DOTALL)
    rows = re.findall(r'<tr role="row"><th role="rowheader".*?</tr>', table, re.DOTALL)
    assert len(rows) == 5
    for row in rows:
        numbers = [int(cell) for cell in re.findall(r"(?<=>)(\d+)(?=</td>)", row)]
        assert numbers[-1] == sum(numbers[:-1])


def test_a_telling_stands_there_from_first_to_last(client: FlaskClient, dataset: Dataset) -> None:
    html = main_of(client, "/sources/prolewiki")
    assert names(html)[0] == own_telling(dataset, "prolewiki").told[0].name
    assert len(names(html)) == own_telling(dataset, "prolewiki").whole
    said = text_of(section(html, "own-telling"))
    for words in (
        "the murder of Sergei Kirov",
        "record: 1 December 1934",
        "shot Kirov in the back of the skull",
    ):
        assert words in said
    assert "Andrew Rothstein in ProleWiki" in said
    assert gaps(html) == []


def test_what_is_left_out_is_listed_when_asked_for(client: FlaskClient, dataset: Dataset) -> None:
    asked = Selection(since="1935", until="1936")
    html = main_of(client, "/sources/prolewiki?gaps=1&from=1935&to=1936")
    assert gaps(html) == [gap.event_id for gap in own_telling(dataset, "prolewiki", asked).gaps]
    said = text_of(html)
    assert "The Kremlin case – not mentioned; told by Wikipedia; Wikipedia mirror" in said
    assert "only the record has it" in said
    assert "/sources/prolewiki?from=1935&to=1936#telling" in hrefs(html)
    beyond = main_of(client, "/sources/wikipedia?gaps=1")
    assert "events that it does not reach" in text_of(beyond)
    assert "out of its span" in text_of(beyond)


def test_its_own_voice_can_be_read_alone(client: FlaskClient, dataset: Dataset) -> None:
    html = main_of(client, "/sources/prolewiki?voices=0&gaps=1")
    assert len(names(html)) == own_telling(dataset, "prolewiki", voices=False).whole
    assert "told-voice" not in html
    assert "only in the words of Andrew Rothstein" in text_of(html)
    assert "With the voices that it prints" in text_of(html)


def test_a_filter_of_a_link_leaves_some_of_it(client: FlaskClient) -> None:
    html = main_of(client, "/sources/prolewiki?person=yagoda")
    assert 0 < len(names(html)) < 20
    assert "Person: Genrikh Yagoda" in text_of(html)
    assert "Links know no key" in text_of(main_of(client, "/sources/prolewiki?colour=red"))
    assert "'gaps' is 1 or left out, not 'x'." in text_of(main_of(client, "/sources/prolewiki?gaps=x"))


def test_by_how_many_it_is_told_is_a_filter_here_too_and_is_not_lost(client: FlaskClient) -> None:
    html = main_of(client, "/sources/prolewiki?told=one&match=all")
    assert "Told by one only" in text_of(html)
    assert re.search(r"\d+ of \d+ events", text_of(html))
    for name, value in (("told", "one"), ("match", "all")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in html


def test_the_questions_to_ask_are_folded_with_their_answers(client: FlaskClient, dataset: Dataset) -> None:
    html = section(main_of(client, "/sources/davies-1937"), "sourcing")
    questions = re.findall(r"<details><summary>(.*?)</summary>", html)
    assert questions[0] == "Who speaks?"
    assert "How do they know?" in questions
    sources = dataset.sources.set_index("source_id")
    limitation = str(sources.loc["davies-1937", "limitation"])
    assert limitation in text_of(html)
    assert limitation not in text_of(re.sub(r"<details>.*?</details>", "", html, flags=re.DOTALL))
    assert "We read it only through Andrew Rothstein" in text_of(html)


def test_a_voice_says_in_whom_it_is_printed(client: FlaskClient) -> None:
    html = main_of(client, "/sources/davies-1937")
    assert {"/sources", "/sources/prolewiki", "/sources/rothstein-1950"} <= set(hrefs(html))
    assert "a voice that Andrew Rothstein prints" in text_of(html)
    assert "Quoted in Andrew Rothstein" in text_of(section(html, "citations"))


def test_its_words_lead_to_where_they_stand(client: FlaskClient) -> None:
    html = main_of(client, "/sources/prolewiki")
    vocabulary = section(html, "vocabulary")
    for words in ("Kirov 3×", "executed 5×", "clandestine 2×"):
        assert words in text_of(vocabulary)
    targets = set(re.findall(r'id="(event-[^"]+)"', html))
    inner = {link.removeprefix("#") for link in hrefs(vocabulary) if link.startswith("#event-")}
    assert inner
    assert inner <= targets
    assert "/people/yezhov" in hrefs(vocabulary)


def test_whom_it_quotes_and_of_whom_it_only_speaks(client: FlaskClient) -> None:
    html = section(main_of(client, "/sources/prolewiki"), "heard")
    quoted, unheard = html.split('<div class="unheard">')
    assert "/sources/stalin-1939" in hrefs(quoted)
    assert "Karl Radek" in text_of(quoted)
    assert "Karl Radek" not in text_of(unheard)
    assert "Nikolai Yezhov shot 1940" in text_of(unheard)


def test_its_answers_say_who_agrees(client: FlaskClient) -> None:
    said = text_of(section(main_of(client, "/sources/prolewiki"), "stands"))
    assert "Sixteen, all executed – The same outside it, 1 name: Spartacus Educational ." in said
    said = text_of(section(main_of(client, "/sources/wikipedia-mirror"), "stands"))
    assert "No other name outside says so, only what counts as the same: Wikipedia" in said


def test_the_note_of_scholars_stands_with_what_accepts_the_charges(client: FlaskClient) -> None:
    html = main_of(client, "/sources/rothstein-1950")
    assert 'id="scholars"' in html
    assert "were show trials" in html
    assert "scholars" not in main_of(client, "/sources/lenoe-2010")


@pytest.mark.slow
def test_every_link_of_a_page_leads_somewhere(client: FlaskClient) -> None:
    for address in ("/sources", "/sources/spartacus?gaps=1&voices=0"):
        links = {link.split("#")[0] for link in hrefs(main_of(client, address)) if link.startswith("/")}
        assert len(links) > 30
        for link in links:
            assert client.get(link).status_code == 200, link


def test_an_address_outside_is_a_plain_link(client: FlaskClient) -> None:
    html = main_of(client, "/sources")
    assert '<a href="https://en.wikipedia.org/wiki/Kremlin_Plot" rel="noopener noreferrer">' in html


@pytest.mark.parametrize(("asked", "near"), [("prolewik", "prolewiki"), ("rothstein", "rothstein-1950")])
def test_an_unknown_source_is_not_here_and_the_nearest_are_named(
    client: FlaskClient, asked: str, near: str
) -> None:
    answer = client.get(f"/sources/{asked}")
    assert answer.status_code == 404
    assert f'href="/sources/{near}"' in answer.text
    assert "No source has this name" in answer.text


def test_names_of_speakers_lead_to_their_pages(client: FlaskClient) -> None:
    for address in (
        "/?event=kirov-murder",
        "/list?person=kirov",
        "/compare",
        "/compare?event=kirov-murder",
        "/compare?question=politburo-vote",
    ):
        assert "/sources/spartacus" in hrefs(main_of(client, address)), address
    assert "/sources/" not in main_of(client, "/compare?event=kirov-murder&blind=7")


@pytest.mark.parametrize(
    "query",
    [
        "gaps=1&gaps=0",
        "voices=7",
        "%ff=%ff&=&&&",
        "from=x&to=y",
        "person=nobody",
        "q=%00<script>alert(1)</script>",
    ],
)
def test_no_link_breaks_the_page(client: FlaskClient, query: str) -> None:
    assert "<script>alert" not in main_of(client, f"/sources/prolewiki?{query}")


def test_a_link_is_read_back_as_it_was_written(dataset: Dataset) -> None:
    query = "person=kirov&from=1935&to=1936&gaps=1&voices=0"
    asked = source_links.read(query, dataset)
    assert asked.dropped == ()
    assert asked.view.to_query() == query
    assert source_links.read("lanes=source&event=kirov-murder", dataset).view == View()
    assert View().to_query() == ""


def test_a_folder_without_sources_says_so_and_does_not_offer_the_screen(
    open_folder: Open, tmp_path: Path
) -> None:
    client = open_folder(odd_folders.events_only(tmp_path))
    answer = client.get("/")
    assert ">Sources</a>" not in answer.text
    assert "This folder has no sources.csv" in text_of(main_of(client, "/sources"))
    assert client.get("/sources/anybody").status_code == 404


def test_a_source_without_accounts_shows_what_there_is(open_folder: Open, tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        events=[{"event_id": "deed", "start": "1934", "title": "The deed"}],
        sources=[{"source_id": "book", "title": "The book"}],
    )
    client = open_folder(folder)
    html = main_of(client, "/sources/book")
    assert "No account of it is in this folder yet." in text_of(html)
    for absent in ("own-telling", "vocabulary", "heard", "stands"):
        assert not section(html, absent)
    assert "source-drawing" not in html
    assert "Nothing is noted of this" in text_of(html)
    assert section(html, "citations")
    assert "The book" in text_of(main_of(client, "/sources"))


def test_strange_text_is_text(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.strange(tmp_path))
    for address in ("/sources", "/sources/book?gaps=1"):
        html = main_of(client, address)
        assert "<script>document" not in html
        assert "&lt;script&gt;" in html
        assert odd_folders.ARABIC in html


def test_all_sources_lead_to_the_works_behind_the_record(
    client: FlaskClient, open_folder: Open, tmp_path: Path
) -> None:
    assert 'href="/works"' in main_of(client, "/sources")
    plain = make_folder(
        tmp_path,
        events=[{"event_id": "one", "start": "1934", "title": "One"}],
        sources=[{"source_id": "book", "title": "A book"}],
        accounts=[{"event_id": "one", "source_id": "book"}],
    )
    assert 'href="/works"' not in main_of(open_folder(plain), "/sources")
