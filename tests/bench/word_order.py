"""How alike a Word file and the PDF that LibreOffice makes of it read, word by word."""

import re
import statistics
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz.distance import Indel

from extractors.document import Document, Passage, PassageKind
from extractors.errors import ExtractionError
from extractors.extract import extract
from extractors.media_type import raw_file
from tests.bench.figures import ORDINARY, Figure, files, show

_NOTES = (PassageKind.FOOTNOTE, PassageKind.ENDNOTE)
_LISTED = 5


def main() -> None:
    """Print the median and the worst files."""
    show("Word order, DOCX against its PDF", figures())


def figures() -> list[Figure]:
    """Compare the document's own words, in order, without the column names that table rows repeat.

    Of a table row the cells count; a number that is printed counts as words; notes come last in both, since a PDF has
    them at the foot of a page; page headers and footers count in neither.
    """
    sampled = _similarities(files("*.docx"))
    found = {path.name: value for path, value in sampled.items() if path.parent == ORDINARY}
    worst = sorted(found.items(), key=lambda pair: pair[1])[:_LISTED]
    return [
        Figure(
            "median over the ordinary DOCX", statistics.median(found.values()), "", 0.97, note=f"{len(found)} files"
        ),
        Figure("median with the samples", statistics.median(sampled.values()), "", note=f"{len(sampled)} files"),
        *(Figure(f"worst: {name}", value) for name, value in worst),
    ]


def made_pdfs(paths: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Let LibreOffice make a PDF of each file."""
    with TemporaryDirectory() as profile:
        arguments = [f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            ["soffice", *arguments, "--outdir", str(folder), *map(str, paths)],  # noqa: S607
            check=True,
            capture_output=True,
        )
    pairs = {path: folder / f"{path.stem}.pdf" for path in paths}
    return {path: pdf for path, pdf in pairs.items() if pdf.exists()}


def words(document: Document) -> list[str]:
    """List a document's own words in order, notes last."""
    body = [passage for passage in document.passages if passage.kind not in _NOTES]
    notes = [passage for passage in document.passages if passage.kind in _NOTES]
    text = " ".join(_texts(document, [*body, *notes]))
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text))


def _texts(document: Document, passages: Sequence[Passage]) -> Iterator[str]:
    seen = set()
    for passage in passages:
        if passage.table is None:
            yield f"{passage.number or ''} {passage.text}"
        elif (passage.table, -1) not in seen:
            # The whole table at its first row: its header row is no passage where it names the columns.
            seen.add((passage.table, -1))
            yield from (cell.text for cell in document.tables[passage.table].cells)


def _similarities(paths: Sequence[Path]) -> dict[Path, float]:
    found = {}
    with TemporaryDirectory() as folder:
        for path, pdf in made_pdfs(paths, Path(folder)).items():
            try:
                ours, other = words(extract(raw_file(path))), words(extract(raw_file(pdf)))
            except ExtractionError as error:
                sys.stderr.write(f"left out: {path.name}: {error}\n")
                continue
            found[path] = Indel.normalized_similarity(ours, other)
    return found


if __name__ == "__main__":
    main()
