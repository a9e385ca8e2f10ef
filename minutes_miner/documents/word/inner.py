"""Parts of a Word document that the running text points to by an id: other files set into it, and the text of drawings."""

from __future__ import annotations

from minutes_miner.documents.plain import read_plain
from minutes_miner.documents.settings import Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.documents.web.archive import read_web_archive
from minutes_miner.documents.web.html import read_html
from minutes_miner.documents.word.package import WordPackage
from minutes_miner.errors import InputError
from minutes_miner.records import Document

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_READERS = {"html": read_html, "web_archive": read_web_archive, "mail": read_web_archive, "text": read_plain}


class InnerParts:
    """The parts of one document; what is broken or of a kind that is not read here is None or nothing, for the caller to warn of."""

    def __init__(self, package: WordPackage, source: str, settings: Settings) -> None:
        self._package = package
        self._source = source
        self._settings = settings

    def chunk(self, id: str) -> Document | None:
        """The document of a file that is set in (`altChunk`): a web page or plain text, as programs that make Word files of pages do it."""
        name = self._package.name_of(id)
        if name is None:
            return None
        try:
            data = self._package.content(name)
            if name.endswith((".htm", ".html", ".xhtml")):
                return read_html(data, id="", source=self._source, settings=self._settings)
            reader = _READERS.get(content_of(data))
            return None if reader is None else reader(data, id="", source=self._source, settings=self._settings)
        except InputError:
            return None

    def drawn(self, id: str) -> list[str]:
        """The paragraphs of a SmartArt drawing."""
        name = self._package.name_of(id)
        if name is None:
            return []
        try:
            root = self._package.part(name)
        except InputError:
            return []
        return ["".join(text.text or "" for text in paragraph.iter(f"{_A}t")) for paragraph in root.iter(f"{_A}p")]
