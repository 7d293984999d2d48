"""Django's templates with shorter ways for what a long page does thousands of times.

The language and what it prints are Django's. A name is looked up without an exception for each
attribute that is none of a dictionary; plain text is escaped without asking what else it might be;
a fixed sentence is translated once for a language; a piece that is always the same file is found
once. Whatever is not plain goes the way that Django has for it.
"""

from __future__ import annotations

from html import escape
from typing import Any

from django.template import Template as DjangoTemplate
from django.template import TemplateDoesNotExist
from django.template.base import (
    FilterExpression,
    Lexer,
    Node,
    NodeList,
    Parser,
    Token,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.context import Context
from django.template.loader_tags import IncludeNode
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

_ABSENT = object()


class Loader(cached.Loader):
    """Loads each template once, and compiles it as `Template`."""

    def get_template(self, template_name: str, skip: list[Any] | None = None) -> DjangoTemplate:
        """Return a template. Raises TemplateDoesNotExist."""
        key = self.cache_key(template_name, skip)
        known = self.get_template_cache.get(key)
        if known is not None:
            return known
        for origin in self.get_template_sources(template_name):
            if skip is not None and origin in skip:
                continue
            try:
                contents = self.get_contents(origin)
            except TemplateDoesNotExist:
                continue
            made = Template(contents, origin, origin.template_name, self.engine)
            self.get_template_cache[key] = made
            return made
        raise TemplateDoesNotExist(template_name)


class Template(DjangoTemplate):
    """A template whose names, fixed sentences and pieces are quick."""

    def compile_nodelist(self) -> NodeList:
        """Return the nodes of the source."""
        engine = self.engine
        parser = _Parser(
            Lexer(self.source).tokenize(), engine.template_libraries, engine.template_builtins,
            self.origin,
        )  # fmt: skip
        found = parser.parse()
        self.extra_data = parser.extra_data
        return found


class _Parser(Parser):
    def compile_filter(self, token: str) -> FilterExpression:
        return _Expression(token, self)

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        quick: Node = node
        if type(node) is VariableNode:
            quick = _VariableNode(node.filter_expression)
        elif type(node) is TranslateNode and _is_fixed(node):
            quick = _Sentence(node)
        elif type(node) is IncludeNode and not node.isolated_context:
            name = node.template.var
            if isinstance(name, str) and not node.template.filters and not name.startswith("."):
                quick = _Piece(node, name)
        super().extend_nodelist(nodelist, quick, token)


class _Expression(FilterExpression):
    var: Any

    def __init__(self, token: str, parser: Parser) -> None:
        super().__init__(token, parser)
        self._name: _Name | None = None  # set where nothing is done with what it means
        given = self.var
        if type(given) is Variable and given.lookups is not None and not given.translate:
            self.var = name = _Name(str(given.var))
            self._name = None if self.filters else name

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:  # noqa: FBT001
        if self._name is not None:
            found = self._name.find(context)
            if found is not _ABSENT:
                return found
        return super().resolve(context, ignore_failures)


class _Name(Variable):
    """A name and attributes of it, as ``claim.said.quote``."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        lookups: list[str] = list(self.lookups or ("",))
        self._first, self._more = lookups[0], lookups[1:]

    def find(self, context: Context) -> Any:
        """Return what it means, or `_ABSENT` where Django has to say so."""
        first = self._first
        for names in reversed(context.dicts):
            if first in names:
                found = names[first]
                break
        else:
            return _ABSENT
        for bit in self._more:
            kind = type(found)
            if kind is dict:
                found = found.get(bit, _ABSENT)
            elif hasattr(kind, "__getitem__") or callable(found):
                return _ABSENT
            else:
                found = getattr(found, bit, _ABSENT)
            if found is _ABSENT:
                return _ABSENT
        return _ABSENT if callable(found) else found

    def resolve(self, context: Context) -> Any:
        if self.translate:
            return super().resolve(context)
        found = self.find(context)
        if found is not _ABSENT:
            return found
        first = self.lookups[0]
        if not any(first in names for names in context.dicts) and not hasattr(context, first):
            raise VariableDoesNotExist("Failed lookup for key [%s] in %r", (first, "the page"))
        return super().resolve(context)


class _VariableNode(VariableNode):
    def render(self, context: Context) -> str:
        try:
            found = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ""
        if type(found) is str and context.autoescape:
            return escape(found)
        said: str = render_value_in_context(found, context)
        return said


def _is_fixed(node: TranslateNode) -> bool:
    said = node.filter_expression
    return (
        not said.filters and not node.asvar and node.message_context is None
        and isinstance(said.var, Variable) and said.var.lookups is None
    )  # fmt: skip


class _Sentence(Node):
    """``{% translate "..." %}``: the same words each time, in each language."""

    child_nodelists = ()

    def __init__(self, node: TranslateNode) -> None:
        self._node = node
        self._said: dict[tuple[str | None, bool], str] = {}

    def render(self, context: Context) -> str:
        key = get_language(), context.autoescape
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._node.render(context)
        return said


class _Piece(Node):
    """``{% include "..." %}`` of one file, which is compiled with whatever includes it first."""

    child_nodelists = ()

    def __init__(self, node: IncludeNode, name: str) -> None:
        self._given = tuple(node.extra_context.items())
        self._name = name
        self._template: DjangoTemplate | None = None

    def render(self, context: Context) -> SafeString:
        piece = self._template
        if piece is None:
            piece = self._template = context.template.engine.get_template(self._name)
        given = {name: value.resolve(context) for name, value in self._given}
        context.dicts.append(given)  # as `context.push`, which makes an object that ends it
        try:
            return piece.render(context)
        finally:
            context.dicts.pop()
