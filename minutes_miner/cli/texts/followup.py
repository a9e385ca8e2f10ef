"""What is said by `minutes-miner followup`."""

INDONESIAN = {
    "followup.brief": "Matriks tindak lanjut yang berjalan dari rapat ke rapat",
    "followup.about": (
        "Menyambungkan butir sebuah forum dari rapat ke rapat: mana yang dibahas lagi, selesai, terlambat, berulang, atau tidak dibahas "
        "lagi, beserta umurnya dan berapa hari lewat batas. Dengan berkas atau folder, dokumennya diolah saat itu juga; "
        "tanpa itu arsip yang ditanya."
    ),
    "followup.examples": (
        'minutes-miner followup --forum "FLKS Ngawi"\n'
        "minutes-miner followup folder-notulen --state late\n"
        'minutes-miner followup --forum "FLKS Ngawi" --as-of 2024-12-31 --to tindak-lanjut.xlsx'
    ),
    "option.followup_path": "notulen yang diolah saat itu juga; tanpa ini arsip yang ditanya",
    "option.followup_state": "hanya keadaan ini",
    "option.followup_format": "bentuk hasil di layar (bawaan: table)",
    "option.as_of": "keadaan pada hari ini (YYYY-MM-DD); bawaan: hari rapat terakhir forum itu",
}

ENGLISH = {
    "followup.brief": "The running matrix of follow-ups from meeting to meeting",
    "followup.about": (
        "Links the items of a forum over its meetings: which were taken up again, done, late, repeated or dropped, with their age and how "
        "many days they are overdue. With files or folders the documents are mined on the spot; without them the archive is asked."
    ),
    "followup.examples": (
        'minutes-miner followup --forum "FLKS Ngawi"\n'
        "minutes-miner followup minutes-folder --state late\n"
        'minutes-miner followup --forum "FLKS Ngawi" --as-of 2024-12-31 --to follow-up.xlsx'
    ),
    "option.followup_path": "minutes to be mined on the spot; without them the archive is asked",
    "option.followup_state": "only this state",
    "option.followup_format": "form of the result on the screen (default: table)",
    "option.as_of": "how things stood on this day (YYYY-MM-DD); default: the day of the forum's last meeting",
}
