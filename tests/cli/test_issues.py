"""`issues`: one object an issue, a table, or a file."""

import json

import pytest

from minutes_miner.cli.main import run


def test_lines_have_the_promised_form(library, capsys):
    assert run(["issues", "a.txt", "b.txt", "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    issue = json.loads(line)
    assert {key: issue[key] for key in ("issue", "label", "topic", "terms", "meetings", "first_seen", "last_seen", "regions", "state")} == {
        "issue": "operational_aid",
        "label": "Bantuan operasional",
        "topic": "operational_aid",
        "terms": ["bantuan", "operasional"],
        "meetings": 2,
        "first_seen": "2025-03-14",
        "last_seen": "2025-03-14",
        "regions": [],
        "state": "open",
    }
    member = issue["members"][1]
    assert (member["document"], member["source"], member["start"], member["end"], member["page"]) == ("id-b.txt", "b.txt", 0, 44, None)
    assert member["text"].startswith("Ketua forum")


def test_the_table_is_the_default(library, capsys):
    assert run(["issues", "a.txt", "hilang.txt"]) == 4
    printed = capsys.readouterr()
    assert "Bantuan operasional" in printed.out
    assert printed.err.endswith("Dokumen: 1 selesai, 1 gagal. Isu: 1, dari 1 kebutuhan.\n")


def test_lines_in_a_file_are_those_on_the_screen(library, capsys, tmp_path):
    target = tmp_path / "isu.jsonl"
    assert run(["issues", "a.txt", "b.txt", "--to", str(target)]) == 0
    assert capsys.readouterr().err == f"Dokumen: 2 selesai, 0 gagal. Isu: 1, dari 2 kebutuhan. Ditulis ke {target}.\n"
    assert run(["issues", "a.txt", "b.txt", "--format", "jsonl"]) == 0
    assert target.read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize(("name", "begins"), [("isu.xlsx", b"PK"), ("isu.html", b"<!DOCTYPE html>"), ("isu.png", b"\x89PNG")])
def test_a_file_has_the_form_of_its_ending(library, tmp_path, name, begins):
    target = tmp_path / name
    assert run(["issues", "a.txt", "b.txt", "--to", str(target)]) == 0
    assert target.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--since", "kemarin"], "--since: kemarin bukan tanggal."),
        (["--until", "2024-13"], "--until: 2024-13 bukan tanggal."),
        (["--state", "baru"], "--state: nilai baru tidak dikenal."),
        (["--topic", "sihir"], "--topic: topik sihir tidak dikenal."),
        (["--archive", "a.sqlite"], "--archive: PATH dan --archive tidak dapat dipakai bersama."),
    ],
)
def test_what_makes_no_sense_is_refused_before_the_work(library, capsys, more, said):
    assert run(["issues", "a.txt", *more]) == 2
    assert library.calls == []
    assert capsys.readouterr().err.startswith(said)


def test_without_paths_the_archive_is_asked(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MINUTES_MINER_ARCHIVE", raising=False)
    assert run(["issues"]) == 7
    assert "rakor.sqlite" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "exit_code"), [("isu.csv", 2), ("isu.docx", 2), ("isu", 2), ("tidak/ada/isu.jsonl", 5), ("tidak/ada/isu.html", 5)]
)
def test_a_target_that_cannot_be_is_refused_before_the_work(library, capsys, tmp_path, name, exit_code):
    assert run(["issues", "a.txt", "--to", str(tmp_path / name)]) == exit_code
    assert library.calls == []
    assert capsys.readouterr().err.startswith(f"{tmp_path / name}: ")


@pytest.mark.parametrize("arguments", [[], ["--format", "jsonl"], ["--to", "isu.jsonl"]])
def test_all_failed_gives_no_result(library, capsys, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    assert run(["issues", "hilang.txt", *arguments]) == 3
    assert capsys.readouterr().out == ""
    assert list(tmp_path.iterdir()) == []
