"""`search`: hits, counts, advice, in both languages, on the screen and as lines."""

import json

import pytest

import minutes_miner
from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import put
from minutes_miner.cli.main import run
from minutes_miner.corpus.word_forms import load_word_forms
from minutes_miner.paths import model_folder

TEXT = (
    "NOTULEN RAPAT\nHari/Tanggal: Kamis, 18 Juli 2024\n\nDinas Sosial Kabupaten Ngawi akan menyalurkan\nbantuan operasional\x1b[2J panti."
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("arsip") / "arsip.sqlite"
    database = open_database(path, write=True)
    with database.transaction():
        for analysis in minutes_miner.mine_texts([{"id": "a", "text": TEXT}]):
            put(database, analysis, model="1", forms=load_word_forms(model_folder()))
    database.close()
    return str(path)


def shown(capsys, *arguments, exit_code=0):
    assert run(["search", *arguments]) == exit_code
    return capsys.readouterr()


def test_hits_and_counts_are_shown(archive, capsys):
    out = shown(capsys, "membantu", "panti", "--archive", archive).out
    assert out.startswith("Ditemukan 1 dokumen.\n")
    assert "1. 18/07/2024 | NOTULEN RAPAT" in out
    assert "    bantuan operasional\\x1b[2J panti.\n" in out
    assert "\x1b" not in out
    assert "Jenis: Notulen 1" in out
    assert "Found 1 documents." in shown(capsys, "panti", "--archive", archive, "--lang", "en").out


def test_lines_have_the_promised_form(archive, capsys):
    hit = json.loads(shown(capsys, "panti", "--archive", archive, "--format", "jsonl").out)
    assert set(hit) >= {"rank", "score", "place", "kind", "snippet"}
    assert TEXT[hit["place"]["start"] : hit["place"]["end"]] == hit["snippet"]


def test_nothing_found_is_an_answer_with_advice(archive, capsys):
    out = shown(capsys, "bantaun", "--region", "Jember", "--archive", archive).out
    assert out.startswith("Tidak ditemukan.\n")
    assert "Mungkin maksudnya: bantuan" in out
    assert "--region" in out
    assert shown(capsys, "bantaun", "--archive", archive, "--format", "jsonl").out == ""
    assert "halaman 2" in shown(capsys, "panti", "--page", "2", "--archive", archive).out


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [(["panti", "--kind", "buku"], 2), (["panti", "--from", "kemarin"], 2), (["panti", "--page", "0"], 2)],
)
def test_what_makes_no_sense_is_one_sentence(archive, capsys, arguments, exit_code):
    printed = shown(capsys, *arguments, "--archive", archive, exit_code=exit_code)
    assert printed.out == ""


def test_an_archive_that_is_not_there_is_named(tmp_path, capsys):
    missing = str(tmp_path / "tidak-ada.sqlite")
    assert missing in shown(capsys, "panti", "--archive", missing, exit_code=7).err
