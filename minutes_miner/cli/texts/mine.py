"""What is said by `minutes-miner mine`."""

INDONESIAN = {
    "mine.brief": "Menemukan tindak lanjut, pejabat, dan pernyataan dalam dokumen",
    "mine.about": (
        "Membaca berkas dan isi folder, lalu menampilkan tindak lanjutnya. Dengan --to hasilnya ditulis ke berkas, "
        "dan akhiran namanya menentukan bentuknya: .xlsx buku kerja lengkap, .docx matriks tindak lanjut untuk Word, "
        ".csv tabel tindak lanjut, .jsonl semua catatan. "
        "Dokumen yang gagal disebut alasannya, yang lain tetap dikerjakan."
    ),
    "mine.examples": (
        "minutes-miner mine notulen.docx\n"
        "minutes-miner mine folder-notulen --to hasil.xlsx --jobs 2\n"
        "minutes-miner mine berita.txt --format jsonl > berita.jsonl"
    ),
}

ENGLISH = {
    "mine.brief": "Finds follow-up items, offices and statements in documents",
    "mine.about": (
        "Reads files and the contents of folders and shows their follow-up items. With --to the result goes to a file, "
        "and the ending of its name decides the form: .xlsx the whole workbook, .docx the follow-up matrix for Word, "
        ".csv the table of items, .jsonl all records. "
        "A document that fails is named with the reason, the others are done."
    ),
    "mine.examples": (
        "minutes-miner mine minutes.docx\n"
        "minutes-miner mine minutes-folder --to result.xlsx --jobs 2\n"
        "minutes-miner mine news.txt --format jsonl > news.jsonl"
    ),
}
