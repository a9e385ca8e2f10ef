"""Office files packed so that the same content gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import BinaryIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
# The libraries write the moment of writing, or that of their own template; neither says anything about the content.
_MOMENTS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def repack(office_file: BytesIO, stream: BinaryIO) -> None:
    """Writes an office file (a ZIP archive) without times: neither in the archive nor in the document's properties."""
    with zipfile.ZipFile(office_file) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, _MOMENTS.sub(b"", content) if name == _CORE else content)
