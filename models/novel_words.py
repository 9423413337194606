"""The words of a passage about children that can be part of a term; reading them costs far less than classifying."""

import spacy

from models.french import register_french
from models.matching import CHILDREN, ExpressionMatcher
from models.normalisation import stemmer
from models.stemmed_glossary import load_stemmed, stop_words
from models.terms import children_expressions


class WordReader:
    """Reads the words of one language."""

    def __init__(self, language: str) -> None:
        register_french()
        self._nlp = spacy.blank(language)
        self._nlp.add_pipe("sentencizer")
        self._children = ExpressionMatcher(self._nlp)
        self._children.add(children_expressions(language))
        self._stops = stop_words(self._nlp)
        self._stem = stemmer(language, load_stemmed(self._nlp).known)

    def words(self, text: str) -> list[tuple[int, str, str]]:
        """Give place, stem and text of each word with meaning of its own; none where no child is meant.

        Names, which begin with a capital letter where the language has any, are left out.
        """
        doc = self._children(self._nlp(text.encode("utf-8", "replace").decode("utf-8")))
        if not doc.spans[CHILDREN]:
            return []
        return [
            (token.i, self._stem(token.text), token.text)
            for token in doc
            if token.is_alpha and token.lower_ not in self._stops and not token.text[0].isupper()
        ]
