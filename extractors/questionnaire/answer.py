"""The types that the questionnaire reader makes: Answer and AnswerKind."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerKind(StrEnum):
    """What was answered with."""

    TEXT = "text"
    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    EMPTY = "empty"
    """The question was asked and not answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of a questionnaire with what was answered to it, and where both stand."""

    question_number: str | None
    """As printed; a part's number stands after that of its question: `3 a)`."""
    question_text: str
    """Without its number."""
    question_stem: str | None
    """The text of the question that it is a part of."""
    answer_text: str
    """As printed, its lines parted by newlines; empty for an unanswered question."""
    answer_kind: AnswerKind
    choices: tuple[str, ...] = ()
    """The options that are ticked."""
    options: tuple[str, ...] = ()
    """All options that are printed, the ticked ones among them."""
    yes: bool | None = None
    """What a yes/no answer says, in whatever language; None for every other kind."""
    question_passages: tuple[str, ...] = ()
    """Ids of the passages that the question stands in."""
    question_paragraphs: tuple[int, ...] = ()
    answer_passages: tuple[str, ...] = ()
    """Ids of the passages that the answer stands in; a table row holds question and answer."""
    answer_paragraphs: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        empty = self.answer_kind is AnswerKind.EMPTY
        if empty and (self.answer_text or self.choices):
            raise ValueError("an unanswered question has no answer")
        if (self.yes is not None) != (self.answer_kind is AnswerKind.YES_NO):
            raise ValueError("exactly a yes/no answer says yes or no")
        if len(self.question_passages) != len(self.question_paragraphs):
            raise ValueError("every passage of a question has its place")
        if len(self.answer_passages) != len(self.answer_paragraphs):
            raise ValueError("every passage of an answer has its place")
