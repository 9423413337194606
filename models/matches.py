"""What the pipeline of a language finds in a passage and in its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc

from models.labels import Facet
from models.matching import CHILDREN, HITS
from models.noise import is_noise
from models.pipeline import build_pipeline
from models.rules import Rules
from models.scheme import Taxonomy
from models.scoring import Hit
from models.strengths import load_strengths
from models.succession import Succession
from models.trained_member import OPINION, Opinion

_PIECE = 50_000
"""Characters that are matched at once; a longer passage is cut at white space, so that memory stays bounded."""
_HEADINGS_KEPT = 1000
_SURROGATES = re.compile("[\ud800-\udfff]")
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\uff07", "'")
    | dict.fromkeys("\u2010\u2011", "-")
    | dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u2007\u2028\u2029\u202f", " ")
)
"""Signs of typesetting that part a term's words from those of the list: `plan d’action`, `sexual\\nabuse`."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Terms in a passage and in its heading path, and whether either is about children."""

    hits: tuple[Hit, ...]
    heading_hits: tuple[Hit, ...]
    mentions_children: bool
    opinions: tuple[tuple[int, Opinion], ...] = ()
    """What the trained model says of the passage's pieces, each with the place where it begins."""
    heading_opinions: tuple[tuple[int, Opinion], ...] = ()

    @property
    def is_noise(self) -> bool:
        """Tell whether the passage is nothing that a person would have written; without a trained model, none is."""
        return is_noise((one.language, one.familiarity) for _, one in self.opinions)

    def moved(self, by: int) -> "Matches":
        """Give the same as found in a longer text, in which the passage begins at `by`."""
        return replace(
            self,
            hits=tuple(replace(one, start=one.start + by, end=one.end + by) for one in self.hits),
            opinions=tuple((offset + by, one) for offset, one in self.opinions),
        )


def joined(parts: Sequence[Matches]) -> Matches:
    """Give what was found in the parts of one passage together."""
    return Matches(
        tuple(hit for one in parts for hit in one.hits),
        tuple(hit for one in parts for hit in one.heading_hits),
        any(one.mentions_children for one in parts),
        tuple(opinion for one in parts for opinion in one.opinions),
        tuple(opinion for one in parts for opinion in one.heading_opinions),
    )


class PassageMatcher:
    """Runs one language's pipeline."""

    def __init__(
        self,
        language: str,
        taxonomy: Taxonomy,
        rules: Rules,
        leave_out: Sequence[str] = (),
        *,
        succession: Succession | None = None,
        model: Path | None = None,
    ) -> None:
        self._nlp = build_pipeline(language, taxonomy, leave_out, model)
        self._strengths = _followed(load_strengths(language), succession or Succession())
        self._defaults = rules.strengths
        self._heading = lru_cache(maxsize=_HEADINGS_KEPT)(self._match_text)

    def match(self, text: str, heading_path: Sequence[str]) -> Matches:
        """Find the terms of a passage; spans are offsets into `text` as given."""
        own = self._match_text(text)
        if not heading_path:
            return own
        heading = self._heading(" \n".join(heading_path))
        children = own.mentions_children or heading.mentions_children
        return Matches(own.hits, heading.hits, children, own.opinions, heading.opinions)

    def keys(self, text: str) -> frozenset[str]:
        """Give the keys of the expressions found in a text, to learn their strengths from."""
        return frozenset(span.label_ for doc, _ in self._docs(text) for span in doc.spans[HITS])

    def _match_text(self, text: str) -> Matches:
        hits: list[Hit] = []
        opinions: list[tuple[int, Opinion]] = []
        children = False
        for doc, offset in self._docs(text):
            children = children or bool(doc.spans[CHILDREN])
            for span in doc.spans[HITS]:
                facet, concept, _ = span.label_.split("\t", 2)
                strength = self._strengths.get(span.label_, self._defaults[Facet(facet)])
                hits.append(Hit(Facet(facet), concept, strength, offset + span.start_char, offset + span.end_char))
            if OPINION in doc.user_data:
                opinions.append((offset, doc.user_data[OPINION]))
        return Matches(tuple(hits), (), children, tuple(opinions))

    def _docs(self, text: str) -> Iterator[tuple[Doc, int]]:
        # spaCy hashes words as UTF-8, which has no lone surrogates; a replacement of one sign keeps every offset.
        clean = _SURROGATES.sub("\ufffd", text).translate(_TYPOGRAPHY)
        start = 0
        while start < len(clean):
            end = _cut(clean, start)
            yield self._nlp(clean[start:end]), start
            start = end


def _followed(strengths: Mapping[str, float], succession: Succession) -> Mapping[str, float]:
    """Give a term's strength also under the concepts that its own became."""
    if not succession.changes:
        return strengths
    made = dict(strengths)
    for key, strength in strengths.items():
        facet, concept, term = key.split("\t", 2)
        for _, part in succession.of((Facet(facet), concept)):
            made.setdefault(f"{facet}\t{part}\t{term}", strength)
    return made


def _cut(text: str, start: int) -> int:
    end = min(len(text), start + _PIECE)
    if end < len(text):
        space = text.rfind(" ", start + _PIECE // 2, end)
        end = space if space > 0 else end
    return end
