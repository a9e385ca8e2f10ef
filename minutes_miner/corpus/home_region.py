"""The region that a document speaks of."""

from __future__ import annotations

from collections import Counter

from minutes_miner.records import Analysis

LOCAL = ("regency", "city")


def home_region(analysis: Analysis) -> str | None:
    """The name of the regency, city or province that speaks most in a document: by itself, in its offices and in its institutions.

    Of equals the first by name; the place of the document where nothing else tells.
    """
    votes: Counter[str] = Counter()
    for region in analysis.regions:
        if region.level in LOCAL:
            votes[region.name] += len(region.mentions)
    votes.update(office.region for office in analysis.offices if office.region is not None)
    votes.update(body.region for body in analysis.institutions if body.region is not None)
    return min(votes, key=lambda name: (-votes[name], name), default=analysis.document.place)
