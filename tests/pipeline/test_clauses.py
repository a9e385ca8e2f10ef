"""Where one action ends and the next begins."""

from __future__ import annotations

import pytest

from minutes_miner.pipeline.steps.clauses import cut_reason, split_clauses
from minutes_miner.rulebook.examples import read_marked


@pytest.mark.parametrize(
    "written",
    [
        "[Dinas mendata panti]; [camat menyiapkan gudang].",
        "[Dinas mendata panti], tetapi [camat menyiapkan gudang].",
        "[Dinas mendata panti], sedangkan [camat menyiapkan gudang].",
        "[Dinas mendata panti dengan teliti] sedangkan [camat menyiapkan gudang].",
        "[Dinas mendata panti] – [nanti camat menyiapkan gudang].",
        "[Dinas mendata panti, sekolah, dan pasar].",
        "[Dinas mendata panti, sekolah dan pasar].",
        "[Dinas mendata panti dan sekolah].",
        "[Dinas mendata panti (termasuk asrama)].",
        "“[Dinas mendata panti].”",
        "Namun, [dinas mendata panti].",
        "[Dinas mendata panti]. [Camat menyiapkan gudang]!",
    ],
)
def test_split_clauses(work, shown, written):
    text, _ = read_marked(written)
    sheet = work(text).sheet
    assert shown(sheet, split_clauses(sheet, 0, sheet.size)) == written


@pytest.mark.parametrize(
    "written",
    [
        "[Dinas mendata panti], karena datanya lama.",
        "[Dinas mendata panti] sebab datanya lama.",
        "[Dinas mendata panti] meskipun hujan turun.",
        "[Dinas mendata panti] sehingga bantuan tepat sasaran.",
        "[Dinas mendata panti agar bantuan tepat sasaran].",
        "[Dinas mendata panti untuk bantuan beras].",
    ],
)
def test_a_trailing_reason_stays_outside_and_a_purpose_inside(work, shown, written):
    text, _ = read_marked(written)
    sheet = work(text).sheet
    ((first, last),) = split_clauses(sheet, 0, sheet.size)
    assert shown(sheet, [(first, cut_reason(sheet, first, last))]) == written


def test_nothing_has_no_clauses(work):
    sheet = work("Ya.").sheet
    assert split_clauses(sheet, 0, sheet.size) == []
    assert split_clauses(sheet, 0, 0) == []
