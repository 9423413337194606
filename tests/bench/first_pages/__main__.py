"""Builds, reads and scores the first pages: `python -m tests.bench.first_pages [--half seen|unseen|all] [--errors]`."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import extractors.extract
from extractors.document import Header
from extractors.errors import RapporteurError
from extractors.media_type import raw_file
from tests.bench.figures import Figure, show
from tests.bench.first_pages.docx_page import build_docx
from tests.bench.first_pages.page import PAGES, PRACTICE, FirstPage, load_pages
from tests.bench.first_pages.pdf_page import build_pdf
from tests.bench.first_pages.scoring import Finding, compare
from tests.bench.first_pages.word_pdf import print_word

_BARS = {
    "symbol": ("symbol exact", 0.98),
    "dates": ("document and meeting dates", 0.97),
    "original_languages": ("original language", 0.98),
    "sources": ("source resolved", 0.95),
    "title": ("title (normalised)", 0.95),
    "agenda_item": ("agenda item", None),
    "body": ("body (one within the other)", None),
    "meeting": ("meeting (one within the other)", None),
    "meeting_place": ("meeting place (one within the other)", None),
    "action": ("for action or information", None),
    "status": ("status", None),
}
_GROUPS = {"document_date": "dates", "meeting_date": "dates"}
_HEADERS_A_SECOND = 2_000
_ROUNDS = 20
_WORD_PDF = "word-pdf"
_SWAPPED = {"docx": _WORD_PDF, "pdf": "docx", _WORD_PDF: "docx"}


def main(arguments: Sequence[str]) -> int:
    """Print the figures of a half; its errors one by one for the half that may be looked at."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.first_pages", description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen", "all"), default="seen")
    parser.add_argument(
        "--set", choices=("pages", "practice"), default="pages", help="practice: all of it, with errors"
    )
    parser.add_argument("--errors", action="store_true", help="list the errors of the unseen half too")
    parser.add_argument("--swap", action="store_true", help="Word pages as PDFs by LibreOffice, PDF pages as Word")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the built files there")
    parser.add_argument("ids", nargs="*", metavar="PAGE", help="only pages whose ids begin so")
    asked = parser.parse_args(arguments)
    practice = asked.set == "practice"
    found = load_pages(PRACTICE if practice else PAGES)
    pages = [page for page in found if practice or asked.half in ("all", page.half)]
    pages = [page for page in pages if not asked.ids or any(page.id.startswith(each) for each in asked.ids)]
    if asked.swap:
        pages = [replace(page, format=_SWAPPED[page.format]) for page in pages]
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        findings, speed = _read(pages, asked.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            findings, speed = _read(pages, Path(folder))
    if practice or asked.errors or asked.half == "seen":
        _list_errors(pages, findings)
    name = "practice set" if practice else f"{asked.half} half"
    show(f"First pages, {name}: {len(pages)} pages", [*_figures(findings), *speed])
    return 0


def build(pages: Sequence[FirstPage], folder: Path) -> list[Path]:
    """Build the files of pages in the folder, in their order."""
    builders = {"docx": build_docx, "pdf": build_pdf, _WORD_PDF: build_docx}
    targets = [folder / f"{page.id}.{'pdf' if page.format == 'pdf' else 'docx'}" for page in pages]
    for page, target in zip(pages, targets, strict=True):
        builders[page.format](page, target)
    printed = [target for page, target in zip(pages, targets, strict=True) if page.format == _WORD_PDF]
    if printed:
        print_word(printed)
    return [target.with_suffix(".pdf") if target in printed else target for target in targets]


def _read(pages: Sequence[FirstPage], folder: Path) -> tuple[list[Finding], list[Figure]]:
    findings: list[Finding] = []
    with _recorded() as calls:
        for page, target in zip(pages, build(pages, folder), strict=True):
            try:
                header = extractors.extract.extract(raw_file(target)).header
            except RapporteurError as error:
                sys.stdout.write(f"{target.name}: {error}\n")
                header = Header()
            findings.extend(compare(page, header))
    return findings, _speed(calls)


@contextmanager
def _recorded() -> Any:
    """Keep what the header reader is given, to time it apart from the parsing."""
    read_header = vars(extractors.extract)["read_header"]
    calls: list[Any] = []

    def recording(*given: Any, **named: Any) -> Any:
        calls.append(lambda: read_header(*given, **named))
        return read_header(*given, **named)

    vars(extractors.extract)["read_header"] = recording
    try:
        yield calls
    finally:
        vars(extractors.extract)["read_header"] = read_header


def _speed(calls: Sequence[Any]) -> list[Figure]:
    if not calls:
        return []
    start = time.process_time()
    for _ in range(_ROUNDS):
        for call in calls:
            call()
    spent = max(time.process_time() - start, 1e-9)
    return [Figure("header speed, parsing apart", len(calls) * _ROUNDS / spent, "headers/s", _HEADERS_A_SECOND)]


def _figures(findings: Sequence[Finding]) -> list[Figure]:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    invented: Counter[str] = Counter()
    for finding in findings:
        if finding.invented:
            invented[finding.field] += 1
        else:
            group = _GROUPS.get(finding.field, finding.field)
            asked[group] += 1
            right[group] += finding.right
    figures = [
        Figure(what, right[group] / asked[group], "", bar, note=f"{right[group]} of {asked[group]}")
        for group, (what, bar) in _BARS.items()
        if asked[group]
    ]
    note = ", ".join(f"{name} {number}" for name, number in invented.most_common())
    wrong = sum(1 for finding in findings if not (finding.right or finding.invented or finding.got is None))
    figures.append(Figure("wrong values, where the page has another", wrong))
    return [*figures, Figure("invented values", invented.total(), "", 0, at_most=True, note=note)]


def _list_errors(pages: Sequence[FirstPage], findings: Sequence[Finding]) -> None:
    layouts = {page.id: f"{page.id}.{page.format} ({page.layout})" for page in pages}
    for finding in findings:
        if not finding.right:
            kind = "INVENTED" if finding.invented else "wrong" if finding.got else "missing"
            sys.stdout.write(
                f"{layouts[finding.page]}: {finding.field} {kind}\n"
                f"    expected {finding.expected!r}\n    got      {finding.got!r}\n"
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
