"""Needs as meetings of many years word them: invented, any number of them, the same ones for the same number.

What is asked for is one of a thing and what is the matter with it; who asks, where, for whom and how is drawn anew, and so are names, so
that the words grow with the number as they do in life. The truth is known: needs of one thing belong together.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from typing import NamedTuple

from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.paths import model_folder

# Topic -> what is asked for; a need of a topic is the topic's, whatever the thing.
KNOWN = {
    "operational_aid": ["bantuan operasional panti", "dana operasional LKSA", "hibah untuk panti", "biaya listrik panti"],
    "food_aid": ["beras", "lauk pauk anak asuh", "uang makan anak", "bantuan permakanan", "sembako"],
    "facilities": ["atap asrama", "tempat tidur anak", "mobil operasional", "kamar mandi", "mebel ruang belajar", "genset"],
    "staff_capacity": ["pelatihan pengasuh", "honor pengasuh", "tenaga pendamping", "bimtek pengurus"],
    "data_validity": ["pemutakhiran DTSEN", "data penerima yang tidak sinkron", "NIK anak yang belum terdaftar"],
    "licensing": ["perpanjangan izin operasional", "tanda daftar lembaga", "akta notaris yayasan"],
    "health_insurance": ["kartu BPJS anak asuh", "ambulans desa", "obat di puskesmas", "kepesertaan PBI"],
    "education": ["beasiswa", "seragam sekolah", "ruang kelas", "biaya kuliah anak asuh"],
    "disability": ["kursi roda", "alat bantu dengar", "juru bahasa isyarat", "jalur landai"],
    "roads": ["jembatan gantung", "jalan poros desa", "aspal jalan lingkar", "gorong-gorong jalan"],
    "water_sanitation": ["sumur bor", "pipa PDAM", "jamban sehat", "air bersih"],
    "waste": ["truk sampah", "kontainer sampah", "TPS 3R", "bank sampah"],
    "agriculture": ["pupuk bersubsidi", "saluran irigasi", "bibit jagung", "traktor tangan"],
    "flood": ["normalisasi sungai", "drainase pasar", "tanggul sungai", "pompa banjir"],
    "digital_service": ["jaringan internet", "menara BTS", "website desa", "aplikasi pelayanan"],
}
# What the taxonomy lacks: the things, each by some of the ways in which people put it.
OPEN_THINGS = {
    "gamelan": ["gamelan", "gamelan sanggar", "perangkat gamelan laras pelog"],
    "voli": ["lapangan voli", "bola voli", "net voli"],
    "masjid": ["renovasi masjid", "karpet masjid", "menara masjid"],
    "monyet": ["serangan monyet", "kawanan monyet yang turun ke kampung", "monyet ekor panjang"],
    "makam": ["lahan makam", "perluasan makam umum", "pagar makam"],
    "elpiji": ["elpiji tiga kilogram", "pasokan elpiji", "pangkalan elpiji"],
    "angkot": ["angkot trayek pinggiran", "peremajaan angkot", "angkot malam"],
    "homestay": ["homestay warga", "sertifikat homestay", "papan petunjuk homestay"],
    "batik": ["canting batik", "galeri batik", "pewarna batik"],
    "perpusda": ["koleksi perpusda", "jam buka perpusda", "mobil perpusda"],
    "anggrek": ["rumah anggrek", "kebun anggrek", "lomba anggrek"],
    "rabies": ["vaksin rabies", "anjing rabies", "penanganan rabies"],
}
ONSETS, CORES = "b c d g j k l m n p r s t w y ng ny sr tr".split(), "a i u e o ai".split()
VOICES = ["Kami", "Warga", "Pengurus", "Ibu-ibu", "Karang taruna", "Perangkat desa", "Peserta rapat", "Para tokoh", "Anggota", "Kelompok"]
CUES = [
    "membutuhkan",
    "berharap ada",
    "mengusulkan",
    "mohon",
    "kekurangan",
    "mengeluhkan",
    "minta",
    "belum mendapat",
    "sangat perlu",
    "mendorong",
]
PLIGHTS = [
    "karena yang lama sudah rusak", "yang belum juga terealisasi", "sejak tahun lalu", "untuk tahun anggaran depan",
    "agar segera ditangani",
    "yang jumlahnya tidak sebanding", "sebelum musim hujan", "yang sampai kini belum ada kabarnya", "", "",
    "secara bertahap", "dengan segera",
]  # fmt: skip
FILLERS = "secara merata bergiliran setempat sekalian nantinya kiranya tentunya selanjutnya sedianya umpamanya barangkali kelak".split()
OPEN_SHARE, SPEECHES = 0.15, 12


class Made(NamedTuple):
    """A need, and the group that it truly belongs to."""

    matter: Matter
    truth: str


def made_needs(number: int, seed: int = 5) -> Iterator[Made]:
    """`number` invented needs, a dozen to a meeting, meetings over ten years."""
    draw = random.Random(seed)
    regions = _regions()
    things = [(topic, thing) for topic, listed in KNOWN.items() for thing in listed]
    rare = [_name(draw) for _ in range(max(8, int(number**0.5)))]
    meeting = ("", "", "", "")
    for at in range(number):
        if at % SPEECHES == 0:
            region = draw.choice(regions)
            day = f"{draw.randint(2016, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            meeting = (f"{at // SPEECHES:064x}", day, region, f"Forum {draw.choice(('LKSA', 'Desa', 'TKSK', 'Anak'))} {region}")
        topic, thing, truth = _asked(draw, things, rare)
        words = [draw.choice(VOICES), draw.choice(CUES), thing, f"di {_name(draw).title()}" * (draw.random() < 0.5)]
        words += [draw.choice(FILLERS) * (draw.random() < 0.4), draw.choice(PLIGHTS)]
        yield Made(_matter(meeting, at % SPEECHES, " ".join(filter(None, words)), topic, draw), truth)


def _asked(draw: random.Random, things: list[tuple[str, str]], rare: list[str]) -> tuple[str, str, str]:
    if draw.random() >= OPEN_SHARE:
        topic, thing = draw.choice(things)
        return topic, thing, topic
    if draw.random() < 0.5:
        name = draw.choice(list(OPEN_THINGS))
        return "other", draw.choice(OPEN_THINGS[name]), name
    name = rare[min(int(draw.paretovariate(0.6)) - 1, len(rare) - 1)]
    return "other", f"{name} {draw.choice(('baru', 'keliling', 'desa', 'bersama'))}", name


def _matter(meeting: tuple[str, str, str, str], turn: int, text: str, topic: str, draw: random.Random) -> Matter:
    document, day, region, forum = meeting
    return Matter(
        document=document,
        start=turn * 400,
        end=turn * 400 + len(text),
        kind="need",
        text=text,
        source=f"{document[-8:]}.docx",
        date=day,
        region=region,
        forum=forum,
        speaker=draw.choice(VOICES),
        topic=topic,
        amount=draw.randint(1, 90) * 1e6 if draw.random() < 0.1 else None,
    )


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(ONSETS) + draw.choice(CORES) for _ in range(draw.randint(2, 4)))


def _regions() -> list[str]:
    with (model_folder() / "gazetteers" / "regions.csv").open(encoding="utf-8", newline="") as stream:
        return [f"{row['kind'].title()} {row['name']}" for row in csv.DictReader(stream) if row["kind"] in ("kabupaten", "kota")]
