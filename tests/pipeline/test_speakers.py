"""Who is meant by a bare post, a pronoun, `kami`."""

from __future__ import annotations

import pytest

from minutes_miner.pipeline.steps.speakers import person_or_office


def test_a_post_with_one_holder_means_the_holder(work):
    cast = work("Bupati Wajo Andi Nurhayati hadir.").cast
    assert cast.name(cast.resolve("o1")) == "Andi Nurhayati"
    assert cast.resolve("p1") == "p1"
    assert cast.resolve(None) is None


def test_a_post_of_several_holders_or_of_none_means_itself(work):
    two = work("Wakil Ketua DPRD Kabupaten Toba, Rosmaida Hutapea, dan Wakil Ketua DPRD Kabupaten Toba, Darman Sitepu, hadir.").cast
    assert two.resolve("o1") == "o1"
    assert work("Bupati Wajo hadir.").cast.resolve("o1") == "o1"


@pytest.mark.parametrize(
    ("text", "speaker", "institution"),
    [
        ("Kepala Dinas Sosial Kabupaten Toba, Rosmaida Hutapea, hadir.", "p1", "Dinas Sosial Kabupaten Toba"),
        ("Kepala Dinas Sosial Kabupaten Toba, Rosmaida Hutapea, hadir.", "o1", "Dinas Sosial Kabupaten Toba"),
        ("Dinas Sosial Kabupaten Toba hadir.", "i1", "Dinas Sosial Kabupaten Toba"),
        ("Pak Darman (Yayasan Kasih Bunda) hadir.", "p1", "Yayasan Kasih Bunda"),
        ("Pak Darman hadir.", "p1", None),
        ("Bupati Toba, Darman Sitepu, hadir.", "p1", None),
    ],
)
def test_whom_somebody_speaks_for(work, text, speaker, institution):
    cast = work(text).cast
    assert cast.name(cast.institution(speaker)) == institution


def test_nobody_speaks_for_nothing(work):
    cast = work("Pak Darman hadir.").cast
    assert cast.institution(None) is None
    assert cast.name(None) is None
    assert cast.name("p99") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bupati Wajo dan Darman Sitepu, S.H., hadir.", "Darman Sitepu"),
        ("Dinas Sosial dan Bupati Wajo hadir.", "Bupati Wajo"),
        ("Dinas Sosial hadir di Ngawi.", "Dinas Sosial"),
        ("Rapat dibuka di Ngawi.", None),
    ],
)
def test_a_person_is_named_before_a_post_and_a_post_before_a_body(work, text, named):
    done = work(text)
    assert done.cast.name(person_or_office(done.sheet, 0, done.sheet.size, done.cast)) == named
