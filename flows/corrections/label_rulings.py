"""Decisions on the labels of one passage, as a person types them at the command line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows.corrections.label_names import ConceptNames
from flows.corrections.targets import find_target
from flows.corrections.texts import plain
from flows.errors import CorrectionError
from warehouse.connection import Connection
from warehouse.label_decisions import LabelDecision
from warehouse.label_places import Verdict
from warehouse.label_review import NamedConcept, PassageNow, named_concepts, passage_now


def decisions_on_passage(
    connection: Connection,
    word: str,
    paragraph: int,
    said: Mapping[Verdict, Sequence[str]],
    *,
    words: str,
    by: str,
    why: str,
) -> tuple[LabelDecision, ...]:
    """Read the names of labels that are accepted, rejected or added on a paragraph of the document called `word`.

    `words` are those of the passage that added labels rest on. Raises CorrectionError that tells all that is wrong.
    """
    reason = plain(why)
    if not reason:
        raise CorrectionError('Say why in a few words, for those who come after you: --why "It is about parents".')
    target = find_target(connection, word)
    passage = passage_now(connection, target.document, paragraph)
    if passage is None:
        raise CorrectionError(
            f"{target.name} has no paragraph {paragraph}. The column paragraph of the views labels and passages has "
            "the numbers, and the column place of the work list."
        )
    names = ConceptNames(named_concepts(connection))
    made, wrong = [], list(_wrong_words(passage, words, said))
    for verdict, written in said.items():
        for name in written:
            try:
                one = _decision(names.find_in_any(name), passage, verdict, words.strip())
            except CorrectionError as error:
                wrong.append(str(error))
            else:
                made.append(replace(one, document=target.document, by=by, why=reason))
    if wrong:
        raise CorrectionError("\n".join(wrong))
    return tuple(made)


def _wrong_words(passage: PassageNow, words: str, said: Mapping[Verdict, Sequence[str]]) -> Iterator[str]:
    if words.strip() not in passage.anchor.text:
        yield f'"{words.strip()}" does not stand in the passage. Copy the words from there.'
    if words.strip() and not said[Verdict.ADD]:
        yield "--words are those that an added label rests on; give --add with them."


def _decision(concept: NamedConcept, passage: PassageNow, verdict: Verdict, words: str) -> LabelDecision:
    suggested, evidence = passage.suggested.get((concept.facet, concept.id), (None, ()))
    if verdict is not Verdict.ADD and suggested is None:
        raise CorrectionError(
            f"{concept.facet.value}: {concept.name} is not suggested for this passage, so that there is nothing to "
            f"{verdict}. To give it the label: --add."
        )
    start = passage.anchor.text.find(words)
    quotes = {
        Verdict.ACCEPT: evidence,
        Verdict.REJECT: (),
        Verdict.ADD: ((start, start + len(words)),) if words else (),
    }[verdict]
    return LabelDecision(
        "", concept.facet, concept.id, concept.name, concept.taxonomy, verdict, replace(passage.anchor, quotes=quotes),
        passage.language, suggested, "", "",
    )  # fmt: skip
