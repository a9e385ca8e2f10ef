import hashlib
import io
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import docx
import pytest

from minutes_miner.documents import contents
from minutes_miner.documents.reading import FORMATS, discover, read, read_each
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import (
    ForeignFormat,
    ReaderCrashed,
    SeveralTexts,
    SourceDamaged,
    SourceEmpty,
    SourceEncrypted,
    SourceNotFound,
    SourceTooLarge,
    SourceUnreadable,
    UnknownFormat,
    WrongFormat,
)
from minutes_miner.guard.limits import MIB, Limits
from minutes_miner.records import Document, Failure


def word() -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Rapat dibuka.")
    document.save(target)
    return target.getvalue()


posix = pytest.mark.skipif(os.name != "posix", reason="children need fork")


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


Put = Callable[[str, bytes], Path]


def test_every_format_is_read_under_its_suffix(put: Put, pdf_file: Callable[..., bytes]) -> None:
    contents = {
        "text": b"Rapat dibuka.",
        "docx": word(),
        "pdf": pdf_file([(60, 100, "Rapat dibuka.")]),
        "html": b"<html><p>Rapat dibuka.</p></html>",
        "web_archive": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        b"--x\nContent-Type: text/html\n\n<p>Rapat dibuka.",
        "mail": b"MIME-Version: 1.0\nContent-Type: text/plain\n\nRapat dibuka.",
    }
    for format in FORMATS:
        for suffix in format.suffixes if format.content in contents else ():
            data = b'{"id": "a", "text": "Rapat dibuka."}' if suffix == ".jsonl" else contents[format.content]
            path = put(f"notulen{suffix}", data)
            document = read(path)
            assert document.text == "Rapat dibuka."
            assert document.warnings == ()
            if suffix != ".jsonl":
                assert document.source == str(path)
                assert document.id == hashlib.sha256(data).hexdigest()
                assert document.media_type == format.media_type


@pytest.mark.parametrize("name", ["notulen.txt", "notulen.pdf", "notulen.PDF", "notulen.doc"])
def test_the_content_decides_and_a_wrong_ending_is_a_warning(put: Put, name: str) -> None:
    document = read(put(name, word()))
    assert document.text == "Rapat dibuka."
    assert [warning.code for warning in document.warnings] == ["wrong_extension"]
    assert ".docx" in document.warnings[0].message


def test_a_name_without_ending_promises_nothing(put: Put) -> None:
    assert read(put("notulen", b"Rapat dibuka.")).warnings == ()
    assert read(put("NOTULEN.TXT", b"Rapat dibuka.")).warnings == ()


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.docx", b"Rapat dibuka.", WrongFormat),
        ("a.pdf", b"Rapat dibuka.", WrongFormat),
        ("a.txt", bytes(range(256)), WrongFormat),
        ("a.pdf", bytes(range(256)), WrongFormat),
        ("a.docx", b"{\\rtf1 {\\pict\\bin99999 x}}", SourceDamaged),
        ("a.dat", bytes(range(256)), UnknownFormat),
        ("a.html", b"<html><script>Rapat</script></html>", SourceEmpty),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), WrongFormat),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "Workbook".encode("utf-16-le"), ForeignFormat),
        ("a.png", b"\x89PNG\r\n", SourceDamaged),
        ("a.gif", b"GIF89a", ForeignFormat),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), SourceEncrypted),
        ("a.txt", b"", SourceEmpty),
        ("a.pdf", b"", SourceEmpty),
        ("a.txt", b" \n\t", SourceEmpty),
        ("a.jsonl", b'{"id": "a", "text": "A"}\n{"id": "b", "text": "B"}', SeveralTexts),
    ],
)
def test_named_errors_name_the_file_in_both_languages(put: Put, name: str, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error) as raised:
        read(put(name, data))
    assert name in str(raised.value)
    assert name in raised.value.sentence("id")  # type: ignore[attr-defined]
    assert "{" not in str(raised.value)


def test_what_is_not_there_or_no_file(tmp_path: Path, put: Put) -> None:
    with pytest.raises(SourceNotFound):
        read(tmp_path / "tidak-ada.txt")
    with pytest.raises(SourceNotFound):
        read(put("berkas.txt", b"x") / "anak.txt")
    with pytest.raises(SourceUnreadable, match="folder"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipa.txt")
    with pytest.raises(SourceUnreadable):
        read(tmp_path / "pipa.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(put: Put) -> None:
    path = put("rahasia.txt", b"Rapat")
    path.chmod(0)
    with pytest.raises(SourceUnreadable):
        read(path)


def test_a_file_over_the_limit_is_not_read(put: Put) -> None:
    path = put("besar.txt", b"x" * (3 * 1024 * 1024))
    with pytest.raises(SourceTooLarge, match="2 MiB"):
        read(path, Settings(limits=Limits(size=2 * 1024 * 1024)))


def test_a_batch_gives_its_lines_and_a_failed_file_one_failure(put: Put, tmp_path: Path) -> None:
    put("a.txt", b"Rapat dibuka.")
    put("b.jsonl", b'{"id": "b1", "text": "A"}\n{"id": "b2"}\n{"id": "b3", "text": "C"}')
    put("c.docx", b"bukan Word")
    results = [result for path in [*discover([tmp_path]), tmp_path / "d.txt"] for result in read_each(path)]
    assert [result.id if isinstance(result, Document) else result.code for result in results[1:]] == [
        "b1",
        "bad_line",
        "b3",
        "wrong_format",
        "not_found",
    ]
    failures = [result for result in results if isinstance(result, Failure)]
    assert all(failure.exit_code == 3 for failure in failures)
    assert "c.docx" in failures[1].source
    assert "dokumen Word" in failures[1].message


def test_a_folder_without_documents_among_others_fails_by_itself(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (failure,) = read_each(tmp_path / "kosong")
    assert isinstance(failure, Failure)
    assert failure.code == "no_documents"


def test_a_name_that_is_no_text_is_shown_with_replacement_signs(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/notul\xe9n.txt"))
    try:
        path.write_bytes(b"Rapat dibuka.")
    except OSError:
        pytest.skip("the file system takes only names that are text")
    assert read(path).source.endswith("notul\ufffdn.txt")


def a_pdf_that_draws_itself() -> bytes:
    """A form that draws itself without end, on a page that draws the form."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/F Do\nendstream",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length 11/Resources<</XObject<</F 5 0 R>>>>>>stream\n/F Do /F Do\nendstream",
    ]
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj%s\nendobj\n" % pair for pair in enumerate(objects, start=1))
    return body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


@posix
def test_a_file_that_takes_too_much_is_given_up_and_the_next_is_read(put: Put) -> None:
    hostile, good = put("jahat.pdf", a_pdf_that_draws_itself()), put("baik.txt", b"Rapat dibuka.")
    results = [next(read_each(path, Settings(limits=Limits(seconds=3, memory=300 * MIB)))) for path in (hostile, good)]
    assert isinstance(results[0], Failure)
    assert results[0].code in ("too_much_memory", "too_slow", "crashed")
    assert isinstance(results[1], Document)


@posix
def test_what_a_child_says_must_have_the_form_of_an_outcome(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "guard")
    monkeypatch.setattr(contents, "parse", import_module("fake_work").work)
    with pytest.raises(ReaderCrashed):
        read(put("a.txt", b"Rapat"))
