"""Writes the files of this folder, none of which can be read: each must end in its own named error.

Run `python tests/damaged/make_damaged.py` after an edit; the same bytes come out each time.

| file | what is wrong |
| --- | --- |
| `empty.txt` | no bytes |
| `blank.txt` | white space only |
| `no-zip.docx` | text with the ending of a Word file |
| `no-document.docx` | a zip that holds no Word document |
| `cut.pdf` | ends in the middle, as after a broken download |
| `encrypted.pdf` | opens with a password only |
| `no-text-layer.pdf` | a page of drawn lines, as from a scanner |
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
LINES = ("NOTULEN RAPAT", "Hari/Tanggal : Senin, 4 November 2024", "Rapat dibuka pukul 09.00 WIB.")


def written_page(encryption: StandardEncryption | None = None) -> bytes:
    """A PDF of one page with three lines of text."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt=encryption, invariant=1)
    for number, line in enumerate(LINES):
        canvas.drawString(72, 760 - 20 * number, line)
    canvas.save()
    return target.getvalue()


def drawn_page() -> bytes:
    """A PDF of one page on which grey bars stand where a scan would show lines of writing."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.setFillGray(0.6)
    for number in range(30):
        canvas.rect(72, 740 - 22 * number, 450 - 37 * (number % 5), 8, stroke=0, fill=1)
    canvas.save()
    return target.getvalue()


def zip_without_document() -> bytes:
    """A zip with one part that no Word file has; its time is fixed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(zipfile.ZipInfo("catatan.txt"), "bukan dokumen Word")
    return target.getvalue()


def main() -> None:
    """Writes each file anew."""
    page = written_page()
    files = {
        "empty.txt": b"",
        "blank.txt": b" \r\n\t\r\n",
        "no-zip.docx": b"Notulen ini disimpan dengan akhiran yang salah.\n",
        "no-document.docx": zip_without_document(),
        "cut.pdf": page[: len(page) // 2],
        "encrypted.pdf": written_page(StandardEncryption("rahasia", "pemilik", strength=128)),
        "no-text-layer.pdf": drawn_page(),
    }
    for name, content in files.items():
        (HERE / name).write_bytes(content)


if __name__ == "__main__":
    main()
