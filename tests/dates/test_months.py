"""Months in any language that dateparser knows, and words of ours in brackets."""

from __future__ import annotations

from importlib import import_module

import pytest
from dateparser.data.languages_info import language_order
from dateparser.date import DateDataParser

from timeline.dates import DateError, parse
from timeline.dates.months import fold, month_at
from timeline.dates.spans import MONTHS

# text | EDTF
READ = """
# Polish
1 grudnia 1934 | 1934-12-01
1 grudnia 1934 r. | 1934-12-01
1 grudnia 1934 roku | 1934-12-01
grudzień 1934 | 1934-12
w grudniu 1934 roku | 1934-12
1 gru 1934 | 1934-12-01
3 maja 1935? | 1935-05-03?
c. marzec 1935 | 1935-03~
1–13 marca 1938 | 1938-03-01/1938-03-13
marzec–kwiecień 1935 | 1935-03/1935-04
1934 rok | 1934
# Italian
1 dicembre 1934 | 1934-12-01
1º dicembre 1934 | 1934-12-01
il 1° dicembre 1934 | 1934-12-01
dicembre 1934 | 1934-12
15 lug. 1935 | 1935-07-15
nel marzo del 1935 | 1935-03
anno 1934 | 1934
# Ukrainian
1 грудня 1934 | 1934-12-01
1 грудня 1934 року | 1934-12-01
грудень 1934 р. | 1934-12
1 груд. 1934 | 1934-12-01
1 листопада 1934 | 1934-11-01
1934 рік | 1934
# Czech
1. prosince 1934 | 1934-12-01
prosinec 1934 | 1934-12
v prosinci 1934 | 1934-12
7. června 1935 | 1935-06-07
17. července 1935 | 1935-07-17
7. čvn. 1935 | 1935-06-07
rok 1934 | 1934
# Portuguese
1 de dezembro de 1934 | 1934-12-01
1º de dezembro de 1934 | 1934-12-01
dezembro de 1934 | 1934-12
em dezembro de 1934 | 1934-12
15 de out. de 1934 | 1934-10-15
ano de 1934 | 1934
# what the tables of six languages lack
1 Aralık 1934 | 1934-12-01
1 δεκεμβρίου 1934 | 1934-12-01
1 joulukuuta 1934 | 1934-12-01
1934. december 1. | 1934-12-01
15. des. 1934 | 1934-12-15
des 1934 | 1934-12
1 दिसंबर 1934 | 1934-12-01
1 ธันวาคม 1934 | 1934-12-01
ديسمبر 1934 | 1934-12
# months that are numbers
1934年12月1日 | 1934-12-01
1934年12月 | 1934-12
1934년 12월 1일 | 1934-12-01
1 tháng 12 năm 1934 | 1934-12-01
tháng mười hai 1934 | 1934-12
# one name, two months: the other words say which
1 listopada 1934 r. | 1934-11-01
1 listopada 1934 roku | 1934-11-01
1 listopada 1934 godine | 1934-10-01
v listopadu 1934 | 1934-11
1 listopada – 3 grudnia 1934 | 1934-11-01/1934-12-03
1 listopada – 3 prosinca 1934 | 1934-10-01/1934-12-03
# what an editor has added stands in brackets
On March 26 [1935] | 1935-03-26
May [1937] | 1937-05
[1935] | 1935
[May] 4, 1935 | 1935-05-04
[c.] 1935 | 1935~
1935 [?] | 1935?
17 October [1932] | 1932-10-17
Dec[ember] 1934 | 1934-12
193[5] | 1935
[before] 7 June [1935] | ../1935-06-06
"""

# text | words of the cure
REFUSED = """
1 listopada 1934 | write October or November, in English
listopad 1934 | write October or November, in English
1 srp 1936 | write July or August, in English
lis 1934 – lis 1935 | write October or November, in English
Doc 1934 | “doc” is no word of a date
Mac 1934 | did you mean March?
1 grudzeń 1934 | “grudzeń” is no word of a date
od marca do czerwca 1935 | “od” is no word of a date
1 December 1934 roku | “roku” is no word of a date
12月初 1934 | “月初” is no word of a date
grudzień | write December and the year with four digits
32 grudnia 1934 | December 1934 has 31 days
1 grudnia 34 | four digits
May 1936 [1937] | more than one date
[] | the date itself is missing
A\x80 1934 | “a�” is no word of a date
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("text", "edtf"), rows(READ))
def test_what_a_text_means(text: str, edtf: str) -> None:
    it = parse(text)
    assert (it.edtf, it.text) == (edtf, text)


@pytest.mark.parametrize(("text", "cure"), rows(REFUSED))
def test_what_is_refused_and_what_to_write_instead(text: str, cure: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert cure in str(refusal.value)


def test_the_cure_for_a_name_with_two_months_is_read() -> None:
    assert [parse(f"1 {month} 1934").edtf for month in ("October", "November")] == [
        "1934-10-01",
        "1934-11-01",
    ]


@pytest.mark.parametrize("language", language_order[:40])
def test_a_month_that_dateparser_reads_is_read_so_or_refused_as_two(language: str) -> None:
    info = import_module(f"dateparser.data.date_translation_data.{language}").info
    reader = DateDataParser(
        languages=[language],
        settings={
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
        },
    )
    read = 0
    for number, month in enumerate(MONTHS, 1):
        for name in info[month.lower()]:
            theirs = reader.get_date_data(f"5 {name} 1934").date_obj
            if theirs is None or (theirs.day, theirs.month) != (5, number) or name.isupper():
                continue  # it leaves this one out, or the name is a Roman number
            read += 1
            try:
                ours = parse(f"5 {name} 1934")
            except DateError as refusal:
                assert "in another language" in str(refusal), name
            else:
                assert ours.edtf == f"1934-{number:02}-05", name
    assert read >= 12


def test_where_no_month_stands_none_is_found() -> None:
    words = [fold(word) for word in ("w", "grudniu", "1934")]
    assert [month_at(words, index) for index in range(3)] == [None, (12, 1), None]
