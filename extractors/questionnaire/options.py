"""The options that are printed with an answer, and which of them are ticked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.questionnaire.vocabulary import rules, vocabulary

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
    options: list[Option] = []
    rest: list[str] = []
    for line in (match[0] for match in _LINE.finditer(text)):
        boxes = list(vocabulary().box.finditer(line))
        found, left = _crossed(line) if len(boxes) < 2 else ([], line)
        if boxes and not found and _are_boxes(boxes, line):
            found, left = _labelled(line, boxes)
        options += found
        rest += [left] if left else []
    return Options(tuple(options), "\n".join(rest).strip())


def alternatives(line: str) -> tuple[tuple[str, ...], str]:
    """Give the words of a line that offers yes and no, `Yes / No`, and what stands behind them."""
    words = vocabulary()
    match = words.alternatives.match(line)
    if match is None or not (match["parted"] or not line[match.end() :].strip()):
        return (), line
    both = (match["first"], match["second"])
    if bool(words.yes.fullmatch(both[0])) is bool(words.yes.fullmatch(both[1])):
        return (), line
    left = line[match.end() :].lstrip(_SIDES).rstrip()
    more: list[str] = []
    while (third := words.neither.match(left)) is not None and not left[third.end() :][:1].isalnum():
        more.append(third[0])
        left = left[third.end() :].lstrip(_SIDES).rstrip()
    return (*both, *more), left


def _are_boxes(boxes: Sequence[re.Match[str]], line: str) -> bool:
    # Brackets and lines that stand alone are punctuation, or a place to write in.
    signs = [box for box in boxes if len(box[0]) == 1]
    return bool(signs) or any(box["ticked"] for box in boxes) or (len(boxes) > 1 and line.strip() != boxes[0][0])


def _labelled(line: str, boxes: Sequence[re.Match[str]]) -> tuple[list[Option], str]:
    starts = [0, *(box.end() for box in boxes)]
    ends = [*(box.start() for box in boxes), len(line)]
    parts = [line[start:end] for start, end in zip(starts, ends, strict=True)]
    bare = [part.strip(_SIDES) for part in parts]
    behind = _stand_behind(bare)
    labels = bare[:-1] if behind else [*bare[1:-1], parts[-1].lstrip(_SIDES).rstrip()]
    left = parts[-1].lstrip(_SIDES).rstrip() if behind else bare[0]
    found = []
    for box, label in zip(boxes, labels, strict=True):
        name, more = _cut(label, labels)
        left = f"{left}\n{more}".strip()
        if name:
            found.append(Option(name, box["ticked"] is not None))
    return found, left


def _stand_behind(parts: Sequence[str]) -> bool:
    first, last = parts[0], parts[-1]
    if not first or not all(parts[:-1]):
        return False
    if not last or _of_yes_or_no(first):
        return True
    return (
        len(parts) > 2 and len(first.split()) <= rules().number_words < len(last.split()) and first[-1] not in ".?？؟"
    )


def _cut(label: str, labels: Sequence[str]) -> tuple[str, str]:
    """Part an option's label from an explanation that follows it on the same line."""
    words = vocabulary()
    among_yes_and_no = any(_of_yes_or_no(other) for other in labels if other != label)
    for pattern in (words.yes, words.no):
        match = pattern.match(label)
        if match is None or match.end() == len(label) or (label[match.end()].isalnum() and match[0].isascii()):
            continue
        after = label[match.end() :]
        caseless = not match[0].isascii() and not words.letters_with_case.search(after)
        if _is_long(label) or (among_yes_and_no and (after.strip()[:1].isupper() or caseless)):
            return match[0], after.lstrip(_SIDES + "-–—").rstrip()
    if not _is_long(label):
        return label.strip(_SIDES), ""
    parts = re.split(r"(?<=[.。;；:：])\s*", label, maxsplit=1)
    return (parts[0].strip(_SIDES), parts[1]) if len(parts) > 1 else (label, "")


def _is_long(label: str) -> bool:
    return len(label.split()) > rules().option_words or bool(re.search(r"[.。!?？؟]\s*\S", label) and len(label) > 12)


def _of_yes_or_no(text: str) -> bool:
    words = vocabulary()
    return bool(words.yes.fullmatch(text) or words.no.fullmatch(text))


def _crossed(line: str) -> tuple[list[Option], str]:
    """Read `Yes X  No`, `X Yes / No`: words of yes and no, with a cross beside one of them."""
    words = vocabulary()
    match = words.crossed.match(line)
    if match is None or _of_yes_or_no(match["first"]) is not _of_yes_or_no(match["second"]):
        return [], line
    if bool(words.yes.fullmatch(match["first"])) is bool(words.yes.fullmatch(match["second"])):
        return [], line
    crosses = [match["before"], match["between"], match["after"]]
    if sum(cross is not None for cross in crosses) != 1:
        return [], line
    # Between the two, a cross belongs to the word before it, as a box behind its label does.
    first = match["after"] is None
    found = [Option(match["first"], first), Option(match["second"], not first)]
    return found, line[match.end() :].lstrip(_SIDES).rstrip()
