"""The options that are printed with an answer, and which of them are ticked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.questionnaire.vocabulary import Vocabulary, rules, vocabulary

_LINE = re.compile(r"[^\n]+")
_SIDES = " \t\u00a0\u3000:：;；,，،.·•|/"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that could be answered."""

    label: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Options:
    """The options of an answer and the text that is left of it without them."""

    options: tuple[Option, ...]
    rest: str

    @property
    def ticked(self) -> tuple[str, ...]:
        """Give the labels of the ticked ones."""
        return tuple(option.label for option in self.options if option.ticked)


def read_options(text: str) -> Options:
    """Find boxes with their labels in a text, or a yes and a no of which one has a cross.

    A box stands before its label or, where a line's first box has words before it and none after its last, behind it.
    """
    words = vocabulary()
    options: list[Option] = []
    rest: list[str] = []
    for line in (match[0] for match in _LINE.finditer(text)):
        boxes = list(words.box.finditer(line))
        if not boxes or not _are_boxes(boxes, line):
            crossed = _crossed(line, words)
            options += crossed
            rest += [] if crossed else [line]
        else:
            found, left = _labelled(line, boxes)
            options += found
            rest += [left] if left else []
    return Options(tuple(options), "\n".join(rest).strip())


def _are_boxes(boxes: Sequence[re.Match[str]], line: str) -> bool:
    # Brackets and lines that stand alone are punctuation, or a place to write in.
    signs = [box for box in boxes if len(box[0]) == 1]
    return bool(signs) or any(box["ticked"] for box in boxes) or (len(boxes) > 1 and line.strip() != boxes[0][0])


def _labelled(line: str, boxes: Sequence[re.Match[str]]) -> tuple[list[Option], str]:
    starts = [0, *(box.end() for box in boxes)]
    ends = [*(box.start() for box in boxes), len(line)]
    parts = [line[start:end].strip(_SIDES) for start, end in zip(starts, ends, strict=True)]
    behind = bool(parts[0]) and not parts[-1]
    labels = parts[:-1] if behind else parts[1:]
    left = "" if behind else parts[0]
    found = []
    for box, label in zip(boxes, labels, strict=True):
        name, more = _cut(label)
        left = f"{left}\n{more}".strip()
        if name:
            found.append(Option(name, box["ticked"] is not None))
    return found, left


def _cut(label: str) -> tuple[str, str]:
    """Part an option's label from a longer explanation that follows it on the same line."""
    if len(label.split()) <= rules().option_words and not _over(label):
        return label, ""
    words = vocabulary()
    for pattern in (words.opens_yes, words.opens_no):
        if match := pattern.match(label):
            name = re.split(r"[\s.,;:!–—，。；：！،؛(（-]", label[: match.end()], maxsplit=1)[0]
            return name, label[len(name) :].strip(_SIDES + "-–—")
    parts = re.split(r"(?<=[.。;；:：])\s*", label, maxsplit=1)
    return (parts[0].strip(_SIDES), parts[1]) if len(parts) > 1 else (label, "")


def _over(label: str) -> bool:
    return bool(re.search(r"[.。!?？؟]\s*\S", label)) and len(label) > 12


def _crossed(line: str, words: Vocabulary) -> list[Option]:
    """Read `Yes X  No`, `X Yes / No`: words of yes and no, with a cross beside one of them and nothing else."""
    tokens = [token for token in re.split(r"[\s/|,;:：、，_]+", line) if token]
    if not 2 < len(tokens) <= 4 or not any(words.cross.fullmatch(token) for token in tokens):
        return []
    named = [at for at, token in enumerate(tokens) if words.yes.fullmatch(token) or words.no.fullmatch(token)]
    crossed = [at for at in range(len(tokens)) if at not in named]
    if len(named) != 2 or len(crossed) != 1 or not words.cross.fullmatch(tokens[crossed[0]]):
        return []
    at = crossed[0]
    # Between the two, a cross belongs to the word before it, as a box behind its label does.
    owner = at - 1 if at > 0 else at + 1
    return [Option(tokens[place], place == owner) for place in named]


def alternatives(line: str) -> tuple[str, ...]:
    """Give the words of a line that offers nothing but yes and no (or neither): `Yes / No`."""
    words = vocabulary()
    parts = tuple(_parts(line))
    known = [words.yes.fullmatch(part) or words.no.fullmatch(part) or words.neither.fullmatch(part) for part in parts]
    if len(parts) < 2 or not all(known):
        return ()
    both = any(words.yes.fullmatch(part) for part in parts) and any(words.no.fullmatch(part) for part in parts)
    return parts if both else ()


def _parts(line: str) -> Iterator[str]:
    split = re.split(r"\s*[/|、]\s*|\s{2,}|\t", line.strip())
    if len(split) == 1:
        split = line.split()
    for part in split:
        bare = part.strip(_SIDES + "()（）[]")
        if bare:
            yield bare
