"""What two documents have to do with each other, judged by their texts and first pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractors.signature import Signature
from warehouse.families.identity import Identity, Sameness, compare_sources, known_apart
from warehouse.families.profile import profile_likeness
from warehouse.families.rules import rules


class PairKind(StrEnum):
    """What a pair of documents is; the first two are links, the last three are for a person to look at."""

    NEAR_DUPLICATE = "near_duplicate"
    TRANSLATION = "translation"
    SIMILAR = "similar"
    DOUBTFUL_DUPLICATE = "doubtful_duplicate"
    DOUBTFUL_TRANSLATION = "doubtful_translation"
    SYMBOL_COLLISION = "symbol_collision"


LINKS = frozenset({PairKind.NEAR_DUPLICATE, PairKind.TRANSLATION})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents (the smaller key first) and what they have to do with each other."""

    document: str
    other: str
    kind: PairKind
    similarity: float
    """Share of shingles in common; for translations the smaller of the likenesses of figures and build."""
    note: str
    """Why, in plain words."""


def judge(first: Identity, second: Identity) -> Iterator[Pair]:
    """Give what is to be said of two documents: at most one verdict on their texts and one on their symbols."""
    if first.document > second.document:
        first, second = second, first
    found = _of_texts(first, second)
    if found:
        kind, similarity, note = found
        yield Pair(first.document, second.document, kind, round(similarity, 4), note)
    if first.base and first.base == second.base:
        collision = _collision(first, second)
        if collision:
            similarity = text_likeness(first.signature, second.signature) or 0.0
            yield Pair(first.document, second.document, PairKind.SYMBOL_COLLISION, round(similarity, 4), collision)


def text_likeness(first: Signature | None, second: Signature | None) -> float | None:
    """Estimate the share of shingles that two texts have in common; None where one is too short to tell."""
    if not first or not second or not first.minhash or not second.minhash or first.version != second.version:
        return None
    return sum(map(int.__eq__, first.minhash, second.minhash)) / len(first.minhash)


def figure_likeness(first: Signature, second: Signature) -> tuple[float, int, int]:
    """Give the share of figures in common, how many they are, and how many of them are strong."""
    ours, theirs = set(first.figures), set(second.figures)
    shared = ours & theirs
    return len(shared) / max(1, len(ours | theirs)), len(shared), sum(one & 1 for one in shared)


Verdict = tuple[PairKind, float, str] | None


def _of_texts(first: Identity, second: Identity) -> Verdict:
    if not first.signature or not second.signature or first.signature.version != second.signature.version:
        return None
    likeness = text_likeness(first.signature, second.signature)
    if likeness is not None and likeness >= rules()["text"]["similar"]:
        return _of_one_language(first, second, likeness)
    if first.language != second.language:
        return _of_two_languages(first, second)
    return None


def _of_one_language(first: Identity, second: Identity, likeness: float) -> Verdict:
    sources = compare_sources(first, second)
    if first.base and second.base and first.base != second.base:
        return PairKind.SIMILAR, likeness, "The texts are alike; each has its own symbol."
    if sources is Sameness.DIFFERENT:
        return PairKind.SIMILAR, likeness, "The texts are alike; they come from different members."
    if _differ(first.meeting_date, second.meeting_date):
        return PairKind.SIMILAR, likeness, "The texts are alike; they were submitted to different meetings."
    doubt = _doubt_of_one_language(first, second, sources)
    if not doubt and _nearly_the_same(first, second, sources, likeness):
        return PairKind.NEAR_DUPLICATE, likeness, "Nearly the same text in one language."
    if likeness >= rules()["text"]["doubtful"]:
        return PairKind.DOUBTFUL_DUPLICATE, likeness, doubt or "Much of the text is the same, but not nearly all."
    return PairKind.SIMILAR, likeness, "A part of the text is the same."


def _nearly_the_same(first: Identity, second: Identity, sources: Sameness, likeness: float) -> bool:
    limits = rules()["text"]
    if sources is Sameness.UNKNOWN:
        return bool(likeness >= limits["same_without_source"])
    ours, theirs = first.signature, second.signature
    if not ours or not theirs or is_form(ours, theirs):
        return bool(likeness >= rules()["form"]["text"])
    if likeness >= limits["same"]:
        return True
    few = max(len(ours.figures), len(theirs.figures)) < rules()["figures"]["least"]
    agree = figure_likeness(ours, theirs)[0] >= limits["edited_figures"] or (few and likeness >= limits["edited_few"])
    return bool(likeness >= limits["edited"]) and agree and _build(ours, theirs) >= rules()["profile"]["same"]


def _doubt_of_one_language(first: Identity, second: Identity, sources: Sameness) -> str | None:
    if sources is Sameness.OVERLAPPING:
        return "The text is the same, but the sources are not all the same."
    if sources is Sameness.UNKNOWN and bool(first.sources) != bool(second.sources):
        return "The text is the same, but only one of them says who submitted it."
    dates = first.document_date, second.document_date
    if dates[0] and dates[1] and abs((dates[0] - dates[1]).days) > rules()["text"]["days_apart"]:
        return "The text is the same, but the dates lie far apart."
    ours, theirs = first.signature, second.signature
    if ours and theirs and max(len(ours.figures), len(theirs.figures)) >= rules()["figures"]["least"]:
        share, _, _ = figure_likeness(ours, theirs)
        if share < rules()["figures"]["same"]:
            return "The words are the same, but many numbers are not."
    return None


def _of_two_languages(first: Identity, second: Identity) -> Verdict:
    sources = compare_sources(first, second)
    ours, theirs = first.signature, second.signature
    if _other_occasion(first, second) or sources is Sameness.DIFFERENT or not ours or not theirs:
        return None
    figures, shared, strong = figure_likeness(ours, theirs)
    enough = shared >= rules()["figures"]["least"] and figures >= rules()["figures"]["same"]
    if not enough and not _one_origin(first, second):
        return None
    build = _build(ours, theirs)
    similarity = min(figures, build)
    certain = figures >= rules()["figures"]["sure"] and build >= rules()["profile"]["sure"]
    if is_form(ours, theirs):
        linked = sources is Sameness.SAME and _same_form(figures, build)
    elif _differ(first.document_date, second.document_date):
        linked = certain and sources is Sameness.SAME
    elif sources is Sameness.SAME:
        linked = (enough and build >= rules()["profile"]["same"]) or _few_but_same(figures, shared, strong, build)
    else:
        linked = certain and sources is Sameness.UNKNOWN and strong >= rules()["figures"]["strong"]
    if linked:
        return PairKind.TRANSLATION, similarity, "The same numbers and the same build in another language."
    if build >= rules()["profile"]["same"]:
        return PairKind.DOUBTFUL_TRANSLATION, similarity, "It may be the same in another language."
    if enough and sources is Sameness.SAME:
        return PairKind.DOUBTFUL_TRANSLATION, similarity, "The numbers are the same, but not the build."
    return None


def is_form(first: Signature, second: Signature) -> bool:
    """Tell whether two documents consist of table rows to such a part that they may be replies to one questionnaire."""
    return all(
        one.kinds.count("T") >= rules()["form"]["table_rows"] * max(1, len(one.kinds)) for one in (first, second)
    )


def _same_form(figures: float, build: float) -> bool:
    return bool(figures >= rules()["form"]["figures"] and build >= rules()["form"]["profile"])


def _few_but_same(figures: float, shared: int, strong: int, build: float) -> bool:
    limits = rules()["figures"]
    return bool(
        shared >= limits["few"]
        and strong >= limits["few_strong"]
        and figures >= limits["few_same"]
        and build >= rules()["profile"]["few_figures"]
    )


def _build(first: Signature, second: Signature) -> float:
    return profile_likeness((first.kinds, second.kinds), (first.lengths, second.lengths))


def _other_occasion(first: Identity, second: Identity) -> bool:
    return _differ(first.base, second.base) or _differ(first.meeting_date, second.meeting_date)


def _one_origin(first: Identity, second: Identity) -> bool:
    ours, theirs = first.signature, second.signature
    return (
        first.origin is not None
        and first.origin == second.origin
        and bool(ours and theirs)
        and min(len(one.kinds) for one in (ours, theirs) if one) >= rules()["profile"]["least_passages"]
    )


def _collision(first: Identity, second: Identity) -> str | None:
    sources = compare_sources(first, second)
    likeness = text_likeness(first.signature, second.signature)
    close = likeness is not None and likeness >= rules()["text"]["similar"]
    if known_apart(first, second) or (
        sources is Sameness.DIFFERENT and first.language == second.language and not close
    ):
        return "Two members' documents bear the same symbol."
    if not (first.symbol_sure and second.symbol_sure) and sources is not Sameness.SAME and not close:
        return "One of them bears the symbol in a running header only, and nothing else says that they are one."
    if (first.language, first.part, first.version) == (second.language, second.part, second.version):
        return _different_texts(first, second, likeness)
    return None


def _different_texts(first: Identity, second: Identity, likeness: float | None) -> str | None:
    if likeness is None or likeness >= rules()["text"]["different"] or not first.signature or not second.signature:
        return None
    share, _, _ = figure_likeness(first.signature, second.signature)
    if share >= rules()["text"]["different_figures"]:
        return None
    return "Two quite different texts in one language bear the same symbol."


def _differ(first: object, second: object) -> bool:
    return first is not None and second is not None and first != second
