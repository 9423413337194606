"""What a model has to beat: the most frequent label of a language, and its TF-IDF with logistic regression."""

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np

from models.evaluation.cases import Cases, Flags
from models.evaluation.verdicts import Verdicts
from models.labels import Facet
from models.linear import Floats, Label
from models.training_data import Example

MAJORITY, TFIDF = "majority", "tfidf"
_WORD = r"\w+"
_FIT_WITH = 5
"""Texts with and without a label that its fit needs at least."""


def majority(cases: Cases, learning: Sequence[Example]) -> Verdicts:
    """Give every passage the most frequent label of each facet in its language."""
    counts: dict[tuple[Facet, str], Counter[str]] = {}
    for one in learning:
        for facet, concept in one.labels:
            counts.setdefault((facet, one.language), Counter())[concept] += 1
    best = {key: min(some, key=lambda one: (-some[one], one)) for key, some in counts.items()}
    found: Flags = np.array(
        [[best.get((facet, one.language or "")) == concept for facet, concept in cases.labels] for one in cases.counted]
    )
    return Verdicts(MAJORITY, found, found.astype(np.float32), np.ones(len(cases.labels), dtype=np.float32))


def can_fit() -> bool:
    """Tell whether scikit-learn is installed, which only the extra `dev` brings."""
    return find_spec("sklearn") is not None


def tfidf(cases: Cases, learning: Sequence[Example], settings: Mapping[str, Any]) -> Verdicts:
    """Learn TF-IDF and logistic regression for each language, with thresholds by facet chosen on a part kept away."""
    chances = np.zeros((len(cases.counted), len(cases.labels)), dtype=np.float32)
    away: list[tuple[Floats, Sequence[Example]]] = []
    languages = np.array([one.language or "" for one in cases.counted])
    for language in sorted(set(languages.tolist())):
        mine = [one for one in learning if one.language == language]
        if not mine:
            continue
        rows = np.flatnonzero(languages == language)
        texts = [cases.counted[row].text for row in rows.tolist()]
        chances[rows] = _chances(mine, texts, cases.labels, language, settings)
        held = [one for one in mine if one.fold == settings["fold"] and one.tells(Facet.PURPOSE)]
        rest = [one for one in mine if one.fold != settings["fold"]]
        if held and rest:
            away.append((_chances(rest, [one.text for one in held], cases.labels, language, settings), held))
    return _verdicts(chances, away, cases.labels)


def _verdicts(chances: Floats, away: Sequence[tuple[Floats, Sequence[Example]]], labels: Sequence[Label]) -> Verdicts:
    from models.fitting import best_threshold  # noqa: PLC0415 - it needs scikit-learn, which is optional here

    thresholds = np.full(len(labels), 0.5, dtype=np.float32)
    found = np.zeros(chances.shape, dtype=np.bool_)
    for facet in Facet:
        mine = [column for column, (own, _) in enumerate(labels) if own is facet]
        if facet is Facet.PURPOSE:
            best = chances[:, mine].argmax(axis=1)
            found[np.arange(len(found)), np.array(mine)[best]] = chances[:, mine].any(axis=1)
            continue
        if away:
            sums = np.concatenate([one[:, mine] for one, _ in away])
            right = np.array([[labels[column] in one.labels for column in mine] for _, held in away for one in held])
            thresholds[mine] = best_threshold(sums, right, 0.0)[0]
        found[:, mine] = chances[:, mine] >= thresholds[mine]
    return Verdicts(TFIDF, found, chances, thresholds)


def _chances(
    learning: Sequence[Example],
    texts: Sequence[str],
    labels: Sequence[Label],
    language: str,
    settings: Mapping[str, Any],
) -> Floats:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - optional: only this baseline needs it

    vectors = _vectorizer(language, settings, len(learning))
    known = vectors.fit_transform([one.text for one in learning])
    asked = vectors.transform(texts)
    made = np.zeros((len(texts), len(labels)), dtype=np.float32)
    for facet in Facet:
        rows = [row for row, one in enumerate(learning) if one.tells(facet)]
        some = known[rows]
        for column, label in enumerate(labels):
            if label[0] is not facet:
                continue
            wanted = np.array([label in learning[row].labels for row in rows], dtype=np.bool_)
            if min(wanted.sum(), (~wanted).sum()) < _FIT_WITH:
                continue
            model = LogisticRegression(
                C=settings["fit"],
                solver="liblinear",
                dual=True,
                tol=settings["tolerance"],
                max_iter=settings["rounds"],
                random_state=settings["seed"],
            ).fit(some, wanted)
            made[:, column] = model.predict_proba(asked)[:, 1]
    return made


def _vectorizer(language: str, settings: Mapping[str, Any], texts: int) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - as above
    from sklearn.pipeline import make_union  # noqa: PLC0415 - as above

    least = min(settings["least_texts"], texts)
    common: dict[str, Any] = {"min_df": least, "sublinear_tf": True, "dtype": np.float32}
    if language == "zh":
        return TfidfVectorizer(analyzer="char", ngram_range=tuple(settings["characters_zh"]), **common)
    return make_union(
        TfidfVectorizer(ngram_range=tuple(settings["words"]), token_pattern=_WORD, **common),
        TfidfVectorizer(analyzer="char_wb", ngram_range=tuple(settings["characters"]), **common),
    )
