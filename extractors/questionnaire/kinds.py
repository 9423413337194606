"""What an answer is: text, yes or no, a choice, a number, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.block_splitting import count_words
from extractors.questionnaire.answer import AnswerKind
from extractors.questionnaire.options import Option, alternatives, read_options
from extractors.questionnaire.vocabulary import rules, vocabulary


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered."""

    kind: AnswerKind
    text: str
    choices: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    yes: bool | None = None


def judge(question: str, text: str, columns: Sequence[Option] = ()) -> Given:
    """Tell what an answer's text is.

    `columns` are the options that a table has as columns of its own, or that emphasis chose among.
    """
    text = "\n".join(line.rstrip() for line in text.split("\n") if line.strip()).strip()
    read = read_options(text)
    offered, rest = offered_in(read.rest)
    options = (*columns, *read.options) or tuple(Option(label, ticked=False) for label in offered)
    rest = "" if is_blank(rest) else rest
    labels = tuple(option.label for option in options)
    ticked = tuple(option.label for option in options if option.ticked)
    if ticked:
        yes = _yes_of(ticked, labels)
        kind = AnswerKind.CHOICE if yes is None else AnswerKind.YES_NO
        return Given(kind, text or ", ".join(ticked), ticked, labels, yes)
    if not rest:
        return Given(AnswerKind.EMPTY, "", (), labels)
    yes = opening(rest)
    if yes is not None:
        return Given(AnswerKind.YES_NO, text, (), labels, yes)
    kind = AnswerKind.NUMBER if _is_number(question, rest) else AnswerKind.TEXT
    return Given(kind, text, (), labels)


def is_blank(text: str) -> bool:
    """Tell whether nothing was written: no text, lines to write on, or the form's own words for that place."""
    pattern = vocabulary().placeholder
    return all(not line.strip() or pattern.fullmatch(line.strip()) for line in text.split("\n"))


def opening(text: str) -> bool | None:
    """Tell whether a text opens with yes or no as an answer of its own: `Yes, since 2019`."""
    words = vocabulary()
    if words.opens_yes.match(text):
        return True
    return False if words.opens_no.match(text) else None


def offered_in(text: str) -> tuple[tuple[str, ...], str]:
    """Give the yes and no that the text's first line offers without saying which, and the text without them."""
    first, _, more = text.partition("\n")
    offered, left = alternatives(first)
    return (offered, f"{left}\n{more}".strip()) if offered else ((), text)


def _yes_of(ticked: Sequence[str], labels: Sequence[str]) -> bool | None:
    words = vocabulary()
    known = all(
        pattern is not None
        for pattern in (
            words.yes.fullmatch(label) or words.no.fullmatch(label) or words.neither.fullmatch(label)
            for label in labels
        )
    )
    if len(ticked) != 1 or not known:
        return None
    if words.yes.fullmatch(ticked[0]):
        return True
    return False if words.no.fullmatch(ticked[0]) else None


def _is_number(question: str, text: str) -> bool:
    words = vocabulary()
    match = words.number.match(text)
    if match is None or not match[0].strip():
        return False
    left = text[match.end() :]
    if re.match(r"[.)）、]\s+\S", left) and "\n" in text:
        return False
    few = count_words(left) <= rules().number_words and len(left) <= 40 and not re.match(r"[)）]", left)
    return few or bool(words.asks_number.search(question) and re.match(r"\W|$", left))
