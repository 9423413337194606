import pytest

from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf


@pytest.mark.parametrize("text", ["ما يفعله الطفل إذا هُدّد تحوّل بعد أيام", "أن تُعدّل القوانين ضحيةً، ويُحال إلى بابٍ سوءاً."])
def test_vowel_signs_part_no_arabic_words(make_pdf: MakePdf, text: str) -> None:
    reading = read_pdf(make_pdf(f"<div dir='rtl'><p>{text}</p></div>"), Options())
    assert [block.text for block in reading.blocks] == [text]
