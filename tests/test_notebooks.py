"""The notebooks run, from either folder that a reader may start in, and print what is printed in them.

`pytest --update-golden` puts what they print now in the place of what is there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LONGEST = 60  # seconds for a cell, on a machine with other work to do
LARGEST = 150_000  # bytes of a notebook with its outputs


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that finds no settings of the user and leaves none behind."""
    for variable in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))


def executed(path: Path, folder: Path) -> Any:
    """The notebook, run anew in a folder."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=LONGEST, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    return client.execute()


def printed(notebook: Any) -> list[str]:
    """What each cell shows as text; pictures and HTML depend on versions of others."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return ["".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs) for cell in cells]


def cleaned(notebook: Any) -> Any:
    """The notebook without what differs from run to run."""
    notebook.metadata = {key: notebook.metadata[key] for key in ("kernelspec", "language_info")}
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
@pytest.mark.parametrize("folder", ["notebooks", "."])
@pytest.mark.usefixtures("home")
def test_a_notebook_runs_and_prints_what_it_shows(path: Path, folder: str, request: pytest.FixtureRequest) -> None:
    notebook = executed(path, ROOT / folder)
    if request.config.getoption("--update-golden"):
        nbformat.write(cleaned(notebook), path)
    assert printed(notebook) == printed(nbformat.read(path, as_version=4))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_small_and_shows_its_outputs(path: Path) -> None:
    assert path.stat().st_size < LARGEST
    assert any(printed(nbformat.read(path, as_version=4)))


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS
