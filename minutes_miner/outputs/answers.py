"""The archive's answers as lines of JSON, in the form that each command promises."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from minutes_miner.answers import FollowUp, Hit, KnownPerson, Place
from minutes_miner.records import Issue

Json = dict[str, Any]


def hit_line(hit: Hit) -> str:
    """A hit of a search."""
    fields = {"rank": hit.rank, "score": hit.score, "place": _place(hit.place), "kind": hit.kind, "snippet": hit.snippet}
    fields |= {"marks": hit.marks, "title": hit.title, "date": hit.date, "copies": hit.copies, "gone": hit.gone}
    return _line(fields)


def follow_up_line(found: FollowUp) -> str:
    """What became of an earlier item in a later meeting."""
    later = _place(found.later) | {"text": found.later_text} if found.later else None
    fields = {"from": _place(found.item) | {"text": found.text}, "to": later, "state": found.state}
    return _line(fields | {"as_of": found.as_of, "age_days": found.age_days, "proof": found.proof, "clerk": dict(found.clerk) or None})


def person_line(known: KnownPerson) -> str:
    """A person with the offices held."""
    holders = [
        {
            "office": held.office,
            "institution": held.institution,
            "region": held.region,
            "from": held.first,
            "to": held.last,
            "acting": held.acting,
            "places": [_place(place) for place in held.places],
            "conflicts": held.conflicts,
        }
        for held in known.holders
    ]
    return _line({"person": known.person, "name": known.name, "names": known.names, "holders": holders})


def issue_line(issue: Issue) -> str:
    """A recurring issue with every need of it."""
    return _line(asdict(issue))


def _place(place: Place) -> Json:
    return {"document": place.document, "source": place.source, "start": place.start, "end": place.end, "page": place.page}


def _line(fields: Json) -> str:
    """One JSON object, without the line feed; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    return json.dumps(fields, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
