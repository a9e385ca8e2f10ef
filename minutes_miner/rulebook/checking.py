"""The faults of a model folder that show without running it, all of them, so that they can be mended in one go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

from minutes_miner.errors import ModelError
from minutes_miner.records import Label
from minutes_miner.rulebook.calendar import load_readers
from minutes_miner.rulebook.gazetteer import COLUMNS
from minutes_miner.rulebook.model import load_rulebook
from minutes_miner.rulebook.rules import ITEM_KINDS, Rule, load_rule_file
from minutes_miner.rulebook.tables import Row, read_rows
from minutes_miner.rulebook.topics import load_topics

MENTIONS = get_args(Label)
SEARCHING = ("times", "places", "institutions", "offices", "people", "amounts", "deadlines")
LABELS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((*SEARCHING, "entities"), MENTIONS),
    "deadlines": ("DUE", "DAY"),
    "holders": ("HOLDER",),
    "statements": ("STATEMENT",),
    "items": ("ITEM",),
}
CASES = ("", "exact", "capital")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


def check(folder: Path) -> list[ModelError]:
    """Every fault of the model in `folder`, file by file; empty for a sound one.

    A file that cannot be read counts as one fault, and the others are read all the same. What only shows when all files are put together
    (a list that is missing, a month without its number) is looked for last.
    """
    faults = [
        *_rule_faults(folder / "rules"),
        *_each(folder / "lexicon", "csv", _list_faults),
        *_gazetteer_faults(folder / "gazetteers"),
        *_topic_faults(folder),
    ]
    known = {fault.where for fault in faults}
    return faults + [fault for fault in _faults_of_the_whole(folder) if fault.where not in known]


def _each(folder: Path, ending: str, faults_of: Callable[[Path], Iterable[ModelError]]) -> Iterator[ModelError]:
    """The faults of the files of one folder, in order; a file that ends otherwise is never read, and that is a fault too."""
    for path in sorted(folder.glob("[!.]*")):
        if path.suffix == f".{ending}":
            try:
                yield from faults_of(path)
            except ModelError as fault:
                yield fault
        elif path.is_file() and not path.name.endswith("~"):
            yield _fault(
                path,
                ("berkas ini tidak pernah dibaca", "this file is never read"),
                (f"Simpan sebagai .{ending} atau pindahkan", f"Save it as .{ending} or move it away"),
            )


def _rule_faults(folder: Path) -> Iterator[ModelError]:
    seen: dict[str, str] = {}

    def faults_of(path: Path) -> Iterator[ModelError]:
        layer, rules = load_rule_file(path)
        if not rules:
            yield _fault(
                f"{path}:1",
                ("berkas ini tidak berisi aturan", "this file holds no rule"),
                ("Tulis aturan di bawah rules: atau hapus berkasnya", "Write a rule below rules: or delete the file"),
            )
        for rule in rules:
            yield from _misfits(rule, layer)
            first = seen.setdefault(rule.id, rule.where)
            if first != rule.where:
                yield _fault(
                    rule.where,
                    (f"aturan {rule.id} sudah ada di {first}", f"the rule {rule.id} is already in {first}"),
                    ("Beri salah satunya id lain", "Give one of them another id"),
                )

    return _each(folder, "yml", faults_of)


def _misfits(rule: Rule, layer: str) -> Iterator[ModelError]:
    """Where a rule does not fit the layer that it stands in."""
    labels = LABELS.get(layer, ())
    if rule.label not in labels:
        choices = ", ".join(labels)
        yield _fault(
            rule.where,
            (f"label {rule.label} tidak dikenal di lapisan {layer}", f"the layer {layer} does not know the label {rule.label}"),
            (f"Pakai {choices}", f"Use {choices}") if labels else ("Pindahkan ke lapisan lain", "Move the rule to another layer"),
        )
    if layer in SEARCHING and not rule.patterns:
        yield _fault(
            rule.where,
            (f"aturan {rule.id} tidak punya pola", f"the rule {rule.id} has no patterns"),
            ("Tulis sedikitnya satu pola di bawah patterns:", "Write at least one pattern below patterns:"),
        )
    if layer not in SEARCHING and layer != "items" and rule.patterns:
        yield _fault(
            rule.where,
            (f"pola di lapisan {layer} tidak pernah dijalankan", f"patterns in the layer {layer} are never run"),
            ("Hapus patterns, atau pindahkan aturannya ke lapisan lain", "Remove patterns, or move the rule to another layer"),
        )
    if layer == "items" and rule.patterns and not rule.kind:
        yield _fault(
            rule.where,
            (f"aturan {rule.id} tidak menyebut jenis butir", f"the rule {rule.id} does not say which kind of item it finds"),
            (f"Tambahkan kind, salah satu dari {', '.join(ITEM_KINDS)}", f"Add kind, one of {', '.join(ITEM_KINDS)}"),
        )


def _list_faults(path: Path) -> Iterator[ModelError]:
    rows = read_rows(path, required=("word",))
    if not rows:
        yield _fault(
            f"{path}:1",
            ("daftar ini kosong", "this list is empty"),
            ("Tulis sedikitnya satu kata", "Write at least one word"),
        )
    for row in rows:
        if row["case"] not in CASES:
            yield _fault(
                row.where,
                (f"nilai {row['case']} di kolom case tidak dikenal", f"unknown value {row['case']} in the column case"),
                ("Tulis exact atau capital, atau kosongkan", "Write exact or capital, or leave it empty"),
            )
    yield from _doubles(rows, lambda row: (row["word"], row["case"]))


def _gazetteer_faults(folder: Path) -> Iterator[ModelError]:
    every: list[Row] = []

    def faults_of(path: Path) -> Iterator[ModelError]:
        rows = read_rows(path, required=COLUMNS)
        if not rows:
            yield _fault(
                f"{path}:1",
                ("daftar ini kosong", "this list is empty"),
                ("Tulis sedikitnya satu wilayah", "Write at least one region"),
            )
        for row in rows:
            yield from _region_faults(row)
        every.extend(rows)

    yield from _each(folder, "csv", faults_of)
    yield from _doubles(every, lambda row: row["id"])


def _region_faults(row: Row) -> Iterator[ModelError]:
    for column in ("name", "kind"):
        if not row[column]:
            yield _fault(
                row.where,
                (f"kolom {column} kosong", f"the column {column} is empty"),
                ("Isi, atau hapus barisnya", "Fill it, or delete the row"),
            )
    for column in ("valid_from", "valid_until"):
        if row[column] and not DAY.match(row[column]):
            yield _fault(
                row.where,
                (f"{row[column]} di kolom {column} bukan tanggal", f"{row[column]} in the column {column} is no date"),
                ("Tulis seperti 2012, 2012-10, atau 2012-10-25", "Write it like 2012, 2012-10 or 2012-10-25"),
            )
    common = row["common_word"]
    if common not in ("", "0", "1"):
        yield _fault(
            row.where,
            (f"nilai {common} di kolom common_word tidak dikenal", f"unknown value {common} in the column common_word"),
            ("Tulis 1 bila namanya juga kata biasa, jika tidak 0", "Write 1 where the name is an ordinary word too, else 0"),
        )


def _doubles(rows: Iterable[Row], key_of: Callable[[Row], object]) -> Iterator[ModelError]:
    """The rows that repeat an earlier one, each with the place of both."""
    seen: dict[object, str] = {}
    for row in rows:
        first = seen.setdefault(key_of(row), row.where)
        if first != row.where:
            word = next(iter(row.cells.values()))
            yield _fault(
                row.where,
                (f"{word} sudah ada di {first}", f"{word} is already in {first}"),
                ("Hapus salah satunya", "Delete one of the two"),
            )


def _topic_faults(folder: Path) -> list[ModelError]:
    try:
        return load_topics(folder).broken_examples()
    except ModelError as fault:
        return [fault]


def _faults_of_the_whole(folder: Path) -> list[ModelError]:
    try:
        load_readers(load_rulebook(folder))
    except ModelError as fault:
        return [fault]
    return []


def _fault(where: object, fault: tuple[str, str], remedy: tuple[str, str]) -> ModelError:
    """A fault in Indonesian and English."""
    return ModelError(where, fault=_both(fault), remedy=_both(remedy))


def _both(words: tuple[str, str]) -> dict[str, str]:
    return {"id": words[0], "en": words[1]}
