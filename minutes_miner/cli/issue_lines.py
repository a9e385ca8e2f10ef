"""A recurring issue as one line of JSON, in the form that `issues --format jsonl` promises."""

from __future__ import annotations

import json
from dataclasses import asdict

from minutes_miner.records import Issue


def line(issue: Issue) -> str:
    """One JSON object, without the line feed; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    text = json.dumps(asdict(issue), ensure_ascii=False)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
