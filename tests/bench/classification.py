"""Print what starting costs, and how well unseen passages are labelled: by rules, by the trained model, by both.

`--learn` learns the strengths of the rules' terms again first.
"""

import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.classifier import Classifier
from models.labels import Facet, PassageText
from models.matches import PassageMatcher
from models.pipeline import RULES_ONLY
from models.rules import load_rules
from models.scheme import LANGUAGES, load_taxonomy
from models.strengths import learn_strengths, load_strengths, write_strengths
from models.training_data import Example, Kind, read_examples

STRENGTHS = Path(__file__).parents[2] / "models" / "strengths"
Counts = dict[tuple[Facet, str], Counter[str]]


@dataclass
class Member:
    """A way of labelling."""

    name: str
    classifier: Classifier
    with_documents: bool = True


def main() -> None:
    """Print precision, recall and F1 for each facet and language on the third that nothing is chosen on."""
    if "--learn" in sys.argv:
        learn()
    _start()
    taxonomy = load_taxonomy()
    members = (
        Member("rules", Classifier(taxonomy, rules_only=True)),
        Member("both, each passage alone", Classifier(taxonomy), with_documents=False),
        Member("both", Classifier(taxonomy)),
    )
    for member in members:
        _measure(member)


def _start() -> None:
    """Print what `rapporteur classify` takes from its start to its last answer on one passage in each language."""
    program = Path(sys.executable).with_name("rapporteur")
    lines = "".join(f'{{"id": "{one}", "text": "ITU", "language": "{one}"}}\n' for one in LANGUAGES)
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "classify", "-"], input=lines, text=True, check=True, capture_output=True)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sys.stdout.write(
        f"start with all six languages: {processor:.1f} s of processor time, {seconds:.1f} s by the clock, "
        f"{after.ru_maxrss / 1024:.0f} MB\n"
    )


def learn() -> None:
    """Write models/strengths/*.tsv from the passages outside the test third."""
    taxonomy, rules = load_taxonomy(), load_rules()
    known = [one for one in read_examples() if one.kind is not Kind.PHRASES and not one.is_test]
    for language in LANGUAGES:
        matcher = PassageMatcher(language, taxonomy, rules, RULES_ONLY)
        observed = [(matcher.keys(one.text), one.labels) for one in known if one.language == language]
        write_strengths(STRENGTHS / f"{language}.tsv", learn_strengths(observed, rules.strengths))
    load_strengths.cache_clear()


def _measure(member: Member) -> None:
    for language in LANGUAGES:  # the pipelines are built before the clock starts
        member.classifier.classify_passages([PassageText("", "child", language)])
    counts: Counts = defaultdict(Counter)
    start, number = time.process_time(), 0
    for document in _documents(with_documents=member.with_documents):
        passages = [
            PassageText("", one.text, one.language, (one.title,) if one.title and member.with_documents else ())
            for one in document
        ]
        for example, suggestions in zip(document, member.classifier.classify_passages(passages), strict=True):
            number += 1
            if example.is_test:
                _count(counts, example, {(one.facet, one.concept) for one in suggestions if one.in_force})
    seconds = time.process_time() - start
    sys.stdout.write(f"\n== {member.name} ({member.classifier.version})\n")
    _print(counts)
    sys.stdout.write(f"{number} passages, {number / seconds:.0f} a second of processor time\n")


def _documents(*, with_documents: bool) -> Iterator[Sequence[Example]]:
    """Yield the texts of the test third; a document comes whole, since its passages are each other's context."""
    whole: dict[str, list[Example]] = defaultdict(list)
    for one in read_examples():
        if one.kind is Kind.PHRASES:
            continue
        if one.document and with_documents:
            whole[one.document].append(one)
        elif one.is_test:
            yield [one]
    yield from (some for some in whole.values() if any(one.is_test for one in some))


def _count(counts: Counts, example: Example, found: set[tuple[Facet, str]]) -> None:
    for facet in Facet:
        mine = {one for one in found if one[0] is facet}
        theirs = {one for one in example.labels if one[0] is facet}
        for key in ((facet, "all"), (facet, example.language), (facet, f"{example.kind}")):
            counts[key] += Counter(right=len(mine & theirs), found=len(mine), wanted=len(theirs))


def _print(counts: Counts) -> None:
    sys.stdout.write(f"{'facet':12} {'of':9} precision  recall    F1\n")
    for (facet, language), one in sorted(counts.items()):
        precision = one["right"] / max(1, one["found"])
        recall = one["right"] / max(1, one["wanted"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        sys.stdout.write(f"{facet:12} {language:9} {precision:9.2f} {recall:7.2f} {f1:5.2f}\n")


if __name__ == "__main__":
    main()
