"""An archive of a few invented documents."""

from __future__ import annotations

import pytest

import minutes_miner
from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import put
from minutes_miner.corpus.word_forms import load_word_forms
from minutes_miner.paths import model_folder

TEXTS = {
    "a": "NOTULEN RAPAT KOORDINASI\nHari/Tanggal: Kamis, 18 Juli 2024\n\n"
    "Kepala Dinas Sosial Kabupaten Ngawi, Sri Lestari, berjanji menyalurkan bantuan "
    "operasional kepada 12 panti paling lambat 20 Agustus 2024.\nPanti Harapan membutuhkan kasur untuk 30 anak.",
    "b": "Camat Widodaren, Joko Purnomo, mengatakan jalan desa rusak berat sejak banjir. Warga meminta perbaikan jembatan gantung.",
    "c": "Bupati Wajo Andi Tenri akan membantu petani yang gagal panen dengan benih jagung pada Maret 2025.",
}


@pytest.fixture(scope="session")
def forms():
    return load_word_forms(model_folder(None))


@pytest.fixture(scope="session")
def analyses():
    return list(minutes_miner.mine_texts([{"id": id, "text": text} for id, text in TEXTS.items()]))


@pytest.fixture
def database(archive_address):
    opened = open_database(archive_address, write=True)
    yield opened
    opened.close()


@pytest.fixture
def filled(database, analyses, forms):
    for analysis in analyses:
        with database.transaction():
            put(database, analysis, model="1", forms=forms)
    return database
