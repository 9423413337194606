import pytest

from extractors.header.front_text import front_text
from extractors.header.labels import find_values, value_without_colon
from extractors.reading import FrontLine


def _values(*lines: tuple[str, ...] | str) -> list[tuple[str, list[str]]]:
    laid = front_text([FrontLine(line if isinstance(line, tuple) else (line,)) for line in lines])
    return [(value.field, [laid.text[slice(*span)] for span in value.lines]) for value in find_values(laid.segments)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Source: Kenya", "Title: A plan"),
        ("Source : Kenya", "Title ： A plan"),
        (("Source", "Kenya"), ("Title", "A plan")),
        (("Source:", "Kenya", "extra"), ("Title:", "A plan")),
        (("Source", "Title"), ("Kenya", "A plan")),
        ("SOURCE", "TITLE", "Kenya", "A plan"),
        (("Source: Kenya", "Title: A plan"),),
        ("Source", "Kenya", "Title", "A plan"),
        ("Origen: Kenya", "Título: A plan"),
        ("Источник: Kenya", "Название: A plan"),
        ("المصدر: Kenya", "العنوان: A plan"),
        ("来源：Kenya", "标题：A plan"),
    ],
)
def test_a_value_is_found_in_every_layout(lines: tuple[tuple[str, ...] | str, ...]) -> None:
    assert _values(*lines) == [("source", ["Kenya"]), ("title", ["A plan"])]


def test_a_label_ends_the_value_before_it() -> None:
    assert _values("Date: 3 March 2020 Original: English") == [("date", ["3 March 2020"]), ("original", ["English"])]


def test_a_title_goes_on_over_lines() -> None:
    title = "Title: Protecting children on the"
    assert _values(title, "internet and", "Beyond it", "Summary: none")[0] == (
        "title",
        ["Protecting children on the", "internet and", "Beyond it"],
    )


def test_a_new_paragraph_does_not_go_on_with_a_title() -> None:
    assert _values("Title: A plan", "Kenya has a plan.") == [("title", ["A plan"])]


def test_a_label_in_running_text_is_none() -> None:
    assert _values("the group looked at the Original and at its source, in the original: English") == []


def test_an_empty_label_has_no_value() -> None:
    assert _values("Source:", ("Title:", "A plan"), "Summary:") == [("title", ["A plan"])]
    assert _values("Source:") == []


def test_a_label_may_lack_its_colon() -> None:
    assert value_without_colon("Source Kenya", "source") == 7
    assert value_without_colon("Source Kenya", "title") is None
    assert value_without_colon("Resource Kenya", "source") is None
