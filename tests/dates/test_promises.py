"""What holds for every date that is read, whatever its form."""

from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from timeline.dates import DateError, HistoricalDate, day_number, from_day_number, parse
from timeline.dates.spans import MONTHS
from timeline.dates.words import vocabulary

DASH_LIKE = ["-", "–", "/", "?", "~", ",", ".", "(", ")", "..", "[", "]", " "]

years = st.one_of(st.integers(1, 9999), st.integers(1917, 1953))
year_texts = years.map(lambda year: f"AD {year}" if year < 100 else str(year))
months = st.builds("{} {}".format, st.sampled_from(MONTHS), year_texts)
seasons = st.builds("{} {}".format, st.sampled_from(["spring", "summer", "autumn"]), year_texts)
winters = years.map(lambda year: f"winter {year:04d}–{year + 1:04d}")
quarters = st.builds("Q{} {}".format, st.integers(1, 4), year_texts)
decades = years.map(lambda year: f"{year // 10 * 10:04d}s (decade)")
days = st.builds("{} {}".format, st.integers(1, 28), months)
steps = st.sampled_from(["", "early ", "mid-", "late ", "first half of ", "second half of "])
parts = st.one_of(
    days, st.builds("{}{}".format, steps, months | seasons | winters | quarters | year_texts | decades)
)
closed = st.builds("{}{}{}".format, st.sampled_from(["", "c. "]), parts, st.sampled_from(["", "?"]))
limits = st.sampled_from(["", "", "before ", "by ", "after ", "since "])
lone = st.builds("{}{}".format, limits, closed)
pairs = st.one_of(
    st.builds("{} – {}".format, lone, lone),
    st.builds("between {} and {}".format, closed, closed),
    st.builds("{} or {}".format, closed, closed),
)
codes = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.builds("{:04d}-{}".format, years, st.sampled_from(["21", "22", "23", "XX"])),
    years.map("{:04d}".format),
    st.integers(0, 999).map("{:03d}X".format),
)
qualified = st.builds("{}{}".format, codes, st.sampled_from(["", "~", "?", "%"]))
edtf = st.one_of(
    qualified,
    st.builds("{}/{}".format, qualified | st.just(".."), qualified | st.just("..")),
    st.builds("[{}..{}]".format, codes, codes),
    st.builds("[{},{}]".format, codes, codes),
)
words = [" ".join(words) for words in vocabulary()]
soup = st.lists(
    st.sampled_from(words)
    | st.sampled_from(MONTHS)
    | st.sampled_from(DASH_LIKE)
    | st.integers(0, 2100).map(str),
    max_size=7,
).map(" ".join)


def read(text: str) -> HistoricalDate:
    """Return the date of a text; drop the example if it means none (a range that ends before it begins)."""
    try:
        return parse(text)
    except DateError:
        assume(False)
        raise


dates = st.one_of(lone, pairs, edtf).map(read)


def span(it: HistoricalDate) -> tuple[date | None, date | None]:
    return it.earliest, it.latest


def keeps_its_promises(it: HistoricalDate) -> None:
    assert it.earliest or it.latest
    if it.earliest and it.latest:
        assert it.earliest <= it.latest
    if it.core:
        first, last = it.core
        assert first <= last
        assert not it.earliest or it.earliest <= first
        assert not it.latest or last <= it.latest
    assert span(parse(str(it))) == span(it), str(it)
    assert span(parse(it.edtf)) == span(it), it.edtf


@settings(max_examples=600, suppress_health_check=[HealthCheck.filter_too_much])
@given(dates)
def test_a_date_is_in_order_and_reads_back_as_printed_and_as_edtf(it: HistoricalDate) -> None:
    keeps_its_promises(it)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(dates, dates)
def test_two_dates_make_a_range_that_reads_back_or_are_refused(
    first: HistoricalDate, last: HistoricalDate
) -> None:
    try:
        it = first.until(last)
    except DateError:
        return
    assert it.earliest == first.earliest
    assert it.latest == last.latest
    keeps_its_promises(it)


@given(parts)
def test_circa_widens_and_a_question_mark_does_not(text: str) -> None:
    plain = read(text)
    doubted, about = read(f"{text}?"), read(f"c. {text}")
    assert span(doubted) == span(plain)
    assert plain.earliest and plain.latest and about.earliest and about.latest
    assert about.earliest < plain.earliest or plain.earliest.year == 1
    assert about.latest > plain.latest or plain.latest.year == 9999


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(dates, dates, dates)
def test_the_order_is_total_and_agrees_with_the_spans(
    a: HistoricalDate, b: HistoricalDate, c: HistoricalDate
) -> None:
    assert [a < b, a == b, a > b].count(True) == 1
    assert (a <= b) == (not b < a)
    first, second, third = sorted([a, b, c])
    assert first <= second <= third and first <= third
    assert (a == b) == (hash(a) == hash(b) and a <= b <= a)
    if a.earliest and b.earliest and a.earliest < b.earliest:
        assert a < b
    if not a.earliest and b.earliest:
        assert a < b
    if a.earliest == b.earliest and a.latest and (not b.latest or a.latest < b.latest):
        assert a < b


@settings(max_examples=600)
@given(st.one_of(st.text(), soup))
def test_any_text_is_read_well_or_refused_in_words(text: str) -> None:
    try:
        it = parse(text)
    except DateError as refusal:
        assert 10 < len(str(refusal)) < 400
        assert str(refusal).isprintable()
        return
    assert it.text == text
    keeps_its_promises(it)


@given(st.dates())
def test_every_iso_day_is_that_day(day: date) -> None:
    assert span(parse(day.isoformat())) == (day, day)
    assert from_day_number(day_number(day)) == day


@given(years, st.integers(1, 12))
def test_every_iso_month_is_that_month(year: int, month: int) -> None:
    it = parse(f"{year:04d}-{month:02d}")
    assert it.earliest == date(year, month, 1)
    assert it.latest and (it.latest.year, it.latest.month) == (year, month)
