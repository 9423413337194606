"""How strongly each term speaks for its concept: the share of training passages with the term that have the label."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from models.labels import Facet

_PRIOR_WEIGHT = 2.0
"""So many passages count the general strength of a facet's terms against what the training passages tell."""
_LEAST = 0.02


@cache
def load_strengths(language: str) -> Mapping[str, float]:
    """Read the learned strengths of a language's terms by expression key; empty where none were learned."""
    file = resources.files("models").joinpath("strengths", f"{language}.tsv")
    if not file.is_file():
        return {}
    rows = (line.rsplit("\t", 2) for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {key: float(strength) for key, strength, _ in rows}


def learn_strengths(
    observed: Iterable[tuple[frozenset[str], frozenset[tuple[Facet, str]]]], priors: Mapping[Facet, float]
) -> dict[str, tuple[float, int]]:
    """Give strength and support by expression key, from pairs of a passage's expression keys and its labels."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for keys, labels in observed:
        for key in keys:
            facet, concept, _ = key.split("\t", 2)
            seen[key] += 1
            right[key] += (Facet(facet), concept) in labels
    return {
        key: (_smoothed(right[key], number, priors[Facet(key.split("\t", 1)[0])]), number)
        for key, number in seen.items()
    }


def write_strengths(path: Path, strengths: Mapping[str, tuple[float, int]]) -> None:
    """Write the table of one language, sorted, so that a change shows as a few lines."""
    lines = ["# facet, concept, term, strength (0 to 1), passages with it; made by tests/bench/classification.py"]
    lines += [f"{key}\t{strength:.3f}\t{support}" for key, (strength, support) in sorted(strengths.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _smoothed(right: int, seen: int, prior: float) -> float:
    return max(_LEAST, (right + _PRIOR_WEIGHT * prior) / (seen + _PRIOR_WEIGHT))
