"""The parts of a Word document, taken out of its archive under limits.

Only the parts that hold text, styles and numbers are unpacked, each up to a cap and never to disk; pictures are not touched. A document
type declaration is refused before it is parsed, because it can only be there to read other files or to swell.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.documents.word.locks import unlocked
from minutes_miner.errors import SourceDamaged, SourceEncrypted, SourceTooLarge, WrongFormat

MIB = 1024 * 1024
MAX_PARTS = 20_000

EXPECTED = {"id": "dokumen Word", "en": "a Word document"}
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_NO_ARCHIVE = {"id": "arsipnya terpotong", "en": "its archive is cut off"}
_TWINS = {"id": "ada dua bagian bernama sama", "en": "two parts have the same name"}
_DECLARATION = {"id": "memuat deklarasi DTD", "en": "it has a document type declaration"}
_TOO_MANY = {"id": "terlalu banyak bagian", "en": "too many parts"}


class WordPackage:
    """The parts of one document, by name and by what the main part says that they are to it."""

    def __init__(self, data: bytes, source: str, settings: Settings = DEFAULT) -> None:
        """Opens the archive, with the password where it is locked, and finds the main part.

        Raises:
            WrongFormat: no archive, or one without a Word document.
            SourceDamaged: an archive or a main part that is broken.
            SourceEncrypted, WrongPassword: it is locked, and no password is given or not the right one.
        """
        self._source = source
        self._password = settings.password
        self._most = settings.limits.unpacked
        self._archive = self._opened(data)
        self._check()
        self._main = self._main_name()
        self._related: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        for id, name, kind in self._relations(self._main):
            self._related[name] = kind
            self._ids[id] = name

    def main(self) -> etree._Element:
        """The root of the main part."""
        return self.part(self._main)

    def related(self, kind: str) -> list[str]:
        """Names of the parts that the main part calls its `kind` (`styles`, `numbering`, `header`), in the order of their names."""
        return sorted(name for name, found in self._related.items() if found == kind and name in self._archive.NameToInfo)

    def name_of(self, id: str) -> str | None:
        """The name of the part that the main part refers to by `id`; None where there is none in the archive."""
        name = self._ids.get(id)
        return name if name in self._archive.NameToInfo else None

    def part(self, name: str) -> etree._Element:
        """The root element of a part.

        Raises:
            SourceDamaged, SourceTooLarge, SourceEncrypted: the part cannot be read.
        """
        content = self.content(name)
        if any(declaration in content for declaration in DECLARATIONS):
            raise self._damaged(_DECLARATION)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(content.replace(_STRICT, _TRANSITIONAL), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._damaged({"id": f"bagian {name} bukan XML yang utuh", "en": f"part {name} is no whole XML"}) from None

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        content = content_of(data)
        if content == "encrypted":
            locked, data = data, unlocked(data, self._source, self._password)
            if data is locked:
                raise SourceEncrypted(self._source)
            content = content_of(data)
        if content != "docx":
            raise WrongFormat(self._source, expected=EXPECTED)
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            raise self._damaged(_NO_ARCHIVE) from None

    def _check(self) -> None:
        names = self._archive.namelist()
        if len(names) > MAX_PARTS:
            raise self._damaged(_TOO_MANY)
        if len(set(names)) < len(names):
            raise self._damaged(_TWINS)

    def _main_name(self) -> str:
        for name in ("[Content_Types].xml", "_rels/.rels"):
            if name not in self._archive.NameToInfo:
                raise self._damaged({"id": f"bagian {name} tidak ada", "en": f"part {name} is missing"})
        for _, name, kind in self._relations(""):
            if kind == "officeDocument":
                if not self._is_word(name):
                    raise WrongFormat(self._source, expected=EXPECTED)
                return name
        raise self._damaged({"id": "bagian utamanya tidak ada", "en": "its main part is missing"})

    def _is_word(self, name: str) -> bool:
        """Whether the list of content types calls the part a Word document: with or without macros, a template or not."""
        types = (element.get("ContentType", "") for element in self.part("[Content_Types].xml") if _is_type_of(element, name))
        return any("wordprocessingml" in kind or "ms-word" in kind for kind in types)

    def _relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Id, name and kind of each part that the part `name` refers to; what lies outside the archive is never fetched."""
        folder, file = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{file}.rels")
        if listing not in self._archive.NameToInfo:
            return
        for relation in self.part(listing):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield relation.get("Id", ""), target.lstrip("/"), relation.get("Type", "").rpartition("/")[2]

    def content(self, name: str) -> bytes:
        """The bytes of a part; errors as for `part`."""
        info = self._archive.NameToInfo.get(name)
        if info is None:
            raise self._damaged({"id": f"bagian {name} tidak ada", "en": f"part {name} is missing"})
        if info.flag_bits & 1:
            raise SourceEncrypted(self._source)
        try:
            with self._archive.open(info) as part:
                content = part.read(self._most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
            raise self._damaged({"id": f"bagian {name} tidak utuh", "en": f"part {name} is not whole"}) from None
        if len(content) > self._most:
            limit = f"{self._most / MIB:.0f} MiB"
            raise SourceTooLarge(self._source, size=f"{name} > {limit}", limit=limit)
        return content

    def _damaged(self, reason: dict[str, str]) -> SourceDamaged:
        return SourceDamaged(self._source, reason=reason)


def _is_type_of(element: etree._Element, name: str) -> bool:
    return element.get("PartName", "").lstrip("/") == name or element.get("Extension") == name.rpartition(".")[2]
