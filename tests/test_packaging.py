"""What is declared about the package agrees with what is there: command, files, dependencies, locked versions."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import minutes_miner
from minutes_miner.paths import DEFAULT_MODEL, model_folder

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "minutes_miner"
WITH_PYTHON = {"setuptools", "pip"}  # every virtual environment of Python 3.11 has them
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["project"]["optional-dependencies"]["dev"]]
BUILD = [Requirement(line) for line in PROJECT["build-system"]["requires"]]


def locked() -> dict[str, str]:
    """The version of each package in `constraints.txt`; a line that is no exact version fails."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pins}


def with_their_own(requirements: list[Requirement]) -> Iterator[Requirement]:
    """The requirements that hold on this machine, and those of the packages that they bring."""
    todo, seen = list(requirements), set()
    while todo:
        requirement = todo.pop()
        if str(requirement) in seen or (requirement.marker and not any_holds(requirement)):
            continue
        seen.add(str(requirement))
        yield requirement
        try:
            lines = distribution(requirement.name).requires or []
        except PackageNotFoundError:
            pytest.fail(f"{requirement.name} is needed and not installed")
        extras = requirement.extras or {""}
        todo += [each for line in lines if holds(each := Requirement(line), extras)]


def holds(requirement: Requirement, extras: set[str]) -> bool:
    return requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras)


def any_holds(requirement: Requirement) -> bool:
    return holds(requirement, {"", *requirement.extras})


def imported_packages() -> set[str]:
    """The top-level names that the package imports, at any depth and also for type checkers."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add((node.module or "").partition(".")[0])
    return names - sys.stdlib_module_names - {"minutes_miner"}
