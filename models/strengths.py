"""How strongly a term or glossary concept speaks for a label, learned from the training passages that have it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from models.labels import Facet

_PRIOR_WEIGHT = 2.0
"""So many passages count the general strength of a facet's terms against what the training passages tell."""
_LEAST = 0.02
_LEAST_SUPPORT = 2
"""A glossary concept seen with a label in fewer passages tells nothing of it."""
_GLOSSARY = "glossary"

Labels = frozenset[tuple[Facet, str]]
SUBJECTS = frozenset({Facet.FRAMEWORK, Facet.RISK})
"""The facets that tell what a passage is about."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What was found in a training passage, its labels, and the facets that it was labelled for."""

    keys: frozenset[str]
    labels: Labels
    facets: frozenset[Facet] = frozenset(Facet)


@cache
def load_strengths(language: str) -> Mapping[str, float]:
    """Read the learned strengths of a language's terms by expression key; empty where none were learned."""
    file = resources.files("models").joinpath("strengths", f"{language}.tsv")
    if not file.is_file():
        return {}
    rows = (line.rsplit("\t", 2) for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {key: float(strength) for key, strength, _ in rows}


@cache
def load_concept_strengths() -> Mapping[str, tuple[tuple[Facet, str, float], ...]]:
    """Read for each glossary concept which labels it speaks for and how strongly; one table serves all languages."""
    table: dict[str, list[tuple[Facet, str, float]]] = defaultdict(list)
    for key, strength in load_strengths(_GLOSSARY).items():
        facet, label, concept = key.split("\t")
        table[concept].append((Facet(facet), label, strength))
    return {concept: tuple(rows) for concept, rows in table.items()}


def learn_strengths(observed: Iterable[Observation], priors: Mapping[Facet, float]) -> dict[str, tuple[float, int]]:
    """Give strength and support by expression key; a key begins with the label that it speaks for."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in observed:
        for key in one.keys:
            facet, concept, _ = key.split("\t", 2)
            seen[key] += 1
            right[key] += (Facet(facet), concept) in one.labels
    return {
        key: (max(_LEAST, _share(right[key], number, priors[Facet(key.split("\t", 1)[0])])), number)
        for key, number in seen.items()
    }


def learn_concept_strengths(
    observed: Iterable[Observation], least: Mapping[Facet, float], subject_concepts: frozenset[str] = frozenset()
) -> dict[str, tuple[float, int]]:
    """Give strength and support by facet, label and glossary concept, where the strength is at least the facet's.

    The strength is what the concept adds to a label's share among all passages: 0 where it changes nothing, 1 where
    every passage with it has the label. The `subject_concepts` speak for frameworks and risks only.
    """
    passages: Counter[Facet] = Counter()
    labelled: Counter[tuple[Facet, str]] = Counter()
    seen: Counter[tuple[Facet, str]] = Counter()
    right: Counter[tuple[Facet, str, str]] = Counter()
    for one in observed:
        passages.update(one.facets)
        labelled.update(one.labels)
        seen.update((facet, concept) for facet in one.facets for concept in one.keys)
        right.update((*label, concept) for label in one.labels for concept in one.keys)
    learned = {}
    for (facet, label, concept), number in right.items():
        usual = labelled[facet, label] / passages[facet]
        if usual == 1.0 or (concept in subject_concepts and facet not in SUBJECTS):
            continue
        strength = (_share(number, seen[facet, concept], usual) - usual) / (1.0 - usual)
        if number >= _LEAST_SUPPORT and strength >= least[facet]:
            learned[f"{facet}\t{label}\t{concept}"] = (strength, seen[facet, concept])
    return learned


def write_strengths(path: Path, strengths: Mapping[str, tuple[float, int]]) -> None:
    """Write a table, sorted, so that a change shows as a few lines."""
    lines = ["# facet, label, term or glossary concept, strength (0 to 1), passages with it; by tests/bench/rules.py"]
    lines += [f"{key}\t{strength:.3f}\t{support}" for key, (strength, support) in sorted(strengths.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _share(right: int, seen: int, prior: float) -> float:
    return (right + _PRIOR_WEIGHT * prior) / (seen + _PRIOR_WEIGHT)
