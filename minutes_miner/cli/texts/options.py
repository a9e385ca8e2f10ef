"""What is said about the options that commands share."""

INDONESIAN = {
    "option.old": "folder model semula",
    "option.new": "folder model yang diubah",
    "option.diff_format": "bentuk hasil di layar (bila tidak disebut: text)",
    "option.path": "berkas atau folder; boleh lebih dari satu",
    "option.sentence": "kalimat yang dijelaskan, sebaiknya di antara tanda kutip",
    "option.file": "berkas yang berhalaman (PDF)",
    "option.page": "nomor halaman, mulai dari 1 (bawaan: 1)",
    "option.png": "tulis gambarnya ke berkas ini",
    "option.kind": "yang digambar, dipisah koma (bawaan: semua)",
    "option.to": "tulis hasil ke berkas ini",
    "option.mine_format": "bentuk hasil di layar (bawaan: table)",
    "option.read_format": "bentuk hasil di layar (bawaan: text)",
    "option.issues_format": "bentuk hasil di layar (bawaan: table)",
    "option.model": "folder model (bawaan: model yang disertakan)",
    "option.archive": "Arsip yang dipakai; tanpa ini MINUTES_MINER_ARCHIVE, lalu rakor.sqlite di folder kerja",
    "option.jobs": "banyaknya dokumen yang diolah bersamaan (bawaan: 1)",
    "option.ocr": "pengenalan huruf pada pindaian dan foto: auto halaman tanpa teks saja, off tidak, all semua halaman (bawaan: auto)",
    "option.password": "kata sandi untuk membuka berkas yang terkunci",
    "option.person": "orang yang disebut, atau yang berbicara atau bertugas; gelar boleh ditulis boleh tidak",
    "option.office": "jabatan",
    "option.institution": "lembaga atau dinas",
    "option.region": "wilayah yang dibicarakan dokumennya",
    "option.forum": "forum yang rapat",
    "option.search_kind": (
        "yang dicari: text, item, statement, person, office, institution, atau lebih sempit: need, commitment, instruction, decision, "
        "minutes, news, letter (bawaan: dokumen, dan nama yang cocok)"
    ),
    "option.topic": "topik, dengan kunci atau namanya (operational_aid, Bantuan operasional)",
    "option.status": "keadaan tindak lanjut: open belum, done selesai, late lewat tenggat",
    "option.since": "sejak tahun, bulan, atau hari ini (2023, 2023-05, 2023-05-17)",
    "option.until": "sampai tahun, bulan, atau hari ini",
    "option.hits": "banyaknya hasil setiap halaman (bawaan: 10)",
    "option.search_page": "halaman hasil, mulai dari 1 (bawaan: 1)",
    "option.search_format": "bentuk hasil (bawaan: table)",
    "option.words": "kata yang dicari",
    "option.limit": (
        "batas setiap berkas, boleh diulang: seconds, page_seconds (tambahan per halaman), memory, size, unpacked, archive (MiB), pages, "
        "characters, members (isi arsip); misalnya --limit pages=50"
    ),
    "option.check": "periksa saja, tidak ada yang diubah",
    "option.version": "tampilkan versi",
    "option.lang": "bahasa pesan: id Indonesia, en Inggris (bawaan: id, atau isi MINUTES_MINER_LANG)",
    "option.help": "tampilkan bantuan ini",
}

ENGLISH = {
    "option.old": "the model folder as it was",
    "option.new": "the model folder as it is now",
    "option.diff_format": "form of the result on the screen (default: text)",
    "option.path": "file or folder; more than one may be given",
    "option.sentence": "the sentence to explain, best between quotation marks",
    "option.file": "a file that has pages (PDF)",
    "option.page": "number of the page, from 1 (default: 1)",
    "option.png": "write the picture to this file",
    "option.kind": "what is drawn, with commas between (default: all)",
    "option.to": "write the result to this file",
    "option.mine_format": "form of the result on the screen (default: table)",
    "option.read_format": "form of the result on the screen (default: text)",
    "option.issues_format": "form of the result on the screen (default: table)",
    "option.model": "model folder (default: the one that is shipped)",
    "option.archive": "The archive; without it MINUTES_MINER_ARCHIVE, then rakor.sqlite in the working folder",
    "option.jobs": "how many documents are mined at the same time (default: 1)",
    "option.ocr": "recognition of scans and photos: auto only pages without text, off none, all every page (default: auto)",
    "option.password": "password that opens locked files",
    "option.person": "person who is named, or who speaks or is to act; with or without titles",
    "option.office": "office",
    "option.institution": "institution or service",
    "option.region": "region that the document speaks of",
    "option.forum": "forum that meets",
    "option.search_kind": (
        "what is looked for: text, item, statement, person, office, institution, or narrower: need, commitment, instruction, decision, "
        "minutes, news, letter (default: documents, and names that fit)"
    ),
    "option.topic": "topic, by its key or name (operational_aid, Bantuan operasional)",
    "option.status": "state of an item: open, done, or late, which is past its deadline",
    "option.since": "from this year, month or day on (2023, 2023-05, 2023-05-17)",
    "option.until": "up to this year, month or day",
    "option.hits": "results on a page (default: 10)",
    "option.search_page": "page of the results, from 1 (default: 1)",
    "option.search_format": "form of the result (default: table)",
    "option.words": "the words to look for",
    "option.limit": (
        "limit of each file, may be repeated: seconds, page_seconds (more for each page), memory, size, unpacked, archive (MiB), pages, "
        "characters, members (of an archive); for instance --limit pages=50"
    ),
    "option.check": "only check, change nothing",
    "option.version": "show the version",
    "option.lang": "language of messages: id Indonesian, en English (default: id, or what MINUTES_MINER_LANG says)",
    "option.help": "show this help",
}
