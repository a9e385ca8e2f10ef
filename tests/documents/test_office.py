import io
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from minutes_miner.documents.office import libreoffice
from minutes_miner.documents.office.readers import read_doc, read_odt, read_rtf
from minutes_miner.documents.settings import Settings
from minutes_miner.documents.sniffing import OLE
from minutes_miner.errors import ConverterMissing, NotConverted, SourceDamaged, SourceEncrypted, SourceTooLarge, WrongFormat
from minutes_miner.guard.limits import Limits
from minutes_miner.records import Document

Read = Callable[..., Document]
MANIFEST = (
    '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>{}</m:manifest>'
)
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:p>Rapat dibuka.</text:p></office:text></office:body></office:document-content>"
)
RTF = rb"{\rtf1\ansi Rapat {\b dibuka}.\par Selesai.}"


def odt(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in {"META-INF/manifest": MANIFEST.format(""), "content": CONTENT, **parts}.items():
            archive.writestr(f"{name}.xml", content)
    return target.getvalue()


def word() -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Rapat dibuka.")
    document.save(target)
    return target.getvalue()


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What LibreOffice was given; a stand-in makes the same Word document of all."""
    given: list[bytes] = []

    def convert(data: bytes, *, suffix: str, filter: str | None, limits: Limits) -> bytes:
        given.append(data)
        return word()

    monkeypatch.setattr(libreoffice, "as_docx", convert)
    return given


def test_what_comes_out_is_read_as_a_word_document(handed: list[bytes]) -> None:
    for read, data, media_type in (
        (read_rtf, RTF, "application/rtf"),
        (read_odt, odt(), "application/vnd.oasis.opendocument.text"),
        (read_doc, OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "application/msword"),
    ):
        document = read(data, id="x", source="notulen")
        assert (document.text, document.media_type, document.id) == ("Rapat dibuka.", media_type, "x")
    assert len(handed) == 3


def test_of_an_open_document_only_text_and_styles_are_handed_on(handed: list[bytes]) -> None:
    plain = '<!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd">'
    read_odt(odt(content=plain + CONTENT, **{"Basic/Standard/Module1": "makro", "../luar": "x"}), id="x", source="a.odt")
    with zipfile.ZipFile(io.BytesIO(handed[0])) as archive:
        assert archive.namelist() == ["mimetype", "META-INF/manifest.xml", "content.xml"]
        assert archive.read("content.xml").decode() == CONTENT


@pytest.mark.parametrize(
    ("read", "data", "error"),
    [
        (read_odt, odt(content='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), SourceDamaged),
        (read_odt, odt(styles='<!DOCTYPE a SYSTEM "x" [ ]><a/>'), SourceDamaged),
        (read_odt, b"<?xml version='1.0'?><!DOCTYPE a []><office:document xmlns:office='x'/>", SourceDamaged),
        (read_odt, odt()[:-40], SourceDamaged),
        (read_odt, odt(**{"META-INF/manifest": MANIFEST.format("<m:encryption-data/>")}), SourceEncrypted),
        (read_odt, odt(content="<a>" + " " * 5000 + "</a>"), SourceTooLarge),
        (read_odt, word(), WrongFormat),
        (read_rtf, rb"{\rtf1 " + b"{" * 600, SourceDamaged),
        (read_rtf, rb"{\rtf1 {\pict\bin2147483647 x} Rapat}", SourceDamaged),
        (read_rtf, b"Rapat", WrongFormat),
        (read_doc, RTF, WrongFormat),
    ],
)
def test_what_is_never_handed_on(handed: list[bytes], read: Read, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data, id="x", source="notulen", settings=Settings(limits=Limits(unpacked=4000)))
    assert handed == []


def test_without_libreoffice_there_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "_program", lambda: None)
    with pytest.raises(ConverterMissing) as raised:
        read_rtf(RTF, id="x", source="a.rtf")
    assert "LibreOffice" in raised.value.sentence("id")
    assert ".docx" in raised.value.sentence("id")


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """A program in the place of LibreOffice; the name of its folder is written to the file that comes back."""
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\necho "$HOME" > {tmp_path}/folder\n{script}\n')
    program.chmod(0o700)
    monkeypatch.setattr(libreoffice, "_program", lambda: program)
    return tmp_path / "folder"


def test_a_run_that_hangs_is_killed_with_its_children_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stand_in(tmp_path, monkeypatch, f"sleep 600 &\necho $! > {tmp_path}/child\nwait")
    with pytest.raises(NotConverted):
        read_rtf(RTF, id="x", source="a.rtf", settings=Settings(limits=Limits(seconds=2)))
    assert not Path(folder.read_text().strip()).exists()
    child = (tmp_path / "child").read_text().strip()
    for _ in range(50):
        state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout.strip()
        if not state or state.startswith("Z"):
            break
        time.sleep(0.1)
    assert not state or state.startswith("Z")


def test_a_run_that_makes_nothing_or_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stand_in(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(NotConverted):
        read_rtf(RTF, id="x", source="a.rtf")
    assert not Path(folder.read_text().strip()).exists()
    stand_in(tmp_path, monkeypatch, "mkdir out; echo rusak > out/source.docx")
    with pytest.raises(NotConverted):
        read_rtf(RTF, id="x", source="a.rtf")


def test_folders_of_processes_that_are_no_more_are_removed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen(["true"])
    ended.wait()
    (tmp_path / f"minutes-miner-{ended.pid}-abc").mkdir()
    (tmp_path / "minutes-miner-1-abc").mkdir()
    (tmp_path / "lain-1-abc").mkdir()
    libreoffice.sweep()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lain-1-abc", "minutes-miner-1-abc"]


@pytest.mark.skipif(not libreoffice.is_installed(), reason="LibreOffice is not installed")
def test_libreoffice_itself() -> None:
    assert read_rtf(RTF, id="x", source="a.rtf").text == "Rapat dibuka.\nSelesai."
    assert read_odt(odt(), id="x", source="a.odt").text == "Rapat dibuka."
