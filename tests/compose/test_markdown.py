"""Markdown becomes nodes, and nothing in it becomes markup."""

from rollout_kit.compose.markdown import nodes_of
from rollout_kit.document import Group, Heading, ListOf, Span, Table, Text


def text(words: str) -> Text:
    return Text(spans=(Span(text=words),))


def test_html_is_text():
    assert nodes_of("<div onclick=x>a</div>\n\nb <script>c</script>") == (
        text("<div onclick=x>a</div>"),
        text("b <script>c</script>"),
    )


def test_headings_lists_and_emphasis_keep_their_sense():
    nodes = nodes_of("## Two\n\n#### Four\n\na **b** *c*\n\n- x\n- y\n\n1. first\n2. second")
    assert nodes == (
        Heading(level=2, text="Two"),
        Heading(level=3, text="Four"),
        Text(spans=(Span(text="a "), Span(text="b", strong=True), Span(text=" "), Span(text="c", strong=True))),
        ListOf(items=((text("x"),), (text("y"),))),
        ListOf(items=((text("first"),), (text("second"),)), manner="steps"),
    )


def test_a_table_keeps_heads_and_rows():
    (table,) = nodes_of("| a | b |\n|---|---|\n| 1 | **2** |")
    assert isinstance(table, Table)
    assert [column.head for column in table.columns] == ["a", "b"]
    assert table.rows[0].cells[1].spans == (Span(text="2", strong=True),)


def test_only_a_link_inside_the_document_stays_a_link():
    assert nodes_of("[in](#chapter-backup)") == (Text(spans=(Span(text="in", link="chapter-backup"),)),)
    assert nodes_of("[out](https://example.org)") == (text("out (https://example.org)"),)
    assert nodes_of("[bad](javascript:alert(1))") == (text("[bad](javascript:alert(1))"),)


def test_a_picture_is_its_words_and_code_is_text():
    assert nodes_of("![a cat](cat.png) `rm`") == (text("a cat rm"),)
    assert nodes_of("```\nx < y\n```") == (text("x < y"),)


def test_a_quotation_is_a_group_and_a_rule_is_nothing():
    assert nodes_of("> said\n\n---\n") == (Group(role="part", children=(text("said"),)),)


def test_a_line_broken_by_hand_stays_broken():
    assert nodes_of("a\\\nb\nc") == (Text(spans=(Span(text="a"), Span(line_break=True), Span(text="b c"))),)
