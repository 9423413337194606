from concurrent.futures import ThreadPoolExecutor
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.detection import detect, detect_document

SENTENCES = {
    "en": "Members are invited to share the measures that protect children when they use the Internet.",
    "fr": "Les membres sont invités à faire connaître les mesures qui protègent les enfants sur Internet.",
    "es": "Se invita a los miembros a compartir las medidas que protegen a los niños cuando usan Internet.",
    "pt": "Os membros são convidados a partilhar as medidas que protegem as crianças quando usam a Internet.",
    "it": "I membri sono invitati a condividere le misure che proteggono i bambini quando usano la rete.",
    "de": "Die Mitglieder werden gebeten, die Maßnahmen zu nennen, mit denen sie Kinder im Internet schützen.",
    "nl": "De leden worden uitgenodigd om de maatregelen te delen die kinderen op het internet beschermen.",
    "pl": "Członkowie są proszeni o przedstawienie środków, które chronią dzieci w internecie.",
    "tr": "Üyeler, çocukları internette koruyan önlemleri paylaşmaya davet edilmektedir ve bu çok önemlidir.",
    "vi": "Các thành viên được mời chia sẻ những biện pháp bảo vệ trẻ em khi sử dụng mạng.",
    "ru": "Членам Союза предлагается сообщить о мерах, которые защищают детей в интернете.",
    "uk": "Членам Союзу пропонується повідомити про заходи, які захищають дітей в інтернеті.",
    "bg": "Членовете се приканват да споделят мерките, които защитават децата в интернет.",
    "ar": "يُدعى الأعضاء إلى تبادل التدابير التي تحمي الأطفال عند استخدام الإنترنت.",
    "fa": "از اعضا دعوت می‌شود اقداماتی را که از کودکان در اینترنت محافظت می‌کند به اشتراک بگذارند.",
    "zh": "请各成员分享保护未成年人上网安全的措施。",
    "ja": "加盟国は、子どもたちをインターネット上で守るための対策を共有するよう求められている。",
    "ko": "회원국은 인터넷에서 아동을 보호하는 조치를 공유하도록 요청받는다.",
    "el": "Τα μέλη καλούνται να μοιραστούν τα μέτρα που προστατεύουν τα παιδιά.",
    "he": "החברים מוזמנים לשתף את הצעדים המגנים על ילדים ברשת.",
    "th": "ขอเชิญสมาชิกแบ่งปันมาตรการที่ปกป้องเด็กทางอินเทอร์เน็ต",
    "hi": "सदस्यों को इंटरनेट पर बच्चों की रक्षा करने वाले उपाय साझा करने के लिए आमंत्रित किया जाता है।",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_a_sentence_is_in_its_language(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_a_sentence_keeps_its_language_in_a_document_of_another(language: str, text: str) -> None:
    assert detect(text, "fr" if language == "en" else "en") == language


@pytest.mark.parametrize("text", ["", "12 %", "- 3 -", "ITU", "CWG-COP-20/7-E", "Annex 2"])
def test_what_tells_no_language_is_in_the_documents(text: str) -> None:
    assert detect(text, "zh") == "zh"
    assert detect(text) == "und"


def test_an_english_name_in_a_chinese_sentence_leaves_it_chinese() -> None:
    assert detect("国际电信联盟（International Telecommunication Union）保护在线儿童") == "zh"


def test_short_cyrillic_and_arabic_are_the_official_language_without_a_document_to_go_by() -> None:
    assert (detect("Женева", "en"), detect("جنيف", "en"), detect("Женева", "uk")) == ("ru", "ar", "uk")


@pytest.mark.parametrize(
    "text",
    [
        "Ä¿¡¡¡¡Â¼ ¹ØÓÚºì¾ü×÷Õ½µÄÔ Ôò ÒÔÇ°µÄÒâ¼û ¶Ô¹ú·ÀÎÊÌâµÄÒâ¼û ÒÔÇ°µÄÒâ¼û",
        "Ԕΰ ϸ Ї ́Ψ ߙ Îϣ ķϙ ʆϢ i ΰ ϸ Ї ́Ψ ߙ ಮဎ ထ੠ ಸ",
        "xq zzkf qwrt plmk vbnm ghtr xcvb qwzx kjhg pltr bnvc mnbv xczq wrtp lkjh gfds qzxw " * 3,
    ],
)
def test_noise_has_no_language(text: str) -> None:
    assert detect(text) == "und"


def test_a_document_is_in_the_language_of_most_of_its_text() -> None:
    texts = [SENTENCES["fr"]] * 3 + [SENTENCES["en"]] + ["12", "Annexe"]
    assert detect_document(texts) == ("fr", ("fr", "fr", "fr", "en", "fr", "fr"))


def test_the_longest_passage_does_not_decide_for_the_document() -> None:
    language, each = detect_document([SENTENCES["en"] + " " + SENTENCES["en"], *[SENTENCES["es"]] * 5, "ITU"])
    assert (language, each[-1]) == ("es", "es")


def test_a_document_of_a_few_words_is_in_a_likely_language() -> None:
    assert detect_document(["Some text"])[0] == "en"
    assert detect_document(["Glavni dokument"])[0] == "und"


def test_a_document_without_text_has_no_language() -> None:
    assert detect_document([]) == ("und", ())


def test_threads_agree() -> None:
    texts = list(SENTENCES.values()) * 3
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect, texts)) == [detect(text) for text in texts]


def test_a_monolingual_document_is_fast() -> None:
    detect(SENTENCES["pl"])  # loads the profiles
    texts = [f"{number} {SENTENCES['en']} {SENTENCES['en']}" for number in range(2000)]
    start = process_time()
    detect_document(texts)
    assert process_time() - start < 6.0  # statistics on each passage would take twice as long


@given(st.text(max_size=200), st.sampled_from(["und", "en", "ar", "zh"]))
def test_any_text_has_a_code(text: str, fallback: str) -> None:
    assert detect(text, fallback).isalpha()


def test_names_and_dates_in_han_characters_are_japanese_in_a_japanese_document() -> None:
    texts = ["序", "わたくしといふ現象は假定された有機交流電燈のひとつの青い照明です。", "大正十三年一月廿日宮澤賢治"]
    assert detect_document(texts) == ("ja", ("ja", "ja", "ja"))


def test_filler_text_is_in_one_language() -> None:
    filler = (
        "Cras tincidunt tempor nisl sit amet porta. Pellentesque nec purus massa. Aliquam tincidunt lorem quis dui "
        "molestie cursus. Aliquam vehicula, nulla id interdum consequat, diam massa sagittis elit, eu placerat dui."
    )
    assert detect(filler) == "la"
