"""Everything that the command line says, in Indonesian and in English; a file for each command, and some for what they share.

Both languages hold the same keys and the same `{places}`; a test keeps it so. Help texts are found by key: `COMMAND.brief` is the line in
the list of commands, `COMMAND.about` what stands above its options, `COMMAND.examples` what stands below them, `option.NAME` an option.
"""

from __future__ import annotations

from typing import Literal

from minutes_miner.cli.texts import (
    app,
    archive,
    batch,
    cluster,
    explain,
    followup,
    import_,
    index,
    issues,
    mine,
    model,
    options,
    people,
    read,
    search,
    show,
    usage,
)

Lang = Literal["id", "en"]

PARTS = (app, usage, options, batch, mine, read, show, index, issues, followup, import_, people, search, model, explain, archive, cluster)

TEXTS: dict[Lang, dict[str, str]] = {
    "id": {key: text for part in PARTS for key, text in part.INDONESIAN.items()},
    "en": {key: text for part in PARTS for key, text in part.ENGLISH.items()},
}
LANGUAGES: tuple[Lang, ...] = ("id", "en")


def say(key: str, lang: Lang, **facts: object) -> str:
    """The text of `key` in `lang`, its places filled with `facts`.

    >>> say("closing.written", "id", target="hasil.xlsx")
    'Ditulis ke hasil.xlsx.'
    """
    return TEXTS[lang][key].format(**facts)
