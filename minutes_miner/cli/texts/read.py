"""What is said by `minutes-miner read`."""

INDONESIAN = {
    "read.brief": "Menampilkan teks yang terbaca, tanpa mengolahnya",
    "read.about": (
        "Membaca berkas dan isi folder, lalu menampilkan teksnya: satu alinea, butir, atau baris tabel sebaris. "
        "Pakailah untuk memeriksa apakah sebuah dokumen terbaca dengan benar."
    ),
    "read.examples": "minutes-miner read notulen.pdf\nminutes-miner read notulen.docx --format jsonl",
}

ENGLISH = {
    "read.brief": "Shows the text that was read, nothing mined",
    "read.about": (
        "Reads files and the contents of folders and shows their text: one paragraph, list item or table row a line. "
        "Use it to see whether a document is read rightly."
    ),
    "read.examples": "minutes-miner read minutes.pdf\nminutes-miner read minutes.docx --format jsonl",
}
