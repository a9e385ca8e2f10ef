"""Quotation marks of every kind, and missing ones."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "“[Beras sudah tiba di gudang,]” kata Darman.",
        '"[Beras sudah tiba di gudang,]" kata Darman.',
        '“[Beras sudah tiba di gudang,]" kata Darman.',
        "„[Beras sudah tiba di gudang,]” kata Darman.",
        "«[Beras sudah tiba di gudang]» kata Darman.",
        "”[Beras sudah tiba di gudang,]” kata Darman.",
        "‘’[Beras sudah tiba di gudang,]’’ kata Darman.",
        "''[Beras sudah tiba di gudang,]'' kata Darman.",
        "“[Beras tiba di gudang,]”tandas Darman. “[Jagung menyusul besok.]”",
    ],
)
def test_any_kind_of_mark(marked, written):
    marked(written, "QUOTE")


@pytest.mark.parametrize(
    "written",
    [
        # A missing closing mark: the quotation ends before its attribution, else with its line.
        "“[Beras sudah tiba di gudang,] kata Darman.",
        "“[Beras sudah tiba di gudang.]\nWarga menunggu.",
        "“[Beras sudah tiba di gudang.] “[Jagung menyusul besok,]” katanya.",
        # A single mark closes before an attribution.
        "“[Beras sudah tiba di gudang,]’ kata Darman.",
    ],
)
def test_a_closing_mark_that_is_missing_or_wrong(marked, written):
    marked(written, "QUOTE")


@pytest.mark.parametrize(
    "written",
    [
        "Beras Mu’awanah dan Ma’rup tiba di Panti ‘Aisyiyah.",
        "“” kosong",
        "Beras tiba” di gudang",
    ],
)
def test_what_is_no_quotation(marked, written):
    marked(written, "QUOTE")


def test_a_quotation_knows_where_its_marks_stand(work):
    done = work("Ia berkata, ’’Beras tiba.’’ Lalu diam.")
    (quote,) = done.quotes
    assert done.sheet.text(quote.opens, quote.closes) == "’’Beras tiba.’’"
    assert done.sheet.text(quote.first, quote.last) == "Beras tiba."
