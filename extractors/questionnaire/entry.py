"""A question that is being read, with what belongs to it, until it is an Answer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.questionnaire.answer import Answer
from extractors.questionnaire.kinds import judge
from extractors.questionnaire.numbers import Key, key_of, split_number
from extractors.questionnaire.options import Option, read_options
from extractors.questionnaire.vocabulary import rules, vocabulary

Place = tuple[str, int]
"""A passage's id and paragraph number."""
_QUESTION_MARKS = "?？؟"
_HAN_SPACE = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) +(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])"
)
"""A space that a line's end left in the middle of Chinese text."""
_AFTER_MARK = re.compile(rf"[{_QUESTION_MARKS}][\"»”’')\]）]*\s*")


@dataclass(slots=True)
class Entry:
    """One question and the lines of its answer."""

    number: str | None
    text: str
    question_places: list[Place] = field(default_factory=list)
    stem: str | None = None
    lines: list[str] = field(default_factory=list)
    answer_places: list[Place] = field(default_factory=list)
    columns: list[Option] = field(default_factory=list)
    """Options of which the table, or emphasis, says which one was chosen."""
    is_stem: bool = False
    """True where its parts are asked and not it itself."""

    @property
    def key(self) -> Key | None:
        """Give its number in a form that can be compared."""
        return key_of(self.number) if self.number else None

    def add(self, text: str, places: Iterable[Place]) -> None:
        """Add a piece of the answer."""
        if text.strip():
            self.lines.append(tidy(text))
            self.answer_places += [place for place in places if place not in self.answer_places]

    def finish(self) -> Answer:
        """Judge the answer."""
        given = judge(self.text, "\n".join(self.lines), self.columns)
        places = self.answer_places if given.text or given.options else []
        return Answer(
            question_number=self.number,
            question_text=self.text,
            question_stem=self.stem,
            answer_text=given.text,
            answer_kind=given.kind,
            choices=given.choices,
            options=given.options,
            yes=given.yes,
            question_passages=tuple(identity for identity, _ in self.question_places),
            question_paragraphs=tuple(paragraph for _, paragraph in self.question_places),
            answer_passages=tuple(identity for identity, _ in places),
            answer_paragraphs=tuple(paragraph for _, paragraph in places),
        )


def open_entry(text: str, number: str | None, places: Iterable[Place]) -> Entry:
    """Begin a question; options or an answer that stand in its own text become the start of its answer."""
    places = list(places)
    if number is None:
        number, text = split_number(text)
    asked, inline = _part_inline(text)
    entry = Entry(_bare(number), tidy(" ".join(asked.split())), question_places=places)
    entry.add(inline, places)
    return entry


def tidy(text: str) -> str:
    """Take the spaces out of Chinese text that the ends of its lines left there."""
    return _HAN_SPACE.sub("", text.strip())


def as_parts(entries: list[Entry]) -> list[Entry]:
    """Number the parts of questions after their questions, and drop questions that only introduce their parts."""
    open_entries: list[Entry] = []
    for entry in entries:
        key = entry.key
        if key is None:
            open_entries = []
        elif key.is_part and open_entries:
            above = open_entries[-1]
            entry.number = f"{above.number} {entry.number}"
            entry.stem = above.text
            above.is_stem = True
        elif not key.is_part:
            open_entries = [one for one in open_entries if _is_within(key, one.key)]
            if open_entries:
                open_entries[-1].is_stem = True
                entry.stem = open_entries[-1].text if asks(open_entries[-1].text) else open_entries[-1].stem
            open_entries.append(entry)
    return [entry for entry in entries if not (entry.is_stem and not entry.lines and not entry.columns)]


def _is_within(key: Key, other: Key | None) -> bool:
    return other is not None and len(key.parts) > len(other.parts) and key.parts[: len(other.parts)] == other.parts


def asks(text: str) -> bool:
    """Tell whether a text is a question: by its mark, or by the word that it begins with."""
    words = vocabulary()
    if len(text.split()) > rules().question_words:
        return False
    return has_mark(text) or bool(words.asking.match(text) or words.asking_within.search(text))


def has_mark(text: str) -> bool:
    """Tell whether a text ends with a question, with no more after it than an instruction or a bracket."""
    mark = _last_mark(text)
    if not mark:
        return False
    after = text[mark:].strip()
    return not after or after[0] in "(（[☐☒☑□" or bool(vocabulary().instruction.match(after)) or is_asking(after)


def is_asking(text: str) -> bool:
    """Tell whether a text begins with a word that asks."""
    return vocabulary().asking.match(text) is not None


def is_instruction(text: str) -> bool:
    """Tell whether a text tells how to answer."""
    return len(text.split()) <= rules().instruction_words and vocabulary().instruction.match(text) is not None


def without_prompt(text: str) -> str:
    """Give what was written behind an instruction on the same line: `If yes, please specify: the Act of 2019`."""
    _, colon, rest = text.partition("：" if "：" in text and ":" not in text else ":")
    return rest.strip() if colon else ""


def _part_inline(text: str) -> tuple[str, str]:
    asked: list[str] = []
    inline: list[str] = []
    for line in text.split("\n"):
        box = vocabulary().box.search(line)
        if box is not None and read_options(line).options:
            before = line[: box.start()].strip()
            # A box behind its label: the label is no part of the question.
            mark = _last_mark(before)
            label = before[mark:].strip() if mark else ""
            asked += [before[:mark] if mark else before]
            inline.append(f"{label} {line[box.start() :]}".strip())
        elif inline:
            inline.append(line)
        elif (answer := vocabulary().answer_within.search(line)) is not None:
            asked.append(line[: answer.start()])
            inline.append(line[answer.end() :])
        elif (mark := _end_of_question(line)) and _is_answer(line[mark:]):
            asked.append(line[:mark])
            inline.append(line[mark:])
        else:
            asked.append(line)
    return "\n".join(asked), "\n".join(inline)


def _last_mark(text: str) -> int:
    marks = list(_AFTER_MARK.finditer(text))
    return marks[-1].end() if marks else 0


def _end_of_question(text: str) -> int:
    """Find where the question ends in a line: behind its first question mark, or those that ask on or instruct."""
    end = 0
    for mark in _AFTER_MARK.finditer(text):
        sentence = text[end : mark.end()]
        if end and not (is_asking(sentence) or is_instruction(sentence)):
            break
        end = mark.end()
    after = text[end:]
    # A question alone, though it be two: an answer has a sentence that does not ask.
    return end if not has_mark(after) or re.search(r"[.。;；]\s*\S", after) else len(text)


def _is_answer(text: str) -> bool:
    text = text.strip()
    return bool(text) and text[0] not in "(（[" and not is_instruction(text) and not is_asking(text)


def _bare(number: str | None) -> str | None:
    if number is None:
        return None
    return number.strip().rstrip(".．:：、-–—") or None
