"""The signature of a document: what tells its copies, revisions and translations without reading it again."""

import re
import struct
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any
from zlib import crc32

from rensa import RMinHash

from extractors.document import Document
from extractors.figures import figures

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[\n\t]")
_WITHOUT_SPACES = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese characters and Japanese letters."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a document's text and build come down to; equal documents have equal signatures on every machine."""

    version: str
    """Signatures of different versions cannot be compared."""
    shingles: int
    """Number of different shingles of the text."""
    minhash: tuple[int, ...]
    """MinHash of the shingles, 32 bits each; empty where the text is too short to tell."""
    figures: tuple[int, ...]
    """Hashes of the numbers and addresses in the text, in rising order; odd ones are strong (see `figures`)."""
    kinds: str
    """A letter for each passage behind the header block: heading, table row, note or other."""
    lengths: tuple[int, ...]
    """Characters of the same passages."""
    bands: tuple[int, ...]
    """Hashes; documents that share one are worth a comparison."""


def signature(document: Document) -> Signature:
    """Make the signature of a document; the fields of its header have no part in it."""
    header = document.header
    end = max((one.span[1] for one in header.provenance), default=0)
    return text_signature([(passage.kind, passage.text) for passage in document.passages], header.text[:end])


def text_signature(passages: Sequence[tuple[str, str]], header_block: str) -> Signature:
    """Make the signature of passages (kind and text); those that are lines of the header block are left out."""
    settings = _settings()
    body = list(_body(passages, header_block))
    text = " ".join(text for _, text in body)
    shingles = set(_shingles(text))
    minhash = _minhash(shingles, settings["shingles"])
    found = figures(text)
    hashes = sorted({crc32(figure.encode()) & ~1 | strong for figure, strong in found.items()})
    profile = body[: settings["profile"]["most"]]
    return Signature(
        version=signature_version(),
        shingles=len(shingles),
        minhash=minhash,
        figures=tuple(hashes[: settings["figures"]["most"]]),
        kinds="".join(_letter(kind) for kind, _ in profile),
        lengths=tuple(max(1, len(text)) for _, text in profile),
        bands=(
            *_bands("text", minhash, settings["shingles"]),
            *_bands("figures", _minhash(set(found), settings["figures"]), settings["figures"]),
        ),
    )


def signature_version() -> str:
    """Give the version of the signatures that this program makes."""
    return f"{_settings()['version']}.{RMinHash.ALGORITHM_VERSION}"


def _body(passages: Sequence[tuple[str, str]], header_block: str) -> Iterator[tuple[str, str]]:
    # The header block is in the passages as well; its numbers and words are those of the meeting, not of the document.
    block = " ".join(header_block.split())
    for place, (kind, text) in enumerate(passages):
        in_header = place < _settings()["profile"]["header_passages"] and all(
            " ".join(line.split()) in block for line in _BREAK.split(text)
        )
        if not in_header:
            yield kind, text


def _shingles(text: str) -> Iterator[str]:
    sizes = _settings()["shingles"]
    plain = unicodedata.normalize("NFKC", text).casefold()
    for spaceless, run in groupby(_tokens(plain), key=lambda token: bool(_WITHOUT_SPACES.match(token))):
        tokens = list(run)
        size, glue = (sizes["characters"], "") if spaceless else (sizes["words"], " ")
        yield from (glue.join(tokens[place : place + size]) for place in range(max(1, len(tokens) - size + 1)))


def _tokens(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or not _WITHOUT_SPACES.search(word):
            yield word
        else:
            yield from word


def _minhash(tokens: set[str], settings: dict[str, Any]) -> tuple[int, ...]:
    if len(tokens) < settings["least"]:
        return ()
    made = RMinHash(num_perm=settings["permutations"], seed=_settings()["shingles"]["seed"])
    made.update(list(tokens))
    return tuple(made.digest())


def _bands(name: str, minhash: Sequence[int], settings: dict[str, Any]) -> Iterator[int]:
    rows = settings["rows"]
    start = crc32(name.encode())
    if minhash:
        for band in range(settings["bands"]):
            yield crc32(struct.pack(f"<B{rows}I", band, *minhash[band * rows : (band + 1) * rows]), start)


def _letter(kind: str) -> str:
    profile = _settings()["profile"]
    return str(profile["letters"].get(kind, profile["other"]))


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads((resources.files("extractors") / "signature.toml").read_text("utf-8"))
