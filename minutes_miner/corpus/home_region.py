"""The region that a document speaks of."""

from __future__ import annotations

from minutes_miner.records import Analysis, Region

LOCAL = ("regency", "city")


def home_region(analysis: Analysis) -> Region | None:
    """The regency or city that the document names most, the earlier one of equals; None where it names none."""
    local = [region for region in analysis.regions if region.level in LOCAL]
    return max(local, key=lambda region: len(region.mentions), default=None)
