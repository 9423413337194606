"""A made corpus: documents with labels and evidence, built and worded like the samples, the same each time."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice

import numpy as np

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Provenance
from extractors.kind.document_kind import DocumentKind
from extractors.signature import signature
from models.passage_words import document_words
from models.scheme import load_taxonomy
from tests.bench.warehouse.body import Body
from tests.bench.warehouse.labelling import labels
from tests.bench.warehouse.plan import CHUNK, Version, versions
from tests.bench.warehouse.replies import answers
from tests.bench.warehouse.wording import wording
from warehouse.load import Entry, Versions

PASSAGES = 50
"""Passages of a document, on average."""
MODEL = "rules-2026.1+linear-2"
VERSIONS = Versions("reader-1", MODEL, load_taxonomy().version)
_KINDS = {
    PassageKind.HEADING: (0.17, 4),
    PassageKind.PARAGRAPH: (0.29, 34),
    PassageKind.LIST_ITEM: (0.32, 36),
    PassageKind.TABLE_ROW: (0.18, 18),
    PassageKind.FOOTNOTE: (0.02, 26),
    PassageKind.CAPTION: (0.02, 11),
}
"""Shares of the kinds in the samples, and how many words they have there."""
_FRONT = 3_500
"""Characters of a document's beginning that its header is read from; so many the samples have."""


def entries(documents: int, start: int = 0) -> Iterator[Entry]:
    """Make the documents from number `start` on."""
    first, skip = divmod(start, CHUNK)
    chunks = range(first, first + (skip + documents) // CHUNK + 1)
    return islice((entry for chunk in chunks for entry in _chunk(chunk)), skip, skip + documents)


def _chunk(chunk: int) -> list[Entry]:
    chance = np.random.default_rng([1306, chunk])
    plan = versions(chunk)
    shapes: dict[int, tuple[list[PassageKind], list[int], list[str]]] = {}
    for one in plan:
        if one.work.number not in shapes:
            shapes[one.work.number] = _shape(chance)
    bodies = _bodies(plan, shapes, chance)
    documents = [
        _document(one, shapes[one.work.number][0], texts, f"{chunk} {place}")
        for place, (one, texts) in enumerate(zip(plan, bodies, strict=True))
    ]
    made = labels(documents, MODEL, chance)
    return [
        Entry(document, suggestions, VERSIONS, signature(document), document_words(document))
        for document, suggestions in zip(documents, made, strict=True)
    ]


def _shape(chance: np.random.Generator) -> tuple[list[PassageKind], list[int], list[str]]:
    """Give kinds, lengths and numbers of a contribution's passages, which all its versions have in common."""
    many = int(np.clip(chance.normal(PASSAGES - 7, 16), 6, 140))
    kinds = list(_KINDS)
    places = chance.choice(len(kinds), size=many, p=[share for share, _ in _KINDS.values()])
    places = np.repeat(places[: many // 2 + 1], 2)[:many]  # rows stand with rows, items with items
    means = np.array([words for _, words in _KINDS.values()])
    lengths = np.maximum(2, means[places] * chance.lognormal(-0.1, 0.5, size=many))
    told = chance.random(many) < 0.35
    numbers = chance.integers(10, 60_000, size=many)
    figures = [f" {number}" if tell else "" for number, tell in zip(numbers.tolist(), told.tolist(), strict=True)]
    return [kinds[place] for place in places.tolist()], lengths.astype(int).tolist(), figures


def _bodies(
    plan: Sequence[Version],
    shapes: dict[int, tuple[list[PassageKind], list[int], list[str]]],
    chance: np.random.Generator,
) -> list[list[str]]:
    """Word all documents of a chunk, language by language."""
    found: dict[tuple[int, str], list[str]] = {}
    for language in dict.fromkeys(one.language for one in plan):
        keys = list(dict.fromkeys(one.work.number for one in plan if one.language == language))
        texts = iter(
            wording(language).texts(chance, [length for key in keys for length in shapes[key][1]]),
        )
        for key in keys:
            kinds, _, figures = shapes[key]
            found[key, language] = [
                (text if kind is PassageKind.HEADING else text + figure)
                for kind, figure, text in zip(kinds, figures, islice(texts, len(kinds)), strict=True)
            ]
    return [_revised(one, found[one.work.number, one.language]) for one in plan]


def _revised(version: Version, texts: list[str]) -> list[str]:
    return [f"{text} (new)" if version.revision and place == 3 else text for place, text in enumerate(texts)]


def _document(version: Version, kinds: Sequence[PassageKind], texts: Sequence[str], name: str) -> Document:
    key = sha256(f"made {name}".encode()).hexdigest()
    lines = _front(version, texts[0])
    body = Body(key, version.language)
    for line in lines:
        body.add(PassageKind.PARAGRAPH, line)
    for kind, text in zip(kinds, texts, strict=True):
        body.add(kind, text)
    return Document(
        key,
        MediaType.PDF if version.work.number % 2 else MediaType.DOCX,
        version.language,
        body.page,
        _header(version, lines, body.passages),
        tuple(body.passages),
        tuple(body.tables),
        furniture=(version.symbol or "draft", "– 2 –"),
        answers=answers(version, body.passages),
        kind=DocumentKind.QUESTIONNAIRE_REPLY if version.work.questionnaire else DocumentKind.CONTRIBUTION,
        kind_reason="Made.",
    )


def _front(version: Version, title: str) -> list[str]:
    work = version.work
    return [
        "Council Working Group on Child Online Protection",
        f"Meeting {work.meeting} – Geneva, {work.meeting_date:%d %B %Y}",
        f"Document {version.symbol}" if version.symbol else "Draft",
        f"{work.document_date:%d %B %Y}",
        f"Original: {work.original}",
        f"Source: {', '.join(source.name for source in work.sources)}",
        f"Title: {title}",
    ]


def _header(version: Version, lines: Sequence[str], passages: Sequence[Passage]) -> Header:
    work = version.work
    text = "\n".join(passage.text for passage in passages)[:_FRONT]
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    spans = {
        "symbol": 2, "body": 0, "meeting": 1, "meeting_date": 1, "document_date": 3, "original_languages": 4,
        "sources": 5, "title": 6, "meeting_place": 1,
    }  # fmt: skip
    return Header(
        text,
        symbol=version.symbol,
        body="CWG-COP",
        meeting=f"CWG-COP {work.meeting}",
        meeting_place="Geneva",
        meeting_date=work.meeting_date,
        document_date=work.document_date,
        original_languages=(work.original,),
        sources=work.sources,
        title=lines[6].removeprefix("Title: "),
        provenance=tuple(
            Provenance(field, 1, (starts[line], starts[line] + len(lines[line])), 0.95)
            for field, line in spans.items()
            if field != "symbol" or version.symbol
        ),
    )
