"""What is declared about the package agrees with what is there: command, files, dependencies, locked versions."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import EntryPoint, distribution, packages_distributions
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import minutes_miner
from minutes_miner.paths import DEFAULT_MODEL, model_folder

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
RUNTIME = tuple(map(Requirement, PROJECT["dependencies"]))
EXTRAS = tuple(Requirement(each) for name, some in PROJECT["optional-dependencies"].items() if name != "dev" for each in some)
DEVELOPMENT = tuple(map(Requirement, PROJECT["optional-dependencies"]["dev"]))
BUILD = tuple(map(Requirement, PYPROJECT["build-system"]["requires"]))
# What Trafilatura and RapidOCR load without declaring it.
NEEDED_BY_OTHERS = {"lxml-html-clean", "onnxruntime", "s3fs"}
COMES_WITH_PYTHON = {"setuptools"}  # in a new virtual environment of Python 3.11
README_COMMANDS = ("pip install . && minutes-miner mine samples --to hasil.xlsx", 'pip install -e ".[dev]" && pytest')


def name_of(requirement: Requirement) -> str:
    return canonicalize_name(requirement.name)


def locked_versions() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pins}


def with_what_they_bring(requirements: Iterable[Requirement]) -> dict[str, Requirement]:
    """The requirements, and those of the packages that they bring here, at any depth."""
    found: dict[str, Requirement] = {}
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        if str(requirement) in found:
            continue
        found[str(requirement)] = requirement
        extras = requirement.extras or {""}
        brought = map(Requirement, distribution(requirement.name).requires or ())
        waiting += [each for each in brought if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras)]
    return found


def imported_names(path: Path) -> set[str]:
    """The top-level names that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names.add(node.module.partition(".")[0])
    return names


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel_files() -> dict[str, str]:
    """Where each file of the wheel comes from, by its place in the wheel; nothing is built."""
    files = WheelBuilder(str(ROOT)).recurse_included_files()
    sources = {file.distribution_path: Path(file.path).resolve().relative_to(ROOT).as_posix() for file in files}
    return {Path(place).as_posix(): source for place, source in sources.items()}


def test_the_command_leads_to_a_function() -> None:
    ((name, value),) = PROJECT["scripts"].items()
    assert name == "minutes-miner"
    assert callable(EntryPoint(name=name, value=value, group="console_scripts").load())


def test_there_is_one_version() -> None:
    assert minutes_miner.__version__ == PROJECT["version"]


def test_the_license_files_are_there() -> None:
    for name in PROJECT["license-files"]:
        assert "Permission is hereby granted" in (ROOT / name).read_text(encoding="utf-8")


def test_the_wheel_holds_the_package_and_the_model_and_nothing_else(wheel_files: dict[str, str]) -> None:
    assert set(wheel_files.values()) == files_below(ROOT / "minutes_miner") | files_below(ROOT / "models" / DEFAULT_MODEL)


def test_the_model_lies_in_the_wheel_where_it_is_looked_for(wheel_files: dict[str, str]) -> None:
    place = f"minutes_miner/models/{DEFAULT_MODEL}/meta.toml"
    assert wheel_files[place] == f"models/{DEFAULT_MODEL}/meta.toml"


def test_a_checkout_uses_the_model_beside_the_package() -> None:
    assert model_folder() == ROOT / "models" / DEFAULT_MODEL


def test_every_library_that_is_imported_is_declared() -> None:
    imported = set().union(*(imported_names(path) for path in (ROOT / "minutes_miner").rglob("*.py")))
    providers = packages_distributions()
    needed = {canonicalize_name(providers[name][0]) for name in imported - sys.stdlib_module_names - {"minutes_miner"}}
    assert needed | NEEDED_BY_OTHERS == {name_of(requirement) for requirement in (*RUNTIME, *EXTRAS)}


@pytest.mark.skipif((sys.platform, *sys.version_info[:2]) != ("linux", 3, 11), reason="elsewhere other packages are needed")
def test_the_lock_holds_every_dependency_within_its_range_and_nothing_else() -> None:
    locked = locked_versions()
    needed = with_what_they_bring((*RUNTIME, *DEVELOPMENT, *BUILD)).values()
    assert set(locked) == {name_of(requirement) for requirement in needed} - COMES_WITH_PYTHON - {"minutes-miner"}, "run .ci/lock"
    outside = [str(each) for each in needed if name_of(each) in locked and not each.specifier.contains(locked[name_of(each)])]
    assert not outside, "run .ci/lock"


@pytest.mark.parametrize("command", README_COMMANDS)
def test_the_readme_shows_the_commands(command: str) -> None:
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_test_command_of_the_readme_is_what_ci_runs() -> None:
    assert README_COMMANDS[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
