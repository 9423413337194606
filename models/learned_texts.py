"""The labelled texts that are learned from, with the names of their features."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.features import features
from models.fitting import Flags
from models.labels import Facet
from models.linear import Label
from models.pipeline import build_pipeline
from models.rules import load_rules
from models.scheme import Taxonomy
from models.training_data import Example, Kind


@dataclass(frozen=True, slots=True)
class Texts:
    """Labelled texts with the names of their features."""

    examples: Sequence[Example]
    gated: frozenset[str]
    """Risks that count only where children are meant."""
    labels: Sequence[Label]
    """All labels there are, in the order of the model's columns."""
    found: Sequence[tuple[str, ...]]
    titles: Sequence[tuple[str, ...]]
    """Features of each text's document title; none where there is no title."""

    @property
    def known(self) -> Flags:
        """Tell of each text and label whether it was looked for."""
        return np.array([[one.knows(label) for label in self.labels] for one in self.examples])

    @property
    def right(self) -> Flags:
        """Tell of each text and label whether the text has it."""
        return np.array([[label in one.labels for label in self.labels] for one in self.examples])

    def counts(self, decision: float) -> npt.NDArray[np.float64]:
        """Tell how much each text counts: one that people decided on as much as `decision` others."""
        return np.array([decision if one.kind is Kind.DECIDED else 1.0 for one in self.examples])

    def part(self, places: Sequence[int]) -> "Texts":
        """Give some of the texts."""
        return Texts(
            [self.examples[place] for place in places],
            self.gated,
            self.labels,
            [self.found[place] for place in places],
            [self.titles[place] for place in places],
        )


def read_texts(examples: Sequence[Example], taxonomy: Taxonomy) -> Texts:
    """Run the texts and titles through the pipelines."""
    languages = sorted({one.language for one in examples})
    pipelines = {one: build_pipeline(one, taxonomy, leave_out=("trained_member",)) for one in languages}

    def names(text: str | None, language: str) -> tuple[str, ...]:
        return tuple(sorted(features(pipelines[language](text)))) if text else ()

    return Texts(
        examples,
        frozenset(one.id for one in taxonomy.of(Facet.RISK) if one.group in load_rules().gated_groups),
        tuple((one.facet, one.id) for one in taxonomy.concepts),
        [names(one.text, one.language) for one in examples],
        [names(one.title, one.language) for one in examples],
    )
