"""Backup and recovery: what is promised, what was measured, and the steps to get something back."""

from rollout_kit.compose.handbook.book import Book, facts
from rollout_kit.compose.handbook.chapter import Chapter, heading
from rollout_kit.compose.handbook.steps import runbook_of
from rollout_kit.compose.wording import kept
from rollout_kit.description.continuity import Continuity, RestoreTest
from rollout_kit.document import Node, Span, Spans
from rollout_kit.message import N_, Duration, Unit, message

_SCOPES = {"files": N_("files"), "mailbox": N_("a mailbox"), "system": N_("a whole system")}


def backup(book: Book) -> Chapter:
    """Return the chapter."""
    continuity = book.rollout.continuity or Continuity()
    return Chapter(
        key="backup",
        headline=_headline(continuity, book),
        noted=(
            heading(book.say(N_("What is promised"))),
            _promises(continuity, book),
            heading(book.say(N_("How it is backed up"))),
            _copies(continuity, book),
            runbook_of("restore", book),
        ),
        subjects=("continuity", "responsibilities.backup", "responsibilities.restore"),
        lead="OL",
        doer=book.cast.doer_of("backup"),
    )


def _headline(continuity: Continuity, book: Book) -> str:
    if continuity.rto and continuity.rpo:
        text = N_("The service is back within {rto}, and at most {rpo} of work are lost.")
        return book.say(text, rto=continuity.rto, rpo=continuity.rpo)
    return book.say(N_("It is not agreed yet how fast the service comes back and how much work may be lost."))


def _promises(continuity: Continuity, book: Book) -> Node:
    say = book.say
    return facts(
        book.fact(say(N_("Back within")), book.length(continuity.rto), say(N_("how fast the service must be back"))),
        book.fact(
            say(N_("Measured")), _measured(continuity, book), say(N_("a restore that was tried and timed")), "SL"
        ),
        book.fact(say(N_("Work lost at most")), book.length(continuity.rpo), say(N_("how much work may be lost"))),
        book.fact(
            say(N_("Lost in the worst case")), _worst_loss(continuity, book), say(N_("how often a backup runs")), "SL"
        ),
    )


def _measured(continuity: Continuity, book: Book) -> Spans | None:
    test = continuity.last_restore_test
    if test is None:
        return None
    scope = message(_SCOPES[test.scope])
    if test.took is None:
        return (Span(text=book.say(N_("{scope} on {day}, not timed"), scope=scope, day=test.date)),)
    text = book.say(N_("{scope} in {length} on {day}"), scope=scope, length=test.took, day=test.date)
    return (Span(text=text), *_too_slow(test, continuity, book), *_partly(test, book))


def _too_slow(test: RestoreTest, continuity: Continuity, book: Book) -> Spans:
    if test.took is None or continuity.rto is None or test.took.minutes <= continuity.rto.minutes:
        return ()
    return (Span(text="; " + book.say(N_("longer than promised")), strong=True),)


def _partly(test: RestoreTest, book: Book) -> Spans:
    if test.scope == "system":
        return ()
    return (Span(text="; " + book.say(N_("never a whole system")), strong=True),)


def _worst_loss(continuity: Continuity, book: Book) -> Spans | None:
    every, takes = continuity.backup_every, continuity.backup_takes
    if every is None:
        return None
    total = every.minutes + (takes.minutes if takes else 0)
    length = Duration(amount=total / 60, unit=Unit.HOUR) if total >= 60 else Duration(amount=total, unit=Unit.MINUTE)
    is_over = continuity.rpo is not None and total > continuity.rpo.minutes
    spans = [kept(book.words.duration(length), is_strong=is_over)]
    if takes:
        spans.append(Span(text=" = " + book.say(N_("{every} apart and {takes} to run"), every=every, takes=takes)))
    return tuple(spans)


def _copies(continuity: Continuity, book: Book) -> Node:
    say = book.say
    every = say(N_("every {length}"), length=continuity.backup_every) if continuity.backup_every else None
    reach = book.yes_no(
        continuity.copy_out_of_reach,
        say(N_("one copy is offline or cannot be changed")),
        say(N_("no copy is out of reach of an administrator")),
    )
    copies = book.words.number(continuity.copies) if continuity.copies is not None else None
    return facts(
        book.fact(say(N_("Runs")), every, say(N_("how often a backup runs")), "SL"),
        book.fact(say(N_("Copies")), copies, say(N_("how many copies there are")), "SL"),
        book.fact(say(N_("Out of reach")), reach, say(N_("a copy that no administrator can delete")), "SL"),
        book.fact(
            say(N_("Can delete all copies")),
            _deleters(continuity, book),
            say(N_("whose account could delete every copy")),
            "SL",
        ),
    )


def _deleters(continuity: Continuity, book: Book) -> str | None:
    if continuity.delete_all_copies is None:
        return None
    return book.people.names(continuity.delete_all_copies) or book.say(N_("nobody"))
