import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from minutes_miner.documents.settings import Settings
from minutes_miner.documents.word.docx import read_docx
from minutes_miner.errors import SourceDamaged, SourceEmpty, SourceEncrypted, SourceTooLarge, WrongFormat
from minutes_miner.guard.limits import Limits
from minutes_miner.records import Document

WordFile = Callable[..., bytes]

_NAMES = nsdecls("w", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: WordDocument) -> bytes:
    """The bytes of a python-docx document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_parts(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """The archive with some parts put in the place of its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            if name not in parts:
                archive.writestr(name, source.read(name))
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.fixture
def word_file() -> WordFile:
    """Bytes of a Word file whose body is the given XML, with other parts replaced or added by name."""

    def build(body: str, **parts: str) -> bytes:
        document = docx.Document()
        root = document.element.body
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:body {_NAMES}>{body}</w:body>"):
            root.append(child)
        return with_parts(saved(document), {f"word/{name}.xml": f"<w:{name} {_NAMES}>{xml}</w:{name}>" for name, xml in parts.items()})

    return build


def read(data: bytes) -> Document:
    document = read_docx(data, id="x", source="notulen.docx")
    for block in document.blocks:
        text = document.text[block.start : block.end]
        assert text
        assert text == text.strip()
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
    return document


def p(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


def test_paragraphs_and_tables_in_order() -> None:
    source = docx.Document()
    source.add_heading("NOTULEN RAPAT", level=1)
    source.add_paragraph("Rapat dibuka oleh pimpinan rapat.")
    table = source.add_table(rows=2, cols=3, style="Table Grid")
    for place, text in enumerate(["No", "Uraian", "PIC", "1", "Mendata LKSA", "Dinsos"]):
        table.cell(place // 3, place % 3).text = text
    source.add_paragraph("Rapat ditutup.")
    document = read(saved(source))
    assert texts(document) == [
        "NOTULEN RAPAT",
        "Rapat dibuka oleh pimpinan rapat.",
        "No | Uraian | PIC",
        "1 | Mendata LKSA | Dinsos",
        "Rapat ditutup.",
    ]
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "row", "row", "paragraph"]
    assert document.blocks[0].level == 1
    assert document.tables[0].rows == (("No", "Uraian", "PIC"), ("1", "Mendata LKSA", "Dinsos"))
    row = document.blocks[3]
    assert [document.text[start:end] for start, end in row.cells] == ["1", "Mendata LKSA", "Dinsos"]
    assert row.evidence is not None
    assert (row.evidence.table, row.evidence.row) == (1, 2)
    assert [block.evidence.paragraph for block in document.blocks if block.evidence and block.kind != "row"] == [1, 2, 3]
    assert (document.pages, document.warnings) == (None, ())


def test_list_numbers_are_written_out() -> None:
    source = docx.Document()
    for text, style in [("Satu", "List Number"), ("Dua", "List Number"), ("Butir", "List Bullet"), ("Tiga", "List Number")]:
        source.add_paragraph(text, style=style)
    document = read(saved(source))
    assert texts(document) == ["1. Satu", "2. Dua", "• Butir", "3. Tiga"]
    assert [(block.kind, block.label, block.level) for block in document.blocks] == [
        ("item", "1.", 1),
        ("item", "2.", 1),
        ("item", "•", 1),
        ("item", "3.", 1),
    ]


def test_numbered_headings_stay_headings(word_file: WordFile) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (format, text) in enumerate([("upperRoman", "%1."), ("decimal", "%2)")])
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'

    def number(level: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'

    body = p("Pembahasan", number(0) + '<w:outlineLvl w:val="1"/>') + p("Usulan LKSA", number(1)) + p("Penutup", number(0))
    document = read(word_file(body, numbering=numbering))
    assert texts(document) == ["I. Pembahasan", "1) Usulan LKSA", "II. Penutup"]
    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 2), ("item", 2), ("heading", 2)]


def test_merged_cells() -> None:
    source = docx.Document()
    table = source.add_table(rows=3, cols=3, style="Table Grid")
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "lebar"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "tinggi"
    document = read(saved(source))
    assert texts(document) == ["lebar | 02", "10 | 11 | tinggi", "20 | 21 | tinggi"]
    assert document.tables[0].rows == (("lebar", "lebar", "02"), ("10", "11", "tinggi"), ("20", "21", "tinggi"))


def test_a_table_without_lines_is_labels_and_values() -> None:
    source = docx.Document()
    table = source.add_table(rows=2, cols=3)
    for row, (label, value) in enumerate([("Hari/Tanggal", "Selasa, 10 Desember 2024"), ("Acara", "1. Pembukaan")]):
        table.cell(row, 0).text, table.cell(row, 1).text, table.cell(row, 2).text = label, ":", value
    table.cell(1, 2).add_paragraph("2. Penutup")
    document = read(saved(source))
    assert texts(document) == ["Hari/Tanggal : Selasa, 10 Desember 2024", "Acara : 1. Pembukaan", "2. Penutup"]
    assert document.tables == ()


def test_signatures_side_by_side_are_read_one_after_the_other() -> None:
    source = docx.Document()
    table = source.add_table(rows=3, cols=2)
    for row, (left, right) in enumerate([("Mengetahui,", "Notulis,"), ("", ""), ("Budi Santoso", "Siti Aminah")]):
        table.cell(row, 0).text, table.cell(row, 1).text = left, right
    assert texts(read(saved(source))) == ["Mengetahui,", "Budi Santoso", "Notulis,", "Siti Aminah"]


def test_a_list_in_a_table_without_lines_keeps_its_rows() -> None:
    source = docx.Document()
    table = source.add_table(rows=4, cols=2)
    for row in range(4):
        table.cell(row, 0).text, table.cell(row, 1).text = f"Nama {row}", f"Jabatan {row}"
    document = read(saved(source))
    assert texts(document)[0] == "Nama 0 | Jabatan 0"
    assert {block.kind for block in document.blocks} == {"row"}


def test_a_frame_of_one_column_is_no_table() -> None:
    source = docx.Document()
    cell = source.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
    cell.text = "Catatan penting"
    inner = cell.add_table(rows=1, cols=2)
    inner.style = "Table Grid"
    inner.cell(0, 0).text, inner.cell(0, 1).text = "dalam", "kotak"
    document = read(saved(source))
    assert texts(document) == ["Catatan penting", "dalam | kotak"]
    assert len(document.tables) == 1


def test_text_that_word_shows_wherever_it_is_kept(word_file: WordFile) -> None:
    body = (
        p("awal")
        + '<w:p><w:ins w:id="1"><w:r><w:t>sisipan</w:t></w:r></w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>hapusan</w:delText></w:r></w:del></w:p>'
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('kontrol')}</w:sdtContent></w:sdt>"
        + '<w:p><w:smartTag w:element="x"><w:r><w:t>tag </w:t></w:r></w:smartTag>'
        + "<w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink></w:p>"
        + f"<w:customXml>{p('khusus')}</w:customXml>"
        + '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>hari ini</w:t></w:r></w:fldSimple>'
        + "<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
        + "<w:p><w:r><w:t>satu</w:t><w:tab/><w:t>dua</w:t><w:br/><w:t>tiga</w:t><w:noBreakHyphen/><w:t>empat</w:t>"
        + '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r></w:p>"
    )
    document = read(word_file(body))
    assert texts(document) == ["awal", "sisipan", "kontrol", "tag tautan", "khusus", "hari ini", "satu dua", "tiga-empat✓"]
    assert {warning.code for warning in document.warnings} == {"tracked_changes", "hidden_text"}
    assert all(warning.message.startswith("notulen.docx: ") for warning in document.warnings)


def test_a_text_box_is_read_once_below_its_paragraph(word_file: WordFile) -> None:
    box = f"<w:txbxContent>{p('isi kotak')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>induk</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + p("akhir")
    )
    assert texts(read(word_file(body))) == ["induk", "isi kotak", "akhir"]


def test_a_deleted_paragraph_mark_joins_and_does_not_count(word_file: WordFile) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("satu ", number + '<w:rPr><w:del w:id="9"/></w:rPr>') + p("dua", number) + p("tiga", number)
    assert texts(read(word_file(body, numbering=numbering))) == ["1. satu dua", "2. tiga"]


def test_text_before_a_deleted_last_mark_is_not_lost(word_file: WordFile) -> None:
    assert texts(read(word_file(p("awal") + p("akhir", '<w:rPr><w:del w:id="9"/></w:rPr>')))) == ["awal", "akhir"]


def test_headers_footers_and_comments_are_notes() -> None:
    source = docx.Document()
    paragraph = source.add_paragraph("Rapat dibuka.")
    source.add_comment(paragraph.runs, text="Periksa jamnya", author="A", initials="A")
    source.sections[0].header.paragraphs[0].text = "Dinas Sosial"
    source.sections[0].footer.paragraphs[0].text = "Notulen"
    source.add_section(WD_SECTION.NEW_PAGE).header.is_linked_to_previous = True
    document = read(saved(source))
    assert document.text == "Rapat dibuka."
    assert [(note.kind, note.text) for note in document.notes] == [
        ("header", "Dinas Sosial"),
        ("footer", "Notulen"),
        ("comment", "Periksa jamnya"),
    ]


def test_footnotes_stand_at_the_end_in_the_order_of_the_text(word_file: WordFile) -> None:
    def mark(name: str) -> str:
        return f'<w:r><w:footnoteReference w:id="{name}"/></w:r>'

    body = (
        f"<w:p><w:r><w:t>Dana cair</w:t></w:r>{mark('5')}<w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>Selesai</w:t></w:r>{mark('3')}</w:p>"
    )
    notes = "".join(f'<w:footnote w:id="{name}">{p(text)}</w:footnote>' for name, text in [("0", ""), ("3", "Kedua."), ("5", "Pertama.")])
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = word_file(body, footnotes=notes)
    document = read(related(data, relation, "footnotes.xml"))
    assert texts(document) == ["Dana cair.", "Selesai", "1 Pertama.", "2 Kedua."]
    assert [note.kind for note in document.notes] == ["footnote", "footnote"]


def related(data: bytes, kind: str, target: str) -> bytes:
    name = "word/_rels/document.xml.rels"
    listing = part_of(data, name).replace("</Relationships>", f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"/></Relationships>')
    return with_parts(data, {name: listing})


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.fixture
def good() -> bytes:
    source = docx.Document()
    source.add_paragraph("Rapat dibuka.")
    return saved(source)


def test_other_spellings_of_the_format_are_read(good: bytes) -> None:
    xml = part_of(good, "word/document.xml")
    strict = xml.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(with_parts(good, {"word/document.xml": strict})).text == "Rapat dibuka."
    types = part_of(good, "[Content_Types].xml").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert read(with_parts(good, {"[Content_Types].xml": types})).text == "Rapat dibuka."


def test_hostile_spans_and_depths(word_file: WordFile) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>{p("lebar")}</w:tc>'
    odd = f'<w:tc><w:tcPr><w:gridSpan w:val="dua"/><w:vMerge/></w:tcPr>{p("")}</w:tc>'
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    skipped = f'<w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr><w:tc>{p("geser")}</w:tc></w:tr>'
    document = read(
        word_file(f"<w:tbl>{borders}<w:tr>{wide}<w:tc>{p('b')}</w:tc></w:tr><w:tr>{odd}<w:tc>{p('c')}</w:tc></w:tr>{skipped}</w:tbl>")
    )
    assert texts(document) == ["lebar | b", "lebar | c", " | geser"]
    assert max(map(len, document.tables[0].rows)) <= 130


def test_text_repeated_by_merged_cells_in_merged_cells_does_not_swell(word_file: WordFile) -> None:
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    inner = p("isi panjang")
    for _ in range(40):
        start = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{inner}<w:p/></w:tc>'
        going_on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        inner = f"<w:tbl>{borders}<w:tr>{start}<w:tc><w:p/></w:tc></w:tr><w:tr>{going_on}<w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert len(read(word_file(inner)).text) < 100_000


def test_a_deleted_row_is_left_out() -> None:
    source = docx.Document()
    table = source.add_table(rows=2, cols=2, style="Table Grid")
    for place in range(4):
        table.cell(place // 2, place % 2).text = str(place)
    properties = table.rows[0]._tr.get_or_add_trPr()
    removed = OxmlElement("w:del")
    removed.set(qn("w:id"), "1")
    properties.append(removed)
    assert texts(read(saved(source))) == ["2 | 3"]


def test_named_errors(good: bytes) -> None:
    with pytest.raises(WrongFormat, match="Word"):
        read(b"Rapat dibuka.")
    with pytest.raises(SourceEncrypted):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    for cut in (0.3, 0.6, 0.95):
        with pytest.raises(SourceDamaged):
            read(good[: int(len(good) * cut)])
    with pytest.raises(SourceDamaged, match=r"document\.xml"):
        read(with_parts(good, {"word/document.xml": "<w:document"}))
    with pytest.raises(SourceEmpty):
        read(saved(docx.Document()))
    with pytest.raises(WrongFormat):
        read(with_parts(good, {"[Content_Types].xml": part_of(good, "[Content_Types].xml").replace("wordprocessingml.document", "x")}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused(good: bytes, encoding: str) -> None:
    xml = part_of(good, "word/document.xml").split("?>", 1)[1].replace("Rapat dibuka.", "&rahasia;")
    hostile = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY rahasia "bocor">]>{xml}'.encode(encoding)
    with pytest.raises(SourceDamaged, match="document type"):
        read(with_parts(good, {"word/document.xml": hostile}))


def test_a_part_that_swells_is_refused(good: bytes) -> None:
    swollen = with_parts(good, {"[Content_Types].xml": " " * 2000})
    with pytest.raises(SourceTooLarge):
        read_docx(swollen, id="x", source="notulen.docx", settings=Settings(limits=Limits(unpacked=1000)))


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{inner}'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>hasil</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_of_fields_the_result_is_text(word_file: WordFile) -> None:
    nested = FIELD.format(inner=FIELD.format(inner=""))
    assert texts(read(word_file(f"<w:p>{nested}<w:r><w:t> akhir</w:t></w:r></w:p>"))) == ["hasil akhir"]


def test_a_field_that_never_ends_hides_its_paragraph_at_most(word_file: WordFile) -> None:
    broken = '<w:p><w:r><w:t>awal</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>kode</w:t></w:r></w:p>'
    assert texts(read(word_file(broken + p("Rapat dibuka.")))) == ["awal", "Rapat dibuka."]


def test_check_boxes_of_forms(word_file: WordFile) -> None:
    def box(inside: str) -> str:
        data = f"<w:ffData><w:checkBox>{inside}</w:checkBox></w:ffData>"
        return f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    on, off, changed = box('<w:default w:val="1"/>'), box('<w:default w:val="0"/>'), box('<w:default w:val="1"/><w:checked w:val="0"/>')
    body = f"<w:p>{on}<w:r><w:t> hadir </w:t></w:r>{off}<w:r><w:t> izin </w:t></w:r>{changed}</w:p>"
    assert texts(read(word_file(body))) == ["☒ hadir ☐ izin ☐"]


def test_the_prompt_of_a_control_is_no_text(word_file: WordFile) -> None:
    prompt = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klik untuk mengisi</w:t></w:r>'
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = f"<w:p><w:r><w:t>Nama: </w:t></w:r>{control.format(prompt)}</w:p>{control.format(p('isi'))}"
    assert texts(read(word_file(body))) == ["Nama:", "isi"]


def test_a_big_first_letter_belongs_to_its_word(word_file: WordFile) -> None:
    assert texts(read(word_file(p("P", '<w:framePr w:dropCap="drop"/>') + p("emerintah hadir.")))) == ["Pemerintah hadir."]


def test_signs_of_symbol_fonts_and_soft_hyphens(word_file: WordFile) -> None:
    fonts = (("Wingdings", "F0FE"), ("Wingdings 2", "F0A3"), ("Symbol", "F0B3"))
    signs = "".join(f'<w:sym w:font="{font}" w:char="{code}"/>' for font, code in fonts)
    assert texts(read(word_file(f"<w:p><w:r>{signs}</w:r></w:p>" + p("per\xadtemuan")))) == ["☑☐≥", "pertemuan"]


def test_capitals_set_with_blanks_are_closed(word_file: WordFile) -> None:
    body = p("N O T U L E N") + p("B U P A T I   A B A D I") + p("Kelas A B C D")
    assert texts(read(word_file(body))) == [
        "NOTULEN",
        "BUPATI ABADI",
        "Kelas A B C D",
    ]


def test_signatures_set_with_tabs_are_two_people(word_file: WordFile) -> None:
    def row(left: str, right: str) -> str:
        return f"<w:p><w:r><w:t>{left}</w:t><w:tab/><w:tab/><w:t>{right}</w:t></w:r></w:p>"

    block = row("Ketua Rapat", "Notulis") + p("") + p("") + row("Drs. Bambang", "Sri Lestari") + row("NIP. 1970", "NIP. 1980")
    assert texts(read(word_file(p("Randusari") + block + p("Akhir")))) == [
        "Randusari", "Ketua Rapat", "Drs. Bambang", "NIP. 1970", "Notulis", "Sri Lestari", "NIP. 1980", "Akhir",
    ]  # fmt: skip
    assert texts(read(word_file(row("Tempat", ": Aula") + p("") + row("Hari", ": Senin")))) == ["Tempat : Aula", "Hari : Senin"]
    assert texts(read(word_file(row("Budi", "Ketua") + row("Siti", "Sekretaris")))) == ["Budi Ketua", "Siti Sekretaris"]


def test_signatures_in_many_rows_of_a_table_are_two_people() -> None:
    source = docx.Document()
    table = source.add_table(rows=4, cols=2)
    for place, text in enumerate(["Ketua Rapat", "Notulis", "Drs. Bambang", "Sri Lestari", "Pembina", "Penata", "NIP. 1970", "NIP. 1980"]):
        table.cell(place // 2, place % 2).text = text
    assert texts(read(saved(source)))[:5] == ["Ketua Rapat", "Drs. Bambang", "Pembina", "NIP. 1970", "Notulis"]


def test_cells_merged_the_old_way(word_file: WordFile) -> None:
    borders = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
    merges = (('<w:hMerge w:val="restart"/>', "a"), ("<w:hMerge/>", ""), ("", "b"))
    cells = "".join(f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc>" for merge, text in merges)
    assert read(word_file(f"<w:tbl>{borders}<w:tr>{cells}</w:tr></w:tbl>{p('')}")).tables[0].rows == (("a", "a", "b"),)


def test_a_page_set_into_the_document_is_read() -> None:
    source = docx.Document()
    source.add_paragraph("awal")
    source.element.body.append(parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="rId900"/>'))
    data = saved(source)
    links = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>", '<Relationship Id="rId900" Type="http://x/aFChunk" Target="sisipan.htm"/></Relationships>'
    )
    page = "<p>Rapat dibuka.</p><table border=1><tr><td>No<td>PIC</tr></table>"
    document = read(with_parts(data, {"word/_rels/document.xml.rels": links, "word/sisipan.htm": page}))
    assert texts(document) == ["awal", "Rapat dibuka.", "No | PIC"]
    assert document.tables[0].rows == (("No", "PIC"),)
    assert document.warnings == ()
    assert [warning.code for warning in read(with_parts(data, {"word/_rels/document.xml.rels": links})).warnings] == ["embedded_part"]


def test_the_text_of_a_drawing_is_read_and_a_chart_is_told_of() -> None:
    source = docx.Document()
    names = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    run = source.add_paragraph("Bagan:").add_run()
    run._r.append(parse_xml(f'<w:drawing {nsdecls("w", "r")} {names}><dgm:relIds r:dm="rId900"/><c:chart r:id="rId901"/></w:drawing>'))
    data = saved(source)
    links = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>", '<Relationship Id="rId900" Type="http://x/diagramData" Target="diagrams/data1.xml"/></Relationships>'
    )
    drawn = '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Ketua</a:t></a:r></a:p><a:p/></d>'
    document = read(with_parts(data, {"word/_rels/document.xml.rels": links, "word/diagrams/data1.xml": drawn}))
    assert texts(document) == ["Bagan:", "Ketua"]
    assert [warning.code for warning in document.warnings] == ["drawing_not_read"]


def test_a_broken_side_part_costs_only_itself() -> None:
    source = docx.Document()
    source.add_paragraph("Satu", style="List Number")
    document = read(with_parts(saved(source), {"word/numbering.xml": "<w:numbering"}))
    assert document.text == "Satu"
    assert [warning.code for warning in document.warnings] == ["part_skipped"]
