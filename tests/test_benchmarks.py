"""The scorer of the benchmarks on a tiny invented annotation, with figures that were worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.accuracy import first_faults, report
from benchmarks.annotated import Due, Facts, Holder, Item, Mention, Statement, by_hand, facts_of, read_annotated
from benchmarks.comparison import HALVES, compare, compare_all
from benchmarks.figures import confidence, fields, header, layers
from benchmarks.made_files import Made, prose_pdf, tables_pdf, word_file
from benchmarks.matching import common_part, pair, same_name
from benchmarks.mining import texts_at, unmet
from benchmarks.printing import table
from benchmarks.reading import Read, Reader, cells_right, exponent, letters_right, ours, ours_word
from benchmarks.rules import verdicts
from minutes_miner.pipeline.tokenizer import build_tokenizer
from minutes_miner.records import Analysis, Deadline, Header, Office, Person
from minutes_miner.records import Holder as FoundHolder
from minutes_miner.records import Item as FoundItem

TEXT = "Camat Sukamaju, Rina Hartati, meminta para lurah mengirim data panti paling lambat 5 Mei 2025. Panti kekurangan beras."
ANNOTATION = {
    "id": "camat",
    "text": TEXT,
    "mentions": [
        {"label": "OFFICE", "start": 0, "end": 14},
        {"label": "PERSON", "start": 16, "end": 28},
        {"label": "PERSON", "start": 16, "end": 20},
        {"label": "DATE", "start": 83, "end": 93},
    ],
    "optional": [{"start": 95, "end": 100}],
    "holders": [{"person": "Rina Hartati", "office": "Camat Sukamaju"}],
    "statements": [{"start": 43, "end": 93, "direct": False, "speaker": "Rina Hartati"}],
    "items": [
        {"start": 38, "end": 93, "kind": "instruction", "actor": "para lurah", "deadline": {"text": "5 Mei 2025", "date": "2025-05-05"}},
        {"start": 95, "end": 117, "kind": "need", "topic": "food"},
    ],
}
ANNOTATED = by_hand(ANNOTATION, "camat")
FOUND = Facts(
    id="camat",
    text=TEXT,
    mentions=(
        Mention(label="OFFICE", start=0, end=14, rule="office.head"),
        Mention(label="PERSON", start=16, end=28, rule="person.after"),
        Mention(label="PERSON", start=30, end=37, rule="person.after"),  # false
        Mention(label="INSTITUTION", start=95, end=100, rule="institution.home"),  # in the optional place: counts for nobody
    ),
    holders=(
        Holder(person="RINA HARTATI", office="Camat Sukamaju", rule="holder.comma"),
        Holder(person="Rina Hartati", office="Lurah", rule="holder.comma"),  # false
    ),
    statements=(Statement(start=38, end=93, direct=False, speaker="Camat Sukamaju", rule="statement.ask"),),  # the wrong speaker
    items=(
        Item(
            start=38,
            end=93,
            kind="instruction",
            actors=("lurah",),
            due=Due(day="2025-05-06"),
            confidence=0.9,
            rule="instruction.ask",
        ),
        Item(start=95, end=117, kind="decision", topic="food", confidence=0.6, rule="decision.any"),  # the wrong kind
    ),
)


def test_figures_are_those_worked_out_by_hand() -> None:
    tallies = layers([compare(ANNOTATED, FOUND)])

    def counts(name: str) -> tuple[int, int, int]:
        return tallies[name].right, tallies[name].annotated, tallies[name].found

    assert counts("PERSON") == (1, 1, 2), "the short name inside the long one does not count"
    assert counts("OFFICE") == (1, 1, 1)
    assert counts("INSTITUTION") == (0, 0, 0)
    assert counts("DATE") == (0, 1, 0)
    assert counts("holders") == (1, 1, 2)
    assert counts("indirect statements") == (1, 1, 1)
    assert counts("indirect statements, attributed") == (0, 1, 1)
    assert counts("items") == (2, 2, 2)
    assert counts("items, with kind") == (1, 2, 2)
    person = tallies["PERSON"]
    assert (person.precision, person.recall) == (0.5, 1.0)
    assert person.f1 == pytest.approx(2 / 3)
    assert (tallies["DATE"].precision, tallies["DATE"].recall, tallies["DATE"].f1) == (0, 0, 0)


def test_fields_count_where_the_annotation_has_them() -> None:
    found = fields([compare(ANNOTATED, FOUND)])
    assert found == {
        "actor": (1, 1),
        "speaker": (0, 0),
        "deadline": (0, 1),
        "no deadline": (1, 1),
        "amount": (0, 0),
        "topic": (1, 1),
        "status": (2, 2),
    }


def test_a_deadline_without_a_day_asks_only_for_a_deadline() -> None:
    wanted = Item(start=0, end=9, kind="need", due=Due(day=None))
    found = Item(start=0, end=9, kind="need", due=Due(day="2025-05-06"))
    compared = compare(Facts(id="a", text=TEXT, items=(wanted,)), Facts(id="a", text=TEXT, items=(found,)))
    assert fields([compared])["deadline"] == (1, 1)


def test_confidence_counts_items_at_or_above_a_level() -> None:
    levels = confidence([compare(ANNOTATED, FOUND)])
    assert {level: (tally.right, tally.found) for level, tally in levels.items()} == {
        0.9: (1, 1),
        0.8: (1, 1),
        0.7: (1, 1),
        0.6: (1, 2),
        0.0: (1, 2),
    }


def test_rules_stand_with_the_worst_first() -> None:
    judged = [(verdict.rule, verdict.right, verdict.wrong) for verdict in verdicts([compare(ANNOTATED, FOUND)])]
    assert judged == [
        ("decision.any", 0, 1),
        ("statement.ask", 0, 1),
        ("holder.comma", 1, 1),
        ("person.after", 1, 1),
        ("instruction.ask", 1, 0),
        ("office.head", 1, 0),
    ]


def test_the_report_shows_figures_with_their_aims_and_the_first_faults() -> None:
    compared = compare(ANNOTATED, FOUND)
    line = next(line for line in report([compared], markdown=True).splitlines() if line.startswith("| PERSON"))
    assert [cell.strip() for cell in line.strip("|").split("|")] == ["PERSON", "0.500", "1.000", "0.667", "0.95", "1", "2"]
    words = first_faults([compared], 1)
    assert "false PERSON: 1\n  camat | meminta | " in words
    assert "missed DATE: 1\n  camat | 5 Mei 2025 | " in words
    assert "speaker of indirect statement: 1\n  camat | Rina Hartati, found Camat Sukamaju | " in words
    assert "kind of item: 1\n  camat | need, found decision | Panti kekurangan beras | decision.any" in words
    assert "deadline of item: 1\n" in words


def test_texts_that_differ_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="camat: the text that was mined is not the annotated one"):
        compare(ANNOTATED, Facts(id="camat", text=TEXT + " "))


def test_the_best_partners_are_paired_first() -> None:
    wanted = [Mention(label="PLACE", start=0, end=10), Mention(label="PLACE", start=5, end=15)]
    found = [Mention(label="PLACE", start=4, end=15), Mention(label="PLACE", start=40, end=50)]
    matched = pair(wanted, found, common_part, 0.3)
    assert (matched.pairs, matched.missed, matched.false) == ([(wanted[1], found[0])], [wanted[0]], [found[1]])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rina Hartati", "RINA", True),
        ("Dinas Sosial (Dinsos)", "Dinas Sosial", True),
        ("Rina Hartati", "Rina Kusuma", False),
        ("Rina", None, False),
        ("", "", False),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


def test_records_of_the_product_stand_by_name() -> None:
    facts = facts_of(
        Analysis(
            document=Header(id="d", source="d", media_type="text/plain", kind="news"),
            text=TEXT,
            people=(Person(id="p1", name="Rina Hartati"),),
            offices=(Office(id="o1", name="Camat Sukamaju", role="Camat"),),
            holders=(FoundHolder(person="p1", office="o1", acting=False, start=0, end=28, rule="holder.comma"),),
            items=(
                FoundItem(
                    id="t1",
                    kind="instruction",
                    start=38,
                    end=93,
                    text=TEXT[38:93],
                    action="mengirim data panti",
                    rule="instruction.ask",
                    confidence=0.8,
                    actor="Camat",
                    actor_entity="o1",
                    speaker_entity="p1",
                    deadline=Deadline(text="5 Mei 2025", start="2025-05-05"),
                ),
            ),
        )
    )
    assert facts.holders == (Holder(person="Rina Hartati", office="Camat Sukamaju", rule="holder.comma"),)
    assert facts.items[0].actors == ("Camat", "Camat Sukamaju")
    assert facts.items[0].speakers == ("Rina Hartati",)
    assert facts.items[0].due == Due(day="2025-05-05")


def test_other_json_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "camat.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    (tmp_path / "blocks.json").write_text("[]", encoding="utf-8")
    (tmp_path / "camat.txt").write_text(TEXT, encoding="utf-8")
    assert read_annotated([tmp_path]) == [ANNOTATED]
    assert texts_at([str(tmp_path)]) == [TEXT]
    assert texts_at([str(tmp_path / "camat.txt")]) == [TEXT]


def test_an_empty_tokenizer_cuts_like_the_one_that_it_is_made_from() -> None:
    import spacy

    known = build_tokenizer(spacy.blank("xx").vocab, ["Drs."])
    known(TEXT)
    empty = unmet(known)
    assert "Sukamaju" not in empty.vocab.strings
    assert [token.text for token in empty(f"Drs. Agus, {TEXT}")] == [token.text for token in known(f"Drs. Agus, {TEXT}")]


def test_a_table_for_a_page_is_markdown() -> None:
    assert table(("rule", "right"), [("a", "10")], markdown=True) == "| rule | right |\n| ---- | ----: |\n| a    |    10 |"
    assert table(("rule", "right"), [("a", "10")], markdown=False) == "rule  right\na        10"


def test_where_only_names_are_annotated_nothing_else_is_judged(tmp_path: Path) -> None:
    line = {"id": "n", "text": TEXT, "spans": [{"label": "PER", "start": 16, "end": 28}, {"label": "MISC", "start": 0, "end": 5}]}
    (tmp_path / "names.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (document,) = read_annotated([tmp_path])
    inside = Mention(label="PLACE", start=6, end=14)  # in the office
    compared = compare(document, replace(FOUND, mentions=(*FOUND.mentions, inside)))
    assert sorted(compared.mentions) == ["INSTITUTION", "PERSON", "PLACE"]
    assert (len(compared.mentions["PERSON"].pairs), compared.mentions["PLACE"].found, compared.items.found) == (1, 0, 0)


def test_header_fields_are_counted_where_they_are_annotated() -> None:
    wanted = replace(ANNOTATED, header={"date": "2025-05-02", "chair": "Rina Hartati", "venue": "Aula"})
    compared = compare(wanted, replace(FOUND, header={"date": "2025-05-03", "chair": "RINA HARTATI, S.Sos"}))
    assert header([compared]) == {"date": (0, 1), "chair": (1, 1), "venue": (0, 1)}
    assert "date of document: 1\n  camat | 2025-05-02, found 2025-05-03" in first_faults([compared], 1)


def test_a_document_stays_in_its_half(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.json").write_text(json.dumps({**ANNOTATION, "id": name}), encoding="utf-8")
    halves = {half: [compared.document.id for compared in compare_all([tmp_path], half)] for half in HALVES}
    assert all(halves.values())
    assert sorted(halves["first"] + halves["second"]) == ["a", "b", "c", "d"]


def test_letters_right_are_those_in_words_in_the_true_order() -> None:
    made = Made(b"", 1, ["Rapat dibuka ketua.", "Rapat ditutup."])
    assert letters_right(made, Read("Rapat dibuka ketua. Rapat ditutup.")) == 1
    assert letters_right(made, Read("Rapat ditutup. Rapat dibuka ketua.")) == pytest.approx(17 / 30)


def test_cells_right_are_those_in_whole_rows() -> None:
    made = Made(b"", 1, [], [("1", "Mendata"), ("2", "Melapor")])
    assert cells_right(made, Read("", [("1", "Mendata"), ("2", "Mela")])) == 0.5
    assert cells_right(made, Read("", [["1", "Mendata"], ["2", "Mela\npor"], ["2", "Melapor"]])) == 1
    assert cells_right(Made(b"", 1, []), Read("")) is None


@pytest.mark.parametrize(
    ("made", "reader"), [(prose_pdf(2, columns=2), ours), (tables_pdf(2), ours), (word_file(2), ours_word)], ids=["prose", "tables", "Word"]
)
def test_made_files_are_read_as_they_were_made(made: Made, reader: Reader) -> None:
    read = reader(made.data)
    assert letters_right(made, read) > 0.99
    assert cells_right(made, read) in (None, 1)


def test_growth_is_the_slope_on_logarithmic_scales() -> None:
    assert exponent([(1, 5), (2, 20), (4, 80)]) == pytest.approx(2)
