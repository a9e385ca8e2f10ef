"""What is said by `minutes-miner show`."""

INDONESIAN = {
    "show.brief": "Menggambar satu halaman dengan kotak pada setiap temuan",
    "show.about": (
        "Menggambar satu halaman PDF dengan kotak berwarna pada orang, jabatan, lembaga, wilayah, tanggal, dan jumlah, "
        "serta garis pada pernyataan dan tindak lanjut, supaya hasilnya dapat diperiksa dengan mata. "
        "Dengan --kind hanya yang disebut yang digambar: people, offices, institutions, places, dates, money, statements, items."
    ),
    "show.examples": (
        "minutes-miner show notulen.pdf --page 2 --png halaman-2.png\nminutes-miner show notulen.pdf --png periksa.png --kind people,items"
    ),
}

ENGLISH = {
    "show.brief": "Draws one page with a box on everything that was found",
    "show.about": (
        "Draws one page of a PDF with coloured boxes on people, offices, institutions, places, dates and amounts, "
        "and lines under statements and items, so that results can be checked by eye. "
        "With --kind only what is named is drawn: people, offices, institutions, places, dates, money, statements, items."
    ),
    "show.examples": (
        "minutes-miner show minutes.pdf --page 2 --png page-2.png\nminutes-miner show minutes.pdf --png check.png --kind people,items"
    ),
}
