import io
from dataclasses import replace

import pytest
from rich.console import Console

from minutes_miner.outputs.console import print_issues, print_items


def terminal(width):
    return Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=width, highlight=False)


def pipe():
    return Console(file=io.StringIO(), force_terminal=False, highlight=False)


def test_a_wide_terminal_gets_a_table(results):
    console = terminal(140)
    print_items(results, console=console)
    shown = console.file.getvalue()
    assert "│" in shown
    assert "Penanggung" in shown
    assert "20/12/2024" in shown
    assert all(len(line) <= 140 for line in shown.splitlines() if "\x1b" not in line)


@pytest.mark.parametrize("width", [40, 80])
def test_a_narrow_terminal_gets_lines_that_fit(results, width):
    console = terminal(width)
    print_items(results, console=console)
    lines = console.file.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].startswith("1. Pengurus panti")
    assert "│" not in console.file.getvalue()


def test_a_pipe_gets_whole_lines_without_colours_or_tabs(results):
    console = pipe()
    print_items(results, console=console)
    written = console.file.getvalue()
    assert "\x1b" not in written
    assert "\t" not in written
    assert written.splitlines() == [
        "1. Pengurus panti agar menyerahkan data anak asuh paling lambat 20 Desember 2024",
        "   Jenis: Instruksi | Penanggung Jawab: pengurus panti | Batas Waktu: 20/12/2024 | Status: Belum"
        " | Pembicara: Dr. Hj. Siti Aminah, M.Si. | Sumber: Notulen Rapat Koordinasi Forum Panti, hlm. 1",
        "2. Ada bantuan operasional sebesar Rp 25.000.000 sebelum Lebaran",
        "   Jenis: Kebutuhan | Batas Waktu: sebelum Lebaran | Status: Belum | Pembicara: Ketua Forum"
        " | Sumber: Notulen Rapat Koordinasi Forum Panti, tabel 1, baris 3",
        "",
        "Gagal dibaca:",
        "- rapat/rusak.pdf: berkas rusak dan tidak dapat dibaca (isi terpotong).",
    ]


def test_text_of_a_document_gives_the_terminal_no_orders(minutes):
    item = replace(minutes.items[0], text="\x1b[31m[bold]Dinas[/bold] [tidak]")
    for console in (terminal(140), pipe()):
        print_items([replace(minutes, items=(item,))], console=console)
        assert "\x1b[31m" not in console.file.getvalue()
        assert "[bold]Dinas[/bold]" in console.file.getvalue()


def test_nothing_found_is_said(empty_news, capsys):
    print_items([empty_news])
    print_issues([], lang="en")
    assert capsys.readouterr().out == ("Tidak ditemukan komitmen, instruksi, keputusan, atau kebutuhan.\nNo recurring issues found.\n")


def test_issues_are_printed_with_their_sentences(issue):
    console = pipe()
    print_issues([issue], console=console)
    lines = console.file.getvalue().splitlines()
    assert lines[0] == "1. Bantuan operasional lembaga"
    assert lines[1].startswith("   Jumlah Sebutan: 4 | Jumlah Rapat: 2 | Wilayah: Kabupaten Sumberrejo")
    assert lines[2] == "   “ada bantuan operasional sebesar Rp 25.000.000 sebelum Lebaran” (notulen-desember.pdf, hlm. 2)"
    wide = terminal(150)
    print_issues([issue], console=wide)
    assert "Contoh Kalimat" in wide.file.getvalue()
