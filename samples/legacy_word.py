"""Takes the times of writing out of a Word 97 file, so that it is the same each time."""

import struct
from datetime import UTC, date, datetime, time
from pathlib import Path

import olefile

_STREAM = "\x05SummaryInformation"
_FILETIME = 64
_EDIT_TIME, _PRINTED, _CREATED, _SAVED = 10, 11, 12, 13
_FILETIME_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def normalise_doc(path: Path, day: date) -> None:
    """Set the times in the file's summary to the day of the document."""
    elapsed = datetime.combine(day, time(9), tzinfo=UTC) - _FILETIME_EPOCH
    ticks = int(elapsed.total_seconds()) * 10_000_000
    with olefile.OleFileIO(path, write_mode=True) as ole:
        summary = bytearray(ole.openstream(_STREAM).read())
        for kind, offset in _properties(summary):
            if kind in (_EDIT_TIME, _PRINTED, _CREATED, _SAVED) and _type(summary, offset) == _FILETIME:
                struct.pack_into("<Q", summary, offset + 4, 0 if kind == _EDIT_TIME else ticks)
        ole.write_stream(_STREAM, bytes(summary))


def _properties(summary: bytearray) -> list[tuple[int, int]]:
    (section,) = struct.unpack_from("<I", summary, 44)
    _, count = struct.unpack_from("<II", summary, section)
    pairs = [struct.unpack_from("<II", summary, section + 8 + 8 * index) for index in range(count)]
    return [(kind, section + offset) for kind, offset in pairs]


def _type(summary: bytearray, offset: int) -> int:
    return int(struct.unpack_from("<I", summary, offset)[0])
