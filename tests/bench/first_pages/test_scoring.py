"""The comparison of a header with its page."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Header, Source
from extractors.extract import extract
from extractors.media_type import raw_file
from tests.bench.first_pages.__main__ import build
from tests.bench.first_pages.page import FirstPage
from tests.bench.first_pages.scoring import Finding, compare, symbol_key, words


def _findings(header: Header, **expected: Any) -> list[Finding]:
    return list(compare(FirstPage("x", "docx", "en", "any", (), expected), header))


@pytest.mark.parametrize("other", ["TDAG-23/48(Rev.2)-E", "TDAG-23/48-E Rev.2", "tdag-23/48-E (Rev. 2)"])
def test_a_symbol_is_the_same_however_its_suffix_is_written(other: str) -> None:
    assert symbol_key("TDAG-23/48-E Rev.2") == symbol_key(other)


def test_symbols_of_two_languages_or_numbers_differ() -> None:
    assert (
        len({symbol_key(symbol) for symbol in ("C20/57-E", "C20/57-F", "C20/57", "C20/58-E", "C20/57(Rev.1)-E")}) == 5
    )


def test_texts_are_compared_without_case_wrapping_and_marks_at_the_ends() -> None:
    assert words(" The “Safe”\n School: ") == words('the "safe" school')
    assert words("٢٠٢٥") == "2025"
    assert words("网络 环境") == words("网络环境")


def test_a_value_that_the_page_does_not_have_is_invented() -> None:
    (finding,) = _findings(Header(document_date=date(2020, 1, 1)))
    assert finding.invented


def test_what_both_leave_out_is_no_finding() -> None:
    assert _findings(Header()) == []


def test_a_value_that_is_missing_is_wrong_but_not_invented() -> None:
    (finding,) = _findings(Header(), title="A title")
    assert not finding.right
    assert not finding.invented


def test_a_field_that_can_be_read_two_ways_is_not_scored() -> None:
    assert _findings(Header(title="A", sources=(Source("B"),)), title="*", sources="*") == []


def test_each_source_is_scored_and_one_too_many_is_invented() -> None:
    header = Header(sources=(Source("Kenya", "KEN"), Source("Fondation X"), Source("Nobody")))
    findings = _findings(header, sources=[{"iso3": "KEN"}, {"name": ["Fondation X", "X"]}])
    assert [(finding.right, finding.invented) for finding in findings] == [(True, False), (True, False), (False, True)]


def test_a_wrong_source_stands_for_the_missing_one() -> None:
    (finding,) = _findings(Header(sources=(Source("Republic of Congo", "COG"),)), sources=[{"iso3": "COD"}])
    assert not finding.right
    assert not finding.invented


def test_an_optional_source_may_be_left_out() -> None:
    expected = [{"iso3": "KEN"}, {"name": "Ministry", "optional": True}]
    for sources in ((Source("Kenya", "KEN"),), (Source("Kenya", "KEN"), Source("Ministry"))):
        assert [finding.right for finding in _findings(Header(sources=sources), sources=expected)] == [True]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_kind_of_block_is_built_in_both_formats(kind: str, tmp_path: Path) -> None:
    blocks = (
        {"running": "running line"},
        {"foot": "footer line"},
        {"p": "a [[dnum|marked]] paragraph⏎in two lines", "bold": True, "align": "center", "size": 14},
        {"tab": ["left cell", "right cell"]},
        {"right": ["right block"]},
        {"table": [["wide", "<<"], ["tall", "beside"], ["^^", "below"]], "ruled": True, "widths": [0.5, 0.5]},
        {"box": ["boxed"]},
        {"rule": True},
    )
    (target,) = build([FirstPage("every-block", kind, "en", "any", blocks, {})], tmp_path)
    document = extract(raw_file(target))
    text = " ".join([*(passage.text for passage in document.passages), document.header.text, *document.furniture])
    for wanted in ("running line", "marked", "left cell", "right block", "wide", "tall", "below", "boxed"):
        assert wanted in text


def test_a_block_that_is_not_known_is_refused(tmp_path: Path) -> None:
    for kind in ("docx", "pdf"):
        with pytest.raises(ValueError, match="no such block"):
            build([FirstPage("odd", kind, "en", "any", ({"odd": 1},), {})], tmp_path)
