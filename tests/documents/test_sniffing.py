import io
import zipfile

import pytest

from minutes_miner.documents.sniffing import content_of


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
        (b"{\\rtf1 Rapat}", "foreign"),
        (b"\xff\xd8\xff\xe0 JFIF", "foreign"),
        (b"\xef\xbb\xbf <!DOCTYPE HTML><html>", "foreign"),
        ("Rapat dibuka".encode("utf-16"), "text"),
        (b"Rapat <b>dibuka</b>", "text"),
        (b"", "text"),
    ],
)
def test_content(data: bytes, content: str) -> None:
    assert content_of(data) == content
