"""From what was found in a passage to its suggestions, by the rules of the annotation guide."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

from models.labels import Evidence, Facet, Suggestion
from models.rules import Rules
from models.scheme import Taxonomy
from models.succession import Succession
from models.trained_member import Judgement

OTHER = "other"
Label = tuple[Facet, str]
_LEAST_SHOWN = 0.6
"""A suggestion that is not in force is shown from this share of its threshold on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a passage or heading."""

    facet: Facet
    concept: str
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
    judgement: Judgement | None = None
    """What the trained model says; None where only the rules speak."""


@dataclass(frozen=True, slots=True)
class _Score:
    value: float
    evidence: tuple[Evidence, ...]
    is_decisive: bool = False
    """The rules alone are sure of it."""


class Scorer:
    """Applies the rules to findings."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        rules: Rules,
        model: str,
        thresholds: Mapping[Facet, float] | None = None,
        succession: Succession | None = None,
    ) -> None:
        self._rules = rules
        self._thresholds = thresholds or rules.thresholds
        self._known = {(one.facet, one.id) for one in taxonomy.concepts}
        self._model = model
        self._succession = succession or Succession()
        self._gated = {one.id for one in taxonomy.of(Facet.RISK) if one.group in rules.gated_groups}

    def suggest(self, findings: Findings) -> tuple[Suggestion, ...]:
        """Give a passage's suggestions; exactly one is a purpose, and `other` comes alone."""
        scores = self._scores(findings)
        if findings.judgement is not None:
            scores = self._with_judgement(scores, findings.judgement, about_children=findings.about_children)
        in_force = {key for key, score in scores.items() if score.value >= self._thresholds[key[0]]}
        self._drop_fallbacks(scores, in_force)
        subjects = {key for key in in_force if key[0] in {Facet.FRAMEWORK, Facet.RISK}}
        trained = findings.judgement is not None
        purpose, score = self._judged_purpose(scores, subjects) if trained else self._purpose(scores, subjects)
        kept = [] if purpose == OTHER else self._kept(scores, subjects, trained=trained)
        made = [self._suggestion(findings.passage_id, *key, scores[key]) for key in kept]
        return (*made, self._suggestion(findings.passage_id, Facet.PURPOSE, purpose, score))

    def _scores(self, findings: Findings) -> dict[Label, _Score]:
        """Combine the hits of each concept: what one term leaves open, the next one narrows."""
        hits: dict[Label, list[Hit]] = defaultdict(list)
        for hit in findings.hits:
            if findings.about_children or hit.concept not in self._gated:
                hits[hit.facet, hit.concept].append(hit)
        heading: dict[Label, float] = {}
        for hit in findings.heading_hits:
            key = (hit.facet, hit.concept)
            heading[key] = max(heading.get(key, 0.0), hit.strength * self._rules.heading_share)
        return {
            key: _Score(_combined((*_distinct(some), heading.get(key, 0.0))), _spans(some))
            for key, some in hits.items()
        }

    def _with_judgement(
        self, rules: Mapping[Label, _Score], judgement: Judgement, *, about_children: bool
    ) -> dict[Label, _Score]:
        """Let the rules stand where they are decisive, else the trained model, where it can show why."""
        scores = {
            key: replace(score, is_decisive=True)
            for key, score in rules.items()
            if score.value >= self._rules.decisive[key[0]]
        }
        for number, (facet, concept), chance in self._today(judgement, rules):
            key = facet, concept
            is_shown = facet is Facet.PURPOSE or chance >= _LEAST_SHOWN * self._thresholds[facet]
            is_gated = concept in self._gated and not about_children
            if not is_shown or is_gated or key not in self._known:
                continue
            if key in scores:
                scores[key] = replace(scores[key], value=max(chance, scores[key].value))
            elif facet is Facet.PURPOSE:
                scores[key] = _Score(chance, rules[key].evidence if key in rules else ())
            elif evidence := judgement.evidence(number):
                scores[key] = _Score(chance, evidence)
        return scores

    def _today(self, judgement: Judgement, rules: Mapping[Label, _Score]) -> Iterator[tuple[int, Label, float]]:
        """Give what the model says of the concepts that there are today.

        It may have learned before some were merged or split. Of the parts of a split concept, those count of which a
        term stands in the passage; which of them is meant otherwise, the model cannot tell.
        """
        for number, chance in enumerate(judgement.chances.tolist()):
            label = judgement.label(number)
            if label in self._known:
                yield number, label, chance
                continue
            parts = self._succession.of(label)
            for part in parts if len(parts) == 1 else [one for one in parts if one in rules]:
                yield number, part, chance

    def _judged_purpose(self, scores: Mapping[Label, _Score], subjects: set[Label]) -> tuple[str, _Score]:
        """Give the likeliest purpose; `other` only where no subject is sure."""
        chances = {concept: score for (facet, concept), score in scores.items() if facet is Facet.PURPOSE}
        total = sum(score.value for score in chances.values()) or 1.0
        shares = {concept: replace(score, value=score.value / total) for concept, score in chances.items()}
        is_sure = any(scores[key].is_decisive for key in subjects)
        if subjects and (is_sure or shares[OTHER].value < self._rules.decisive_other):
            shares.pop(OTHER)
        best = max(shares, key=lambda concept: shares[concept].value)
        return best, shares[best]

    def _drop_fallbacks(self, scores: dict[Label, _Score], in_force: set[Label]) -> None:
        for fallback, siblings in self._rules.fallbacks.items():
            key = (Facet.RISK, fallback)
            if key in scores and any((Facet.RISK, sibling) in in_force for sibling in siblings):
                del scores[key]
                in_force.discard(key)

    def _purpose(self, scores: Mapping[Label, _Score], subjects: set[Label]) -> tuple[str, _Score]:
        cues = {concept: score for (facet, concept), score in scores.items() if facet is Facet.PURPOSE}
        if not subjects:
            return OTHER, cues.get(OTHER, _Score(self._rules.purpose_default_score, ()))
        cues.pop(OTHER, None)
        is_measure = any(facet is Facet.FRAMEWORK for facet, _ in subjects)
        usual = self._rules.purpose_with_framework if is_measure else self._rules.purpose_with_risk
        default = _Score(self._rules.purpose_default_score, ())
        if usual not in cues or cues[usual].value < default.value:
            cues[usual] = default
        order = self._rules.precedence
        best = max(cues, key=lambda concept: (round(cues[concept].value, 2), -order.index(concept)))
        return best, cues[best]

    def _kept(self, scores: Mapping[Label, _Score], subjects: set[Label], *, trained: bool) -> list[Label]:
        """Give what is suggested.

        The rules' cues tell a level only where there is a measure, and a stakeholder only where there is a subject; the
        trained model has learned that.
        """
        is_measure = trained or any(facet is Facet.FRAMEWORK for facet, _ in subjects)
        wanted = {
            Facet.FRAMEWORK: True,
            Facet.RISK: True,
            Facet.LEVEL: is_measure,
            Facet.STAKEHOLDER: trained or bool(subjects),
        }
        return sorted((key for key in scores if wanted.get(key[0], False)), key=lambda key: -scores[key].value)

    def _suggestion(self, passage: str, facet: Facet, concept: str, score: _Score) -> Suggestion:
        threshold = self._thresholds[facet]
        return Suggestion(passage, facet, concept, round(score.value, 3), threshold, score.evidence, self._model)


def _distinct(hits: Iterable[Hit]) -> list[float]:
    """Give the strength of each place once: overlapping terms are one piece of evidence, the strongest counts."""
    strengths: list[float] = []
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.strength)):
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
