import io
from dataclasses import replace

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from minutes_miner.outputs import docx_file
from minutes_miner.outputs.report import Report


def data_of(results, **more):
    stream = io.BytesIO()
    docx_file.write(Report(results=results, **more), stream)
    return stream.getvalue()


def opened(results, **more):
    return docx.Document(io.BytesIO(data_of(results, **more)))


def texts(row):
    return [cell.text for cell in row.cells]


def test_the_matrix_and_the_needs_are_two_tables(results):
    word = opened(results, topic_labels={"operational_aid": "Bantuan operasional"})
    matrix, needs = word.tables
    assert texts(matrix.rows[0]) == [
        "No",
        "Uraian",
        "Jenis",
        "Penanggung Jawab",
        "Batas Waktu",
        "Status",
        "Pembicara",
        "Sumber",
        "Keterangan",
    ]
    assert texts(matrix.rows[1])[:6] == [
        "1",
        "Pengurus panti agar menyerahkan data anak asuh paling lambat 20 Desember 2024",
        "Instruksi",
        "pengurus panti",
        "20/12/2024",
        "Belum",
    ]
    row = dict(zip(texts(needs.rows[0]), texts(needs.rows[1]), strict=True))
    assert (row["Topik"], row["Nilai (Rp)"], row["Batas Waktu"]) == ("Bantuan operasional", "25.000.000", "sebelum Lebaran")


def test_the_heading_row_is_repeated_and_rows_are_not_broken(results):
    for table in opened(results).tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_page_lies_across_and_the_tables_fill_it(results):
    word = opened(results)
    section = word.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    usable = section.page_width - section.left_margin - section.right_margin
    for table in word.tables:
        widths = [cell.width for cell in table.rows[0].cells]
        assert 0.97 * usable < sum(widths) <= usable
        assert min(widths) > usable / 30


def test_sources_that_failed_are_named(results, minutes):
    paragraphs = [paragraph.text for paragraph in opened(results).paragraphs]
    assert "Dari 3 dokumen; 1 gagal dibaca." in paragraphs
    assert paragraphs[-1] == "rapat/rusak.pdf: berkas rusak dan tidak dapat dibaca (isi terpotong)."
    assert "Dokumen yang gagal dibaca" not in [paragraph.text for paragraph in opened([minutes]).paragraphs]


def test_odd_characters_do_not_break_the_document(minutes):
    item = replace(minutes.items[0], text="<w:p>\x00 & \ud800Dinas\ufffe  Sosial")
    assert opened([replace(minutes, items=(item,))]).tables[0].rows[1].cells[1].text == "<w:p> & Dinas Sosial"


def test_nothing_found_is_said(empty_news):
    word = opened([empty_news])
    assert word.tables == []
    assert [paragraph.text for paragraph in word.paragraphs].count("Tidak ada.") == 2


def test_word_checks_the_spelling_as_indonesian(results):
    languages = [each.get(qn("w:val")) for each in opened(results, lang="en").styles.element.iter(qn("w:lang"))]
    assert set(languages) == {"id-ID"}


def test_the_same_report_gives_the_same_bytes(results, monkeypatch):
    first = data_of(results)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 10, 1, 126, 0))
    assert data_of(results) == first
    assert opened(results).core_properties.title == "Matriks Tindak Lanjut"
