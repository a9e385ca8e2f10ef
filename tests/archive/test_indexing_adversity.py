"""Kills, full disks, company and folders that cannot be written: an archive comes out of each as if nothing had been.

The long version of the kills is `benchmarks.archive kills`.
"""

from __future__ import annotations

import os
import signal
import time
import zipfile
from pathlib import Path
from random import Random

import pytest

from benchmarks.archived.kills import content_of
from benchmarks.archived.made_texts import write_texts
from minutes_miner.archive.address import open_database
from minutes_miner.archive.archive import Archive
from minutes_miner.archive.errors import ArchiveError
from minutes_miner.archive.indexing.run import Wanted, index
from minutes_miner.cli.main import run
from minutes_miner.miner import Miner

KILLS = 5
QUOTA = 600_000
WAITING_SECONDS = 60.0
JOINED = {
    "entities": "SELECT id, kind, text, names, region, institution, single, documents FROM entities ORDER BY id",
    "issues": "SELECT id, label, topic, terms, meetings, first_seen, last_seen, regions, state FROM issues ORDER BY id",
    "followups": "SELECT forum, start, stop, text, later_text, state, proof FROM followups ORDER BY 1, 4, 2, 5",
}


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with texts, copies, an archive of files and a broken file."""
    folder = tmp_path_factory.mktemp("adversity") / "notulen"
    texts = write_texts(folder, 24)
    (folder / "salinan.txt").write_bytes(texts[3].read_bytes())
    with zipfile.ZipFile(folder / "rakor.zip", "w") as archive:
        for number in range(4):
            archive.writestr(f"2024/{number}.txt", f"Rapat nomor {number} meminta bantuan beras untuk panti.")
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    return folder


@pytest.fixture(scope="module")
def undisturbed(minutes: Path) -> dict[str, object]:
    """What the archive holds when nothing happens."""
    archive = minutes.parent / "tenang.sqlite"
    report = index(Wanted(paths=[minutes], archive=str(archive)))
    assert (report.documents, report.failed) == (29, 1)
    return all_of(archive)


def all_of(archive: Path) -> dict[str, object]:
    """All that an archive holds, what is joined included, without the numbers of rows."""
    found = content_of(archive)
    database = open_database(archive)
    try:
        found.update({name: database.rows(sql) for name, sql in JOINED.items()})
    finally:
        database.close()
    assert found["faults"] == []
    return found


def asked(archive: Path, sql: str) -> int:
    """A number out of the archive; 0 as long as there is none."""
    try:
        database = open_database(archive)
    except ArchiveError:
        return 0
    try:
        return int(database.rows(sql)[0][0])
    finally:
        database.close()


def done(archive: Path) -> int:
    return asked(archive, "SELECT count(*) FROM sources WHERE state IN ('stored', 'failed')")


def begun(archive: Path) -> int:
    return asked(archive, "SELECT count(*) FROM sources WHERE state = 'begun'")


def test_who_is_killed_again_and_again_loses_and_doubles_nothing(minutes, undisturbed, started, tmp_path):
    archive, dice = tmp_path / "arsip.sqlite", Random(5)
    command = ("index", str(minutes), "--archive", str(archive), "--jobs", "2")
    kills = 0
    while kills < KILLS:
        process, enough = started(*command), done(archive) + dice.randint(1, 3)
        end = time.monotonic() + WAITING_SECONDS
        while done(archive) < enough and process.is_alive() and time.monotonic() < end:
            time.sleep(0.002)
        time.sleep(dice.uniform(0, 0.03))
        os.killpg(process.pid, signal.SIGKILL)
        process.join()
        assert begun(archive) > 0
        kills += 1
    last = started(*command)
    last.join(WAITING_SECONDS)
    assert last.exitcode == 4
    assert all_of(archive) == undisturbed


def test_who_is_stopped_has_a_whole_archive_and_goes_on(minutes, undisturbed, started, tmp_path):
    archive = tmp_path / "arsip.sqlite"
    command = ("index", str(minutes), "--archive", str(archive), "--jobs", "2")
    process = started(*command)
    while done(archive) < 3 and process.is_alive():
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGINT)
    process.join(WAITING_SECONDS)
    assert process.exitcode == 130
    assert (tmp_path / "err").read_text(encoding="utf-8").splitlines()[-1] == "Dihentikan."
    assert open_database(archive).faults() == []
    assert run(command) == 4
    assert all_of(archive) == undisturbed


def test_two_at_once_store_each_document_once(minutes, undisturbed, started, tmp_path):
    archive = tmp_path / "arsip.sqlite"
    both = [started("index", str(minutes), "--archive", str(archive)) for _ in range(2)]
    for process in both:
        process.join(WAITING_SECONDS)
    assert sorted(process.exitcode for process in both) in ([0, 4], [4, 4])
    assert len((tmp_path / "err").read_text(encoding="utf-8").splitlines()) in (3, 4)
    assert all_of(archive) == undisturbed


def test_a_full_disk_is_one_sentence_and_room_is_all_it_takes(minutes, undisturbed, disk, capsys, monkeypatch):
    monkeypatch.setattr("minutes_miner.archive.indexing.disk_space.LEAST_FREE", 0)
    archive = disk("size=1200k") / "arsip.sqlite"
    command = ("index", str(minutes), "--archive", str(archive), "--jobs", "2")
    assert run(command) == 7
    assert capsys.readouterr().err == (
        f"{archive}: ruang penyimpanan habis. Kosongkan ruang, lalu jalankan perintah yang sama lagi; pekerjaan dilanjutkan dari sini.\n"
    )
    assert 0 < done(archive) < 27
    assert run([*command, "--lang", "en"]) == 7
    assert "the disk is full" in capsys.readouterr().err
    disk("size=64m")
    assert open_database(archive).faults() == []
    assert run(command) == 4
    assert all_of(archive) == undisturbed


@pytest.mark.skipif(os.name == "nt", reason="files have no quota there")
def test_a_quota_is_a_full_disk(minutes, undisturbed, started, tmp_path):
    import resource  # not on Windows

    archive = tmp_path / "arsip.sqlite"
    command = ("index", str(minutes), "--archive", str(archive))
    process = started(*command, first=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (QUOTA, QUOTA)))
    process.join(WAITING_SECONDS)
    assert process.exitcode == 7
    assert (tmp_path / "out").read_text() == ""
    assert (tmp_path / "err").read_text(encoding="utf-8").startswith(f"{archive}: ruang penyimpanan habis.")
    assert run(command) == 4
    assert all_of(archive) == undisturbed


@pytest.fixture
def closed(request, tmp_path):
    """An archive in a folder where nothing can be written."""
    folder = request.getfixturevalue("disk")("size=32m") if os.geteuid() == 0 else tmp_path
    archive = folder / "arsip.sqlite"
    source = tmp_path / "rapat.txt"
    source.write_text("Dinas Sosial akan mendata panti asuhan.", encoding="utf-8")
    index(Wanted(paths=[source], archive=str(archive)))
    if os.geteuid() == 0:
        request.getfixturevalue("disk")("ro")
        yield source, archive
    else:
        archive.chmod(0o400)
        folder.chmod(0o500)
        yield source, archive
        folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="rights are other things there")
def test_where_nothing_can_be_written_there_is_still_search(closed, capsys):
    source, archive = closed
    with Archive(str(archive)) as opened:
        assert len(opened.search("panti asuhan")) == 1
    source.write_text("Dinas Sosial menunda pendataan.", encoding="utf-8")
    capsys.readouterr()
    assert run(["index", str(source), "--archive", str(archive)]) == 7
    told = capsys.readouterr().err
    assert told.startswith(f"{archive}: arsip tidak dapat dibuka atau ditulis di sini (")
    assert told.count("\n") == 1


DEADLY = "maut"


def dies_of(word, minutes_mined):
    def mine(self, document):
        if word in document.text:
            os._exit(9)
        return minutes_mined(self, document)

    return mine


def states(archive: Path) -> dict[str, str]:
    database = open_database(archive)
    try:
        return {path.rsplit("/", 1)[-1]: state for path, state in database.rows("SELECT path, state FROM sources")}
    finally:
        database.close()


def test_members_that_kill_cost_themselves_alone(tmp_path, monkeypatch):
    folder, archive = tmp_path / "notulen", tmp_path / "arsip.sqlite"
    folder.mkdir()
    texts = {"a.txt": "Rapat satu.", "b.txt": DEADLY, "c.txt": "Rapat tiga.", "d.txt": f"{DEADLY} lagi", "e.txt": "Rapat lima."}
    with zipfile.ZipFile(folder / "rakor.zip", "w") as written:
        for name, text in texts.items():
            written.writestr(name, text)
    (folder / "z.txt").write_text("Rapat enam.", encoding="utf-8")
    mine = Miner.mine
    monkeypatch.setattr(Miner, "mine", dies_of(DEADLY, mine))
    wanted = Wanted(paths=[folder], archive=str(archive))
    told: list[str] = []
    report = index(wanted, tell=lambda failure: told.append(failure.source.rsplit("/", 1)[-1]))
    assert (report.files, report.documents, report.failed, told) == (2, 4, 2, ["b.txt", "d.txt"])
    whole = {"rakor.zip": "stored", "a.txt": "stored", "c.txt": "stored", "e.txt": "stored", "z.txt": "stored"}
    assert states(archive) == {**whole, "b.txt": "failed", "d.txt": "failed"}
    assert index(wanted).files == 0
    monkeypatch.setattr(Miner, "mine", mine)
    again = index(Wanted(paths=[folder], archive=str(archive), retry=True))
    assert (again.documents, again.failed) == (5, 0)
    assert states(archive) == {**whole, "b.txt": "stored", "d.txt": "stored"}


def test_a_mail_that_kills_leaves_what_it_brought_along(tmp_path, monkeypatch):
    mail, archive = tmp_path / "surat.eml", tmp_path / "arsip.sqlite"
    head = "From: Siti <siti@contoh.id>\nSubject: Undangan\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=batas\n\n"
    body = f"--batas\nContent-Type: text/plain\n\nSurat {DEADLY}.\n"
    attached = "--batas\nContent-Type: text/plain\nContent-Disposition: attachment; filename=rapat.txt\n\nRapat dibuka.\n--batas--\n"
    mail.write_text(head + body + attached, encoding="utf-8")
    monkeypatch.setattr(Miner, "mine", dies_of(DEADLY, Miner.mine))
    report = index(Wanted(paths=[mail], archive=str(archive)))
    assert report.failed == 1
    assert states(archive) == {"surat.eml": "failed", "rapat.txt": "stored"}
