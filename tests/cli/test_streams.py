"""What is said on the streams can be said on every terminal."""

import io
import os
import subprocess
import sys

import pytest

from minutes_miner.cli import streams
from minutes_miner.errors import TargetUnwritable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rapat é “satu” — 陈.txt", "rapat é “satu” — 陈.txt"),
        ("rapat\udcff.txt", "rapat\\xff.txt"),
        ("rapat\x1b[31m\a.txt", "rapat\\x1b[31m\\x07.txt"),
        ("garis\nbaru", "garis\nbaru"),
        ("\ud800", "\\ud800"),
        ("spasi\xa0tetap", "spasi\xa0tetap"),
        ("balik\u202etxt.pdf", "balik\\u202etxt.pdf"),
    ],
)
def test_printable(text, expected):
    assert streams.printable(text) == expected


def test_prepare_makes_a_stream_take_what_cannot_be_encoded(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", newline="\r\n"))
    streams.prepare()
    streams.print_result('{"source": "rapat\udcff – é"}')
    assert written.getvalue() == b'{"source": "rapat\\udcff \xe2\x80\x93 \xc3\xa9"}\n'


def test_prepare_leaves_other_objects_alone(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    streams.prepare()
    streams.print_result("baris")
    assert sys.stdout.getvalue() == "baris\n"


def test_a_stream_that_was_closed_takes_everything(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    streams.prepare()
    with sys.stdout:
        streams.print_result("baris")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_an_error_of_the_target():
    program = "from minutes_miner.cli import main; main.main(['--version'])"
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == TargetUnwritable.exit_code
    assert done.stderr.startswith("stdout: hasil tidak dapat ditulis di sini (ruang penyimpanan penuh).")
    assert done.stderr.count("\n") == 1
