import io
import itertools
import random
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import NoTextLayer, NothingRecognised, SourceDamaged, SourceEncrypted, WrongFormat
from minutes_miner.records import Document

PdfFile = Callable[..., bytes]
WIDTH, HEIGHT = A4
LEFT = [
    "Dinas Sosial akan membayarkan",
    "bantuan operasional kepada semua",
    "lembaga yang telah terdaftar dan",
    "memenuhi syarat pada tahun ini.",
]
RIGHT = [
    "Dinas Kesehatan tidak membuka",
    "posyandu di desa yang terpencil",
    "karena tenaga kesehatan masih",
    "kurang dan jalan ke desa rusak.",
]
HEAD = (60, 100, "DUA DINAS BERBEDA SIKAP TENTANG BANTUAN DAN POSYANDU DI DESA TERPENCIL")
FOOT = (60, 240, "Rapat ditutup pukul 12.00 WIB.")


def read(data: bytes, settings: Settings = DEFAULT) -> Document:
    document = read_pdf(data, id="x", source="notulen.pdf", settings=settings)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        assert text
        assert text == text.strip()
        assert block.evidence is not None
        assert block.evidence.page is not None
        assert block.evidence.boxes
        for x0, top, x1, bottom in block.evidence.boxes:
            assert 0 <= x0 < x1
            assert 0 <= top < bottom
    return document


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


def table_file(data: list[list[str]], *spans: tuple[tuple[int, int], tuple[int, int]]) -> bytes:
    target = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *[("SPAN", *span) for span in spans]]
    flow = [
        Paragraph("Matriks:", getSampleStyleSheet()["Normal"]),
        Table(data, colWidths=[40, 200, 120], repeatRows=1, style=TableStyle(style)),
    ]
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build(flow)
    return target.getvalue()


def test_lines_become_paragraphs_with_page_and_boxes(pdf_file: PdfFile) -> None:
    lines = [
        "Rapat dibuka oleh Kepala Dinas Sosial Kabupaten Ngawi pada pukul 09.00 WIB dan dilanjutkan pema-",
        "paran tentang anak-anak asuh serta bantuan operasional yang akan disalurkan kepada lembaga kesejah-",
        "teraan sosial anak pada tahun ini.",
        "1. Mendata ulang anak asuh.",
        "2. Menyalurkan bantuan.",
    ]
    document = read(pdf_file([(60, 100 + 14 * number, line) for number, line in enumerate(lines)]))
    assert texts(document) == [
        "Rapat dibuka oleh Kepala Dinas Sosial Kabupaten Ngawi pada pukul 09.00 WIB dan dilanjutkan pemaparan tentang anak-anak "
        "asuh serta bantuan operasional yang akan disalurkan kepada lembaga kesejahteraan sosial anak pada tahun ini.",
        "1. Mendata ulang anak asuh.",
        "2. Menyalurkan bantuan.",
    ]
    assert [(block.kind, block.label) for block in document.blocks] == [("paragraph", None), ("item", "1."), ("item", "2.")]
    evidence = document.blocks[0].evidence
    assert evidence is not None
    assert (evidence.page, len(evidence.boxes)) == (1, 3)
    x0, top, x1, bottom = evidence.boxes[0]
    assert x0 == pytest.approx(60, abs=1)
    assert top < 100 < bottom
    assert x1 < WIDTH
    assert document.pages == 1


def test_a_paragraph_goes_on_over_the_page(pdf_file: PdfFile) -> None:
    long = "Kepala Dinas menyampaikan bahwa bantuan operasional bagi semua lembaga akan disalurkan pada bulan"
    document = read(pdf_file([(60, 700, long)], [(60, 60, "Januari tahun depan."), (60, 90, "Rapat ditutup.")]))
    assert texts(document) == [f"{long} Januari tahun depan.", "Rapat ditutup."]
    assert [block.evidence and block.evidence.page for block in document.blocks] == [1, 2]


def drawn_orders() -> list[list[tuple[float, float, str]]]:
    left = [(60.0, 130.0 + 14 * row, text) for row, text in enumerate(LEFT)]
    right = [(320.0, 130.0 + 14 * row, text) for row, text in enumerate(RIGHT)]
    interleaved = [HEAD, *itertools.chain(*zip(left, right, strict=True)), FOOT]
    shuffled = interleaved[:]
    random.Random(3).shuffle(shuffled)
    return [[HEAD, *left, *right, FOOT], interleaved, shuffled]


@pytest.mark.parametrize("page", drawn_orders(), ids=["column by column", "line by line", "shuffled"])
def test_columns_are_kept_apart(pdf_file: PdfFile, page: list[tuple[float, float, str]]) -> None:
    assert texts(read(pdf_file(page))) == [HEAD[2], " ".join(LEFT), " ".join(RIGHT), FOOT[2]]


def test_signatures_side_by_side(pdf_file: PdfFile) -> None:
    rows = [(100, "Mengetahui,", "Ngawi, 10 Desember 2024"), (114, "Kepala Dinas Sosial", "Notulis,"), (190, "Budi Santoso", "Siti Aminah")]
    page = [(x, float(y), text) for y, left, right in rows for x, text in ((80.0, left), (350.0, right))]
    document = read(pdf_file([(60, 60, "Demikian notulen ini dibuat."), *page]))
    assert texts(document)[1:] == [
        "Mengetahui,",
        "Kepala Dinas Sosial",
        "Budi Santoso",
        "Ngawi, 10 Desember 2024",
        "Notulis,",
        "Siti Aminah",
    ]


def test_labels_and_values_stay_on_one_line(pdf_file: PdfFile) -> None:
    page = [
        (60, 100, "Hari/Tanggal"),
        (180, 100, ": Selasa, 10 Desember 2024"),
        (60, 114, "Tempat"),
        (180, 114, ":"),
        (190, 114, "Aula Dinsos"),
    ]
    assert texts(read(pdf_file(page))) == ["Hari/Tanggal : Selasa, 10 Desember 2024", "Tempat : Aula Dinsos"]


def test_a_list_without_lines_keeps_its_rows(pdf_file: PdfFile) -> None:
    rows = [("Nama", "Jabatan", "Instansi")] + [(f"Peserta {n}", f"Anggota {n}", f"LKSA {n}") for n in range(1, 5)]
    page = [(x, 100.0 + 16 * y, text) for y, row in enumerate(rows) for x, text in zip((60.0, 220.0, 400.0), row, strict=True)]
    document = read(pdf_file(page))
    assert texts(document)[1] == "Peserta 1 | Anggota 1 | LKSA 1"
    assert {block.kind for block in document.blocks} == {"row"}
    assert document.tables[0].rows[0] == ("Nama", "Jabatan", "Instansi")


def test_drawn_tables() -> None:
    document = read(table_file([["No", "Uraian", "PIC"], ["1", "Mendata LKSA\nse-Kabupaten", "Dinsos"], ["2", "Melapor", ""]]))
    assert texts(document) == ["Matriks:", "No | Uraian | PIC", "1 | Mendata LKSA se-Kabupaten | Dinsos", "2 | Melapor | "]
    assert document.tables[0].rows == (("No", "Uraian", "PIC"), ("1", "Mendata LKSA se-Kabupaten", "Dinsos"), ("2", "Melapor", ""))
    assert document.tables[0].page == 1
    row = document.blocks[2]
    assert row.kind == "row"
    assert [document.text[start:end] for start, end in row.cells] == ["1", "Mendata LKSA se-Kabupaten", "Dinsos"]
    assert row.evidence is not None
    assert (row.evidence.page, row.evidence.table, row.evidence.row) == (1, 1, 2)


def test_merged_cells_of_drawn_tables() -> None:
    data = [["No", "Uraian", "PIC"], ["Tahap satu", "", ""], ["1", "Mendata", "Dinsos"], ["2", "Melapor", ""]]
    document = read(table_file(data, ((0, 1), (2, 1)), ((2, 2), (2, 3))))
    assert texts(document)[2:] == ["Tahap satu", "1 | Mendata | Dinsos", "2 | Melapor | Dinsos"]
    assert document.tables[0].rows[1] == ("Tahap satu",) * 3
    assert document.tables[0].rows[3] == ("2", "Melapor", "Dinsos")


def test_a_table_over_pages_is_one_with_its_header_once() -> None:
    rows = [[str(number), f"Tindak lanjut {number}", "Dinsos"] for number in range(1, 61)]
    document = read(table_file([["No", "Uraian", "PIC"], *rows]))
    assert document.pages == 2
    assert len(document.tables) == 1
    assert [row[0] for row in document.tables[0].rows] == ["No", *map(str, range(1, 61))]
    assert document.text.count("Uraian") == 1
    assert document.blocks[-1].evidence is not None
    assert (document.blocks[-1].evidence.page, document.blocks[-1].evidence.row) == (2, 61)


def test_a_frame_around_text_is_no_table(pdf_file: PdfFile) -> None:
    def frame(canvas: Canvas) -> None:
        canvas.rect(50, HEIGHT - 200, 400, 120)
        canvas.rect(52, HEIGHT - 198, 396, 116)

    document = read(pdf_file([(60, 100, "Catatan penting untuk semua"), (60, 114, "peserta.")], draw=frame))
    assert document.tables == ()
    assert "Catatan penting" in document.text


def test_running_heads_and_page_numbers_are_notes(pdf_file: PdfFile) -> None:
    pages = [
        [(60, 40, "Notulen FLKS Kabupaten Ngawi"), (60, 200, f"{number}. Isi halaman ke-{number}."), (290, 810, f"- {number} -")]
        for number in (1, 2, 3)
    ]
    document = read(pdf_file(*pages))
    assert texts(document) == ["1. Isi halaman ke-1.", "2. Isi halaman ke-2.", "3. Isi halaman ke-3."]
    assert [(note.kind, note.text, note.page) for note in document.notes] == [("header", "Notulen FLKS Kabupaten Ngawi", 1)]


def test_an_item_at_the_edge_of_a_page_is_no_page_number(pdf_file: PdfFile) -> None:
    document = read(pdf_file([(60, 50, "1. Pembukaan"), (60, 300, "Isi."), (290, 810, "Halaman 1 dari 1")]))
    assert texts(document) == ["1. Pembukaan", "Isi."]


def test_a_stamp_across_the_page_is_a_note(pdf_file: PdfFile) -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "SALINAN")

    document = read(pdf_file([(60, 100, "Rapat dibuka.")], draw=stamp))
    assert document.text == "Rapat dibuka."
    assert [(note.kind, note.text) for note in document.notes] == [("watermark", "SALINAN")]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_of_turned_pages_are_where_the_reader_sees_them(turn: int) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.setPageRotation(turn)
    canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
    canvas.rotate(turn)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, HEIGHT - 100, "Rapat dibuka oleh pimpinan.")
    canvas.drawString(60, HEIGHT - 114, "Rapat ditutup.")
    canvas.save()
    document = read(target.getvalue())
    assert texts(document) == ["Rapat dibuka oleh pimpinan.", "Rapat ditutup."]
    evidence = document.blocks[0].evidence
    assert evidence is not None
    x0, top, x1, bottom = evidence.boxes[0]
    assert x0 == pytest.approx(60, abs=1)
    assert top < 100 < bottom
    assert x1 < WIDTH


def test_boxes_count_from_the_visible_part_of_the_page(pdf_file: PdfFile) -> None:
    document = read(pdf_file([(160, 200, "Rapat dibuka.")]).replace(b"/MediaBox [ 0 0 ", b"/CropBox [ 100 0 595 742 ] /MediaBox [ 0 0 "))
    evidence = document.blocks[0].evidence
    assert evidence is not None
    x0, top, _, bottom = evidence.boxes[0]
    assert x0 == pytest.approx(60, abs=1)
    assert top < 100.1 < bottom


def picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("L", (1, 1), 128), 50, 50, 400, 400)


def test_scans(pdf_file: PdfFile) -> None:
    with pytest.raises(NoTextLayer) as scan:
        read(pdf_file([], [], draw=picture), Settings(ocr="off"))
    assert "2 halaman" in scan.value.sentence("id")
    with pytest.raises(NothingRecognised):
        read(pdf_file([], draw=picture))
    with pytest.raises(NoTextLayer):
        read(pdf_file([(60, 100, "12 34")]), Settings(ocr="off"))


def test_a_scanned_page_among_others_is_a_warning() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.drawString(60, 700, "Rapat dibuka.")
    canvas.showPage()
    picture(canvas)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    document = read(target.getvalue(), Settings(ocr="off"))
    assert [(warning.code, warning.page) for warning in document.warnings] == [("no_text_layer", 2)]
    assert "halaman 2" in document.warnings[0].message
    assert document.pages == 3


def test_named_errors(pdf_file: PdfFile) -> None:
    good = pdf_file([(60, 100, "Rapat dibuka.")])
    with pytest.raises(WrongFormat):
        read(b"Rapat dibuka.")
    with pytest.raises(SourceDamaged):
        read(good[: len(good) // 2])
    target = io.BytesIO()
    canvas = Canvas(target, encrypt=StandardEncryption("rahasia", strength=128))
    canvas.drawString(60, 700, "Rapat dibuka.")
    canvas.save()
    with pytest.raises(SourceEncrypted):
        read(target.getvalue())


def narrow(
    text: str, x: float, y: float, width: float, *, stretched: bool, size: float = 10
) -> tuple[list[tuple[float, float, str]], float]:
    """Placed words of `text` set in a column: ragged, or all lines but the last stretched to its width; and where it ends."""
    lines: list[list[str]] = [[]]
    for word in text.split():
        if lines[-1] and stringWidth(" ".join([*lines[-1], word]), "Helvetica", size) > width:
            lines.append([])
        lines[-1].append(word)
    placed = []
    for number, line in enumerate(lines):
        own = stringWidth("".join(line), "Helvetica", size)
        blank = (width - own) / max(len(line) - 1, 1) if stretched and number < len(lines) - 1 else stringWidth(" ", "Helvetica", size)
        left = x
        for word in line:
            placed.append((left, y + 12 * number, word))
            left += stringWidth(word, "Helvetica", size) + blank
    return placed, y + 12 * len(lines)


PARTS = [
    "Dinas Sosial Kabupaten Sukamaju menyalurkan bantuan operasional kepada seluruh lembaga kesejahteraan sosial anak yang terdaftar, "
    "dan pertanggungjawaban penggunaannya disampaikan paling lambat akhir tahun anggaran berjalan kepada bagian keuangan.",
    "Kepala Dinas Kesehatan menjelaskan bahwa pelayanan posyandu di desa terpencil dilaksanakan bergiliran karena keterbatasan tenaga, "
    "sedangkan pemeriksaan kesehatan ibu dan anak dipusatkan di puskesmas kecamatan setiap awal pekan yang telah ditentukan camat.",
    "Warga mengusulkan perbaikan jalan penghubung antardusun yang rusak akibat banjir supaya hasil pertanian dapat diangkut ke pasar "
    "kecamatan tanpa memutar melalui kabupaten tetangga seperti sekarang.",
]


@pytest.mark.parametrize("stretched", [False, True], ids=["ragged", "stretched"])
@pytest.mark.parametrize("columns", [2, 3])
def test_columns_of_prose(pdf_file: PdfFile, columns: int, stretched: bool) -> None:
    width = (WIDTH - 100 - 16 * (columns - 1)) / columns
    page = [(50, 80, "WARTA")]
    for column, text in enumerate(PARTS[:columns]):
        page.extend(narrow(text, 50 + column * (width + 16), 120, width, stretched=stretched)[0])
    assert texts(read(pdf_file(page, size=10))) == ["WARTA", *PARTS[:columns]]


def test_a_paragraph_goes_on_in_the_next_column(pdf_file: PdfFile) -> None:
    lines, _ = narrow(" ".join(PARTS), 50, 120, 240, stretched=False)
    rows = sorted({y for _, y, _ in lines})
    middle = rows[len(rows) // 2]
    page = [(x, y, word) if y < middle else (x + 256, y - middle + 120, word) for x, y, word in lines]
    assert texts(read(pdf_file([(50, 80, "WARTA DINAS"), *page], size=10))) == ["WARTA DINAS", " ".join(PARTS)]


def test_amounts_on_the_right_keep_their_rows(pdf_file: PdfFile) -> None:
    rows = [("Uraian", "Jumlah (Rp)"), ("Bantuan beras", "12.000.000"), ("Bantuan tunai", "8.500.000"), ("Transportasi", "750.000")]
    page = [(x, 100.0 + 16 * y, text) for y, row in enumerate(rows) for x, text in zip((80.0, 300.0), row, strict=True)]
    assert read(pdf_file(page)).tables[0].rows == tuple(rows)


def test_page_numbers_in_words_are_no_text(pdf_file: PdfFile) -> None:
    words = ("satu", "dua", "tiga", "empat")
    pages = [[(60, 200 + 90 * place, f"Pokok bahasan {word}."), (280, 815, f"Halaman {word}")] for place, word in enumerate(words)]
    assert texts(read(pdf_file(*pages))) == [f"Pokok bahasan {word}." for word in words]


def test_where_all_text_repeats_it_is_no_running_head(pdf_file: PdfFile) -> None:
    assert texts(read(pdf_file([(60, 40, "LAMPIRAN 1")], [(60, 40, "LAMPIRAN 2")]))) == ["LAMPIRAN 1", "LAMPIRAN 2"]


def test_a_row_cut_by_a_page_break_is_one() -> None:
    def page(canvas: Canvas, rows: list[tuple[float, float, list[str]]]) -> None:
        canvas.setFont("Helvetica", 11)
        for top, bottom, cells in rows:
            for x, width, text in zip((60, 100, 300), (40, 200, 120), cells, strict=True):
                canvas.rect(x, HEIGHT - bottom, width, bottom - top)
                canvas.drawString(x + 4, HEIGHT - top - 12, text)
        canvas.showPage()

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    page(
        canvas,
        [(700, 720, ["No", "Uraian", "PIC"]), (720, 740, ["1", "Melapor", "Camat"]), (740, 760, ["2", "Mendata anak yang", "Dinas"])],
    )
    page(
        canvas, [(60, 80, ["No", "Uraian", "PIC"]), (80, 100, ["", "belum bersekolah", "Sosial"]), (100, 120, ["3", "Rapat lagi", "Camat"])]
    )
    canvas.save()
    document = read(target.getvalue())
    assert document.tables[0].rows[1:] == (
        ("1", "Melapor", "Camat"),
        ("2", "Mendata anak yang belum bersekolah", "Dinas Sosial"),
        ("3", "Rapat lagi", "Camat"),
    )
    assert "2 | Mendata anak yang belum bersekolah | Dinas Sosial" in texts(document)
