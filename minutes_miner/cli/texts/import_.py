"""What is said by `minutes-miner import`."""

INDONESIAN = {
    "import.brief": "Memasukkan perubahan petugas dari buku kerja ke arsip",
    "import.about": (
        "Membaca Status dan Penanggung Jawab dari buku kerja yang sudah diubah petugas (hasil mine atau followup) dan menyimpannya "
        "di arsip, terpisah dari yang terbaca di notulen. Baris boleh diurutkan, disaring, dan dipindah; kolom Kode jangan dihapus."
    ),
    "import.examples": "minutes-miner import hasil.xlsx\nminutes-miner import tindak-lanjut.xlsx --archive rakor.sqlite",
    "option.workbook": "buku kerja yang sudah diubah",
    "import.changed": "{sheet}, baris {row}: {field} menjadi {value} ({text})",
    "import.conflict": "{sheet}, baris {row}: tidak dimasukkan, {field} di sini {value}, di arsip sudah diubah menjadi {kept} ({text})",
    "import.unknown": "{sheet}, baris {row}: tidak dimasukkan, dokumennya tidak ada di arsip ini atau kodenya berubah ({text})",
    "import.edited": "{sheet}, baris {row}: uraiannya diubah; uraian di arsip tetap seperti di notulen ({text})",
    "import.added": "{sheet}, baris {row}: tidak dimasukkan, baris tanpa kode ({text})",
    "import.twice": "{sheet}, baris {row}: tidak dimasukkan, baris yang sama sudah ada di atas dengan isi lain ({text})",
    "import.status": "{sheet}, baris {row}: tidak dimasukkan, status {value} tidak dikenal; pilih Belum, Proses, atau Selesai ({text})",
    "import.missing": "{sheet}: baris dengan No {row} tidak ada lagi; di arsip tidak ada yang dihapus",
    "import.field.status": "Status",
    "import.field.actor": "Penanggung Jawab",
    "import.nobody": "kosong",
    "import.closing": "{rows} baris dibaca, {changed} perubahan disimpan.",
}

ENGLISH = {
    "import.brief": "Takes a clerk's changes in a workbook into the archive",
    "import.about": (
        "Reads Status and Responsible from a workbook that a clerk has edited (made by mine or followup) and stores them in the archive, "
        "apart from what the minutes say. Rows may be sorted, filtered and moved; the column Code must stay."
    ),
    "import.examples": "minutes-miner import result.xlsx\nminutes-miner import follow-up.xlsx --archive rakor.sqlite",
    "option.workbook": "the edited workbook",
    "import.changed": "{sheet}, row {row}: {field} is now {value} ({text})",
    "import.conflict": "{sheet}, row {row}: not taken in, {field} is {value} here and was changed to {kept} in the archive ({text})",
    "import.unknown": "{sheet}, row {row}: not taken in, its document is not in this archive or its code was changed ({text})",
    "import.edited": "{sheet}, row {row}: the description was edited; the archive keeps that of the minutes ({text})",
    "import.added": "{sheet}, row {row}: not taken in, a row without a code ({text})",
    "import.twice": "{sheet}, row {row}: not taken in, the same row stands above with other content ({text})",
    "import.status": "{sheet}, row {row}: not taken in, the status {value} is unknown; choose Open, In progress or Done ({text})",
    "import.missing": "{sheet}: the row with No {row} is gone; nothing was deleted in the archive",
    "import.field.status": "Status",
    "import.field.actor": "Responsible",
    "import.nobody": "empty",
    "import.closing": "{rows} rows read, {changed} changes stored.",
}
