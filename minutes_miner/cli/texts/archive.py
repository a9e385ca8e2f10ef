"""What is said by `minutes-miner archive`."""

INDONESIAN = {
    "archive.brief": "Memeriksa, menghitung, mengekspor, dan menghapus isi arsip",
    "archive.about": (
        "Merawat arsip: memeriksa keutuhannya, menghitung isinya, mengekspor semua dokumen, dan menghapus dokumen beserta turunannya. "
        "Arsip adalah sebuah berkas, atau basis data di server: --archive postgresql://pengguna:sandi@server/basisdata."
    ),
    "archive.examples": "",
    "archive.check.brief": "Memeriksa apakah isi arsip masih utuh",
    "archive.check.about": (
        "Memeriksa setiap dokumen dalam arsip: jumlah periksa, catatan, indeks teks, dan rujukan antartabel. "
        "Setiap kesalahan disebut sebaris; kode keluar 7 bila ada, 0 bila arsip utuh."
    ),
    "archive.check.examples": "minutes-miner archive check\nminutes-miner archive check --archive rakor.sqlite",
    "archive.stats.brief": "Menghitung isi arsip",
    "archive.stats.about": "Menghitung dokumen menurut jenis, tahun, dan wilayah, butir menurut jenis, berkas yang gagal, dan ukurannya.",
    "archive.stats.examples": "minutes-miner archive stats\nminutes-miner archive stats --format jsonl",
    "archive.export.brief": "Menulis semua dokumen arsip ke satu berkas",
    "archive.export.about": (
        "Menulis semua dokumen beserta catatannya, urut menurut tandanya: .jsonl satu dokumen sebaris, .xlsx buku kerja. "
        "Tanpa --to barisnya ditampilkan. Dokumen yang sama selalu memberi berkas yang sama."
    ),
    "archive.export.examples": "minutes-miner archive export --to arsip.jsonl\nminutes-miner archive export --to arsip.xlsx",
    "archive.forget.brief": "Menghapus dokumen dan semua turunannya dari arsip",
    "archive.forget.about": (
        "Menghapus dokumen dari arsip: teks, catatan, indeks, gabungan, perubahan, dan nama berkasnya; berkas arsip ditulis ulang, "
        "sehingga isinya tidak tersisa. Berkas sumbernya sendiri tidak disentuh: bila masih ada, index berikutnya memasukkannya lagi."
    ),
    "archive.forget.examples": (
        'minutes-miner archive forget notulen/rapat.docx\nminutes-miner archive forget "notulen/2019/*" --yes\n'
        "minutes-miner archive forget 3f2a91c07be4"
    ),
    "option.archive_format": "bentuk hasil di layar (bawaan: table)",
    "option.forget_target": "tanda dokumen (atau 8 huruf pertamanya), berkas atau folder; * dan ? boleh dipakai",
    "option.yes": "hapus tanpa bertanya",
    "progress.archive_check": "Memeriksa arsip",
    "progress.archive_export": "Menulis",
    "archive_check.right": "Arsip {archive}: utuh, {documents} dokumen diperiksa.",
    "archive_check.faults": (
        "Arsip {archive}: {faults} kesalahan. Pakai cadangan, atau indeks ulang berkas sumbernya ke arsip baru. Bila hanya catatan yang "
        "berbeda, arsip mungkin dibuat dengan model atau versi program lain."
    ),
    "archive_stats.documents": "dokumen",
    "archive_stats.copies": "di antaranya salinan",
    "archive_stats.characters": "huruf",
    "archive_stats.bytes": "bita di penyimpanan",
    "archive_stats.kinds": "Dokumen menurut jenis",
    "archive_stats.years": "Dokumen menurut tahun",
    "archive_stats.regions": "Dokumen menurut wilayah",
    "archive_stats.items": "Butir menurut jenis",
    "archive_stats.records": "Catatan",
    "archive_stats.sources": "Berkas sumber",
    "archive_stats.failures": "Berkas yang gagal, menurut sebabnya",
    "archive_stats.models": "Dokumen menurut model",
    "archive_stats.statements": "pernyataan",
    "archive_stats.people": "orang, per dokumen",
    "archive_stats.offices": "jabatan, per dokumen",
    "archive_stats.institutions": "lembaga, per dokumen",
    "archive_stats.entities": "orang, jabatan, dan lembaga setelah digabung",
    "archive_stats.issues": "isu berulang",
    "archive_stats.followups": "tindak lanjut antarrapat",
    "archive_stats.decisions": "keputusan pengguna",
    "archive_stats.changes": "perubahan pengguna",
    "archive_stats.stored": "tersimpan",
    "archive_stats.failed": "gagal",
    "archive_stats.gone": "sudah tidak ada",
    "archive_stats.begun": "belum selesai",
    "archive_stats.unknown": "tidak diketahui",
    "archive_stats.more": "dan {more} lagi",
    "archive_export.written": "{documents} dokumen ditulis ke {target}.",
    "archive_forget.question": "Hapus {documents} dokumen ini untuk selamanya? [y/t]",
    "archive_forget.kept": "Tidak ada yang dihapus.",
    "archive_forget.done": "{documents} dokumen dihapus dari {archive}.",
    "archive_forget.more": "dan {more} lagi",
    "usage.too_many": "{where}: {documents} dokumen terlalu banyak untuk bentuk ini, batasnya {most}. Tulislah ke berkas {form}.",
    "usage.not_confirmed": "{where}: tidak ada terminal untuk bertanya. Tambahkan {where} bila dokumen ini memang harus dihapus.",
}

ENGLISH = {
    "archive.brief": "Checks, counts, exports and forgets what the archive holds",
    "archive.about": (
        "Keeps the archive: checks that it is whole, counts what it holds, exports all documents, and forgets documents with all that came "
        "from them. An archive is a file, or a database on a server: --archive postgresql://user:password@server/database."
    ),
    "archive.examples": "",
    "archive.check.brief": "Checks that the archive is whole",
    "archive.check.about": (
        "Checks every document of the archive: checksums, records, text indexes and references between tables. "
        "Each fault is a line; the exit code is 7 if there is one, 0 if the archive is whole."
    ),
    "archive.check.examples": "minutes-miner archive check\nminutes-miner archive check --archive rakor.sqlite",
    "archive.stats.brief": "Counts what the archive holds",
    "archive.stats.about": "Counts documents by kind, year and region, items by kind, files that failed, and the size of the archive.",
    "archive.stats.examples": "minutes-miner archive stats\nminutes-miner archive stats --format jsonl",
    "archive.export.brief": "Writes all documents of the archive to a file",
    "archive.export.about": (
        "Writes all documents with their records, sorted by their ids: .jsonl a document a line, .xlsx a workbook. "
        "Without --to the lines are shown. The same documents always give the same file."
    ),
    "archive.export.examples": "minutes-miner archive export --to archive.jsonl\nminutes-miner archive export --to archive.xlsx",
    "archive.forget.brief": "Takes documents and all that came from them out of the archive",
    "archive.forget.about": (
        "Takes documents out of the archive: text, records, indexes, what was joined, changes and file names; the file of the archive is "
        "written anew, so that nothing of them is left. The source itself is not touched: if it is still there, the next index brings it "
        "back."
    ),
    "archive.forget.examples": (
        'minutes-miner archive forget minutes/meeting.docx\nminutes-miner archive forget "minutes/2019/*" --yes\n'
        "minutes-miner archive forget 3f2a91c07be4"
    ),
    "option.archive_format": "form of the result on the screen (default: table)",
    "option.forget_target": "id of a document (or its first 8 signs), file or folder; * and ? may be used",
    "option.yes": "forget without asking",
    "progress.archive_check": "Checking the archive",
    "progress.archive_export": "Writing",
    "archive_check.right": "Archive {archive}: whole, {documents} documents checked.",
    "archive_check.faults": (
        "Archive {archive}: {faults} faults. Use a backup, or index the sources again into a new archive. If only records differ, "
        "the archive may be of another model or version of the program."
    ),
    "archive_stats.documents": "documents",
    "archive_stats.copies": "copies among them",
    "archive_stats.characters": "characters",
    "archive_stats.bytes": "bytes on the disk",
    "archive_stats.kinds": "Documents by kind",
    "archive_stats.years": "Documents by year",
    "archive_stats.regions": "Documents by region",
    "archive_stats.items": "Items by kind",
    "archive_stats.records": "Records",
    "archive_stats.sources": "Source files",
    "archive_stats.failures": "Files that failed, by reason",
    "archive_stats.models": "Documents by model",
    "archive_stats.statements": "statements",
    "archive_stats.people": "people, by document",
    "archive_stats.offices": "offices, by document",
    "archive_stats.institutions": "institutions, by document",
    "archive_stats.entities": "people, offices and institutions, joined",
    "archive_stats.issues": "recurring issues",
    "archive_stats.followups": "follow-ups between meetings",
    "archive_stats.decisions": "decisions of users",
    "archive_stats.changes": "changes of users",
    "archive_stats.stored": "stored",
    "archive_stats.failed": "failed",
    "archive_stats.gone": "gone",
    "archive_stats.begun": "not finished",
    "archive_stats.unknown": "unknown",
    "archive_stats.more": "and {more} more",
    "archive_export.written": "{documents} documents written to {target}.",
    "archive_forget.question": "Forget these {documents} documents for good? [y/n]",
    "archive_forget.kept": "Nothing was forgotten.",
    "archive_forget.done": "{documents} documents forgotten by {archive}.",
    "archive_forget.more": "and {more} more",
    "usage.too_many": "{where}: {documents} documents are too many for this form, the limit is {most}. Write to a {form} file.",
    "usage.not_confirmed": "{where}: there is no terminal to ask. Add {where} if these documents are to be forgotten.",
}
