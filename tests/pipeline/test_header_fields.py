"""Labels of a header and their values, in every layout, and each label that is known."""

from __future__ import annotations

import pytest

from minutes_miner.pipeline.steps.header_fields import header_fields

FACTS = {
    "date": "2025-03-03",
    "time": "09.00 – 11.30 WIB",
    "venue": "Aula Kantor Camat Paron, Ngawi",
    "event": "Pendataan anak asuh",
    "chair": "Sugeng Hariyadi",
    "secretary": "Marlina Siregar",
}
COLONS = """NOTULEN RAPAT
Hari/Tanggal : Senin, 3 Maret 2025
Waktu : 09.00 – 11.30 WIB
Tempat : Aula Kantor Camat Paron, Ngawi
Acara : Pendataan anak asuh
Pimpinan Rapat : Drs. Sugeng Hariyadi
Notulis : Marlina Siregar, S.E.
"""
NUMBERED = """NOTULEN RAPAT
1. Hari/Tanggal : Senin, 3 Maret 2025
2. Waktu : 09.00 – 11.30 WIB
3. Tempat : Aula Kantor Camat Paron, Ngawi
4. Acara : Pendataan anak asuh
5. Pimpinan Rapat : Drs. Sugeng Hariyadi
6. Notulis : Marlina Siregar, S.E.
"""
CELLS = """NOTULEN RAPAT
| Hari/Tanggal | Senin, 3 Maret 2025 |
| Waktu | 09.00 – 11.30 WIB |
| Tempat | Aula Kantor Camat Paron, Ngawi |
| Acara | Pendataan anak asuh |
| Pimpinan Rapat | Drs. Sugeng Hariyadi |
| Notulis | Marlina Siregar, S.E. |
"""
CELLS_WITH_COLONS = """NOTULEN RAPAT
| Hari/Tanggal | : | Senin, 3 Maret 2025 |
| Waktu | : | 09.00 – 11.30 WIB |
| Tempat | : | Aula Kantor Camat Paron, Ngawi |
| Acara | : | Pendataan anak asuh |
| Pimpinan Rapat | : | Drs. Sugeng Hariyadi |
| Notulis | : | Marlina Siregar, S.E. |
"""
ONE_LINE = (
    "NOTULEN RAPAT\nHari/Tanggal : Senin, 3 Maret 2025 Waktu : 09.00 – 11.30 WIB Tempat : Aula Kantor Camat Paron, Ngawi "
    "Acara : Pendataan anak asuh Pimpinan Rapat : Sugeng Hariyadi, M.Si. Notulis : Marlina Siregar, S.E.\n"
)
NUMBERED_ON_ONE_LINE = (
    "NOTULEN RAPAT\n1. Hari/Tanggal : Senin, 3 Maret 2025 2. Waktu : 09.00 – 11.30 WIB 3. Tempat : Aula Kantor Camat Paron, Ngawi "
    "4. Acara : Pendataan anak asuh 5. Pimpinan Rapat : Drs. Sugeng Hariyadi 6. Notulis : Marlina Siregar, S.E.\n"
)
TWO_BLOCKS = """NOTULEN RAPAT
Hari/Tanggal
Waktu
Tempat
Acara
Pimpinan Rapat
Notulis
: Senin, 3 Maret 2025
: 09.00 – 11.30 WIB
: Aula Kantor Camat Paron, Ngawi
: Pendataan anak asuh
: Drs. Sugeng Hariyadi
: Marlina Siregar, S.E.
"""
BELOW = """NOTULEN RAPAT

HARI/TANGGAL
Senin, 3 Maret 2025

WAKTU
09.00 – 11.30 WIB

TEMPAT
Aula Kantor Camat Paron, Ngawi

ACARA
Pendataan anak asuh

PIMPINAN RAPAT
Drs. Sugeng Hariyadi

NOTULIS
Marlina Siregar, S.E.
"""
LAYOUTS = {
    "colons": COLONS,
    "numbered": NUMBERED,
    "cells": CELLS,
    "cells with colons": CELLS_WITH_COLONS,
    "one line": ONE_LINE,
    "numbered on one line": NUMBERED_ON_ONE_LINE,
    "two blocks": TWO_BLOCKS,
    "below": BELOW,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_header_is_read_in_every_layout(mine, layout):
    header = mine(LAYOUTS[layout]).document
    assert {name: getattr(header, name) for name in FACTS} == FACTS


LABELS = {
    "date": ("Hari/Tanggal", "Hari, Tanggal", "Hari dan Tanggal", "Hari / Tanggal", "Tanggal", "Hari/Tgl", "Hari", "Hari/Tanggal Rapat"),
    "time": ("Waktu", "Pukul", "Jam", "Waktu Rapat", "Waktu/Jam Mulai"),
    "place": ("Tempat", "Tempat/Lokasi", "Lokasi", "Lokasi/Platform", "Tempat Rapat", "Tempat Pelaksanaan"),
    "event": ("Acara", "Acara Rapat", "Judul Rapat", "Nama Rapat", "Sidang/Rapat", "Nama Kegiatan", "Topik"),
    "chair": ("Pimpinan Rapat", "Pemimpin Rapat", "Ketua Rapat", "Ketua", "Dipimpin oleh", "Ketua/Pimpinan Rapat", "Pimpinan Sidang"),
    "secretary": ("Sekretaris", "Sekretaris Rapat"),
    "minute_taker": ("Notulis", "Notulen", "Pencatat", "Pencatat Notulen", "Petugas Notulen", "Risalahwan", "Yang mencatat"),
    "attendees": ("Peserta", "Peserta Rapat", "Yang Hadir", "Hadir", "Undangan", "Anggota yang Hadir", "Pihak yang Hadir"),
    "attendance": ("Daftar Hadir",),
    "attendee_count": ("Jumlah Peserta",),
    "agenda": ("Agenda", "Agenda Rapat"),
    "date+time": ("Tanggal/Waktu",),
    "meeting_type": ("Jenis Rapat", "Sifat Rapat"),
    "subject": ("Perihal",),
    "speakers": ("Narasumber",),
}


@pytest.mark.parametrize(("name", "label"), [(name, label) for name, labels in LABELS.items() for label in labels])
def test_each_label_is_known_however_it_is_written(work, name, label):
    for written in (f"{label} : Marlina Siregar", f"{label}: Marlina Siregar", f"{label.upper()} : Marlina Siregar"):
        done = work(f"NOTULEN RAPAT\n{written}\nTanggal : 3 Maret 2025\n")
        told = header_fields(done.sheet, done.lines)[0]
        assert (told.name, done.sheet.text(told.first, told.last)) == (name, "Marlina Siregar")


def test_labels_in_a_row_have_their_values_by_their_kind(mine):
    text = (
        "RISALAH RAPAT\n\nHari / Tanggal Waktu Tempat Ketua Rapat Sekretaris Rapat\n\n: : : : :\n\n"
        "Rabu, 8 Mei 2024 Pukul 10.15 WITA Ruang Rapat Gabungan Lantai 2 SAHAT NAINGGOLAN, S.T. NI KADEK SUARTINI, S.H.\n"
    )
    header = mine(text).document
    assert (header.date, header.time, header.venue) == ("2024-05-08", "Pukul 10.15 WITA", "Ruang Rapat Gabungan Lantai 2")
    assert (header.chair, header.secretary) == ("SAHAT NAINGGOLAN", "NI KADEK SUARTINI")


def test_the_name_under_a_signature_is_that_of_the_minute_taker(mine):
    text = (
        "NOTULEN RAPAT\nTanggal: 3 Maret 2025\n1. Rapat dibuka.\n\nParon, 3 Maret 2025\nNotulis,\n\nMarlina Siregar, S.E.\nNIP 19900101\n"
    )
    assert mine(text).document.secretary == "Marlina Siregar"


def test_the_chair_of_a_verbatim_record_is_the_one_behind_its_label(mine):
    text = (
        "RISALAH RAPAT DENGAR PENDAPAT\n\nKETUA: SUGENG HARIYADI\n\nRapat saya buka.\n\nANGGOTA: MARLINA SIREGAR\n\nBeras kurang.\n\n"
        "KETUA: SUGENG HARIYADI\n\nRapat saya tutup.\n"
    )
    assert mine(text).document.chair == "Sugeng Hariyadi".upper()


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Rapat dipimpin oleh Drs. Sugeng Hariyadi dan dimulai pagi.", "Sugeng Hariyadi"),
        ("Rapat dipimpin langsung oleh Camat Paron, Sugeng Hariyadi.", "Sugeng Hariyadi"),
        ("Rapat dipimpin oleh Camat Paron.", "Camat Paron"),
        ("Rapat dibuka dengan doa yang dipimpin oleh warga.", None),
    ],
)
def test_a_chair_may_be_told_in_a_sentence(mine, text, chair):
    assert mine(f"NOTULEN RAPAT\nTanggal: 3 Maret 2025\n{text}\n").document.chair == chair


def test_a_label_in_a_sentence_is_no_label(mine):
    header = mine("NOTULEN RAPAT\n1. Camat meminta waktu: paling lambat Jumat, tempat: kantor camat.\n").document
    assert (header.time, header.venue) == (None, None)


def test_labels_of_a_list_have_no_values_below(mine):
    assert mine("NOTULEN RAPAT\nTanggal: 3 Maret 2025\nAcara\n1. Pembukaan\n2. Doa\n").document.event != "Pembukaan"
