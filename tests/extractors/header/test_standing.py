import pytest

from extractors.document import Header
from extractors.header.reader import read_header
from extractors.reading import FrontLine


def _read(*lines: str, symbol: str = "Document CWG-COP-20/7-E") -> Header:
    return read_header([FrontLine((line,), 1) for line in (symbol, *lines, "Original: English")], {}, "en")


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("For action", "action"),
        ("FOR INFORMATION", "information"),
        ("(For information)", "information"),
        ("Purpose: Information", "information"),
        ("Purpose: For decision", "action"),
        ("☒ For action ☐ For information", "action"),
        ("[ ] For action [X] For information", "information"),
        ("☐ For action ☐ For information", None),
        ("Pour information", "information"),
        ("Pour suite à donner", "action"),
        ("Para información", "information"),
        ("Acción solicitada: Para decisión", "action"),
        ("Для информации", "information"),
        ("Для принятия мер", "action"),
        ("للعلم", "information"),
        ("لاتخاذ إجراء", "action"),
        ("供参考", "information"),
        ("供采取行动", "action"),
        ("Action required: The Council is invited to note the report.", None),
        ("For action on bullying, see below.", None),
    ],
)
def test_what_the_meeting_is_asked_is_read_in_six_languages(line: str, action: str | None) -> None:
    header = _read(line)
    assert header.action == action
    if action:
        provenance = next(each for each in header.provenance if each.field == "action")
        assert header.text[slice(*provenance.span)] in line


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT", "draft"),
        ("(Draft)", "draft"),
        ("Draft 2", "draft"),
        ("Status: Final", "final"),
        ("Projet", "draft"),
        ("Versión final", "final"),
        ("ПРОЕКТ", "draft"),
        ("مسودة", "draft"),
        ("草案", "draft"),
        ("Revised", "revision"),
        ("(Revised) 12 December 2024", "revision"),
        ("Draft agenda of the meeting", None),
    ],
)
def test_the_state_of_the_text_is_read_in_six_languages(line: str, status: str | None) -> None:
    assert _read(line).status == status


def test_the_marks_behind_a_number_tell_the_status_where_no_word_does() -> None:
    assert _read(symbol="Document CWG-COP-20/7(Rev.1)-E").status == "revision"
    assert _read(symbol="Document C20/57(Add.2)-E").status == "addendum"
    assert _read(symbol="Document C20/57(Corr.1)-E").status == "corrigendum"
    assert _read("DRAFT", symbol="Document CWG-COP-20/7(Rev.1)-E").status == "draft"


def test_a_line_that_says_what_is_asked_is_no_title() -> None:
    header = _read("Contribution by Kenya", "FOR INFORMATION")
    assert (header.title, header.action) == (None, "information")
