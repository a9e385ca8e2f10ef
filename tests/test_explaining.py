"""What an explanation tells: every step in its order, winners and losers with their rules, and where names, days and degrees come from."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_miner.explaining import Remark, explain
from minutes_miner.paths import model_folder
from minutes_miner.pipeline.order import STEPS

TEXT = (
    "Bupati Wajo, Dr. Andi Nurhayati, Selasa (5/3/2024), meminta Dinas Sosial mendata panti paling lambat 20 Maret. "
    "“Kami butuh bantuan operasional Rp 25 juta,” kata dia."
)


@pytest.fixture(scope="module")
def remarks() -> list[Remark]:
    return explain(TEXT)


def told(remarks: list[Remark], kind: str) -> list[dict[str, Any]]:
    return [remark.facts for remark in remarks if remark.told == kind]


def test_the_steps_come_in_their_order(remarks: list[Remark]) -> None:
    steps = list(dict.fromkeys(remark.step for remark in remarks))
    assert steps == [name for name, _ in STEPS if name in steps]
    assert {"lines", "sentences", "times", "mentions", "meeting", "holders", "statements", "items"} <= set(steps)


def test_what_was_found_names_its_rule_and_the_line_where_it_stands(remarks: list[Remark]) -> None:
    (office,) = [remark for remark in remarks if remark.told == "found" and remark.facts["label"] == "OFFICE"]
    assert office.facts == {"label": "OFFICE", "text": "Bupati Wajo", "start": 0, "end": 11}
    assert office.source is not None
    file, line = office.source.where.split(":")
    assert office.source.id in (model_folder() / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert office.source.note


def test_what_lost_says_to_what_and_why(remarks: list[Remark]) -> None:
    lost = {(facts["label"], facts["text"]): (facts["reason"], facts["winner"]) for facts in told(remarks, "lost")}
    assert lost["PLACE", "Wajo"] == ("taken", "OFFICE [Bupati Wajo]")
    assert lost["DATE", "5/3/2024"] == ("shorter", "DATE [Selasa (5/3/2024)]")


def test_a_pronoun_is_told_from_a_name(remarks: list[Remark]) -> None:
    said = {facts["mode"]: (facts["speaker"], facts["named"]) for facts in told(remarks, "said")}
    assert said == {"indirect": ("Andi Nurhayati", True), "direct": ("Andi Nurhayati", False)}


def test_the_word_that_means_a_speaker_is_told() -> None:
    remarks = explain("Camat Siti Rahmawati hadir. Ia berjanji membantu panti. “Kami siap membantu,” katanya.")
    assert [(facts["word"], facts["speaker"]) for facts in told(remarks, "said")] == [
        ("Ia", "Siti Rahmawati"),
        ("katanya", "Siti Rahmawati"),
    ]


def test_a_request_tells_how_high_both_stand(remarks: list[Remark]) -> None:
    (request,) = told(remarks, "kind.request")
    assert (request["kind"], request["asks"], request["asked"]) == ("instruction", "Andi Nurhayati", "Dinas Sosial")
    assert int(request["mine"]) > int(request["theirs"])


@pytest.mark.parametrize(
    ("text", "how", "actor"),
    [
        ("Dinas Sosial Wajo akan mendata panti.", "actor.subject", "Dinas Sosial Wajo"),
        ("Bupati Wajo meminta Dinas Sosial mendata panti.", "actor.behind", "Dinas Sosial"),
        ("“Kami akan menyalurkan beras,” kata Kepala Dinas Sosial Wajo, Andi Nurhayati.", "actor.meant", "Dinas Sosial Wajo"),
        ("NOTULEN RAPAT\n\nTindak lanjut:\n1. Mendata panti (PIC: Bu Ratna)\n", "actor.beside", "Ratna"),
    ],
)
def test_an_actor_tells_where_it_comes_from(text: str, how: str, actor: str) -> None:
    assert [facts["actor"] for facts in told(explain(text), how)] == [actor]


MINUTES = "NOTULEN RAPAT\nTanggal: 3 Maret 2025\n\nTindak lanjut:\n1. Dinas Sosial mendata panti {due}\n"


@pytest.mark.parametrize(
    ("due", "how", "facts"),
    [
        ("paling lambat 20 Maret 2025", "deadline.told", {"days": "2025-03-20"}),
        ("paling lambat besok", "deadline.from_day", {"days": "2025-03-04", "day": "2025-03-03"}),
        ("sesegera mungkin", "deadline.open", {}),
        ("satu per satu", "deadline.none", {}),
    ],
)
def test_a_deadline_tells_from_which_day_it_is_counted(due: str, how: str, facts: dict[str, str]) -> None:
    (one,) = told(explain(MINUTES.format(due=due)), how)
    assert facts.items() <= one.items()


@pytest.mark.parametrize("text", [TEXT, MINUTES.format(due="paling lambat besok"), "Dinas Sosial akan membuka posko di Wajo."])
def test_the_degree_is_the_sum_of_what_is_told_of_it(text: str) -> None:
    sums: list[list[float]] = []
    for remark in explain(text):
        facts: dict[str, Any] = remark.facts
        if remark.told == "confidence":
            sums.append([facts["confidence"], facts["base"]])
        elif remark.told.startswith("weight."):
            sums[-1].append(float(facts["weight"]))
    for degree, *parts in sums:
        assert degree == pytest.approx(min(0.99, sum(parts)))


def test_a_topic_tells_what_spoke_for_it(remarks: list[Remark]) -> None:
    (topic,) = told(remarks, "topic")
    assert topic["topic"] == "operational_aid" == next(iter(topic["weights"]))


def test_values_count_from_the_day_of_the_document(remarks: list[Remark]) -> None:
    values = {facts["text"]: facts["value"] for facts in told(remarks, "value")}
    assert values["20 Maret"]["start"] == "2024-03-20"
    assert values["Rp 25 juta"]["value"] == 25_000_000


def test_several_names_of_one_are_brought_together() -> None:
    same = told(explain("Camat Siti Rahmawati hadir. Siti menutup rapat."), "same")
    assert {"name": "Siti Rahmawati", "texts": ["Siti Rahmawati", "Siti"]} in same


def test_a_sentence_without_findings_has_lines_and_a_document_only() -> None:
    assert [remark.told for remark in explain("Hujan turun.")] == ["line", "sentence", "document"]
