"""Annotations that quote what they mark, read into places."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.annotated import read_annotated
from benchmarks.quoted import read_quoted
from minutes_miner.errors import ModelError

TEXT = (
    "Camat Batuaji, Rina Hartati, hadir. Rina meminta lurah se-Batuaji\nmengirim data. "
    "Rina Hartati menutup rapat. Rina pamit dari Batuaji.\n"
)
QUOTED = """\
kind: minutes
document: {date: 2024-07-18, chair: Rina Hartati}
mentions:
  PERSON: [Rina Hartati, Rina]
  OFFICE: [Camat Batuaji]
  PLACE: [Batuaji]
holders: [{person: Rina Hartati, office: Camat Batuaji}]
statements: [{direct: no, speaker: Rina Hartati, text: lurah se-Batuaji mengirim data}]
items: [{kind: instruction, text: meminta lurah se-Batuaji mengirim data, actor: lurah se-Batuaji}]
optional: [{label: PERSON, text: Rina, nth: 2}]
"""


@pytest.fixture
def annotation(tmp_path: Path) -> Path:
    (tmp_path / "rapat.txt").write_text(TEXT, encoding="utf-8")
    file = tmp_path / "rapat.yml"
    file.write_text(QUOTED, encoding="utf-8")
    return file


def test_quotations_become_places(annotation: Path) -> None:
    read = read_quoted(annotation)
    marked = [(mention["label"], TEXT[mention["start"] : mention["end"]]) for mention in read["mentions"]]
    assert marked == [
        ("PERSON", "Rina Hartati"),
        ("PERSON", "Rina"),
        ("PERSON", "Rina Hartati"),
        ("PERSON", "Rina"),
        ("OFFICE", "Camat Batuaji"),
        ("PLACE", "Batuaji"),
        ("PLACE", "Batuaji"),
    ], "no name inside a longer one, no place inside an office"
    (said,) = read["statements"]
    assert (TEXT[said["start"] : said["end"]], said["direct"]) == ("lurah se-Batuaji\nmengirim data", False), "a blank may be a line break"
    assert read["optional"][0]["start"] == TEXT.index("Rina meminta")
    assert read["items"][0]["actor"] == "lurah se-Batuaji"


def test_folders_may_hold_them_beside_other_files(annotation: Path) -> None:
    (annotation.parent / "alone.yml").write_text("kind: minutes\n", encoding="utf-8")
    (document,) = read_annotated([annotation.parent])
    assert (document.id, document.header["kind"], document.header["date"]) == ("rapat", "minutes", "2024-07-18")


@pytest.mark.parametrize(
    ("picked", "starts"),
    [
        ("Rina", [15, 36, 81, 109]),
        ("Rina @2", [36]),
        ("Rina @1,4", [15, 109]),
        ("Rina @3-", [81, 109]),
        ("Rina @1-2", [15, 36]),
    ],
)
def test_occurrences_are_picked_by_number(annotation: Path, picked: str, starts: list[int]) -> None:
    annotation.write_text(f'kind: minutes\nmentions: {{PERSON: ["{picked}"]}}\n', encoding="utf-8")
    assert [mention["start"] for mention in read_quoted(annotation)["mentions"]] == starts


@pytest.mark.parametrize(
    "line", ["mentions: {PERSON: [Rin]}", 'mentions: {PERSON: ["Rina @5"]}', "items: [{kind: need, text: Rina, nth: 5}]"]
)
def test_what_does_not_stand_in_the_text_is_named_with_its_line(annotation: Path, line: str) -> None:
    annotation.write_text(f"kind: minutes\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"rapat\.yml:2: not in the text: Rin"):
        read_quoted(annotation)


def test_broken_files_say_where(annotation: Path) -> None:
    annotation.write_text("kind: [minutes\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"rapat\.yml"):
        read_quoted(annotation)
