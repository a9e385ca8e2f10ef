import io
from email.message import EmailMessage

import docx
import pytest

from minutes_miner.documents.formats import FORMATS
from minutes_miner.documents.mail.reader import read_mail
from minutes_miner.errors import SourceEmpty
from minutes_miner.records import Document, Failure


def word(text: str) -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(target)
    return target.getvalue()


def mail(body: str = "Terlampir notulen.", **fields: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "Sekretariat <sek@randusari.test>",
        "Subject": "Notulen",
        "Date": "Tue, 10 Dec 2024 09:00:00 +0700",
        **fields,
    }.items():
        message[name] = value
    message.set_content(body)
    return message


def read_all(data: bytes) -> list[Document | Failure]:
    format = next(format for format in FORMATS if ".eml" in format.suffixes)
    assert format.read_each is not None
    return list(format.read_each(data, id="x", source="surat.eml"))


def text_of(data: bytes) -> str:
    return read_mail(data, id="x", source="surat.eml").text


def test_fields_and_the_plain_body() -> None:
    message = mail("Yth. Bapak,\n\n1. Rapat dibuka.\n", Subject="Notulen Rapat – Triwulan IV")
    message.add_alternative("<p>lain</p>", subtype="html")
    document = read_mail(message.as_bytes(), id="x", source="surat.eml")
    assert document.text.split("\n") == [
        "Notulen Rapat – Triwulan IV",
        "From: Sekretariat <sek@randusari.test>",
        "Date: Tue, 10 Dec 2024 09:00:00 +0700",
        "",
        "Yth. Bapak,",
        "",
        "1. Rapat dibuka.",
    ]
    assert document.media_type == "message/rfc822"


def test_a_body_that_is_a_page() -> None:
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("<p>Rapat dibuka.</p><ol><li>satu</ol><style>p{}</style>", subtype="html")
    assert text_of(message.as_bytes()).split("\n") == ["x", "", "Rapat dibuka.", "1. satu"]


def test_attached_documents_are_documents_of_their_own() -> None:
    message = mail()
    message.add_attachment(word("Rapat dibuka."), maintype="application", subtype="octet-stream", filename="../notulen.docx")
    message.add_attachment("Rapat ditutup.", filename="notulen.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="notulen.docx")
    found = read_all(message.as_bytes())
    assert [each.source for each in found] == [
        "surat.eml", "surat.eml/notulen.docx", "surat.eml/notulen.txt", "surat.eml/2-notulen.docx",
    ]  # fmt: skip
    texts = [each.text for each in found if isinstance(each, Document)]
    assert texts[1:] == ["Rapat dibuka.", "Rapat ditutup.\n"]
    assert isinstance(found[3], Failure)
    first = found[0]
    assert isinstance(first, Document)
    assert [note.text for note in first.notes] == ["notulen.docx", "notulen.txt", "logo.png", "notulen.docx"]
    assert len({each.id for each in found if isinstance(each, Document)}) == 3


def test_what_programs_attach_is_not_read_but_a_photo_is_tried() -> None:
    message = mail()
    message.add_attachment("BEGIN:VCALENDAR", subtype="calendar", filename="undangan.ics")
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment(b"\xff\xd8\xff" + bytes(40_000), maintype="image", subtype="jpeg", filename="notulen.jpg")
    message.add_attachment(b"\xff\xd8\xff" + bytes(40_000), maintype="image", subtype="jpeg", filename="hias.jpg", disposition="inline")
    assert [each.source for each in read_all(message.as_bytes())] == ["surat.eml", "surat.eml/notulen.jpg"]


def test_alone_the_mail_names_what_is_attached() -> None:
    message = mail()
    message.add_attachment("Rapat ditutup.", filename="notulen.txt")
    (warning,) = read_mail(message.as_bytes(), id="x", source="surat.eml").warnings
    assert warning.code == "attachments"
    assert "notulen.txt" in warning.message


def test_mails_in_mails_to_a_depth() -> None:
    message = mail("terdalam")
    for depth in range(6):
        outer = mail(f"lapis {depth}")
        outer.add_attachment(message)
        message = outer
    found = read_all(message.as_bytes())
    assert len(found) == 4
    last = found[-1]
    assert isinstance(last, Document)
    assert [warning.code for warning in last.warnings] == ["attachments"]


def test_many_parts_and_long_fields_end_in_time() -> None:
    nested = "From: a@b.test\nSubject: x\n" + "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(300))
    assert text_of(f"{nested}Content-Type: text/plain\n\nisi".encode()).startswith("x\n")
    bomb = b"From: a@b.test\nSubject: " + b" ".join([b"=?utf-8?q?=41?="] * 50_000) + b"\n\nisi"
    assert text_of(bomb) == "From: a@b.test\n\nisi"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Subject: x\nContent-Type: text/plain; charset=tidak-ada\n\nRapat \xc3\xa9", "Rapat é"),
        (b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\nRapat \x93ya\x94", "Rapat “ya”"),
        (b"Subject: x\nContent-Type: text/plain; charset=us-ascii\n\nRapat \xc3\xa9", "Rapat é"),
        (b'Subject: x\nContent-Type: text/plain; charset="a\0b"\n\nRapat', "Rapat"),
        (b"Subject: x\nContent-Type: text/plain; charset=punycode\n\nRapat", "Rapat"),
        (b"Subject: x\nContent-Transfer-Encoding: base64\n\nUmFwYXQ=", "Rapat"),
        (b"Subject: x\nContent-Transfer-Encoding: base64\n\n!!!", ""),
        (b"From sek@x Tue Dec 10 2024\nSubject: x\n\nRapat", "Rapat"),
        ("Subject: x\n\nRapat".encode("utf-16"), "Rapat"),
    ],
)
def test_mails_with_faults(data: bytes, text: str) -> None:
    assert text_of(data).removeprefix("x").strip() == text


def test_a_field_in_raw_utf8_and_one_that_is_malformed() -> None:
    assert text_of("Subject: Rapat é\nFrom: <<>\n\nisi".encode()).startswith("Rapat é\n")


def test_nothing_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        text_of(b"X-Y: z\n\n")


def test_brackets_in_brackets_in_a_field_do_no_harm() -> None:
    data = (
        b"Subject: Notulen\nFrom: a@b.test\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8"
        + b"(" * 5000
        + b"\n\nRapat dibuka.\n"
    )
    assert "Rapat dibuka." in read_mail(data, id="x", source="a.eml").text
