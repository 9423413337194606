"""Blocks become passages: identified, placed under their headings, cut to a size that can be read and labelled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from extractors.block_cleaning import clean_block
from extractors.block_splitting import split_block
from extractors.document import Passage, PassageKind
from extractors.language.detection import detect_document
from extractors.reading import Block


def make_passages(sha256: str, blocks: Iterable[Block]) -> tuple[str, tuple[Passage, ...]]:
    """Turn a reading's blocks into passages; give the document's language and the passages in reading order.

    A block without text gives no passage, unless its text was deleted by a tracked change: then only `text` is empty.
    """
    pieces = tuple(_pieces(blocks))
    language, languages = detect_document([piece.text for piece in pieces])
    paths = _heading_paths(pieces)
    seen: Counter[str] = Counter()
    passages = []
    for place, (piece, path, own_language) in enumerate(zip(pieces, paths, languages, strict=True), start=1):
        seen[piece.text] += 1
        identity = _identity(sha256, piece.text, seen[piece.text])
        passages.append(_passage(piece, identity, place, path, own_language))
    return language, tuple(passages)


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        cleaned = clean_block(block)
        if cleaned.text.strip() or (cleaned.text_before or "").strip():
            yield from split_block(cleaned)


def _identity(sha256: str, text: str, occurrence: int) -> str:
    return blake2b(f"{sha256}\0{occurrence}\0{text}".encode(), digest_size=8).hexdigest()


def _heading_paths(pieces: Sequence[Block]) -> list[tuple[str, ...]]:
    # The path of a heading is that of its parents; of all else, the headings that it stands under.
    open_headings: list[tuple[int, str]] = []
    paths = []
    for piece in pieces:
        if piece.kind is PassageKind.HEADING:
            level = piece.level or 1
            open_headings = [heading for heading in open_headings if heading[0] < level]
        paths.append(tuple(text for _, text in open_headings))
        if piece.kind is PassageKind.HEADING and piece.text:
            open_headings.append((level, " ".join(piece.text.split())))
    return paths


def _passage(piece: Block, identity: str, place: int, path: tuple[str, ...], language: str) -> Passage:
    return Passage(
        id=identity,
        page=piece.page,
        paragraph=place,
        kind=piece.kind,
        heading_path=path,
        language=language,
        text=piece.text,
        number=piece.number,
        text_before=piece.text_before,
        revisions=piece.revisions,
        proposal=piece.proposal,
        table=piece.table,
        row=piece.row,
        confidence=piece.confidence,
    )
