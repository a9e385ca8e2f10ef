"""Old Word files, OpenDocument texts and RTF -> Document, by way of LibreOffice and the reader of Word documents."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from minutes_miner.documents.office import libreoffice
from minutes_miner.documents.office.rtf_checks import fault_of_rtf
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.documents.word.docx import read_docx
from minutes_miner.documents.word.locks import unlocked
from minutes_miner.documents.word.package import DECLARATIONS, MAX_PARTS
from minutes_miner.errors import ConverterMissing, NotConverted, SourceDamaged, SourceEncrypted, SourceTooLarge, WrongFormat
from minutes_miner.records import Document

Words = dict[str, str]
MIB = 1024 * 1024
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^\[<>]{0,500}>")  # as the first OpenOffice wrote it; nothing is lost without it
_MANIFEST = "META-INF/manifest.xml"
_TEXT_PART = re.compile(r"mimetype|META-INF/manifest\.xml|(?:Object [0-9]{1,4}/)?(?:content|styles|meta|settings)\.xml")

_STOPPED = {"id": "tidak selesai dalam batas waktu", "en": "not done within the limit of time"}
_NOTHING = {"id": "tidak ada hasilnya", "en": "nothing came out"}
_DECLARATION = {"id": "memuat deklarasi DTD", "en": "it has a document type declaration"}
_TOO_MANY = {"id": "terlalu banyak bagian", "en": "too many parts"}
_CUT = {"id": "arsipnya terpotong", "en": "its archive is cut off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One of the formats: how LibreOffice is told which it is, and what is looked at or taken out before it gets the file."""

    suffix: str
    filter: str | None
    media_type: str
    name: Words
    prepare: Callable[[bytes, str, Settings], bytes]


def read_doc(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of an old Word file (97 to 2003, and older); errors as for `read_odt`."""
    if content_of(data) != "doc":
        raise WrongFormat(source, expected=DOC.name)
    return _read(data, DOC, id, source, settings)


def read_odt(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of an OpenDocument text, packed or flat.

    Raises:
        ConverterMissing: LibreOffice is not installed.
        NotConverted: it makes nothing of the file, or not in time.
        WrongFormat, SourceDamaged, SourceEncrypted, SourceTooLarge, SourceEmpty: as for Word documents.
    """
    if content_of(data) != "odt":
        raise WrongFormat(source, expected=ODT.name)
    return _read(data, ODT if data.startswith(b"PK") else FLAT_ODT, id, source, settings)


def read_rtf(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of an RTF file; errors as for `read_odt`."""
    if content_of(data) != "rtf":
        raise WrongFormat(source, expected=RTF.name)
    return _read(data, RTF, id, source, settings)


def _read(data: bytes, kind: Kind, id: str, source: str, settings: Settings) -> Document:
    prepared = kind.prepare(data, source, settings)
    try:
        converted = libreoffice.as_docx(prepared, suffix=kind.suffix, filter=kind.filter, limits=settings.limits)
    except libreoffice.Missing:
        raise ConverterMissing(source, kind=kind.name) from None
    except libreoffice.Stopped:
        raise NotConverted(source, reason=_STOPPED) from None
    except libreoffice.Failed:
        raise NotConverted(source, reason=_NOTHING) from None
    try:
        document = read_docx(converted, id=id, source=source, settings=settings)
    except (SourceDamaged, WrongFormat):
        raise NotConverted(source, reason=_NOTHING) from None
    return replace(document, media_type=kind.media_type)


def _opened(data: bytes, source: str, settings: Settings) -> bytes:
    return unlocked(data, source, settings.password)


def _check_rtf(data: bytes, source: str, settings: Settings) -> bytes:
    if fault := fault_of_rtf(data):
        raise SourceDamaged(source, reason=fault)
    return data


def _check_flat(data: bytes, source: str, settings: Settings) -> bytes:
    if any(declaration in data for declaration in DECLARATIONS):
        raise SourceDamaged(source, reason=_DECLARATION)
    return data


def _repacked(data: bytes, source: str, settings: Settings) -> bytes:
    """The archive with nothing but the parts that hold text and styles.

    Each is unpacked, within the limit, and looked through for declarations, which LibreOffice would obey. Pictures, macros and what else
    lies in it are left behind.
    """
    left = settings.limits.unpacked
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            if len(archive.infolist()) > MAX_PARTS:
                raise SourceDamaged(source, reason=_TOO_MANY)
            for info in archive.infolist():
                if not _TEXT_PART.fullmatch(info.filename) or info.filename in packed.NameToInfo:
                    continue
                with archive.open(info) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise _too_large(source, info.filename, settings)
                content = _check_flat(_PLAIN_DOCTYPE.sub(b"", content, count=1), source, settings)
                if info.filename == _MANIFEST and b":encryption-data" in content:
                    raise SourceEncrypted(source)
                packed.writestr(info.filename, content, zipfile.ZIP_STORED if info.filename == "mimetype" else None)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise SourceDamaged(source, reason=_CUT) from None
    return target.getvalue()


def _too_large(source: str, name: str, settings: Settings) -> SourceTooLarge:
    limit = f"{settings.limits.unpacked / MIB:.0f} MiB"
    return SourceTooLarge(source, size=f"{name} > {limit}", limit=limit)


_OASIS = "application/vnd.oasis.opendocument.text"
_WORD_NAME = {"id": "dokumen Word lama (.doc)", "en": "an old Word document (.doc)"}
_ODT_NAME = {"id": "naskah OpenDocument (.odt)", "en": "an OpenDocument text (.odt)"}
_RTF_NAME = {"id": "naskah RTF (.rtf)", "en": "an RTF text (.rtf)"}
DOC = Kind(suffix=".doc", filter=None, media_type="application/msword", name=_WORD_NAME, prepare=_opened)
ODT = Kind(suffix=".odt", filter="writer8", media_type=_OASIS, name=_ODT_NAME, prepare=_repacked)
FLAT_ODT = Kind(suffix=".fodt", filter="OpenDocument Text Flat XML", media_type=_OASIS, name=_ODT_NAME, prepare=_check_flat)
RTF = Kind(suffix=".rtf", filter="Rich Text Format", media_type="application/rtf", name=_RTF_NAME, prepare=_check_rtf)
