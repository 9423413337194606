"""How alike two replies are: by wording within a language, by number, order and structure across languages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from warehouse.questionnaires.reply import Question, Reply, rules


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the comparison of two replies says; `same` is False where a person should look."""

    score: float
    same: bool
    reason: str


def compare(one: Reply, other: Reply) -> Likeness | None:
    """Tell whether two replies are to the same questionnaire; None where they are not.

    Rests on the two replies alone, so that the answer does not depend on what else there is.
    """
    if one.wording == other.wording:
        return Likeness(1.0, True, "the same questions in the same words")
    if _one_language(one, other):
        return _by_wording(one, other)
    return _by_structure(one, other)


def wording(one: Question, other: Question) -> float:
    """Give how alike the wording of two questions is, 0 to 1; below the least that counts it is 0."""
    return fuzz.ratio(one.normal, other.normal, score_cutoff=100 * rules()["question"]["unsure"]) / 100


def agreement(one: Question, other: Question) -> int:
    """Tell whether options and figures, which no translation changes, speak for (1) or against (-1) two questions."""
    signs = []
    if one.options and other.options:
        signs.append(1 if one.options == other.options else -1)
    if one.figures or other.figures:
        signs.append(1 if one.figures == other.figures else -1)
    return min(signs, default=0)


def _one_language(one: Reply, other: Reply) -> bool:
    return one.language == other.language or "und" in {one.language, other.language}


def _by_wording(one: Reply, other: Reply) -> Likeness | None:
    limits = rules()["reply"]
    union = len(one.words | other.words)
    if not union or len(one.words & other.words) < limits["prefilter"] * min(len(one.words), len(other.words)):
        return None
    shorter, longer = sorted((one, other), key=lambda reply: (len(reply.questions), reply.wording))
    common = _matched(shorter.questions, longer.questions)
    share = common / len(shorter.questions)
    least = min(limits["least"], len(longer.questions))
    if share >= limits["same"] and common >= least:
        return Likeness(share, True, f"{common} questions in the same or nearly the same words")
    if share >= limits["unsure"] and common >= 2:
        return Likeness(share, False, f"only {common} of {len(shorter.questions)} questions are worded alike")
    return None


def _matched(shorter: Sequence[Question], longer: Sequence[Question]) -> int:
    """Count the questions that the longer reply has too; each of its own is taken once."""
    exact = Counter(question.normal for question in shorter) & Counter(question.normal for question in longer)
    here, there = _without(shorter, exact), _without(longer, exact)
    if not here or not there:
        return exact.total()
    limits = rules()["question"]
    scores = process.cdist(
        [question.normal for question in here],
        [question.normal for question in there],
        scorer=fuzz.ratio,
        score_cutoff=100 * limits["same_numbered"],
    )
    pairs = []
    for at, place in zip(*scores.nonzero(), strict=True):
        score = float(scores[at, place]) / 100
        numbered = here[at].key is not None and here[at].key == there[place].key
        if score >= (limits["same_numbered"] if numbered else limits["same"]):
            pairs.append((-score, int(at), int(place)))
    left, right = set(range(len(here))), set(range(len(there)))
    for _, at, place in sorted(pairs):
        if at in left and place in right:
            left.remove(at)
            right.remove(place)
    return exact.total() + len(here) - len(left)


def _without(questions: Sequence[Question], exact: Counter[str]) -> list[Question]:
    left = Counter(exact)
    rest = []
    for question in questions:
        if left[question.normal] > 0:
            left[question.normal] -= 1
        else:
            rest.append(question)
    return rest


def _by_structure(one: Reply, other: Reply) -> Likeness | None:
    limits = rules()["across"]
    here, there = one.numbered, other.numbered
    common = here.keys() & there.keys()
    total = len(here.keys() | there.keys())
    if len(common) < limits["least"]:
        return None
    share = len(common) / total
    if share < limits["numbers_cited"]:
        return None
    signs = [agreement(here[key], there[key]) for key in common]
    agreeing, against = signs.count(1), signs.count(-1)
    cited = bool(one.citations & other.citations)
    score = share * (agreeing + 1) / (agreeing + against + 1)
    if against > agreeing:
        return None
    if cited:
        return Likeness(score, True, f"{len(common)} questions with the same numbers, and the same circular letter")
    told = f"{len(common)} questions with the same numbers, {agreeing} of them with the same options or figures"
    same = share >= limits["numbers"] and agreeing >= limits["signs"] and against == 0
    return Likeness(score, same, told) if same or agreeing else None
