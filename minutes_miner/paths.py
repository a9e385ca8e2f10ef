"""Where the models lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from minutes_miner.errors import ModelError

DEFAULT_MODEL = "id_minutes"


def model_folder(given: str | Path | None = None) -> Path:
    """The folder of the model that is asked for, or of the one that is shipped.

    Raises:
        ModelError: there is no such folder, or it is no model.
    """
    if given is not None:
        folder = Path(given)
        if not (folder / "meta.toml").is_file():
            raise ModelError(folder, fault="not a model folder, meta.toml is missing", remedy="Copy models/id_minutes and edit the copy")
        return folder
    package = Path(__file__).resolve().parent
    for folder in (package / "models" / DEFAULT_MODEL, package.parent / "models" / DEFAULT_MODEL):
        if (folder / "meta.toml").is_file():
            return folder
    raise ModelError(package, fault="the shipped model is missing", remedy="Install minutes_miner again")
