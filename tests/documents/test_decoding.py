import codecs

import pytest

from minutes_miner.documents.decoding import decode
from minutes_miner.errors import WrongFormat

TEXT = "Notulen rapat di “Aula” Ngawi – café\nhadir 12 orang"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "utf-32"],
)
def test_marked_and_utf8_texts_come_out_as_they_are(data: bytes) -> None:
    assert decode(data, "notulen.txt") == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    plain = "Rapat dibuka pukul 09.00 WIB oleh pimpinan rapat."
    assert decode(plain.encode(encoding), "notulen.txt") == (plain, ())


def test_windows_1252_is_recognised_with_a_warning() -> None:
    text, warnings = decode(TEXT.encode("cp1252"), "notulen.txt")
    assert text == TEXT
    assert [warning.code for warning in warnings] == ["guessed_encoding"]
    assert "notulen.txt" in warnings[0].message


def test_utf8_cut_in_a_character_is_not_taken_for_windows_1252() -> None:
    text, warnings = decode("“Siap,” kata Bupati. “Setuju”".encode()[:-1], "potong.txt")
    assert text == "“Siap,” kata Bupati. “Setuju\ufffd"
    assert [warning.code for warning in warnings] == ["damaged_characters"]


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    assert decode(b"a\r\nb\rc\n\x0cd\t \n", "a.txt")[0] == "a\nb\nc\n\x0cd\t \n"


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)), b"\xff\xfe" + b"a", b"\x00\x01\x02\x03" * 40, b"\x81\x8d\x8f" * 9],
    ids=["all", "half", "zeros", "undefined"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(WrongFormat):
        decode(data, "gambar.txt")
