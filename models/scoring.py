"""From what was found in a passage to its suggestions, by the rules of the annotation guide."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from models.labels import Evidence, Facet, Suggestion
from models.rules import Rules
from models.scheme import Taxonomy

OTHER = "other"
Key = tuple[Facet, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a passage or heading."""

    facet: Facet
    concept: str
    source: str
    """The term or glossary concept; however often it stands in a passage, it speaks once."""
    strength: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the matching found of a passage and its surroundings."""

    passage_id: str
    hits: Sequence[Hit]
    heading_hits: Sequence[Hit]
    about_children: bool
    """The passage, its heading or the document's subject is about children."""


@dataclass(frozen=True, slots=True)
class _Score:
    value: float
    evidence: tuple[Evidence, ...]


class Scorer:
    """Applies the rules to findings."""

    def __init__(self, taxonomy: Taxonomy, rules: Rules, model: str) -> None:
        self._rules = rules
        self._model = model
        self._gated = {one.id for one in taxonomy.of(Facet.RISK) if one.group in rules.gated_groups}

    def suggest(self, findings: Findings) -> tuple[Suggestion, ...]:
        """Give a passage's suggestions; exactly one is a purpose, and `other` comes alone."""
        scores = self._scores(findings)
        in_force = {key for key, score in scores.items() if score.value >= self._rules.thresholds[key[0]]}
        self._drop_fallbacks(scores, in_force)
        subjects = {key for key in in_force if key[0] in {Facet.FRAMEWORK, Facet.RISK}}
        purpose, score = self._purpose(scores, subjects, findings.about_children)
        kept = [key for key in scores if key[0] is not Facet.PURPOSE and purpose != OTHER]
        kept.sort(key=lambda key: -scores[key].value)
        made = [self._suggestion(findings.passage_id, *key, scores[key]) for key in kept]
        return (*made, self._suggestion(findings.passage_id, Facet.PURPOSE, purpose, score))

    def _scores(self, findings: Findings) -> dict[Key, _Score]:
        """Combine the hits of each concept: what one term leaves open, the next one narrows."""
        hits: dict[Key, list[Hit]] = defaultdict(list)
        for hit in findings.hits:
            if findings.about_children or hit.concept not in self._gated:
                hits[hit.facet, hit.concept].append(hit)
        heading: dict[Key, float] = {}
        for hit in findings.heading_hits:
            key = (hit.facet, hit.concept)
            heading[key] = max(heading.get(key, 0.0), hit.strength * self._rules.heading_share)
        return {
            key: _Score(_combined((*_distinct(some), heading.get(key, 0.0))), _spans(some))
            for key, some in hits.items()
        }

    def _drop_fallbacks(self, scores: dict[Key, _Score], in_force: set[Key]) -> None:
        for fallback, siblings in self._rules.fallbacks.items():
            key = (Facet.RISK, fallback)
            if key in scores and any((Facet.RISK, sibling) in in_force for sibling in siblings):
                del scores[key]
                in_force.discard(key)

    def _purpose(self, scores: Mapping[Key, _Score], subjects: set[Key], about_children: bool) -> tuple[str, _Score]:
        cues = {concept: score for (facet, concept), score in scores.items() if facet is Facet.PURPOSE}
        default = _Score(self._rules.purpose_default_score, ())
        other = cues.pop(OTHER, default)
        if subjects:
            is_measure = any(facet is Facet.FRAMEWORK for facet, _ in subjects)
            usual = self._rules.purpose_with_framework if is_measure else self._rules.purpose_with_risk
            cues[usual] = max(default, cues.get(usual, default), key=lambda score: score.value)
        if not cues:
            return OTHER, other
        order = self._rules.precedence
        best = max(cues, key=lambda concept: (round(cues[concept].value, 2), -order.index(concept)))
        least = 0.0 if subjects else self._rules.purpose_cue_alone
        outweighs = self._rules.purpose_other_outweighs if subjects else 0.0
        if (
            cues[best].value < least
            or not (subjects or about_children)
            or other.value >= max(outweighs, cues[best].value)
        ):
            return OTHER, other
        return best, cues[best]

    def _suggestion(self, passage: str, facet: Facet, concept: str, score: _Score) -> Suggestion:
        threshold = self._rules.thresholds[facet]
        return Suggestion(passage, facet, concept, round(score.value, 3), threshold, score.evidence, self._model)


def _distinct(hits: Iterable[Hit]) -> list[float]:
    """Give the strengths that count: of a source the first place, and of places that overlap the strongest hit."""
    first: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.strength)):
        first.setdefault(hit.source, hit)
    strengths: list[float] = []
    end = -1
    for hit in first.values():
        if hit.start >= end:
            strengths.append(hit.strength)
        else:
            strengths[-1] = max(strengths[-1], hit.strength)
        end = max(end, hit.end)
    return strengths


def _combined(strengths: Iterable[float]) -> float:
    return 1.0 - prod(1.0 - strength for strength in strengths)


def _spans(hits: Iterable[Hit]) -> tuple[Evidence, ...]:
    """Give the hits' spans sorted and without overlap."""
    spans: list[Evidence] = []
    for start, end in sorted({(hit.start, hit.end) for hit in hits}):
        if spans and start < spans[-1].end:
            spans[-1] = Evidence(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Evidence(start, end))
    return tuple(spans)
