"""Institutions reach to the abbreviation in brackets behind them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        # The letters of the bracket run through what follows a known beginning.
        "Usulan [Asosiasi Pengrajin dan Pewarna Kain Indonesia] ([APPKI]) diterima.",
        # Behind a post the name may begin with any word.
        "Direktur Eksekutif [Sahabat Kopi Nusantara] ([SKN]) Rosmaida Hutapea hadir.",
        "Direktur Eksekutif [Center for Reform of Villages ([CRV]) Indonesia] Rosmaida Hutapea hadir.",
        # No post before it, or letters of other words.
        "Program Sahabat Kopi Nusantara (SKN) berjalan.",
        "Direktur Eksekutif membahas Sahabat Kopi Nusantara (SKN).",
        "Direktur Eksekutif Sahabat Kopi Nusantara (Toba) hadir.",
    ],
)
def test_full_names(marked, written):
    marked(written, "INSTITUTION")
