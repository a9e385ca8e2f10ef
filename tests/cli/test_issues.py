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


def test_a_workbook_is_the_whole_one(library, monkeypatch, tmp_path):
    from minutes_miner.outputs import writing

    written = []
    monkeypatch.setattr(writing, "write", lambda results, target, issues, lang, labels: written.append((len(results), len(issues))))
    assert run(["issues", "a.txt", "b.txt", "--to", str(tmp_path / "isu.xlsx")]) == 0
    assert written == [(2, 1)]


@pytest.mark.parametrize(("name", "exit_code"), [("isu.csv", 2), ("isu.docx", 2), ("isu", 2), ("tidak/ada/isu.jsonl", 5)])
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
