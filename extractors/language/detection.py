"""The language of a passage and of a document: script first, then small words, then statistics."""

from collections import Counter
from collections.abc import Sequence

from extractors.language import scripts, statistics
from extractors.language.function_words import count_function_words
from extractors.language.letters import told_by_letters

UNDETERMINED = "und"

_SAMPLE = 400  # characters of a passage that are looked at: more does not change the answer
_SHORT = 4  # words; below, a passage goes by the document's language
_FEW_LETTERS = 20
_FEW_SIGNS = 30  # Han characters that a Japanese document may have in a row: names, dates, titles
_LONG = 25  # words
_LIKELY = 0.85
_FAVOURED = 4.0  # prior of the official languages, see candidates.toml
_CLEAR = 0.9  # probability from which a statistical guess is believed
_MIXED, _NOISE, _SCRIPTS = 0.5, 0.8, 3  # share of the main script; more than three scripts with no main one are noise
_FOREIGN = 0.3  # share of letters beyond ASCII in a Latin text from which it is mojibake or a tonal language


def detect(text: str, fallback: str = UNDETERMINED) -> str:
    """Tell the language of a text as an ISO 639-1 code; `fallback` (the document's language) decides where it is short.

    A text without letters is in the fallback language too: a figure in a table of a French document is French.
    """
    sample = text[:_SAMPLE]
    weights = scripts.weigh(sample)
    if not weights:
        return fallback
    script = max(weights, key=lambda each: weights[each])
    share = weights[script] / sum(weights.values())
    if share < _MIXED or (share < _NOISE and len(weights) > _SCRIPTS):
        return fallback if len(weights) <= _SCRIPTS else UNDETERMINED
    if script.name == "han" and any(each.name == "kana" for each in weights):
        return "ja"
    if script.name == "han" and fallback == "ja" and weights[script] <= _FEW_SIGNS * script.weight:
        return "ja"
    if script.name not in statistics.candidates():
        return script.language or UNDETERMINED
    return _among(sample, script.name, weights[script], fallback)


def detect_document(texts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Tell the language of most of a document's characters, and the language of each of its passages."""
    language = _first_guess(texts)
    each = tuple(detect(text, language) for text in texts)
    most = _most(texts, each)
    if most != language:
        language, each = most, tuple(detect(text, most) for text in texts)
    return language, each


def _among(text: str, script: str, letters: int, fallback: str) -> str:
    # Several languages share the script: special letters and small words settle it at no cost, langdetect the rest.
    told = told_by_letters(text, script, letters)
    if told is not None:
        return told
    words, votes = count_function_words(text)
    best = _clear_winner(words, votes, fallback)
    if best is not None and best in _languages_of(script):
        return best
    if words < _SHORT or letters < _FEW_LETTERS:
        return _short(script, fallback)
    if script == "latin" and best != "vi" and _foreign_letters(text) > letters * _FOREIGN:
        return UNDETERMINED
    return _statistical(text, script, words, votes, fallback)


def _clear_winner(words: int, votes: Counter[str], fallback: str) -> str | None:
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0] != fallback, item[0]))
    if not ranked or ranked[0][1] < max(2, words * 0.15):
        return None
    best, most = ranked[0]
    if fallback in {best, UNDETERMINED}:
        return best if best == fallback or len(ranked) == 1 or most > ranked[1][1] else None
    # Against the document's language it takes more than a word or two that both languages happen to have.
    clear = most >= max(3, votes[fallback] + 2) and all(most > count for _, count in ranked[1:])
    return best if clear else None


def _statistical(text: str, script: str, words: int, votes: Counter[str], fallback: str) -> str:
    default = fallback if fallback in statistics.candidates()[script] else UNDETERMINED
    found = statistics.guess(text, script, statistics.FEW_TRIALS)
    if found is None:
        return default
    language, probability = found
    if probability >= _CLEAR and votes[language] > votes[default]:
        return language
    # A long text without one small word of the document's language is not in it: noise, or a language unknown to us.
    return default if words < _LONG or votes[default] else UNDETERMINED


def _short(script: str, fallback: str) -> str:
    # Names and symbols in Latin letters stand in documents of every script; other scripts speak for themselves.
    if script == "latin" or fallback in statistics.candidates()[script]:
        return fallback
    return max(statistics.candidates()[script].items(), key=lambda item: item[1])[0]


def _foreign_letters(text: str) -> int:
    return sum(not character.isascii() and character.isalpha() for character in text)


def _languages_of(script: str) -> frozenset[str]:
    return frozenset(statistics.candidates()[script]) | (frozenset({"la"}) if script == "latin" else frozenset())


def _first_guess(texts: Sequence[str]) -> str:
    # The longest passage speaks best for a document; a document of a few words goes by statistics alone, and then only
    # to one of the likely languages.
    language = detect(max(texts, key=len, default=""))
    if language != UNDETERMINED:
        return language
    sample = " ".join(texts)[:_SAMPLE]
    if {script.name for script in scripts.weigh(sample)} != {"latin"} or _foreign_letters(sample):
        return UNDETERMINED
    found = statistics.guess(sample, "latin")
    likely = found is not None and found[1] >= _LIKELY and statistics.candidates()["latin"][found[0]] >= _FAVOURED
    return found[0] if found and likely and count_function_words(sample)[0] <= _LONG else UNDETERMINED


def _most(texts: Sequence[str], languages: Sequence[str]) -> str:
    characters: Counter[str] = Counter()
    for text, language in zip(texts, languages, strict=True):
        if language != UNDETERMINED:
            characters[language] += len(text) * (3 if language in {"zh", "ja", "ko"} else 1)
    return max(characters, key=lambda language: characters[language]) if characters else UNDETERMINED
