"""Invented documents of any length: minutes as a dinas keeps them, news lines, and texts that no office writes but that must end in time.

People, places and bodies are put together from syllables, so that a long document names thousands of different ones, as an archive does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

Writer = Callable[[Random, int], str]
Builder = Callable[[int], str]
A_PAGE = 3_000  # characters

SYLLABLES = "ra di su no ka me ti bo wu le na sa ri to ma ya ha ni ku pa la wi ga do se".split()
MONTHS = "Januari Februari Maret April Mei Juni".split()
FIELDS = ("Sosial", "Kesehatan", "Pendidikan", "Pertanian", "Perhubungan", "Pekerjaan Umum")
LACKS = ("stok beras menipis", "atap panti bocor", "dana belum cair", "pengasuh belum dilatih")
DEEDS = (
    "mendata panti asuhan di Desa {0}",
    "menyalurkan bantuan beras kepada {1} keluarga",
    "memperbaiki atap gedung Desa {0}",
    "mengirim laporan keuangan triwulan",
    "melengkapi surat izin operasional",
)


def word(dice: Random) -> str:
    """A made-up word with a capital."""
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 3))).title()


def name(dice: Random) -> str:
    """A made-up name of a person."""
    return " ".join(word(dice) + dice.choice(("", "", "n", "s", "h")) for _ in range(dice.randint(2, 3)))


def deed(dice: Random) -> str:
    """Something to be done."""
    return dice.choice(DEEDS).format(word(dice), dice.randint(10, 500))


def minutes(dice: Random, number: int) -> str:
    """The minutes of one meeting, some two pages."""
    region = f"Kabupaten {word(dice)}"
    people = [name(dice) for _ in range(8)]
    head = (
        f"NOTULEN RAPAT KOORDINASI {number}\n",
        f"Hari/Tanggal : {dice.randint(1, 28)} {dice.choice(MONTHS)} 2025\nTempat : Aula {region}\nPimpinan rapat : {people[0]}\n",
        "Hadir:",
        *(f"{row}. {one}, S.Sos., Kepala Dinas {dice.choice(FIELDS)} {region}" for row, one in enumerate(people, 1)),
        "\nPembahasan:",
    )
    told = (
        f"{one} menyampaikan bahwa {dice.choice(LACKS)} di Desa {word(dice)} dan meminta Dinas {dice.choice(FIELDS)} segera {deed(dice)}. "
        f"“Kami perlu {dice.randint(2, 90)} paket bantuan,” ujar {one.split()[0]}.\n"
        f"Menurut {one.split()[0]}, Yayasan {word(dice)} {word(dice)} belum menerima Rp {dice.randint(1, 900)} juta dari APBD 2025."
        for one in people[1:]
    )
    tasks = (
        f"{row}. Dinas {dice.choice(FIELDS)} agar {deed(dice)} paling lambat {dice.randint(1, 28)} Juli 2025 (PIC: {dice.choice(people)})"
        for row in range(1, 7)
    )
    return "\n".join((*head, *told, "\nTindak lanjut:", *tasks)) + "\n\n"


def news(dice: Random, number: int) -> str:
    """A news text on one line, a sixth of a page."""
    head = name(dice)
    return (
        f"{word(dice).upper()} – Bupati {word(dice)} {head} mengatakan, Pemkab akan membangun {dice.randint(2, 40)} rumah singgah di "
        f"Kecamatan {word(dice)} tahun ini. “Anggarannya Rp {dice.randint(1, 90)} miliar,” kata {head.split()[0]} kepada wartawan, "
        f"Senin ({dice.randint(1, 28)}/3/2025). Kepala Dinas Sosial {name(dice)} menambahkan bahwa {dice.randint(10, 900)} warga belum "
        "mendapat bantuan. Ia meminta camat segera mendata warga miskin.\n"
    )


def book(writer: Writer, pages: int) -> str:
    """As many documents by one writer as fill the pages; the same ones each time."""
    dice = Random(pages)
    return _filled((writer(dice, number) for number in count(1)), pages * A_PAGE)


def _filled(parts: Iterator[str], length: int) -> str:
    """Parts until they are as long as is asked for."""
    taken: list[str] = []
    size = 0
    while size < length:
        taken.append(next(parts))
        size += len(taken[-1])
    return "".join(taken)


def repeated(unit: str) -> Builder:
    """A text of nothing but a unit."""
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def nested(opening: str, closing: str) -> Builder:
    """A word in as many brackets or marks as there is room for."""
    return lambda length: opening * (length // 2 // len(opening)) + "beras" + closing * (length // 2 // len(closing))


def numbered(form: str) -> Builder:
    """A unit with a number that rises."""
    return lambda length: _filled((form.format(number, " " * (number % 200)) for number in count(1)), length)


def named(form: str) -> Builder:
    """A unit with a new name each time, and with the first word of it."""

    def build(length: int) -> str:
        dice = Random(length)
        return _filled((form.format(one := name(dice), one.split()[0]) for _ in count()), length)

    return build


UNITS = {
    "dashes": "-",
    "dashes with blanks": "- ",
    "lines of dashes": "-\n",
    "underscores": "_",
    "points with blanks": ". ",
    "commas with blanks": ", ",
    "colons": ":",
    "slashes between letters": "a/b/",
    "brackets with blanks": "( ",
    "opening marks with blanks": "“ ",
    "straight marks with blanks": '" ',
    "quotations that never close": "“Beras habis, ",
    "single marks that never close": "'beras habis ",
    "apostrophes before letters": "'a ",
    "closing marks with a verb": "”ujar ",
    "quotations inside quotations": "“Ia bilang ‘mereka kata “begini ",
    "telephone numbers": "+62 812-",
    "telephone numbers with blanks": "0812 3456 7890 ",
    "a letter of eighteen": "\ufdfa ",
    "turned writing": "\u202eabc\u202c ",
    "combining marks": "a\u0301\u0302\u0303 ",
    "one word": "a",
    "one line without blanks": "Ab1.,-",
    "words with hyphens": "Anak-",
    "words broken at line ends": "da-\nlam ",
    "digits": "7",
    "digits with blanks": "7 ",
    "titles": "Dr. ",
    "titles and degrees": "Dr. Budi, M.Si., ",
    "capital words": "Kata ",
    "words in capitals": "RAPAT KOORDINASI ",
    "letters": "A ",
    "one name": "Budi Santoso ",
    "one name with commas": "Budi Santoso, ",
    "initials": "A.B.C.D. ",
    "money signs": "Rp ",
    "money": "Rp 1.000,00 ",
    "number words": "dua ratus ",
    "will": "dinas akan ",
    "so that": "agar ",
    "so that, with bodies": "agar Dinas Sosial mendata, ",
    "verbs of saying": "mengatakan ",
    "reports inside reports": "bupati mengatakan bahwa dinas akan ",
    "sources": "menurut dia, ",
    "attributions": "“Beras habis,” ujarnya. ",
    "heads": "Kepala ",
    "heads of agencies": "Kepala Dinas ",
    "posts with names": "Bupati Ngawi Budi Santoso, ",
    "units": "Kepala Bidang Rehabilitasi Sosial pada ",
    "abbreviations": "Dinas Sosial (Dinsos) ",
    "regions": "Kabupaten Ngawi ",
    "bullets": "- beras\n",
    "markers": "1)\n",
    "numbers of sections": "1.1.1.1 ",
    "roman numbers": "iv. x\n",
    "rows of tasks": "1. Dinas Sosial agar mendata panti (PIC: Budi Santoso)\n",
    "other line breaks": "kata\u2028",
    "cells without rows": "| a ",
    "rows": "| a | b |\n",
    "columns of blanks": "a      b      c\n",
    "follow-up rows": "| 1 | Mendata panti | Dinsos | 5 Mei 2025 |\n",
    "labels": "Tempat: ",
    "labels on lines": "Hari/Tanggal: Senin, 3 Maret 2025\n",
    "dates": "Senin, 3 Maret 2025 s.d. ",
    "months": "Maret ",
    "hours": "pukul 09.00 WIB ",
    "deadlines": "paling lambat ",
    "addresses": "https://a.id/b?c=d ",
    "pictures": "👩\u200d👩\u200d👧 ",
    "other scripts": "Аndi Budі 会 ",
    "halves of pairs": "a \udc80 ",
    "zero bytes": "a\x00 ",
    "small sentences": "Ya. ",
    "a sentence without end": "dan beras habis lalu panti tutup ",
    "check boxes": "☐ Dinas Sosial mendata\n",
    "letter-spaced capitals": "B U P A T I ",
}
ODD_TEXTS: dict[str, Builder] = {
    **{title: repeated(unit) for title, unit in UNITS.items()},
    "brackets inside brackets": nested("( ", " )"),
    "marks inside marks": nested("“", "”"),
    "line breaks": lambda length: "\n" * length + "x",
    "blanks": lambda length: " " * length + "x",
    "one row": lambda length: "| a " * (length // 8) + "|\n" + "| b |\n" * (length // 12),
    "a list": numbered("{0}. Beras habis\n"),
    "lists inside lists": numbered("{1}{0}. x\n"),
    "different words": numbered("kata{0} "),
    "names": named("{0} "),
    "names in a list": named("{0}, "),
    "those present": named("Dr. H. {0}, S.Sos., M.Si.\n"),
    "names and their parts": named("{0} hadir. {1} bicara. "),
    "people with posts": named("Kepala Dinas {0}, {0}, mengatakan beras habis. "),
    "turns": named("{0}: Beras habis di panti.\n"),
    "foundations": named("Yayasan {0} hadir. "),
    "abbreviations of names": named("Dinas {0} (D{1}) "),
    "villages": named("di Desa {0}. "),
}
