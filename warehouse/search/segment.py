"""The words of a batch of documents as one segment of the index: for each term, the passages and places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from models.passage_words import PassageWords

Wholes = npt.NDArray[np.int64]
_LAST_PLACE = 65_535
"""Words of a passage behind this one count as standing there: no phrase is looked for so far behind."""
_SMALL = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is put into the index: its passages in sequence, by place and language, and their words."""

    document: str
    paragraphs: Sequence[int]
    languages: Sequence[str]
    words: PassageWords


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several documents, one document and passage after the other."""

    documents: Sequence[str]
    firsts: Wholes
    """Of each document, the number of its first passage."""
    spans: Wholes
    """Of each document, how many numbers it takes."""
    passage_documents: Wholes
    """Of each passage, the place of its document in `documents`."""
    numbers: Wholes
    languages: Sequence[str]
    counts: Wholes
    """Of each passage, how many words it has."""
    forms: pa.Table
    """Each different form once: language, word, stem."""
    sequence: Wholes
    """Of each word, the row of its form in `forms`."""


def joined(sources: Sequence[Source], next_number: int) -> Words:
    """Put the words of documents one after the other, and number their passages from `next_number` on."""
    forms, sequence = _joined_forms([one.words for one in sources])
    spans = np.array([max(one.paragraphs, default=0) for one in sources], np.int64)
    firsts = next_number + np.cumsum(spans) - spans
    owners = np.repeat(np.arange(len(sources)), [len(one.paragraphs) for one in sources])
    return Words(
        documents=[one.document for one in sources],
        firsts=firsts,
        spans=spans,
        passage_documents=owners,
        numbers=firsts[owners] + np.array([place for one in sources for place in one.paragraphs], np.int64) - 1,
        languages=[language for one in sources for language in one.languages],
        counts=np.array([count for one in sources for count in one.words.counts], np.int64),
        forms=forms,
        sequence=sequence,
    )


def postings(words: Words, terms: Wholes, segment: int) -> pa.Table:
    """Give the rows of a segment; `terms` has the term of each form, 0 for function words."""
    owners = np.repeat(np.arange(len(words.counts)), words.counts)
    places = np.arange(len(owners)) - np.repeat(np.cumsum(words.counts) - words.counts, words.counts)
    found = terms[words.sequence]
    kept = found > 0
    order, offsets, known = _by_term(found[kept])
    numbers = words.numbers[owners[kept]][order]
    is_first = np.ones(len(numbers), np.int64)
    is_first[1:] = numbers[1:] != numbers[:-1]
    is_first[offsets[:-1]] = 1
    lists = pa.array(offsets, pa.int32())
    return pa.table(
        {
            "segment": pa.array(np.full(len(known), segment), pa.uint32()),
            "term": pa.array(known, pa.uint32()),
            "found": pa.array(np.add.reduceat(is_first, offsets[:-1]) if len(known) else known, pa.uint32()),
            "passages": pa.ListArray.from_arrays(lists, pa.array(numbers, pa.uint32())),
            "places": pa.ListArray.from_arrays(
                lists, pa.array(np.minimum(places[kept][order], _LAST_PLACE), pa.uint16())
            ),
        }
    )


def lengths(words: Words, terms: Wholes) -> Wholes:
    """Give for each passage the number of its words without function words."""
    ends = np.cumsum(words.counts)
    sums = np.concatenate([[0], np.cumsum(terms[words.sequence] > 0)])
    made: Wholes = sums[ends] - sums[ends - words.counts]
    return made


def sizes(words: Words, kept: Wholes) -> Mapping[tuple[str, str], tuple[int, int]]:
    """Give passages and words by document and language, of passages that have words."""
    made: dict[tuple[str, str], tuple[int, int]] = {}
    for owner, language, count in zip(words.passage_documents.tolist(), words.languages, kept.tolist(), strict=True):
        if count:
            key = (words.documents[owner], language)
            passages, total = made.get(key, (0, 0))
            made[key] = (passages + 1, total + count)
    return made


def _by_term(found: Wholes) -> tuple[Wholes, Wholes, Wholes]:
    """Give the order that sorts words by term and leaves them in sequence, where each term begins, and the terms."""
    known, local, counts = np.unique(found, return_inverse=True, return_counts=True)
    # Small integers are sorted by their bytes, many times faster.
    small = local.astype(np.uint16 if len(known) < _SMALL else np.uint32)
    offsets = np.concatenate([[0], np.cumsum(counts)])
    return np.argsort(small, kind="stable"), offsets, known


def _joined_forms(words: Sequence[PassageWords]) -> tuple[pa.Table, Wholes]:
    """Give the forms of several documents, each once, and for every word the row of its form."""
    # By Arrow: most documents have hundreds of forms, and Python would be most of the cost of the index.
    lists = pc.split_pattern(pa.array([one.forms or None for one in words], pa.string()), "\n")
    encoded = lists.flatten().dictionary_encode()
    rows = encoded.indices.to_numpy()
    counts = pc.fill_null(pc.list_value_length(lists), 0).to_numpy()
    starts = np.cumsum(counts) - counts
    sequences = [np.frombuffer(one.sequence, np.uint32).astype(np.int64) for one in words]
    places = [sequence + start for sequence, start in zip(sequences, starts.tolist(), strict=True)]
    parts = pc.split_pattern(encoded.dictionary, "\t")
    forms = pa.table({name: pc.list_element(parts, place) for place, name in enumerate(("language", "word", "stem"))})
    return forms, rows[np.concatenate([np.empty(0, np.int64), *places])].astype(np.int64)
