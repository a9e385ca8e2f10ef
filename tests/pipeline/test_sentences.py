"""Borders of sentences."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "[Rapat dibuka pagi.] [Peserta hadir semua.]",
        "[Apakah beras cukup?] [Cukup!] [Rapat lalu ditutup.]",
        "[Tanpa titik di akhir]",
        # An abbreviation keeps its stop.
        "[Surat dikirim ke Kec. Paron Kab. Ngawi pagi itu.] [Balasan ditunggu.]",
        "[Sdr. Darman dan Bpk. Sutarno pulang.]",
        "[Biayanya Rp. 275.520.000,- untuk setahun.] [Sisanya menyusul.]",
        "[Rapat dimulai pukul 09.00 WIB.] [Doa menyusul.]",
        "[Warga RT. 03 hadir.]",
        # A degree ends a sentence only before an ordinary word.
        "[Rapat dibuka Rosmaida Hutapea, M.Hum.] [Selanjutnya peserta berkenalan.]",
        # A post behind it in a list of those who came goes on.
        "[Hadir Rosmaida Hutapea, M.H., M.Si. Kepala Dinas Sosial Kabupaten Toba, dan Darman.]",
        "[Rapat dihadiri Bu Rosmaida, S.H. Camat Paron, serta Pak Darman.] [Doa menyusul.]",
        "[Rapat dihadiri Bu Rosmaida, S.H.] [Kepala Dinas Sosial Kabupaten Toba, Darman Sitepu, mengatakan beras sudah tiba.]",
        "[Rapat dibuka Bu Rosmaida, S.H.] [Camat Paron, Pak Darman, lalu berdoa.]",
        # A stop before a small letter ends nothing.
        "[Panti dsb. dan sekolah hadir.]",
        # The end of a line ends the sentence.
        "[NOTULEN RAPAT]\n[Hari: Senin]\n[Rapat dibuka]",
        "[- beras]\n[- jagung]",
        "[Peserta sepakat\nmenunda rapat.] [Rapat ditutup.]",
    ],
)
def test_where_sentences_end(marked, written):
    marked(written, "SENTENCE")


@pytest.mark.parametrize(
    "written",
    [
        # What closes a quotation belongs to the sentence that it closes, what opens one to the next.
        "[Ia berkata, “Beras habis.”] [Warga diam.]",
        "[Beras habis.] [“Kami menunggu,” katanya.]",
        "[Warga menunggu (sejak pagi.)] [Beras tiba.]",
        # An attribution goes with its quotation.
        "[“Beras habis!” kata Darman.]",
        "[“Cukupkah beras?” tanya Darman.] [Tidak ada jawaban.]",
    ],
)
def test_quotation_marks_at_a_border(marked, written):
    marked(written, "SENTENCE")


def test_a_glued_stop_still_parts(marked):
    marked("[Warga pulang.][Rapat ditutup.]", "SENTENCE")


def test_nothing_has_no_sentences(work):
    assert work("").sentences == []
    assert work("\n\n").sentences == []
