"""One page as a picture, and what is said when it cannot be drawn."""

from pathlib import Path

import pytest

from minutes_miner.cli.main import run
from minutes_miner.cli.texts import TEXTS
from minutes_miner.outputs.page_marks import KINDS

SAMPLES = Path(__file__).parents[2] / "samples" / "minutes"
PDF = str(SAMPLES / "evaluasi-sampah-kupang.pdf")
WORD = str(SAMPLES / "rakor-banjir-lamongan.docx")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_page_is_drawn(folder, capsys):
    assert run(["show", PDF, "--page", "2", "--png", "halaman.png", "--kind", "people, items"]) == 0
    assert (folder / "halaman.png").read_bytes().startswith(b"\x89PNG")
    assert capsys.readouterr().err == "Ditulis ke halaman.png.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ([PDF, "--page", "9", "--png", "a.png"], 2, "halaman 9 tidak ada, dokumen ini 2 halaman"),
        ([PDF, "--page", "0", "--png", "a.png"], 2, "--page: nilai 0 bukan bilangan bulat"),
        ([PDF, "--png", "a.jpg"], 2, "a.jpg: akhiran nama ini tidak dikenal. Pakai salah satu dari .png"),
        ([PDF, "--png", "tidak-ada/a.png"], 5, "foldernya tidak ada"),
        ([PDF, "--png", "a.png", "--kind", "people,kucing"], 2, "--kind: nilai kucing tidak dikenal"),
        ([PDF], 2, "OUT belum disebut"),
        ([WORD, "--png", "a.png"], 2, "berparagraf, tidak berhalaman"),
        (["hilang.pdf", "--png", "a.png"], 3, "tidak ditemukan"),
    ],
)
def test_what_cannot_be_drawn_is_said(folder, capsys, arguments, code, sentence):
    assert run(["show", *arguments]) == code
    assert sentence in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("lang", TEXTS)
def test_the_help_names_every_kind(lang):
    assert ", ".join(KINDS) in TEXTS[lang]["show.about"]
