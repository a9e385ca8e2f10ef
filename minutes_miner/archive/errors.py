"""What can go wrong with an archive.

MinutesMinerError
└── ArchiveError           (exit 7)  an archive that cannot be used
    ├── ArchiveMissing, NotAnArchive, ArchiveTooNew
    ├── ArchiveDamaged     a checksum or a structure that is not right
    ├── ArchiveBusy, ArchiveFull, ArchiveUnwritable
    ├── ArchiveRefused     the database server says no
    ├── DriverMissing      the library that speaks to it is not installed
    ├── SearchTooSlow      a question that takes longer than anybody waits
    ├── NoWordToFind, TooManyWords, NoSuchDay (exit 2)  a question that makes no sense
    └── NotInArchive (exit 3)  a document, person or issue that it does not hold
"""

from __future__ import annotations

from minutes_miner.errors import MinutesMinerError


class ArchiveError(MinutesMinerError):
    """An archive that cannot be used; `where` is its path or address, without a password."""

    code = "archive"
    exit_code = 7


class ArchiveMissing(ArchiveError):
    """There is no archive at the path."""

    code = "archive_missing"
    sentences = {
        "id": "{where}: arsip tidak ada di sini. Buat dulu dengan: minutes-miner index FOLDER --archive {where}",
        "en": "{where}: there is no archive here. Make one first with: minutes-miner index FOLDER --archive {where}",
    }


class NotAnArchive(ArchiveError):
    """The file is something else."""

    code = "not_an_archive"
    sentences = {
        "id": "{where}: ini bukan arsip minutes_miner. Sebutkan arsip lain dengan --archive.",
        "en": "{where}: this is no archive of minutes_miner. Name another with --archive.",
    }


class ArchiveTooNew(ArchiveError):
    """It was written by a later version of the program."""

    code = "archive_too_new"
    sentences = {
        "id": "{where}: arsip ini ditulis oleh minutes_miner yang lebih baru (skema {version}, di sini {known}). Perbarui programnya.",
        "en": "{where}: this archive was written by a newer minutes_miner (schema {version}, known here {known}). Update the program.",
    }


class ArchiveDamaged(ArchiveError):
    """What it holds is not what was written."""

    code = "archive_damaged"
    sentences = {
        "id": "{where}: arsip rusak ({reason}), jadi tidak ada jawaban yang diberikan. "
        "Jalankan minutes-miner archive check --archive {where}, lalu pakai cadangan atau indeks ulang berkas sumbernya ke arsip baru.",
        "en": "{where}: the archive is damaged ({reason}), so no answer is given. Run minutes-miner archive check --archive {where}, "
        "then use a backup or index the sources again into a new archive.",
    }


class ArchiveBusy(ArchiveError):
    """Another program holds it longer than is waited for."""

    code = "archive_busy"
    sentences = {
        "id": "{where}: arsip sedang ditulis oleh program lain. Tunggu sampai selesai, lalu coba lagi; yang sudah tersimpan tetap aman.",
        "en": "{where}: another program is writing to the archive. Wait until it is done and try again; what is stored is safe.",
    }


class ArchiveFull(ArchiveError):
    """The disk takes no more."""

    code = "archive_full"
    sentences = {
        "id": "{where}: ruang penyimpanan habis. Kosongkan ruang, lalu jalankan perintah yang sama lagi; pekerjaan dilanjutkan dari sini.",
        "en": "{where}: the disk is full. Make room, then give the same command again; the work goes on from here.",
    }


class ArchiveUnwritable(ArchiveError):
    """The system does not let it be written or opened."""

    code = "archive_unwritable"
    sentences = {
        "id": "{where}: arsip tidak dapat dibuka atau ditulis di sini ({reason}). Periksa izin foldernya, atau pilih tempat lain.",
        "en": "{where}: the archive cannot be opened or written here ({reason}). Check the rights to the folder, or choose another place.",
    }


class ArchiveRefused(ArchiveError):
    """The database server does not do what is asked."""

    code = "archive_refused"
    sentences = {
        "id": "{where}: server basis data menolak ({reason}). Periksa alamat, nama pengguna, dan kata sandinya.",
        "en": "{where}: the database server refuses ({reason}). Check the address, the user name and the password.",
    }


class DriverMissing(ArchiveError):
    """The archive is on a server, and the library that speaks to it is not installed."""

    code = "driver_missing"
    sentences = {
        "id": "{where}: pustaka {package} belum terpasang. Pasang dengan: pip install 'minutes-miner[postgresql]'",
        "en": "{where}: the library {package} is not installed. Install it with: pip install 'minutes-miner[postgresql]'",
    }


class NotInArchive(ArchiveError):
    """Something is asked for by an id that the archive does not hold."""

    code = "not_in_archive"
    exit_code = 3
    sentences = {
        "id": "{where}: tidak ada di arsip {archive}. Periksa ejaannya, atau cari dengan minutes-miner search.",
        "en": "{where}: not in the archive {archive}. Check the spelling, or look for it with minutes-miner search.",
    }


class SearchTooSlow(ArchiveError):
    """A question that the archive does not answer within its time."""

    code = "search_too_slow"
    sentences = {
        "id": "{where}: pencarian ini tidak selesai dalam {seconds} detik dan dihentikan. Pakai kata yang lebih khusus, atau persempit "
        "dengan --region, --from, dan --to.",
        "en": "{where}: this search did not end within {seconds} seconds and was stopped. Use words that are more special, or narrow it "
        "with --region, --from and --to.",
    }


class NoWordToFind(ArchiveError):
    """A question without a word that is to be found; `where` is the question."""

    code = "no_word"
    exit_code = 2
    sentences = {
        "id": "{where}: tidak ada kata yang dapat dicari. Tulis sedikitnya satu kata tanpa tanda kurang di depannya.",
        "en": "{where}: there is no word to look for. Write at least one word without a minus before it.",
    }


class TooManyWords(ArchiveError):
    """A question of more words than are looked for."""

    code = "too_many_words"
    exit_code = 2
    sentences = {
        "id": "{where}: terlalu banyak kata, batasnya {most}. Pilih kata yang paling khas.",
        "en": "{where}: too many words, the limit is {most}. Choose those that are most telling.",
    }


class NoSuchDay(ArchiveError):
    """A day, month or year that is none; `where` is what was given."""

    code = "no_such_day"
    exit_code = 2
    sentences = {
        "id": "{where}: ini bukan tanggal. Tulis tahun, bulan, atau hari, misalnya 2024, 2024-03, atau 2024-03-18.",
        "en": "{where}: this is no date. Write a year, a month or a day, for instance 2024, 2024-03 or 2024-03-18.",
    }
