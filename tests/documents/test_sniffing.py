import io
import zipfile

import pytest

from minutes_miner.documents.foreign import kind_of
from minutes_miner.documents.sniffing import OLE, content_of


def archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for name in names:
            written.writestr(name, "isi")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\n\n%PDF-1.7", "pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("[Content_Types].xml", "word/document.xml")[:-30], "docx"),
        (archive("xl/workbook.xml"), "foreign"),
        (archive("mimetype", "content.xml"), "foreign"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "foreign"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"{\\rtf1 Rapat}", "rtf"),
        (b"\xff\xd8\xff\xe0 JFIF", "jpeg"),
        (b"\x89PNG\r\n", "png"),
        (b"II*\x00", "tiff"),
        (b"GIF89a", "foreign"),
        (b"\xef\xbb\xbf <!DOCTYPE HTML><html>", "html"),
        ("<html><p>Rapat".encode("utf-16"), "html"),
        (b"<!-- disimpan --><?xml version='1.0'?>\n<html><p>", "html"),
        (b"<?xml version='1.0'?><office:document xmlns:office='x'>", "odt"),
        (b"<?xml version='1.0'?><rss>", "foreign"),
        (b"<div align='center'>\n# Notulen", "text"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), "foreign"),
        (b"From: a@b.test\r\nTo: c@d.test\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nIsi", "mail"),
        (b"Received: by x\n  with y\nSubject: x\n\nIsi", "mail"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "web_archive"),
        (b"Subject: Undangan\nTanggal: 3 Mei 2025\n\nRapat", "text"),
        (b"From: the chair\nSubject: minutes\nRapat dibuka. Content-type: teks.\n\n", "text"),
        ("Rapat dibuka".encode("utf-16"), "text"),
        (b"Rapat <b>dibuka</b>", "text"),
        (b"", "text"),
    ],
)
def test_content(data: bytes, content: str) -> None:
    assert content_of(data) == content


def odf(kind: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        written.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        written.writestr("content.xml", "<a/>")
    return target.getvalue()


def test_open_document_texts_are_told_from_workbooks() -> None:
    assert content_of(odf("text")) == "odt"
    assert content_of(odf("text")[:-30]) == "odt"
    assert content_of(odf("spreadsheet")) == "foreign"


def test_a_workbook_that_holds_a_word_document_is_a_workbook() -> None:
    data = bytearray(OLE + bytes(1600))
    data[30] = 9
    data[512 + 80 : 512 + 96] = b"\x20\x08\x02\0\0\0\0\0\xc0\0\0\0\0\0\0\x46"
    data += "WordDocument".encode("utf-16-le")
    assert content_of(bytes(data)) == "foreign"
    assert (kind_of(bytes(data)) or {})["en"] == "a workbook"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (archive("xl/workbook.xml"), "a workbook"),
        (archive("ppt/presentation.xml"), "a slide show"),
        (archive("notulen.txt"), "an archive of other files"),
        (odf("spreadsheet"), "a workbook"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "a slide show"),
        (b"Rar!", "an archive of other files"),
        (b"<?xml version='1.0'?><rss>", "XML data"),
    ],
)
def test_what_is_not_read_is_called_by_its_name(data: bytes, kind: str) -> None:
    words = kind_of(data)
    assert words is not None
    assert words["en"] == kind
    assert words["id"]
