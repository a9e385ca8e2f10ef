"""What results depend on beside the documents: the program, the model, the settings and whatever writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from minutes_miner.archive.indexing.model_version import model_version
from minutes_miner.documents.settings import Settings
from minutes_miner.paths import model_folder
from minutes_miner.scale.shards import WRITER


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """All of it, in words that can be compared; `model` names the program too."""

    model: str
    settings: str
    writer: str


def fingerprint_of(model: str | None, settings: Settings) -> Fingerprint:
    """The fingerprint of what would be made here."""
    return Fingerprint(model=model_version(model_folder(model)), settings=_told(settings), writer=WRITER)


def differences(there: Fingerprint, here: Fingerprint) -> Iterator[dict[str, str]]:
    """Each part in which two differ, as the facts of an error: what, there, here."""
    first, second = asdict(there), asdict(here)
    for what in first:
        if first[what] != second[what]:
            yield {"what": what, "there": first[what], "here": second[what]}


def _told(settings: Settings) -> str:
    """The settings in words, without the password and the cores, of which results do not depend or nobody else should know."""
    limits = ", ".join(f"{name}={value:g}" for name, value in sorted(asdict(settings.limits).items()))
    return f"ocr={settings.ocr}, {limits}"
