"""The pipeline: a spaCy `Language` for Indonesian minutes, and the analysis of one document."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from minutes_miner.documents.plain import document_of_text
from minutes_miner.pipeline import carrier
from minutes_miner.pipeline.harvest import harvest
from minutes_miner.pipeline.lexis import Lexis, check_names
from minutes_miner.pipeline.order import STEPS
from minutes_miner.pipeline.sheet import Found, make_sheet
from minutes_miner.pipeline.steps.values import Readers
from minutes_miner.pipeline.tokenizer import build_tokenizer
from minutes_miner.pipeline.work import Work
from minutes_miner.records import Analysis, Block, Document
from minutes_miner.rulebook.calendar import load_readers
from minutes_miner.rulebook.model import Rulebook

COMPONENT = "minutes_miner"
KEPT_WHOLE = ("titles", "degrees", "abbreviations", "acting_markers", "place_prefixes", "institution_heads", "office_heads", "name_parts")


class Pipeline:
    """The steps with the model that they use.

    Args:
        rulebook: a loaded model.

    Raises:
        ModelError: a rule that names an unknown list.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.nlp = spacy.blank("xx")
        keep = {word for name in KEPT_WHOLE for word in rulebook.lists[name].rows if "." in word or "," in word}
        fused = rulebook.lists["place_prefixes"].any_case
        self.nlp.tokenizer = build_tokenizer(self.nlp.vocab, keep, fused)
        cutter = build_tokenizer(self.nlp.vocab, keep, fused)
        self.lexis = Lexis(rulebook, lambda word: [word] if word.isalpha() else [token.text for token in cutter(word)])
        check_names(self.lexis)
        self.readers = Readers(*load_readers(rulebook))

    def work(self, doc: Doc, text: str, blocks: tuple[Block, ...], *, proposals: list[Found] | None = None) -> Work:
        """The findings in a tokenised text; `proposals` takes every span that a rule proposes for a mention."""
        work = Work(make_sheet(doc, text, self.lexis, blocks))
        work.sheet.proposals = proposals
        for _, step in STEPS:
            step(work, blocks, self.readers)
        return work

    def analyse(self, document: Document) -> Analysis:
        """The records of a document."""
        return self.worked(document)[1]

    def worked(self, document: Document, *, proposals: list[Found] | None = None) -> tuple[Work, Analysis]:
        """What the steps worked out about a document, and the records made of it."""
        work = self.work(self.nlp.tokenizer(document.text), document.text, document.blocks, proposals=proposals)
        return work, harvest(document, work, self.rulebook.topics, self.readers.dates)

    def language(self) -> Language:
        """The pipeline as a spaCy `Language` whose Docs carry entities and span groups."""
        nlp = spacy.blank("xx")
        nlp.tokenizer = self.nlp.tokenizer
        nlp.vocab = self.nlp.vocab

        def component(doc: Doc) -> Doc:
            text = doc.text
            carrier.write(doc, self.work(doc, text, document_of_text(text, id="", source="").blocks))
            return doc

        Language.component(COMPONENT, func=component)
        nlp.add_pipe(COMPONENT)
        return nlp
