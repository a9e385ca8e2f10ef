"""What is said about the program as a whole: its help, and how it ends."""

INDONESIAN = {
    "app.about": (
        "Mengubah notulen, risalah rapat, dan berita daerah menjadi daftar tindak lanjut, pejabat, pernyataan, dan isu berulang. "
        "Semua dikerjakan di komputer ini; tidak ada yang dikirim ke mana pun."
    ),
    "app.examples": (
        "minutes-miner mine folder-notulen --to hasil.xlsx\nminutes-miner mine notulen.pdf\nminutes-miner issues folder-notulen --lang en"
    ),
    "help.usage": "Cara pakai",
    "help.options": "PILIHAN",
    "help.command": "PERINTAH",
    "help.commands_heading": "Perintah",
    "help.arguments_heading": "Yang diolah",
    "help.options_heading": "Pilihan",
    "help.examples_heading": "Contoh",
    "help.exit_codes_heading": "Kode keluar",
    "help.exit_codes": (
        "0  semua selesai\n"
        "1  kesalahan program\n"
        "2  perintah atau pilihan keliru\n"
        "3  tidak ada dokumen yang dapat dibaca\n"
        "4  sebagian dokumen gagal, yang lain selesai\n"
        "5  hasil tidak dapat ditulis\n"
        "6  ada kesalahan dalam model\n"
        "7  arsip tidak dapat dipakai\n"
        "130  dihentikan dengan Ctrl-C"
    ),
    "stopped": "Dihentikan.",
    "unexpected": (
        "Terjadi kesalahan dalam program ({kind}: {text}). Mohon laporkan kalimat ini beserta perintah yang dijalankan; "
        "MINUTES_MINER_DEBUG=1 menampilkan rinciannya."
    ),
}

ENGLISH = {
    "app.about": (
        "Turns minutes of meetings and local news in Indonesian into follow-up items, offices, statements and recurring issues. "
        "All work is done on this computer; nothing is sent anywhere."
    ),
    "app.examples": (
        "minutes-miner mine minutes-folder --to result.xlsx\nminutes-miner mine minutes.pdf\nminutes-miner issues minutes-folder --lang en"
    ),
    "help.usage": "Usage",
    "help.options": "OPTIONS",
    "help.command": "COMMAND",
    "help.commands_heading": "Commands",
    "help.arguments_heading": "Arguments",
    "help.options_heading": "Options",
    "help.examples_heading": "Examples",
    "help.exit_codes_heading": "Exit codes",
    "help.exit_codes": (
        "0  all done\n"
        "1  a fault of the program\n"
        "2  wrong command or option\n"
        "3  no document could be read\n"
        "4  some documents failed, the others are done\n"
        "5  the result could not be written\n"
        "6  the model has a fault\n"
        "7  the archive cannot be used\n"
        "130  stopped with Ctrl-C"
    ),
    "stopped": "Stopped.",
    "unexpected": (
        "The program met an error of its own ({kind}: {text}). Please report this sentence with the command that you ran; "
        "MINUTES_MINER_DEBUG=1 shows the details."
    ),
}
