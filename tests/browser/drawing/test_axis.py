"""The calendar of the axis, against Python's own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.drawing_page import open_page

pytestmark = pytest.mark.quick  # the bare drawing, without a server

EPOCH = dt.date(1970, 1, 1)


def number(year: int, month: int, day: int) -> int:
    return (dt.date(year, month, day) - EPOCH).days


def ticks(page: Page, start: int, end: int, width: int) -> dict[str, Any]:
    """The ticks of a window drawn so many pixels wide, every letter seven pixels wide."""
    return page.evaluate(
        """([start, end, width]) => {
          const letters = text => 7 * text.length;
          const type = {minor: letters, major: letters, gap: 12};
          return contestedTimeline.axis.ticks(start, end, width / (end - start), type);
        }""",
        [start, end, width],
    )


def test_day_numbers_are_those_of_python(page: Page) -> None:
    open_page(page)
    days = [*range(-300_000, 100_000, 997), number(1900, 2, 28), number(1900, 3, 1), number(2000, 2, 29)]
    parts = page.evaluate(
        """days => days.map(n => {
          const {year, month, day} = contestedTimeline.calendar.civil(n);
          const calendar = contestedTimeline.calendar;
          return [year, month, day, calendar.dayNumber(year, month, day), calendar.weekday(n)];
        })""",
        days,
    )
    for day, (*civil, back, weekday) in zip(days, parts, strict=True):
        date = EPOCH + dt.timedelta(days=day)
        assert civil == [date.year, date.month, date.day]
        assert back == day
        assert weekday == date.strftime("%a")


@pytest.mark.parametrize(
    ("start", "end", "width", "unit", "minor", "major"),
    [
        ((1935, 1, 1), (1935, 1, 15), 1000, "day", ["Tue 1", "Wed 2"], ["January 1935"]),
        ((1935, 1, 1), (1935, 2, 10), 1200, "day", ["1", "2"], ["January 1935", "February 1935"]),
        ((1934, 12, 1), (1935, 3, 1), 1000, "week", ["26", "3", "10"], ["December 1934", "January 1935"]),
        ((1935, 1, 1), (1936, 1, 1), 1200, "month", ["January", "February"], ["1935"]),
        ((1935, 1, 1), (1937, 1, 1), 1000, "month", ["Jan", "Feb"], ["1935", "1936"]),
        ((1932, 1, 1), (1941, 1, 1), 1300, "month", ["Jan", "Apr", "Jul"], ["1932", "1933"]),
        ((1932, 1, 1), (1941, 1, 1), 800, "month", ["Jan", "Jul"], ["1932", "1933"]),
        ((1932, 1, 1), (1941, 1, 1), 400, "year", ["1932", "1933"], ["1930s", "1940s"]),
        ((1800, 1, 1), (1950, 1, 1), 800, "year", ["1800", "1810"], ["19th century", "20th century"]),
        ((1000, 1, 1), (2000, 1, 1), 600, "year", [], ["1000", "1100"]),
    ],
)  # fmt: skip
def test_the_finest_step_that_fits_is_written(
    page: Page, start: tuple, end: tuple, width: int, unit: str, minor: list[str], major: list[str]
) -> None:
    open_page(page)
    found = ticks(page, number(*start), number(*end), width)
    assert found["unit"] == unit
    assert [tick["text"] for tick in found["minor"]][: len(minor)] == minor
    assert [tick["text"] for tick in found["major"]][: len(major)] == major


def test_months_and_years_step_by_the_calendar(page: Page) -> None:
    open_page(page)
    months = ticks(page, number(1935, 1, 1), number(1937, 1, 1), 1000)["minor"]
    assert [tick["day"] for tick in months] == [number(1935 + k // 12, k % 12 + 1, 1) for k in range(24)]
    weeks = ticks(page, number(1934, 12, 1), number(1935, 3, 1), 1000)["minor"]
    assert {(EPOCH + dt.timedelta(days=tick["day"])).weekday() for tick in weeks} == {0}
