import pytest

from minutes_miner.documents.hyphens import join_lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["pemba-", "hasan"], "pembahasan"),
        (["anak-", "anak"], "anak-anak"),
        (["sebaik-", "baiknya"], "sebaik-baiknya"),
        (["bersama-", "sama"], "bersama-sama"),
        (["sayur-", "mayur"], "sayur-mayur"),
        (["undang-", "undangan,"], "undang-undangan,"),
        (["se-", "Kabupaten Ngawi"], "se-Kabupaten Ngawi"),
        (["tahun 2024-", "2025"], "tahun 2024-2025"),
        (["Oktober–", "Desember"], "Oktober–Desember"),
        (["Rapat –", "lanjutan"], "Rapat – lanjutan"),
        (["Rapat -", "lanjutan"], "Rapat - lanjutan"),
        (["Rp 500.000,-", "per anak"], "Rp 500.000,- per anak"),
        (["Rapat", "dibuka"], "Rapat dibuka"),
        ([], ""),
    ],
)
def test_joining(lines: list[str], text: str) -> None:
    joined, starts = join_lines(lines)
    assert joined == text
    for start, line in zip(starts, lines, strict=True):
        assert joined.startswith(line.rstrip("-"), start)
