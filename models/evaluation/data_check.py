"""Whether labelled texts can be learned from: schema, ids, coverage, duplicates and contradictions."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from models.evaluation.coverage import Coverage, coverage
from models.evaluation.likeness import Likeness, quotations, similar_pairs
from models.evaluation.records import Fault, Place, Record, read_records
from models.labels import Facet
from models.scheme import LANGUAGES, Taxonomy
from models.training_data import Example


@dataclass(frozen=True, slots=True)
class Twins:
    """Two texts that are the same or nearly so."""

    place: Place
    other: Place
    share: float
    """Of the shingles that they have in common; 1 where nothing but digits, case, spaces and marks differs."""
    across: bool
    """One of them is in the test third and the other is not: what was learned tells the answer."""
    contradicts: tuple[str, ...]
    """Labels that only one of them has, though they say the same; `facet/label`."""
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A text to learn from that stands, word for word, in a longer one of the test third."""

    place: Place
    other: Place
    text: str


@dataclass(frozen=True, slots=True)
class DataCheck:
    """All that was found."""

    texts: int
    test: int
    faults: tuple[Fault, ...]
    coverage: tuple[Coverage, ...]
    gaps: tuple[Coverage, ...]
    """Labels with too few texts in a language."""
    twins: tuple[Twins, ...]
    quotations: tuple[Quotation, ...]

    @property
    def leaks(self) -> tuple[Twins, ...]:
        """Give the same texts that stand on both sides of the split."""
        return tuple(one for one in self.twins if one.across and one.share == 1.0)

    @property
    def contradictions(self) -> tuple[Twins, ...]:
        """Give the texts that say the same and have different labels."""
        return tuple(one for one in self.twins if one.contradicts)

    @property
    def is_sound(self) -> bool:
        """Tell whether there is no error; gaps, near-duplicates and contradictions are warnings."""
        return not self.faults and not self.leaks


def check_data(folder: Path, taxonomy: Taxonomy) -> DataCheck:
    """Check the labelled texts of a folder against a taxonomy; raises ClassificationError where there are none."""
    settings = _settings()
    records, faults = read_records(folder, taxonomy)
    examples = [one.example for one in records]
    counted = coverage(examples, taxonomy)
    least, least_test = settings["coverage"]["least"], settings["coverage"]["least_test"]
    return DataCheck(
        texts=len(records),
        test=sum(one.is_test for one in examples),
        faults=tuple(faults),
        coverage=counted,
        gaps=tuple(one for one in counted if one.learning < least or one.test < least_test),
        twins=tuple(_twins(records, Likeness(**settings["likeness"]))),
        quotations=tuple(_quotations(records, settings["quotation"])),
    )


def _twins(records: Sequence[Record], settings: Likeness) -> Iterator[Twins]:
    for pair in similar_pairs([one.example.text for one in records], settings):
        first, second = records[pair.first], records[pair.second]
        says_same = pair.share >= settings.same
        yield Twins(
            first.place,
            second.place,
            pair.share,
            # Phrases are never tested; that one of them stands in a tested passage is what they are for.
            first.example.is_test != second.example.is_test,
            _contradictions(first.example, second.example) if says_same else (),
            first.example.text,
        )


def _quotations(records: Sequence[Record], settings: Mapping[str, int]) -> Iterator[Quotation]:
    for language in LANGUAGES:
        mine = [one for one in records if one.example.language == language]
        learned = [one for one in mine if not one.example.is_test]
        kept_away = [one for one in mine if one.example.is_test]
        least = settings.get(f"least_{language}", settings["least"])
        short, long = ([one.example.text for one in some] for some in (learned, kept_away))
        for number, other in quotations(short, long, least):
            yield Quotation(learned[number].place, kept_away[other].place, learned[number].example.text)


def _contradictions(first: Example, second: Example) -> tuple[str, ...]:
    shared = {facet for facet in Facet if first.tells(facet) and second.tells(facet)}
    return tuple(f"{facet}/{one}" for facet, one in sorted(first.labels ^ second.labels) if facet in shared)


def check_json(check: DataCheck) -> Mapping[str, Any]:
    """Give the check as the JSON form of docs/formats.md."""
    return {
        "texts": check.texts,
        "test": check.test,
        "sound": check.is_sound,
        "errors": [
            *({"file": one.place.file, "line": one.place.line, "what": one.what} for one in check.faults),
            *(
                {"file": one.place.file, "line": one.place.line, "what": f"the same as {one.other}, across the split"}
                for one in check.leaks
            ),
        ],
        "near_duplicates": [_twins_json(one) for one in check.twins],
        "contradictions": [_twins_json(one) for one in check.contradictions],
        "quotations": [
            {
                "file": one.place.file,
                "line": one.place.line,
                "other_file": one.other.file,
                "other_line": one.other.line,
                "text": one.text,
            }
            for one in check.quotations
        ],
        "coverage": [_coverage_json(one) for one in check.coverage],
        "gaps": [_coverage_json(one) for one in check.gaps],
    }


def _twins_json(one: Twins) -> Mapping[str, Any]:
    return {
        "file": one.place.file,
        "line": one.place.line,
        "other_file": one.other.file,
        "other_line": one.other.line,
        "share": one.share,
        "across": one.across,
        "differing": list(one.contradicts),
        "text": one.text,
    }


def _coverage_json(one: Coverage) -> Mapping[str, Any]:
    return {
        "facet": one.facet.value,
        "label": one.concept,
        "language": one.language,
        "learning": one.learning,
        "test": one.test,
    }


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resources.files("models").joinpath("evaluation", "check.toml").read_text(encoding="utf-8"))
