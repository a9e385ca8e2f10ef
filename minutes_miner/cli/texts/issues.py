"""What is said by `minutes-miner issues`."""

INDONESIAN = {
    "issues.brief": "Mengelompokkan kebutuhan yang berulang dari semua dokumen",
    "issues.about": (
        "Mengumpulkan kebutuhan, keluhan, dan usulan dari semua dokumen, lalu mengelompokkan yang sejenis. "
        "Dengan --to hasilnya ditulis ke berkas: .xlsx buku kerja lengkap dengan lembar Isu Berulang, .jsonl satu isu sebaris."
    ),
    "issues.examples": "minutes-miner issues folder-notulen\nminutes-miner issues folder-notulen --to isu.xlsx",
}

ENGLISH = {
    "issues.brief": "Groups the needs that come back over all documents",
    "issues.about": (
        "Gathers needs, complaints and proposals of all documents and groups those of one kind. "
        "With --to the result goes to a file: .xlsx the whole workbook with the sheet Isu Berulang, .jsonl one issue a line."
    ),
    "issues.examples": "minutes-miner issues minutes-folder\nminutes-miner issues minutes-folder --to issues.xlsx",
}
