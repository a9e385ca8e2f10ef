import pytest

from minutes_miner.corpus.followups.report_words import load_report_words
from minutes_miner.corpus.followups.reports import passages
from minutes_miner.paths import model_folder


@pytest.fixture(scope="module")
def words():
    return load_report_words(model_folder())


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("[x] Proposal untuk donatur: jadi dan sudah dibagikan", "done"),
        ("surat sponsor sdh dikirim", "done"),
        ("Uang muka tenda: lunas 3 Juli", "done"),
        ("terlaksana, mundur dua minggu", "done"),
        ("[ ] Surat edaran: sudah dua rapat tertunda", "late"),
        ("Bimbingan: batal karena asesor sakit, dijadwalkan lagi 10 Juli", "late"),
        ("Pendataan: baru 3 dari 4, melewati batas waktu", "late"),
        ("gudang blm sempat, molor lagi", "late"),
        ("belum menyetor walaupun batas waktunya 15 Agustus", "late"),
        ("pemilik kebun belum memberi jawaban", "open"),
        ("surat sudah masuk, belum ada jawaban", "open"),
        ("izin diurus lewat DPMPTSP, masih proses", "open"),
        ("Pawai dibatalkan", "dropped"),
        ("tidak dilanjutkan karena dananya tidak ada", "dropped"),
    ],
)
def test_what_a_report_says(words, text, state):
    assert words.state(text) == state


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Tindak lanjut rapat 8 Juni", True),
        ("EVALUASI TINDAK LANJUT RAPAT JANUARI", True),
        ("Hasil rapat kemarin:", True),
        ("Pelaksanaan kesepakatan musyawarah 15 Juli 2024", True),
        ("Tindak Lanjut", False),
        ("Rencana tindak lanjut rapat berikutnya", False),
        ("Hasil yang disepakati", False),
    ],
)
def test_headings_of_reports(words, line, heads):
    assert words.heads_report(line) is heads


def test_rows_of_a_report_and_clauses_elsewhere(words):
    text = (
        "Agenda:\n1. Tindak lanjut rapat 8 Juni\n2. Proposal\n\n"
        "Tindak lanjut rapat 8 Juni:\n- Letak panggung: pemilik kebun belum menjawab.\n\n"
        "Pembahasan:\nJalan desa panjangnya 3 km. Jembatan sudah dibangun, sedangkan irigasi ditunda sampai Mei.\n"
    )
    found = [(text[each.start : each.end], each.reported) for each in passages(text, words)]
    assert found == [("Letak panggung", True), ("Jembatan sudah dibangun", False), ("irigasi ditunda sampai Mei", False)]
