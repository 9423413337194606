"""The taxonomy: the versioned scheme of frameworks, risk themes, levels, purposes and stakeholders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

import yaml

from models.errors import ClassificationError
from models.labels import Facet

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The six official languages of the Union, in which passages are labelled."""

_CURRENT = "2026.1.yaml"
LINE = "__line__"
"""Key under which a mapping that was read has the line that it begins on."""
_SECTIONS = MappingProxyType(
    {
        "framework_categories": Facet.FRAMEWORK,
        "risk_themes": Facet.RISK,
        "levels": Facet.LEVEL,
        "purposes": Facet.PURPOSE,
        "stakeholders": Facet.STAKEHOLDER,
    }
)
_KEYS = frozenset(
    # gca, mnr, co4c and oecd are of taxonomies from before there was crosswalk.yaml; nothing reads them.
    {"id", "name", "group", "definition", "includes", "excludes", "terms", "gca", "mnr", "co4c", "oecd", "csea"}
)
NO_LEVEL = "none"
"""The scheme's entry for a passage without geographic scope: it is not a label."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the scheme; its id is never used for another."""

    facet: Facet
    id: str
    name: str
    definition: str
    group: str | None = None
    """Of a risk theme: content, contact, conduct, contract or cross."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Terms by language; `закон*` stands for every word that begins so."""
    line: int = field(default=0, compare=False)
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A version of the scheme."""

    version: str
    concepts: tuple[Concept, ...]

    def of(self, facet: Facet) -> tuple[Concept, ...]:
        """Give the concepts of one facet, in the scheme's order."""
        return tuple(concept for concept in self.concepts if concept.facet is facet)


@cache
def load_taxonomy(path: Path | None = None) -> Taxonomy:
    """Read and check a taxonomy, by default the one that comes with Rapporteur.

    Raises ClassificationError that names file and line.
    """
    source = taxonomy_file(path)
    fail = failing(source)
    top = read_yaml(source, fail)
    if not isinstance(top, dict):
        fail(1, "a taxonomy has sections such as `risk_themes`")
    version = top.get("version")
    if not isinstance(version, str) or not version:
        fail(top, "`version` has to be a text such as '2026.1'")
    groups = top.get("risk_groups") or ()
    known = {*_SECTIONS, "version", "risk_groups", LINE}
    for key in top:
        if key not in known:
            fail(top, f"the section `{key}` is not known; known are {', '.join(sorted(known - {LINE}))}")
    concepts = [
        _concept(entry, facet, groups, fail)
        for section, facet in _SECTIONS.items()
        for entry in _entries(top, section, fail)
    ]
    _reject_doubles(top, concepts, fail)
    return Taxonomy(version, tuple(concept for concept in concepts if concept.id != NO_LEVEL))


Fail = Callable[[Any, str], NoReturn]


def taxonomy_file(path: Path | None = None) -> Path:
    """Give the file of a taxonomy, by default of the one that comes with Rapporteur."""
    return path or Path(str(resources.files("models").joinpath("taxonomy", _CURRENT)))


def failing(source: Path) -> Fail:
    """Give the function that refuses a file, with the line of an entry or a line itself."""

    def fail(place: Any, message: str) -> NoReturn:
        line = place.get(LINE) if isinstance(place, dict) else place
        raise ClassificationError(f"{source}, line {line}: {message}. Mend the taxonomy; nothing was classified.")

    return fail


class _LineLoader(yaml.SafeLoader):
    """Keeps with each mapping the line that it begins on."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        made = super().construct_mapping(node, deep=deep)
        made[LINE] = node.start_mark.line + 1
        return made


def read_yaml(source: Path, fail: Fail) -> Any:
    """Read a YAML file in which each mapping has its line under LINE."""
    try:
        # _LineLoader is a SafeLoader: it makes plain values only.
        return yaml.load(source.read_text(encoding="utf-8"), Loader=_LineLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        fail(line, f"this is not YAML ({error.problem})")
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ClassificationError(f"The taxonomy {source} cannot be read: {error}") from error


def _entries(top: dict[str, Any], section: str, fail: Fail) -> Iterator[dict[str, Any]]:
    entries = top.get(section)
    if not isinstance(entries, list) or not entries:
        fail(top, f"the section `{section}` has to be a list with at least one entry")
    for entry in entries:
        if not isinstance(entry, dict):
            fail(top, f"an entry of `{section}` has to begin with `- id:`, not {entry!r}")
        yield entry


def _concept(entry: dict[str, Any], facet: Facet, groups: Sequence[str], fail: Fail) -> Concept:
    for key in entry:
        if key not in _KEYS | {LINE}:
            fail(entry, f"the key `{key}` is not known; known are {', '.join(sorted(_KEYS))}")
    id_, definition = entry.get("id"), entry.get("definition")
    if not isinstance(id_, str) or not id_.replace("_", "").isalnum() or not id_.islower():
        fail(entry, f"an id is made of small letters, digits and _, not {id_!r}")
    if not isinstance(definition, str) or not definition:
        fail(entry, f"`{id_}` needs a definition")
    group = entry.get("group")
    if facet is Facet.RISK and group not in groups:
        fail(entry, f"`{id_}` needs a group out of {', '.join(groups)}, not {group!r}")
    return Concept(
        facet, id_, entry.get("name") or _name(id_), definition, group, _terms(entry, facet, fail), entry[LINE]
    )


def _terms(entry: dict[str, Any], facet: Facet, fail: Fail) -> Mapping[str, tuple[str, ...]]:
    terms = entry.get("terms")
    if terms is None:
        if facet in {Facet.FRAMEWORK, Facet.RISK}:
            fail(entry, f"`{entry['id']}` needs terms in each of {', '.join(LANGUAGES)}")
        return {}
    if not isinstance(terms, dict) or set(terms) - {LINE} != set(LANGUAGES):
        fail(entry, f"the terms of `{entry['id']}` have to be given in each of {', '.join(LANGUAGES)}")
    for language in LANGUAGES:
        some = terms[language]
        if not isinstance(some, list) or not some:
            fail(terms, f"`{entry['id']}` has no list of terms in {language}")
        for term in some:
            if not isinstance(term, str) or not term.strip(" *"):
                fail(terms, f"{term!r} is not a term (`{entry['id']}`, {language}); put it in quotes if it is a word")
    return {language: tuple(terms[language]) for language in LANGUAGES}


def _reject_doubles(top: dict[str, Any], concepts: Sequence[Concept], fail: Fail) -> None:
    lines = {
        (facet, entry.get("id")): entry[LINE]
        for section, facet in _SECTIONS.items()
        for entry in top[section]
        if isinstance(entry, dict)
    }
    seen: set[tuple[Facet, str]] = set()
    owners: dict[tuple[Facet, str, str], str] = {}
    for concept in concepts:
        if (concept.facet, concept.id) in seen:
            fail(lines[concept.facet, concept.id], f"the id `{concept.id}` is given twice")
        seen.add((concept.facet, concept.id))
        for language, terms in concept.terms.items():
            for term in terms:
                owner = owners.setdefault((concept.facet, language, term.casefold()), concept.id)
                if owner != concept.id:
                    fail(
                        lines[concept.facet, concept.id],
                        f"the term {term!r} ({language}) stands under `{owner}` and under `{concept.id}`",
                    )


def _name(id_: str) -> str:
    return id_.replace("_", " ").capitalize()
