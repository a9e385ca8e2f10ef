import csv
import io
from dataclasses import replace

from minutes_miner.outputs import csv_file
from minutes_miner.outputs.report import Report


def written(results, **more):
    stream = io.BytesIO()
    csv_file.write(Report(results=results, **more), stream)
    return stream.getvalue()


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_excel_sees_the_encoding_and_every_item(results):
    data = written(results, topic_labels={"operational_aid": "Bantuan operasional"})
    assert data.startswith(b'\xef\xbb\xbf"No","Uraian","Jenis"')
    first, second = rows(data)
    assert (first["Jenis"], first["Batas Waktu"], first["Nilai (Rp)"]) == ("Instruksi", "2024-12-20", "")
    assert (second["Jenis"], second["Topik"], second["Nilai (Rp)"]) == ("Kebutuhan", "Bantuan operasional", "25000000")
    assert second["Keyakinan"] == "0.6"


def test_no_cell_is_a_formula(minutes):
    texts = ('=HYPERLINK("http://contoh.invalid")', "+62 812", "-1+1", "@SUM(A1)", "\t=1+1", "\r=2", "x;=1+1")
    items = tuple(replace(minutes.items[0], text=text, actor=text, speaker=text, speaker_entity=None) for text in texts)
    for row in rows(written([replace(minutes, items=items)])):
        for cell in row.values():
            assert not cell or cell[0] not in "=+-@\t\r\n"
            assert ";=" not in cell


def test_quotes_and_line_breaks_stay_inside_their_cell(minutes):
    item = replace(minutes.items[0], text='kata "segera",\ndan seterusnya', rule="a,b")
    (row,) = rows(written([replace(minutes, items=(item,))]))
    assert (row["Uraian"], row["Aturan"]) == ('Kata "segera", dan seterusnya', "a,b")


def test_no_items_leave_the_heading_line(failure):
    text = csv_file.text(Report(results=[failure], lang="en"))
    assert text.startswith('"No","Description","Kind"')
    assert text.count("\r\n") == 1
