"""Whether a document says of itself that it is a questionnaire or a reply to one."""

import re
from collections.abc import Sequence
from enum import IntEnum

from extractors.document import Passage, PassageKind
from extractors.questionnaire.vocabulary import rules, vocabulary

_SENTENCE = re.compile(r"[^.!?。！？؟\n]+")
_MOST_WORDS = 40


class Evidence(IntEnum):
    """How much a document says of it."""

    NONE = 0
    MENTIONED = 1
    """Its opening speaks of replies to a questionnaire, or its title of a reply to a circular letter."""
    NAMED = 2
    """Its title or a heading at its beginning names it so."""


def evidence(title: str | None, passages: Sequence[Passage]) -> Evidence:
    """Tell what the title, the headings and the sentences of the opening say.

    A title that speaks of what came out of a questionnaire (results, a summary) says that the document is about one.
    """
    words = vocabulary()
    opening = passages[: rules().opening]
    headings = [passage.text for passage in opening if passage.kind is PassageKind.HEADING]
    titles = [text for text in (title, *headings) if text]
    named = [text for text in titles if words.questionnaire.search(text)]
    if any(words.about.search(text) for text in named):
        return Evidence.NONE
    if named:
        return Evidence.NAMED
    if any(words.circular.search(text) and words.replying.search(text) for text in titles):
        return Evidence.MENTIONED
    mentions = any(
        len(sentence[0].split()) <= _MOST_WORDS
        and words.questionnaire.search(sentence[0])
        and words.replying.search(sentence[0])
        for passage in opening
        for sentence in _SENTENCE.finditer(passage.text)
    )
    return Evidence.MENTIONED if mentions else Evidence.NONE
