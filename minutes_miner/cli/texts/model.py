"""What is said by `minutes-miner model`."""

INDONESIAN = {
    "model.brief": "Memeriksa dan merawat aturan dan daftar kata",
    "model.about": "Memeriksa dan merawat folder model: aturan, daftar kata, dan nama wilayah yang dapat disunting tanpa memprogram.",
    "model.examples": "",
    "model.check.brief": "Memeriksa aturan dan menjalankan semua contohnya",
    "model.check.about": (
        "Memeriksa semua berkas model, lalu menjalankan contoh setiap aturan. Setiap kesalahan disebut dengan berkas dan barisnya."
    ),
    "model.check.examples": "minutes-miner model check\nminutes-miner model check --model model-kota-saya",
    "model.explain.brief": "Menjelaskan aturan mana yang bekerja pada sebuah kalimat",
    "model.explain.about": (
        "Mengolah satu kalimat dan menjelaskan apa yang dilakukan setiap langkah dan mengapa: aturan mana yang menemukan apa dan di baris "
        "mana aturan itu tertulis, usulan mana yang kalah dan oleh apa, serta asal penutur, pelaku, tenggat, topik, dan keyakinan."
    ),
    "model.explain.examples": 'minutes-miner model explain "Dinas Sosial akan menyalurkan bantuan paling lambat 20 Maret 2025."',
    "model.diff.brief": "Menunjukkan catatan yang berubah oleh perubahan aturan",
    "model.diff.about": (
        "Mengolah berkas yang sama dengan dua folder model dan menunjukkan catatan mana yang bertambah (+), hilang (-), dan berubah (~) "
        "di setiap dokumen, dengan aturannya. Perbedaan bukan kesalahan: kode keluarnya 0."
    ),
    "model.diff.examples": (
        "minutes-miner model diff model-lama model-baru folder-notulen\n"
        "minutes-miner model diff model-lama model-baru notulen.docx --format jsonl"
    ),
    "progress.diff": "Membandingkan",
    "closing.diff": "Dokumen: {documents} diperiksa, {different} berbeda. Catatan: {added} bertambah, {dropped} hilang, {altered} berubah.",
    "diff.nothing": "kosong",
    "model.tidy.brief": "Merapikan dan mengurutkan daftar CSV",
    "model.tidy.about": (
        "Mengurutkan dan menyeragamkan daftar CSV di folder model. Dengan --check hanya disebut berkas mana yang belum rapi."
    ),
    "model.tidy.examples": "minutes-miner model tidy --model model-kota-saya\nminutes-miner model tidy --check",
    "progress.examples": "Menjalankan contoh",
    "check.failed": "{where}: contoh aturan {rule} tidak cocok: {sentence}\n    {message}",
    "check.faults": "Model {folder}: {faults} kesalahan. Contoh belum dijalankan; perbaiki kesalahan di atas lebih dulu.",
    "check.wrong": "Model {folder}: {wrong} dari {examples} contoh tidak cocok, pada {rules} aturan.",
    "check.right": "Model {folder}: {examples} contoh dari {rules} aturan cocok.",
    "tidy.clean": "Model {folder}: semua daftar sudah rapi.",
    "tidy.changed": "dirapikan: {file}",
    "tidy.untidy": "belum rapi: {file}",
    "tidy.remedy": "Model {folder}: {files} daftar belum rapi. Jalankan perintah yang sama tanpa --check.",
}

ENGLISH = {
    "model.brief": "Checks and keeps the rules and word lists",
    "model.about": "Checks and keeps a model folder: rules, word lists and names of regions that can be edited without programming.",
    "model.examples": "",
    "model.check.brief": "Checks the rules and runs all their examples",
    "model.check.about": "Checks all files of the model, then runs the examples of each rule. Each fault is named with its file and line.",
    "model.check.examples": "minutes-miner model check\nminutes-miner model check --model my-city",
    "model.explain.brief": "Explains which rules worked on a sentence",
    "model.explain.about": (
        "Mines one sentence and explains what each step did and why: which rule found what and on which line it is written, "
        "which proposals lost and to what, and where speaker, actor, deadline, topic and confidence come from."
    ),
    "model.explain.examples": 'minutes-miner model explain "Dinas Sosial akan menyalurkan bantuan paling lambat 20 Maret 2025."',
    "model.diff.brief": "Shows which records a change of rules changes",
    "model.diff.about": (
        "Mines the same files with two model folders and shows which records were added (+), dropped (-) and altered (~) in each document, "
        "with their rules. A difference is no fault: the exit code is 0."
    ),
    "model.diff.examples": (
        "minutes-miner model diff old-model new-model minutes-folder\n"
        "minutes-miner model diff old-model new-model minutes.docx --format jsonl"
    ),
    "progress.diff": "Comparing",
    "closing.diff": "Documents: {documents} looked at, {different} differ. Records: {added} added, {dropped} dropped, {altered} altered.",
    "diff.nothing": "nothing",
    "model.tidy.brief": "Tidies and sorts the CSV lists",
    "model.tidy.about": "Sorts and normalises the CSV lists of a model folder. With --check it only names the files that are not tidy.",
    "model.tidy.examples": "minutes-miner model tidy --model my-city\nminutes-miner model tidy --check",
    "progress.examples": "Running examples",
    "check.failed": "{where}: an example of the rule {rule} does not hold: {sentence}\n    {message}",
    "check.faults": "Model {folder}: {faults} faults. The examples were not run; mend the faults above first.",
    "check.wrong": "Model {folder}: {wrong} of {examples} examples do not hold, in {rules} rules.",
    "check.right": "Model {folder}: {examples} examples of {rules} rules hold.",
    "tidy.clean": "Model {folder}: all lists are tidy.",
    "tidy.changed": "tidied: {file}",
    "tidy.untidy": "not tidy: {file}",
    "tidy.remedy": "Model {folder}: {files} lists are not tidy. Run the same command without --check.",
}
