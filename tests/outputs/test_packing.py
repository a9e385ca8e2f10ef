import io
import zipfile

from minutes_miner.outputs.packing import repack


def test_times_are_taken_out_and_everything_else_stays():
    core = b'<p><dc:title>x</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created></p>'
    packed, stream = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("docProps/core.xml", core)
        archive.writestr("isi.xml", "<dcterms:created>isi</dcterms:created>")
    repack(packed, stream)
    with zipfile.ZipFile(stream) as archive:
        assert archive.namelist() == ["docProps/core.xml", "isi.xml"]
        assert archive.read("docProps/core.xml") == b"<p><dc:title>x</dc:title></p>"
        assert archive.read("isi.xml") == b"<dcterms:created>isi</dcterms:created>"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
