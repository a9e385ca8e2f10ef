"""What the user may choose about reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from minutes_miner.guard.limits import Limits

Ocr = Literal["auto", "off", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How documents are read.

    `ocr` is `auto` for pages without a text layer that can be used, `all` for every page, `off` for none. `cores` is how many pages may be
    recognised at once, 0 for as many as there are cores. `password` opens files that are locked.
    """

    limits: Limits = field(default_factory=Limits)
    password: str | None = None
    ocr: Ocr = "auto"
    cores: int = 0


DEFAULT = Settings()
