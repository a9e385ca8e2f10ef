import io

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from minutes_miner.documents.settings import Settings
from minutes_miner.documents.sniffing import OLE
from minutes_miner.documents.word.docx import read_docx
from minutes_miner.documents.word.locks import unlocked
from minutes_miner.errors import SourceEncrypted, WrongPassword


@pytest.fixture(scope="module")
def locked() -> bytes:
    plain, target = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Rapat tertutup.")
    document.save(plain)
    OOXMLFile(plain).encrypt("rahasia", target)
    return target.getvalue()


def test_a_locked_document_opens_with_its_password(locked: bytes) -> None:
    assert read_docx(locked, id="x", source="a.docx", settings=Settings(password="rahasia")).text == "Rapat tertutup."
    with pytest.raises(SourceEncrypted):
        read_docx(locked, id="x", source="a.docx")
    with pytest.raises(WrongPassword) as raised:
        read_docx(locked, id="x", source="a.docx", settings=Settings(password="Rahasia"))
    assert "Rahasia" not in str(raised.value)


def test_what_cannot_be_looked_into_stays_locked() -> None:
    broken = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert unlocked(broken, "a.docx", "x") is broken
    with pytest.raises(SourceEncrypted):
        read_docx(broken, id="x", source="a.docx", settings=Settings(password="x"))
