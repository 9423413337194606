"""How many questions and answers of made questionnaires are read right, and whether any is found elsewhere."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import weasyprint
from rapidfuzz.fuzz import ratio

from extractors.errors import ExtractionError
from extractors.extract import extract
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.questionnaire.answer import Answer
from tests.bench.figures import Figure, files, show
from tests.extractors.questionnaire.forms import LANGUAGES, Form, Item, form
from tests.extractors.questionnaire.layouts import LAYOUTS, MARKS, as_docx, as_html
from tests.extractors.word.making import make_docx

_STYLE = """
@page { size: A4; margin: 22mm 20mm }
body { font: 11pt "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans CJK SC" }
table { border-collapse: collapse } td, th { border: 0.5pt solid black; padding: 2pt 4pt }
h1 { font-size: 16pt } h2 { font-size: 14pt } h3 { font-size: 12pt }
"""
_BAR = 0.95
_ALIKE = 97
_SOFFICE = shutil.which("soffice")


@dataclass(frozen=True, slots=True)
class Case:
    """One made questionnaire."""

    layout: str
    marks: str
    language: str
    blank: bool = False

    def form(self) -> Form:
        made = form(self.language)
        return made.blank() if self.blank else made

    def items(self) -> tuple[Item, ...]:
        items = self.form().items
        if self.layout == "tick_table":
            return tuple(item for item in items if len(item.options) == 2)
        return items


def cases() -> Iterator[Case]:
    """Every layout in every language, with the ways to mark an option taken in turn; every layout blank."""
    marks = list(MARKS)
    for at, layout in enumerate(LAYOUTS):
        for place, language in enumerate(LANGUAGES):
            yield Case(layout, marks[(at + place) % len(marks)], language)
        yield Case(layout, "boxes", LANGUAGES[at % len(LANGUAGES)], blank=True)


def main() -> None:
    """Print the shares, and with `--misses` each miss."""
    show("Questionnaires", figures(show_misses="--misses" in sys.argv))


def figures(*, show_misses: bool = False) -> list[Figure]:
    """Read every made questionnaire as DOCX and as PDF, and all other files."""
    asked, right, answered, false = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for case in cases():
            for suffix in ("docx", "pdf"):
                path = make(case, Path(folder) / f"made.{suffix}")
                found = extract(raw_file(path)).answers
                q, a, extra = compare(case, found, verbose=show_misses, suffix=suffix)
                asked[suffix] += len(case.items())
                right[suffix] += q
                answered[suffix] += a
                false[suffix] += extra
        _read_converted(Path(folder), asked, right, answered, false)
    result = []
    for suffix in asked:
        total = asked[suffix]
        result += [
            Figure(f"{suffix}: questions right", right[suffix] / total, "", _BAR, note=f"{right[suffix]} of {total}"),
            Figure(
                f"{suffix}: answers right", answered[suffix] / total, "", _BAR, note=f"{answered[suffix]} of {total}"
            ),
            Figure(f"{suffix}: rows that are no question", false[suffix], note="questions that are not told apart"),
        ]
    return [*result, *_elsewhere()]


def _read_converted(
    folder: Path, asked: Counter[str], right: Counter[str], answered: Counter[str], false: Counter[str]
) -> None:
    """Read what another program makes of the Word files, where it is installed."""
    if _SOFFICE is None:
        return
    made = [(case, make(case, folder / f"{at}.docx")) for at, case in enumerate(cases())]
    command = [_SOFFICE, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *(str(path) for _, path in made)], check=True, capture_output=True)
    for case, path in made:
        found = extract(raw_file(path.with_suffix(".pdf"))).answers
        q, a, extra = compare(case, found, verbose=False, suffix="pdf")
        asked["LibreOffice's pdf"] += len(case.items())
        right["LibreOffice's pdf"] += q
        answered["LibreOffice's pdf"] += a
        false["LibreOffice's pdf"] += extra


def make(case: Case, path: Path) -> Path:
    """Write a questionnaire."""
    blocks = LAYOUTS[case.layout](case.form(), MARKS[case.marks])
    if path.suffix == ".docx":
        return make_docx(path, as_docx(blocks, case.language))
    html = f"<html><head><style>{_STYLE}</style></head><body>{as_html(blocks, case.language)}</body></html>"
    weasyprint.HTML(string=html).write_pdf(path)
    return path


def compare(case: Case, found: tuple[Answer, ...], *, verbose: bool, suffix: str) -> tuple[int, int, int]:
    """Count the questions and answers that are right, and the rows that belong to no question."""
    left = list(found)
    questions = answers = 0
    for item in case.items():
        hit = next((each for each in left if _is_question(item, each, case)), None)
        if hit is None:
            if verbose:
                print("NO QUESTION", suffix, case, item.number, item.text)
            continue
        left.remove(hit)
        questions += 1
        if _is_answer(item, hit):
            answers += 1
        elif verbose:
            print("NO ANSWER  ", suffix, case, item.number, hit.answer_kind, hit.choices, repr(hit.answer_text))
    for each in left:
        if verbose:
            print("NO ITEM    ", suffix, case, each.question_number, repr(each.question_text), repr(each.answer_text))
    return questions, answers, len(left)


def _is_question(item: Item, found: Answer, case: Case) -> bool:
    number = item.number.split()[0] if case.layout == "tick_table" else item.number
    return found.question_number == number and _plain(found.question_text) == _plain(item.text)


def _is_answer(item: Item, found: Answer) -> bool:
    if found.answer_kind is not item.kind or found.yes is not item.yes:
        return False
    if item.choices and found.choices and found.choices != item.choices:
        return False
    wanted = " ".join([*item.lines, *(" ".join(row) for row in item.table)])
    got = found.answer_text
    for label in sorted(found.options, key=len, reverse=True):
        got = got.replace(label, "", 1)
    for label, _ in item.options:
        wanted = wanted.replace(label, "", 1)
        got = got.replace(label, "", 1)
    return ratio(_plain(wanted), re.sub(r"^x|x$", "", _plain(got))) >= _ALIKE or not _plain(wanted)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _elsewhere() -> Iterator[Figure]:
    count = 0
    where: list[str] = []
    tesseract = shutil.which("tesseract")
    options = Options(tesseract=Path(tesseract) if tesseract else None, soffice=Path(_SOFFICE) if _SOFFICE else None)
    for path in files("*.*"):
        if "questionnaire" in path.name:
            continue
        try:
            answers = extract(raw_file(path), options).answers
        except ExtractionError:
            continue
        count += 1
        if answers:
            where.append(f"{path.name}: {len(answers)}")
    yield Figure("files without questions that give some", len(where), "", 0, at_most=True, note=f"of {count} {where}")


if __name__ == "__main__":
    main()
