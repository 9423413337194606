"""Hand-made documents and suggestions."""

from collections.abc import Sequence
from datetime import date

from extractors.document import (
    Cell,
    Document,
    Doubt,
    Header,
    MediaType,
    OutlineEntry,
    Passage,
    PassageKind,
    Properties,
    ProposalKind,
    Provenance,
    Remark,
    Revision,
    RevisionKind,
    Source,
    Table,
)
from extractors.header.vocabulary import Action, Category, Region, Status
from extractors.kind.document_kind import DocumentKind
from extractors.questionnaire.answer import Answer, AnswerKind
from models.labels import Evidence, Facet, Suggestion
from warehouse.load import Entry, Versions

VERSIONS = Versions("reader-1", "rules-1", "2026.1")


def passages(sha256: str, texts: Sequence[str], language: str = "en") -> tuple[Passage, ...]:
    return tuple(
        Passage(f"{sha256[:8]}-{place}", 1, place, PassageKind.PARAGRAPH, ("1 Introduction",), language, text)
        for place, text in enumerate(texts, 1)
    )


def document(
    sign: str = "a",
    texts: Sequence[str] = ("A law against grooming.", "A filter."),
    *,
    language: str = "en",
    sources: Sequence[Source] = (Source("France", "FRA"),),
) -> Document:
    header = Header(f"C/{sign}-E", symbol=f"C/{sign}-E", sources=tuple(sources), original_languages=(language, "fr"))
    sha256 = sign * 64
    return Document(sha256, MediaType.PDF, language, 1, header, passages(sha256, texts, language), ())


def suggestion(passage: str, facet: Facet, concept: str, score: float = 0.9, *spans: tuple[int, int]) -> Suggestion:
    return Suggestion(passage, facet, concept, score, 0.5, tuple(Evidence(*span) for span in spans), "rules-1")


def entry(made: Document, *suggestions: Suggestion) -> Entry:
    return Entry(made, suggestions, VERSIONS)


def full_document() -> Document:
    """A document with something in every field."""
    sha256 = "f" * 64
    revisions = (
        Revision(RevisionKind.INSERTION, (4, 7), "new", "Ann", "2024-05-01T10:00:00Z"),
        Revision(RevisionKind.DELETION, (4, 7), "old", None, None),
    )
    tracked = Passage(
        "f-1",
        None,
        1,
        PassageKind.LIST_ITEM,
        ("A", "B"),
        "en",
        "the new text",
        number="a)",
        text_before="the old text",
        revisions=revisions,
        proposal=ProposalKind.MOD,
        confidence=0.75,
    )
    row = Passage("f-2", None, 2, PassageKind.TABLE_ROW, (), "und", "x\ty", table=0, row=0)
    header = Header(
        text="C20/57-E\tGeneva",
        symbol="C20/57-E",
        body="Council",
        meeting="Council 2020",
        meeting_place="Geneva",
        meeting_date=date(2020, 6, 9),
        document_date=date(2020, 5, 1),
        original_languages=("en", "ru"),
        sources=(
            Source("France", "FRA", region=Region.EUR, category=Category.MEMBER_STATE),
            Source("Spain", "ESP"),
            Source("A club"),
        ),
        title="On children",
        agenda_item="PL 1",
        action=Action.ACTION,
        status=Status.DRAFT,
        provenance=(Provenance("symbol", 1, (0, 8), 0.9),),
        doubts=(Doubt("symbol", "Two numbers.", "C20/58-E", 1, (0, 8)),),
    )
    return Document(
        sha256,
        MediaType.DOCX,
        "en",
        None,
        header,
        (tracked, row),
        (Table(0, None, "Table 1", 1, 2, (Cell(0, 0, "x", header=True), Cell(0, 1, "y"))),),
        answers=(
            Answer(
                "1",
                "Do you?",
                None,
                "☒ Yes ☐ No",
                AnswerKind.YES_NO,
                ("Yes",),
                ("Yes", "No"),
                True,
                ("f-1",),
                (1,),
                ("f-2",),
                (2,),
            ),
        ),
        properties=Properties("t", "a", "c", "m", "p"),
        furniture=("page 1",),
        remarks=(Remark("Bob", "2024", "why?", "new"),),
        outline=(OutlineEntry("A", 1, None),),
        page_labels=("i",),
        bookmarks=("dstart",),
        embedded=("a.xlsx",),
        warnings=("pale scan",),
        kind=DocumentKind.PROPOSAL,
        kind_reason="It has revision marks.",
    )
