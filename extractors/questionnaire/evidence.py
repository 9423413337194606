"""Whether a document says of itself that it is a questionnaire or a reply to one."""

import re
from collections.abc import Sequence

from extractors.document import Passage, PassageKind
from extractors.questionnaire.vocabulary import rules, vocabulary

_SENTENCE = re.compile(r"[^.!?。！？؟\n]+")
_MOST_WORDS = 40


def is_evident(title: str | None, passages: Sequence[Passage]) -> bool:
    """Tell whether the title, a heading or the opening names a questionnaire as what this document is."""
    words = vocabulary()
    if title and words.questionnaire.search(title):
        return True
    opening = passages[: rules().opening]
    if any(passage.kind is PassageKind.HEADING and words.questionnaire.search(passage.text) for passage in opening):
        return True
    return any(
        len(sentence[0].split()) <= _MOST_WORDS
        and words.questionnaire.search(sentence[0])
        and words.replying.search(sentence[0])
        for passage in opening
        for sentence in _SENTENCE.finditer(passage.text)
    )
