"""Lines that say what they are: `Question 3: ...`, `Answer: ...`."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.questionnaire.lines import Line
from extractors.questionnaire.vocabulary import rules, vocabulary


@dataclass(frozen=True, slots=True)
class Label:
    """The number in a label, and the text behind it."""

    number: str | None
    rest: str


def find_labels(lines: Sequence[Line], *, of_questions: bool) -> dict[int, Label]:
    """Find the lines that begin with a label, by their places.

    Labels of one letter (`Q1:`, `A:`) count only where there are none of whole words.
    """
    words = vocabulary()
    word = words.question_line if of_questions else words.answer_line
    letter = words.question_letter if of_questions else words.answer_letter
    by_word: dict[int, Label] = {}
    by_letter: dict[int, Label] = {}
    for at, line in enumerate(lines):
        for pattern, found in ((word, by_word), (letter, by_letter)):
            match = pattern.match(line.whole)
            if match is None and of_questions and line.number is not None:
                # `Q1.` was taken for a number, and has lost its full stop.
                match = pattern.match(f"{line.number}: {line.text}")
            if match is None:
                continue
            groups = match.groupdict()
            number = groups["number"] or groups.get("han_number")
            if pattern is letter and (match["end"] not in {":", "："} and not number):
                continue
            if of_questions and not number and not match["rest"].strip():
                continue
            found[at] = Label(number, match["rest"].strip())
    letters_count = of_questions and len(by_letter) >= rules().least_labelled and not by_word
    if letters_count or (not of_questions and not by_word and find_labels(lines, of_questions=True)):
        return by_letter
    return by_word
