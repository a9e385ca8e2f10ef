"""What the command line says about reading -> `Settings`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import fields
from typing import get_args

from minutes_miner.cli.usage import WrongUsage, one_of
from minutes_miner.documents.settings import Ocr, Settings
from minutes_miner.guard.limits import MIB, Limits

OCR: tuple[Ocr, ...] = get_args(Ocr)
LIMITS = tuple(field.name for field in fields(Limits))
IN_MIB = ("memory", "size", "unpacked", "archive")


def settings_of(*, ocr: str, password: str | None, limits: Sequence[str], jobs: int = 1) -> Settings:
    """The settings that the options ask for; the cores are shared out among the jobs.

    Raises:
        WrongUsage: a value of `--ocr`, or a `NAME=VALUE` of `--limit`, that makes no sense.
    """
    one_of("--ocr", ocr, OCR)
    chosen = next(known for known in OCR if known == ocr)
    cores = max((os.cpu_count() or 1) // jobs, 1)
    return Settings(limits=Limits(**dict(map(_limit, limits))), password=password, ocr=chosen, cores=cores)


def _limit(text: str) -> tuple[str, int]:
    """`memory=500` -> the field and its value; sizes are given in MiB, all as whole numbers from 1 on."""
    name, _, value = text.partition("=")
    if name not in LIMITS or not (value.isascii() and value.isdigit() and int(value[:12]) >= 1):
        raise WrongUsage("limit", "--limit", value=text or "''", choices=", ".join(LIMITS))
    return name, int(value[:12]) * (MIB if name in IN_MIB else 1)
