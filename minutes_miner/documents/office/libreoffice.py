"""LibreOffice, run once on one file: bytes in, a Word document out.

It starts anew for every file (about a second), because a LibreOffice that stays keeps what a hostile file did to it, and because two runs
that share a profile wait for each other. Each run has a folder and a profile of its own, in which macros, links and updates are off, an
environment without anything of the user's, no network where the system can take it away, and the limits of its document.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from minutes_miner.guard.heartbeat import page_done
from minutes_miner.guard.limits import Limits

_PREFIX = "minutes-miner-"
_SHARE = 0.6  # of a document's time; the rest is for reading what comes out
_START_AGAIN = 81  # what LibreOffice returns when it has made its profile and wants to be started again
_FILES = 256
_PROFILE = 1024 * 1024  # more than its options take
_BEYOND = 2  # the Word document may be this many times what an unpacked part may have
_NAMES = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS", r"C:\Program Files\LibreOffice\program")
_DIE_WITH_PARENT = 1

_OPTIONS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>
"""
_OPTION = '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SAFE = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Save/Document", "UpdateDocMode", "0"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Office.Common/Misc", "UseLocking", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


class Missing(Exception):
    """LibreOffice is not installed."""


class Stopped(Exception):
    """It was killed at the limit of time."""


class Failed(Exception):
    """It made no document, or one beyond the limit of size."""


def as_docx(data: bytes, *, suffix: str, filter: str | None, limits: Limits) -> bytes:
    """The Word document that LibreOffice makes of `data`; `suffix` and `filter` (LibreOffice's name of a format) say what it is.

    Raises:
        Missing, Stopped, Failed
    """
    program = _program()
    if program is None:
        raise Missing
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        source = folder / f"source{suffix}"
        with _room_to_write(len(data) + _PROFILE):
            source.write_bytes(data)
            _prepare(folder)
        _run([str(program), *_arguments(folder, filter), str(source)], folder, limits)
        page_done()
        return _made(folder / "out" / "source.docx", limits.unpacked * _BEYOND)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_installed() -> bool:
    """Whether files can be converted here."""
    return _program() is not None


def sweep() -> None:
    """Removes the folders of processes that were killed before they could do it themselves."""
    if sys.platform == "win32":
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        with contextlib.suppress(OSError):
            if owner.isdecimal() and folder.stat().st_uid == os.getuid() and not _lives(int(owner)):
                shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _program() -> Path | None:
    """The program itself and not the script that starts it, so that there is one process to be killed."""
    found = next(filter(None, (shutil.which(name, path=_search_path()) for name in _NAMES)), None)
    if found is None:
        return None
    program = Path(os.path.realpath(found))
    inner = program.with_name("soffice.bin")
    return inner if inner.exists() else program


def _search_path() -> str:
    return os.pathsep.join((os.environ.get("PATH", os.defpath), *_PLACES))


def _arguments(folder: Path, filter: str | None) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--invisible", "--nologo", "--norestore", "--nodefault", "--nolockcheck", "--nofirststartwizard"),
        *((f"--infilter={filter}",) if filter else ()),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out")),
    ]


def _prepare(folder: Path) -> None:
    """A profile whose options are safe, and folders for what programs keep in the user's home."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(_OPTION.format(path=path, name=name, value=value) for path, name, value in _SAFE)
    (user / "registrymodifications.xcu").write_text(_OPTIONS.format(items=items), encoding="utf-8")
    (folder / "tmp").mkdir()


def _room_to_write(size: int) -> contextlib.AbstractContextManager[None]:
    if sys.platform == "win32":
        return contextlib.nullcontext()
    from minutes_miner.guard.confinement import writing_allowed  # needs a system with limits

    return writing_allowed(size)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    temporary = str(folder / "tmp")
    return {
        **kept,
        "HOME": str(folder),
        "TMPDIR": temporary,
        "TMP": temporary,
        "TEMP": temporary,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    """Runs LibreOffice to its end, twice where it asks to be started again; at the limit of time it is killed with all that it started."""
    for _ in range(2):
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=(lambda: _confine(limits)) if sys.platform == "linux" else None,
        )
        try:
            code = process.wait(_SHARE * limits.seconds)
        except subprocess.TimeoutExpired:
            raise Stopped from None
        finally:
            _kill(process)
        if code != _START_AGAIN:
            return


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
    if process.poll() is None:
        process.kill()
        process.wait()


def _confine(limits: Limits) -> None:
    """In the new process, before LibreOffice starts: it dies with its parent, sees no network, and has limits of its own."""
    from minutes_miner.guard import confinement

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, int(signal.SIGKILL), 0, 0, 0)
    with contextlib.suppress(OSError):
        confinement.leave_network()
    confinement.limit_converter(limits.memory, limits.unpacked * _BEYOND, _FILES)


def _made(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise Failed
        return path.read_bytes()
    except OSError:
        raise Failed from None
