"""The scorer of articles in which only quotations and those who speak in them are annotated."""

from __future__ import annotations

from typing import Any

from benchmarks.quotations import judged, report
from minutes_miner.miner import Miner

TEXT = "Bupati Sukamaju Rina Hartati menutup bazar. “Beras kami bagikan besok pagi kepada warga,” kata dia, Selasa (5/3/2024)."


def span(label: str, words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"label": label, "start": start, "end": start + len(words)}


def test_each_layer_is_judged() -> None:
    spans = [
        span("PERSON", "Rina Hartati"),
        span("ROLE", "Bupati"),
        span("AFFILIATION", "Sukamaju"),
        span("PERSONCOREF", "dia"),
        span("STATEMENT", "Beras kami bagikan besok pagi kepada warga"),
        span("PERSON", "Selasa"),
    ]
    article = {"spans": spans, "attributions": [{"statement": 4, "speaker": 3}, {"statement": 4, "speaker": None}]}
    verdicts = list(judged(article, Miner().mine_text(TEXT, id="bazar")))
    assert [(verdict.layer, verdict.right) for verdict in verdicts] == [
        ("PERSON", True),
        ("ROLE", True),
        ("AFFILIATION", True),
        ("STATEMENT", True),
        ("PERSON", False),
        ("SPEAKER", True),
    ]
    lines = report(verdicts, markdown=True).splitlines()
    assert [cell.strip() for cell in lines[-1].strip("|").split("|")] == ["PERSON", "1", "2", "0.500", "0.92"]
