import pytest

from minutes_miner.documents.web.archive import read_web_archive
from minutes_miner.documents.web.html import read_html
from minutes_miner.errors import SourceDamaged, SourceEmpty
from minutes_miner.records import Document

STORY = "".join(
    f"<p>Wakil Bupati Randusari, Dr. Bambang Wijaya, menyampaikan hal ke-{number} tentang panti asuhan dan anak asuh di wilayahnya.</p>"
    for number in range(1, 7)
)


def read(page: str | bytes) -> Document:
    data = page.encode() if isinstance(page, str) else page
    document = read_html(data, id="x", source="halaman.html")
    for block in document.blocks:
        assert document.text[block.start : block.end] == document.text[block.start : block.end].strip() != ""
    return document


def texts(page: str | bytes) -> list[str]:
    return read(page).text.split("\n")


def test_paragraphs_breaks_and_entities() -> None:
    assert texts("<p>Rapat\n dibuka&nbsp;&amp; di&shy;tutup<br>pukul <b>10</b>.00<div>Hadir: 5</div>sisa") == [
        "Rapat dibuka & ditutup",
        "pukul 10.00",
        "Hadir: 5",
        "sisa",
    ]


def test_what_is_not_shown_is_no_text() -> None:
    page = (
        "<head><title>judul</title><style>gaya</style></head><p>Rapat<script>x()</script> <span style='display: none'>tak tampak</span>"
        "<noscript>n</noscript><template>t</template><span hidden>h</span><del>hapus</del> dibuka<!-- catatan --><textarea>isian</textarea>"
    )
    assert texts(page) == ["Rapat dibuka"]


def test_lists_are_numbered_as_a_browser_does() -> None:
    page = (
        "<ol start=3><li>satu<ol type=a><li>anak<li>anak</ol><li value=9>dua</ol><ul><li>butir<li>- garis</ul>"
        "<ol type=I><li>romawi</ol><ul style='list-style: none'><li>polos</ul>"
    )
    document = read(page)
    assert document.text.split("\n") == [
        "3. satu", "a. anak", "b. anak", "9. dua", "• butir", "- garis", "I. romawi", "polos",
    ]  # fmt: skip
    assert [block.level for block in document.blocks[:4]] == [1, 2, 2, 1]


def test_headings_have_their_level() -> None:
    document = read("<h1>Notulen</h1><h3>Hasil</h3><p>Rapat dibuka dan dipimpin oleh ketua.")
    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 1), ("heading", 3), ("paragraph", None)]


def test_a_drawn_table_is_rows_with_cells_that_reach_over_others() -> None:
    page = (
        "<table border=1><tr><th>No<th>Uraian<th>PIC</tr><tr><td rowspan=2>1<td>a<td>Dinsos</tr><tr><td>b<td>BPBD</tr>"
        "<tr><td colspan=2>jumlah<td>2</tr></table><p>akhir"
    )
    document = read(page)
    assert document.text.split("\n") == ["No | Uraian | PIC", "1 | a | Dinsos", "1 | b | BPBD", "jumlah | 2", "akhir"]
    assert document.tables[0].rows[3] == ("jumlah", "jumlah", "2")
    assert document.blocks[1].evidence is not None
    assert (document.blocks[1].evidence.table, document.blocks[1].evidence.row) == (1, 2)


def test_a_table_that_lays_out_signatures_is_read_person_by_person() -> None:
    page = "<table><tr><td>Ketua<td>Notulis</tr><tr><td>Budi Santoso<td>Siti Aminah</tr></table>"
    assert texts(page) == ["Ketua", "Budi Santoso", "Notulis", "Siti Aminah"]


def test_a_table_of_labels_without_lines() -> None:
    assert texts("<table><tr><td>Tempat<td>:<td>Aula</tr><tr><td>Tanggal<td>:<td>3 Mei 2025</tr></table>") == [
        "Tempat : Aula",
        "Tanggal : 3 Mei 2025",
    ]


def test_boxes_that_are_ticked_or_not() -> None:
    assert texts("<p><input type=checkbox checked> hadir <input type=checkbox> izin <input type=text value=x>") == ["☑ hadir ☐ izin"]


def test_of_a_news_page_the_article_is_read() -> None:
    page = (
        "<nav><ul><li><a href=/>Beranda</a><li><a href=/d>Daerah</a></ul></nav><div class=cookie-banner>Situs ini memakai kuki.</div>"
        "<main><h1>Delapan Panti Didorong Terakreditasi</h1><div><time>Selasa, 10 Desember 2024</time></div><article>"
        "<figure><img src=a.jpg><figcaption>Rapat di aula (Foto: Humas)</figcaption></figure>"
        f"{STORY}<p><b>Baca juga:</b> <a href=/b>Dinsos Salurkan Beras ke Dua Belas Panti</a></p>"
        "<ol><li>Mendata anak asuh paling lambat 20 Desember 2024.<li>Melengkapi dokumen.</ol>"
        "<table><tr><th>LKSA<th>Anak</tr><tr><td>Nurul Amal<td>35</tr></table>"
        "<div class='ads box'>IKLAN murah meriah</div><div class=related-posts><p>Berita lain yang tidak penting sama sekali</p></div>"
        "</article><section id=comments><p>Budi: mantap pak, semoga lancar semua urusannya di sana.</p></section></main>"
        "<aside><h3>Populer</h3><a href=/1>Harga cabai naik</a></aside><footer>© 2024 Kabar Randusari</footer>"
    )
    document = read(page)
    lines = document.text.split("\n")
    assert lines[:3] == ["Delapan Panti Didorong Terakreditasi", "Selasa, 10 Desember 2024", "Rapat di aula (Foto: Humas)"]
    assert lines[-4:] == [
        "1. Mendata anak asuh paling lambat 20 Desember 2024.",
        "2. Melengkapi dokumen.",
        "LKSA | Anak",
        "Nurul Amal | 35",
    ]
    assert len(lines) == 13
    assert document.warnings == ()
    around = "<div><p>Kalimat panjang di luar artikel yang mungkin penting juga bagi pembacanya di kantor.</p></div>" * 12
    assert [warning.code for warning in read(page + around).warnings] == ["page_parts_left_out"]


def test_a_headline_below_the_name_of_the_site_and_headings_left_with_nothing() -> None:
    links = "".join(f"<li><a href=/{number}>Berita populer nomor {number}</a></li>" for number in range(9))
    page = (
        "<title>Panti Didorong Maju | Kabar</title><div><h1>Kabar Randusari</h1></div><ul>{}</ul>"
        "<div><h3>Panti Didorong Maju</h3><h4>Iklan</h4></div>"
        "<div class=isi>{}<table><tr><td>Baca juga: <a href=/x>Jembatan Gantung Rusak</a></table>"
        "<h4>Terkait</h4><div class=relatedposts><p>Berita yang lain sama sekali</div></div>"
    )
    lines = read(page.format(links, STORY)).text.split("\n")
    assert lines[0] == "Panti Didorong Maju"
    assert len(lines) == 7


def test_a_page_of_a_site_without_an_article_is_read_whole() -> None:
    assert texts("<nav>Menu</nav><p>Rapat dibuka.") == ["Menu", "Rapat dibuka."]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset=iso-8859-1><p>“Rapat” é".encode(), "“Rapat” é"),
        ("<meta charset=windows-1252><p>“Rapat”".encode("cp1252"), "“Rapat”"),
        ("<meta charset=utf-16><p>Rapat é".encode("latin-1"), "Rapat é"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Rapat”'.encode("cp1252"), "“Rapat”"),
        ("<p>Rapat é".encode("utf-16"), "Rapat é"),
        (b"<?xml version='1.0' encoding='utf-8'?><html><p>Rapat</p></html>", "Rapat"),
        (b"<meta charset=base64><p>Rapat", "Rapat"),
    ],
)
def test_encodings_declared_and_true(data: bytes, text: str) -> None:
    assert read(data).text == text


def test_nesting_without_end_is_refused_and_deep_nesting_is_read() -> None:
    with pytest.raises(SourceDamaged):
        read("<div>" * 100_000 + "Rapat")
    assert read("<b><div>" * 300 + "Rapat dibuka").text == "Rapat dibuka"


def test_a_page_without_text_is_empty() -> None:
    for page in ("<html></html>", "<p> </p><script>x</script>", "<!-- -->"):
        with pytest.raises(SourceEmpty):
            read(page)


def test_capitals_set_with_blanks_are_closed() -> None:
    assert texts("<p>N O T U L E N</p><p>B U P A T I &nbsp; A B D I</p><p>Kelas A B C D</p>") == ["NOTULEN", "BUPATI ABDI", "Kelas A B C D"]


def test_an_archived_page_is_its_page() -> None:
    data = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Rapat =C3=A9</p>\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n"
    )
    document = read_web_archive(data, id="x", source="a.mht")
    assert (document.text, document.media_type) == ("Rapat é", "multipart/related")
    with pytest.raises(SourceEmpty):
        read_web_archive(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--", id="x", source="a.mht")


def test_cells_that_reach_over_all_rows_do_not_swell() -> None:
    table = f"<table border=1>{('<tr><td rowspan=65000>' + 'a' * 500) * 300}</table>"
    assert len(read(table).text) < 20 * len(table)


def test_a_block_of_many_links_ends_in_time() -> None:
    assert len(read("<p>" + "<a href=x>tautan</a> " * 30_000).text) == 30_000 * 7 - 1


def test_control_characters_beside_what_is_not_shown_do_no_harm() -> None:
    prose = "Rapat dibuka. " * 100
    page = f"<html><body><p>{prose}Rapat\x01 dibuka.<script>x</script>\x02 Selesai.</p></body></html>"
    document = read_html(page.encode(), id="x", source="a.html")
    assert document.text.endswith("Rapat dibuka. Selesai.")
