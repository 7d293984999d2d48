"""Django's templates with shorter ways for what a long page does thousands of times.

The language and what it prints are Django's. A name is looked up without an exception for each
attribute that is none of a dictionary; plain text is escaped without asking what else it might be;
a fixed sentence is translated once for a language; a piece that is always the same file is found
once; the turns of a loop are counted where somebody asks. Whatever is not plain goes the way that
Django has for it. Errors carry no notes for Django's page of errors, which the desk never shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    TextNode,
    Token,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.context import Context
from django.template.defaulttags import ForNode, IfNode, TemplateLiteral, WithNode
from django.template.loader_tags import IncludeNode
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

_ABSENT = object()
_OF_LOOPS = frozenset(
    {"counter", "counter0", "revcounter", "revcounter0", "first", "last", "parentloop"}
)
_WITH_ATTRIBUTES: set[type] = set()  # kinds of values that have only these, as far as they were met


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
    def parse(self, parse_until: Iterable[str] | None = None) -> NodeList:
        return _Nodes(super().parse(parse_until))

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
        elif type(node) is IfNode:
            quick = _IfNode(node.conditions_nodelists)
        elif type(node) is WithNode:
            quick = _WithNode(None, None, node.nodelist, node.extra_context)
        elif type(node) is ForNode and len(node.loopvars) == 1 and not node.is_reversed:
            quick = _ForNode(
                node.loopvars, node.sequence, False, node.nodelist_loop, node.nodelist_empty
            )
        super().extend_nodelist(nodelist, quick, token)


class _Nodes(NodeList):
    """Nodes in a row; what is plain text stands there already."""

    def __init__(self, found: NodeList) -> None:
        super().__init__(found)
        self.contains_nontext = found.contains_nontext
        self._parts: list[str | Callable[[Context], str]] | None = None

    def render(self, context: Context) -> SafeString:
        parts = self._parts
        if parts is None:  # with the first page: by then nothing is added any more
            parts = self._parts = [
                node.s if type(node) is TextNode else node.render for node in self
            ]
        return SafeString("".join([
            part if type(part) is str else part(context)  # type: ignore[operator]
            for part in parts
        ]))  # fmt: skip


class _Expression(FilterExpression):
    var: Any

    def __init__(self, token: str, parser: Parser) -> None:
        super().__init__(token, parser)
        self.name_alone: _Name | None = None  # set where nothing is done with what it means
        given = self.var
        if type(given) is Variable and given.lookups is not None and not given.translate:
            self.var = name = _Name(str(given.var))
            self.name_alone = None if self.filters else name

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:  # noqa: FBT001
        if self.name_alone is not None:
            found = self.name_alone.find(context)
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
            elif kind in _WITH_ATTRIBUTES:
                found = getattr(found, bit, _ABSENT)
            elif kind is _Loop:
                found = found[bit] if bit in _OF_LOOPS else _ABSENT
            elif hasattr(kind, "__getitem__") or callable(found):
                return _ABSENT
            else:
                _WITH_ATTRIBUTES.add(kind)
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
        kind = type(found)
        if kind is str and context.autoescape:
            return escape(found)
        if kind is SafeString or kind is int and 0 <= found < 1000:  # no language divides these
            return str(found)
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


class _IfNode(IfNode):
    """``{% if name %}``: most conditions are a name alone."""

    def __init__(self, ways: list[tuple[Any, NodeList]]) -> None:
        super().__init__(ways)
        self._ways = [(_name_alone(condition), condition, nodes) for condition, nodes in ways]

    def render(self, context: Context) -> SafeString | str:
        for name, condition, nodes in self._ways:
            fits = _ABSENT if name is None else name.find(context)
            if fits is _ABSENT:
                fits = condition is None or _evaluated(condition, context)
            if fits:
                said: SafeString = nodes.render(context)
                return said
        return ""


def _name_alone(condition: Any) -> _Name | None:
    value = condition.value if type(condition) is TemplateLiteral else None
    return value.name_alone if isinstance(value, _Expression) else None


def _evaluated(condition: Any, context: Context) -> Any:
    try:
        return condition.eval(context)
    except VariableDoesNotExist:
        return None


class _WithNode(WithNode):
    def render(self, context: Context) -> SafeString:
        given = {name: value.resolve(context) for name, value in self.extra_context.items()}
        context.dicts.append(given)
        try:
            said: SafeString = self.nodelist.render(context)
        finally:
            context.dicts.pop()
        return said


class _Loop(dict[str, Any]):
    """``forloop``: which turn of how many this is, said when somebody asks."""

    def __init__(self, around: object, turns: int) -> None:
        super().__init__(parentloop=around)
        self.turn, self.turns = 0, turns

    def __missing__(self, name: str) -> int | bool:
        match name:
            case "counter":
                return self.turn + 1
            case "counter0":
                return self.turn
            case "revcounter":
                return self.turns - self.turn
            case "revcounter0":
                return self.turns - self.turn - 1
            case "first":
                return self.turn == 0
            case "last":
                return self.turn == self.turns - 1
        raise KeyError(name)


class _ForNode(ForNode):
    """``{% for one in many %}``"""

    def render(self, context: Context) -> SafeString:
        values = self.sequence.resolve(context, ignore_failures=True)
        if values is None:
            values = ()
        elif not hasattr(values, "__len__"):
            values = list(values)
        around = context.get("forloop", {})
        loop = _Loop(around, len(values))
        names: dict[str, Any] = {}
        context.dicts.append(names)
        try:
            if not loop.turns:
                said: SafeString = self.nodelist_empty.render(context)
                return said
            names["forloop"] = loop
            name, turn, found = self.loopvars[0], self.nodelist_loop.render, []
            for loop.turn, one in enumerate(values):
                names[name] = one
                found.append(turn(context))
        finally:
            context.dicts.pop()
        return SafeString("".join(found))
