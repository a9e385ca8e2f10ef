from dataclasses import fields, replace
from datetime import date

from minutes_miner.outputs.row_codes import mark, taken_apart
from minutes_miner.outputs.tables import issues_table, items_table, tables
from minutes_miner.records import Deadline, Evidence, Failure

LABELS = {"operational_aid": "Bantuan operasional lembaga"}


def named(table, row):
    return dict(zip((heading.key for heading in table.headings), table.rows[row], strict=True))


def by_key(*args, **more):
    return {table.key: table for table in tables(*args, **more)}


def test_the_tables_of_a_workbook_and_their_order(results, issue):
    assert [table.title for table in tables(results, [issue])] == [
        "Tindak Lanjut",
        "Kebutuhan",
        "Isu Berulang",
        "Pejabat",
        "Pernyataan",
        "Dokumen",
    ]
    assert [table.title for table in tables(results, lang="en")] == ["Follow-up", "Needs", "Office Holders", "Statements", "Documents"]


def test_follow_up_begins_with_the_columns_of_a_matrix(results):
    headings = [heading.text for heading in by_key(results)["follow_up"].headings]
    assert headings[:8] == ["No", "Uraian", "Jenis", "Penanggung Jawab", "Batas Waktu", "Status", "Pembicara", "Sumber"]


def test_a_follow_up_row(results):
    row = named(by_key(results)["follow_up"], 0)
    assert taken_apart(row.pop("code"))[3:5] == ("instruction", mark("open"))
    assert row == {
        "number": 1,
        "text": "Pengurus panti agar menyerahkan data anak asuh paling lambat 20 Desember 2024",
        "kind": "Instruksi",
        "actor": "pengurus panti",
        "deadline": date(2024, 12, 20),
        "status": "Belum",
        "speaker": "Dr. Hj. Siti Aminah, M.Si.",
        "source": "Notulen Rapat Koordinasi Forum Panti, hlm. 1",
        "deadline_text": "paling lambat 20 Desember 2024",
        "remarks": None,
        "amount": None,
        "page": 1,
        "document_date": date(2024, 12, 10),
        "file": "notulen-desember.pdf",
        "confidence": 0.9,
        "rule": "meminta_agar",
    }


def test_a_need_row_speaks_with_the_models_topics_and_keeps_a_deadline_without_a_day_as_words(results):
    row = named(by_key(results, topic_labels=LABELS)["needs"], 0)
    assert row["topic"] == "Bantuan operasional lembaga"
    assert (row["deadline"], row["deadline_text"]) == (None, "sebelum Lebaran")
    assert (row["speaker"], row["actor"]) == ("Ketua Forum", None)
    assert row["amount"] == 25_000_000
    assert row["source"] == "Notulen Rapat Koordinasi Forum Panti, tabel 1, baris 3"
    assert named(by_key(results)["needs"], 0)["topic"] == "operational_aid"


def test_the_status_column_offers_what_a_clerk_needs(results):
    status = next(heading for heading in by_key(results)["follow_up"].headings if heading.key == "status")
    assert status.choices == ("Belum", "Proses", "Selesai")


def test_an_item_that_is_done_without_actor_or_title(minutes):
    item = replace(
        minutes.items[0], status="done", actor=None, actor_entity="i1", speaker=None, speaker_entity=None, deadline=None, evidence=None
    )
    bare = replace(minutes, document=replace(minutes.document, title=None, date=None), items=(item,))
    row = named(by_key([bare], lang="en")["follow_up"], 0)
    assert row["status"] == "Done"
    assert row["actor"] == "Dinas Sosial Kabupaten Sumberrejo (Dinsos)"
    assert row["source"] == "notulen-desember.pdf"
    assert [row[key] for key in ("speaker", "deadline", "page", "document_date")] == [None] * 4


def test_a_deadline_over_several_days_is_due_on_the_last(minutes):
    item = replace(minutes.items[0], deadline=Deadline(text="minggu depan", start="2024-12-16", end="2024-12-22"))
    assert named(by_key([replace(minutes, items=(item,))])["follow_up"], 0)["deadline"] == date(2024, 12, 22)


def test_a_holder_row_has_the_page_of_its_evidence(results, minutes):
    row = named(by_key(results)["holders"], 0)
    assert row["name"] == "Dr. Hj. Siti Aminah, M.Si."
    assert row["office"] == "Kepala Dinas Sosial Kabupaten Sumberrejo"
    assert row["institution"] == "Dinas Sosial Kabupaten Sumberrejo (Dinsos)"
    assert row["region"] == "Kabupaten Sumberrejo"
    assert row["acting"] == "Ya"
    assert row["page"] == 1
    without = replace(minutes, holders=(replace(minutes.holders[0], evidence=None),))
    assert named(by_key([without])["holders"], 0)["page"] is None


def test_a_statement_row(results):
    row = named(by_key(results)["statements"], 0)
    assert (row["speaker"], row["form"], row["text"], row["page"]) == (
        "Dr. Hj. Siti Aminah, M.Si.",
        "Langsung",
        "Kami siap mendampingi akreditasi,",
        2,
    )


def test_every_source_is_a_document_row_with_each_warning_or_the_reason(results):
    table = by_key(results)["documents"]
    read, failed, plain = (named(table, row) for row in range(3))
    assert read["outcome"] == "Terbaca"
    assert read["remarks"] == "hlm. 2: susunan kolom diduga dari letak kata\ntidak ada blok tanda tangan"
    assert (read["pages"], read["people"], read["follow_up"], read["needs"]) == (2, 1, 1, 1)
    assert (failed["source"], failed["outcome"]) == ("rapat/rusak.pdf", "Gagal")
    assert failed["remarks"] == "berkas rusak dan tidak dapat dibaca (isi terpotong)."
    assert (failed["kind"], failed["people"]) == (None, None)
    assert (plain["number"], plain["kind"], plain["remarks"], plain["follow_up"]) == (3, "Berita", None, 0)


def test_an_issue_row_shows_three_sentences_with_their_sources(issue):
    row = named(issues_table([issue]), 0)
    assert (row["members"], row["meetings"], row["terms"], row["state"]) == (4, 2, "operasional, bantuan", "Terbuka")
    assert (row["first_seen"], row["last_seen"]) == (date(2024, 3, 5), date(2024, 12, 10))
    assert row["examples"].split("\n") == [
        "“ada bantuan operasional sebesar Rp 25.000.000 sebelum Lebaran” (notulen-desember.pdf, hlm. 2)",
        "“dana operasional kurang” (maret.txt)",
        "“dana operasional kurang” (maret.txt)",
    ]


def test_items_table_has_needs_among_the_others_in_reading_order(results):
    table = items_table(results, topic_labels=LABELS)
    assert [(row["number"], row["kind"], row["topic"]) for row in (named(table, 0), named(table, 1))] == [
        (1, "Instruksi", None),
        (2, "Kebutuhan", "Bantuan operasional lembaga"),
    ]


def test_nothing_in_gives_tables_without_rows():
    assert [(table.key, table.rows) for table in tables([])] == [
        (key, ()) for key in ("follow_up", "needs", "holders", "statements", "documents")
    ]
    assert tables([Failure(source="a", code="empty", message="a: kosong", exit_code=3)])[-1].rows[0][3] == "kosong"


def test_evidence_has_nothing_that_no_form_of_a_place_tells():
    known = {"page", "boxes", "further", "paragraph", "line", "table", "row", "cell", "confidence"}
    assert {each.name for each in fields(Evidence)} == known
