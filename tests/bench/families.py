"""How surely families are found without symbols: precision and recall of links, and the cost of a batch."""

import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib.resources import files as resources
from itertools import combinations
from pathlib import Path

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Source
from extractors.extract import extract
from extractors.media_type import raw_file
from tests.bench import families_scale
from tests.bench.figures import SAMPLES, Figure, files, show
from warehouse.connection import Connection, open_warehouse
from warehouse.load import Entry, Versions, load_batch

_ONE = (Source("Kenya", "KEN"),)
_OTHER = (Source("France", "FRA"),)
_DAY, _MEETING = date(2025, 12, 12), date(2026, 1, 13)
_DAYS = [date(2025, 11, day) for day in (3, 4, 5, 6, 7)]
"""Some dozens of documents share each of them; a day that a hundred share tells nothing."""
_VOWELS = "aeiou"
_ANSWER = "; Answer: "
"""What the sample's table has between question and answer."""

Texts = Sequence[tuple[PassageKind, str]]


@dataclass(frozen=True)
class Case:
    """A document of the made set; those with the same `truth` are one, all others are not."""

    truth: str
    group: str
    language: str
    texts: Texts
    sources: tuple[Source, ...] = _ONE
    day: date = _DAY


def originals() -> Iterator[Case]:
    """Give contributions of their own, all from one State, dozens on one day, without symbols: hard to keep apart."""
    for language in ("en", "fr"):
        documents: dict[str, list[tuple[PassageKind, str]]] = {}
        text = (resources("models") / "training" / f"documents_{language}.jsonl").read_text(encoding="utf-8")
        for line in text.splitlines():
            row = json.loads(line)
            documents.setdefault(row["doc"], []).append((PassageKind.PARAGRAPH, row["t"]))
        for name, texts in documents.items():
            yield Case(name, "written", language, texts, day=_DAYS[len(texts) % 2 + 2 * (language == "fr")])
    for path in sorted(SAMPLES.glob("*.docx")):
        if "Kenya" not in path.name and "Rev.1" not in path.name:
            made = extract(raw_file(path))
            yield Case(path.stem, "sample", made.language, _texts(made), day=_DAYS[4])


def variants(case: Case, chance: random.Random) -> Iterator[Case]:
    """Give a light edit, another format with reading errors, a translation, and the same text of another member."""
    yield replace(case, group="light edit", texts=_edited(case.texts, chance))
    yield replace(case, group="other format", texts=_misread(case.texts, chance))
    other = "es" if case.language != "es" else "en"
    yield replace(case, group="translation", language=other, texts=_translated(case.texts, chance))
    yield replace(case, truth=f"{case.truth} campaign", group="campaign", sources=_OTHER)


def replies(count: int, chance: random.Random) -> Iterator[Case]:
    """Give different replies of one State to one questionnaire on one day, in two languages."""
    form = _texts(extract(raw_file(SAMPLES / "CWG-COP-20_06_UNODC_questionnaire.docx")))
    said = [text for case in originals() if case.language == "en" for _, text in case.texts]
    foreign = [
        (kind, _ANSWER.join(part for _, part in _translated([(kind, part) for part in text.split(_ANSWER)], chance)))
        for kind, text in form
    ]
    for number in range(count):
        language, asked = ("en", form) if number % 2 else ("es", foreign)
        texts = [
            (kind, f"{question}{_ANSWER}{_answer(said, chance, language)}" if answer else text)
            for kind, text in asked
            for question, answer, _ in [text.partition(_ANSWER)]
        ]
        yield Case(f"reply {number}", "reply", language, texts)
        short = [
            (kind, f"{question}{_ANSWER}{_short_answer(chance, language)}" if answer else text)
            for kind, text in asked
            for question, answer, _ in [text.partition(_ANSWER)]
        ]
        yield Case(f"short reply {number}", "short reply", language, short)


def real() -> Iterator[Case]:
    """Give the translations that people made: the Kenyan samples, and the Universal Declaration where it is there."""
    pairs = [("CWG-COP-20_04-E_Kenya.docx", "CWG-COP-20_04-F_Kenya.pdf"), ("uwazi__eng.pdf", "uwazi__spn.pdf")]
    there = {path.name: path for path in files("*.*")}
    for names in pairs:
        for name in names:
            if name in there:
                made = extract(raw_file(there[name]))
                yield Case(names[0], "real translation", made.language, _texts(made))


def measure(connection: Connection, cases: Sequence[Case]) -> list[Figure]:
    load_batch(
        connection, [Entry(_document(place, case), (), Versions("b", "b", "b")) for place, case in enumerate(cases)]
    )
    family = dict(connection.execute("SELECT document, family FROM raw.family_members").fetchall())
    doubts = {frozenset(row) for row in connection.execute("SELECT document, other FROM families_to_review").fetchall()}
    found: dict[str, list[int]] = {}
    wrong = right = 0
    for (one, first), (other, second) in combinations(enumerate(cases), 2):
        linked = family[_key(one)] == family[_key(other)]
        if first.truth != second.truth:
            wrong += linked
            continue
        right += linked
        base = {"written", "sample"} & {first.group, second.group} or first.group == second.group == "real translation"
        if base:
            counts = found.setdefault(second.group, [0, 0, 0])
            counts[0] += 1
            counts[1] += linked
            counts[2] += not linked and frozenset((_key(one), _key(other))) in doubts
    # What is linked or listed for a person; a translation of a short text with few numbers may only be listed.
    bars = {"light edit": 0.95, "other format": 0.95, "translation": 0.95}
    return [
        Figure(
            "precision of links", right / (right + wrong), "", 0.999, note=f"{wrong} wrong of {right + wrong} pairs"
        ),
        *(
            Figure(f"{group}: linked", linked / all_, note=f"{linked} of {all_}")
            for group, (all_, linked, _) in found.items()
        ),
        *(
            Figure(f"{group}: linked or listed for review", (linked + doubted) / all_, "", bars.get(group))
            for group, (all_, linked, doubted) in found.items()
        ),
        Figure("documents", len(cases)),
    ]


def main() -> int:
    chance = random.Random(1306)  # noqa: S311 - the same set each time
    bases = list(originals())
    cases = [*bases, *(one for case in bases for one in variants(case, chance)), *replies(40, chance), *real()]
    with tempfile.TemporaryDirectory() as folder, open_warehouse(Path(folder) / "bench.duckdb") as connection:
        figures = measure(connection, cases)
    show("Families without symbols, all from one State, dozens on one day", figures)
    missed = sum(figure.verdict == "NOT REACHED" for figure in figures)
    return families_scale.main() or int(missed > 0)


def _texts(document: Document) -> list[tuple[PassageKind, str]]:
    # Without the header block, which bears the symbol.
    block = " ".join(document.header.text[: max((p.span[1] for p in document.header.provenance), default=0)].split())
    return [
        (passage.kind, passage.text)
        for place, passage in enumerate(document.passages)
        if place > 30
        or not all(" ".join(line.split()) in block for line in passage.text.replace("\t", "\n").split("\n"))
    ]


def _key(place: int) -> str:
    return sha256(f"case {place}".encode()).hexdigest()


def _document(place: int, case: Case) -> Document:
    key = _key(place)
    header = Header("", sources=case.sources, document_date=case.day, meeting_date=_MEETING, original_languages=("en",))
    passages = tuple(
        Passage(f"{key[:8]}-{number}", None, number, kind, (), case.language, text)
        for number, (kind, text) in enumerate(case.texts, 1)
    )
    return Document(key, MediaType.DOCX, case.language, None, header, passages, ())


def _answer(said: Sequence[str], chance: random.Random, language: str) -> str:
    text = " ".join(chance.choice(said) for _ in range(chance.randint(1, 2)))
    return text if language == "en" else _translated([(PassageKind.PARAGRAPH, text)], chance)[0][1]


def _short_answer(chance: random.Random, language: str) -> str:
    said = {"en": ("Yes.", "No.", "{} cases", "not yet"), "es": ("Sí.", "No.", "{} casos", "todavía no")}[language]
    return chance.choice(said).format(chance.randint(10, 2_000))


def _edited(texts: Texts, chance: random.Random) -> Texts:
    """Change three words in a hundred and leave out a passage."""
    left_out = chance.randrange(1, len(texts))
    return [
        (kind, _words(text, lambda word: word[::-1] if chance.random() < 0.03 else word))
        for place, (kind, text) in enumerate(texts)
        if place != left_out
    ]


def _misread(texts: Texts, chance: random.Random) -> Texts:
    """Read one word in a hundred wrongly, take lists for paragraphs and part or join some passages."""
    found: list[tuple[PassageKind, str]] = []
    for kind, text in texts:
        seen = PassageKind.PARAGRAPH if kind is PassageKind.LIST_ITEM else kind
        read = _words(text, lambda word: word.replace("e", "c").replace("l", "1") if chance.random() < 0.01 else word)
        first, _, rest = read.partition(". ")
        if found and found[-1][0] is seen and chance.random() < 0.05:
            found[-1] = (seen, f"{found[-1][1]} {read}")
        elif rest and chance.random() < 0.05:
            found += [(seen, f"{first}."), (seen, rest)]
        else:
            found.append((seen, read))
    return found


def _translated(texts: Texts, chance: random.Random) -> Texts:
    """Put other words for all, a tenth longer; one number in twelve is written in letters, thousands are parted."""

    def other(word: str) -> str:
        if any(map(str.isdigit, word)):
            if chance.random() < 0.08:
                return "muchos"
            return word.replace(",", "\u00a0") if word[0].isdigit() else word
        seeded = random.Random(word)  # noqa: S311 - one word is one word
        if not word.isascii() and len(word) > 20:  # Chinese parts no words
            return " ".join(other(character) for character in word)
        return "".join(
            seeded.choice("bcdlmnprst") + seeded.choice(_VOWELS) for _ in range(max(1, round(len(word) * 0.55)))
        )

    noisy = [(kind, _words(text, other)) for kind, text in texts]
    return [(kind, text if chance.random() > 0.2 else f"{text} {text[: len(text) // 8]}") for kind, text in noisy]


def _words(text: str, change: Callable[[str], str]) -> str:
    return "\t".join(" ".join(change(word) for word in cell.split(" ") if word) for cell in text.split("\t"))


if __name__ == "__main__":
    sys.exit(main())
