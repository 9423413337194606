import pytest

from extractors.header.confusables import skeleton
from extractors.header.label_words import Label, field_alike, first_label, labels_before_colons, whole_label


def test_labels_stand_before_colons() -> None:
    assert labels_before_colons("Source: Kenya Title : A plan") == [Label("source", 0, 8), Label("title", 14, 22)]
    assert labels_before_colons("2020Original: English") == [Label("original", 4, 14)]
    assert labels_before_colons("Source(s): Kenya") == [Label("source", 0, 11)]
    assert labels_before_colons("Title / Titre: A plan") == [Label("title", 0, 15)]
    assert labels_before_colons("来源：中国标题：计划") == [Label("source", 0, 3), Label("title", 5, 8)]
    assert labels_before_colons("A resource: water") == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("SOURCE:", "source"),
        ("Source / Origine", "source"),
        ("Titre :", "title"),
        ("Source(s)", "source"),
        ("العنوان", "title"),
        ("العنوان:", "title"),
        ("Kenya", None),
        ("Source / Kenya", None),
        ("", None),
        (")", None),
    ],
)
def test_a_line_may_be_nothing_but_a_label(text: str, field: str | None) -> None:
    assert whole_label(text) == field


def test_a_label_may_lack_its_colon() -> None:
    assert first_label("Agenda item 4") == Label("agenda_item", 0, 12)
    assert first_label("Kenya Source") is None


@pytest.mark.parametrize("text", ["Docurnent", "Tltre", "Sourcc", "0rigine", "Orlginal", "Назвaние", "Источнuк"])
def test_a_misread_label_is_known_by_its_skeleton(text: str) -> None:
    assert field_alike(text) is not None


def test_short_words_have_no_skeleton() -> None:
    assert field_alike("Dat") is None
    assert skeleton("Decernber") == skeleton("December")


@pytest.mark.parametrize(
    ("text", "field"),
    [("Docuemnt", "document"), ("Orignal", "original"), ("Tittre", "title"), ("Источнк", "source"), ("Course", None)],
)
def test_a_mistyped_label_is_known_by_its_first_letter_and_nearly_all_others(text: str, field: str | None) -> None:
    assert field_alike(text) == field
