"""Documents longer than the limit: where they are cut, and what is said."""

from __future__ import annotations

from dataclasses import replace

import docx
import pytest

from minutes_miner.documents import cutting
from minutes_miner.documents.cutting import beginning, border, within
from minutes_miner.documents.plain import document_of_text, read_plain
from minutes_miner.documents.reading import read, read_each
from minutes_miner.documents.settings import Settings
from minutes_miner.guard.limits import Limits
from minutes_miner.records import CellPlace, Document, Repair

LINE = "Dinas Sosial akan mendata panti.\n"


def settings(characters: int) -> Settings:
    return Settings(limits=Limits(characters=characters))


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Rapat dibuka.", 13, "Rapat dibuka."),
        ("Rapat dibuka.\nHadir semua.", 20, "Rapat dibuka."),
        ("Rapat dibuka.\nHadir semua.", 13, "Rapat dibuka."),
        ("Rapat dibuka oleh ketua", 15, "Rapat dibuka"),
        ("a" * 50, 20, "a" * 20),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_line_else_at_a_word(text, most, kept):
    assert text[: border(text, most)] == kept


def test_a_line_far_back_is_no_border(monkeypatch):
    monkeypatch.setattr(cutting, "REACH", 10)
    assert border("\n" + "kata " * 20, 52) == 50


def test_a_file_within_the_limit_is_whole_and_says_nothing():
    document = read_plain(LINE.encode() * 10, id="a", source="a.txt", settings=settings(10 * len(LINE)))
    assert (document.text, document.warnings) == (LINE * 10, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_longer_file_is_cut_and_says_how_much_was_taken(encoding):
    line = LINE.replace("akan", "“akan”")
    document = read_plain((line * 1_000).encode(encoding), id="a", source="a.txt", settings=settings(10 * len(line) + 5))
    assert document.text == (line * 10).rstrip("\n")
    (cut,) = [warning for warning in document.warnings if warning.code == "text_cut"]
    assert f"hanya {len(document.text)} huruf pertama" in cut.message
    assert cut.message.startswith("a.txt: ")
    assert all(block.end <= len(document.text) for block in document.blocks)


@pytest.mark.parametrize("most", range(10, 16))
def test_a_character_that_is_cut_in_two_is_left_out(most):
    document = read_plain("😀é€".encode() * 500, id="a", source="a.txt", settings=settings(most))
    assert document.text == ("😀é€" * 9)[:most]


def test_a_share_of_a_long_file_is_told():
    assert "(sekitar 25 %)" in read_plain(b"x" * 400, id="a", source="a.txt", settings=settings(100)).warnings[0].message


def test_too_many_lines_are_cut_but_blank_ones_do_not_count(monkeypatch):
    monkeypatch.setattr(cutting, "MOST_LINES", 3)
    text, warnings = beginning("a\n\n\n\nb\nc\nd\ne\n", 99, "a")
    assert (text, [warning.code for warning in warnings]) == ("a\n\n\n\nb\nc", ["text_cut"])
    assert beginning("a\n\n\n\n\nb", 99, "a") == ("a\n\n\n\n\nb", ())


def test_another_document_is_cut_behind_its_last_whole_block():
    document = document_of_text("Satu.\nDua dua.\nTiga.", id="a", source="a.pdf")
    cut = within(document, 16)
    assert (cut.text, len(cut.blocks), [warning.code for warning in cut.warnings]) == ("Satu.\nDua dua.", 2, ["text_cut"])
    assert within(document, 20) is document


def test_a_block_longer_than_the_limit_is_cut_itself():
    cut = within(document_of_text("kata " * 100, id="a", source="a.pdf"), 52)
    assert len(cut.text) == 49
    assert [(block.start, block.end) for block in cut.blocks] == [(0, 49)]


def test_entries_of_a_batch_are_cut_one_by_one(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "satu", "text": "Rapat."}\n{"id": "dua", "text": "' + "kata " * 20 + '"}\n', encoding="utf-8")
    short, long = [found for found in read_each(tmp_path / "a.jsonl", settings(30)) if isinstance(found, Document)]
    assert (short.warnings, long.text) == ((), "kata kata kata kata kata kata")
    assert [warning.code for warning in long.warnings] == ["text_cut"]


def test_a_word_document_is_cut_by_its_blocks(tmp_path):
    word = docx.Document()
    for text in ("Rapat dibuka.", "Ketua membuka rapat.", "Rapat ditutup."):
        word.add_paragraph(text)
    word.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx", settings(40))
    assert document.text == "Rapat dibuka.\nKetua membuka rapat."
    assert [warning.code for warning in document.warnings] == ["text_cut"]


def test_what_is_known_of_the_rest_goes_with_it():
    document = replace(
        document_of_text("Satu.\nDua dua.\nTiga.", id="a", source="a.pdf"),
        cells=(CellPlace(start=6, end=9, table=1, row=1, cell=1), CellPlace(start=15, end=20, table=1, row=2, cell=1)),
        repairs=(Repair(name="a", start=0, end=4, original="5atu"), Repair(name="a", start=15, end=19, original="T1ga")),
    )
    cut = within(document, 16)
    assert [cell.start for cell in cut.cells] == [6]
    assert [repair.start for repair in cut.repairs] == [0]
