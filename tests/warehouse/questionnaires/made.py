"""Replies to questionnaires, as documents that were read."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.document import Document, Header, MediaType, Source
from extractors.questionnaire.answer import Answer, AnswerKind
from tests.extractors.questionnaire.forms import Form, Item, form
from tests.warehouse.made import passages


def reply(name: str, made: Form, day: int = 1, source: Source | None = None, symbol: str | None = None) -> Document:
    """A document with the questions of a form and what is expected of them."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    header = Header(
        symbol=symbol,
        title=made.title,
        document_date=date(2025, 10, day),
        sources=(source,) if source else (Source(name),),
    )
    answers = tuple(answer(item) for item in made.items)
    texts = [made.intro, *(f"{name} {item.number} {item.text} {' '.join(item.lines)}" for item in made.items)]
    return Document(
        sha256, MediaType.DOCX, made.language, None, header, passages(sha256, texts, made.language), (), answers=answers
    )


def answer(item: Item) -> Answer:
    """What the reader makes of an item."""
    empty = item.kind is AnswerKind.EMPTY
    return Answer(
        question_number=item.number,
        question_text=item.text,
        question_stem=item.stem,
        answer_text="" if empty else "\n".join(item.lines) or ", ".join(item.choices),
        answer_kind=item.kind,
        choices=item.choices,
        options=tuple(label for label, _ in item.options),
        yes=item.yes,
    )


def reworded(made: Form, number: str, text: str) -> Form:
    """A form with other words for one question."""
    items = (replace(item, text=text) if item.number == number else item for item in made.items)
    return replace(made, items=tuple(items))


def other_form(language: str = "en", texts: Sequence[str] = ()) -> Form:
    """Another questionnaire of as many questions and the same numbers."""
    texts = texts or (
        "Which frequency bands are used by maritime radio?",
        "Who allocates orbital positions?",
        "Describe the spectrum auction of the last year.",
        "What share of villages has a mobile network?",
        "Which fees does a small operator pay?",
        "How are number blocks assigned?",
        "When will analogue television end?",
        "Name the laboratories that test equipment.",
        "What is the price of a gigabyte?",
        "Which standards apply to sockets?",
    )
    items = tuple(
        replace(item, text=text, options=(), kind=AnswerKind.TEXT, yes=None, lines=("Something.",), stem=None)
        for item, text in zip(form(language).items, texts, strict=True)
    )
    return replace(form(language), title="Questionnaire on spectrum", intro="An unrelated survey.", items=items)
