"""Bytes -> rows: encodings, separators, line ends, quotation marks, and what is damaged."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dataset.csv_reader import Rows, rows_of
from timeline.dataset.decoding import decode
from timeline.dataset.identifiers import Speller
from timeline.dataset.problems import Problem, Report
from timeline.dataset.schema import EVENTS, FILES

PLAIN = "event_id,start,title,people\nkirov-murder,1 December 1934,Kirov is murdered,kirov:victim; nikolaev\n"
RUSSIAN = "event_id,start,title\nkirov,1934,Убийство Кирова в Смольном\nplot,1935,«Кремлёвское дело»\n"
FRENCH = "event_id,start,title\nkirov,1934,L’assassinat de Kirov à Léningrad – où était la garde ?\n"
GERMAN = "event_id,start,title\nkirov,1934,Die Ermordung Kirows - Größe und Übermaß\n"


@dataclass(frozen=True)
class Read:
    table: Rows
    problems: tuple[Problem, ...]

    def column(self, name: str) -> list[str]:
        return [row.cells[name] for row in self.table.rows]

    @property
    def lines(self) -> list[int]:
        return [row.line for row in self.table.rows]


def read(content: str | bytes) -> Read:
    report = Report()
    data = content.encode() if isinstance(content, str) else content
    return Read(rows_of(data, EVENTS, report, Speller()), report.problems(FILES))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [PLAIN, RUSSIAN, FRENCH], ids=["plain", "russian", "french"])
def test_unicode_is_read_without_a_word(text: str, encoding: str) -> None:
    got = read(text.encode(encoding))
    assert got.column("title") == read(text).column("title")
    assert got.problems == ()


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_byte_orders_of_utf16(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert read(mark + RUSSIAN.encode(encoding)).column("title")[0] == "Убийство Кирова в Смольном"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "cp1251", "Windows-1251"),
        ("event_id;start;title\nkirov;1934;Киров и я\n", "cp1251", "Windows-1251"),
        ("event_id,start,title\nkirov,1934,Смерть Kirov\n", "cp1251", "Windows-1251"),
        # a letter and a closing quotation mark are, by chance, a letter of UTF-8
        ("event_id,start,title\nkirov,1934,«НКВД» и «ВКПБ»\n", "cp1251", "Windows-1251"),
        (FRENCH, "cp1252", "Windows-1252"),
        ("event_id,start,title\nkirov,1934,l'été à Paris; à Lyon; à Nice\n", "cp1252", "Windows-1252"),
        (GERMAN, "cp1252", "Windows-1252"),
        ("event_id,start,title\nkirov,1934,“Kirov” – été à Noël\n", "cp1252", "Windows-1252"),
        ("event_id,start,title\nkirov,1934,l'été où\nyagoda,1935,à Ôé\n", "cp1252", "Windows-1252"),
        ("event_id,start,title\nkirov,1934,“the plot” – quoted\n", "cp1252", "Windows-1252"),
        (PLAIN, "utf-16-le", "UTF-16"),
        (PLAIN, "utf-16-be", "UTF-16"),
    ],
)
def test_what_is_not_marked_is_assumed_and_said(text: str, encoding: str, name: str) -> None:
    got = read(text.encode(encoding))
    assert got.column("title") == read(text).column("title")
    [problem] = got.problems
    assert (problem.severity, problem.line) == ("warning", None)
    assert name in problem.message


def test_a_damaged_letter_in_utf8_is_a_fault_of_its_row_and_not_another_encoding() -> None:
    content = RUSSIAN.encode().replace("Смольном".encode(), "Смольном".encode()[:-1])
    got = read(content)
    assert got.column("title")[1] == "«Кремлёвское дело»"
    [problem] = got.problems
    assert (problem.severity, problem.line) == ("error", 2)


@given(st.text())
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    if "\0" not in text and not text.startswith("\ufeff"):
        decoded = decode(text.encode("utf-8"))
        assert (decoded.text, decoded.assumed) == (text, None)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_separators_and_line_ends(separator: str, end: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end)
    writer.writerow(["event_id", "start", "title", "people"])
    writer.writerow(["one", "1934", f"two{end}lines; and, all\tof it", "kirov:victim; nikolaev"])
    writer.writerow(["two", "1935", "", ""])
    got = read(out.getvalue())
    assert got.problems == ()
    assert got.column("people") == ["kirov:victim; nikolaev", ""]
    assert got.column("title")[0] == "two\nlines; and, all\tof it"
    assert got.lines == [2, 4]


def test_lists_in_cells_do_not_make_the_separator() -> None:
    got = read("event_id,start,title,people\na,1934,b,k; l; m; n; o; p\nb,1935,c,k; l; m; n; o; p\n")
    assert got.column("people") == ["k; l; m; n; o; p"] * 2


def test_separator_named_above_the_header() -> None:
    got = read("sep=;\r\nevent_id;start;title\r\na;1934;b\r\n")
    assert (got.column("title"), got.lines, got.problems) == (["b"], [3], ())


@pytest.mark.parametrize(
    "header",
    [
        "Event ID,START,Title",
        " event_id , start,title ",
        '"event-id","start","title"',
        "\n\nevent_id,start,title",
    ],
)
def test_headers_as_people_write_them(header: str) -> None:
    got = read(f"{header}\na,1934,b\n")
    assert (got.column("event_id"), got.column("title"), got.problems) == (["a"], ["b"], ())


def test_an_authors_own_columns_are_passed_over() -> None:
    got = read("event_id,start,title,status,my notes,,picture\na,1934,b,done,see x,,p.png\n")
    assert got.problems == ()
    assert set(got.table.rows[0].cells) == set(EVENTS.columns)


def test_cells_are_texts_whatever_they_look_like() -> None:
    cells = ["NA", "null", "None", "nan", "007", "1e5", "True"]
    got = read("event_id,start,title\n" + "".join(f"{cell},,{cell}\n" for cell in cells))
    assert got.column("title") == cells


def test_blank_lines_are_skipped_and_counted() -> None:
    got = read("event_id,start,title\n\na,1934,b\n  \n,,\n,,\nb,1935,c\n\n")
    assert (got.lines, got.problems) == ([3, 7], ())


def test_line_separators_of_unicode_are_letters() -> None:
    assert read("event_id,start,title\na,1934,b\u2028c\x0bd\nb,1935,e\n").lines == [2, 3]


@pytest.mark.parametrize(
    ("text", "lines", "titles", "message"),
    [
        # one quotation mark opened and never closed: the rest of the file is not lost
        ('a,1934,"b\nb,1935,c\nc,1936,d\n', [2, 3, 4], ["b", "c", "d"], "never closed"),
        ('a,1934,"b\nb,1935,"c"\nc,1936,d\n', [2, 3, 4], ["b", "c", "d"], "do not pair up"),
        ('a,1934,b\nb,1935,"c\n', [2, 3], ["b", "c"], "never closed"),
        ('"a,1934,b\nb,1935,c\n', [2, 3], ["", "c"], "never closed"),
        ('a,1934,"the "great" purge"\nb,1935,c\n', [2, 3], ['the great" purge"', "c"], "do not pair up"),
        # the rest of a row of several lines is part of the faulty row
        ('a,1934,"b\nx\ny" z\nb,1935,c\n', [2, 5], ["b", "c"], "lines 2 to 4"),
    ],
)
def test_quotation_marks_that_do_not_pair_up(
    text: str, lines: list[int], titles: list[str], message: str
) -> None:
    got = read("event_id,start,title\n" + text)
    assert (got.lines, got.column("title")) == (lines, titles)
    [problem] = got.problems
    assert message in problem.message
    assert (
        problem.line
        == got.lines[titles.index(next(row.cells["title"] for row in got.table.rows if row.broken))]
    )


def test_quotation_marks_within_a_plain_cell_are_letters() -> None:
    got = read('event_id,start,title\na,1934,the "great" purge\nb,1935,"the ""great"" purge"\n')
    assert (got.column("title"), got.problems) == (['the "great" purge'] * 2, ())


@pytest.mark.parametrize(
    ("row", "message", "value"),
    [
        ("a,1934,b,c", "4 cells under a header of 3", "c"),
        ("a,1934", "2 cells under a header of 3", "a"),
        ("a,19\x0034,b", "NUL", None),
    ],
)
def test_rows_unlike_the_header(row: str, message: str, value: str | None) -> None:
    got = read(f"event_id,start,title\nx,1933,y\n{row}\nz,1935,z\n")
    [problem] = got.problems
    assert (problem.severity, problem.line, problem.value) == ("error", 3, value)
    assert message in problem.message
    assert got.column("event_id") == ["x", "a", "z"]
    assert [row.broken for row in got.table.rows] == [False, True, False]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"PK\x03\x04\x14\x00\x06\x00", "spreadsheet"),
        (b"kirov,1934,The murder\n", "not a header"),
        (b'"event_id,start,title\na,1934,b\n', "never closed"),
        (b"event_id,title\na,b\n", "this column is missing"),
    ],
)
def test_files_that_cannot_be_used(content: bytes, message: str) -> None:
    got = read(content)
    assert got.table.state == "unusable"
    [problem] = got.problems
    assert message in problem.message


def test_each_missing_column_is_one_problem_whatever_the_rows() -> None:
    got = read("event_id,titel\n" + "a,b\n" * 50)
    assert [(problem.column, problem.line) for problem in got.problems] == [("start", 1), ("title", 1)]
    assert "'titel'" in got.problems[1].hint


@given(
    st.lists(
        st.tuples(
            *[st.text(st.characters(exclude_characters="\0\r\ufffd", exclude_categories=["Cs"]))] * 3
        ).filter(lambda row: any(map(str.strip, row)))
    ),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_csv_writer_writes_is_read_back(
    rows: list[tuple[str, str, str]], separator: str, end: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("event_id", "start", "title"), *rows])
    got = read(out.getvalue())
    assert got.problems == ()
    assert [tuple(row.cells[name] for name in ("event_id", "start", "title")) for row in got.table.rows] == [
        tuple(map(str.strip, row)) for row in rows
    ]
