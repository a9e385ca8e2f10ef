"""Broken and locked files."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import SourceDamaged, SourceEncrypted, WrongPassword
from minutes_miner.guard.limits import Limits
from minutes_miner.records import Document

PdfFile = Callable[..., bytes]
PAGES = 20


def read(data: bytes, settings: Settings = DEFAULT) -> Document:
    return read_pdf(data, id="x", source="notulen.pdf", settings=settings)


@pytest.fixture
def long_file(pdf_file: PdfFile) -> bytes:
    return pdf_file(*[[(60, 100, f"Pokok bahasan ke-{number} dibacakan."), (60, 300, "Peserta setuju.")] for number in range(1, PAGES + 1)])


def locked(user: str, owner: str = "pemilik", strength: int = 128) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt=StandardEncryption(user, owner, strength=strength), invariant=1)
    canvas.drawString(60, 700, "Rapat dibuka.")
    canvas.save()
    return target.getvalue()


def test_a_whole_file_has_no_warning(long_file: bytes) -> None:
    document = read(long_file)
    assert document.warnings == ()
    assert document.pages == PAGES
    assert read(b"sampah\n" + long_file).pages == PAGES
    assert read(long_file + b"\n" * 900).warnings == ()


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9, 0.99])
def test_of_a_cut_file_what_is_left_is_read_and_the_loss_is_said(long_file: bytes, share: float) -> None:
    document = read(long_file[: int(share * len(long_file))])
    warnings = {warning.code: warning.message for warning in document.warnings}
    assert "repaired" in warnings
    assert "Pokok bahasan ke-1 dibacakan." in document.text
    left = document.text.count("Pokok bahasan")
    assert left > (share - 0.45) * PAGES
    if left < PAGES:
        assert f"semula {PAGES} halaman, tetapi hanya {left} " in warnings["pages_lost"]


def test_pages_of_which_nothing_is_left_count_where_the_file_says_how_many_it_had() -> None:
    text = b"BT /F1 12 Tf 60 700 Td (Rapat dibuka.) Tj ET"
    data = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 7 /Kids [3 0 R 6 0 R] >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
        b"4 0 obj\n<< /Length " + str(len(text)).encode() + b" >>\nstream\n" + text + b"\nendstream\nendobj\n"
        b"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n6 0 obj\n<< /Type /Pa"
    )
    document = read(data)
    assert document.text == "Rapat dibuka."
    assert [warning.code for warning in document.warnings] == ["repaired", "pages_lost"]
    assert "semula 7 halaman, tetapi hanya 1 " in document.warnings[1].message


def test_an_index_that_points_elsewhere(long_file: bytes) -> None:
    document = read(broken_index(long_file))
    assert document.pages == PAGES
    assert [warning.code for warning in document.warnings] == ["repaired"]


def test_a_damaged_head(long_file: bytes) -> None:
    document = read(b"%QDF" + long_file[4:])
    assert document.pages == PAGES
    assert [warning.code for warning in document.warnings] == ["repaired"]


def test_nothing_to_save(long_file: bytes) -> None:
    for data in (b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, b"%PDF-1.4\n" + b"1 0 obj stream\n" * 5_000):
        with pytest.raises(SourceDamaged):
            read(data)


@pytest.mark.parametrize("password", ["rahasia", "pemilik"])
@pytest.mark.parametrize("strength", [2, 4, 6])
def test_both_passwords_open(pdf_file: PdfFile, password: str, strength: int) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_file([(60, 100, "Rapat dibuka.")]))) as file:
        file.save(
            target, encryption=pikepdf.Encryption(user="rahasia", owner="pemilik", R=strength, aes=strength > 3, metadata=strength > 3)
        )
    assert read(target.getvalue(), Settings(password=password)).text == "Rapat dibuka."


def test_locked_and_wrong_password_are_two_things() -> None:
    with pytest.raises(SourceEncrypted):
        read(locked("rahasia"))
    with pytest.raises(WrongPassword) as wrong:
        read(locked("rahasia"), Settings(password="salah"))
    assert "kata sandi" in wrong.value.sentence("id")
    with pytest.raises(WrongPassword):
        read(broken_index(locked("rahasia")), Settings(password="salah"))
    assert read(broken_index(locked("rahasia")), Settings(password="rahasia")).text == "Rapat dibuka."


def broken_index(data: bytes) -> bytes:
    return data[: data.rindex(b"startxref")] + b"startxref\n77\n%%EOF\n"


def test_what_needs_no_password_needs_none() -> None:
    assert read(locked("")).text == "Rapat dibuka."
    assert read(locked(""), Settings(password="apa saja")).text == "Rapat dibuka."


def test_pages_beyond_the_limit_are_cut(long_file: bytes) -> None:
    document = read(long_file, Settings(limits=Limits(pages=3)))
    assert "ke-3 dibacakan" in document.text
    assert "ke-4 dibacakan" not in document.text
    assert document.pages == PAGES
    assert [warning.code for warning in document.warnings] == ["pages_cut"]
    assert "3 dari 20 halaman" in document.warnings[0].message


def test_characters_beyond_the_limit_are_cut(long_file: bytes) -> None:
    document = read(long_file, Settings(limits=Limits(characters=200)))
    assert "ke-3 dibacakan" in document.text
    assert "ke-5 dibacakan" not in document.text
    assert [warning.code for warning in document.warnings] == ["text_cut"]
