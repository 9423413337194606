import pytest
from lxml import etree

from extractors.word.equations import linear
from tests.extractors.word.making import NAMES


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def e(text: str, tag: str = "e") -> str:
    return f"<m:{tag}>{r(text)}</m:{tag}>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<m:f>{e('1', 'num')}{e('a+b', 'den')}</m:f>", "1/(a+b)"),
        (f'<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>{e("n", "num")}{e("k", "den")}</m:f>', "n¦k"),
        (f"<m:sSup>{e('x')}{e('2', 'sup')}</m:sSup>", "x^2"),
        (f"<m:sSub>{e('x')}{e('i+1', 'sub')}</m:sSub>", "x_(i+1)"),
        (f"<m:sSubSup>{e('x')}{e('i', 'sub')}{e('2', 'sup')}</m:sSubSup>", "x_i^2"),
        (f"<m:sPre>{e('1', 'sub')}{e('2', 'sup')}{e('X')}</m:sPre>", "_1^2X"),
        (f"<m:rad><m:deg/>{e('x+1')}</m:rad>", "√(x+1)"),
        (f"<m:rad>{e('3', 'deg')}{e('x')}</m:rad>", "3√x"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>{e("i=1", "sub")}{e("n", "sup")}{e("i")}</m:nary>',
            "∑_(i=1)^n i",
        ),
        (f"<m:nary>{e('x')}</m:nary>", "∫ x"),
        (f"<m:d>{e('a')}{e('b')}</m:d>", "(a|b)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>{e("a")}</m:d>', "[a]"),
        (f"<m:func>{e('sin', 'fName')}{e('x')}</m:func>", "sin x"),
        (f"<m:m><m:mr>{e('1')}{e('0')}</m:mr><m:mr>{e('0')}{e('1')}</m:mr></m:m>", "[1, 0; 0, 1]"),
        (f"<m:eqArr>{e('x=1')}{e('y=2')}</m:eqArr>", "x=1; y=2"),
        (f"<m:limLow>{e('lim')}{e('n', 'lim')}</m:limLow>", "lim_n"),
        (f"<m:limUpp>{e('a')}{e('b', 'lim')}</m:limUpp>", "a^b"),
        (f"<m:acc>{e('x')}</m:acc>", "x\u0302"),
        (f"<m:box>{e('x')}</m:box>", "x"),
    ],
)
def test_an_equation_is_one_line(inner: str, text: str) -> None:
    assert linear(etree.fromstring(f"<m:oMath {NAMES}>{inner}</m:oMath>")) == text
