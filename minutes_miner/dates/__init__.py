"""Values of Indonesian dates, periods, deadlines and clock times."""

from minutes_miner.dates.anchor import Prefer
from minutes_miner.dates.clock import ClockTime
from minutes_miner.dates.periods import Interval
from minutes_miner.dates.reader import DateReader
from minutes_miner.dates.words import Calendar, CalendarWord

__all__ = ["Calendar", "CalendarWord", "ClockTime", "DateReader", "Interval", "Prefer"]
