"""`read`: the text of documents, one block a line, or all that was read as JSON."""

import json

import pytest

from minutes_miner.cli.main import run
from minutes_miner.cli.read import json_line, running_text
from minutes_miner.records import Block, Document, Evidence, Note, Table, Warning

TEXT = "NOTULEN\nRapat dibuka\noleh ketua.\nUraian | PIC"
DOCUMENT = Document(
    id="abc",
    source="rapat.pdf",
    media_type="application/pdf",
    text=TEXT,
    blocks=(
        Block(kind="heading", start=0, end=7, level=1, evidence=Evidence(page=1)),
        Block(kind="paragraph", start=8, end=32),
        Block(kind="row", start=33, end=45, cells=((33, 39), (42, 45))),
    ),
    tables=(Table(rows=(("Uraian", "PIC"),), page=2),),
    notes=(Note(kind="footer", text="hlm. 1", page=1),),
    pages=2,
    warnings=(Warning(code="repaired", message="Berkas diperbaiki.", page=None),),
)


def test_running_text_has_one_block_a_line():
    assert running_text(DOCUMENT) == "NOTULEN\nRapat dibuka oleh ketua.\nUraian | PIC"


def test_a_document_among_several_has_its_name_above():
    assert running_text(DOCUMENT, titled=True).splitlines()[0] == "==> rapat.pdf <=="
    assert running_text(DOCUMENT, titled=True).endswith("PIC\n")


def test_json_line_has_the_promised_form():
    assert json.loads(json_line(DOCUMENT)) == {
        "document": {
            "id": "abc",
            "source": "rapat.pdf",
            "media_type": "application/pdf",
            "pages": 2,
            "warnings": [{"code": "repaired", "message": "Berkas diperbaiki.", "page": None}],
        },
        "text": TEXT,
        "blocks": [
            {"kind": "heading", "start": 0, "end": 7, "page": 1, "level": 1},
            {"kind": "paragraph", "start": 8, "end": 32, "page": None, "level": None},
            {"kind": "row", "start": 33, "end": 45, "page": None, "level": None},
        ],
        "tables": [{"page": 2, "rows": [["Uraian", "PIC"]]}],
        "notes": [{"kind": "footer", "text": "hlm. 1", "page": 1}],
        "repairs": [],
    }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Rapat dibuka.\n\nRapat ditutup.\n", encoding="utf-8")
    (tmp_path / "kosong.txt").touch()
    (tmp_path / "banyak.jsonl").write_text('{"id": "x", "text": "Satu."}\n{"id": "y", "text": "Dua."}\n', encoding="utf-8")


def test_one_file_is_its_text_alone(folder, capsys):
    assert run(["read", "a.txt"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("Rapat dibuka.\nRapat ditutup.\n", "")


def test_a_batch_of_texts_is_several_documents(folder, capsys):
    assert run(["read", "banyak.jsonl"]) == 0
    assert capsys.readouterr().out == "==> x <==\nSatu.\n\n==> y <==\nDua.\n\n"


def test_what_fails_is_named_and_the_others_are_read(folder, capsys):
    assert run(["read", "a.txt", "kosong.txt", "hilang.txt", "--format", "jsonl"]) == 4
    printed = capsys.readouterr()
    assert [json.loads(line)["document"]["source"] for line in printed.out.splitlines()] == ["a.txt"]
    assert [line.split(": ")[0] for line in printed.err.splitlines()] == ["kosong.txt", "hilang.txt"]


@pytest.mark.parametrize("path", ["kosong.txt", "hilang.txt", "hilang\udcff.txt"])
def test_nothing_read_is_exit_code_3(folder, capsys, path):
    assert run(["read", path]) == 3
    assert capsys.readouterr().out == ""
