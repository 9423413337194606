import json
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from extractors.document_json import from_json, to_json
from extractors.header.vocabulary import Action, Category, Region

DOCUMENT = Document(
    sha256="a" * 64,
    media_type=MediaType.DOCX,
    language="en",
    pages=None,
    header=Header(
        text="CWG-COP-20/7-E",
        symbol="CWG-COP-20/7-E",
        meeting_date=date(2026, 1, 13),
        original_languages=("ru", "en"),
        sources=(Source("Kenya", "KEN", region=Region.AFR, category=Category.MEMBER_STATE), Source("UNICEF")),
        action=Action.INFORMATION,
        provenance=(Provenance("symbol", 1, (0, 14), 0.98),),
        doubts=(Doubt("symbol", "Two numbers.", "CWG-COP-20/8-E", 1, (0, 14)), Doubt("title", "None.")),
    ),
    passages=(
        Passage(
            id="0" * 16,
            page=None,
            paragraph=1,
            kind=PassageKind.PARAGRAPH,
            heading_path=("Plan",),
            language="en",
            text="MOD this",
            text_before="that",
            revisions=(Revision(RevisionKind.DELETION, (0, 4), "that", "A", "2026-01-01T00:00:00Z"),),
            proposal=ProposalKind.MOD,
        ),
    ),
    tables=(Table(0, 2, None, 1, 1, (Cell(0, 0, "x", header=True),)),),
    outline=(OutlineEntry("Plan", 1, 1),),
    remarks=(Remark(None, None, "Why?", "this"),),
)


def test_the_form_is_the_documented_one() -> None:
    form: dict[str, Any] = to_json(DOCUMENT)
    assert set(form) == {field.name for field in fields(Document)}
    assert form["header"]["meeting_date"] == "2026-01-13"
    assert form["header"]["document_date"] is None
    assert form["header"]["original_languages"] == ["ru", "en"]
    assert [(one["name"], one["iso3"], one["region"], one["category"]) for one in form["header"]["sources"]] == [
        ("Kenya", "KEN", "AFR", "member_state"),
        ("UNICEF", None, None, None),
    ]
    assert form["header"]["action"] == "information"
    assert form["header"]["doubts"][0]["span"] == [0, 14]
    assert form["header"]["provenance"] == {"symbol": {"page": 1, "span": [0, 14], "confidence": 0.98}}
    passage = form["passages"][0]
    assert (passage["kind"], passage["heading_path"], passage["page"]) == ("paragraph", ["Plan"], None)
    assert passage["revisions"][0]["span"] == [0, 4]
    assert json.loads(json.dumps(form)) == form


def test_another_form_is_refused() -> None:
    form = to_json(DOCUMENT)
    with pytest.raises(ValueError, match="has no field colour"):
        from_json({**form, "colour": "red"})
    with pytest.raises(TypeError, match="JSON object"):
        from_json({**form, "header": "none"})
    with pytest.raises(KeyError):
        from_json({})


_TEXT = st.text(max_size=12)
_PASSAGES = st.builds(
    Passage,
    id=st.text(min_size=1, max_size=5),
    page=st.none() | st.integers(1, 9),
    paragraph=st.integers(1, 99),
    kind=st.sampled_from(PassageKind),
    heading_path=st.lists(_TEXT, max_size=3).map(tuple),
    language=st.sampled_from(["en", "und"]),
    text=_TEXT,
    number=st.none() | _TEXT,
    revisions=st.lists(
        st.text(max_size=4).map(lambda text: Revision(RevisionKind.INSERTION, (0, len(text)), text, None, None)),
        max_size=2,
    ).map(tuple),
    proposal=st.none() | st.sampled_from(ProposalKind),
    confidence=st.none() | st.floats(0, 1),
)
_HEADERS = st.builds(
    Header,
    text=_TEXT,
    symbol=st.none() | _TEXT,
    meeting_date=st.none() | st.dates(),
    document_date=st.none() | st.dates(),
    original_languages=st.lists(st.sampled_from(["en", "fr"]), max_size=2).map(tuple),
    sources=st.lists(st.builds(Source, _TEXT, st.none() | st.just("KEN")), max_size=2).map(tuple),
    provenance=st.lists(
        st.builds(
            Provenance,
            st.sampled_from(["symbol", "title"]),
            st.none() | st.integers(1, 3),
            st.just((0, 1)),
            st.floats(0, 1),
        ),
        max_size=2,
        unique_by=lambda provenance: provenance.field,
    ).map(tuple),
)
_DOCUMENTS = st.builds(
    Document,
    sha256=st.just("b" * 64),
    media_type=st.sampled_from(MediaType),
    language=st.just("en"),
    pages=st.none() | st.integers(1, 9),
    header=_HEADERS,
    passages=st.lists(_PASSAGES, max_size=3).map(tuple),
    tables=st.lists(
        st.builds(
            Table, st.integers(0, 3), st.none(), st.none() | _TEXT, st.just(1), st.just(1), st.just((Cell(0, 0, "x"),))
        ),
        max_size=2,
    ).map(tuple),
    properties=st.builds(Properties, title=st.none() | _TEXT),
    warnings=st.lists(_TEXT, max_size=2).map(tuple),
)


@given(_DOCUMENTS)
@settings(deadline=None)
def test_a_document_comes_back_from_its_json(document: Document) -> None:
    assert from_json(json.loads(json.dumps(to_json(document)))) == document
