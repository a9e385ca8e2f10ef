"""Minutes and news of about 400 words by number: invented, and as varied as an archive.

    python -m benchmarks.archived.made_texts FOLDER [--count N] [--first N]

The text with a number is always the same, whatever others are made. Regions, districts, names of people and most words come from the
lists of the shipped model; the sentences are our own. Words are drawn by their rank as in real text (Zipf 1949, the frequency falls with
the rank), so that a text index meets a few words everywhere and thousands of words rarely. Each region has people who keep their office
for some years, a forum that meets again and again, and needs that come back in other words.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from minutes_miner.paths import model_folder
from minutes_miner.rulebook.tables import read_grid

A_FOLDER = 1_000  # files, so that no folder gets slow
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS = "Senin Selasa Rabu Kamis Jumat".split()
YEARS = range(2017, 2026)
FIELDS = (
    "Sosial", "Kesehatan", "Pendidikan", "Pertanian", "Perhubungan", "Pekerjaan Umum", "Perikanan", "Lingkungan Hidup", "Pariwisata",
    "Tenaga Kerja", "Perdagangan", "Ketahanan Pangan", "Kependudukan dan Pencatatan Sipil", "Pemberdayaan Masyarakat dan Desa",
)  # fmt: skip
DEGREES = ("S.Sos.", "S.E.", "S.H.", "S.Pd.", "S.T.", "S.Kom.", "M.Si.", "M.M.", "S.Ag.", "S.IP.", "S.KM.", "M.Pd.")
CASTES = ("", "", "", "", "H. ", "Hj. ", "Drs. ", "Dra. ", "dr. ", "Ir. ")
NEEDS = (
    "bantuan operasional bagi {n} LKSA di Kecamatan {d} belum cair sejak {m}",
    "dana operasional panti hanya cukup sampai {m}",
    "kami membutuhkan tambahan {n} paket beras untuk keluarga di Desa {d}",
    "stok obat di Puskesmas {d} menipis dan perlu segera ditambah",
    "sebanyak {n} anak asuh belum memiliki NIK sehingga tidak dapat didaftarkan ke BPJS Kesehatan",
    "jalan poros {d} sepanjang {s} kilometer rusak berat dan butuh perbaikan",
    "irigasi di {d} tersumbat sehingga {n} hektare sawah kekurangan air",
    "guru honorer di {n} sekolah dasar belum menerima honor sejak {m}",
    "kelompok nelayan {d} kesulitan mendapat solar bersubsidi",
    "posyandu di Desa {d} kekurangan timbangan dan alat ukur panjang badan",
    "warga {d} mengeluhkan sampah yang tidak diangkut selama {s} hari",
    "air bersih di {n} rumah di {d} tidak mengalir pada musim kemarau",
    "jembatan gantung {d} putus dan {n} siswa harus memutar {s} kilometer",
    "pengasuh panti tinggal {s} orang, padahal anak asuh {n} orang",
    "harga beras di Pasar {d} naik menjadi Rp {t}.500 per kilogram",
    "bangunan panti di {d} bocor dan memerlukan biaya perbaikan Rp {n} juta",
    "lampu penerangan jalan di {d} padam di {s} titik",
    "pupuk bersubsidi untuk petani {d} terlambat datang",
    "penyandang disabilitas di {d} membutuhkan {s} kursi roda",
    "data penerima bantuan di Kecamatan {d} belum padan dengan data kependudukan",
    "gedung sekolah di {d} memerlukan {s} ruang kelas baru",
    "akreditasi {s} lembaga di {d} terkendala borang yang belum lengkap",
)
DEEDS = (
    "mendata {n} keluarga di Desa {d}",
    "menyalurkan {n} paket sembako ke Kecamatan {d}",
    "memperbaiki atap panti di {d}",
    "mengirim surat permohonan bantuan operasional kepada Bupati",
    "memverifikasi data anak asuh bersama Disdukcapil",
    "mengalokasikan anggaran Rp {n} juta pada perubahan APBD",
    "meninjau jembatan dan jalan di {d}",
    "menyelenggarakan pelatihan bagi {s} pengasuh",
    "menormalisasi saluran irigasi di {d}",
    "mengirim {s} tenaga kesehatan ke Puskesmas {d}",
    "mendampingi {s} lembaga mengisi borang akreditasi",
    "menyediakan {n} liter solar untuk nelayan {d}",
    "menambah armada pengangkut sampah di {d}",
    "menggelar operasi pasar di Pasar {d}",
    "melengkapi berkas kependudukan {n} anak",
)
SAYING = ("menyampaikan", "mengatakan", "menjelaskan", "melaporkan", "menambahkan", "mengungkapkan", "menyatakan", "mengakui")
QUOTING = ("ujar", "kata", "tutur", "ucap", "tegas", "jelas")
DUE = ("paling lambat {day} {m} {y}", "sebelum {day} {m} {y}", "paling lambat akhir {m} {y}", "dalam {s} hari", "pada {m} {y}")
LINKS = ("yang", "dan", "untuk", "dengan", "dalam", "pada", "dari", "oleh", "serta", "agar", "karena", "tetapi", "sehingga", "di")
OPENINGS = (
    "Selain itu,",
    "Sementara itu,",
    "Di sisi lain,",
    "Pada kesempatan yang sama,",
    "Menurut catatan,",
    "Dalam rapat itu,",
    "Adapun",
)
MEDIA = ("Kabar Pesisir", "Suara Lembah", "Harian Muara", "Warta Nagari", "Lensa Bukit", "Radar Teluk")


class Region(NamedTuple):
    """A regency or city, its districts, and how it is written with its kind."""

    name: str
    full: str
    districts: Sequence[str]


class Words(NamedTuple):
    """Words from the commonest to the rarest, with the sums of their weights."""

    words: Sequence[str]
    sums: Sequence[float]


def made_text(number: int) -> str:
    """The text with a number: two of three are minutes, the others news."""
    dice = Random(number)
    region = _drawn(dice, regions())
    return _news(dice, region) if number % 3 == 2 else _minutes(dice, region, number)


def made_texts(count: int, first: int = 0) -> Iterator[tuple[int, str]]:
    """Numbers and texts, one after the other."""
    return ((number, made_text(number)) for number in range(first, first + count))


def write_texts(folder: Path, count: int, first: int = 0) -> list[Path]:
    """The texts as files, a thousand in each folder."""
    written = []
    for number, text in made_texts(count, first):
        path = folder / f"{number // A_FOLDER:04}" / f"{'berita' if number % 3 == 2 else 'notulen'}-{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


@lru_cache(maxsize=1)
def regions() -> Sequence[Region]:
    """Every regency and city of the gazetteer that has districts there."""
    inside: dict[str, list[str]] = {}
    for name, full in _columns("gazetteers/districts.csv", "name", "part_of"):
        inside.setdefault(full, []).append(name)
    wide = _columns("gazetteers/regions.csv", "name", "kind")
    named = [(name.removeprefix("Kota ").removeprefix("Kabupaten "), kind) for name, kind in wide if kind in ("kabupaten", "kota")]
    found = [Region(name, full, inside[full]) for name, kind in named if (full := f"{kind.title()} {name}") in inside]
    Random(5).shuffle(found)
    return found


@lru_cache(maxsize=1)
def given_names() -> Sequence[str]:
    """Names of people, the commonest first by our own fixed draw."""
    names = [name for (name,) in _columns("lexicon/given_names.csv", "word") if name.isalpha()]
    Random(6).shuffle(names)
    return names


@lru_cache(maxsize=1)
def vocabulary() -> Words:
    """The common words of the model, weighted by rank; which are the commonest is our own fixed draw."""
    words = [word for (word,) in _columns("lexicon/common_words.csv", "word") if word.isalpha() and word.islower()]
    Random(7).shuffle(words)
    return Words(words, list(accumulate(1 / (rank + 3) for rank in range(len(words)))))


def _columns(file: str, *columns: str) -> list[tuple[str, ...]]:
    grid = read_grid(model_folder() / file)
    places = [grid.header.index(column) for column in columns]
    return [tuple(cells[place] for place in places) for _, cells in grid.rows]


def _drawn(dice: Random, ranked: Sequence[Region]) -> Region:
    """One of a list, the first ones more often: the product of two even draws falls off as ranks do."""
    return ranked[int(dice.random() * dice.random() * len(ranked))]


def _person(key: str) -> str:
    """The one who holds an office, always the same for the same office and term."""
    dice = Random(key)
    names = given_names()
    words = [names[int(dice.random() * dice.random() * len(names))] for _ in range(dice.choice((2, 2, 3)))]
    return f"{dice.choice(CASTES)}{' '.join(words)}, {dice.choice(DEGREES)}"


def _head(dice: Random, region: Region, year: int) -> tuple[str, str]:
    """The head of a service, with degrees, and the office."""
    office = f"Kepala Dinas {dice.choice(FIELDS)} {region.full}"
    return _person(f"{office}{year // 3}"), office


def _filled(dice: Random, template: str, region: Region, year: int = 2024) -> str:
    return template.format(
        n=dice.randint(12, 480), s=dice.randint(2, 14), t=dice.randint(12, 17), d=dice.choice(region.districts), m=dice.choice(MONTHS),
        y=year, day=dice.randint(1, 28),
    )  # fmt: skip


def _clause(dice: Random, length: int) -> str:
    """Words by their rank, parted by the small words that hold a sentence together."""
    words, sums = vocabulary()
    drawn = dice.choices(words, cum_weights=sums, k=length)
    for place in range(2, length - 1, 3):
        drawn[place] = dice.choice(LINKS)
    return " ".join(drawn)


def _filler(dice: Random) -> str:
    return f"{dice.choice(OPENINGS)} {_clause(dice, dice.randint(8, 16))}."


def _minutes(dice: Random, region: Region, number: int) -> str:
    year, month, day = dice.choice(YEARS), dice.randrange(12), dice.randint(1, 28)
    date = f"{day} {MONTHS[month]} {year}"
    chair, secretary = _person(f"ketua{region.name}{year // 3}"), _person(f"notulis{region.name}{year // 2}")
    district = dice.choice(region.districts)
    head = (
        f"NOTULEN RAPAT KOORDINASI\nFORUM LEMBAGA KESEJAHTERAAN SOSIAL (FLKS) {region.full.upper()}\n\n"
        f"Hari/Tanggal : {dice.choice(DAYS)}, {date}\nWaktu : Pukul 09.00 - 1{dice.randint(1, 5)}.30 WIB\n"
        f"Tempat : Aula Kecamatan {district}\nAcara : Rapat {_clause(dice, 3)} nomor {number}\n"
        f"Pimpinan Rapat : {chair}\nNotulis : {secretary}\n\nPembahasan\n"
    )
    said = []
    for place in range(1, dice.randint(5, 7)):
        person, office = _head(dice, region, year)
        said.append(
            f"{place}. {office}, {person} {dice.choice(SAYING)} bahwa {_filled(dice, dice.choice(NEEDS), region)}. {_filler(dice)} "
            f"{_filler(dice)}"
        )
    tasks = []
    for place in range(1, dice.randint(4, 6)):
        person, office = _head(dice, region, year)
        due = _filled(dice, dice.choice(DUE), region, year)
        deed = _filled(dice, dice.choice(DEEDS), region)
        tasks.append(f"{place}. {deed[0].upper()}{deed[1:]} (PIC: {person.split(',')[0]}; {due}).")
    person, office = _head(dice, region, year)
    due = _filled(dice, dice.choice(DUE), region, year)
    tail = f"{office} akan {_filled(dice, dice.choice(DEEDS), region)} {due}.\n{_filler(dice)} {_filler(dice)} {_filler(dice)}\n"
    return head + "\n".join(said) + "\n\nKeputusan\n" + tail + "\nTindak Lanjut\n" + "\n".join(tasks) + f"\n\n{region.name}, {date}\n"


def _news(dice: Random, region: Region) -> str:
    year, month, day = dice.choice(YEARS), dice.randrange(12), dice.randint(1, 28)
    first = _filled(dice, dice.choice(NEEDS), region)
    parts = [
        f"{first[0].upper()}{first[1:]}\n",
        f"{region.name.upper()}, {dice.choice(MEDIA).upper()} -- {_clause(dice, 14).capitalize()} di {region.full}, "
        f"{dice.choice(DAYS)} ({day}/{month + 1}/{year}). {_filler(dice)} {_filler(dice)}\n",
    ]
    for _ in range(4):
        person, office = _head(dice, region, year)
        need = _filled(dice, dice.choice(NEEDS), region)
        short = person.split(",")[0].split()[-1]
        due = _filled(dice, dice.choice(DUE), region, year)
        parts.append(
            f"{office}, {person}, {dice.choice(SAYING)} bahwa {need}. {_filler(dice)} “{_clause(dice, 10).capitalize()}, dan kami akan "
            f"{_filled(dice, dice.choice(DEEDS), region)} {due},” {dice.choice(QUOTING)} {short}. {_filler(dice)}\n"
        )
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes texts below a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archived.made_texts", description="Write invented minutes and news.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=0)
    chosen = parser.parse_args(arguments)
    print(len(write_texts(chosen.folder, chosen.count, chosen.first)))


if __name__ == "__main__":
    main()
