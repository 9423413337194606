"""What a person decided on a label wins over what was suggested, stays, and finds its passage again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from extractors.document import Document, Passage, PassageKind
from models.labels import Facet, Suggestion
from models.trust import Trust, TrustedLabel
from tests.warehouse.made import VERSIONS, document, entry, suggestion
from warehouse.anchoring import anchor_of
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection, open_snapshot
from warehouse.errors import WarehouseError
from warehouse.families.decisions import Action, FamilyDecision, decide_family, withdraw_family_decision
from warehouse.label_decisions import (
    Decided,
    LabelDecision,
    Suggested,
    decide_labels,
    recorded_label_decisions,
    taken_back,
    withdraw_label_decision,
)
from warehouse.label_places import Verdict, read_texts
from warehouse.load import Versions, load, load_batch
from warehouse.publish import publish
from warehouse.trust import Standing, label_standings, replace_trust

A, B = "a" * 64, "b" * 64
LAW = "Kenya adopted a law against the grooming of children, and the courts apply it."
FILTER = "A filter keeps pictures of abuse from the screens of schools and libraries."
TEXTS = (LAW, FILTER, "Thank you.")
CONCEPTS = (
    ConceptRow(Facet.RISK, "grooming", "Grooming", "contact"),
    ConceptRow(Facet.RISK, "csam", "Child sexual abuse material", "content"),
    ConceptRow(Facet.FRAMEWORK, "legal", "Legal framework"),
)


def suggestions(passages: Sequence[Passage], model: str = "rules-1") -> list[Suggestion]:
    """Grooming and a law over the threshold in the first passage, abuse under it in the second."""
    first, second = passages[0].id, passages[1].id
    made = [
        suggestion(first, Facet.RISK, "grooming", 0.9, (32, 40)),
        suggestion(first, Facet.FRAMEWORK, "legal", 0.6, (16, 19)),
        suggestion(second, Facet.RISK, "csam", 0.4, (15, 23)),
    ]
    return [replace(one, model=model) for one in made]


@pytest.fixture
def filled(connection: Connection) -> Connection:
    load_concepts(connection, "2026.1", CONCEPTS)
    made = document("a", TEXTS)
    load_batch(connection, [entry(made, *suggestions(made.passages))])
    return connection


def decision(
    connection: Connection,
    verdict: Verdict,
    facet: Facet,
    concept: str,
    *,
    paragraph: int = 1,
    document: str = A,
    quote: str = "",
    by: str = "Ann",
) -> LabelDecision:
    text = read_texts(connection, [document])[document]
    start = text.paragraphs[paragraph - 1].text.find(quote)
    anchor = anchor_of(text, paragraph - 1, [(start, start + len(quote))] if quote else [])
    suggested = Suggested(0.9, 0.5, "rules-1") if verdict is not Verdict.ADD else None
    name = {one.id: one.name for one in CONCEPTS}.get(concept, concept)
    return LabelDecision(
        document, facet, concept, name, "2026.1", verdict, anchor, "en", suggested, by, "Read on paper."
    )


def say(connection: Connection, verdict: Verdict, facet: Facet, concept: str, **more: Any) -> Decided:
    (made,) = decide_labels(connection, [decision(connection, verdict, facet, concept, **more)])
    return made


def labels(connection: Connection, columns: str = "paragraph, concept, standing") -> list[tuple[Any, ...]]:
    sql = f"SELECT {columns} FROM labels ORDER BY document, paragraph, concept"  # noqa: S608 - columns from below
    return connection.execute(sql).fetchall()


UNDECIDED = [(1, "grooming", "undecided"), (1, "legal", "undecided")]


def test_a_rejected_label_is_in_force_no_more_and_a_decided_one_counts_without_review(filled: Connection) -> None:
    say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    say(filled, Verdict.ACCEPT, Facet.RISK, "csam", paragraph=2)
    say(filled, Verdict.ADD, Facet.FRAMEWORK, "technical", paragraph=2, quote="filter")
    assert labels(filled, "paragraph, concept, name, score, trusted, standing, decided_by, decided_why") == [
        (1, "legal", "Legal framework", 0.6, False, "undecided", None, None),
        (2, "csam", "Child sexual abuse material", 0.4, True, "decided", "Ann", "Read on paper."),
        (2, "technical", "technical", None, True, "decided", "Ann", "Read on paper."),
    ]
    assert label_standings(filled) == (Standing(Facet.FRAMEWORK, 1, 1), Standing(Facet.RISK, 1, 0))
    assert filled.execute("SELECT concept FROM labels_to_review").fetchall() == [("legal",)]
    assert filled.execute("SELECT concept, documents_trusted FROM documents_by_risk").fetchall() == [("csam", 1)]


def test_the_evidence_of_an_added_label_is_what_was_quoted_or_the_whole_passage(filled: Connection) -> None:
    say(filled, Verdict.ADD, Facet.FRAMEWORK, "technical", paragraph=2, quote="filter")
    say(filled, Verdict.ADD, Facet.FRAMEWORK, "policy", paragraph=2)
    say(filled, Verdict.ACCEPT, Facet.RISK, "csam", paragraph=2)
    sql = "SELECT concept, quote, standing, decided_by FROM label_evidence WHERE paragraph = 2 ORDER BY concept"
    assert filled.execute(sql).fetchall() == [
        ("csam", "pictures", "decided", "Ann"),
        ("policy", FILTER, "decided", "Ann"),
        ("technical", "filter", "decided", "Ann"),
    ]


def test_the_latest_decision_counts_and_the_earlier_stays_as_taken_back(filled: Connection) -> None:
    assert say(filled, Verdict.REJECT, Facet.RISK, "grooming") == Decided(1, recorded=True)
    assert say(filled, Verdict.ACCEPT, Facet.RISK, "grooming", by="Bob") == Decided(2, recorded=True, replaced=(1,))
    assert labels(filled)[0] == (1, "grooming", "decided")
    sql = "SELECT id, verdict, decided_by, withdrawn_by, withdrawn_why, in_force FROM label_decisions ORDER BY id"
    assert filled.execute(sql).fetchall() == [
        (1, "reject", "Ann", "Bob", "Replaced by decision 2.", False),
        (2, "accept", "Bob", None, None, True),
    ]


def test_the_same_decision_again_is_none(filled: Connection) -> None:
    say(filled, Verdict.ACCEPT, Facet.RISK, "grooming")
    assert say(filled, Verdict.ACCEPT, Facet.RISK, "grooming", by="Bob") == Decided(1, recorded=False)
    assert say(filled, Verdict.ADD, Facet.RISK, "grooming", by="Bob") == Decided(1, recorded=False)
    twice = [decision(filled, Verdict.REJECT, Facet.FRAMEWORK, "legal")] * 2
    assert [one.recorded for one in decide_labels(filled, twice)] == [True, False]
    assert filled.execute("SELECT count(*) FROM raw.label_decisions").fetchall() == [(2,)]


def test_a_decision_can_be_taken_back_and_its_history_stays(filled: Connection) -> None:
    made = say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    assert [one.number for one in recorded_label_decisions(filled)] == [1]
    assert withdraw_label_decision(filled, made.number, by="Bob", why="It says so.") == A
    assert labels(filled) == UNDECIDED
    assert filled.execute("SELECT withdrawn_by, withdrawn_why FROM label_decisions").fetchall() == [
        ("Bob", "It says so.")
    ]
    assert recorded_label_decisions(filled) == ()
    assert [key[0] for key in taken_back(filled, [A])] == [A]
    with pytest.raises(WarehouseError, match="No decision number 1 on labels stands"):
        withdraw_label_decision(filled, made.number, by="Bob", why="Again.")
    assert say(filled, Verdict.REJECT, Facet.RISK, "grooming").recorded


def test_it_is_kept_what_was_suggested_when_it_was_decided(filled: Connection) -> None:
    say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    made = document("a", TEXTS)
    load_batch(filled, [entry(made, *suggestions(made.passages, "another-2"))])
    sql = "SELECT suggested_score, suggested_threshold, suggested_model, taxonomy FROM label_decisions"
    assert filled.execute(sql).fetchall() == [(0.9, 0.5, "rules-1", "2026.1")]
    assert labels(filled) == UNDECIDED[1:]


def test_decisions_need_a_document_a_person_and_a_reason(filled: Connection) -> None:
    good = decision(filled, Verdict.ACCEPT, Facet.RISK, "grooming")
    with pytest.raises(WarehouseError, match="no document bbbb"):
        decide_labels(filled, [good, replace(good, document=B)])
    with pytest.raises(WarehouseError, match="who decides and why"):
        decide_labels(filled, [good, replace(good, why=" ")])
    assert filled.execute("SELECT count(*) FROM raw.label_decisions").fetchall() == [(0,)]


def reread(texts: Sequence[str], sign: str = "a") -> Document:
    """The same bytes, read by another version of the reader: other ids, other places."""
    made = document(sign, texts)
    return replace(made, passages=tuple(replace(one, id=f"new-{one.id}") for one in made.passages))


@pytest.fixture
def decided(filled: Connection) -> Connection:
    say(filled, Verdict.REJECT, Facet.FRAMEWORK, "legal")
    say(filled, Verdict.ACCEPT, Facet.RISK, "grooming", quote="grooming")
    say(filled, Verdict.ADD, Facet.FRAMEWORK, "technical", paragraph=2)
    return filled


def test_decisions_survive_that_the_document_is_loaded_again(decided: Connection) -> None:
    before = labels(decided)
    made = document("a", TEXTS)
    load(decided, made, suggestions(made.passages), versions=VERSIONS)
    assert labels(decided) == before == [(1, "grooming", "decided"), (2, "technical", "decided")]


def test_decisions_survive_another_reader_that_cuts_the_document_otherwise(decided: Connection) -> None:
    cut = LAW.index(", and")
    made = reread(("Contents", LAW[: cut + 1], LAW[cut + 2 :], FILTER.replace("pictures", "pic-\ntures"), "Thank you."))
    found = [suggestion(made.passages[2].id, Facet.FRAMEWORK, "legal", 0.8)]
    load(decided, made, found, versions=Versions("reader-2", "rules-1", "2026.1"))
    assert labels(decided, "paragraph, concept, evidence") == [
        (2, "grooming", [{"start": 32, "end": 40}]),
        (4, "technical", [{"start": 0, "end": len(FILTER) + 2}]),
    ]
    sql = "SELECT id, paragraphs FROM label_decisions ORDER BY id"
    assert decided.execute(sql).fetchall() == [(1, [2, 3]), (2, [2]), (3, [4])]


def test_what_finds_no_passage_is_listed_and_counts_again_when_the_text_comes_back(decided: Connection) -> None:
    before = labels(decided)
    load(decided, reread(("A page that could not be read.",)), [], versions=VERSIONS)
    assert labels(decided) == []
    sql = "SELECT id, verdict, text, reason FROM unplaced_decisions ORDER BY id"
    reason = "Its words are not in the document as it is read now."
    assert decided.execute(sql).fetchall() == [
        (1, "reject", LAW, reason),
        (2, "accept", LAW, reason),
        (3, "add", FILTER, reason),
    ]
    assert [one.unplaced for one in recorded_label_decisions(decided)] == [reason] * 3
    load(decided, reread(TEXTS), suggestions(reread(TEXTS).passages), versions=VERSIONS)
    assert labels(decided) == before
    assert decided.execute(sql).fetchall() == []


def test_decisions_survive_another_model(decided: Connection) -> None:
    made = document("a", TEXTS)
    other = [
        suggestion(made.passages[0].id, Facet.FRAMEWORK, "legal", 1.0),
        suggestion(made.passages[1].id, Facet.FRAMEWORK, "technical", 0.7, (2, 8)),
    ]
    load(decided, made, [replace(one, model="net-9") for one in other], versions=VERSIONS)
    assert labels(decided, "paragraph, concept, standing, score, model") == [
        (1, "grooming", "decided", None, None),
        (2, "technical", "decided", 0.7, "net-9"),
    ]


def test_decisions_survive_a_taxonomy_with_other_names_and_without_a_concept(decided: Connection) -> None:
    renamed = (ConceptRow(Facet.FRAMEWORK, "technical", "Tools"),)
    load_concepts(decided, "2027.1", renamed)
    load(decided, document("a", TEXTS), [], versions=Versions("reader-1", "rules-1", "2027.1"))
    assert labels(decided, "concept, name, standing") == [
        ("grooming", "Grooming", "decided"),
        ("technical", "Tools", "decided"),
    ]
    sql = "SELECT concept, name, taxonomy FROM label_decisions WHERE verdict <> 'reject' ORDER BY id"
    assert decided.execute(sql).fetchall() == [("grooming", "Grooming", "2026.1"), ("technical", "technical", "2026.1")]


def test_a_label_that_passed_the_gate_can_be_rejected(filled: Connection) -> None:
    replace_trust(filled, Trust("rules-1", frozenset({TrustedLabel("en", Facet.RISK, "grooming")})))
    assert labels(filled)[0] == (1, "grooming", "trusted")
    say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    assert labels(filled) == UNDECIDED[1:]


def merge(connection: Connection) -> int:
    return decide_family(connection, FamilyDecision(Action.MERGE, A, B, "Ann", "A revision."))


def test_a_decision_holds_for_the_same_words_in_other_versions_and_for_no_other_document(filled: Connection) -> None:
    other = document("b", ("Revised.", *TEXTS))
    load_batch(filled, [entry(other, *suggestions(other.passages[1:]))])
    say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    sql = "SELECT document[1], concept FROM labels WHERE facet = 'risk' ORDER BY ALL"
    assert filled.execute(sql).fetchall() == [("b", "grooming")]
    number = merge(filled)
    assert filled.execute(sql).fetchall() == []
    assert filled.execute("SELECT paragraphs, versions FROM label_decisions").fetchall() == [([1], [B])]
    load_batch(filled, [entry(other, *suggestions(other.passages[1:]))])
    assert filled.execute(sql).fetchall() == []
    withdraw_family_decision(filled, number, by="Ann", why="No.")
    assert filled.execute(sql).fetchall() == [("b", "grooming")]


def test_what_was_decided_on_a_document_itself_counts_before_what_another_version_lends_it(filled: Connection) -> None:
    other = document("b", TEXTS)
    load_batch(filled, [entry(other, *suggestions(other.passages))])
    merge(filled)
    say(filled, Verdict.ACCEPT, Facet.RISK, "grooming", document=B)
    say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    sql = "SELECT document[1], decision FROM labels WHERE facet = 'risk' ORDER BY ALL"
    assert filled.execute(sql).fetchall() == [("b", 1)]


def test_another_language_has_its_own_decisions(filled: Connection) -> None:
    other = document("b", TEXTS, language="fr")
    load_batch(filled, [entry(other, *suggestions(other.passages))])
    merge(filled)
    say(filled, Verdict.REJECT, Facet.RISK, "grooming")
    assert filled.execute("SELECT versions FROM label_decisions").fetchall() == [([],)]


def test_the_snapshot_has_the_decisions(decided: Connection, tmp_path: Any) -> None:
    publish(decided, tmp_path / "contributions.duckdb")
    with open_snapshot(tmp_path / "contributions.duckdb") as snapshot:
        assert labels(snapshot) == labels(decided)


def test_a_passage_without_words_keeps_its_decision_where_it_stands(connection: Connection) -> None:
    made = replace(document("a", ("— —", "Yes")), passages=())
    row = Passage("x", None, 1, PassageKind.TABLE_ROW, (), "und", "—", table=0, row=0)
    load(connection, replace(made, passages=(row,)), [], versions=VERSIONS)
    say(connection, Verdict.ADD, Facet.RISK, "grooming")
    load(connection, replace(made, passages=(row,)), [], versions=VERSIONS)
    assert labels(connection) == [(1, "grooming", "decided")]
