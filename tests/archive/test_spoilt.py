"""A spoilt archive gives an error or the answer of the whole one, never another; the long version is `benchmarks.archive flips`."""

from __future__ import annotations

from benchmarks.archived.flips import KINDS, make, spoilt

PLACES = 2 * len(KINDS)


def test_there_is_never_another_answer(tmp_path):
    whole = make(
        tmp_path / "whole.sqlite", ["Dinas Sosial akan menyalurkan bantuan kepada panti. Warga Desa Ngrambe meminta perbaikan jembatan."]
    )
    tally = spoilt(whole, tmp_path, PLACES)
    assert sum(sum(count.values()) for count in tally.values()) == PLACES
    assert not any(count["other"] for count in tally.values())
    assert tally["zip file"]["error"] == tally["foreign database"]["error"] == 2
    assert tally["flipped bit"]["error"] > PLACES // 2
