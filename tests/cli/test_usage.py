"""Wrong values and wrong words end in one sentence that says what is wrong and what would be right."""

import pytest

from minutes_miner.cli.main import run
from minutes_miner.cli.usage import WrongUsage, count, one_of


@pytest.mark.parametrize("value", ["0", "-1", "dua", "", "1.5", "²", " 2", "+2"])
def test_count_takes_whole_numbers_from_one_on(value):
    with pytest.raises(WrongUsage) as caught:
        count("--jobs", value)
    assert caught.value.exit_code == 2


def test_count_reads_the_number():
    assert count("--jobs", "12") == 12


def test_one_of_names_the_option_and_the_choices():
    assert one_of("--format", "csv", ("table", "csv")) == "csv"
    with pytest.raises(WrongUsage) as caught:
        one_of("--format", "xml", ("table", "csv"))
    assert caught.value.sentence("id") == "--format: nilai xml tidak dikenal. Pakai salah satu dari table, csv."
    assert str(caught.value) == "--format: the value xml is not known. Use one of table, csv."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["mien"],
            "minutes-miner: perintah mien tidak dikenal. Pakai salah satu dari mine, read, show, index, issues, followup, import, people, "
            "decide, search, model, archive.",
        ),
        (["model", "chek"], "minutes-miner model: perintah chek tidak dikenal. Pakai salah satu dari check, explain, diff, tidy."),
        (["-x"], "minutes-miner: pilihan -x tidak dikenal. Pakai salah satu dari --version, --help, --lang."),
        (["mine"], "minutes-miner mine: PATH... belum disebut. Lihat minutes-miner mine --help."),
        (
            ["mine", "--fromat", "csv", "a.txt"],
            "minutes-miner mine: pilihan --fromat tidak dikenal. Pakai salah satu dari "
            "--to, --format, --model, --jobs, --ocr, --password, --limit, --help, --lang.",
        ),
        (["mine", "a.txt", "--to"], "minutes-miner mine: --to memerlukan sebuah nilai sesudahnya. Lihat minutes-miner mine --help."),
        (["mine", "a.txt", "--jobs", "0"], "--jobs: nilai 0 bukan bilangan bulat mulai dari 1. Tulislah misalnya --jobs 2."),
        (["mine", "a.txt", "--format", "xml"], "--format: nilai xml tidak dikenal. Pakai salah satu dari table, jsonl, csv."),
        (["issues", "a.txt", "--format", "csv"], "--format: nilai csv tidak dikenal. Pakai salah satu dari table, jsonl."),
        (["read", "a.txt", "--format", "table"], "--format: nilai table tidak dikenal. Pakai salah satu dari text, jsonl."),
        (
            ["model", "tidy", "sekarang"],
            "minutes-miner model tidy: sekarang tidak dimengerti di sini. Lihat minutes-miner model tidy --help.",
        ),
        (["model", "tidy", "--check=1"], "minutes-miner model tidy: --check tidak menerima nilai. Tulislah --check saja."),
        (["--version=2"], "minutes-miner: --version tidak menerima nilai. Tulislah --version saja."),
        (["mine", "--help=id"], "minutes-miner mine: --help tidak menerima nilai. Tulislah --help saja."),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(arguments, sentence, capsys):
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err == f"{sentence}\n"
    assert printed.out == ""


def test_wrong_usage_in_english(capsys):
    assert run(["mine", "a.txt", "--format", "xml", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "--format: the value xml is not known. Use one of table, jsonl, csv.\n"
