"""What is still open: every finding with who mends it and by when, and what could not be judged."""

from rollout_kit.assess.topics import Topic, topic_of
from rollout_kit.compose.areas import areas_table, areas_title
from rollout_kit.compose.assumed import share_assumed
from rollout_kit.compose.by_name import by_name, in_short
from rollout_kit.compose.handbook.book import Book, row
from rollout_kit.compose.handbook.chapter import Chapter
from rollout_kit.compose.handbook.waived import waivers
from rollout_kit.compose.wording import capitalised, plain, severity_mark, severity_word, strong
from rollout_kit.document import Cell, Column, Group, Heading, Node, Row, Span, Table, Text
from rollout_kit.finding import Finding, Severity, Untested
from rollout_kit.message import N_, plural_message

MOST_NAMED = 7  # of a list in a finding; the plan and `check` name them all


def risks(book: Book) -> Chapter | None:
    """Return the chapter; None where nothing is open or waived and every rule could be judged."""
    findings = [finding for finding in book.result.findings if finding.is_open]
    if not (findings or book.result.untested or book.result.case.waivers):
        return None
    return Chapter(
        key="risks",
        headline=_headline(findings, book),
        noted=(Text(spans=(Span(text=_tested(book)),)),),
        full=(*_areas(book), *_findings(findings, book), *waivers(book), *_untested(book)),
        subjects=tuple(dict.fromkeys(str(finding.path[0]) for finding in findings if finding.path)) or ("waivers",),
        lead="OL",
    )


def _headline(findings: list[Finding], book: Book) -> str:
    if not findings and not book.result.untested:
        return book.say(N_("Nothing is open; what both houses have waived stands below."))
    if not findings:
        return book.say(N_("Nothing is known to be wrong, but not everything could be judged."))
    blockers = sum(finding.severity is Severity.BLOCKER for finding in findings)
    if not blockers:
        counted = plural_message(
            N_("One point is open, and it does not stop go-live."),
            N_("{n} points are open, and none of them stops go-live."),
            len(findings),
        )
        return book.words.text(counted)
    if blockers == len(findings):
        counted = plural_message(
            N_("One point is open, and it stops go-live."),
            N_("{n} points are open, and all of them stop go-live."),
            blockers,
        )
        return book.words.text(counted)
    counted = plural_message(
        N_("{n} of {m} open points stops go-live."),
        N_("{n} of {m} open points stop go-live."),
        blockers,
        m=len(findings),
    )
    return book.words.text(counted)


def _tested(book: Book) -> str:
    result = book.result
    tested = book.say(N_("{n} of {m} rules could be judged."), n=result.tested, m=result.applicable)
    return f"{tested} {share_assumed(result, book.words)}".rstrip()


def _areas(book: Book) -> tuple[Node, ...]:
    table = areas_table(book.result, book.words)
    if table is None:
        return ()
    return (Group(role="part", children=(Heading(level=3, text=areas_title(book.words)), table)),)


def _findings(findings: list[Finding], book: Book) -> tuple[Node, ...]:
    if not findings:
        return ()
    columns = (
        Column(head=book.say(N_("What"))),
        Column(head=book.say(N_("Who")), width_mm=34),
        Column(head=book.say(N_("By")), width_mm=24),
        Column(head=book.say(N_("Rule")), width_mm=20),
    )
    rows: list[Row] = []
    seen: set[str] = set()
    for severity in sorted({finding.severity for finding in findings}, reverse=True):
        rows.append(_group(severity, book))
        for finding in (finding for finding in findings if finding.severity is severity):
            rows.append(_finding(finding, book, is_first=finding.code not in seen))
            seen.add(finding.code)
    title = book.say(N_("Open points"))
    table = Table(columns=columns, rows=tuple(rows), caption=title)
    return (Heading(level=3, text=title, anchor="findings"), table)


def _group(severity: Severity, book: Book) -> Row:
    word = capitalised(severity_word(severity, book.words))
    return Row(
        cells=(Cell(spans=(Span(mark=severity_mark(severity), text=word, strong=True),), columns=4),), kind="group"
    )


def _finding(finding: Finding, book: Book, *, is_first: bool) -> Row:
    who, day = book.cured_by(finding)
    what = Cell(
        spans=(Span(text=capitalised(book.words.text(in_short(by_name(finding.message, book.result), MOST_NAMED)))),),
        reason=_remedy(finding, book),
    )
    cells = (what, *row(strong(book.people.name(who)), day or "–", finding.code).cells)
    return Row(cells=cells, anchor=f"rule-{finding.code}" if is_first else "")


def _remedy(finding: Finding, book: Book) -> str:
    """Return the remedy; after it, whether the finding rests on nothing but our own figures."""
    remedy = capitalised(book.words.text(by_name(finding.remedy, book.result)))
    if not finding.rests_on_assumption:
        return remedy
    ours = capitalised(book.say(N_("this rests on assumptions of ours only, on no figure of yours")))
    return f"{remedy}. {ours}."


def _untested(book: Book) -> tuple[Node, ...]:
    untested = book.result.untested
    if not untested:
        return ()
    title = book.say(N_("What could not be judged"))
    columns = (
        Column(head=book.say(N_("What is needed for it"))),
        Column(head=book.say(N_("Rules")), width_mm=62),
        Column(head=book.say(N_("Could stop go-live")), width_mm=34),
    )
    needed: dict[Topic, list[Untested]] = {}
    for rule in untested:
        for topic in dict.fromkeys(topic_of(key) for key in rule.missing or ("",)):
            needed.setdefault(topic, []).append(rule)
    rows = tuple(_needed(topic, rules, book) for topic, rules in needed.items())
    return (
        Group(role="part", children=(Heading(level=3, text=title), Table(columns=columns, rows=rows, caption=title))),
    )


def _needed(topic: Topic, rules: list[Untested], book: Book) -> Row:
    """Return what people have to bring, the rules that wait for it, and whether one of them could be a blocker."""
    could_block = any(rule.could_block for rule in rules)
    answer = strong(book.say(N_("yes"))) if could_block else plain(book.say(N_("no")))
    codes = (Span(text=", ".join(rule.code for rule in rules), quiet=True),)
    return row(book.say(topic.what), codes, answer)
