"""The fields that can be corrected are those of the header, whatever fields it has."""

from dataclasses import fields as attributes

import pytest

from extractors.document import Header
from extractors.header.vocabulary import Action
from flows.corrections.fields import field, fields
from flows.corrections.values import read_value
from flows.errors import CorrectionError


def test_every_field_of_the_header_can_be_corrected() -> None:
    header = {one.name for one in attributes(Header)} - {"text", "provenance", "doubts"}
    assert set(fields()) == header | {"language", "kind"}


def test_each_field_takes_what_its_type_admits() -> None:
    kinds = {name: one.kind for name, one in fields().items()}
    assert kinds["symbol"] == "symbol"
    assert kinds["meeting_date"] == kinds["document_date"] == "date"
    assert kinds["sources"] == "sources"
    assert kinds["title"] == "text"
    assert field("action").choices == tuple(map(str, Action))


def test_every_field_has_an_example_that_it_takes() -> None:
    for one in fields().values():
        assert read_value(one, one.example).text


@pytest.mark.parametrize(
    ("written", "meant"),
    [("tittle", "title"), ("source", "sources"), ("Submitted by", "sources"), ("date", "document_date")],
)
def test_an_unknown_field_names_the_nearest(written: str, meant: str) -> None:
    with pytest.raises(CorrectionError, match=f"Did you mean {meant}"):
        field(written)


def test_a_field_that_is_like_none_names_them_all() -> None:
    with pytest.raises(CorrectionError, match=r"no field 'zzz'\. The fields are: symbol, "):
        field("zzz")


def test_spelling_with_spaces_and_capitals_is_known() -> None:
    assert field(" Document Date").name == "document_date"
