"""Dates as people write them: text to one immutable value, and back to words or codes; `parsing` says who does what."""

from timeline.dates.historical_date import HistoricalDate
from timeline.dates.parsing import day_number, from_day_number, parse
from timeline.dates.spans import DateError, Precision

__all__ = ["DateError", "HistoricalDate", "Precision", "day_number", "from_day_number", "parse"]
