"""What is said by `minutes-miner issues`."""

INDONESIAN = {
    "issues.brief": "Menampilkan kebutuhan yang berulang, dari dokumen atau dari arsip",
    "issues.about": (
        "Mengumpulkan kebutuhan, keluhan, dan usulan dari semua dokumen, lalu mengelompokkan yang sejenis: "
        "siapa yang menyampaikan, di mana, "
        "berapa rapat, dan apakah sudah ditanggapi. Dengan PATH dokumennya ditambang sekarang, tanpa PATH arsip yang ditanya. "
        "Dengan --to hasilnya ditulis ke berkas: .xlsx buku kerja, .html halaman siap cetak, .png gambar linimasa, .jsonl satu isu sebaris."
    ),
    "issues.examples": (
        "minutes-miner issues folder-notulen\n"
        "minutes-miner issues --archive rakor.sqlite --since 2023 --region Ngawi\n"
        "minutes-miner issues --archive rakor.sqlite --to isu.html"
    ),
    "option.issues_paths": "berkas atau folder yang ditambang sekarang; tanpa ini arsip yang ditanya",
    "option.issues_since": "hanya dokumen sejak tanggal, bulan, atau tahun ini (2024-03-15, 2024-03, 2024)",
    "option.issues_until": "hanya dokumen sampai tanggal, bulan, atau tahun ini",
    "option.issues_region": "hanya dari wilayah yang namanya memuat kata-kata ini",
    "option.issues_forum": "hanya dari forum yang namanya memuat kata-kata ini",
    "option.issues_topic": "hanya topik ini (kunci atau nama dari topics.yml)",
    "option.issues_state": "hanya isu terbuka, terjawab, atau yang tidak muncul lagi",
    "usage.issues_two_sources": "{where}: PATH dan --archive tidak dapat dipakai bersama. Hapus salah satunya.",
    "usage.issues_topic": "{where}: topik {value} tidak dikenal. Pakai salah satu dari {choices}.",
}

ENGLISH = {
    "issues.brief": "Shows the needs that come back, of documents or of the archive",
    "issues.about": (
        "Gathers needs, complaints and proposals of all documents and groups those of one kind: "
        "who raises them, where, in how many meetings, "
        "and whether they were answered. With PATH the documents are mined now, without PATH the archive is asked. "
        "With --to the result goes to a file: .xlsx a workbook, .html a page to print, .png a picture of the time lines, "
        ".jsonl one issue a line."
    ),
    "issues.examples": (
        "minutes-miner issues minutes-folder\n"
        "minutes-miner issues --archive rakor.sqlite --since 2023 --region Ngawi\n"
        "minutes-miner issues --archive rakor.sqlite --to issues.html"
    ),
    "option.issues_paths": "files or folders to mine now; without them the archive is asked",
    "option.issues_since": "only documents from this day, month or year on (2024-03-15, 2024-03, 2024)",
    "option.issues_until": "only documents up to this day, month or year",
    "option.issues_region": "only from regions whose name holds these words",
    "option.issues_forum": "only from forums whose name holds these words",
    "option.issues_topic": "only this topic (a key or name of topics.yml)",
    "option.issues_state": "only issues that are open, answered or dormant",
    "usage.issues_two_sources": "{where}: PATH and --archive cannot be used together. Leave one out.",
    "usage.issues_topic": "{where}: the topic {value} is not known. Use one of {choices}.",
}
