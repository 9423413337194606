"""Older Word, RTF and ODT files become DOCX through LibreOffice: in batches, without network, without macros."""

import os
import signal
import subprocess
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import olefile
from lxml import etree

from extractors.document import MediaType, RawFile
from extractors.errors import EncryptedDocument, ExtractionError, LimitExceeded, UnreadableDocument
from extractors.options import Limits
from extractors.word.package import check_sizes

CONVERTED: Final[Mapping[MediaType, str]] = {MediaType.DOC: ".doc", MediaType.RTF: ".rtf", MediaType.ODT: ".odt"}
"""The kinds that are converted, with the extension by which LibreOffice knows each."""
_LIMITS: Final = Limits()
_POLL_SECONDS = 0.2
_UNREADABLE = (
    "The file could not be converted: LibreOffice found no text document in it. "
    "Open it in the program that made it, save it as DOCX or PDF, and send that."
)
_TOO_SLOW = (
    "Converting the file took longer than the {seconds:.0f} seconds that one file may take. Send it as DOCX or PDF."
)
_PASSWORD = "The file is protected by a password. Send it without one."  # noqa: S105
_FIB_FLAGS = 10
"""Where the flags stand in the first block of a Word file ([MS-DOC] 2.5.2, FibBase: A to M)."""
_FIB_ENCRYPTED = 0x0100
_MOST_MANIFEST = 4_000_000
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">\
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">\
<value>0</value></prop></item>
</oor:items>
"""
"""A fresh profile's only settings: no macro runs, no link is fetched or brought up to date."""


def convert_batch(
    files: Sequence[RawFile], soffice: Path, folder: Path, seconds: float
) -> dict[str, Path | ExtractionError]:
    """Convert files to DOCX in `folder`; each sha256 gets the DOCX or the reason why there is none.

    One LibreOffice converts the batch, and may take `seconds` for each file. Where it hangs or dies, the file at which
    it did is tried once more alone and the rest go on, so that one bad file costs only itself.
    """
    results: dict[str, Path | ExtractionError] = {}
    waiting: dict[str, RawFile] = {}
    for file in files:
        try:
            check_legacy(file)
        except ExtractionError as error:
            results[file.sha256] = error
        else:
            waiting[file.sha256] = file
    folder.mkdir(parents=True, exist_ok=True)
    while waiting:
        batch = list(waiting.values())
        in_time = _run(batch, soffice, folder, seconds)
        for file in batch:
            if _made(file, folder):
                results[file.sha256] = _target(file, folder)
                del waiting[file.sha256]
        if not waiting:
            break
        suspect = waiting.pop(next(iter(waiting)))
        if len(batch) > 1:
            in_time = _run([suspect], soffice, folder, seconds)
        if _made(suspect, folder):
            results[suspect.sha256] = _target(suspect, folder)
        else:
            results[suspect.sha256] = (
                UnreadableDocument(_UNREADABLE) if in_time else LimitExceeded(_TOO_SLOW.format(seconds=seconds))
            )
    return results


def check_legacy(file: RawFile, limits: Limits = _LIMITS) -> None:
    """Raise EncryptedDocument for a file that only a password opens, LimitExceeded for one that unpacks too far."""
    if file.media_type is MediaType.DOC and _is_locked_doc(file.path):
        raise EncryptedDocument(_PASSWORD)
    if file.media_type is MediaType.ODT and _is_locked_odt(file.path, limits):
        raise EncryptedDocument(_PASSWORD)


def _run(files: Sequence[RawFile], soffice: Path, folder: Path, seconds: float) -> bool:
    """Run LibreOffice once; False where it ran out of time."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-soffice-") as scratch:
        profile, inputs = Path(scratch, "profile"), Path(scratch, "in")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        inputs.mkdir()
        names: list[str] = []
        for file in files:
            link = inputs / f"{file.sha256}{CONVERTED.get(file.media_type, '.docx')}"
            link.symlink_to(file.path.resolve())
            names.append(str(link))
        command = [
            *_offline(),
            # What LibreOffice would keep in somebody's home folder goes with the scratch folder.
            *("env", f"HOME={scratch}", f"XDG_CONFIG_HOME={scratch}", f"XDG_CACHE_HOME={scratch}"),
            str(soffice),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--nologo",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder.resolve()),
            *names,
        ]
        return _finished(command, seconds, lambda: sum(_target(file, folder).exists() for file in files))


def _target(file: RawFile, folder: Path) -> Path:
    return folder / f"{file.sha256}.docx"


def _made(file: RawFile, folder: Path) -> bool:
    """Tell whether a DOCX was made, and whole: a killed program leaves half of one."""
    target = _target(file, folder)
    if target.exists() and not zipfile.is_zipfile(target):
        target.unlink()
    return target.exists()


def _finished(command: Sequence[str], seconds: float, progress: Callable[[], int]) -> bool:
    """Wait for a program and all that it started; kill the whole group where it gets nothing done for too long."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        done, deadline = progress(), time.monotonic() + seconds
        while True:
            try:
                process.wait(timeout=_POLL_SECONDS)
            except subprocess.TimeoutExpired:
                if progress() > done:
                    done, deadline = progress(), time.monotonic() + seconds
                elif time.monotonic() > deadline:
                    _kill_group(process.pid)
                    process.wait()
                    return False
            else:
                return True


def _kill_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


@cache
def _offline() -> tuple[str, ...]:
    """The prefix that takes the network away, where the system lets us have it."""
    for prefix in (("unshare", "-n"), ("unshare", "-r", "-n")):
        try:
            tried = subprocess.run([*prefix, "true"], capture_output=True, timeout=10, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if tried.returncode == 0:
            return prefix
    return ()


def _is_locked_doc(path: Path) -> bool:
    if not olefile.isOleFile(path):
        return False
    try:
        with olefile.OleFileIO(path) as container:
            streams = {entry[0].lower(): entry for entry in container.listdir() if len(entry) == 1}
            if "worddocument" not in streams:
                return False
            start = container.openstream(streams["worddocument"]).read(_FIB_FLAGS + 2)
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableDocument(
            "The Word file is damaged or incomplete. Open it in Word, let Word repair it, and save it as DOCX."
        ) from error
    return bool(int.from_bytes(start[_FIB_FLAGS:], "little") & _FIB_ENCRYPTED)


def _is_locked_odt(path: Path, limits: Limits) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            check_sizes(archive.infolist(), limits)
            with archive.open("META-INF/manifest.xml") as stream:
                blob = stream.read(_MOST_MANIFEST)
        root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except KeyError:
        return False
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise UnreadableDocument("The ODT file is damaged or incomplete. Save it again and send that.") from error
    except etree.XMLSyntaxError:
        return False
    return next(root.iter("{*}encryption-data"), None) is not None
