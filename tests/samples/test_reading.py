"""Every sample is read as its manifest says: outcome, language and header fields."""

from typing import Any

import pytest

from extractors.document import Document
from extractors.errors import ExtractionError
from extractors.extract import extract
from extractors.media_type import raw_file
from flows.settings import load_settings
from samples.manifest import read_manifest
from samples.sample import FILES


def expected() -> list[Any]:
    return [pytest.param(entry, id=entry["file"]) for entry in read_manifest() if entry["outcome"] != "duplicate"]


@pytest.mark.parametrize("entry", expected())
def test_a_sample_is_read_as_its_manifest_says(entry: dict[str, Any]) -> None:
    options = load_settings().options()
    if "needs" in entry and not options.programs[entry["needs"]]:
        pytest.skip(f"{entry['needs']} is not installed")
    file = raw_file(FILES / entry["file"])
    if entry["outcome"] == "quarantined":
        with pytest.raises(ExtractionError):
            extract(file, options)
        return
    document = extract(file, options)
    assert document.language == entry["language"]
    assert document.kind == entry["kind"]
    assert document.kind_reason
    if "symbol" in entry:
        check_header(document, entry)


def check_header(document: Document, entry: dict[str, Any]) -> None:
    header = document.header
    assert header.symbol == entry["symbol"]
    assert header.document_date == entry["document_date"]
    assert header.meeting_date == entry["meeting_date"]
    assert list(header.original_languages) == entry["original_languages"]
    sources = [{"name": one.name, **({"iso3": one.iso3} if one.iso3 else {})} for one in header.sources]
    assert sources == entry["sources"]
    assert header.title == entry["title"]
