"""What all tests share: the option that accepts new results, the samples, and a database server of their own."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from multiprocessing.context import ForkProcess
from pathlib import Path
from urllib.parse import quote

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/expected anew instead of comparing with it")
    parser.addoption("--raise-floors", action="store_true", help="raise the floors in tests/quality/floors.csv to what is reached now")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the samples."""
    return SAMPLES


SERVER_DEMANDED = "MINUTES_MINER_TEST_SERVER"
SERVER_USER = "postgres"


def _server_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, which Debian keeps out of the path."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name.zfill(3), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _in_memory() -> str | None:
    """A folder that is quick to fill and to remove, where there is one with room."""
    folder = "/dev/shm"
    usable = os.path.isdir(folder) and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 2**30
    return folder if usable else None


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Makes an empty database on a server that lives as long as the tests, and gives its address."""
    programs = _server_programs()
    if programs is None:
        reason = "no PostgreSQL server is installed (Debian: apt-get install postgresql)"
        if os.environ.get(SERVER_DEMANDED):
            pytest.fail(reason)
        pytest.skip(reason)
    # Not in pytest's folder: the server runs as a user that may not look into it, and a socket's path must be short.
    folder = Path(tempfile.mkdtemp(prefix="rakor-", dir=_in_memory()))
    ahead = []
    if os.getuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, SERVER_USER)
        setpriv = ["setpriv", f"--reuid={SERVER_USER}", f"--regid={SERVER_USER}", "--init-groups"]  # in /usr/bin, as runuser is not
        ahead = [*setpriv, "--"]

    def run(program: str, *words: str) -> None:
        done = subprocess.run(
            [*ahead, programs / program, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        assert done.returncode == 0, done.stderr.decode()

    data = str(folder / "data")
    try:
        run("initdb", "-D", data, "-U", SERVER_USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--data-checksums", "--no-sync")
        run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            str(folder / "log"),
            "-o",
            f"-c fsync=off -c full_page_writes=off -c listen_addresses= -k {folder}",
            "start",
        )
        try:
            yield _maker_of_databases(f"postgresql://{SERVER_USER}@/postgres?host={quote(str(folder), safe='')}")
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _maker_of_databases(pattern: str) -> Callable[[], str]:
    """Each is a schema of one database, as a database is three hundred files."""
    import psycopg

    numbers = count(1)

    def make() -> str:
        name = f"rakor{next(numbers)}"
        with psycopg.connect(pattern, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{pattern}&options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def archive_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an archive that is not there yet, on either database."""
    if request.param == "sqlite":
        return str(tmp_path / "rakor.sqlite")
    make: Callable[[], str] = request.getfixturevalue("new_database")
    return make()


Started = Callable[..., ForkProcess]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    """Starts the command line in a process group of its own, which has what was loaded here; it writes to `out` and `err`.

    `first` is called in that process before anything else.
    """
    begun: list[ForkProcess] = []

    def start(*arguments: str, first: Callable[[], None] | None = None) -> ForkProcess:
        process = multiprocessing.get_context("fork").Process(target=_command, args=(arguments, tmp_path, first))
        process.start()
        begun.append(process)
        return process

    yield start
    for process in begun:
        process.kill()
        process.join()


def _command(arguments: Sequence[str], folder: Path, first: Callable[[], None] | None) -> None:
    from minutes_miner.cli.main import run

    os.setsid()
    if first is not None:
        first()
    sys.stdout, sys.stderr = ((folder / name).open("a", encoding="utf-8", buffering=1) for name in ("out", "err"))
    sys.exit(run(list(arguments)))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a disk of its own with options of `mount`, or changes them; only root may."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = False

    def mount(options: str) -> Path:
        nonlocal mounted
        command = (
            ["mount", "-o", f"remount,{options}", str(place)] if mounted else ["mount", "-t", "tmpfs", "-o", options, "none", str(place)]
        )
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
        mounted = True
        return place

    yield mount
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)
