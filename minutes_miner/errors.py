"""What can go wrong, where, and what to do about it.

MinutesMinerError
├── InputError        (exit 3)  a source that cannot be read
│   ├── SourceNotFound, NoDocuments, SourceUnreadable, SourceEmpty
│   ├── UnknownFormat, WrongFormat, ForeignFormat, SourceDamaged, SourceEncrypted, WrongPassword, NoTextLayer, SourceTooLarge
│   ├── ConverterMissing, NotConverted, RecogniserMissing, NothingRecognised
│   ├── TooSlow, TooMuchMemory, ReaderCrashed, ReaderFailed, SourceBusy
│   ├── NoPages, NoSuchPage (exit 2), NotOurWorkbook
│   ├── BadLine, SeveralTexts
│   └── NothingInside, UnsafeName, NameTwice, NestedTooDeep, TooMuchInside
├── OutputError       (exit 5)  a result that cannot be written
│   └── UnknownOutput, TargetUnwritable
├── ModelError        (exit 6)  a model folder with a fault: file, line and remedy
├── MiningFailed      (exit 1)  the program fails on a document
└── UsageError        (exit 2)  a call with values that make no sense

Exit codes of the command line: 0 all done, 1 a fault of the program, 2 wrong usage, 3 nothing could be read, 4 some documents failed and
the others are done, 5 the result could not be written, 6 the model has a fault, 7 the archive cannot be used (its errors are in
`minutes_miner.archive.errors`), 130 stopped by the user.

Each error speaks Indonesian (`sentence("id")`, what staff see) and English (`str(error)`). A sentence says what, where and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

Lang = str


class MinutesMinerError(Exception):
    """The root; `where` is the file, folder, option or rule that the error is about, `facts` fill the sentence."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    sentences: ClassVar[dict[Lang, str]] = {"id": "{where}: terjadi kesalahan", "en": "{where}: an error occurred"}

    def __init__(self, where: object, **facts: object) -> None:
        self.where = str(where)
        self.facts = facts
        super().__init__(self.sentence("en"))

    def __reduce__(self) -> tuple[Callable[..., MinutesMinerError], tuple[object, ...]]:
        """The error as another process is told of it."""
        return _again, (type(self), self.where, self.facts)

    def sentence(self, lang: Lang) -> str:
        """The error as one sentence in `lang` (`id` or `en`); a fact that is itself words is given as `{"id": ..., "en": ...}`."""
        template = self.sentences.get(lang) or self.sentences["en"]
        facts = {name: fact.get(lang, fact["en"]) if isinstance(fact, dict) else fact for name, fact in self.facts.items()}
        return template.format(where=self.where, **facts)


def _again(kind: type[MinutesMinerError], where: str, facts: Mapping[str, object]) -> MinutesMinerError:
    return kind(where, **facts)


class InputError(MinutesMinerError):
    """A source that cannot be read."""

    code = "input"
    exit_code = 3


class SourceNotFound(InputError):
    """There is nothing at the path."""

    code = "not_found"
    sentences = {
        "id": "{where}: berkas atau folder tidak ditemukan. Periksa ejaan dan letaknya.",
        "en": "{where}: no such file or folder. Check the spelling and the place.",
    }


class MiningFailed(MinutesMinerError):
    """The program itself fails on a document; a fault of ours, which costs one document and not the batch."""

    code = "fault"
    sentences = {
        "id": "{where}: program gagal mengolah dokumen ini ({reason}); dokumen lain tetap diolah. Mohon laporkan beserta berkasnya.",
        "en": "{where}: the program failed on this document ({reason}); the others go on. Please report it with the file.",
    }


class NoDocuments(InputError):
    """A folder without a document of a known format."""

    code = "no_documents"
    sentences = {
        "id": "{where}: folder ini tidak berisi dokumen yang dikenal ({formats}). Pilih folder lain atau sebutkan berkasnya.",
        "en": "{where}: this folder holds no document of a known format ({formats}). Choose another folder or name the files.",
    }


class SourceUnreadable(InputError):
    """The system refuses to hand the file out."""

    code = "unreadable"
    sentences = {
        "id": "{where}: berkas tidak dapat dibuka ({reason}). Periksa izin baca, atau tutup program yang memakainya.",
        "en": "{where}: the file cannot be opened ({reason}). Check the permission to read it, or close the program that uses it.",
    }


class SourceEmpty(InputError):
    """A file without bytes, or without any text."""

    code = "empty"
    sentences = {
        "id": "{where}: berkas kosong, tidak ada teks di dalamnya. Periksa apakah berkas ini tersalin utuh.",
        "en": "{where}: the file is empty, there is no text in it. Check whether it was copied whole.",
    }


class UnknownFormat(InputError):
    """A format that is not read."""

    code = "unknown_format"
    sentences = {
        "id": "{where}: jenis berkas ini belum dapat dibaca. Simpan sebagai salah satu dari {formats}, lalu coba lagi.",
        "en": "{where}: this kind of file cannot be read. Save it as one of {formats} and try again.",
    }


class WrongFormat(InputError):
    """The content is not what the name says."""

    code = "wrong_format"
    sentences = {
        "id": "{where}: isi berkas bukan {expected}. Buka dengan program asalnya dan simpan ulang sebagai {expected}.",
        "en": "{where}: the content is not {expected}. Open it in the program it came from and save it again as {expected}.",
    }


class ForeignFormat(InputError):
    """A format that is known and holds no running text that is read: a workbook, slides, a picture, an archive."""

    code = "foreign_format"
    sentences = {
        "id": "{where}: isinya {kind}, bukan naskah, dan tidak dibaca. Bila ada naskah di dalamnya, simpan naskah itu sebagai .docx.",
        "en": "{where}: the content is {kind}, which is not read. If there is running text in it, save that as .docx.",
    }


class NotOurWorkbook(InputError):
    """A file that is no workbook with a column of codes."""

    code = "not_our_workbook"
    sentences = {
        "id": "{where}: {reason}. Pakai buku kerja .xlsx yang ditulis minutes-miner mine atau followup, dengan kolom Kode di dalamnya.",
        "en": "{where}: {reason}. Use an .xlsx workbook that minutes-miner mine or followup wrote, with the column Code in it.",
    }


class SourceDamaged(InputError):
    """A file that is broken inside."""

    code = "damaged"
    sentences = {
        "id": "{where}: berkas rusak dan tidak dapat dibaca ({reason}). Minta salinan baru dari sumbernya.",
        "en": "{where}: the file is damaged and cannot be read ({reason}). Ask for a new copy from where it came.",
    }


class SourceEncrypted(InputError):
    """A file that asks for a password."""

    code = "encrypted"
    sentences = {
        "id": "{where}: berkas dikunci dengan kata sandi. Buka dengan kata sandinya dan simpan salinan tanpa kunci.",
        "en": "{where}: the file is locked with a password. Open it with the password and save a copy without.",
    }


class WrongPassword(InputError):
    """A locked file that the given password does not open."""

    code = "wrong_password"
    sentences = {
        "id": "{where}: kata sandi yang diberikan tidak membuka berkas ini. Periksa kata sandinya, huruf besar dan kecil berbeda.",
        "en": "{where}: the password given does not open this file. Check it; capitals and small letters differ.",
    }


class ConverterMissing(InputError):
    """A format that LibreOffice opens, where it is not installed."""

    code = "no_converter"
    sentences = {
        "id": "{where}: {kind} dibaca lewat LibreOffice, yang tidak ada di komputer ini. Pasang LibreOffice, atau simpan sebagai .docx.",
        "en": "{where}: {kind} is read through LibreOffice, which is not on this computer. Install it, or save the file as .docx.",
    }


class NotConverted(InputError):
    """A file that LibreOffice was given and made no document of."""

    code = "not_converted"
    sentences = {
        "id": "{where}: LibreOffice tidak dapat mengubah berkas ini ({reason}). Buka di Word atau LibreOffice, lalu simpan sebagai .docx.",
        "en": "{where}: LibreOffice cannot convert this file ({reason}). Open it in Word or LibreOffice and save it as .docx.",
    }


class NoTextLayer(InputError):
    """A scan: pages that are pictures only."""

    code = "no_text_layer"
    sentences = {
        "id": "{where}: dokumen ini hasil pindaian tanpa teks ({pages} halaman). Baca lagi dengan --ocr auto.",
        "en": "{where}: this document is a scan without text ({pages} pages). Read it again with --ocr auto.",
    }


class SourceTooLarge(InputError):
    """A file over the limit."""

    code = "too_large"
    sentences = {
        "id": "{where}: berkas terlalu besar ({size}, batasnya {limit}). Pecah menjadi beberapa berkas.",
        "en": "{where}: the file is too large ({size}, the limit is {limit}). Split it into several files.",
    }


class TooSlow(InputError):
    """A file whose reading takes longer than it may."""

    code = "too_slow"
    sentences = {
        "id": "{where}: berkas ini tidak selesai dibaca dalam batas waktu ({seconds} detik) dan ditinggalkan. "
        "Jika berkasnya memang panjang, beri waktu lebih dengan --limit seconds=N; jika tidak, minta salinan baru.",
        "en": "{where}: reading did not end within its time ({seconds} seconds) and was given up. "
        "If the file is long indeed, allow more with --limit seconds=N; if not, ask for a new copy.",
    }


class TooMuchMemory(InputError):
    """A file whose reading takes more memory than it may."""

    code = "too_much_memory"
    sentences = {
        "id": "{where}: membaca berkas ini memerlukan memori lebih dari batasnya ({limit}) dan dihentikan. "
        "Jika berkasnya memang besar, naikkan dengan --limit memory=N (MiB) atau pecah berkasnya; jika tidak, minta salinan baru.",
        "en": "{where}: reading took more memory than its limit ({limit}) and was ended. "
        "If the file is large indeed, raise it with --limit memory=N (MiB) or split the file; if not, ask for a new copy.",
    }


class ReaderCrashed(InputError):
    """A file on which the process that reads it dies."""

    code = "crashed"
    sentences = {
        "id": "{where}: proses pembacanya mati karena berkas ini ({reason}); berkasnya mungkin rusak. Minta salinan baru dari sumbernya.",
        "en": "{where}: the process that read this file died of it ({reason}); the file may be damaged. Ask for a new copy.",
    }


class ReaderFailed(InputError):
    """A file on which a reader fails in a way that nobody foresaw; a fault of ours, which costs one document."""

    code = "reader_failed"
    sentences = {
        "id": "{where}: program gagal membaca berkas ini ({reason}); berkas lain tetap dibaca. Mohon laporkan beserta berkasnya.",
        "en": "{where}: the program failed to read this file ({reason}); the others go on. Please report it with the file.",
    }


class SourceBusy(InputError):
    """A file that is being written while it is read."""

    code = "busy"
    sentences = {
        "id": "{where}: berkas ini sedang diubah oleh program lain. Tunggu sampai selesai disimpan atau disalin, lalu coba lagi.",
        "en": "{where}: another program is changing this file. Wait until it is saved or copied, then try again.",
    }


class NoPages(InputError):
    """A page is asked for of a source that has none of its own."""

    code = "no_pages"
    exit_code = 2
    sentences = {
        "id": "{where}: berkas jenis ini berparagraf, tidak berhalaman, jadi tidak dapat digambar. Simpan sebagai PDF, lalu coba lagi.",
        "en": "{where}: files of this kind have paragraphs and no pages, so none can be drawn. Save it as PDF and try again.",
    }


class NoSuchPage(InputError):
    """A page is asked for that the source does not have."""

    code = "no_such_page"
    exit_code = 2
    sentences = {
        "id": "{where}: halaman {page} tidak ada, dokumen ini {pages} halaman. Sebut salah satu halamannya.",
        "en": "{where}: there is no page {page}, the document has {pages}. Name one of its pages.",
    }


class RecogniserMissing(InputError):
    """The models that recognise printed text are not there; `where` is where one should be."""

    code = "recogniser_missing"
    sentences = {
        "id": "{where}: model pengenal huruf tidak ada di sini. Pasang ulang minutes-miner, atau baca dengan --ocr off.",
        "en": "{where}: the model that recognises letters is not there. Install minutes-miner again, or read with --ocr off.",
    }


class NothingRecognised(InputError):
    """Pages on which no letter is found, not even by recognition."""

    code = "nothing_recognised"
    sentences = {
        "id": "{where}: tidak ada huruf yang ditemukan ({pages} halaman). Bila ini pindaian atau foto, pindai ulang lebih tajam (300 dpi).",
        "en": "{where}: no letter was found ({pages} pages). If this is a scan or a photo, scan it again, sharper (300 dpi).",
    }


class BadLine(InputError):
    """A line of a batch of texts that holds no text; `where` is `file:line`."""

    code = "bad_line"
    sentences = {
        "id": "{where}: baris ini tidak dapat dibaca ({reason}). Tulis satu objek JSON per baris, dengan kunci id dan text.",
        "en": "{where}: this line cannot be read ({reason}). Write one JSON object a line, with the keys id and text.",
    }


class SeveralTexts(InputError):
    """A batch of texts where one document is asked for."""

    code = "several_texts"
    sentences = {
        "id": "{where}: berkas ini berisi {count} teks, padahal diminta satu dokumen. Baca dengan read_each, atau pisahkan barisnya.",
        "en": "{where}: this file holds {count} texts where one document is asked for. Read it with read_each, or split it.",
    }


class NothingInside(InputError):
    """An archive without a document of a known format."""

    code = "nothing_inside"
    sentences = {
        "id": "{where}: arsip ini tidak berisi dokumen yang dikenal ({formats}). Periksa isinya.",
        "en": "{where}: this archive holds no document of a known format ({formats}). Look into it.",
    }


class UnsafeName(InputError):
    """A member of an archive whose name leads out of the archive."""

    code = "unsafe_name"
    sentences = {
        "id": "{where}: nama berkas di dalam arsip ini menunjuk ke luar arsip, maka tidak dibaca. Buat arsip baru dari berkas aslinya.",
        "en": "{where}: the name of this file leads out of its archive, so it is not read. Make a new archive of the original files.",
    }


class NameTwice(InputError):
    """A member of an archive with the name of one before it."""

    code = "name_twice"
    sentences = {
        "id": "{where}: nama ini dipakai dua kali di arsip yang sama; hanya yang pertama dibaca. Ganti namanya dan buat arsip baru.",
        "en": "{where}: another file of the archive has this name; only the first is read. Rename it and make a new archive.",
    }


class NestedTooDeep(InputError):
    """An archive in an archive in an archive, and so on."""

    code = "nested_too_deep"
    sentences = {
        "id": "{where}: arsip ini terlalu dalam tersimpan di arsip lain. Keluarkan dulu, lalu coba lagi.",
        "en": "{where}: this archive lies too deep inside others. Take it out and try again.",
    }


class TooMuchInside(InputError):
    """An archive out of which more comes than an archive of documents holds."""

    code = "too_much_inside"
    sentences = {
        "id": "{where}: arsip ini tidak dibaca sampai habis ({reason}). Bagi menjadi beberapa arsip, atau naikkan batasnya dengan --limit.",
        "en": "{where}: this archive is not read to its end ({reason}). Split it into several, or raise the limit with --limit.",
    }


class OutputError(MinutesMinerError):
    """A result that cannot be written."""

    code = "output"
    exit_code = 5


class UnknownOutput(OutputError):
    """A target whose ending names no known output."""

    code = "unknown_output"
    exit_code = 2
    sentences = {
        "id": "{where}: akhiran nama ini tidak dikenal. Pakai salah satu dari {formats}.",
        "en": "{where}: this ending is not known. Use one of {formats}.",
    }


class TargetUnwritable(OutputError):
    """The system refuses to write there."""

    code = "unwritable"
    sentences = {
        "id": "{where}: hasil tidak dapat ditulis di sini ({reason}). Tutup berkasnya jika sedang terbuka, atau pilih tempat lain.",
        "en": "{where}: the result cannot be written here ({reason}). Close the file if it is open, or choose another place.",
    }


class ModelError(MinutesMinerError):
    """A fault in a model folder; `where` is `file:line`."""

    code = "model"
    exit_code = 6
    sentences = {"id": "{where}: {fault}. {remedy}.", "en": "{where}: {fault}. {remedy}."}


class UsageError(MinutesMinerError):
    """A value that an option does not take."""

    code = "usage"
    exit_code = 2
    sentences = {
        "id": "{where}: nilai {value} tidak dikenal. Pakai salah satu dari {choices}.",
        "en": "{where}: the value {value} is not known. Use one of {choices}.",
    }


def error_of(code: str, where: str, facts: Mapping[str, object]) -> InputError:
    """The input error with this code, as it was raised elsewhere; an `InputError` without particulars where there is none."""
    kinds = {kind.code: kind for kind in InputError.__subclasses__()}
    return kinds.get(code, InputError)(where, **facts)
