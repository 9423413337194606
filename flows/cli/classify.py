"""`rapporteur classify`: the labels of passages that come as JSON lines, as JSON lines."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from flows.cli.progress import progress_bar
from flows.errors import SettingsError
from models.classification_json import classify_lines
from models.classifier import Classifier


def print_labels(file: Path, taxonomy: Path | None) -> None:
    """Print one JSON object for each line of the file (`-`: standard input), as soon as it is known."""
    classifier = Classifier.load(taxonomy)
    with _lines(file) as lines, progress_bar("Classifying") as advance:
        for result in classify_lines(lines, classifier):
            sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
            advance()
    sys.stdout.flush()


@contextmanager
def _lines(file: Path) -> Iterator[TextIO]:
    """Open the input; bytes that are not UTF-8 become replacement characters, so that no line is lost."""
    if str(file) == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        yield sys.stdin
        return
    if not file.is_file():
        raise SettingsError(
            f"There is no file {file}. Give a file with one JSON object a line, or - to read them here."
        )
    with file.open(encoding="utf-8", errors="replace") as stream:
        yield stream
