"""Times of day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.dates.words import Token

_TIME = r"(?P<{0}h>[dn])(?:[.:](?P<{0}i>[dn]))?(?P<{0}a>a)?(?P<{0}z>z)?"
_CLOCK = re.compile(rf"(?P<cue>[cJ])?{_TIME.format('')}(?:[-~]+(?:[cJ]?{_TIME.format('end_')}|e))?(?:\(|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime:
    """A time of day or a span of it: `HH:MM`, no end where none is said or it is open (`selesai`), zone `WIB`, `WITA`, `WIT` or None."""

    start: str
    end: str | None = None
    zone: str | None = None


def clock_time(tokens: Sequence[Token]) -> ClockTime | None:
    """The time of day or the span that the tokens begin with; a number alone is none."""
    match = _CLOCK.match("".join(token.letter for token in tokens))
    if match is None or not any(match[group] for group in ("cue", "i", "a", "z", "end_z", "end_a")):
        return None
    found = {name: tokens[match.start(name)] for name, letter in match.groupdict().items() if letter}
    day_part, end_part = found.get("a"), found.get("end_a")
    start = _hour_and_minute(found["h"], found.get("i"), day_part or end_part)
    end = _hour_and_minute(found["end_h"], found.get("end_i"), end_part) if "end_h" in found else None
    if start is None or ("end_h" in found and end is None):
        return None
    zone = found.get("z") or found.get("end_z")
    return ClockTime(start=start, end=end, zone=zone.name if zone else None)


def _hour_and_minute(hour: Token, minute: Token | None, day_part: Token | None) -> str | None:
    """`HH:MM`, the hour moved into its part of the day (`7 malam` → 19), None where there is no such time."""
    hours, minutes = hour.number, minute.number if minute else 0
    if minute is not None and len(minute.text) != 2:
        return None
    if day_part is not None and hours <= 12:
        hours = next((moved for moved in range(hours, 36, 12) if day_part.number <= moved <= day_part.until), hours) % 24
    if not (0 <= hours <= 24 and 0 <= minutes < 60) or (hours == 24 and minutes):
        return None
    return f"{hours % 24:02}:{minutes:02}"
