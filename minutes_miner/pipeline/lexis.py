"""What the pipeline looks words up in: the rulebook's lists and rules, compiled for tokens as this tokenizer cuts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.attrs import ORTH
from spacy.tokens import Doc

from minutes_miner.errors import ModelError
from minutes_miner.pipeline.matching import Matcher, as_cut, names_in
from minutes_miner.pipeline.symbols import SHAPES, SymbolTable
from minutes_miner.records import Label
from minutes_miner.rulebook.long_forms import LongForms
from minutes_miner.rulebook.model import Rulebook
from minutes_miner.rulebook.rules import Rule

LABELS: tuple[Label, ...] = ("PERSON", "OFFICE", "INSTITUTION", "PLACE", "DATE", "TIME", "MONEY", "QUANTITY")
MOST_KNOWN = 400_000
ASKED_BY_STEPS = (
    "according",
    "acting_markers",
    "action_marks",
    "acts",
    "addressing",
    "adverbs_said",
    "agents",
    "announcing",
    "asides",
    "attribution_ends",
    "before_it",
    "beside_quotes",
    "bidding",
    "breaks",
    "chairing",
    "clan_names",
    "clause_borders",
    "clause_openers",
    "clan_names",
    "clause_skips",
    "common_words",
    "complementisers",
    "conditionals",
    "contrasts",
    "degrees",
    "delivering",
    "districts",
    "districts.common",
    "document_titles",
    "done_words",
    "empty_boxes",
    "epithets",
    "event_words",
    "field_words",
    "filled_by",
    "given_names",
    "givers",
    "going_on",
    "gone_by",
    "group_nouns",
    "held",
    "holds",
    "institution_ends",
    "institution_heads",
    "issued",
    "institution_heads.part",
    "joiners",
    "letterhead_words",
    "list_openers",
    "letter_words",
    "me",
    "minutes_words",
    "modals_of_need",
    "months",
    "name_joiners",
    "name_links",
    "name_parts",
    "no_holder",
    "not_actions",
    "not_done_words",
    "not_names",
    "not_reporting",
    "otherwise",
    "noun_cues",
    "numerals",
    "obliging",
    "office_heads",
    "organisation_words",
    "own",
    "own_bodies",
    "own_mind",
    "passive_saying",
    "place_prefixes",
    "plural",
    "pronouns",
    "quote_marks",
    "reason_words",
    "referring_back",
    "renamings",
    "relatives",
    "results",
    "replacing",
    "reports",
    "saying",
    "saying_after",
    "settling",
    "skipped_lines",
    "sources",
    "speech_acts",
    "speaking_through",
    "speech_nouns",
    "strong_due",
    "titles",
    "thanks",
    "ticks",
    "told",
    "venue_words",
    "we",
    "weekdays",
    "while_saying",
)
NOT_LISTS = {*SHAPES, *LABELS, "any"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A list entry of several tokens, in lower case, with the label that marks it (`+` joins the lists that it stands in).

    `label` is for the phrase in any case ("" where every list asks for capitals), `capital_label` for the phrase with capitals.
    """

    words: tuple[str, ...]
    label: str
    capital_label: str


@dataclass(slots=True)
class RuleMatcher:
    """A rule with its compiled patterns."""

    rule: Rule
    matcher: Matcher


class Lexis:
    """The symbol table, the phrases and the compiled rules of a rulebook."""

    def __init__(self, rulebook: Rulebook, cut: Callable[[str], list[str]]) -> None:
        self.rulebook = rulebook
        self._cut = cut
        self._known: dict[int, tuple[str, str, str]] = {}
        patterns = {rule.id: [as_cut(tree, cut) for tree in rule.patterns] for rules in rulebook.rules.values() for rule in rules}
        words, names = names_in(tree for trees in patterns.values() for tree in trees)
        self._lists = self._wanted_lists({*names, *ASKED_BY_STEPS})
        words |= {name for name in names if name not in self._lists and name not in NOT_LISTS}
        any_case: dict[str, set[str]] = {}
        exact: dict[str, set[str]] = {}
        phrases: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
        for name, entries in self._lists.items():
            for word, case in entries:
                parts = tuple(cut(word))
                if len(parts) > 1:
                    key = tuple(part.lower() for part in parts)
                    phrases.setdefault(key, (set(), set()))[case != ""].add(name)
                elif case == "exact":
                    exact.setdefault(name, set()).add(word)
                elif case == "capital":
                    exact.setdefault(name, set()).update(_capital_forms(word))
                else:
                    any_case.setdefault(name, set()).add(word.lower())
        self.phrases: dict[str, dict[str, list[Phrase]]] = {}  # by the first word and the second
        for key, (anyhow, capital) in phrases.items():
            phrase = Phrase(key, "+".join(sorted(anyhow)), "+".join(sorted(anyhow | capital)))
            self.phrases.setdefault(key[0], {}).setdefault(key[1], []).append(phrase)
        every = [p for seconds in self.phrases.values() for options in seconds.values() for p in options]
        for seconds in self.phrases.values():
            for options in seconds.values():
                options.sort(key=lambda phrase: -len(phrase.words))
        labels = {label for p in every for label in (p.label, p.capital_label) if label}
        self.table = SymbolTable(any_case, exact, words, {*LABELS, *labels})
        marked = frozenset({*LABELS, *(name for label in labels for name in label.split("+"))})
        self.layers: dict[str, list[RuleMatcher]] = {
            layer: [RuleMatcher(rule, Matcher(patterns[rule.id], self.table, marked)) for rule in rules if rule.patterns]
            for layer, rules in rulebook.rules.items()
        }

    def tokens(self, doc: Doc) -> tuple[list[str], list[str], list[str]]:
        """The texts of a Doc's tokens, the same in lower case, and their symbols."""
        known = self._known
        hashes = doc.to_array(ORTH).tolist()
        try:
            entries = [known[key] for key in hashes]
        except KeyError:
            strings, symbol, informal = doc.vocab.strings, self.table.symbol, self.long_forms.informal
            for key in hashes:
                if key not in known:
                    text = strings[key]
                    norm = informal.get(text, text)
                    known[key] = (text, norm.lower(), symbol(norm))
            entries = [known[key] for key in hashes]
        if len(known) > MOST_KNOWN:
            known.clear()
        return [e[0] for e in entries], [e[1] for e in entries], [e[2] for e in entries]

    @cached_property
    def labels(self) -> dict[str, str]:
        """Header labels and section headings of minutes in lower case -> what they stand for."""
        rows = self.rulebook.lists["minutes_labels"].rows.items()
        return {" ".join(self._cut(word)).lower(): row["field"] for word, row in rows}

    @cache  # noqa: B019
    def affixes(self, kind: str) -> tuple[str, ...]:
        """The prefixes or suffixes of one class (`passive`, `causative`, `clitic`, ...)."""
        return tuple(self.rulebook.lists[f"affixes.{kind}"].any_case)

    def _with_clitic(self, name: str) -> frozenset[str]:
        return frozenset(word + end for word in self.rulebook.lists[name].any_case if " " not in word for end in self.affixes("clitic"))

    @cached_property
    def after_nya(self) -> frozenset[str]:
        """Saying verbs with the clitic (`ujarnya`)."""
        return self._with_clitic("saying_after")

    @cached_property
    def telling_nya(self) -> frozenset[str]:
        """Every form with a clitic that reports what the last speaker said."""
        return self.after_nya | self.according_nya

    @cached_property
    def hearsay(self) -> frozenset[str]:
        """Forms with a clitic that tell what people say (`katanya`)."""
        return frozenset(self.rulebook.lists["hearsay"].any_case)

    @cached_property
    def according_nya(self) -> frozenset[str]:
        """`menurutnya` and `katanya`-like openers with the clitic."""
        return self._with_clitic("according") - self.after_nya

    @cached_property
    def standings(self) -> dict[str, int]:
        """Words of posts and bodies -> how high they stand (5 the state, 0 the public)."""
        return {word.lower(): int(row["rank"]) for word, row in self.rulebook.lists["standing"].rows.items()}

    @cached_property
    def plurals(self) -> frozenset[str]:
        """Words that make many of one (`para`, `setiap`)."""
        return frozenset(self.rulebook.lists["plural"].any_case)

    @cached_property
    def humble(self) -> frozenset[str]:
        """Verbs of asking upward."""
        return frozenset(self.rulebook.lists["humble"].any_case)

    @cached_property
    def bodies(self) -> dict[str, str]:
        """Kinds of bodies that a document names in short (`Dinas`, `Dewan`) -> the word that the full name begins with or holds."""
        return {word.lower(): row["meant"] or word.lower() for word, row in self.rulebook.lists["own_bodies"].rows.items()}

    @cached_property
    def agencies(self) -> frozenset[str]:
        """Those of them that are offices of the government."""
        return frozenset(word for word, row in self.rulebook.lists["own_bodies"].rows.items() if row["class"] == "agency")

    @cached_property
    def begging(self) -> frozenset[str]:
        """Those of them that ask upward even where it is said who is asked."""
        return frozenset(self.rulebook.lists["humble.begging"].any_case)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Nouns of people and bodies that may act."""
        return frozenset(self.rulebook.lists["group_nouns"].any_case)

    @cached_property
    def events(self) -> frozenset[str]:
        """Words for events (`rapat`)."""
        return frozenset(self.rulebook.lists["event_words"].any_case)

    @cached_property
    def at_places(self) -> frozenset[str]:
        """Prepositions before a venue."""
        return frozenset(self.rulebook.lists["at_places"].any_case)

    @cached_property
    def ahead(self) -> frozenset[str]:
        """Last words of dates that lie ahead (`bulan depan`)."""
        return frozenset(self.rulebook.lists["ahead"].any_case)

    @cached_property
    def behind(self) -> frozenset[str]:
        """Last words of dates that lie behind (`tahun lalu`)."""
        return frozenset(self.rulebook.lists["behind"].any_case)

    @cached_property
    def led(self) -> frozenset[str]:
        """First words of posts and bodies that stand as high as the lowest thing in their name (`Ketua Forum Panti`)."""
        return frozenset(self.rulebook.lists["led"].any_case)

    @cached_property
    def confidences(self) -> dict[str, float]:
        """Rule -> how sure its finds are, for rules that steps apply without a pattern."""
        return {rule.id: rule.confidence for rules in self.rulebook.rules.values() for rule in rules}

    @cached_property
    def budget_words(self) -> frozenset[str]:
        """First words of periods that name a budget (`tahun anggaran 2026`)."""
        return frozenset(self.rulebook.lists["budget_words"].any_case)

    @cached_property
    def owner_labels(self) -> frozenset[str]:
        """Labels before the one who is to act (`PIC`)."""
        return frozenset(self.rulebook.lists["owner_labels"].any_case)

    @cached_property
    def tail_labels(self) -> frozenset[str]:
        """Labels that open a bracket with an owner or a deadline at the end of a row."""
        return self.owner_labels | self.due_labels

    @cached_property
    def due_labels(self) -> frozenset[str]:
        """Labels before a deadline in running text."""
        return frozenset(self.rulebook.lists["due_labels"].any_case)

    @cached_property
    def acting(self) -> frozenset[str]:
        """Acting markers without their stop, in lower case."""
        return frozenset(word.strip(".").lower() for word in self.rulebook.lists["acting_markers"].rows)

    @cached_property
    def degree_letters(self) -> frozenset[str]:
        """The letters of all degrees, without signs, in lower case."""
        return frozenset("".join(char for char in word.lower() if char.isalpha()) for word in self.rulebook.lists["degrees"].rows)

    @cached_property
    def long_forms(self) -> LongForms:
        """Abbreviations with what they stand for."""
        return LongForms(self.rulebook.lists)

    def _wanted_lists(self, names: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """The lists that patterns name, as (word, case) pairs; the gazetteer's names count as lists too."""
        gazetteer = self.rulebook.gazetteer
        wanted: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(names):
            if name == "regions":
                wanted[name] = [self._place_word(word) for word in gazetteer.regions]
            elif name == "regions.common":
                wanted[name] = [self._place_word(word) for word, entries in gazetteer.regions.items() if any(e.common for e in entries)]
            elif name == "regions.abroad":
                wanted[name] = [self._place_word(word) for word, entries in gazetteer.regions.items() if any(e.abroad for e in entries)]
            elif name == "districts":
                wanted[name] = [(word, "capital") for word in gazetteer.districts if word not in gazetteer.regions]
            elif name == "districts.common":
                wanted[name] = [(word, "capital") for word, entries in gazetteer.districts.items() if any(e.common for e in entries)]
            elif name in self.rulebook.lists and name not in wanted:
                word_list = self.rulebook.lists[name]
                wanted[name] = [(word, row["case"]) for word, row in word_list.rows.items()]
        return wanted

    def _place_word(self, word: str) -> tuple[str, str]:
        written = self.rulebook.gazetteer.as_written.get(word)
        return (written, "exact") if written is not None else (word, "capital")

    def unknown_names(self) -> list[tuple[Rule, str]]:
        """Names in `<...>` that are neither a list nor a shape nor a label, with the rule that uses them."""
        faults = []
        for rules in self.rulebook.rules.values():
            for rule in rules:
                _, names = names_in(rule.patterns)
                kept = {n for tree in rule.patterns for n in _kept_names(tree)}
                faults += [(rule, n) for n in sorted(kept & names) if n not in self._lists and n not in NOT_LISTS]
        return faults


def _capital_forms(word: str) -> tuple[str, ...]:
    """How a word that asks for a capital may be written."""
    forms = (word[0].upper() + word[1:].lower(), word.upper())
    return forms if word[0].islower() else (word, *forms)


def _kept_names(tree: object) -> set[str]:
    from minutes_miner.rulebook.notation import Choice, Not, Repeat, TokenSet

    if isinstance(tree, TokenSet):
        return set(tree.names)
    if isinstance(tree, Repeat | Not):
        return _kept_names(tree.part)
    if isinstance(tree, Choice):
        return {name for option in tree.options for node in option for name in _kept_names(node)}
    return set()


def check_names(lexis: Lexis) -> None:
    """Refuse a rule that names an unknown list or label.

    Raises:
        ModelError: with the rule's file and line.
    """
    for rule, name in lexis.unknown_names():
        raise ModelError(
            rule.where, fault=f"unknown list or label <{name}>", remedy=f"Add lexicon/{name.split('.')[0]}.csv or correct the name"
        )
