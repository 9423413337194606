"""Who proposes to insert or delete what, in which provision of which resolution."""

from dataclasses import replace
from typing import Any

import pytest

from extractors.document import MediaType, Passage, PassageKind, ProposalKind, Revision, RevisionKind
from tests.warehouse.marts.contributed import FRANCE, KENYA, Contribution, contribute
from warehouse.connection import Connection

ANNEX = "Annex: proposed revision of Resolution 179 (Rev. Bucharest, 2022)"
MOD, ADD, SUP, NOC = ProposalKind.MOD, ProposalKind.ADD, ProposalKind.SUP, ProposalKind.NOC
INSERTION, DELETION = RevisionKind.INSERTION, RevisionKind.DELETION


def provision(
    place: int, text: str, proposal: ProposalKind | None = None, number: str | None = None, *,
    under: str = "considering", kind: PassageKind = PassageKind.LIST_ITEM, headings: tuple[str, ...] = (ANNEX,),
) -> Passage:  # fmt: skip
    path = (*headings, under) if under else headings
    return Passage(f"p-{place}", None, place, kind, path, "en", text, number, proposal=proposal)


def tracked(passage: Passage, before: str, *revisions: Revision) -> Passage:
    return replace(passage, text_before=before, revisions=revisions)


def mark(place: int, kind: ProposalKind, number: str = "") -> Passage:
    return provision(place, f"{kind}\t{number}".strip(), kind, kind=PassageKind.PARAGRAPH)


CHANGED = tracked(
    provision(2, "of grave risks;", MOD, "b)"),
    "of some risks;",
    Revision(DELETION, (3, 7), "some", "Ann", "2025-01-01T10:00:00Z"),
    Revision(INSERTION, (3, 8), "grave", "Bob", None),
)


def redlines(connection: Connection, columns: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT {columns} FROM resolution_redlines ORDER BY paragraph, position").fetchall()  # noqa: S608


def proposed(connection: Connection, *passages: Passage, **header: Any) -> None:
    contribute(connection, Contribution("CWG-COP-19/7-E", passages=passages, **header))


def test_each_tracked_change_says_who_changes_what_and_where(connection: Connection) -> None:
    proposed(connection, mark(1, MOD, "ACP/7/1"), CHANGED, sources=(KENYA, FRANCE))
    shared = ("CWG-COP-19/7-E", ["France", "Kenya"], ["FRA", "KEN"], "179", "considering b)", "MOD", "ACP/7/1")
    assert redlines(
        connection,
        "symbol, delegations, states, resolution, provision, proposal, proposal_number, change, words, text_before, "
        "text_after, author, written_at, paragraph, position",
    ) == [
        (*shared, "deletion", "some", "of some risks;", "of grave risks;", "Ann", "2025-01-01T10:00:00Z", 2, 1),
        (*shared, "insertion", "grave", "of some risks;", "of grave risks;", "Bob", None, 2, 2),
    ]


def test_a_tracked_change_needs_no_mark(connection: Connection) -> None:
    proposed(connection, replace(CHANGED, proposal=None))
    assert redlines(connection, "proposal, proposal_number, change, words") == [
        (None, None, "deletion", "some"),
        (None, None, "insertion", "grave"),
    ]


def test_marked_provisions_without_tracked_changes_are_whole_proposals(connection: Connection) -> None:
    proposed(
        connection,
        mark(1, MOD, "ACP/7/1"),
        provision(2, "considering", MOD, under="", kind=PassageKind.HEADING),
        provision(3, "the new wording;", MOD, "a)"),
        mark(4, ADD),
        provision(5, "a new one;", ADD, "b)"),
        mark(6, SUP, "ACP/7/3"),
        provision(7, "what goes;", SUP, "c)"),
        mark(8, NOC, "ACP/7/4"),
        provision(9, "what stays;", NOC, "d)"),
    )
    assert redlines(connection, "provision, proposal_number, change, words, text_before, text_after") == [
        ("considering a)", "ACP/7/1", "new_wording", "the new wording;", None, "the new wording;"),
        ("considering b)", None, "insertion", "a new one;", "", "a new one;"),
        ("considering c)", "ACP/7/3", "deletion", "what goes;", "what goes;", ""),
        ("considering d)", "ACP/7/4", "no_change", "what stays;", "what stays;", "what stays;"),
    ]


def test_where_changes_are_tracked_the_rest_of_a_marked_text_stands_as_it_is(connection: Connection) -> None:
    proposed(connection, mark(1, MOD), CHANGED, provision(3, "an old one;", MOD, "c)"))
    assert {words for (words,) in redlines(connection, "words")} == {"some", "grave"}


def test_a_text_without_changes_has_no_redlines(connection: Connection) -> None:
    proposed(connection, provision(1, "MOD is what the mark is called in Resolution 179."))
    assert redlines(connection, "words") == []


@pytest.mark.parametrize(
    ("headings", "title", "resolution"),
    [
        (("Resolution 179 (Rev. Bucharest, 2022)",), None, "179"),
        (("RÉSOLUTION 179",), None, "179"),
        (("Resolución n.º 179",), None, "179"),
        (("Проект пересмотра Резолюции 179",), None, "179"),
        (("القرار رقم 179",), None, "179"),
        (("第179号决议",), None, "179"),
        (("Resolution 1306", "Resolution 179"), "Resolution 67", "179"),
        (("DRAFT NEW RESOLUTION [ARB-1]",), "Resolution 67", "[ARB-1]"),
        (("The resolution and its 3 parts",), "Proposals on Resolution 67", "67"),
        (("Annex",), "Proposals for 2022", None),
    ],
)
def test_the_innermost_heading_with_a_number_names_the_resolution(
    connection: Connection, headings: tuple[str, ...], title: str | None, resolution: str | None
) -> None:
    proposed(connection, provision(1, "a new one;", ADD, headings=headings), title=title)
    assert redlines(connection, "resolution") == [(resolution,)]


def test_language_versions_and_older_revisions_are_not_repeated(connection: Connection) -> None:
    for symbol, language in (("7-E", "en"), ("7-F", "fr"), ("7(Rev.1)-E", "en"), ("7(Rev.1)-F", "fr")):
        contribute(
            connection, Contribution(f"CWG-COP-19/{symbol}", passages=(mark(1, MOD), CHANGED), language=language)
        )
    assert redlines(connection, "symbol, change") == [
        ("CWG-COP-19/7(Rev.1)-E", "deletion"),
        ("CWG-COP-19/7(Rev.1)-E", "insertion"),
    ]


def test_the_word_file_with_the_changes_speaks_though_a_pdf_is_in_force(connection: Connection) -> None:
    clean = Passage("q-1", 1, 1, PassageKind.LIST_ITEM, (ANNEX,), "en", "of grave risks;", "b)")
    contribute(
        connection,
        Contribution("CWG-COP-19/7-E", passages=(mark(1, MOD), CHANGED)),
        Contribution("CWG-COP-19/7-E", passages=(clean,), media_type=MediaType.PDF),
    )
    assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(1,)]
    assert redlines(connection, "change") == [("deletion",), ("insertion",)]
