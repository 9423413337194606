"""The questions of a questionnaire, and which question of each reply is which of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from warehouse.questionnaires.likeness import agreement, wording
from warehouse.questionnaires.reply import Question, Reply, rules


@dataclass(slots=True)
class Slot:
    """A question of the questionnaire, with its wording in each language as first seen."""

    first: Question
    language: str
    id: str
    wordings: dict[str, Question] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A question of a reply that is, or where it is a doubt may be, a question of the questionnaire."""

    document: str
    position: int
    slot: Slot
    score: float


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire as its replies show it."""

    id: str
    reference: Reply
    slots: Sequence[Slot]
    replies: Sequence[Reply]
    links: Sequence[Link]
    doubts: Sequence[Link]


def align(replies: Sequence[Reply]) -> Questionnaire:
    """Align replies one after another, the earliest first, with the questions known from those before it."""
    members = sorted(replies, key=lambda reply: reply.order)
    identity = _identity(members[0])
    slots: list[Slot] = []
    links: list[Link] = []
    doubts: list[Link] = []
    for reply in members:
        found = _match(reply, slots)
        place = 0
        for question in reply.questions:
            slot, score = found.get(question.position, (None, 0.0))
            if slot is not None and score >= _sure(question, slot, reply.language):
                place = slots.index(slot) + 1
            else:
                if slot is not None:
                    doubts.append(Link(reply.document, question.position, slot, score))
                slot, score = Slot(question, reply.language, _name(identity, question, slots)), 1.0
                slots.insert(place, slot)
                place += 1
            slot.wordings.setdefault(reply.language, question)
            links.append(Link(reply.document, question.position, slot, score))
    return Questionnaire(identity, members[0], slots, members, links, doubts)


def _match(reply: Reply, slots: Sequence[Slot]) -> dict[int, tuple[Slot, float]]:
    """Find the best slot of each question, best pairs first; no slot and no question is taken twice."""
    found, taken = _same_words(reply, slots)
    pairs = []
    as_many = len(reply.questions) == len(slots)
    for at, question in enumerate(reply.questions):
        for place, slot in enumerate(slots):
            if place in taken or question.position in found:
                continue
            score = _score(question, slot, reply.language, same_place=as_many and at == place)
            worded = reply.language in slot.wordings
            if score >= (rules()["question"]["unsure"] if worded else rules()["link"]["against"]):
                pairs.append((-score, question.key != slot.first.key, abs(at - place), at, place))
    for negative, _, _, at, place in sorted(pairs):
        position = reply.questions[at].position
        if position not in found and place not in taken:
            found[position] = (slots[place], -negative)
            taken.add(place)
    return found


def _same_words(reply: Reply, slots: Sequence[Slot]) -> tuple[dict[int, tuple[Slot, float]], set[int]]:
    """Match the questions whose words are known already: nearly all of them, once a few replies are there."""
    places: dict[tuple[str, tuple[int, ...] | None], int] = {}
    for place, slot in enumerate(slots):
        known = slot.wordings.get(reply.language)
        if known is not None:
            places.setdefault((known.normal, known.key), place)
    found: dict[int, tuple[Slot, float]] = {}
    taken: set[int] = set()
    for question in reply.questions:
        at = places.get((question.normal, question.key))
        if at is not None and at not in taken:
            found[question.position] = (slots[at], 1.0)
            taken.add(at)
    return found, taken


def _score(question: Question, slot: Slot, language: str, *, same_place: bool) -> float:
    known = slot.wordings.get(language)
    if known is not None:
        return wording(question, known)
    link = rules()["link"]
    if question.key is None and slot.first.key is None:
        return float(link["placed"]) if same_place else 0.0
    if question.key != slot.first.key:
        return 0.0
    best = max((agreement(question, other) for other in slot.wordings.values()), default=0)
    return float(link[{1: "agreeing", 0: "numbered", -1: "against"}[best]])


def _sure(question: Question, slot: Slot, language: str) -> float:
    known = slot.wordings.get(language)
    if known is None:
        return float(rules()["link"]["sure"])
    numbered = question.key is not None and question.key == known.key
    return float(rules()["question"]["same_numbered" if numbered else "same"])


def _identity(reference: Reply) -> str:
    told = "\0".join(f"{question.key}\1{question.normal}" for question in reference.questions)
    return blake2b(told.encode(), digest_size=6).hexdigest()


def _name(identity: str, question: Question, slots: Sequence[Slot]) -> str:
    # By its number, or by how many there were before it: a question keeps its id when others come in between.
    name = f"{identity}/{(question.number or f'~{len(slots) + 1}').replace(' ', '')}"
    taken = {slot.id for slot in slots}
    more = (f"{name}~{count}" for count in range(2, len(slots) + 2))
    return name if name not in taken else next(each for each in more if each not in taken)
