"""What is said by `minutes-miner people` and `minutes-miner decide`."""

INDONESIAN = {
    "people.brief": "Menunjukkan siapa yang sama di semua dokumen, dan siapa memegang jabatan apa, kapan",
    "people.about": (
        "Menggabungkan orang, jabatan, dan lembaga dari semua dokumen: sebutan dengan gelar lain, salah ketik, dan nama "
        "pendek menjadi satu; "
        "dua orang yang senama tetap dua. Dengan berkas atau folder, dokumennya diolah saat itu juga; tanpa itu, arsip yang ditanya. "
        "Tanggal di depan adalah tanggal dokumen pertama dan terakhir yang menyebut jabatan itu."
    ),
    "people.examples": (
        'minutes-miner people --office "Kepala Dinas Sosial"\n'
        "minutes-miner people folder-notulen --name Lestari\n"
        "minutes-miner people --office Camat --region Ngawi --at 2024-05-01\n"
        "minutes-miner people --conflicts"
    ),
    "decide.brief": "Menyimpan keputusan Anda: sama, tidak sama, ganti nama, salah",
    "decide.about": (
        "Keputusan mengalahkan aturan dan tetap berlaku bila dokumen diindeks ulang. same A B: keduanya satu; not-same "
        "A B: keduanya berbeda; "
        "rename A NAMA: nama yang ditampilkan; wrong A: bukan orang, atau jabatan yang keliru; list: semua keputusan; "
        "undo N: batalkan nomor N. "
        "A dan B adalah id dari perintah people (p:sri-lestari@35.21), atau tempat dalam dokumen: id atau berkas dokumen, titik dua, lalu "
        "letak huruf pertama namanya, seperti start pada people --format jsonl (notulen.txt:120)."
    ),
    "decide.examples": (
        "minutes-miner decide same p:yanto@53.07 p:yanto-lewar@53.07\n"
        "minutes-miner decide not-same notulen.txt:120 berita.txt:45\n"
        "minutes-miner decide list"
    ),
    "decide.kept": "Keputusan {number} disimpan.",
    "decide.undone": "Keputusan {number} dibatalkan.",
    "closing.people": "Orang: {people}.",
    "option.people_paths": "berkas atau folder; tanpa ini arsip yang ditanya",
    "option.person_name": "hanya orang dengan kata-kata ini dalam namanya",
    "option.held_office": "hanya jabatan ini (Kadinsos juga menemukan Kepala Dinas Sosial)",
    "option.held_institution": "hanya jabatan di lembaga ini",
    "option.held_region": "hanya jabatan di wilayah ini",
    "option.at": "hanya yang memegang jabatan pada hari ini, menurut dokumen terdekat",
    "option.conflicts": "hanya jabatan yang menurut dokumen dipegang dua orang sekaligus",
    "option.people_format": "bentuk hasil di layar (bawaan: table)",
    "option.decision": "same, not-same, rename, wrong, list, atau undo",
    "option.whom": "id atau tempat; untuk rename nama baru sesudahnya, untuk undo nomornya",
    "option.decision_kind": "tentang apa (bawaan: menurut id, lalu person)",
    "option.decision_by": "siapa yang memutuskan (bawaan: nama pengguna komputer)",
    "usage.decision": "{where}: perlu {needed} isian, yang disebut {given}. Lihat decide --help.",
    "usage.decision_kind": (
        "{where}: tidak berlaku untuk {kind}. Untuk jabatan dan penjabatan pakai wrong; nama jabatan diganti dengan rename."
    ),
}

ENGLISH = {
    "people.brief": "Shows who is the same over all documents, and who held which office when",
    "people.about": (
        "Joins people, offices and institutions of all documents: mentions with other titles, misspellings and short names become one; "
        "two people of one name stay two. With files or folders these are mined on the spot; without them the archive is asked. "
        "The dates in front are those of the first and the last document that tell the office."
    ),
    "people.examples": (
        'minutes-miner people --office "Kepala Dinas Sosial"\n'
        "minutes-miner people minutes-folder --name Lestari\n"
        "minutes-miner people --office Camat --region Ngawi --at 2024-05-01\n"
        "minutes-miner people --conflicts"
    ),
    "decide.brief": "Keeps your decision: same, not same, rename, wrong",
    "decide.about": (
        "A decision wins over the rules and holds when documents are indexed anew. same A B: both are one; not-same A B: they are two; "
        "rename A NAME: the name that is shown; wrong A: nobody, or an office that is not held; list: all decisions; "
        "undo N: take back number N. "
        "A and B are ids from the command people (p:sri-lestari@35.21), or places in documents: the id or file of the "
        "document, a colon, and "
        "the offset of the first letter of the name, as start in people --format jsonl (minutes.txt:120)."
    ),
    "decide.examples": (
        "minutes-miner decide same p:yanto@53.07 p:yanto-lewar@53.07\n"
        "minutes-miner decide not-same minutes.txt:120 news.txt:45\n"
        "minutes-miner decide list"
    ),
    "decide.kept": "Decision {number} is kept.",
    "decide.undone": "Decision {number} is taken back.",
    "closing.people": "People: {people}.",
    "option.people_paths": "files or folders; without them the archive is asked",
    "option.person_name": "only people with these words in their name",
    "option.held_office": "only this office (Kadinsos finds Kepala Dinas Sosial too)",
    "option.held_institution": "only offices in this institution",
    "option.held_region": "only offices in this region",
    "option.at": "only those who held an office on this day, by the nearest documents",
    "option.conflicts": "only offices that two people are said to hold at once",
    "option.people_format": "form of the result on the screen (default: table)",
    "option.decision": "same, not-same, rename, wrong, list or undo",
    "option.whom": "ids or places; for rename the new name behind it, for undo the number",
    "option.decision_kind": "what it is about (default: by the id, then person)",
    "option.decision_by": "who decides (default: the name of the computer's user)",
    "usage.decision": "{where}: needs {needed} values, {given} were given. See decide --help.",
    "usage.decision_kind": "{where}: not for {kind}. For offices and holdings use wrong; an office is renamed with rename.",
}
