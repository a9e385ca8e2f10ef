"""What is joined over all documents."""

from __future__ import annotations

import minutes_miner
from minutes_miner.archive.contents import put
from minutes_miner.archive.joining import join
from minutes_miner.paths import model_folder

SHORT = "NOTULEN\nRapat di Kab. Wonosobo. Warga Kab. Wonosobo meminta perbaikan jalan desa yang rusak di dekat pasar."
LONG = "NOTULEN\nPanti di Kabupaten Wonosobo penuh. Bupati Wonosobo meminta Dinas Sosial mendata panti asuhan sebelum akhir tahun ini."


def stored(database, forms, *texts):
    for analysis in minutes_miner.mine_texts([{"id": f"d{at}", "text": text} for at, text in enumerate(texts)]):
        with database.transaction():
            put(database, analysis, model="1", forms=forms)
    join(database, model_folder(None))


def test_a_region_has_one_name(database, forms):
    stored(database, forms, SHORT, LONG)
    assert database.rows("SELECT DISTINCT region, region_code FROM documents") == [("Kabupaten Wonosobo", "33.07")]


def test_a_copy_points_at_its_original_until_that_goes(database, forms):
    stored(database, forms, LONG, LONG.replace("\n", "\n\n"))
    assert database.rows("SELECT d.id, o.id FROM documents d JOIN documents o ON o.number = d.copy_of") == [("d1", "d0")]


def test_an_archive_answers_from_python(database, archive_address, forms):
    from minutes_miner import Archive

    needs = "NOTULEN\nRapat di Kabupaten Wonosobo, 18 Juli 2024.\nPanti Harapan membutuhkan bantuan operasional untuk 30 anak."
    stored(database, forms, LONG, needs)
    with Archive(archive_address) as archive:
        assert [(issue.topic, [member.document for member in issue.members]) for issue in archive.issues()] == [("operational_aid", ["d1"])]
        assert archive.issues(region="Ngawi") == archive.people(name="Tidak Ada") == archive.followups("FLKS Ngawi") == []
