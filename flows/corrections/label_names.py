"""The names of concepts as people write them into a sheet."""

import difflib
from collections import ChainMap
from collections.abc import Mapping, Sequence

from flows.corrections.texts import plain
from flows.errors import CorrectionError
from models.labels import Facet
from warehouse.label_review import NamedConcept


class ConceptNames:
    """Concepts by name and id, also by the names that they had in earlier versions of the taxonomy."""

    def __init__(self, concepts: Sequence[NamedConcept]) -> None:
        self._known: dict[Facet, dict[str, NamedConcept]] = {facet: {} for facet in Facet}
        for one in concepts:  # the newest taxonomy is first
            for word in (one.name, one.id):
                self._known[one.facet].setdefault(word.casefold(), one)
        newest = concepts[0].taxonomy if concepts else ""
        self._offered = {
            facet: {one.name.casefold(): one.name for one in concepts if (one.facet, one.taxonomy) == (facet, newest)}
            for facet in Facet
        }

    def find_in_any(self, written: str) -> NamedConcept:
        """Find a concept by its name or id in whatever facet; raises CorrectionError where several have it, or none."""
        word = plain(written).casefold()
        found = [names[word] for names in self._known.values() if word in names]
        if len(found) > 1:
            meant = " or ".join(f'"{one.facet.value}: {one.name}"' for one in found)
            raise CorrectionError(f'"{written}" could be several labels. Write {meant}.')
        before = word.partition(":")[0].strip()
        if before in set(Facet):
            return self.find(written, Facet(before))
        if found:
            return found[0]
        raise CorrectionError(
            f'"{written}" is no label that the taxonomy has.{_guess(word, {**ChainMap(*self._offered.values())})} '
            "The hidden sheet Names of a work list has all names."
        )

    def find(self, written: str, facet: Facet) -> NamedConcept:
        """Find a concept of a facet by its name or id; another facet stands before it: `risk: Grooming`.

        Raises CorrectionError that names the nearest ones.
        """
        word = plain(written)
        before, mark, rest = word.partition(":")
        if mark and before.strip().casefold() in set(Facet):
            facet, word = Facet(before.strip().casefold()), rest.strip()
        found = self._known[facet].get(word.casefold())
        if found is not None:
            return found
        elsewhere = [names[word.casefold()] for names in self._known.values() if word.casefold() in names]
        if elsewhere:
            meant = " or ".join(f'"{one.facet.value}: {one.name}"' for one in elsewhere)
            raise CorrectionError(f'"{word}" is no {facet.value}. Write {meant} if that is meant.')
        offered = self._offered[facet]
        raise CorrectionError(
            f'"{word}" is no {facet.value} that the taxonomy has.{_guess(word, offered)} '
            "Choose from the list of the cell; several names are parted by a semicolon."
        )


def _guess(word: str, offered: Mapping[str, str]) -> str:
    near = [offered[each] for each in difflib.get_close_matches(word.casefold(), offered, n=2)]
    return f" Did you mean {' or '.join(near)}?" if near else ""
