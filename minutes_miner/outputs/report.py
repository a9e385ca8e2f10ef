"""What is handed to every output: the results, the issues over them, and how to speak about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from minutes_miner.records import Analysis, Failure, Issue

Result = Analysis | Failure
NO_LABELS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The documents of one run in input order, failures in their place.

    `topic_labels` are the words for the keys of `Item.topic`, which the model knows; a key without words is shown as it is.
    """

    results: Sequence[Result]
    issues: Sequence[Issue] = ()
    lang: str = "id"
    topic_labels: Mapping[str, str] = field(default_factory=lambda: NO_LABELS)
