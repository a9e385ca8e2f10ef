"""The forms of dates and periods.

A form is a short pattern over the letters of tokens (`words.py` says which letter is what) with a function that works out the days. The
first one that fits and gives real days decides. Numeric dates are day/month.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from minutes_miner.dates.anchor import Anchor
from minutes_miner.dates.days_off import feast_in
from minutes_miner.dates.periods import DAY, MONTHS_IN, Interval, full_year, later, months_of, one_day, part_of, period, week_of
from minutes_miner.dates.words import Token

_WEEKDAY = re.compile(r"(?P<w>[wg])")
_WEEKDAY_ONLY = re.compile(r"D?(?P<w>[wg])")


@dataclass(frozen=True, slots=True)
class Found:
    """A form that fits, with what its days are worked out from.

    `read` gives the days of a span of tokens, for the forms that hold another one; `durations` says whether a bare duration is a date.
    """

    match: re.Match[str]
    tokens: Sequence[Token]
    anchor: Anchor
    read: Callable[[int, int], Interval | None]
    durations: bool

    def told(self, group: str) -> int | None:
        """The number of the token that a group of the form matched, None where it matched nothing or the form has no such group."""
        at = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.tokens[at].number if at >= 0 else None

    def number(self, group: str) -> int:
        """The same, 0 where there is none."""
        return self.told(group) or 0

    def name(self, group: str) -> str:
        return self.tokens[self.match.start(group)].name

    def days(self, group: str) -> Interval | None:
        """What the tokens of a group mean by themselves."""
        return self.read(*self.match.span(group))

    def in_years(self, make: Callable[[int], Interval]) -> Interval | None:
        """The days that `make` gives for the year of the form: written, said (`tahun depan`), or chosen."""
        if "y" not in self.match.re.groupindex or not self.match["y"]:
            return self.anchor.in_years(make, self.told("s"), self.told("n"))
        digits = self.tokens[self.match.start("y")].text
        year = full_year(digits)
        if year is not None:
            return replace(make(year), repaired=len(digits) == 3)
        chosen = self.anchor.in_years(make, None, None)
        return replace(chosen, repaired=True) if chosen else None


Form = tuple[re.Pattern[str], Callable[[Found], Interval | None]]


# -- calendar dates


def _day_and_month(found: Found) -> Interval | None:
    """`10 Desember 2024`, `16/02/20`, `2024-06-08`, `14 Maret`."""
    day, month = found.number("d"), found.number("m")
    return found.in_years(lambda year: one_day(datetime.date(year, month, day)))


def _day_of_month(found: Found) -> Interval | None:
    """`tanggal 10`, `tanggal 10 bulan depan`."""
    return found.anchor.in_months(found.number("d"), found.told("s"))


def _month(found: Found) -> Interval | None:
    """`Desember 2025`, `bulan Juni mendatang`, `Januari`."""
    month = found.number("m")
    return found.in_years(lambda year: months_of(year, month, 1))


def _month_in_digits(found: Found) -> Interval | None:
    """`2023-03`."""
    return months_of(found.number("y"), found.number("m"), 1)


def _year(found: Found) -> Interval | None:
    """`2024`, `tahun anggaran 2024`."""
    return months_of(found.number("y"), 1, 12)


def _counted_period(found: Found) -> Interval | None:
    """`triwulan I 2025`, `semester satu`."""
    length, ordinal = MONTHS_IN[found.name("u")], found.number("o")
    first = 13 - length if ordinal == -1 else (ordinal - 1) * length + 1
    return found.in_years(lambda year: months_of(year, first, length))


def _week_of_month(found: Found) -> Interval | None:
    """`minggu ke 3 bulan Januari 2024`: days 15 to 21; a fifth week is what is left, the last one the last seven days."""
    month, ordinal = found.number("m"), found.number("o")
    return found.in_years(lambda year: week_of(months_of(year, month, 1), ordinal))


def _week_of_told_month(found: Found) -> Interval | None:
    """`minggu pertama bulan depan`."""
    return week_of(period("month", found.anchor.today, found.number("s")), found.number("o"))


def _revised_budget(found: Found) -> Interval | None:
    """`APBD Perubahan 2025`: the second half of its year, in which it is in force."""
    return found.in_years(lambda year: months_of(year, 7, 6))


def _feast(found: Found) -> Interval | None:
    """`Lebaran`, `Natal 2025`."""
    return found.in_years(lambda year: one_day(feast_in(year, found.name("f"))))


def _part_of_period(found: Found) -> Interval | None:
    """`akhir Juli`, `pertengahan tahun 2023`, `awal pekan depan`."""
    days = found.days("rest")
    return part_of(days, found.name("p")) if days else None


def _part_of_this_period(found: Found) -> Interval | None:
    """`akhir tahun`, `awal bulan`: of this one, or of the next where the future is meant and this one's has passed."""
    unit, part = found.name("u"), found.name("p")
    days = [part_days for shift in (0, 1) if (part_days := part_of(period(unit, found.anchor.today, shift), part))]
    return found.anchor.choose(days if found.anchor.prefer == "future" else days[:1])


# -- dates told from the anchor


def _told_day(found: Found) -> Interval | None:
    """`besok`, `hari ini`, `kemarin sore`."""
    return one_day(found.anchor.today + found.number("r") * DAY)


def _told_day_with_weekday(found: Found) -> Interval | None:
    """`besok Selasa`."""
    return found.anchor.checked(one_day(found.anchor.today + found.number("r") * DAY), found.number("w"))


def _this_part_of_day(found: Found) -> Interval | None:
    """`siang ini`."""
    return one_day(found.anchor.today) if found.told("s") == 0 else None


def _told_period(found: Found) -> Interval | None:
    """`minggu depan`, `tahun lalu`."""
    return period(found.name("u"), found.anchor.today, found.number("s"))


def _weekday(found: Found) -> Interval | None:
    """`Sabtu`."""
    return found.anchor.weekday(found.number("w"))


def _told_weekday(found: Found) -> Interval | None:
    """`Selasa depan`, `Senin lalu`, `Jumat ini`."""
    return found.anchor.told_weekday(found.number("w"), found.number("s"))


def _weekday_of_told_week(found: Found) -> Interval | None:
    """`Jumat pekan depan`."""
    week = period("week", found.anchor.today, found.number("s"))
    return one_day(week.start + (found.number("w") - 1) * DAY)


def _duration(found: Found) -> Interval | None:
    """`dua minggu lagi`, `14 hari sejak rapat ini`: the day on which it ends. Without a word for the direction only a deadline."""
    if not (found.durations or found.match["ahead"]):
        return None
    count, unit = _counted(found)
    return one_day(later(found.anchor.today, count, unit))


def _told_duration(found: Found) -> Interval | None:
    """`dua tahun lalu` (that whole month or year), `3 hari yang lalu`, `tiga hari mendatang`."""
    direction = found.number("s")
    count, unit = _counted(found)
    if direction < 0 and unit in MONTHS_IN:
        return period(unit, found.anchor.today, -count)
    return one_day(later(found.anchor.today, direction * count, unit)) if direction else None


def _counted(found: Found) -> tuple[int, str]:
    if found.match["one"]:
        return 1, found.name("one")
    count = found.told("count")
    if count is None or count < 0:
        raise ValueError("a number too large to count with")
    return count, found.name("u")


def _around(found: Found) -> Interval | None:
    """`tiga hari sebelum Lebaran`, `10 hari kerja setelah akhir semester`: counted from what is named."""
    days = found.days("rest")
    if days is None:
        return None
    count, unit = _counted(found)
    back = found.match["side"] == "<"
    return one_day(later(days.start if back else days.end, -count if back else count, unit))


def _around_event(found: Found) -> Interval | None:
    """`H-7`, `hari H`, `H+3`: told from the day of the event that the document prepares."""
    return one_day(found.anchor.event + _signed_days(found) * DAY) if found.anchor.event else None


def _around_feast(found: Found) -> Interval | None:
    """`H-7 Lebaran`."""
    return found.in_years(lambda year: one_day(feast_in(year, found.name("f")) + _signed_days(found) * DAY))


def _signed_days(found: Found) -> int:
    return -found.number("count") if found.match["sign"] == "-" else found.number("count")


def _next_meeting(found: Found) -> Interval | None:
    """`rapat berikutnya`."""
    return one_day(found.anchor.meeting) if found.anchor.meeting and found.number("s") > 0 else None


def _times_24_hours(found: Found) -> Interval | None:
    """`1x24 jam`."""
    return one_day(found.anchor.today + found.number("count") * DAY)


# -- dates with a second statement that checks the first


def _after_weekday(found: Found) -> Interval | None:
    """`Kamis, 31 Juli 2025`, `Senin - Rabu, 4-6 Agustus`."""
    days = found.days("rest")
    return found.anchor.checked(days, found.number("w")) if days else None


def _with_brackets(found: Found) -> Interval | None:
    """`Selasa (10/12/2024)`, `kemarin (7/2)`, `besok (Selasa)`: the date in the brackets, or the one before them if that is all."""
    letters = found.match.string
    inner = _WEEKDAY_ONLY.fullmatch(letters, *found.match.span("inner"))
    outer_weekday = _WEEKDAY.search(letters, *found.match.span("outer"))
    days = None if inner and found.match["outer"] else found.days("inner")
    if days is None:
        days, outer_weekday = found.days("outer"), inner
    if days is None or outer_weekday is None:
        return days
    return found.anchor.checked(days, found.tokens[outer_weekday.start("w")].number)


# -- the forms

# The year of a date: written, told (`tahun depan`), or the date itself told (`Juni mendatang`).
_YEAR = r"(?:[-/]?T?(?P<y>{})|T(?P<s>[sk])|(?P<n>[sk]))?"
_FULL_YEAR = _YEAR.format("y")
_ANY_YEAR = _YEAR.format("[ydn]")
_COUNT = r"(?:(?P<count>[dn])(?P<u>[DKgPBTJ])|(?P<one>S))"
# `minggu 3 Januari` is a Sunday, `minggu ke-3 Januari` and `minggu III Januari` are weeks.
_ORDINAL = r"(?:q-?(?=[od])|(?=o))(?P<o>[od])"

FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern), work_out)
    for pattern, work_out in (
        (rf"t?(?P<d>d)[-/]?B?(?P<m>m){_ANY_YEAR}", _day_and_month),
        (r"t?(?P<d>d)(?P<mark>[-/.])(?P<m>d)(?P=mark)(?P<y>[ydn])", _day_and_month),
        (r"(?P<y>y)[-/.](?P<m>d)[-/.](?P<d>d)", _day_and_month),
        (r"(?P<m>m)(?P<d>d)(?P<y>y)", _day_and_month),
        (r"t?(?P<d>d)/(?P<m>d)(?P<n>[sk])?", _day_and_month),
        (rf"B?(?P<m>m){_FULL_YEAR}", _month),
        (r"(?P<y>y)-(?P<m>d)", _month_in_digits),
        (r"T?(?P<y>y)", _year),
        (rf"(?P<u>Q)(?:q-?)?(?P<o>[od]){_FULL_YEAR}", _counted_period),
        (rf"[gP]{_ORDINAL}B?(?P<m>m){_FULL_YEAR}", _week_of_month),
        (rf"R{_FULL_YEAR}", _revised_budget),
        (rf"D?(?P<f>f){_FULL_YEAR}", _feast),
        (rf"h(?P<sign>[-+])(?P<count>d)<?D?(?P<f>f){_FULL_YEAR}", _around_feast),
        (r"(?P<p>p)(?P<rest>[^p].*)", _part_of_period),
        (r"D?(?P<w>[wg])(?:[-~]?D?[wg])?a?[-/]?(?P<rest>(?!D?[wg]|[-~]).+)", _after_weekday),
        (r"(?P<outer>[^()x*<>v]*)\((?P<inner>[^()]*)\)[sk]?", _with_brackets),
    )
)

FORMS_WITH_ANCHOR: tuple[Form, ...] = (
    *(
        (re.compile(pattern), work_out)
        for pattern, work_out in (
            (r"(?P<u>[gPBTQ])(?P<s>[sk])", _told_period),
            (r"D?(?P<r>[rk])a?", _told_day),
            (r"D?(?P<w>[wg])a?", _weekday),
            (r"(?:D?(?=w)|D(?=g))(?P<w>[wg])a?(?P<s>[sk])", _told_weekday),
            (r"D?(?P<w>[wg])a?[gP](?P<s>[sk])", _weekday_of_told_week),
            (r"[gP](?P<s>[sk])D?(?P<w>[wg])a?", _weekday_of_told_week),
            (r"D?(?P<r>[rk])D?(?P<w>[wg])", _told_day_with_weekday),
            (r"a(?P<s>s)", _this_part_of_day),
            (r"t(?P<d>d)(?:B(?P<s>[sk]))?", _day_of_month),
            (rf"[gP]{_ORDINAL}B(?P<s>[sk])", _week_of_told_month),
            (r"(?P<p>p)(?P<u>[gPBTQ])", _part_of_this_period),
            (rf"{_COUNT}(?P<ahead>\+?)", _duration),
            (rf"{_COUNT}(?P<s>[sk])", _told_duration),
            (r"(?P<count>d)x[dn]J", _times_24_hours),
            (rf"{_COUNT}(?P<side>[<>])(?P<rest>.+)", _around),
            (r"D?h(?:(?P<sign>[-+])(?P<count>d))?", _around_event),
            (r"M(?P<s>[sk])", _next_meeting),
        )
    ),
    *FORMS,
)
