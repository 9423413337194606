"""Learn the terms' strengths again (`--learn`) and print how well the rules do on passages that they never saw."""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from models.classifier import Classifier
from models.glossary import subject_concepts
from models.labels import Facet, PassageText
from models.matches import PassageMatcher
from models.rules import load_rules
from models.scheme import LANGUAGES, NO_LEVEL, load_taxonomy
from models.strengths import (
    SUBJECTS,
    Labels,
    Observation,
    learn_concept_strengths,
    learn_strengths,
    load_concept_strengths,
    load_strengths,
    write_strengths,
)

MODELS = Path(__file__).parents[2] / "models"
_KEYS = {"f": Facet.FRAMEWORK, "r": Facet.RISK, "l": Facet.LEVEL, "s": Facet.STAKEHOLDER}


def main() -> None:
    """Print precision, recall and F1 for each facet and language on the third that nothing is chosen on."""
    if "--learn" in sys.argv:
        learn()
    classifier = Classifier.load()
    counts: dict[tuple[Facet, str], Counter[str]] = defaultdict(Counter)
    start, number = time.perf_counter(), 0
    for language, text, wanted in passages(test=True):
        number += 1
        (suggestions,) = classifier.classify_passages([PassageText("", text, language)])
        found = frozenset((one.facet, one.concept) for one in suggestions if one.in_force)
        for facet in Facet:
            mine = {one for one in found if one[0] is facet}
            theirs = {one for one in wanted if one[0] is facet}
            for key in ((facet, "all"), (facet, language)):
                counts[key] += Counter(right=len(mine & theirs), found=len(mine), wanted=len(theirs))
    seconds = time.perf_counter() - start
    _print(counts)
    sys.stdout.write(f"{number} passages of the test third, {number / seconds:.0f} a second on one core\n")


def learn() -> None:
    """Write models/strengths/*.tsv from the passages and phrases outside the test third."""
    taxonomy, rules, folder = load_taxonomy(), load_rules(), MODELS / "strengths"
    concepts: list[Observation] = []
    for language in LANGUAGES:
        matcher = PassageMatcher(language, taxonomy, rules)
        own = [(text, labels) for some, text, labels in passages(test=False) if some == language]
        terms = [Observation(matcher.keys(text), labels) for text, labels in own]
        write_strengths(folder / f"{language}.tsv", learn_strengths(terms, rules.strengths))
        concepts += [Observation(matcher.concepts(text), labels) for text, labels in own]
        phrases = [(text, labels) for some, text, labels in passages(test=False, phrases=True) if some == language]
        concepts += [Observation(matcher.concepts(text), labels, SUBJECTS) for text, labels in phrases]
    learned = learn_concept_strengths(concepts, rules.least_concept_strengths, subject_concepts())
    write_strengths(folder / "glossary.tsv", learned)
    load_strengths.cache_clear()
    load_concept_strengths.cache_clear()


def passages(*, test: bool, phrases: bool = False) -> Iterator[tuple[str, str, Labels]]:
    """Yield language, text and labels of passages or phrases; which third one is in depends on its text alone."""
    for file in sorted((MODELS / "training").glob("*.jsonl")):
        if file.stem.startswith("phrases") is not phrases:
            continue
        language = file.stem.removeprefix("documents_").removeprefix("phrases_")[:2]
        for line in file.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if (blake2b(entry["t"].encode(), digest_size=8).digest()[0] % 3 == 0) is test:
                labels = {(facet, one) for key, facet in _KEYS.items() for one in entry.get(key, ()) if one != NO_LEVEL}
                labels |= {(Facet.PURPOSE, entry["p"])} if "p" in entry else set()
                yield language, entry["t"], frozenset(labels)


def _print(counts: dict[tuple[Facet, str], Counter[str]]) -> None:
    sys.stdout.write(f"{'facet':12} {'language':9} precision  recall    F1\n")
    for (facet, language), one in sorted(counts.items()):
        precision = one["right"] / max(1, one["found"])
        recall = one["right"] / max(1, one["wanted"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        sys.stdout.write(f"{facet:12} {language:9} {precision:9.2f} {recall:7.2f} {f1:5.2f}\n")


if __name__ == "__main__":
    main()
