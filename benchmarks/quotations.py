"""How much is found around the quotations of whole news articles: people, their roles and affiliations, what they said, who said it.

    python -m benchmarks.quotations ARTICLES.jsonl... [--errors N] [--markdown]

A line holds `text`, `spans` with the labels PERSON, PERSONCOREF, ROLE, AFFILIATION, STATEMENT, and `attributions`: pairs of numbers of
spans, `statement` and `speaker`, as in the public corpus PFSA-ID. It annotates only what belongs to the direct quotations of public
figures, so nothing can be called false here and only recall is counted:

- PERSON: a person with the same borders;
- ROLE: an office that begins there and reaches as far, or shares four fifths of what the two cover;
- AFFILIATION: an institution that shares three fifths, or an office around it;
- STATEMENT: a statement that shares half;
- SPEAKER, of statements that were found: the annotated name, the person of whom that place is a mention, or any person where a pronoun is
  annotated.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.annotated import Mention as Span
from benchmarks.matching import common_part, part_of_shorter, same_name
from benchmarks.printing import table
from minutes_miner.miner import Miner
from minutes_miner.records import Analysis, Mention, Statement

Json: TypeAlias = dict[str, Any]

AIMS = {"STATEMENT": 0.97, "SPEAKER": 0.92, "ROLE": 0.85, "AFFILIATION": 0.80, "PERSON": 0.92}
PEOPLE = ("PERSON", "PERSONCOREF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether one annotated thing was found."""

    layer: str
    right: bool
    words: str


def judged(article: Json, analysis: Analysis) -> Iterator[Verdict]:
    """A verdict for everything that is annotated in an article."""
    text = analysis.text
    spans = [Span(label=span["label"], start=span["start"], end=span["end"]) for span in article["spans"]]
    said = {place: _statement(span, analysis) for place, span in enumerate(spans) if span.label == "STATEMENT"}
    for place, span in enumerate(spans):
        if span.label in AIMS:
            right = said[place] is not None if place in said else _named(span, analysis)
            yield Verdict(layer=span.label, right=right, words=_quote(text, span))
    for link in article["attributions"]:
        found = said.get(link["statement"])
        speaker = spans[link["speaker"]] if link["speaker"] is not None else None
        if found is not None and speaker is not None and speaker.label in PEOPLE:
            words = f"{_quote(text, speaker)}, found {found.speaker_name} | {_quote(text, spans[link['statement']])}"
            yield Verdict(layer="SPEAKER", right=_speaks(speaker, found, analysis), words=words)


def _named(span: Span, analysis: Analysis) -> bool:
    if span.label == "PERSON":
        return any((person.start, person.end) == (span.start, span.end) for person in _of(analysis, "PERSON"))
    if span.label == "ROLE":
        return any(
            (office.start == span.start and office.end >= span.end) or common_part(office, span) >= 0.8
            for office in _of(analysis, "OFFICE")
        )
    around = (office for office in _of(analysis, "OFFICE") if office.end >= span.end and part_of_shorter(office, span) == 1)
    return any(around) or any(common_part(body, span) >= 0.6 for body in _of(analysis, "INSTITUTION"))


def _of(analysis: Analysis, label: str) -> list[Mention]:
    return [mention for mention in analysis.mentions if mention.label == label]


def _statement(span: Span, analysis: Analysis) -> Statement | None:
    best = max(analysis.statements, key=lambda statement: common_part(statement, span), default=None)
    return best if best is not None and common_part(best, span) >= 0.5 else None


def _speaks(annotated: Span, found: Statement, analysis: Analysis) -> bool:
    words = analysis.text[annotated.start : annotated.end]
    person = next((person for person in analysis.people if person.id == found.speaker), None)
    if person is None:
        return same_name(words, found.speaker_name)
    mentions = [mention for mention in analysis.mentions if mention.id in person.mentions]
    pronoun = annotated.label == "PERSONCOREF" and not words[:1].isupper()
    return pronoun or same_name(words, person.name) or any(part_of_shorter(mention, annotated) == 1 for mention in mentions)


def _quote(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())[:90]


def report(verdicts: Sequence[Verdict], *, markdown: bool) -> str:
    """A line for each layer with its aim."""
    of = Counter(verdict.layer for verdict in verdicts)
    right = Counter(verdict.layer for verdict in verdicts if verdict.right)
    rows = [
        (layer, str(right[layer]), str(of[layer]), f"{right[layer] / of[layer]:.3f}", f"{aim:.2f}")
        for layer, aim in AIMS.items()
        if of[layer]
    ]
    return table(("layer", "found", "annotated", "share", "aim"), rows, markdown=markdown)


def main() -> None:
    """Mines, judges and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path, help="JSON Lines, an article a line")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print the first N misses of each layer")
    parser.add_argument("--markdown", action="store_true", help="a table for RESULTS.md")
    arguments = parser.parse_args()
    miner = Miner()
    verdicts: list[Verdict] = []
    missed: dict[str, list[str]] = defaultdict(list)
    for line in (line for path in arguments.articles for line in path.read_text(encoding="utf-8").splitlines()):
        article = json.loads(line)
        found = list(judged(article, miner.mine_text(article["text"], id=article["id"])))
        verdicts += found
        for verdict in found:
            if not verdict.right:
                missed[verdict.layer].append(f"  {article['id']} | {verdict.words}")
    print(report(verdicts, markdown=arguments.markdown))
    for layer, lines in missed.items() if arguments.errors else ():
        print("\n".join(("", f"missed {layer}: {len(lines)}", *lines[: arguments.errors])))


if __name__ == "__main__":
    main()
