"""Every frame of reported speech with every kind of quotation mark and every form in which a speaker is named.

`‹` and `›` stand for the marks, square brackets for the spans that must be found, `{X}` for the speaker as written.
"""

from __future__ import annotations

import pytest

MARKS = {
    "curly": "“”",
    "straight": '""',
    "curly and straight": '“"',
    "straight and curly": '"”',
    "closing ones only": "””",
    "low": "„“",
    "angular": "«»",
    "doubled": ("‘’", "’’"),
    "doubled straight": ("''", "''"),
    "single": "‘’",
    "single straight": "''",
    "backticks": ("``", "''"),
    "garbled": ("â€œ", "â€"),
    "garbled with a control sign": ("â€œ", "â€\x9d"),
}

NAMED = [
    ("Rosmaida Hutapea", "Rosmaida Hutapea"),
    ("Kepala Dinas Pertanian Kabupaten Toba, Rosmaida Hutapea", "Rosmaida Hutapea"),
    ("Bupati Wajo Andi Nurhayati", "Andi Nurhayati"),
    ("Kadis Pertanian Toba, Drs. H. Darman Sitepu, M.Si.", "Darman Sitepu"),
    ("Kepala Dusun Wero, Desa Carat, Sugeng Hariyadi", "Sugeng Hariyadi"),
    ("Sekretaris Dinas Sosial (Dinsos) Kabupaten Toba, Ni Luh Sukreni", "Ni Luh Sukreni"),
    ("Bu Rosmaida", "Rosmaida"),
]

DIRECT = [
    # 1. The quotation, then verb and name; the comma outside, missing, the blank missing.
    ("‹[Gudang pangan tinggal terisi separuh,]› ujar {X}.", 1),
    ("‹[Gudang pangan tinggal terisi separuh]›, tutur {X}.", 1),
    ("‹[Gudang pangan tinggal terisi separuh]› jelas {X}.", 1),
    ("‹[Gudang pangan tinggal terisi separuh,]›tegas {X}.", 1),
    ("‹[Kapan beras untuk gudang tiba?]› tanya {X} kepada pengelola.", 1),
    ("‹[Gudang pangan tinggal terisi separuh,]› {X} menambahkan.", 1),
    # 2. Name and verb, then the quotation.
    ("{X} mengatakan, ‹[Gudang pangan tinggal terisi separuh.]›", 1),
    ("{X} menambahkan: ‹[Beras berikutnya baru tiba bulan Oktober.]›", 1),
    # 3., 4. Menurut X and the inverted passive.
    ("Menurut {X}, ‹[gudang pangan tinggal terisi separuh]›.", 1),
    ("Dikatakan {X}, ‹[Gudang pangan tinggal terisi separuh.]›", 1),
    # 6. The sentence behind names the speaker, or opens the next quotation.
    ("‹[Gudang pangan tinggal terisi separuh.]› Hal itu disampaikan {X} saat meninjau gudang.", 1),
    (
        "Camat Paron, Suwondo Wijaya, datang. ‹[Beras sudah tiba,]› katanya.\nSenada, {X} mengaku lega. ‹[Warga tenang lagi,]› ujarnya.",
        0,
    ),
    # 7. A quotation that goes on.
    ("‹[Gudang pangan tinggal terisi separuh,]› kata {X}.\n‹[Beras berikutnya baru tiba bulan Oktober.]›", 2),
    ("{X} mengaku lega. ‹[Gudang pangan sudah terisi,]› ujarnya. Hujan turun dua hari. ‹[Truk sudah kami sewa,]› pungkasnya.", 2),
    # 8. A quotation that the attribution interrupts.
    ("‹[Gudang pangan tinggal terisi separuh,]› kata {X}. ‹[Beras berikutnya baru tiba bulan Oktober.]›", 2),
    ("‹[Gudang pangan tinggal terisi separuh,]› kata {X}, ‹[beras baru tiba bulan Oktober.]›", 2),
    ("‹[Gudang pangan tinggal terisi separuh], kata {X}, [beras baru tiba bulan Oktober.]›", 2),
]

INDIRECT = [
    # 2. The clause of a saying verb.
    "{X} menjelaskan bahwa [gudang pangan tinggal terisi separuh].",
    "{X}, Senin (3/3/2025), mengatakan, [gudang pangan tinggal terisi separuh].",
    "Saat menerima Camat Paron Suwondo Wijaya, {X} berharap [gudang pangan segera terisi].",
    "{X}, didampingi Camat Paron Suwondo Wijaya, meminta agar [gudang pangan segera diisi].",
    "{X} menyebutkan [gudang pangan tinggal terisi separuh] dan berharap [beras segera tiba].",
    # 3. According to.
    "Menurut {X}, [gudang pangan tinggal terisi separuh].",
    "Masih menurut {X}, [gudang pangan tinggal terisi separuh].",
    # 4. The inverted passive.
    "Dikatakan {X}, [saat ini gudang pangan tinggal terisi separuh].",
    "Dijelaskan {X} bahwa [gudang pangan tinggal terisi separuh].",
    # 5. The attribution inside and after the clause.
    "Lanjut {X}, [gudang pangan tinggal terisi separuh].",
    "Selain jagung, kata {X}, [beras pun tinggal separuh].",
    "[Gudang pangan di desa itu tinggal terisi separuh], kata {X}.",
]

BEFORE = "Bupati Wajo, Andi Nurhayati, meninjau gudang. "

MEANT = ["dia", "beliau", "Bupati", "Andi", "Nurhayati", "perempuan berhijab itu"]

RESOLVED = [
    ("‹[Gudang pangan tinggal terisi separuh,]› kata {X}.", "DIRECT"),
    ("Menurut {X}, [gudang pangan tinggal terisi separuh].", "INDIRECT"),
    ("Dikatakan {X}, [gudang pangan tinggal terisi separuh].", "INDIRECT"),
    ("Selain jagung, lanjut {X}, [beras pun tinggal separuh].", "INDIRECT"),
]

CLITICS = [
    ("‹[Gudang pangan tinggal terisi separuh,]› ujarnya.", "DIRECT"),
    ("‹[Gudang pangan tinggal terisi separuh,]› tutupnya.", "DIRECT"),
    ("Menurutnya, [gudang pangan tinggal terisi separuh].", "INDIRECT"),
    ("Dijelaskannya, [gudang pangan tinggal terisi separuh].", "INDIRECT"),
    ("Ditambahkannya [gudang pangan tinggal terisi separuh].", "INDIRECT"),
    ("Lanjutnya, [gudang pangan tinggal terisi separuh].", "INDIRECT"),
    ("[Gudang pangan tinggal terisi separuh], paparnya.", "INDIRECT"),
]


def with_marks(template, marks):
    return template.replace("‹", marks[0]).replace("›", marks[1])


def speakers(analysis, direct):
    return [said.speaker_name for said in analysis.statements if said.direct == direct]


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize(("template", "times"), DIRECT)
def test_a_quotation_in_every_kind_of_mark(marked, kind, template, times):
    analysis = marked(with_marks(template.replace("{X}", "Bupati Wajo Andi Nurhayati"), MARKS[kind]), "DIRECT")
    assert speakers(analysis, direct=True) == (["Andi Nurhayati"] * times or ["Suwondo Wijaya", "Andi Nurhayati"])


@pytest.mark.parametrize(("written", "speaker"), NAMED)
@pytest.mark.parametrize(("template", "times"), DIRECT)
def test_a_quotation_of_every_form_of_speaker(marked, template, times, written, speaker):
    analysis = marked(with_marks(template.replace("{X}", written), "“”"), "DIRECT")
    assert speakers(analysis, direct=True) == ([speaker] * times or ["Suwondo Wijaya", speaker])


@pytest.mark.parametrize(("written", "speaker"), NAMED)
@pytest.mark.parametrize("template", INDIRECT)
def test_indirect_speech_of_every_form_of_speaker(marked, template, written, speaker):
    analysis = marked(template.replace("{X}", written), "INDIRECT")
    assert set(speakers(analysis, direct=False)) == {speaker}


@pytest.mark.parametrize("meant", MEANT)
@pytest.mark.parametrize(("template", "what"), RESOLVED)
def test_a_pronoun_a_bare_post_and_a_part_of_the_name_mean_the_last_speaker(marked, template, what, meant):
    analysis = marked(BEFORE + with_marks(template.replace("{X}", meant), "“”"), what)
    assert speakers(analysis, direct=what == "DIRECT") == ["Andi Nurhayati"]


@pytest.mark.parametrize(("template", "what"), CLITICS)
def test_a_clitic_means_the_last_speaker(marked, template, what):
    analysis = marked(BEFORE + with_marks(template, "“”"), what)
    assert speakers(analysis, direct=what == "DIRECT") == ["Andi Nurhayati"]


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        # A mark is missing: the opening one, the closing one, that of a paragraph that goes on.
        ("[Gudang pangan tinggal terisi separuh,]” ujar Bupati Wajo Andi Nurhayati.", "Andi Nurhayati"),
        ('[Gudang pangan tinggal terisi separuh,]" ujar Bupati Wajo Andi Nurhayati.', "Andi Nurhayati"),
        ("“[Gudang pangan tinggal terisi separuh,] ujar Bupati Wajo Andi Nurhayati.", "Andi Nurhayati"),
        ("Bu Rosmaida mengatakan, “[Gudang tinggal separuh.]\n“[Beras baru tiba bulan Oktober,]” katanya.", "Rosmaida"),
        # A mark leans the wrong way or stands apart.
        ("“[Gudang pangan tinggal terisi separuh,] ”ujar Bupati Wajo Andi Nurhayati.", "Andi Nurhayati"),
        ("“[Gudang pangan tinggal terisi separuh,]“ ujar Bupati Wajo Andi Nurhayati.", "Andi Nurhayati"),
        ('" [Gudang pangan tinggal terisi separuh,] " ujar Bupati Wajo Andi Nurhayati.', "Andi Nurhayati"),
        # Words quoted inside.
        ("“[Gudang “Lumbung Desa” tinggal terisi separuh,]” ujar Bupati Wajo Andi Nurhayati.", "Andi Nurhayati"),
        ("“[Gudang ‘Lumbung Desa’ tinggal terisi separuh,]” ujar Bupati Wajo Andi Nurhayati.", "Andi Nurhayati"),
    ],
)
def test_marks_that_are_missing_or_wrong(marked, written, speaker):
    assert set(speakers(marked(written, "DIRECT"), direct=True)) == {speaker}


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        # Who stands beside the subject does not speak.
        ("Bupati Wajo Andi Nurhayati bersama Sekda Wajo Budi Santoso menegaskan [gudang sudah penuh].", "Andi Nurhayati"),
        ("Sekda Wajo Budi Santoso mewakili Bupati Wajo Andi Nurhayati menegaskan [gudang sudah penuh].", "Budi Santoso"),
        ("Menanggapi Budi Santoso, Bupati Wajo Andi Nurhayati menegaskan [gudang sudah penuh].", "Andi Nurhayati"),
        # A head speaks through somebody else.
        ("Kepala Dinas Sosial Wajo melalui Kepala Bidang Pangan, Budi Santoso, menegaskan [gudang sudah penuh].", "Budi Santoso"),
        # What others are asked to do goes on with the request; what only the speaker can think does not.
        ("Bu Rosmaida meminta [pengelola menghitung beras dan melaporkan hasilnya].", "Rosmaida"),
        ("Bu Rosmaida meminta [pengelola menghitung beras] dan berharap [jagung segera tiba].", "Rosmaida"),
    ],
)
def test_who_of_several_speaks(marked, written, speaker):
    assert set(speakers(marked(written, "INDIRECT"), direct=False)) == {speaker}


def test_a_speaker_who_quotes_another_one_is_not_interrupted(marked):
    analysis = marked("“[Beras sudah tiba, kata Camat, tetapi gudang masih kosong,]” ujar Bu Rosmaida.", "DIRECT")
    assert speakers(analysis, direct=True) == ["Rosmaida"]


HEADER = "NOTULEN RAPAT\nHari/Tanggal: Senin, 3 Maret 2025\nPimpinan Rapat: Sutarno, S.Sos.\nNotulis: Rukmini\nPembahasan\n"
ROWS = "   a. [saluran irigasi di hilir tersumbat lumpur]\n   b. [iuran kas terlalu berat bagi janda]"


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("1. Ketua RT 03 (Bapak Darman Sitepu)", "Darman Sitepu"),
        ("1. Pak Darman :", "Darman"),
        ("1. Tanggapan dari Ibu Marlina Sitompul :", "Marlina Sitompul"),
        ("1. Kepala Desa Sumberwening menyampaikan hal-hal sebagai berikut:", "Kepala Desa Sumberwening"),
        ("1. Sambutan Pimpinan Rapat", "Sutarno"),
    ],
)
def test_headings_of_minutes_that_name_the_speaker(marked, heading, speaker):
    assert speakers(marked(HEADER + heading + "\n" + ROWS, "INDIRECT"), direct=False) == [speaker, speaker]


@pytest.mark.parametrize(
    ("row", "speaker"),
    [
        ("- Bu Marlina (RT 04): [iuran kas terlalu berat bagi janda]", "Marlina"),
        ("Pak Darman: [saluran irigasi di hilir tersumbat lumpur]", "Darman"),
        ("1. Usulan Bu Marlina: [iuran kas terlalu berat bagi janda]", "Marlina"),
        ("Pertanyaan (Pak Darman): [saluran irigasi di hilir tersumbat lumpur]", "Darman"),
        ("Pimpinan rapat menyampaikan bahwa [saluran irigasi di hilir tersumbat lumpur].", "Sutarno"),
    ],
)
def test_rows_of_minutes_that_name_the_speaker(marked, row, speaker):
    assert speakers(marked(HEADER + row, "INDIRECT"), direct=False) == [speaker]


@pytest.mark.parametrize(
    "row",
    ["Tempat: Balai Desa Sumberwening", "- Konsumsi: Bu Marlina", "Rapat dipimpin Pak Darman: pukul 09.00 sampai selesai"],
)
def test_rows_of_minutes_that_nobody_says(marked, row):
    marked(HEADER + row, "INDIRECT")
