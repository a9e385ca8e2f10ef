"""The pipeline: a spaCy `Language` for Indonesian minutes, and the analysis of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from minutes_miner.documents.plain import document_of_text
from minutes_miner.pipeline import carrier
from minutes_miner.pipeline.harvest import harvest
from minutes_miner.pipeline.lexis import Lexis, check_names
from minutes_miner.pipeline.order import STEPS
from minutes_miner.pipeline.pieces import pieces
from minutes_miner.pipeline.sheet import Found, make_sheet
from minutes_miner.pipeline.steps.values import Readers
from minutes_miner.pipeline.tokenizer import build_tokenizer
from minutes_miner.pipeline.work import Work
from minutes_miner.records import Analysis, Block, Document, Warning
from minutes_miner.rulebook.calendar import load_readers
from minutes_miner.rulebook.model import Rulebook

COMPONENT = "minutes_miner"
MOST_TOKENS = 2_000_000  # of one document: some 3,500 pages, which take a little over a gigabyte
LONGEST_TEXT = 2**30  # characters, beyond which spaCy's tokenizer cannot count
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

    def work(self, docs: Iterable[Doc], text: str, blocks: tuple[Block, ...], *, proposals: list[Found] | None = None) -> Work:
        """The findings in a text that is tokenised in pieces; `proposals` takes every span that a rule proposes for a mention."""
        work = Work(make_sheet(docs, text, self.lexis, blocks))
        work.sheet.proposals = proposals
        for _, step in STEPS:
            step(work, blocks, self.readers)
        return work

    def analyse(self, document: Document) -> Analysis:
        """The records of a document."""
        return self.worked(document)[1]

    def worked(self, document: Document, *, proposals: list[Found] | None = None) -> tuple[Work, Analysis]:
        """What the steps worked out about a document, and the records made of it.

        A document of more than `MOST_TOKENS` words and signs is mined up to there, and carries the warning `not_mined_beyond`.
        """
        text = document.text
        work = self.work(self.tokens(text), text, document.blocks, proposals=proposals)
        if work.sheet.size and text[work.sheet.ends[-1] :].strip():
            document = _with_warning(document, work.sheet.ends[-1])
        return work, harvest(document, work, self.rulebook.topics, self.readers.dates)

    def tokens(self, text: str) -> Iterator[Doc]:
        """The text as tokens, piece by piece, `MOST_TOKENS` or a few more at most."""
        count = 0
        for piece in pieces(text):
            doc = self.nlp.tokenizer(piece)
            yield doc
            count += len(doc)
            if count >= MOST_TOKENS:
                return

    def language(self) -> Language:
        """The pipeline as a spaCy `Language` whose Docs carry entities and span groups."""
        nlp = spacy.blank("xx")
        nlp.tokenizer = self.nlp.tokenizer
        nlp.vocab = self.nlp.vocab
        nlp.max_length = LONGEST_TEXT

        def component(doc: Doc) -> Doc:
            text = doc.text
            carrier.write(doc, self.work([doc], text, document_of_text(text, id="", source="").blocks))
            return doc

        Language.component(COMPONENT, func=component)
        nlp.add_pipe(COMPONENT)
        return nlp


def _with_warning(document: Document, end: int) -> Document:
    """The document with the warning that nothing behind `end` was mined."""
    taken, length = (f"{number:,}".replace(",", ".") for number in (end, len(document.text)))
    message = (
        f"{document.source}: teks terlalu panjang; hanya {taken} dari {length} huruf pertama yang ditambang, sisanya tidak. "
        "Bagi dokumen ini menjadi beberapa berkas."
    )
    return replace(document, warnings=(*document.warnings, Warning(code="not_mined_beyond", message=message)))
