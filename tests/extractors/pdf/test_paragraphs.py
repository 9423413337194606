import pytest

from extractors.pdf.paragraphs import join


@pytest.mark.parametrize(
    ("text", "more", "joined"),
    [
        ("the tele-", "communication", "the telecommunication"),
        ("the co-op-", "eration", "the co-op-eration"),
        ("the Guinea-", "Bissau report", "the Guinea-Bissau report"),
        ("a soft\u00ad", "Hyphen", "a softHyphen"),
        ("儿童在网", "上面临", "儿童在网上面临"),
        ("https://www.example.org/", "page", "https://www.example.org/page"),
        ("M\u2013", "30", "M\u201330"),
        ("two", "words", "two words"),
        ("", "words", "words"),
    ],
)
def test_lines_join_as_the_author_wrote(text: str, more: str, joined: str) -> None:
    assert join(text, more) == joined
