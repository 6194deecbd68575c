"""Pages and files that need no script."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import odd_folders
from tests.web.conftest import Open
from timeline.web.timeline.telling import LIST_PAGE


@pytest.fixture(scope="module")
def long(open_folder: Open, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return open_folder(odd_folders.many(tmp_path_factory.mktemp("many"), 2 * LIST_PAGE + 50))


def titles(html: str) -> list[str]:
    return re.findall(r"<span>(Event \d+)</span>", html)


def test_a_long_list_is_paged_and_nothing_is_lost(long: FlaskClient) -> None:
    found: list[str] = []
    address = "/list"
    for _ in range(3):
        html = long.get(address).text
        assert "Links know no key" not in html
        found += titles(html)
        following = re.search(r'href="([^"]+)">The next (\d+)</a>', html)
        if following:
            address = following[1].replace("&amp;", "&")
    assert following is None
    assert found == [f"Event {number}" for number in range(2 * LIST_PAGE + 50)]


def test_the_pages_of_a_filter_stay_in_it(long: FlaskClient) -> None:
    html = long.get("/list?theme=odd").text
    [(address, number)] = re.findall(r'href="([^"]+)">The next (\d+)</a>', html)
    assert number == "25"
    second = long.get(address.replace("&amp;", "&")).text
    assert len(titles(second)) == 25
    assert all(int(title.split()[1]) % 2 for title in titles(second))
    assert 'start="201"' in second
    assert "The 200 before" in second


@pytest.mark.parametrize(
    ("page", "first"),
    [("0", 0), ("-1", 0), ("x", 0), ("", 0), ("9" * 30, 0), ("٣", 0), ("99", 400), ("2&page=3", 200)],
)
def test_a_page_that_is_not_there_is_the_nearest(long: FlaskClient, page: str, first: int) -> None:
    answer = long.get(f"/list?page={page}")
    assert answer.status_code == 200
    assert titles(answer.text)[0] == f"Event {first}"


def test_what_the_list_page_is_asked_in_vain_is_told(client: FlaskClient) -> None:
    assert "No person &#39;nobody&#39; here" in client.get("/list?person=nobody").text


def test_the_list_has_each_telling_with_its_source(client: FlaskClient) -> None:
    html = client.get("/list?q=smolny").text
    assert "Kirov is shot in the Smolny" in html
    assert re.search(r"<strong>Moscow Trials</strong>.*?Rejects|Accepts", html, re.DOTALL)


def table(client: FlaskClient, query: str) -> list[dict[str, str]]:
    answer = client.get("/events.csv?" + query)
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == "attachment; filename=events.csv"
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def test_the_table_has_the_events_of_the_filter(client: FlaskClient, shipped: Path) -> None:
    with (shipped / "events.csv").open(encoding="utf-8-sig", newline="") as shipped_table:
        rows = list(csv.DictReader(shipped_table))
    here = {row["event_id"] for row in rows if "yenukidze" in row["people"].replace(":", ";").split(";")}
    mentioned = {row["event_id"] for row in rows if re.search(r"\byenukidze\b", row["people"])}
    assert here <= mentioned
    assert {row["event_id"] for row in table(client, "person=yenukidze")} == mentioned
    assert len(table(client, "")) == len(rows)
    assert table(client, "person=yenukidze&q=xylophone") == []


def test_the_table_and_the_list_have_what_so_many_tell(client: FlaskClient) -> None:
    alone = {row["event_id"] for row in table(client, "told=one")}
    disputed = {row["event_id"] for row in table(client, "told=disputed")}
    assert "kirov-murder" in disputed - alone
    assert table(client, "kind=told-by-one") == table(client, "told=one"), "as old links of Compare have it"
    html = client.get("/list?told=all").text
    assert html.count('<li class="entry">') == len(table(client, "told=all")) > 0
    assert "told by all five" in html


def test_a_stale_filter_still_gives_a_table(client: FlaskClient) -> None:
    assert len(table(client, "person=nobody&colour=red")) == len(table(client, ""))


def test_no_cell_of_the_table_starts_a_formula(
    open_folder: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    client = open_folder(odd_folders.strange(tmp_path_factory.getbasetemp() / "strange"))
    rows = {row["event_id"]: row for row in table(client, "")}
    assert rows["formula"]["title"] == "'" + odd_folders.FORMULA
    assert rows["arabic"]["title"] == odd_folders.ARABIC
    assert not [
        cell for row in rows.values() for cell in row.values() if cell.startswith(("=", "+", "-", "@"))
    ]


def test_the_problems_page_names_file_line_value_and_cure(
    open_folder: Open, shipped: Path, tmp_path: Path
) -> None:
    html = open_folder(odd_folders.with_ten_faults(shipped, tmp_path)).get("/problems").text
    assert "10 errors, 0 warnings." in html
    assert html.count('<th scope="row">') == 10
    row = next(row for row in html.split("<tr>") if "kirof" in row)
    assert re.search(r"events\.csv, line \d+, people", row)
    assert "did you mean &#39;kirov&#39;?" in row
    assert "32 December 1934" in html


def test_a_good_folder_has_nothing_to_mend(open_folder: Open, tmp_path: Path) -> None:
    html = open_folder(odd_folders.events_only(tmp_path)).get("/problems").text
    assert "Nothing: every row of this folder could be read." in html
