"""The words and signs of questionnaires, as compiled patterns, and the thresholds."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_END = r"(?!\w)"
_START = r"(?<!\w)"
_GLUED = "\u3040-\u30ff\u3400-\u9fff"
"""Scripts that write no spaces between words: there a word may begin and end anywhere."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns for `match`, `search` or `fullmatch`, as each name says."""

    questionnaire: re.Pattern[str]
    replying: re.Pattern[str]
    about: re.Pattern[str]
    circular: re.Pattern[str]
    question_column: re.Pattern[str]
    answer_column: re.Pattern[str]
    number_column: re.Pattern[str]
    comment_column: re.Pattern[str]
    question_line: re.Pattern[str]
    """`Question 3: text`, with the groups `number` or `han_number`, `end` and `rest`."""
    answer_line: re.Pattern[str]
    seam: re.Pattern[str]
    """Where a label with a number begins within a paragraph that was put together from a page's lines."""
    answer_within: re.Pattern[str]
    """The label of an answer behind the question on its line."""
    question_letter: re.Pattern[str]
    """As `question_line`, for labels of one letter: `Q3: text`."""
    answer_letter: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    neither: re.Pattern[str]
    alternatives: re.Pattern[str]
    """Yes and no side by side, with the groups `first`, `parted` and `second`."""
    offered: re.Pattern[str]
    """As `alternatives`, anywhere in a line."""
    crossed: re.Pattern[str]
    """The same with a cross in the group `before`, `between` or `after`."""
    letters_with_case: re.Pattern[str]
    opens_yes: re.Pattern[str]
    opens_no: re.Pattern[str]
    asking: re.Pattern[str]
    asking_within: re.Pattern[str]
    instruction: re.Pattern[str]
    closing: re.Pattern[str]
    section: re.Pattern[str]
    placeholder: re.Pattern[str]
    ticked: re.Pattern[str]
    box: re.Pattern[str]
    """Any box; the group `ticked` or `open` says which."""
    cross: re.Pattern[str]
    number: re.Pattern[str]
    asks_number: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds of `rules.toml`, by their names there."""

    opening: int
    least_numbered: int
    least_labelled: int
    least_asking: float
    least_numbered_mentioned: int
    least_marked_mentioned: float
    heading_rows: int
    label_words: int
    least_questions: int
    least_asking_rows: float
    question_words: int
    instruction_words: int
    option_words: int
    number_words: int


@cache
def rules() -> Rules:
    """Return the thresholds."""
    data = tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))
    table = dict(data["table"])
    table["least_asking_rows"] = table.pop("least_asking")
    return Rules(**data["document"], **table, **data["line"])


@cache
def vocabulary() -> Vocabulary:
    """Return the patterns."""
    data: dict[str, Any] = yaml.safe_load((files(__package__) / "words.yaml").read_text("utf-8"))
    return Vocabulary(**_openings(data), **_labels(data), **_yes_and_no(data), **_lines(data), **_signs(data))


Patterns = dict[str, re.Pattern[str]]


def _openings(data: dict[str, Any]) -> Patterns:
    return {name: _pattern(_words(data[name])) for name in ("questionnaire", "replying", "about", "circular")}


def _labels(data: dict[str, Any]) -> Patterns:
    letters = {*data["single_letters"]}
    questions = [word for word in data["question_label"] if word not in letters]
    answers = [word for word in data["answer_label"] if word not in letters]
    company = rf"(?:{_any(data['label_company'])}|\W)*"

    def column(words: list[str]) -> re.Pattern[str]:
        return _pattern(rf"{company}(?:{_any(words)}){company}(?:\d+\W*)?")

    return {
        "question_column": column(questions),
        "answer_column": column(answers),
        "number_column": _pattern(rf"(?:{_any(data['number_label'])})"),
        "comment_column": column([word for word in data["comment_label"] if word not in letters]),
        "question_line": _label_line(questions, han=True),
        "answer_line": _label_line(answers, whose=_any(data["whose"])),
        "seam": _seam(questions),
        "answer_within": _pattern(rf"(?<=[\s?？؟.{_GLUED}])(?:{_any(answers)})\s*[:：]\s*"),
        "question_letter": _label_line([word for word in data["question_label"] if word in letters]),
        "answer_letter": _label_line([word for word in data["answer_label"] if word in letters]),
    }


def _yes_and_no(data: dict[str, Any]) -> Patterns:
    after = data["after_yes_no"]
    either = _any(sorted([*data["yes"], *data["no"]], key=len, reverse=True))
    ends = rf"(?:(?!\w)|(?<=[{_GLUED}]))"
    tick = rf"\(?[{data['cross_signs']}]\)?"
    return {
        "yes": _pattern(rf"(?:{_any(sorted(data['yes'], key=len, reverse=True))})"),
        "no": _pattern(rf"(?:{_any(sorted(data['no'], key=len, reverse=True))})"),
        "neither": _pattern(rf"(?:{_any(data['neither'])})"),
        "alternatives": _pattern(
            rf"\W*(?P<first>{either})(?:(?P<parted>\s*[/|]\s*|\s{{2,}}|\t)|[\s、]*)(?P<second>{either}){ends}"
        ),
        "offered": _pattern(rf"(?:(?<!\w)|(?=[{_GLUED}]))(?P<first>{either})[\s/|、]+(?P<second>{either}){ends}"),
        "crossed": re.compile(
            rf"\W*(?:(?P<before>{tick})\s*)?(?P<first>(?i:{either}))\s*(?:[/|:：]\s*)?(?:(?P<between>{tick}){ends})?[\s/|]*"
            rf"(?P<second>(?i:{either}))\s*[:：]?\s*(?:(?P<after>{tick}){ends})?{ends}"
        ),
        "opens_yes": _pattern(rf"(?:{_any(data['yes'])}){after}"),
        "opens_no": _pattern(rf"(?:{_any(data['no'])}){after}"),
    }


def _lines(data: dict[str, Any]) -> Patterns:
    return {
        "asking": _pattern(rf"\W*(?:{_any(data['asking'])})(?:{_END}|(?<=[{_GLUED}’'¿]))"),
        "asking_within": _pattern(rf"(?:{_any(data['asking_within'])})"),
        "instruction": _pattern(rf"[\W]*(?:{_any(data['instruction'])})"),
        "closing": _pattern(rf"(?:{_any(data['closing'])})"),
        "section": _pattern(rf"(?:{_any(data['section'])})(?:{_END}|(?<=[{_GLUED}]))"),
        "placeholder": _pattern(rf"(?:{_any(data['placeholder'])})"),
        "letters_with_case": re.compile(r"^\s*[A-Za-zА-Яа-я]"),
    }


def _signs(data: dict[str, Any]) -> Patterns:
    ticked = rf"[{data['ticked']}]|{data['ticked_typed']}"
    before = rf"(?:(?:{_any(data['number_before'])})\s*)?"
    return {
        "ticked": re.compile(ticked),
        "box": re.compile(rf"(?P<ticked>{ticked})|(?P<open>[{data['open']}]|{data['open_typed']})"),
        "cross": re.compile(rf"[\W_]*[{data['cross_signs']}][\W_]*"),
        "number": _pattern(rf"{before}{data['number']}"),
        "asks_number": _pattern(rf"(?:{_any(data['asks_number'])})"),
    }


def _label_line(words: list[str], *, han: bool = False, whose: str = "") -> re.Pattern[str]:
    number = (
        r"(?P<number>[A-ZА-Я]?[.-]?\d{1,3}(?:\.\d{1,2}){0,3}(?:\s?\(?[a-zа-яأ-ي]\))?"
        r"|[一二三四五六七八九十]{1,3}|[IVX]{1,5}(?!\w))"
    )
    label = rf"(?:{_any(words)})\s*(?:n\.?\s?[°ºo]\.?|№)?\s*{number}?"
    if whose:
        label = rf"(?:{label}|(?:{_any(words)})\s(?:{whose})[^:：\n]{{1,60}}(?=[:：]))"
    if han:
        label = rf"(?:{label}|第?\s*(?P<han_number>[一二三四五六七八九十\d]{{1,3}})\s*[题問问]题?)"
    return _pattern(rf"{label}\s*(?P<end>[:：.．、)）]|[–—-]\s|$|\n|\t)\s*(?P<rest>.*)", re.DOTALL)


def _seam(words: list[str]) -> re.Pattern[str]:
    label = rf"(?i:{_any(words)})\s*\d{{1,3}}\s*[:：]"
    capital = rf"(?=[^\W\d_a-zа-я])(?={label})"
    return re.compile(rf"(?<=[.。!！?？؟])\s*(?={label})|(?<=\w)\s+{capital}|(?<=[{_GLUED}])(?=[{_GLUED}])(?={label})")


def _any(words: list[str]) -> str:
    return "|".join(words)


def _words(words: list[str]) -> str:
    return rf"(?:{_START}|(?<=[{_GLUED}]))(?:{_any(words)})(?:{_END}|(?=[{_GLUED}]))"


def _pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | flags)
