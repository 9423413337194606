"""Which labels of which language count without review, kept beside the model that was measured."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from importlib import resources
from pathlib import Path

from models.errors import ClassificationError
from models.labels import Facet

TRUST = "trust.toml"
_NOTE = "# Made by `rapporteur evaluate --write-gates` from models/gates.toml; not for editing by hand.\n"


@dataclass(frozen=True, slots=True, order=True)
class TrustedLabel:
    """A label that counts without review in one language."""

    language: str
    facet: Facet
    concept: str


@dataclass(frozen=True, slots=True)
class Trust:
    """What passed the gates, and for which model."""

    model: str
    """Name and version as suggestions carry it."""
    labels: frozenset[TrustedLabel]


def by_language(labels: Iterable[TrustedLabel]) -> dict[str, dict[str, list[str]]]:
    """Give the labels by language and facet, in the order of the alphabet."""
    made: dict[str, dict[str, list[str]]] = {}
    for one in sorted(labels):
        made.setdefault(one.language, {}).setdefault(one.facet.value, []).append(one.concept)
    return made


def write_trust(trust: Trust, folder: Path | None = None) -> Path:
    """Write what passed beside the model, with the model's fingerprint, and give the file."""
    source = folder or _folder()
    lines = [_NOTE, f"model = {json.dumps(trust.model)}", f"fingerprint = {json.dumps(fingerprint(source))}"]
    for language, facets in by_language(trust.labels).items():
        lines += ["", f"[labels.{language}]", *(f"{facet} = {json.dumps(some)}" for facet, some in facets.items())]
    file = source / TRUST
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def load_trust(folder: Path | None = None) -> Trust:
    """Read what passed; of another model than the one beside it, or of none, nothing has.

    Raises ClassificationError for a file that cannot be read.
    """
    source = folder or _folder()
    try:
        data = tomllib.loads((source / TRUST).read_text(encoding="utf-8"))
        labels = frozenset(
            TrustedLabel(language, Facet(facet), concept)
            for language, facets in data.get("labels", {}).items()
            for facet, some in facets.items()
            for concept in some
        )
        model, made_for = str(data["model"]), data["fingerprint"]
    except FileNotFoundError:
        return Trust("", frozenset())
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ClassificationError(
            f"{source / TRUST} cannot be used: {error}. Make it again with `rapporteur evaluate --write-gates`, or "
            "delete it: every label then waits for review."
        ) from error
    return Trust(model, labels if made_for == fingerprint(source) else frozenset())


def fingerprint(folder: Path | None = None) -> str:
    """Give a hash of the trained model and the rules, which what passed the gates belongs to."""
    source = folder or _folder()
    made = blake2b(resources.files("models").joinpath("rules.toml").read_bytes(), digest_size=16)
    for file in sorted(source.iterdir()):
        if file.is_file() and file.name != TRUST and not file.name.startswith("."):
            made.update(file.name.encode() + b"\0" + file.read_bytes())
    return made.hexdigest()


def _folder() -> Path:
    return Path(str(resources.files("models").joinpath("trained")))
