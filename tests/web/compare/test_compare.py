"""The compare screen in the first HTML, which is all there is without scripts; its files and plain pages."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from dash import dcc
from dash.development.base_component import Component
from flask.testing import FlaskClient

from tests import odd_folders
from tests.folders import small_folder
from tests.web.conftest import Open
from tests.web.reading import main_of, text_of
from timeline.loading import load
from timeline.web import create_app
from timeline.web.links import compare as compare_links
from timeline.web.links.compare import View
from timeline.web.shared import date_spread


@pytest.fixture(scope="module")
def small(open_folder: Open, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return open_folder(small_folder(tmp_path_factory.mktemp("small")))


def matrix_of(html: str) -> str:
    """The table of events and sources in a page."""
    [table] = re.findall(r'<table class="matrix".*?</table>', html, re.DOTALL)
    return str(table)


def heads(html: str) -> list[str]:
    return [text_of(name) for name in re.findall(r'<span class="source-name">(.*?)</span>', html)]


def hrefs(html: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'href="([^"]*)"', html)]


def links_of(html: str) -> list[tuple[str, str]]:
    """The text and address of each link."""
    return [
        (text_of(text), unescape(link))
        for link, text in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html)
    ]


def test_one_event_has_a_column_for_each_source(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    assert heads(html) == [
        "Wikipedia",
        "Wikipedia mirror",
        "Georgian Journal",
        "ProleWiki",
        "Spartacus Educational",
    ]
    said = text_of(html)
    for words in ("Kirov is shot in the Smolny", "1 December 1934", "Who speaks", "In its words"):
        assert words in said
    assert "repeats Wikipedia" in said


def test_the_reader_chooses_and_orders_the_columns(client: FlaskClient) -> None:
    chosen = "/compare?source=spartacus&source=prolewiki&source=wikipedia&event=kirov-murder"
    html = main_of(client, chosen)
    assert heads(html) == ["Spartacus Educational", "ProleWiki", "Wikipedia"]
    moved = re.search(r'<a href="([^"]+)"[^>]*aria-label="Move ProleWiki to the left"', html)
    assert moved
    assert heads(main_of(client, unescape(moved[1])))[:2] == ["ProleWiki", "Spartacus Educational"]
    gone = re.search(r'<a href="([^"]+)"[^>]*aria-label="Take ProleWiki away"', html)
    assert gone
    two = main_of(client, unescape(gone[1]))
    assert heads(two) == ["Spartacus Educational", "Wikipedia"]
    assert "Take Wikipedia away" not in two, "two columns are the fewest"


def test_one_source_alone_is_the_first_column(client: FlaskClient) -> None:
    assert heads(main_of(client, "/compare?source=spartacus&event=kirov-murder"))[:2] == [
        "Spartacus Educational",
        "Wikipedia",
    ]


def test_a_voice_stands_in_its_document_or_alone(client: FlaskClient) -> None:
    folded = main_of(client, "/compare?event=kirov-murder")
    assert "Christopher Andrew" not in heads(folded)
    assert '<span class="fine">also Christopher Andrew</span>' in folded
    alone = main_of(client, "/compare?event=kirov-murder&fold=0")
    assert "Christopher Andrew" in heads(alone)
    assert "also Christopher Andrew" not in alone


def test_of_more_than_six_the_documents_stand_first_and_a_link_brings_in_each_left_out(
    client: FlaskClient,
) -> None:
    html = main_of(client, "/compare?event=kirov-murder&fold=0")
    shown = heads(html)
    assert len(shown) == 6
    documents = {"Wikipedia", "Wikipedia mirror", "Georgian Journal", "ProleWiki", "Spartacus Educational"}
    assert documents < set(shown)
    [sentence] = re.findall(r'<p class="left-out">.*?</p>', html)
    for name in ("Robert Conquest", "Alla Kirilina", "Matthew Lenoe", "Grover Furr"):
        assert name in sentence
    [link] = [link for name, link in links_of(sentence) if name == "Matthew Lenoe"]
    brought = main_of(client, link)
    assert heads(brought) == [*shown[:5], "Matthew Lenoe"]
    assert shown[5] in text_of(re.findall(r'<p class="left-out">.*?</p>', brought)[0])


def test_where_there_is_no_room_one_column_is_exchanged_for_another(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder&fold=0")
    shown = heads(html)
    [menu] = re.findall(
        r'<summary aria-label="Another source instead of Georgian Journal".*?</details>', html, re.S
    )
    [link] = [link for name, link in links_of(menu) if name == "Robert Conquest"]
    place = shown.index("Georgian Journal")
    assert heads(main_of(client, link)) == [*shown[:place], "Robert Conquest", *shown[place + 1 :]]
    assert "instead of" not in main_of(client, "/compare?event=kirov-murder"), "there is room for one more"


def test_blind_reading_does_not_name_who_is_left_out(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder&fold=0&blind=7")
    [sentence] = re.findall(r'<p class="left-out">.*?</p>', html)
    assert re.search(r"Left out: \d+ more", sentence)
    assert "Matthew Lenoe" not in html


def test_silences_of_two_kinds_stand_side_by_side(client: FlaskClient) -> None:
    html = main_of(client, "/compare?source=wikipedia&source=spartacus&event=famine-1932-33")
    found = re.findall(r'<td class="silent hatched".*?</td>', html, re.DOTALL)
    assert [text_of(cell).split(" On the")[0] for cell in found][:2] == [
        "Wikipedia Silent: does not reach this time.",
        "Spartacus Educational Silent: covers this time and does not mention it.",
    ]


def test_voices_are_folded_under_what_their_document_says(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    [row] = re.findall(r'<tr class="row-account.*?</tr>', html, re.DOTALL)
    prolewiki = re.findall(r"<td.*?</td>", row, re.DOTALL)[3]
    own, _, voices = prolewiki.partition('<details class="cell-more">')
    assert own.count("cell-entry") == 1
    assert "Nikolaev, an unemployed party member" in own
    assert "5 voices in it" in voices
    assert voices.count("cell-entry") == 5


def test_voices_stand_open_where_their_document_says_nothing_itself(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    [alone] = re.findall(
        r'<tr class="row-question(?:(?!</tr>).)*act alone or for a group.*?</tr>', html, re.DOTALL
    )
    mirror = re.findall(r"<td.*?</td>", alone, re.DOTALL)[1]
    assert "cell-more" not in mirror
    assert "Other Wikipedia articles: Names nobody behind him" in text_of(mirror)


def test_dates_agree_as_far_as_independent_names_do(client: FlaskClient) -> None:
    mirrored = text_of(main_of(client, "/compare?event=yenukidze-removed"))
    assert (
        "Dated by 2 names in 1 text; 1 only through Wikipedia mirror: their dates are compatible" in mirrored
    )
    assert "1 not as the record does." in mirrored
    vague = text_of(main_of(client, "/compare?event=kirov-murder"))
    assert "their dates are compatible, known to different precision." in vague
    assert "different dates" not in vague


def test_what_is_the_same_says_so(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    [dates] = re.findall(r'<tr class="row-date.*?</tr>', html, re.DOTALL)
    cells = re.findall(r"<td.*?</td>", dates, re.DOTALL)
    prolewiki = cells[3]
    assert 'class="said same"' in prolewiki
    assert "as Wikipedia" in text_of(prolewiki)
    assert 'class="said"' in cells[0], "what another column says too does not stand out"
    assert 'class="said differs"' in cells[2]


def test_the_note_of_scholars_stands_with_what_accepts_the_charges(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder")
    assert 'href="#scholars"' in html
    assert 'id="scholars"' in html
    assert "were show trials" in html
    without = main_of(client, "/compare?source=wikipedia&source=spartacus&event=kirov-murder")
    assert "scholars" not in without


@pytest.mark.parametrize(
    "address",
    [
        "/compare",
        "/compare?view=questions",
        "/compare?question=nikolaev-alone",
        "/compare/worksheet?event=kirov-murder",
        "/compare/key?event=kirov-murder",
        "/list",
        "/?as=prolewiki",
        "/?lanes=source",
    ],
)
def test_the_note_stands_wherever_accounts_accept_the_charges(client: FlaskClient, address: str) -> None:
    assert "were show trials" in main_of(client, address)


@pytest.mark.parametrize(
    "address",
    [
        "/compare?source=wikipedia&source=georgian-journal&told=none",
        "/compare/key?source=wikipedia&source=spartacus&event=kirov-murder",
        "/?as=georgian-journal&q=zzzz",
    ],
)
def test_where_no_account_accepts_them_there_is_no_note(client: FlaskClient, address: str) -> None:
    assert "were show trials" not in main_of(client, address)


def test_the_note_is_the_last_row_of_the_tables(client: FlaskClient) -> None:
    for address in ("/compare/matrix.csv", "/compare/table.csv?event=kirov-murder"):
        [last] = table(client, address)[-1]
        assert "were show trials" in last


@pytest.mark.slow
def test_every_link_of_a_comparison_leads_somewhere(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder&person=kirov")
    links = {link for link in hrefs(html) if link.startswith("/")}
    assert len(links) > 20
    for link in links:
        assert client.get(link).status_code == 200, link
    assert "/?as=spartacus&event=kirov-murder" in links
    assert "/?person=kirov&event=kirov-murder" in links, "the filter is kept on the way back"


def test_a_date_that_is_not_established_is_not_drawn_as_a_firm_one(client: FlaskClient) -> None:
    for address in ("/compare?event=alksnis-shot", "/?event=alksnis-shot"):
        assert "29 July 1938, partly confirmed" in text_of(client.get(address).text)
    [bar, *_] = re.findall(r'<svg class="spread-bar[^>]*>', main_of(client, "/compare?event=alksnis-shot"))
    assert "not-firm" in bar
    assert "not-firm" not in main_of(client, "/compare?event=kirov-murder")


def test_blind_reading_hides_every_name(client: FlaskClient, shipped: Path) -> None:
    html = main_of(client, "/compare?event=kirov-murder&blind=7")
    assert heads(html) == ["Text A", "Text B", "Text C", "Text D", "Text E"]
    sources = load(shipped).sources
    for name in (*sources["speaker"], *sources["source_id"]):
        assert not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", html), name


def test_names_stay_hidden_on_every_view_of_the_screen(client: FlaskClient, shipped: Path) -> None:
    """Follow every link of the screen, as far as two steps, until the names are revealed or blind reading is left."""
    dataset = load(shipped)
    speakers = sorted(set(dataset.sources["speaker"]) - set(dataset.people["name"]))
    seen: set[str] = set()
    ways = ["/compare?event=kirov-murder&blind=7"]
    for _ in range(2):
        found: list[str] = []
        for way in set(ways) - seen:
            html = main_of(client, way)
            shown = re.search(rf"(?<![\w-])(?:{'|'.join(map(re.escape, speakers))})(?![\w-])", html)
            assert not shown, f"{shown} at {way}"
            found += [
                link
                for text, link in links_of(html)
                if link.startswith("/compare?") or link == "/compare"
                if text not in ("Reveal the names", "Leave blind reading")
            ]
        seen |= set(ways)
        ways = found
    assert "/compare?blind=7" in seen
    assert "/compare?view=questions&blind=7" in seen
    assert any("question=" in way for way in seen)
    form = re.search(r"<form.*?</form>", main_of(client, "/compare?blind=7"), re.S)
    assert form
    assert '<input type="hidden" name="blind" value="7">' in form[0]


def test_the_whole_is_revealed_in_the_same_order(client: FlaskClient) -> None:
    hidden, shown = (main_of(client, f"/compare?blind=7{more}") for more in ("", "&reveal=1"))
    assert "span-chart" in main_of(client, "/compare")
    assert "span-chart" not in hidden, "the bars name the sources"
    rows = [re.findall(r'<td role="cell".*?</td>', matrix_of(html)) for html in (hidden, shown)]
    assert rows[0] == rows[1]
    assert "Text A is " in text_of(shown)


def test_a_title_of_its_own_does_not_give_a_hidden_source_away(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder&blind=7")
    assert "Stalin and the Kirov Murder" not in html
    assert "Assassinat de Kirov" not in html
    assert "the title of its own text" in html
    assert "the murder of Sergei Kirov" in html, "another's title, but a name here"


def test_blind_reading_is_revealed_in_the_same_order(client: FlaskClient) -> None:
    hidden = main_of(client, "/compare?event=kirov-murder&blind=7")
    revealed = main_of(client, "/compare?event=kirov-murder&blind=7&reveal=1")
    key = re.findall(r"(Text [A-E]) is ([^;.]+?)[;.]", text_of(revealed))
    assert [label for label, _ in key] == heads(hidden)
    assert [name for _, name in key] == heads(revealed)
    other = main_of(client, "/compare?event=kirov-murder&blind=8&reveal=1")
    assert heads(other) != heads(revealed)
    assert sorted(heads(other)) == sorted(heads(revealed))


def test_the_whole_has_a_row_for_each_event_and_a_word_for_each_cell(
    client: FlaskClient, shipped: Path
) -> None:
    html = matrix_of(main_of(client, "/compare"))
    dataset = load(shipped)
    rows = re.findall(r'<th role="rowheader" scope="row">', html)
    assert len(rows) == len(dataset.events)
    cells = re.findall(r'<td role="cell".*?</td>', html)
    assert len(cells) == 5 * len(rows)
    assert all(re.search(r'<i role="img" aria-label="\w[^"]+">[^<]+</i>', cell) for cell in cells)


def test_a_dispute_says_who_contradicts_whom(client: FlaskClient) -> None:
    html = main_of(client, "/compare?told=disputed")
    rows = re.findall(r'<tr role="row"><th role="rowheader" scope="row">.*?</tr>', matrix_of(html), re.DOTALL)
    assert rows
    alone = [row for row in rows if row.count('class="told"') < 2]
    assert alone, "an event that one column tells can be disputed within it"
    for row in rows:
        assert ("voices in one column" in row) == ("(≠)" in row) == (row in alone)
        assert "contradict each other" in row
    assert "independent sources contradict each other" in text_of(html)


@pytest.mark.parametrize(
    ("told", "formerly"),
    [("all", "told-by-all"), ("several", ""), ("one", "told-by-one"), ("none", ""), ("disputed", "disputed")],
)
def test_the_whole_is_filtered_by_tellers_person_and_theme(
    client: FlaskClient, told: str, formerly: str
) -> None:
    html = main_of(client, f"/compare?told={told}&person=kirov&theme=kirov")
    count = len(re.findall(r'scope="row">', matrix_of(html)))
    assert f"{count} of " in text_of(html)
    [offered] = re.findall(rf'<option value="{told}" selected>.*?\((\d+)\)', html)
    assert int(offered) == count
    if formerly:
        assert main_of(client, f"/compare?kind={formerly}&person=kirov&theme=kirov") == html


def test_how_much_each_source_tells_is_drawn_with_its_numbers(client: FlaskClient, shipped: Path) -> None:
    html = main_of(client, "/compare")
    [table] = re.findall(r'<table class="span-chart.*?>.*?</table>', html, re.DOTALL)
    dataset = load(shipped)
    voices = dataset.sources[dataset.sources["document"] == "spartacus"]["source_id"]
    told = dataset.accounts[dataset.accounts["source_id"].isin(voices)]["event_id"]
    row = next(row for row in table.split("<tr") if "Spartacus" in row)
    numbers = [int(number) for number in re.findall(r"(?<=>)(\d+)(?=</td>)", row)]
    assert numbers[-1] == sum(numbers[:-1]) == told.nunique()


def test_no_page_brings_the_chart_library(client: FlaskClient, shipped: Path) -> None:
    layout = create_app(load(shipped)).validation_layout
    assert isinstance(layout, Component)
    assert not [part for part in layout._traverse() if isinstance(part, dcc.Graph)]
    for address in ("/", "/compare", "/compare?event=kirov-murder", "/people/kirov", "/sources"):
        assert not re.search(r'<script[^>]* src="[^"]*plotly', client.get(address).text)


def test_a_question_has_its_positions_and_the_record_folded(client: FlaskClient, shipped: Path) -> None:
    dataset = load(shipped)
    question = dataset.questions[dataset.questions["question_id"] == "politburo-vote"].iloc[0]
    html = main_of(client, "/compare?question=politburo-vote")
    said = text_of(html)
    assert question["question"] in said
    assert "Yes, it sided with Kirov" in said
    assert "1 position. 1 name. Only one text answers: this is a claim." in said
    [record] = re.findall(r'<details class="record.*?>.*?</details>', html, re.DOTALL)
    assert question["record"] in text_of(record)
    assert question["record"] not in text_of(html.replace(record, ""))


def test_all_questions_are_listed_and_filtered(client: FlaskClient, shipped: Path) -> None:
    every = main_of(client, "/compare?view=questions")
    assert every.count('<li class="issue') == len(load(shipped).questions)
    some = main_of(client, "/compare?view=questions&person=yenukidze")
    assert 0 < some.count('<li class="issue') < every.count('<li class="issue')


@pytest.mark.parametrize(
    ("query", "heading", "near"),
    [
        ("event=kirov-murdr", "This event is not here", "/compare?event=kirov-murder"),
        ("question=politburo-vot", "This question is not here", "/compare?question=politburo-vote"),
    ],
)
def test_a_stale_link_says_so_and_offers_the_nearest(
    client: FlaskClient, query: str, heading: str, near: str
) -> None:
    html = main_of(client, f"/compare?{query}")
    assert heading in text_of(html)
    assert near in hrefs(html)


def test_where_no_name_is_near_the_way_to_all_questions_is_offered(client: FlaskClient) -> None:
    assert ("All open questions", "/compare?view=questions") in links_of(
        main_of(client, "/compare?question=zzz")
    )


def test_a_source_that_was_mistyped_is_offered_by_the_name_on_the_screens(client: FlaskClient) -> None:
    html = main_of(client, "/compare?event=kirov-murder&source=prolewikki")
    assert "did you mean ProleWiki?" in text_of(html)


def test_a_table_without_rows_is_not_said_to_be_missing(open_folder: Open, tmp_path: Path) -> None:
    folder = odd_folders.events_only(tmp_path)
    (folder / "accounts.csv").write_text("event_id,source_id,account\n", encoding="utf-8")
    said = text_of(main_of(open_folder(folder), "/compare"))
    assert "accounts.csv of this folder has no rows yet" in said
    assert "This folder has no accounts.csv" not in said


def test_the_panel_says_once_that_the_record_gives_no_date(client: FlaskClient) -> None:
    said = text_of(main_of(client, "/?event=svanidze-letter&q=svanidze"))
    assert "No record: placed where its source puts it" in said
    assert "The record gives no date: placed" not in said


def test_a_source_that_is_not_here_is_named_and_the_rest_is_shown(client: FlaskClient) -> None:
    html = main_of(client, "/compare?source=spartacuss&source=prolewiki&event=kirov-murder")
    assert "No source 'spartacuss' here" in text_of(html)
    assert heads(html)[0] == "ProleWiki"


@pytest.mark.parametrize(
    "query",
    [
        "blind=x",
        "blind=" + "9" * 400,
        "blind=٣&event=kirov-murder",
        "fold=7",
        "kind=best&sort=worst",
        "reveal=1",
        "view=nothing",
        "event=kirov-murder&event=famine-1932-33",
        "blind=1&blind=2&event=kirov-murder",
        "%ff=%ff&=&&&",
        "event=%00<script>alert(1)</script>",
        "colour=red",
    ],
)
def test_no_link_breaks_the_screen(client: FlaskClient, query: str) -> None:
    html = main_of(client, f"/compare?{query}")
    assert "<script>alert" not in html


def test_a_link_is_read_back_as_it_was_written(client: FlaskClient, shipped: Path) -> None:
    dataset = load(shipped)
    query = "person=kirov&source=spartacus&source=prolewiki&event=kirov-murder&fold=0&blind=41&reveal=1"
    asked = compare_links.read(query, dataset)
    assert asked.dropped == ()
    assert asked.view.to_query() == query
    assert compare_links.read("", dataset).view == View()
    assert View().to_query() == ""


def test_a_folder_of_events_alone_says_what_is_missing(open_folder: Open, tmp_path: Path) -> None:
    client = open_folder(odd_folders.events_only(tmp_path))
    html = main_of(client, "/compare")
    assert "This folder has no accounts.csv" in text_of(html)
    assert "Open questions" not in html
    assert "This folder has no questions.csv" in text_of(main_of(client, "/compare?view=questions"))


def test_a_folder_with_little_in_it_is_compared_all_the_same(small: FlaskClient) -> None:
    for query in (
        "",
        "event=kirov-murder",
        "event=removal",
        "event=bloc&fold=0",
        "question=who",
        "blind=3&event=bloc",
    ):
        assert "Something went wrong" not in main_of(small, f"/compare?{query}")


def table(client: FlaskClient, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def test_the_comparison_and_the_matrix_are_files_too(client: FlaskClient) -> None:
    rows = table(client, "/compare/table.csv?source=spartacus&source=prolewiki&event=kirov-murder")
    assert ["", "Spartacus Educational", "ProleWiki"] in rows
    assert any(row and row[0] == "When" and row[1] == "1st December, 1934" for row in rows)
    matrix = table(client, "/compare/matrix.csv?told=all")
    assert matrix[0][:4] == ["event_id", "date", "title", "Wikipedia"]
    assert "kirov-murder" in {row[0] for row in matrix}
    assert not {"not mentioned", "out of its span"} & {cell for row in matrix for cell in row}
    assert "@" in client.get("/compare/sources.bib?event=kirov-murder").text


def test_the_worksheet_is_blank_and_the_key_is_a_second_sheet(client: FlaskClient) -> None:
    blank = client.get("/compare/worksheet?source=spartacus&source=prolewiki&event=kirov-murder").text
    key = client.get("/compare/key?source=spartacus&source=prolewiki&event=kirov-murder").text
    words = "a young party member"
    assert words not in unescape(blank)
    assert words in unescape(key)
    assert blank.count('<section class="sheet') == 1
    assert key.count('<section class="sheet') == 2
    assert key.index("sheet-blank") < key.index(words)
    assert "<script src" not in blank


@pytest.mark.parametrize("page", ["worksheet", "key", "table.csv", "sources.bib"])
def test_a_sheet_of_no_event_is_not_found(client: FlaskClient, page: str) -> None:
    answer = client.get(f"/compare/{page}?event=nothing")
    assert answer.status_code == 404
    assert "Open an event on the compare screen first" in answer.text


def test_the_event_panel_and_the_list_lead_here(client: FlaskClient) -> None:
    html = main_of(client, "/?person=kirov&event=kirov-murder&lanes=source&as=spartacus")
    links = [link for link in hrefs(html) if link.startswith("/compare")]
    assert links.count("/compare?person=kirov&event=kirov-murder") == 2


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (-12836, -12834, "Nov 1934"),
        (-13000, -12000, "1935"),
        (-40000, -10000, "1880"),
        (0, 200, "1970"),
    ],
)
def test_the_axis_has_a_few_lines_at_round_dates(first: int, last: int, label: str) -> None:
    ticks = date_spread.ticks(date_spread.Axis(first - 14, last + 14))
    assert 1 <= len(ticks) <= 6
    assert any(label in tick.label for tick in ticks)
    assert all(0 <= tick.place <= 100 for tick in ticks)
