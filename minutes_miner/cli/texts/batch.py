"""What is said about work on many documents: the bar, and the closing line."""

INDONESIAN = {
    "progress.mine": "Mengolah",
    "progress.read": "Membaca",
    "closing.documents": "Dokumen: {done} selesai, {failed} gagal.",
    "closing.items": "Tindak lanjut: {items}, {needs} di antaranya kebutuhan.",
    "closing.issues": "Isu: {issues}, dari {needs} kebutuhan.",
    "closing.written": "Ditulis ke {target}.",
    "closing.not_written": "{target} tidak ditulis.",
}

ENGLISH = {
    "progress.mine": "Mining",
    "progress.read": "Reading",
    "closing.documents": "Documents: {done} done, {failed} failed.",
    "closing.items": "Items: {items}, {needs} of them needs.",
    "closing.issues": "Issues: {issues}, from {needs} needs.",
    "closing.written": "Written to {target}.",
    "closing.not_written": "{target} was not written.",
}
