"""What is found in the samples is what was found before, or a change that somebody has looked at.

After a change of rules or steps: `pytest --update-golden`, then read the difference as git shows it.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

import minutes_miner
from minutes_miner.cli.main import run
from minutes_miner.documents.reading import discover
from minutes_miner.outputs.jsonl import to_json

from .summary import summary

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = Path(__file__).parent / "expected"
DOCUMENTS = discover([SAMPLES])
ENDINGS = (".xlsx", ".docx", ".csv", ".jsonl")


def expected_of(document: Path) -> Path:
    return EXPECTED / f"{document.stem}.txt"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_found_in_a_sample(document: Path, request: pytest.FixtureRequest) -> None:
    found = summary(minutes_miner.mine(document))
    expected = expected_of(document)
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert expected.is_file(), "run pytest --update-golden and read what it wrote"
    assert found == expected.read_text(encoding="utf-8"), "if the change is meant, run pytest --update-golden and read the difference"


def test_each_sample_has_its_expected_file_and_each_file_its_sample() -> None:
    assert sorted(EXPECTED.iterdir()) == sorted(map(expected_of, DOCUMENTS))


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if path.suffix == ".txt"], ids=lambda path: path.name)
def test_a_text_gives_what_its_file_gives(document: Path) -> None:
    """Only what a bare text cannot know differs: where it came from and how it was encoded."""
    from_file = to_json(minutes_miner.mine(document))
    from_text = to_json(next(minutes_miner.mine_texts([minutes_miner.read(document).text])))
    for key in ("id", "source", "warnings"):
        del from_file["document"][key], from_text["document"][key]
    assert from_text == from_file


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file that `mine samples --to` writes, by its ending."""
    folder = tmp_path_factory.mktemp("hasil")
    files = {ending: folder / f"hasil{ending}" for ending in ENDINGS}
    for file in files.values():
        assert run(["mine", str(SAMPLES), "--to", str(file)]) == 0
    return files


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_samples_give_the_same_bytes(ending: str, written: dict[str, Path], tmp_path: Path) -> None:
    again = tmp_path / f"lagi{ending}"
    assert run(["mine", str(SAMPLES), "--to", str(again), "--jobs", "2"]) == 0
    assert again.read_bytes() == written[ending].read_bytes()


def test_the_lines_are_the_samples_in_order(written: dict[str, Path]) -> None:
    lines = [json.loads(line) for line in written[".jsonl"].read_text(encoding="utf-8").splitlines()]
    files = [str(path) for path in DOCUMENTS]
    sources = [line["document"]["source"] for line in lines]
    # What is attached to a mail comes behind it as a document of its own.
    assert [source for source in sources if source in files] == files
    assert [source.removeprefix(f"{file}/") for file in files for source in sources if source.startswith(f"{file}/")] == [
        "notulen-hari-lansia.html"
    ]
    assert all(line["mentions"] for line in lines)


def test_the_workbook_holds_every_item_once(written: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(written[".xlsx"], read_only=True)
    assert book.sheetnames == ["Tindak Lanjut", "Kebutuhan", "Isu Berulang", "Linimasa", "Pejabat", "Pernyataan", "Dokumen"]
    rows = {sheet.title: sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book}
    book.close()
    lines = written[".jsonl"].read_text(encoding="utf-8").splitlines()
    kinds = [item["kind"] for line in lines for item in json.loads(line)["items"]]
    assert rows["Kebutuhan"] == kinds.count("need")
    assert rows["Tindak Lanjut"] == len(kinds) - kinds.count("need")
    assert rows["Dokumen"] == len(lines)


def test_the_table_of_text_holds_every_item(written: dict[str, Path]) -> None:
    rows = list(csv.DictReader(io.StringIO(written[".csv"].read_text(encoding="utf-8-sig"))))
    lines = written[".jsonl"].read_text(encoding="utf-8").splitlines()
    assert len(rows) == sum(len(json.loads(line)["items"]) for line in lines)


def test_the_word_document_is_the_matrix(written: dict[str, Path]) -> None:
    assert zipfile.is_zipfile(written[".docx"])
    tables = docx.Document(str(written[".docx"])).tables
    assert len(tables) >= 2
    assert "Penanggung Jawab" in [cell.text for cell in tables[0].rows[0].cells]
