"""Statements with their speakers, frame by frame."""

from __future__ import annotations

import pytest

HEAD = "Bupati Wajo, Andi Nurhayati, meninjau gudang. "


def speakers(analysis):
    return [said.speaker_name for said in analysis.statements]


# Direct speech


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        # A quotation with its attribution behind it: verb and name, post and name, post alone, pronoun, `-nya`.
        ("“[Gudang pangan tinggal separuh,]” kata Rosmaida.", "Rosmaida"),
        ("“[Gudang pangan tinggal separuh,]” ujar Bupati Wajo, Andi Nurhayati, Senin (3/3/2025).", "Andi Nurhayati"),
        ("“[Gudang pangan tinggal separuh,]” ujar Bupati Wajo saat meninjau gudang.", "Bupati Wajo"),
        (HEAD + "“[Gudang pangan tinggal separuh,]” kata dia.", "Andi Nurhayati"),
        (HEAD + "“[Gudang pangan tinggal separuh,]” ujarnya.", "Andi Nurhayati"),
        (HEAD + "“[Gudang pangan tinggal separuh,]” tambahnya.", "Andi Nurhayati"),
        # The comma outside, missing, the blank missing.
        ("“[Gudang pangan tinggal separuh]”, tutur Rosmaida.", "Rosmaida"),
        ("“[Gudang pangan tinggal separuh]” jelas Rosmaida.", "Rosmaida"),
        ("“[Gudang pangan tinggal separuh,]”tegas Rosmaida.", "Rosmaida"),
        # A question.
        ("“[Kapan beras tiba di gudang?]” tanya Rosmaida.", "Rosmaida"),
        # The attribution before it.
        ("Rosmaida mengatakan, “[Gudang pangan tinggal separuh.]”", "Rosmaida"),
        ("Bu Rosmaida menambahkan: “[Gudang pangan tinggal separuh.]”", "Rosmaida"),
        (HEAD + "Ia mengatakan, “[Gudang pangan tinggal separuh.]”", "Andi Nurhayati"),
    ],
)
def test_a_quotation_with_an_attribution(marked, written, speaker):
    assert speakers(marked(written, "DIRECT")) == [speaker]


def test_a_quotation_that_its_attribution_interrupts_is_two_statements(marked):
    analysis = marked("“[Gudang pangan tinggal separuh,]” kata Rosmaida. “[Beras berikutnya tiba bulan Oktober.]”", "DIRECT")
    assert speakers(analysis) == ["Rosmaida", "Rosmaida"]


def test_an_attribution_inside_the_marks_parts_a_quotation(marked):
    analysis = marked(HEAD + "“[Beras sudah tiba di gudang], kata dia, [jagung menyusul besok pagi.]”", "DIRECT")
    assert speakers(analysis) == ["Andi Nurhayati", "Andi Nurhayati"]


@pytest.mark.parametrize(
    "behind",
    [
        " Hal itu disampaikan Bupati Wajo, Andi Nurhayati, di gudang.",
        " Hal tersebut dikatakan oleh Andi Nurhayati, Senin (3/3/2025).",
        "\nHal ini diungkapkan Bupati Wajo Andi Nurhayati saat meninjau gudang.",
        "\nDemikian dikemukakan Bupati Wajo, Andi Nurhayati.",
    ],
)
def test_hal_itu_disampaikan_names_the_speaker_of_the_quotation_before(marked, behind):
    analysis = marked("Rosmaida mengatakan, “[Gudang sudah kosong.]”\n“[Beras sudah tiba di gudang.]”" + behind, "DIRECT")
    assert speakers(analysis) == ["Rosmaida", "Andi Nurhayati"]
    assert [said.rule for said in analysis.statements] == ["statement.quote_before", "statement.quote_after"]


@pytest.mark.parametrize(
    "behind",
    [
        " Hal itu disampaikan kepada Bupati Wajo, Andi Nurhayati, di gudang.",
        " Hal itu akan disampaikan Bupati Wajo, Andi Nurhayati, besok.",
        " Hal senada disampaikan Bupati Wajo, Andi Nurhayati.",
        " Hal itu disampaikan di gudang.",
    ],
)
def test_hal_itu_without_a_speaker_leaves_the_quotation_to_the_last_one(marked, behind):
    analysis = marked("Rosmaida mengatakan, “[Gudang sudah kosong.]”\n“[Beras sudah tiba di gudang.]”" + behind, "DIRECT")
    assert speakers(analysis) == ["Rosmaida", "Rosmaida"]


def test_hal_itu_disampaikan_gives_no_speaker_to_a_title(marked):
    marked("Papan itu bertuliskan “Dilarang parkir di depan pintu.” Hal itu disampaikan Bupati Wajo, Andi Nurhayati.", "DIRECT")


def test_a_quotation_that_opens_the_text_has_the_speaker_of_the_sentence_behind(marked):
    analysis = marked("“[Beras sudah tiba di gudang.]” Hal itu disampaikan Bupati Wajo, Andi Nurhayati, di gudang.", "DIRECT")
    assert speakers(analysis) == ["Andi Nurhayati"]


def test_hal_senada_names_the_speaker_of_the_next_quotation(marked):
    analysis = marked(
        HEAD + "Hal senada diungkapkan Camat Paron, Sugeng Hariyadi. “[Beras menyusul pekan depan,]” katanya.",
        "DIRECT",
    )
    assert speakers(analysis) == ["Sugeng Hariyadi"]


def test_a_paragraph_that_is_only_a_quotation_goes_on_with_the_last_speaker(marked):
    analysis = marked(
        "Rosmaida mengatakan, “[Gudang pangan tinggal separuh.]”\n“[Beras berikutnya baru tiba bulan Oktober.]”",
        "DIRECT",
    )
    assert speakers(analysis) == ["Rosmaida", "Rosmaida"]
    assert analysis.statements[1].rule == "statement.continued"


def test_a_new_speaker_takes_over(mine):
    analysis = mine(
        "“Gudang pangan tinggal separuh,” kata Rosmaida. Sementara itu, Camat Paron, Sugeng Hariyadi, meminta warga bersabar. "
        "“Beras menyusul pekan depan,” ujarnya."
    )
    assert [said.speaker_name for said in analysis.statements if said.direct] == ["Rosmaida", "Sugeng Hariyadi"]


@pytest.mark.parametrize(
    "text",
    [
        # A title, quoted words, a quotation that nobody says.
        "Papan di gerbang bertuliskan “Dilarang parkir di depan pintu gudang” sejak lama.",
        "Program “Desa Terang” dilanjutkan, kata Bupati Wajo.",
        "“Beras berikutnya baru tiba bulan Oktober.”",
        "Bupati Wajo menandatangani naskah berjudul “Gudang Pangan untuk Semua Warga”.",
    ],
)
def test_what_is_no_direct_statement(marked, text):
    marked(text, "DIRECT")


# Indirect speech


@pytest.mark.parametrize(
    ("written", "speaker", "cue"),
    [
        # The clause of a saying verb, without the verb and `bahwa`.
        ("Rosmaida mengatakan bahwa [gudang pangan tinggal separuh].", "Rosmaida", "mengatakan"),
        ("Rosmaida mengatakan [gudang pangan tinggal separuh].", "Rosmaida", "mengatakan"),
        ("Bupati Wajo, Andi Nurhayati, menegaskan [gudang pangan tinggal separuh].", "Andi Nurhayati", "menegaskan"),
        ("Bupati Wajo meminta agar [gudang pangan diisi lagi].", "Bupati Wajo", "meminta"),
        (HEAD + "Ia menjelaskan [gudang pangan tinggal separuh].", "Andi Nurhayati", "menjelaskan"),
        (HEAD + "Beliau berharap [gudang pangan diisi lagi].", "Andi Nurhayati", "berharap"),
        # According to.
        ("Menurut Bupati Wajo, Andi Nurhayati, [gudang pangan tinggal separuh].", "Andi Nurhayati", "Menurut"),
        (HEAD + "Menurutnya, [gudang pangan tinggal separuh].", "Andi Nurhayati", "Menurutnya"),
        (HEAD + "Menurut dia, [gudang pangan tinggal separuh].", "Andi Nurhayati", "Menurut"),
        # The inverted passive.
        ("Dikatakan Bu Rosmaida, [saat ini gudang pangan tinggal separuh].", "Rosmaida", "Dikatakan"),
        ("Dikatakan Rosmaida, [saat ini gudang pangan sepi].", "Rosmaida", "Dikatakan"),
        (HEAD + "Dijelaskannya, [gudang pangan tinggal separuh].", "Andi Nurhayati", "Dijelaskannya"),
        # Inserted, trailing.
        (HEAD + "Selain beras, lanjut dia, [jagung pun tersisa separuh di gudang itu].", "Andi Nurhayati", "lanjut"),
        (HEAD + "Lanjutnya, [gudang pangan sudah sepi].", "Andi Nurhayati", "Lanjutnya"),
        (HEAD + "[Jagung di gudang itu pun tersisa separuh], paparnya.", "Andi Nurhayati", "paparnya"),
        ("Di tempat yang sama, Sekda Toba Darman Sitepu menambahkan, [bantuan beras menyusul].", "Darman Sitepu", "menambahkan"),
        (HEAD + "Masih kata Bupati Wajo, [gudang pangan sudah sepi].", "Andi Nurhayati", "Masih kata"),
        # A saying noun with its content.
        ("Bu Rosmaida menyampaikan [permohonan maaf kepada warga].", "Rosmaida", "menyampaikan"),
        # A second saying verb joined by `seraya` ends the clause.
        ("Rosmaida mengatakan [gudang pangan sudah sepi] seraya menunjuk gudang.", "Rosmaida", "mengatakan"),
    ],
)
def test_an_indirect_statement(marked, written, speaker, cue):
    analysis = marked(written, "INDIRECT")
    assert [(said.speaker_name, said.cue) for said in analysis.statements] == [(speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Rosmaida membagikan bibit kentang pekan lalu.",
        "Surat yang menjelaskan pembagian bibit itu sudah tiba.",
        "Menurut daftar itu, gudang pangan tinggal separuh.",
        "Peserta duduk menurut nomor urut.",
        "Isi gudang akan dijelaskan pada rapat berikutnya.",
        "Selain beras, jagung pun tersisa separuh di gudang itu.",
    ],
)
def test_what_is_no_indirect_statement(marked, text):
    marked(text, "INDIRECT")


def test_the_speaker_of_a_body(mine):
    (said,) = mine("Dinas Sosial Kota Batam menjelaskan bahwa gudang pangan tinggal separuh.").statements
    assert said.speaker_name == "Dinas Sosial Kota Batam"


def test_the_fullest_form_names_the_speaker(mine):
    analysis = mine("“Gudang pangan tinggal separuh,” kata Rosmaida. Rosmaida Hutapea adalah Kepala Dinas Pertanian Kabupaten Toba.")
    assert analysis.statements[0].speaker_name == "Rosmaida Hutapea"


def test_a_bare_post_speaks_with_its_holders_name(mine):
    analysis = mine("Rapat dibuka Bupati Wajo Andi Nurhayati. “Gudang pangan tinggal separuh,” kata Bupati.")
    assert analysis.statements[0].speaker_name == "Andi Nurhayati"


def test_a_direct_and_an_indirect_statement_in_one_sentence(mine):
    analysis = mine("Rosmaida mengatakan gudang pangan tinggal separuh. “Beras menyusul pekan depan,” katanya.")
    assert [(said.direct, said.text) for said in analysis.statements] == [
        (False, "gudang pangan tinggal separuh"),
        (True, "Beras menyusul pekan depan,"),
    ]


# Minutes


def test_rows_under_a_heading_that_names_a_speaker(marked):
    analysis = marked(
        "NOTULEN RAPAT\nB. Pembahasan\n1. Sambutan Kepala Desa Sumberwening\na. [Saluran irigasi di hilir tersumbat lumpur]\n"
        "b. [Kerja bakti dimulai pekan depan]",
        "INDIRECT",
    )
    assert speakers(analysis) == ["Kepala Desa Sumberwening", "Kepala Desa Sumberwening"]


def test_rows_under_a_post_with_deeper_rows(marked):
    analysis = marked(
        "NOTULEN RAPAT\nPembahasan\n1. Camat Paron\n   - Menegaskan bahwa [data warga segera dilengkapi]\n   - [Jalan poros masih rusak]",
        "INDIRECT",
    )
    assert speakers(analysis) == ["Camat Paron", "Camat Paron"]


def test_rows_under_a_heading_without_a_speaker_are_no_statements(marked):
    marked("NOTULEN RAPAT\nB. Pembahasan\n1. Saluran irigasi\na. Saluran di hilir tersumbat lumpur", "INDIRECT")


def test_a_row_that_begins_with_a_name_and_a_colon(marked):
    analysis = marked("NOTULEN RAPAT\nPembahasan\n- Pak Darman: [biaya sewa gudang terlalu berat]", "INDIRECT")
    assert speakers(analysis) == ["Darman"]
    assert analysis.statements[0].rule == "statement.labelled"


def test_a_row_that_allots_a_task_is_no_statement(marked):
    marked("NOTULEN RAPAT\nPembahasan\n- Konsumsi: Bu Marlina\n- Bu Marlina: Senin", "INDIRECT")
