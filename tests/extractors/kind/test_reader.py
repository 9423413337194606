from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.document import (
    Document,
    Header,
    MediaType,
    Passage,
    PassageKind,
    Properties,
    ProposalKind,
    Revision,
    RevisionKind,
)
from extractors.header.sources import read_sources
from extractors.kind.document_kind import DocumentKind
from extractors.kind.reader import tell_kind
from extractors.kind.rules import rules
from extractors.questionnaire.answer import Answer, AnswerKind

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def _passage(number: int, *, changed: int = 0, mark: bool = False) -> Passage:
    text = "x" * max(changed, 5)
    revisions = (Revision(RevisionKind.INSERTION, (0, changed), text[:changed], None, None),) if changed else ()
    proposal = ProposalKind.MOD if mark else None
    kind = PassageKind.PARAGRAPH
    return Passage(f"p{number}", 1, number, kind, (), "en", text, revisions=revisions, proposal=proposal)


def _document(case: dict[str, Any], answers: tuple[Answer, ...] = ()) -> Document:
    title, source = case["title"], case.get("source")
    header = Header(
        text="\n".join([*case.get("lines", []), title]),
        title=title,
        symbol=case.get("symbol"),
        sources=read_sources([source]) if source else (),
    )
    marks = [_passage(number, mark=True) for number in range(2, 2 + case.get("marks", 0))]
    passages = (_passage(1, changed=case.get("changed", 0)), *marks)
    properties = Properties(producer=case.get("producer"))
    return Document("a" * 64, MediaType.PDF, "en", 1, header, passages, (), properties=properties, answers=answers)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_kind_is_told_with_a_reason(case: dict[str, Any]) -> None:
    kind, reason = tell_kind(_document(case))
    assert kind == case["kind"]
    assert bool(reason) == (kind is not DocumentKind.OTHER)
    assert "{" not in reason


def test_every_kind_is_told_by_a_rule_and_has_a_case() -> None:
    kinds = set(DocumentKind)
    assert {rule.kind for rule in rules()} == kinds - {DocumentKind.OTHER}
    assert {DocumentKind(case["kind"]) for case in CASES} == kinds


def test_a_questionnaire_that_is_filled_in_is_a_reply() -> None:
    answered = Answer("1", "Is there a plan?", None, "There is.", AnswerKind.TEXT)
    empty = Answer("1", "Is there a plan?", None, "", AnswerKind.EMPTY)
    case = {"title": "National frameworks", "source": "Kenya"}
    kind, reason = tell_kind(_document(case, (answered,) * 6))
    assert (kind, reason) == ("questionnaire_reply", "It is a questionnaire that is filled in (6 answers).")
    assert tell_kind(_document(case, (empty,) * 6))[0] == "contribution"


def test_the_reason_quotes_what_was_found() -> None:
    assert tell_kind(_document({"title": "Reply to Circular Letter CL-20/36", "source": "Kenya"})) == (
        "circular_reply",
        'Its title says that it replies to a circular ("Reply to Circular Letter CL-20/36").',
    )
    assert tell_kind(_document({"title": "Filters", "source": "Kenya and Uganda"}))[1] == (
        "It was submitted by Kenya, Uganda."
    )


def test_where_no_title_was_read_the_first_line_counts() -> None:
    passage = Passage("p1", 1, 1, PassageKind.PARAGRAPH, (), "en", "Liaison statement to Study Group 17")
    document = Document("a" * 64, MediaType.DOCX, "en", None, Header(), (passage,), ())
    assert tell_kind(document)[0] == "liaison_statement"
    assert tell_kind(Document("a" * 64, MediaType.DOCX, "en", None, Header(), (), ())) == ("other", "")
