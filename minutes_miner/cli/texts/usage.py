"""What is said about wrong usage."""

INDONESIAN = {
    "usage.value": "{where}: nilai {value} tidak dikenal. Pakai salah satu dari {choices}.",
    "usage.number": "{where}: nilai {value} bukan bilangan bulat mulai dari 1. Tulislah misalnya {where} 2.",
    "usage.day": "{where}: {value} bukan tanggal. Tulislah misalnya {where} 2024-03-15, {where} 2024-03, atau {where} 2024.",
    "usage.limit": "{where}: {value} tidak dimengerti. Tulislah NAMA=BILANGAN, dengan nama {choices}; misalnya {where} pages=50.",
    "usage.missing": "{where}: {what} belum disebut. Lihat {where} --help.",
    "usage.needs_value": "{where}: {option} memerlukan sebuah nilai sesudahnya. Lihat {where} --help.",
    "usage.takes_no_value": "{where}: {option} tidak menerima nilai. Tulislah {option} saja.",
    "usage.option": "{where}: pilihan {option} tidak dikenal. Pakai salah satu dari {choices}.",
    "usage.command": "{where}: perintah {value} tidak dikenal. Pakai salah satu dari {choices}.",
    "usage.extra": "{where}: {value} tidak dimengerti di sini. Lihat {where} --help.",
    "usage.other": "{where}: perintah tidak dimengerti ({message}). Lihat {where} --help.",
    "usage.two_forms": "{where}: {value} tidak cocok dengan berkas {target}. Hapus {where}; akhiran nama berkas menentukan bentuknya.",
}

ENGLISH = {
    "usage.value": "{where}: the value {value} is not known. Use one of {choices}.",
    "usage.number": "{where}: the value {value} is not a whole number from 1 on. Write for example {where} 2.",
    "usage.day": "{where}: {value} is no date. Write for example {where} 2024-03-15, {where} 2024-03 or {where} 2024.",
    "usage.limit": "{where}: {value} is not understood. Write NAME=NUMBER with one of the names {choices}; for instance {where} pages=50.",
    "usage.missing": "{where}: {what} is missing. See {where} --help.",
    "usage.needs_value": "{where}: {option} needs a value after it. See {where} --help.",
    "usage.takes_no_value": "{where}: {option} takes no value. Write {option} alone.",
    "usage.option": "{where}: the option {option} is not known. Use one of {choices}.",
    "usage.command": "{where}: the command {value} is not known. Use one of {choices}.",
    "usage.extra": "{where}: {value} is not understood here. See {where} --help.",
    "usage.other": "{where}: the command is not understood ({message}). See {where} --help.",
    "usage.two_forms": "{where}: {value} does not fit the file {target}. Leave {where} out; the ending of the name decides.",
}
