import pytest

from extractors.options import Options
from extractors.pdf.korean import settle_korean
from extractors.pdf.paragraphs import Draft, join
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf


def _settled(before: str, after: str, *others: str) -> str:
    drafts = [Draft(text, 1, 10, False, False) for text in (join(before, after), *others)]
    settle_korean(drafts)
    return drafts[0].text


@pytest.mark.parametrize(
    ("before", "after", "others", "text"),
    [
        ("보험회사에서 이", "미 판매한 상품", ("이미 판매된 상품",), "보험회사에서 이미 판매한 상품"),
        ("세계적 유행 단계", "에 들어섰다", (), "세계적 유행 단계에 들어섰다"),
        ("관련 분쟁이", "지속적으로 발생한다", (), "관련 분쟁이 지속적으로 발생한다"),
        ("온라인 아동", "보호 지침", ("아동 정책", "보호 조치", "보호 대책"), "온라인 아동 보호 지침"),
        ("감당할 수", "없으므로", ("할 수 있다", "볼 수 있다", "알 수 있다"), "감당할 수 없으므로"),
        ("확진자는 두", "명이다", (), "확진자는 두명이다"),
    ],
)
def test_korean_lines_are_joined_as_the_document_has_its_words(
    before: str, after: str, others: tuple[str, ...], text: str
) -> None:
    assert _settled(before, after, *others) == text


def test_where_korean_lines_end_with_words_all_of_them_do() -> None:
    drafts = [join("아동", "보호"), join("새로운", "기술"), "아동 정책과 보호 조치", "새로운 기술", "기술 아동 보호"]
    made = [Draft(text, 1, 10, False, False) for text in drafts]
    settle_korean(made)
    assert [draft.text for draft in made[:2]] == ["아동 보호", "새로운 기술"]


def test_a_korean_paragraph_over_two_lines_has_no_space_in_its_words(make_pdf: MakePdf) -> None:
    html = "<p>코로나 관련 보험약관상 재해보험금 지급문제 및 개선과<br>제에 대한 의견. 개선과제에 대한 대책.</p>"
    text = " ".join(block.text for block in read_pdf(make_pdf(html), Options()).blocks)
    assert text == "코로나 관련 보험약관상 재해보험금 지급문제 및 개선과제에 대한 의견. 개선과제에 대한 대책."
