"""The spaCy component that finds the expressions of a language and keeps those that mean what they say."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from models.normalisation import folded, normaliser
from models.terms import Expression, Role

HITS = "hits"
"""Name of the span group that holds the terms found; a span's label is its expression's key."""
CHILDREN = "children"
"""Name of the span group that holds the mentions of children."""
LEFT_OUT = "left out"
"""Name of the span group that holds the false friends and what a scope note takes away."""
_MOST_PATTERNS = 200
"""Of one expression; only a few short stems such as `дет*` have more than one or two."""
_ALL = "*"


class ExpressionMatcher:
    """Sets each token's normal form, matches all expressions on it, and drops false friends and what is left out."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._language = str(nlp.lang)
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._expressions: dict[int, Expression] = {}
        self._prefixes: list[str] = []
        self._normal_form = normaliser(self._language)

    def add(self, expressions: Sequence[Expression]) -> None:
        """Set what is looked for; the configuration of a pipeline cannot hold it."""
        words = [word for expression in expressions for word in expression.text.split()]
        self._prefixes = sorted({folded(word.rstrip("*"), self._language) for word in words if word.endswith("*")})
        self._normal_form = normaliser(self._language, self._prefixes)
        for number, expression in enumerate(expressions):
            key = f"expression {number}"
            self._expressions[self._nlp.vocab.strings.add(key)] = expression
            self._matcher.add(key, list(self._patterns(expression.text)))

    def __call__(self, doc: Doc) -> Doc:
        """Put the hits and the mentions of children into the doc's span groups."""
        for token in doc:
            token.norm_ = self._normal_form(token.text)
        found = [(self._expressions[key], doc[start:end]) for key, start, end in self._matcher(doc)]
        found = [(one, span) for one, span in found if not one.is_acronym or span.text.isupper()]
        left_out = [_left_out(one, span) for one, span in found if one.role in _SCOPES]
        friends = [(one, span) for one, span in found if one.role is Role.FALSE_FRIEND]
        doc.spans[HITS] = [
            Span(doc, span.start, span.end, label=one.key)
            for one, span in found
            if one.role is Role.TERM
            and not _is_false(one, span, friends)
            and not any(start <= span.start < end for start, end in left_out)
        ]
        doc.spans[LEFT_OUT] = [span for _, span in friends] + [doc[start:end] for start, end in left_out if start < end]
        doc.spans[CHILDREN] = [span for one, span in found if one.role is Role.CHILD]
        return doc

    def _patterns(self, text: str) -> Iterator[Doc]:
        """Make a pattern for each way in which the normal forms of a text's words can come out."""
        choices: list[list[str]] = []
        for word in text.split():
            tokens = [token.text for token in self._nlp.make_doc(word.rstrip("*"))]
            choices += [[self._normal_form(token)] for token in tokens]
            if word.endswith("*"):
                start = folded(tokens[-1], self._language)
                choices[-1] = [prefix for prefix in self._prefixes if prefix.startswith(start)]
        for forms in islice(product(*choices), _MOST_PATTERNS):
            pattern = Doc(self._nlp.vocab, words=list(forms))
            for token, form in zip(pattern, forms, strict=True):
                token.norm_ = form
            yield pattern


@Language.factory("expressions")
def make_expression_matcher(nlp: Language, name: str) -> ExpressionMatcher:
    """Make the component for a pipeline's configuration."""
    del name
    return ExpressionMatcher(nlp)


_SCOPES = frozenset({Role.LEFT_OUT_AFTER, Role.LEFT_OUT_BEFORE})


def _left_out(expression: Expression, span: Span) -> tuple[int, int]:
    """Give the tokens that a scope note takes away: the rest of its sentence after it, or all before it."""
    sentence = span.sent
    return (span.end, sentence.end) if expression.role is Role.LEFT_OUT_AFTER else (sentence.start, span.start)


def _is_false(term: Expression, span: Span, friends: Iterable[tuple[Expression, Span]]) -> bool:
    return any(
        friend_span.start < span.end
        and span.start < friend_span.end
        and (_ALL in friend.concepts or term.concept in friend.concepts)
        for friend, friend_span in friends
    )
