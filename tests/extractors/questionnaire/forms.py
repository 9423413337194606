"""A questionnaire in six languages, as questions with known answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extractors.questionnaire.answer import AnswerKind

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


@dataclass(frozen=True, slots=True)
class Item:
    """A question, and what is expected of it."""

    number: str
    text: str
    kind: AnswerKind
    lines: tuple[str, ...] = ()
    """The paragraphs of the answer, without options."""
    options: tuple[tuple[str, bool], ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    stem: str | None = None
    yes: bool | None = None
    prompt: str | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(label for label, ticked in self.options if ticked)


@dataclass(frozen=True, slots=True)
class Form:
    """A reply in one language."""

    language: str
    title: str
    intro: str
    labels: dict[str, Any]
    instruction: str
    note: dict[str, str]
    items: tuple[Item, ...] = field(default=())

    def blank(self) -> "Form":
        """The form as it was sent out."""
        empty = (
            replace(item, kind=AnswerKind.EMPTY, lines=(), table=(), yes=None, options=_unticked(item.options))
            for item in self.items
        )
        return replace(self, items=tuple(empty))

    def only(self, numbers: Sequence[str]) -> "Form":
        """Some of its questions, numbered anew."""
        chosen = [item for item in self.items if item.number in numbers and item.stem is None]
        return replace(self, items=tuple(replace(item, number=str(at)) for at, item in enumerate(chosen, 1)))


@cache
def form(language: str) -> Form:
    data = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text("utf-8"))[language]
    yes, no = data["words"]["yes"], data["words"]["no"]
    hotline = data["hotline"]
    night, funding = hotline["parts"]
    groups = data["groups"]
    boxes = tuple((label, at in groups["ticked"]) for at, label in enumerate(groups["options"]))
    answered = ((yes, True), (no, False))
    kind = AnswerKind
    first, second = data["letters"]
    items = (
        Item("1", data["law"]["text"], kind.YES_NO, (data["law"]["why"],), answered, yes=True, prompt=data["prompt"]),
        _text("2", data["bodies"]),
        Item("3", data["reports"]["text"], kind.NUMBER, (data["reports"]["answer"],)),
        Item("4", groups["text"], kind.CHOICE, (), boxes),
        Item(f"5 {first}", night["text"], kind.YES_NO, (), answered, stem=hotline["text"], yes=True),
        Item(f"5 {second}", funding["text"], kind.TEXT, (funding["answer"],), stem=hotline["text"]),
        _text("6", data["difficulties"]),
        Item("7", data["industry"]["text"], kind.EMPTY, (), _unticked(answered)),
        _text("8", data["recommend"]),
        Item("9", data["campaigns"]["text"], kind.NUMBER, (data["campaigns"]["answer"],)),
    )
    return Form(language, data["title"], data["intro"], data["labels"], data["instruction"], data["note"], items)


def _text(number: str, data: dict[str, Any]) -> Item:
    table = tuple(tuple(row) for row in data.get("table", ()))
    return Item(number, data["text"], AnswerKind.TEXT, tuple(data["answer"]), table=table)


def _unticked(options: Sequence[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    return tuple((label, False) for label, _ in options)
