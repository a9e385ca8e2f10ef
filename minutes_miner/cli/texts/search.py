"""What is said by `minutes-miner search`."""

INDONESIAN = {
    "search.brief": "Mencari dalam arsip: kata, frasa, nama, tindak lanjut",
    "search.about": (
        "Mencari kata dalam semua bentuknya (membantu menemukan bantuan). Tanda kutip: frasa seperti ditulis; bintang "
        "di akhir mencari awal kata (perkema*), OR salah satu dari dua kata, tanda kurang kata yang tidak boleh ada; kata lain harus ada. "
        "Tanpa kata, ditampilkan dokumen terbaru yang cocok dengan pilihannya. Nama boleh tidak lengkap, dengan singkatan (Dinsos Ngawi)."
    ),
    "search.examples": (
        'minutes-miner search "bantuan operasional" --region Ngawi\n'
        "minutes-miner search '\"bantuan operasional\" -pajak' --from 2023\n"
        "minutes-miner search --kind instruction --status late --institution Dinsos\n"
        "minutes-miner search beras --format jsonl"
    ),
    "search.found": "Ditemukan {total} {what}.",
    "search.what.text": "dokumen",
    "search.what.item": "tindak lanjut atau kebutuhan",
    "search.what.statement": "pernyataan",
    "search.what.person": "orang",
    "search.what.office": "jabatan",
    "search.what.institution": "lembaga",
    "search.kind.item": "Tindak lanjut",
    "search.kind.statement": "Pernyataan",
    "search.kind.person": "Orang",
    "search.kind.office": "Jabatan",
    "search.kind.institution": "Lembaga",
    "search.pages": "Hasil {first} sampai {last}; selebihnya dengan --page {next}.",
    "search.facet.kinds": "Jenis",
    "search.facet.regions": "Wilayah",
    "search.facet.topics": "Topik",
    "search.facet.years": "Tahun",
    "search.more": "dan {count} lainnya",
    "search.page": "hlm. {page}",
    "search.copies": "juga: {paths}",
    "search.gone": "berkas sudah tidak ada",
    "search.undated": "tanpa tanggal",
    "search.nothing": "Tidak ditemukan.",
    "search.no_such_page": "Tidak ada halaman {page}; seluruhnya {total} hasil.",
    "search.mean": "Tidak ada kata {word} dalam arsip. Mungkin maksudnya: {instead}.",
    "search.try_words": "Coba kata yang lebih sedikit atau yang lain, tanpa tanda kutip, atau awal kata dengan bintang (perkema*).",
    "search.try_filters": "Coba dengan lebih sedikit pilihan ({options}).",
}

ENGLISH = {
    "search.brief": "Searches the archive: words, phrases, names, follow-up items",
    "search.about": (
        "Finds words in all their forms (membantu finds bantuan). Quotation marks ask for a phrase as written, a star at the end for the "
        "beginning of a word (perkema*), OR for either of two words, a minus for a word that must not be there; all other words must be. "
        "Without words it shows the newest documents that fit the options. Names may be incomplete, or abbreviated (Dinsos Ngawi)."
    ),
    "search.examples": (
        'minutes-miner search "bantuan operasional" --region Ngawi\n'
        "minutes-miner search '\"bantuan operasional\" -pajak' --from 2023\n"
        "minutes-miner search --kind instruction --status late --institution Dinsos\n"
        "minutes-miner search beras --format jsonl"
    ),
    "search.found": "Found {total} {what}.",
    "search.what.text": "documents",
    "search.what.item": "items",
    "search.what.statement": "statements",
    "search.what.person": "people",
    "search.what.office": "offices",
    "search.what.institution": "institutions",
    "search.kind.item": "Item",
    "search.kind.statement": "Statement",
    "search.kind.person": "Person",
    "search.kind.office": "Office",
    "search.kind.institution": "Institution",
    "search.pages": "Results {first} to {last}; more with --page {next}.",
    "search.facet.kinds": "Kinds",
    "search.facet.regions": "Regions",
    "search.facet.topics": "Topics",
    "search.facet.years": "Years",
    "search.more": "and {count} more",
    "search.page": "p. {page}",
    "search.copies": "also: {paths}",
    "search.gone": "the file is gone",
    "search.undated": "no date",
    "search.nothing": "Nothing found.",
    "search.no_such_page": "There is no page {page}; there are {total} results in all.",
    "search.mean": "No document has the word {word}. Perhaps you mean: {instead}.",
    "search.try_words": "Try fewer or other words, without quotation marks, or the beginning of a word with a star (perkema*).",
    "search.try_filters": "Try with fewer options ({options}).",
}
