"""Questions and answers that follow one another as lines: numbered, labelled, or told by their answers' labels."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import PassageKind
from extractors.questionnaire.entry import (
    Entry,
    asks,
    has_mark,
    is_asking,
    is_instruction,
    open_entry,
    without_prompt,
)
from extractors.questionnaire.evidence import Evidence
from extractors.questionnaire.labels import Label, find_labels
from extractors.questionnaire.lines import Line
from extractors.questionnaire.numbers import Key
from extractors.questionnaire.series import Candidate, best_series
from extractors.questionnaire.vocabulary import rules, vocabulary

_LABELLED, _ANSWERED, _MARKED, _ASKING, _OTHER = 4.0, 3.0, 2.0, 1.5, 0.3
_ALIKE = 0.5
_MOST_NAME = 15
"""Words that the name of a part may have."""
_MOST_ALONE = 40
"""Words of a question without a number that stands as a paragraph of its own."""
_WITHIN = re.compile(r"[.!?。！？؟]\s*\S")
_MOST_BACK = 4
"""Lines that a question may stand above the label of its answer."""


def read_lines(lines: Sequence[Line], known: Evidence) -> list[Entry]:
    """Read the questions of running text.

    Where nothing is `known` of the document, only those whose answers are labelled.
    """
    questions = find_labels(lines, of_questions=True)
    answers = find_labels(lines, of_questions=False)
    anchors = _above_answers(lines, questions, answers)
    if not known:
        anchors = {at for at in anchors if at in questions or has_mark(lines[at].text)}
        if len(anchors) < max(rules().least_labelled, len(answers) / 2):
            return []
    starts = _starts(lines, questions, anchors, known)
    if not starts:
        return []
    ends = [*starts[1:], len(lines)]
    found: list[Entry] = []
    for start, end in zip(starts, ends, strict=True):
        found += _read_region(lines, start, end, questions, answers, last=end == len(lines))
    return found


def _above_answers(lines: Sequence[Line], questions: dict[int, Label], answers: dict[int, Label]) -> set[int]:
    """Find the line above each label of an answer that is its question."""
    found: set[int] = set()
    for at in answers:
        above = range(at - 1, max(-1, at - 1 - _MOST_BACK), -1)
        window = []
        for place in above:
            if place in answers:
                break
            window.append(place)
        chosen = next((place for place in window if place in questions), None)
        if chosen is None:
            chosen = next((place for place in window if lines[place].number and asks(lines[place].text)), None)
        if chosen is None:
            chosen = next((place for place in window if lines[place].number or has_mark(lines[place].text)), None)
        if chosen is not None:
            found.add(chosen)
    return found


def _starts(lines: Sequence[Line], questions: dict[int, Label], anchors: set[int], known: Evidence) -> list[int]:
    if len(questions) >= rules().least_labelled:
        # Parts and unlabelled questions between labelled ones are told by their answers' labels.
        return sorted(questions | dict.fromkeys(at for at in anchors if _is_main(lines[at].key)))
    main = [at for at in anchors if _is_main(lines[at].key)]
    chain = _chain(lines, anchors) if known or main else []
    if not known:
        return sorted({*main, *(at for at in chain if asks(lines[at].text))})
    least = rules().least_numbered
    if known is Evidence.MENTIONED and not main:
        least = rules().least_numbered_mentioned
        marked = sum(has_mark(lines[at].text) for at in chain)
        if marked < rules().least_marked_mentioned * len(chain):
            return []
    if len(main) >= rules().least_labelled and len(chain) < least:
        return sorted({*main, *chain})
    if len(chain) >= least:
        return chain
    asked = [at for at, line in enumerate(lines) if _stands_as_question(line)]
    return asked if known is Evidence.NAMED and len(asked) >= least else []


def _is_main(key: Key | None) -> bool:
    return key is None or not key.is_part


def _chain(lines: Sequence[Line], anchors: set[int]) -> list[int]:
    section = 0
    weighed: list[tuple[int, Key, float, int]] = []
    for at, line in enumerate(lines):
        key = line.key
        if line.kind is PassageKind.HEADING or vocabulary().section.match(line.whole):
            section += 1
        if key is None or key.is_part or vocabulary().section.match(line.whole):
            continue
        weighed.append((at, key, _weight(line, at in anchors), section))
    asking = [lines[at] for at, _, weight, _ in weighed if weight >= _ASKING]
    looks = [(line.kind, line.depth) for line in asking]
    usual = max(set(looks), key=looks.count) if looks else None
    candidates = [
        Candidate(at, key, weight + (_ALIKE if (lines[at].kind, lines[at].depth) == usual else 0.0), part)
        for at, key, weight, part in weighed
    ]
    chain = [candidate.at for candidate in best_series(candidates)]
    asked = sum(at in anchors or asks(lines[at].text) for at in chain)
    return chain if asked >= rules().least_asking * len(chain) else []


def _weight(line: Line, answered: bool) -> float:
    if answered:
        return _ANSWERED
    if has_mark(line.text):
        return _MARKED
    return _ASKING if asks(line.text) else _OTHER


def _stands_as_question(line: Line) -> bool:
    if line.number is not None or not line.text.endswith(("?", "？", "؟")) or line.table is not None:
        return False
    alone = is_asking(line.text) and not _WITHIN.search(line.text) and len(line.text.split()) <= _MOST_ALONE
    return line.kind is PassageKind.HEADING or alone


def _read_region(
    lines: Sequence[Line],
    start: int,
    end: int,
    questions: dict[int, Label],
    answers: dict[int, Label],
    *,
    last: bool,
) -> list[Entry]:
    first = lines[start]
    label = questions.get(start)
    if label is not None and not label.rest:
        # The label stands alone, its question on the next line.
        text = lines[start + 1].whole if start + 1 < end else ""
        begins = start + 2
    else:
        text = label.rest if label is not None else first.text
        begins = start + 1
    number = label.number if label is not None else first.number
    places = [*first.places] if begins == start + 1 else [*first.places, *lines[min(start + 1, end - 1)].places]
    entries = [open_entry(text, number or "", places)]
    closes = _end_of_answer(lines, start, begins, end, last=last)
    parts = _parts(lines, begins, closes, answers, entries[0])
    for at in range(begins, closes):
        _take(entries, lines[at], at, parts, answers)
    return entries


def _take(entries: list[Entry], line: Line, at: int, parts: set[int], answers: dict[int, Label]) -> None:
    label = answers.get(at)
    if at in parts:
        entries.append(open_entry(line.text, line.number, line.places))
    elif label is not None:
        entries[-1].add(label.rest, line.places)
    elif is_instruction(line.whole):
        entries[-1].add(without_prompt(line.whole), line.places)
    else:
        entries[-1].add(line.whole, line.places)


def _parts(lines: Sequence[Line], begins: int, end: int, answers: dict[int, Label], above: Entry) -> set[int]:
    """Find the lines that ask for a part of the question: a), b) ... with a question mark or a label below each."""
    lettered = [at for at in range(begins, end) if (key := lines[at].key) is not None and key.is_part]
    if not lettered:
        return set()
    asking = [at for at in lettered if has_mark(lines[at].text)]
    if len(asking) * 2 > len(lettered) and _in_order(lines, lettered):
        return set(lettered)
    ends = [*lettered[1:], end]
    labelled = sum(any(place in answers for place in range(at, stop)) for at, stop in zip(lettered, ends, strict=True))
    if labelled == len(lettered):
        return set(lettered)
    introduced = above.text.endswith((":", "：")) and not above.lines and lettered[0] == begins
    spaced = all(stop - at > 1 for at, stop in zip(lettered, ends, strict=True))
    blank = introduced and all(stop - at == 1 for at, stop in zip(lettered, ends, strict=True))
    if introduced and spaced and not blank and _in_order(lines, lettered):
        return set(lettered)
    return set()


def _in_order(lines: Sequence[Line], places: Sequence[int]) -> bool:
    keys = [key for at in places if (key := lines[at].key) is not None]
    return all(later.parts[0] == earlier.parts[0] + 1 for earlier, later in pairwise(keys)) and keys[0].parts[0] == 1


def _end_of_answer(lines: Sequence[Line], start: int, begins: int, end: int, *, last: bool) -> int:
    """Find where the answer ends: at the name of a part, or at a heading that its question does not stand over.

    Behind the last question every heading without a number ends it: what follows belongs to no question.
    """
    question = lines[start]
    for at in range(begins, end):
        line = lines[at]
        if vocabulary().section.match(line.whole) and len(line.whole.split()) <= _MOST_NAME and _names_section(line):
            return at
        if last and vocabulary().closing.match(line.whole):
            return at
        if line.kind is not PassageKind.HEADING or (line.key is not None and line.key.is_part):
            continue
        if last and line.number is None:
            return at
        if question.kind is PassageKind.HEADING:
            if line.depth <= question.depth:
                return at
        elif line.depth < question.depth or question.depth == 0 or at == end - 1:
            return at
    return end


def _names_section(line: Line) -> bool:
    return line.kind is PassageKind.HEADING or not line.text.rstrip().endswith((".", "。", ";", "؛", ","))
