"""Questions and answers of a made corpus: to each questionnaire a hundred replies, worded alike in each language."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from extractors.document import Passage, PassageKind
from extractors.questionnaire.answer import Answer, AnswerKind
from tests.bench.warehouse.plan import Version
from tests.bench.warehouse.wording import wording

REPLIES = 100
"""Replies to a questionnaire, about."""
_QUESTIONS = 16
_FAMILIES = 23 * REPLIES
"""Contributions among which are so many replies."""


def answers(version: Version, passages: Sequence[Passage]) -> tuple[Answer, ...]:
    """Give what a reply says to each question; nothing for any other document."""
    if not version.work.questionnaire:
        return ()
    answering = [passage for passage in passages[7:] if passage.kind is not PassageKind.HEADING]
    asked = questions(version.work.number // _FAMILIES, version.language)
    return tuple(
        Answer(
            str(place), question, None, passage.text, AnswerKind.TEXT, question_passages=(passage.id,),
            question_paragraphs=(passage.paragraph,), answer_passages=(passage.id,),
            answer_paragraphs=(passage.paragraph,),
        )
        for place, (question, passage) in enumerate(zip(asked, answering, strict=False), 1)
    )  # fmt: skip


@cache
def questions(questionnaire: int, language: str) -> tuple[str, ...]:
    """Word a questionnaire in a language; its figures are the same in all."""
    chance = np.random.default_rng([questionnaire, 7])
    lengths, years = chance.integers(9, 30, size=_QUESTIONS), chance.integers(2010, 2030, size=_QUESTIONS)
    texts = wording(language).texts(np.random.default_rng([questionnaire, 8]), lengths)
    return tuple(f"{text} {year}?" for text, year in zip(texts, years.tolist(), strict=True))
