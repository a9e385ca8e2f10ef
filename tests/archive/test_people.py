"""People of an archive: joined, asked, decided about."""

from __future__ import annotations

import json

import pytest

import minutes_miner
from minutes_miner.archive.contents import put
from minutes_miner.archive.errors import ArchiveDamaged, NotInArchive
from minutes_miner.archive.joined.decisions import keep, kept, undo
from minutes_miner.archive.joined.people import known_people
from minutes_miner.archive.joined.references import anchors
from minutes_miner.archive.joining import join
from minutes_miner.cli.main import run
from minutes_miner.corpus.people.decisions import Decision
from minutes_miner.paths import model_folder

FIRST = "NOTULEN RAPAT\nHari/Tanggal: Kamis, 18 Juli 2024\nKepala Dinas Sosial Kabupaten Ngawi, Tri Pujo Handoyo, S.STP, berjanji."
SECOND = "NOTULEN RAPAT\nHari/Tanggal: Kamis, 16 Januari 2025\nKadinsos Ngawi, Dr. Tri Pudjo Handoyo, menyampaikan laporan bantuan."
THIRD = "NOTULEN RAPAT\nHari/Tanggal: Kamis, 8 Mei 2025\nCamat Paron Kabupaten Ngawi, Joko Purnomo, meminta perbaikan jalan."


@pytest.fixture
def joined(database, forms):
    texts = [{"id": f"dok{at}", "text": text} for at, text in enumerate((FIRST, SECOND, THIRD))]
    for analysis in minutes_miner.mine_texts(texts):
        with database.transaction():
            put(database, analysis, model="1", forms=forms)
    join(database, model_folder(None))
    return database


def decide(database, verdict, first, second=None, value=None):
    with database.transaction():
        decision = Decision(
            subject="person",
            verdict=verdict,
            first=anchors(database, first, "person"),
            second=anchors(database, second, "person") if second else (),
            value=value,
        )
        return keep(database, decision, made_at="2025-06-01T08:00:00+00:00", made_by="uji")


def test_a_head_of_agency_has_one_term(joined):
    person = next(person for person in known_people(joined) if person.name.startswith("Tri"))
    (held,) = person.holders
    assert (held.first, held.last, held.region) == ("2024-07-18", "2025-01-16", "Kabupaten Ngawi")
    assert [place.document for place in held.places] == ["dok0", "dok1"]


def test_joining_again_changes_nothing(joined):
    tables = ("entities", "people", "offices", "institutions")
    before = [joined.rows(f"SELECT * FROM {table} ORDER BY number") for table in tables]
    join(joined, model_folder(None))
    assert [joined.rows(f"SELECT * FROM {table} ORDER BY number") for table in tables] == before


def test_a_decision_holds_until_it_is_taken_back(joined):
    start = THIRD.index("Joko")
    head = next(person.person for person in known_people(joined) if person.name.startswith("Tri"))
    number = decide(joined, "same", head, f"dok2:{start + 2}")
    join(joined, model_folder(None))
    assert len(known_people(joined)) == 1
    with joined.transaction():
        undo(joined, number)
    join(joined, model_folder(None))
    assert len(known_people(joined)) == 2


def test_a_changed_decision_is_found_and_not_believed(joined):
    number = decide(joined, "rename", "p:joko-purnomo@35.21", value="Joko P.")
    joined.run("UPDATE decisions SET value = 'Joko X.' WHERE number = ?", (number,))
    with pytest.raises(ArchiveDamaged):
        kept(joined)


@pytest.mark.parametrize("reference", ["p:siapa@35.21", "dok9:4", "dok2:0", "dok2", ":", "o:camat-paron@35.21"])
def test_what_is_not_there_is_said(joined, reference):
    with pytest.raises(NotInArchive):
        anchors(joined, reference, "person")


def test_from_the_command_line(joined, archive_address, capsys):
    archive = ["--archive", str(archive_address)]
    joined.close()
    assert run(["people", *archive, "--office", "Kadinsos", "--region", "Ngawi", "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    person = json.loads(line)
    assert list(person) == ["person", "name", "names", "holders"]
    assert person["holders"][0]["from"] == "2024-07-18"
    assert run(["decide", "rename", person["person"], "Tri Pujo H.", *archive, "--by", "uji"]) == 0
    assert run(["people", *archive, "--office", "Kepala Dinas Sosial", "--at", "2024-12-01"]) == 0
    assert "2024-07-18 – 2025-01-16  Tri Pujo H." in capsys.readouterr().out
    assert run(["decide", "list", *archive]) == 0
    assert "rename person" in capsys.readouterr().out
    assert run(["people", *archive, "--at", "kemarin"]) == 2
    assert run(["decide", "same", "p:x@1", *archive]) == 2
    assert run(["decide", "undo", "7", *archive]) == 3
