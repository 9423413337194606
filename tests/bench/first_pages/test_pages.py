"""The pages themselves: that they are many and various, and that what is expected stands on the page."""

from collections import Counter
from typing import Any

import pytest

from tests.bench.first_pages.page import PRACTICE, FirstPage, load_pages
from tests.bench.first_pages.scoring import ANY, is_date, words

_PAGES = load_pages()
_PRACTICE = load_pages(PRACTICE)


def _text(page: FirstPage) -> str:
    pieces: list[str] = []
    for block in page.blocks:
        for value in block.values():
            rows = value if isinstance(value, list) else [value]
            for row in rows:
                pieces.extend(map(str, row) if isinstance(row, list) else [str(row)])
    return words(" ".join(pieces).replace("⏎", " ").replace("[[dtitle1|", "").replace("]]", ""))


@pytest.mark.parametrize("page", _PAGES + _PRACTICE, ids=lambda page: page.id)
def test_what_is_expected_stands_on_the_page(page: FirstPage) -> None:
    text, expected = _text(page), page.expected
    titles = expected.get("title") or []
    names = [source["name"] for source in _listed(expected.get("sources")) if "name" in source]
    for choices in ([titles] if titles != ANY else []) + names:
        given = choices if isinstance(choices, list) else [choices]
        assert not given or any(words(str(choice)) in text for choice in given), given
    for name in ("document_date", "meeting_date"):
        assert expected.get(name) == ANY or is_date(expected.get(name)), name
    for choice in _listed(expected.get("original_languages")):
        assert choice in ("en", "fr", "es", "ar", "zh", "ru", "pt", "de")
    for source in _listed(expected.get("sources")):
        assert "name" in source or all(len(code) == 3 for code in _many(source["iso3"]))


def test_there_are_enough_pages_in_all_languages_layouts_and_formats() -> None:
    assert len(_PAGES) >= 150
    assert len({page.layout for page in _PAGES}) >= 25
    assert sum(bool(page.flaws) for page in _PAGES) >= len(_PAGES) / 3
    for counted, share in (
        (Counter(page.language for page in _PAGES), 1 / 8),
        (Counter(p.format for p in _PAGES), 0.45),
    ):
        assert min(counted.values()) >= share * len(_PAGES), counted
    assert set(Counter(page.language for page in _PAGES)) == {"en", "fr", "es", "ar", "zh", "ru"}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _many(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]
