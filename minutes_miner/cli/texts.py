"""Everything that the command line says, in Indonesian and in English.

Both languages hold the same keys and the same `{places}`; a test keeps it so. Help texts are found by key: `COMMAND.brief` is the line in
the list of commands, `COMMAND.about` what stands above its options, `COMMAND.examples` what stands below them, `option.NAME` an option.
"""

from __future__ import annotations

from typing import Literal

Lang = Literal["id", "en"]

INDONESIAN: dict[str, str] = {
    "app.about": (
        "Mengubah notulen, risalah rapat, dan berita daerah menjadi daftar tindak lanjut, pejabat, pernyataan, dan isu berulang. "
        "Semua dikerjakan di komputer ini; tidak ada yang dikirim ke mana pun."
    ),
    "app.examples": (
        "minutes-miner mine folder-notulen --to hasil.xlsx\nminutes-miner mine notulen.pdf\nminutes-miner issues folder-notulen --lang en"
    ),
    "mine.brief": "Menemukan tindak lanjut, pejabat, dan pernyataan dalam dokumen",
    "mine.about": (
        "Membaca berkas dan isi folder, lalu menampilkan tindak lanjutnya. Dengan --to hasilnya ditulis ke berkas, "
        "dan akhiran namanya menentukan bentuknya: .xlsx buku kerja lengkap, .docx matriks tindak lanjut untuk Word, "
        ".csv tabel tindak lanjut, .jsonl semua catatan. "
        "Dokumen yang gagal disebut alasannya, yang lain tetap dikerjakan."
    ),
    "mine.examples": (
        "minutes-miner mine notulen.docx\n"
        "minutes-miner mine folder-notulen --to hasil.xlsx --jobs 2\n"
        "minutes-miner mine berita.txt --format jsonl > berita.jsonl"
    ),
    "read.brief": "Menampilkan teks yang terbaca, tanpa mengolahnya",
    "read.about": (
        "Membaca berkas dan isi folder, lalu menampilkan teksnya: satu alinea, butir, atau baris tabel sebaris. "
        "Pakailah untuk memeriksa apakah sebuah dokumen terbaca dengan benar."
    ),
    "read.examples": "minutes-miner read notulen.pdf\nminutes-miner read notulen.docx --format jsonl",
    "show.brief": "Menggambar satu halaman dengan kotak pada setiap temuan",
    "show.about": (
        "Menggambar satu halaman PDF dengan kotak berwarna pada orang, jabatan, lembaga, wilayah, tanggal, dan jumlah, "
        "serta garis pada pernyataan dan tindak lanjut, supaya hasilnya dapat diperiksa dengan mata. "
        "Dengan --kind hanya yang disebut yang digambar: people, offices, institutions, places, dates, money, statements, items."
    ),
    "show.examples": (
        "minutes-miner show notulen.pdf --page 2 --png halaman-2.png\nminutes-miner show notulen.pdf --png periksa.png --kind people,items"
    ),
    "issues.brief": "Mengelompokkan kebutuhan yang berulang dari semua dokumen",
    "issues.about": (
        "Mengumpulkan kebutuhan, keluhan, dan usulan dari semua dokumen, lalu mengelompokkan yang sejenis. "
        "Dengan --to hasilnya ditulis ke berkas: .xlsx buku kerja lengkap dengan lembar Isu Berulang, .jsonl satu isu sebaris."
    ),
    "issues.examples": "minutes-miner issues folder-notulen\nminutes-miner issues folder-notulen --to isu.xlsx",
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
    "option.old": "folder model semula",
    "option.new": "folder model yang diubah",
    "option.diff_format": "bentuk hasil di layar (bila tidak disebut: text)",
    "progress.diff": "Membandingkan",
    "closing.diff": "Dokumen: {documents} diperiksa, {different} berbeda. Catatan: {added} bertambah, {dropped} hilang, {altered} berubah.",
    "diff.nothing": "kosong",
    "model.tidy.brief": "Merapikan dan mengurutkan daftar CSV",
    "model.tidy.about": (
        "Mengurutkan dan menyeragamkan daftar CSV di folder model. Dengan --check hanya disebut berkas mana yang belum rapi."
    ),
    "model.tidy.examples": "minutes-miner model tidy --model model-kota-saya\nminutes-miner model tidy --check",
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
    "option.jobs": "banyaknya dokumen yang diolah bersamaan (bawaan: 1)",
    "option.ocr": "pengenalan huruf pada pindaian dan foto: auto halaman tanpa teks saja, off tidak, all semua halaman (bawaan: auto)",
    "option.password": "kata sandi untuk membuka berkas yang terkunci",
    "option.limit": (
        "batas setiap berkas, boleh diulang: seconds, page_seconds (tambahan per halaman), memory, size, unpacked (MiB), pages, "
        "characters; misalnya --limit pages=50"
    ),
    "option.check": "periksa saja, tidak ada yang diubah",
    "option.version": "tampilkan versi",
    "option.lang": "bahasa pesan: id Indonesia, en Inggris (bawaan: id, atau isi MINUTES_MINER_LANG)",
    "option.help": "tampilkan bantuan ini",
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
        "130  dihentikan dengan Ctrl-C"
    ),
    "usage.value": "{where}: nilai {value} tidak dikenal. Pakai salah satu dari {choices}.",
    "usage.number": "{where}: nilai {value} bukan bilangan bulat mulai dari 1. Tulislah misalnya {where} 2.",
    "usage.limit": "{where}: {value} tidak dimengerti. Tulislah NAMA=BILANGAN, dengan nama {choices}; misalnya {where} pages=50.",
    "usage.missing": "{where}: {what} belum disebut. Lihat {where} --help.",
    "usage.needs_value": "{where}: {option} memerlukan sebuah nilai sesudahnya. Lihat {where} --help.",
    "usage.takes_no_value": "{where}: {option} tidak menerima nilai. Tulislah {option} saja.",
    "usage.option": "{where}: pilihan {option} tidak dikenal. Pakai salah satu dari {choices}.",
    "usage.command": "{where}: perintah {value} tidak dikenal. Pakai salah satu dari {choices}.",
    "usage.extra": "{where}: {value} tidak dimengerti di sini. Lihat {where} --help.",
    "usage.other": "{where}: perintah tidak dimengerti ({message}). Lihat {where} --help.",
    "usage.two_forms": "{where}: {value} tidak cocok dengan berkas {target}. Hapus {where}; akhiran nama berkas menentukan bentuknya.",
    "stopped": "Dihentikan.",
    "unexpected": (
        "Terjadi kesalahan dalam program ({kind}: {text}). Mohon laporkan kalimat ini beserta perintah yang dijalankan; "
        "MINUTES_MINER_DEBUG=1 menampilkan rinciannya."
    ),
    "progress.mine": "Mengolah",
    "progress.read": "Membaca",
    "progress.examples": "Menjalankan contoh",
    "closing.documents": "Dokumen: {done} selesai, {failed} gagal.",
    "closing.items": "Tindak lanjut: {items}, {needs} di antaranya kebutuhan.",
    "closing.issues": "Isu: {issues}, dari {needs} kebutuhan.",
    "closing.written": "Ditulis ke {target}.",
    "closing.not_written": "{target} tidak ditulis.",
    "check.failed": "{where}: contoh aturan {rule} tidak cocok: {sentence}\n    {message}",
    "check.faults": "Model {folder}: {faults} kesalahan. Contoh belum dijalankan; perbaiki kesalahan di atas lebih dulu.",
    "check.wrong": "Model {folder}: {wrong} dari {examples} contoh tidak cocok, pada {rules} aturan.",
    "check.right": "Model {folder}: {examples} contoh dari {rules} aturan cocok.",
    "explain.step.lines": "Baris",
    "explain.step.sentences": "Kalimat",
    "explain.step.times": "Tanggal dan jam",
    "explain.step.mentions": "Nama, jabatan, lembaga, wilayah, jumlah",
    "explain.step.entities": "Sebutan yang sama",
    "explain.step.meeting": "Dokumen dan nilai",
    "explain.step.holders": "Pemegang jabatan",
    "explain.step.statements": "Pernyataan",
    "explain.step.items": "Tindak lanjut",
    "explain.line": "{kind}{field}{section}: {text}",
    "explain.line.heading": "judul",
    "explain.line.paragraph": "alinea",
    "explain.line.item": "butir",
    "explain.line.row": "baris tabel",
    "explain.line.field": ", label {name}",
    "explain.line.section": ", bagian {name}",
    "explain.sentence": "{text}",
    "explain.quote": "kutipan: {text}",
    "explain.found": "{label} [{text}] {start}-{end}",
    "explain.value": "[{text}] bernilai {value}",
    "explain.lost": "kalah: {label} [{text}], {reason}",
    "explain.reason.shorter": "lebih pendek daripada {winner}",
    "explain.reason.later": "aturannya ditulis sesudah aturan {winner}",
    "explain.reason.taken": "tempatnya milik {winner}",
    "explain.reason.dropped": "tidak dapat berdiri sendiri di sini",
    "explain.same": "{name} = {texts}",
    "explain.document": "jenis {kind}, tanggal {day}, tempat {place}",
    "explain.holder": "{person} = {office}",
    "explain.said": "{mode}, penutur {speaker}: [{text}]",
    "explain.said.named": "disebut dalam kalimat ini, kata penanda: {cue}",
    "explain.said.meant": "[{word}] berarti {speaker}; kata penanda: {cue}",
    "explain.said.resolved": "diperoleh dari kalimat lain, jabatan, atau kata ganti; kata penanda: {cue}",
    "explain.item": "{kind} [{text}]",
    "explain.topic": "topik: {topic} ({weights})",
    "explain.kind.cue": "jenis {kind}: dari isyarat [{cue}]",
    "explain.kind.section": "jenis {kind}: tanpa isyarat, dari bagian {section}",
    "explain.kind.row": "jenis {kind}: tanpa isyarat, dari bentuk barisnya",
    "explain.kind.settled": "jenis {kind}: isyarat [{cue}] berarti {other}, tetapi dalam notulen, tanpa penutur, ini hasil rapat",
    "explain.kind.request": "jenis {kind}: permintaan [{cue}] dari {asks} (tingkat {mine}) kepada {asked} (tingkat {theirs})",
    "explain.actor.none": "pelaku: tidak disebut",
    "explain.actor.meant": "pelaku: {actor}, yang dimaksud dengan [{word}] oleh penutur {speaker}",
    "explain.actor.speaker": "pelaku: {actor}, penuturnya sendiri, sebab tidak ada subjek lain",
    "explain.actor.beside": "pelaku: {actor}, dari sel atau kurung di luar butir",
    "explain.actor.subject": "pelaku: {actor}, subjek klausanya",
    "explain.actor.behind": "pelaku: {actor}, disebut sesudah isyarat",
    "explain.speaker.said": "penutur: {speaker}, dari pernyataan {statement} yang memuatnya",
    "explain.speaker.none": "penutur: tidak ada, tidak ada pernyataan yang memuatnya",
    "explain.deadline.none": "tenggat: tidak ada",
    "explain.deadline.open": "tenggat: [{words}], tidak dapat dihitung menjadi tanggal",
    "explain.deadline.told": "tenggat: [{words}] = {days}, tertulis lengkap",
    "explain.deadline.from_day": "tenggat: [{words}] = {days}, dihitung dari tanggal dokumen {day}",
    "explain.deadline.from_event": "tenggat: [{words}] = {days}, dihitung dari hari kegiatan {day}",
    "explain.deadline.from_meeting": "tenggat: [{words}] = {days}, dihitung dari rapat berikutnya {day}",
    "explain.amount": "nilai: [{text}] = Rp{value}",
    "explain.done": "status: selesai menurut dokumen ini sendiri",
    "explain.confidence": "keyakinan {confidence}: {base} dari aturannya",
    "explain.weight.outside": "{weight} karena tidak ada yang dikutip mengatakannya",
    "explain.weight.owner": "{weight} karena pelakunya disebut",
    "explain.weight.due": "{weight} karena tenggatnya disebut",
    "explain.none": "tidak ada",
    "explain.unknown": "tidak diketahui",
    "tidy.clean": "Model {folder}: semua daftar sudah rapi.",
    "tidy.changed": "dirapikan: {file}",
    "tidy.untidy": "belum rapi: {file}",
    "tidy.remedy": "Model {folder}: {files} daftar belum rapi. Jalankan perintah yang sama tanpa --check.",
}

ENGLISH: dict[str, str] = {
    "app.about": (
        "Turns minutes of meetings and local news in Indonesian into follow-up items, offices, statements and recurring issues. "
        "All work is done on this computer; nothing is sent anywhere."
    ),
    "app.examples": (
        "minutes-miner mine minutes-folder --to result.xlsx\nminutes-miner mine minutes.pdf\nminutes-miner issues minutes-folder --lang en"
    ),
    "mine.brief": "Finds follow-up items, offices and statements in documents",
    "mine.about": (
        "Reads files and the contents of folders and shows their follow-up items. With --to the result goes to a file, "
        "and the ending of its name decides the form: .xlsx the whole workbook, .docx the follow-up matrix for Word, "
        ".csv the table of items, .jsonl all records. "
        "A document that fails is named with the reason, the others are done."
    ),
    "mine.examples": (
        "minutes-miner mine minutes.docx\n"
        "minutes-miner mine minutes-folder --to result.xlsx --jobs 2\n"
        "minutes-miner mine news.txt --format jsonl > news.jsonl"
    ),
    "read.brief": "Shows the text that was read, nothing mined",
    "read.about": (
        "Reads files and the contents of folders and shows their text: one paragraph, list item or table row a line. "
        "Use it to see whether a document is read rightly."
    ),
    "read.examples": "minutes-miner read minutes.pdf\nminutes-miner read minutes.docx --format jsonl",
    "show.brief": "Draws one page with a box on everything that was found",
    "show.about": (
        "Draws one page of a PDF with coloured boxes on people, offices, institutions, places, dates and amounts, "
        "and lines under statements and items, so that results can be checked by eye. "
        "With --kind only what is named is drawn: people, offices, institutions, places, dates, money, statements, items."
    ),
    "show.examples": (
        "minutes-miner show minutes.pdf --page 2 --png page-2.png\nminutes-miner show minutes.pdf --png check.png --kind people,items"
    ),
    "issues.brief": "Groups the needs that come back over all documents",
    "issues.about": (
        "Gathers needs, complaints and proposals of all documents and groups those of one kind. "
        "With --to the result goes to a file: .xlsx the whole workbook with the sheet Isu Berulang, .jsonl one issue a line."
    ),
    "issues.examples": "minutes-miner issues minutes-folder\nminutes-miner issues minutes-folder --to issues.xlsx",
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
    "option.old": "the model folder as it was",
    "option.new": "the model folder as it is now",
    "option.diff_format": "form of the result on the screen (default: text)",
    "progress.diff": "Comparing",
    "closing.diff": "Documents: {documents} looked at, {different} differ. Records: {added} added, {dropped} dropped, {altered} altered.",
    "diff.nothing": "nothing",
    "model.tidy.brief": "Tidies and sorts the CSV lists",
    "model.tidy.about": "Sorts and normalises the CSV lists of a model folder. With --check it only names the files that are not tidy.",
    "model.tidy.examples": "minutes-miner model tidy --model my-city\nminutes-miner model tidy --check",
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
    "option.jobs": "how many documents are mined at the same time (default: 1)",
    "option.ocr": "recognition of scans and photos: auto only pages without text, off none, all every page (default: auto)",
    "option.password": "password that opens locked files",
    "option.limit": (
        "limit of each file, may be repeated: seconds, page_seconds (more for each page), memory, size, unpacked (MiB), pages, characters; "
        "for instance --limit pages=50"
    ),
    "option.check": "only check, change nothing",
    "option.version": "show the version",
    "option.lang": "language of messages: id Indonesian, en English (default: id, or what MINUTES_MINER_LANG says)",
    "option.help": "show this help",
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
        "130  stopped with Ctrl-C"
    ),
    "usage.value": "{where}: the value {value} is not known. Use one of {choices}.",
    "usage.number": "{where}: the value {value} is not a whole number from 1 on. Write for example {where} 2.",
    "usage.limit": "{where}: {value} is not understood. Write NAME=NUMBER with one of the names {choices}; for instance {where} pages=50.",
    "usage.missing": "{where}: {what} is missing. See {where} --help.",
    "usage.needs_value": "{where}: {option} needs a value after it. See {where} --help.",
    "usage.takes_no_value": "{where}: {option} takes no value. Write {option} alone.",
    "usage.option": "{where}: the option {option} is not known. Use one of {choices}.",
    "usage.command": "{where}: the command {value} is not known. Use one of {choices}.",
    "usage.extra": "{where}: {value} is not understood here. See {where} --help.",
    "usage.other": "{where}: the command is not understood ({message}). See {where} --help.",
    "usage.two_forms": "{where}: {value} does not fit the file {target}. Leave {where} out; the ending of the name decides.",
    "stopped": "Stopped.",
    "unexpected": (
        "The program met an error of its own ({kind}: {text}). Please report this sentence with the command that you ran; "
        "MINUTES_MINER_DEBUG=1 shows the details."
    ),
    "progress.mine": "Mining",
    "progress.read": "Reading",
    "progress.examples": "Running examples",
    "closing.documents": "Documents: {done} done, {failed} failed.",
    "closing.items": "Items: {items}, {needs} of them needs.",
    "closing.issues": "Issues: {issues}, from {needs} needs.",
    "closing.written": "Written to {target}.",
    "closing.not_written": "{target} was not written.",
    "check.failed": "{where}: an example of the rule {rule} does not hold: {sentence}\n    {message}",
    "check.faults": "Model {folder}: {faults} faults. The examples were not run; mend the faults above first.",
    "check.wrong": "Model {folder}: {wrong} of {examples} examples do not hold, in {rules} rules.",
    "check.right": "Model {folder}: {examples} examples of {rules} rules hold.",
    "explain.step.lines": "Lines",
    "explain.step.sentences": "Sentences",
    "explain.step.times": "Dates and times",
    "explain.step.mentions": "People, offices, institutions, places, amounts",
    "explain.step.entities": "Mentions of the same",
    "explain.step.meeting": "The document, and values",
    "explain.step.holders": "Holders of offices",
    "explain.step.statements": "Statements",
    "explain.step.items": "Items",
    "explain.line": "{kind}{field}{section}: {text}",
    "explain.line.heading": "heading",
    "explain.line.paragraph": "paragraph",
    "explain.line.item": "list item",
    "explain.line.row": "table row",
    "explain.line.field": ", label {name}",
    "explain.line.section": ", section {name}",
    "explain.sentence": "{text}",
    "explain.quote": "quotation: {text}",
    "explain.found": "{label} [{text}] {start}-{end}",
    "explain.value": "[{text}] means {value}",
    "explain.lost": "lost: {label} [{text}], {reason}",
    "explain.reason.shorter": "shorter than {winner}",
    "explain.reason.later": "its rule is written after that of {winner}",
    "explain.reason.taken": "its place belongs to {winner}",
    "explain.reason.dropped": "does not stand by itself here",
    "explain.same": "{name} = {texts}",
    "explain.document": "kind {kind}, date {day}, place {place}",
    "explain.holder": "{person} = {office}",
    "explain.said": "{mode}, speaker {speaker}: [{text}]",
    "explain.said.named": "named in this sentence, cue: {cue}",
    "explain.said.meant": "[{word}] means {speaker}; cue: {cue}",
    "explain.said.resolved": "known from another sentence, an office or a pronoun; cue: {cue}",
    "explain.item": "{kind} [{text}]",
    "explain.topic": "topic: {topic} ({weights})",
    "explain.kind.cue": "kind {kind}: by the cue [{cue}]",
    "explain.kind.section": "kind {kind}: no cue, by the section {section}",
    "explain.kind.row": "kind {kind}: no cue, by the form of the row",
    "explain.kind.settled": "kind {kind}: the cue [{cue}] means {other}, but in minutes, said by nobody, it is a result of the meeting",
    "explain.kind.request": "kind {kind}: the request [{cue}] of {asks} (level {mine}) to {asked} (level {theirs})",
    "explain.actor.none": "actor: not named",
    "explain.actor.meant": "actor: {actor}, whom the speaker {speaker} means by [{word}]",
    "explain.actor.speaker": "actor: {actor}, the speaker, for there is no other subject",
    "explain.actor.beside": "actor: {actor}, from a cell or bracket outside the item",
    "explain.actor.subject": "actor: {actor}, the subject of the clause",
    "explain.actor.behind": "actor: {actor}, named behind the cue",
    "explain.speaker.said": "speaker: {speaker}, of the statement {statement} that holds it",
    "explain.speaker.none": "speaker: none, no statement holds it",
    "explain.deadline.none": "deadline: none",
    "explain.deadline.open": "deadline: [{words}], which gives no date",
    "explain.deadline.told": "deadline: [{words}] = {days}, written in full",
    "explain.deadline.from_day": "deadline: [{words}] = {days}, counted from the document's date {day}",
    "explain.deadline.from_event": "deadline: [{words}] = {days}, counted from the day of the event {day}",
    "explain.deadline.from_meeting": "deadline: [{words}] = {days}, counted from the next meeting {day}",
    "explain.amount": "amount: [{text}] = Rp{value}",
    "explain.done": "status: done, as this document says itself",
    "explain.confidence": "confidence {confidence}: {base} from its rule",
    "explain.weight.outside": "{weight} because nobody is quoted for it",
    "explain.weight.owner": "{weight} because its actor is named",
    "explain.weight.due": "{weight} because its deadline is named",
    "explain.none": "none",
    "explain.unknown": "unknown",
    "tidy.clean": "Model {folder}: all lists are tidy.",
    "tidy.changed": "tidied: {file}",
    "tidy.untidy": "not tidy: {file}",
    "tidy.remedy": "Model {folder}: {files} lists are not tidy. Run the same command without --check.",
}

TEXTS: dict[Lang, dict[str, str]] = {"id": INDONESIAN, "en": ENGLISH}
LANGUAGES: tuple[Lang, ...] = ("id", "en")


def say(key: str, lang: Lang, **facts: object) -> str:
    """The text of `key` in `lang`, its places filled with `facts`.

    >>> say("closing.written", "id", target="hasil.xlsx")
    'Ditulis ke hasil.xlsx.'
    """
    return TEXTS[lang][key].format(**facts)
