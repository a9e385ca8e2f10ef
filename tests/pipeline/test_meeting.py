"""The document as a whole: kind, date, place, title, header fields."""

from __future__ import annotations

import pytest

MINUTES = """NOTULEN RAPAT FORUM PANTI
Hari/Tanggal : Senin, 3 Maret 2025
Waktu : 09.00 – 11.30 WIB
Tempat : Aula Kantor Camat Paron, Ngawi
Acara : Pendataan anak asuh
Pimpinan Rapat : Drs. Sugeng Hariyadi
Notulis : Marlina Siregar, S.E.
Hadir:
1. Rosmaida Hutapea
2. Darman Sitepu
Pembahasan
- Data anak belum lengkap
"""
NEWS = """Gudang Pangan Wajo Terisi Lagi

WAJO, Kabar Timur – Bupati Wajo, Andi Nurhayati, meninjau gudang pangan, Selasa (10/12/2024). Beras itu tiba dari pelabuhan.

“Gudang pangan sudah terisi lagi,” ujarnya kepada warga yang datang pagi itu.
"""


def test_the_header_of_minutes(mine):
    header = mine(MINUTES).document
    assert (header.kind, header.title, header.date) == ("minutes", "NOTULEN RAPAT FORUM PANTI", "2025-03-03")
    assert (header.time, header.venue, header.place) == ("09.00 – 11.30 WIB", "Aula Kantor Camat Paron, Ngawi", "Ngawi")
    assert (header.event, header.chair, header.secretary) == ("Pendataan anak asuh", "Sugeng Hariyadi", "Marlina Siregar")
    assert header.attendees == ("Rosmaida Hutapea", "Darman Sitepu")


def test_news(mine):
    header = mine(NEWS).document
    assert (header.kind, header.title, header.date, header.place) == ("news", "Gudang Pangan Wajo Terisi Lagi", "2024-12-10", "Wajo")
    assert (header.time, header.venue, header.chair, header.secretary, header.attendees) == (None, None, None, None, ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tanggal: 3 Maret 2025\nTempat: Balai Desa Wonokerto\nRapat dibuka pagi itu.", "minutes"),
        ("BERITA ACARA MUSYAWARAH DESA\nRapat dibuka pagi itu.", "minutes"),
        ("Beras habis.", "other"),
    ],
)
def test_the_kind_of_a_document(mine, text, kind):
    assert mine(text).document.kind == kind


def test_a_letter_is_known_by_its_salutation(mine):
    text = (
        "Nomor: 12/FP/2025\nLampiran: -\nKepada Yth. Camat Paron\ndi Tempat\n\nDengan hormat, kami mengundang Bapak pada pertemuan warga."
    )
    assert mine(text).document.kind == "letter"


def test_the_date_of_minutes_is_the_one_in_the_header(mine):
    text = "NOTULEN RAPAT\nMenyusul surat 1 Februari 2025.\nTanggal: 3 Maret 2025\nRapat berikutnya 20 Maret 2025."
    assert mine(text).document.date == "2025-03-03"


def test_a_document_without_dates_has_none(mine):
    header = mine("NOTULEN RAPAT\nRapat dibuka.").document
    assert (header.date, header.place, header.chair) == (None, None, None)


def test_a_chair_named_by_post_is_the_holder_where_one_is_known(mine):
    held = mine("NOTULEN RAPAT\nPimpinan Rapat: Camat Paron\n- Camat Paron, Sugeng Hariyadi, membuka rapat.").document
    bare = mine("NOTULEN RAPAT\nPimpinan Rapat: Camat Paron\n- Rapat dibuka.").document
    assert (held.chair, bare.chair) == ("Sugeng Hariyadi", "Camat Paron")


def test_a_long_first_line_that_is_a_sentence_is_no_title(mine):
    assert mine("Bupati Wajo membuka rapat pagi itu. " * 4).document.title is None


def test_everybody_present_is_listed_once(mine):
    header = mine("NOTULEN RAPAT\nHadir:\n- Goreti\n- Tadea\n- Goreti").document
    assert header.attendees == ("Goreti", "Tadea")


def test_the_day_of_a_picture_is_not_that_of_the_event(mine):
    text = (
        "Warga Antre Air Bersih\n\nSenin, 7 Agustus 2023 | 21:15 WIB\n\nArsip. Warga membawa jeriken, Sabtu (5/8/2023). (Foto: Salim)\n\n"
        "NGAWI - Air dibagikan besok, kata Bupati Ngawi Bambang Wirawan di Ngawi, Senin (7/8/2023).\n"
    )
    assert mine(text).document.date == "2023-08-07"


def test_a_year_with_a_raised_figure_is_no_year(mine):
    assert mine(NEWS.replace("10/12/2024", "10/12/20²4")).document.kind == "news"
