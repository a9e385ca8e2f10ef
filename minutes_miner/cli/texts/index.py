"""What is said by `minutes-miner index`."""

INDONESIAN = {
    "index.brief": "Menyimpan dokumen ke arsip yang dapat dicari, dan memperbaruinya",
    "index.about": (
        "Membaca berkas, isi folder, dan isi arsip (.zip, .tar), lalu menyimpan semua yang ditemukan di dalamnya. "
        "Dijalankan lagi, hanya berkas baru atau yang berubah yang dikerjakan; berkas yang sudah tidak ada ditandai, dan dokumennya tetap "
        "dapat dicari. Boleh dihentikan kapan saja: yang sudah tersimpan tetap aman, dan perintah yang sama melanjutkannya. "
        "Berkas yang gagal disebut alasannya, dan dicoba lagi bila berubah, atau dengan --retry."
    ),
    "index.examples": (
        "minutes-miner index folder-notulen --archive rakor.sqlite\n"
        "minutes-miner index notulen berita --jobs 2\n"
        "minutes-miner index folder-notulen --watch"
    ),
    "option.index_path": "berkas, folder, atau arsip; boleh lebih dari satu",
    "option.watch": "terus memperhatikan folder dan menyimpan yang baru, sampai dihentikan dengan Ctrl-C",
    "option.retry": "coba lagi berkas yang dulu gagal",
    "progress.index": "Menyimpan",
    "closing.index": (
        "Arsip {archive}: {documents} dokumen disimpan, {failed} gagal, {unchanged} berkas tidak berubah, {gone} berkas hilang."
    ),
    "closing.failed_before": "{count} berkas dulu gagal dan belum berubah; coba lagi dengan --retry.",
}

ENGLISH = {
    "index.brief": "Puts documents into an archive that can be searched, and keeps it up to date",
    "index.about": (
        "Reads files, the contents of folders and of archives (.zip, .tar), and stores all that is found in them. "
        "Run again, only new and changed files are worked on; files that are no more are marked, and their documents can still be "
        "searched. It may be stopped at any moment: what is stored is safe, and the same command goes on from there. "
        "A file that fails is named with the reason, and tried again when it changes, or with --retry."
    ),
    "index.examples": (
        "minutes-miner index minutes-folder --archive rakor.sqlite\n"
        "minutes-miner index minutes news --jobs 2\n"
        "minutes-miner index minutes-folder --watch"
    ),
    "option.index_path": "file, folder or archive of files; more than one may be given",
    "option.watch": "keep looking at the folders and store what is new, until stopped with Ctrl-C",
    "option.retry": "try again the files that failed before",
    "progress.index": "Storing",
    "closing.index": "Archive {archive}: {documents} documents stored, {failed} failed, {unchanged} files unchanged, {gone} files gone.",
    "closing.failed_before": "{count} files failed before and have not changed; try them again with --retry.",
}
