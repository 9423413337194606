"""Tesseract as a program: orientation and words of an image, with a cache of what was read."""

import csv
import hashlib
import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

from extractors.errors import LimitExceeded, ProgramMissing

_CACHE_FORM = "1"


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word on an image: box in pixels, confidence 0 to 1, and the line that it stands on."""

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float
    line: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program, how long it may take for one page, and where its results are kept."""

    path: Path
    seconds: float
    folder: Path | None = None

    def orientation(self, image: Image.Image) -> tuple[int, float, str]:
        """Return by how many degrees clockwise to turn the image, how sure that is, and its script; 0 where unknown."""
        out = self._cached(image, ("osd",), ("--psm", "0", "-l", "osd"))
        found = dict(line.split(": ", 1) for line in out.splitlines() if ": " in line)
        degrees = int(found.get("Rotate", "0"))
        return degrees, float(found.get("Orientation confidence", "0")), found.get("Script", "")

    def words(self, image: Image.Image, languages: tuple[str, ...]) -> list[SeenWord]:
        """Read the words of an upright image; `languages` are Tesseract's names for them."""
        return _words(self._cached(image, languages, ("--psm", "3", "-l", "+".join(languages), "tsv")))

    def word(self, image: Image.Image, languages: tuple[str, ...]) -> tuple[str, float] | None:
        """Read an image of a single word; return it with its confidence, 0 to 1."""
        out = self._cached(image, ("word", *languages), ("--psm", "8", "-l", "+".join(languages), "tsv"))
        seen = [(word.text, word.confidence) for word in _words(out)]
        return seen[0] if len(seen) == 1 else None

    def _cached(self, image: Image.Image, languages: tuple[str, ...], arguments: tuple[str, ...]) -> str:
        if self.folder is None:
            return self._run(image, arguments)
        key = hashlib.sha256("/".join((_CACHE_FORM, f"{image.size}", *languages)).encode())
        key.update(image.tobytes())
        kept = self.folder / f"{key.hexdigest()}.txt"
        if kept.is_file():
            return kept.read_text("utf-8")
        out = self._run(image, arguments)
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{os.getpid()}")
        partial.write_text(out, "utf-8")
        partial.replace(kept)
        return out

    def _run(self, image: Image.Image, arguments: tuple[str, ...]) -> str:
        """Run on an image through a pipe; an image that Tesseract finds nothing on gives no text."""
        data = b"P5\n%d %d\n255\n" % image.size + image.tobytes()
        try:
            done = subprocess.run(
                [self.path, "stdin", "stdout", *arguments],
                input=data,
                capture_output=True,
                timeout=self.seconds,
                check=False,
                # Tesseract's threads slow each other down where several pages are read at once.
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except OSError as error:
            raise ProgramMissing(
                "tesseract", f"Tesseract cannot be started from {self.path}. Please install it again."
            ) from error
        except subprocess.TimeoutExpired as error:
            raise LimitExceeded(
                f"Reading one scanned page took more than {self.seconds:.0f} seconds. Please ask for a smaller scan."
            ) from error
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _words(out: str) -> list[SeenWord]:
    words = []
    for row in csv.DictReader(out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != "5" or not text:
            continue
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        confidence = max(float(row["conf"]), 0.0) / 100
        left, top, width, height = (int(row[key]) for key in ("left", "top", "width", "height"))
        words.append(SeenWord(text, left, top, width, height, confidence, line))
    return words


@cache
def installed_languages(path: Path) -> frozenset[str]:
    """Return the names of the languages that Tesseract has data for."""
    try:
        done = subprocess.run([path, "--list-langs"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(line.strip() for line in done.stdout.decode("utf-8", "replace").splitlines()[1:])
