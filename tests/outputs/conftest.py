"""Invented results of a run: minutes with two pages, a news item without any record, and a file that failed."""

from __future__ import annotations

import pytest

from minutes_miner.records import (
    Amount,
    Analysis,
    Deadline,
    Evidence,
    Failure,
    Header,
    Holder,
    Institution,
    Issue,
    IssueMember,
    Item,
    Mention,
    Office,
    Person,
    Region,
    Statement,
    Warning,
)

TEXT = (
    "NOTULEN RAPAT KOORDINASI FORUM PANTI KABUPATEN SUMBERREJO\n"
    "Kepala Dinas Sosial Kabupaten Sumberrejo, Dr. Hj. Siti Aminah, M.Si., meminta pengurus panti agar menyerahkan data anak asuh "
    "paling lambat 20 Desember 2024.\n"
    "“Kami siap mendampingi akreditasi,” kata Siti.\n"
    "Ketua Forum berharap ada bantuan operasional sebesar Rp 25.000.000 sebelum Lebaran."
)
INSTRUCTION = "pengurus panti agar menyerahkan data anak asuh paling lambat 20 Desember 2024"
QUOTE = "Kami siap mendampingi akreditasi,"
NEED = "ada bantuan operasional sebesar Rp 25.000.000 sebelum Lebaran"


def span(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    return start, start + len(part)


def mention(number: int, label: str, part: str, entity: str | None = None, value: dict[str, str | float | None] | None = None) -> Mention:
    start, end = span(part)
    page = 1 if start < TEXT.index("“") else 2
    evidence = Evidence(page=page, boxes=((72.0, 100.5, 300.0, 112.0),))
    return Mention(
        id=f"m{number}",
        label=label,  # type: ignore[arg-type]
        start=start,
        end=end,
        text=part,
        rule="contoh",
        value=value,
        entity=entity,
        evidence=evidence,
    )


@pytest.fixture
def minutes() -> Analysis:
    office = "Kepala Dinas Sosial Kabupaten Sumberrejo"
    return Analysis(
        document=Header(
            id="a" * 64,
            source="rapat/2024/notulen-desember.pdf",
            media_type="application/pdf",
            kind="minutes",
            title="Notulen Rapat Koordinasi\nForum Panti",
            date="2024-12-10",
            place="Sumberrejo",
            event="Rapat Koordinasi Forum Panti",
            time="09:00",
            venue="Aula Dinas Sosial",
            chair="Siti Aminah",
            secretary="Bagus Prakoso",
            attendees=("Pengurus panti", "Dinas Sosial"),
            pages=2,
            warnings=(
                Warning(code="column_guess", message="susunan kolom diduga dari letak kata", page=2),
                Warning(code="no_signature", message="tidak ada blok tanda tangan"),
            ),
        ),
        text=TEXT,
        mentions=(
            mention(1, "OFFICE", office, "o1"),
            mention(2, "PERSON", "Siti Aminah", "p1"),
            mention(3, "DATE", "20 Desember 2024", None, {"start": "2024-12-20", "end": "2024-12-20"}),
            mention(4, "MONEY", "Rp 25.000.000", None, {"value": 25_000_000.0, "currency": "IDR"}),
        ),
        people=(Person(id="p1", name="Siti Aminah", prefixes=("Dr.", "Hj."), degrees=("M.Si.",), mentions=("m2",)),),
        institutions=(Institution(id="i1", name="Dinas Sosial Kabupaten Sumberrejo", abbreviation="Dinsos", type="agency", region="r1"),),
        offices=(Office(id="o1", name=office, role="Kepala Dinas", institution="i1", region="Kabupaten Sumberrejo", mentions=("m1",)),),
        regions=(Region(id="r1", name="Kabupaten Sumberrejo", level="regency"),),
        holders=(
            Holder(
                person="p1",
                office="o1",
                acting=True,
                start=span(office)[0],
                end=span("M.Si.")[1],
                rule="office_comma_name",
                evidence=Evidence(page=1),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                start=span(QUOTE)[0],
                end=span(QUOTE)[1],
                text=QUOTE,
                direct=True,
                cue="kata",
                rule="quote_after",
                speaker="p1",
                speaker_name="Siti Aminah",
                evidence=Evidence(page=2),
            ),
        ),
        items=(
            Item(
                id="t1",
                kind="instruction",
                start=span(INSTRUCTION)[0],
                end=span(INSTRUCTION)[1],
                text=INSTRUCTION,
                action="menyerahkan data anak asuh",
                rule="meminta_agar",
                confidence=0.9,
                actor="pengurus panti",
                speaker="Siti Aminah",
                speaker_entity="p1",
                deadline=Deadline(text="paling lambat 20 Desember 2024", start="2024-12-20", end="2024-12-20"),
                evidence=Evidence(page=1),
            ),
            Item(
                id="t2",
                kind="need",
                start=span(NEED)[0],
                end=span(NEED)[1],
                text=NEED,
                action="bantuan operasional",
                rule="berharap",
                confidence=0.6,
                speaker="Ketua Forum",
                deadline=Deadline(text="sebelum Lebaran"),
                amount=Amount(text="Rp 25.000.000", value=25_000_000.0),
                topic="operational_aid",
                evidence=Evidence(table=1, row=3, cell=2),
            ),
        ),
    )


@pytest.fixture
def empty_news() -> Analysis:
    return Analysis(document=Header(id="b" * 64, source="berita/kabar.txt", media_type="text/plain", kind="news"), text="Cuaca cerah.")


@pytest.fixture
def failure() -> Failure:
    return Failure(
        source="rapat/rusak.pdf",
        code="damaged",
        message="rapat/rusak.pdf: berkas rusak dan tidak dapat dibaca (isi terpotong).",
        exit_code=3,
    )


@pytest.fixture
def results(minutes: Analysis, empty_news: Analysis, failure: Failure) -> list[Analysis | Failure]:
    return [minutes, failure, empty_news]


@pytest.fixture
def issue(minutes: Analysis) -> Issue:
    source = minutes.document.source
    member = IssueMember(document=minutes.document.id, source=source, start=span(NEED)[0], end=span(NEED)[1], page=2, text=NEED)
    other = IssueMember(document="c" * 64, source="arsip/maret.txt", start=0, end=9, page=None, text="dana operasional\nkurang")
    return Issue(
        issue="operational_aid",
        label="Bantuan operasional lembaga",
        topic="operational_aid",
        terms=("operasional", "bantuan"),
        members=(member, other, other, other),
        meetings=2,
        first_seen="2024-03-05",
        last_seen="2024-12-10",
        regions=("Kabupaten Sumberrejo",),
    )
