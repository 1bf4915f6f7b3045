"""What people really type, one line each: place, code, message and remedy."""

import re

import pytest

from rollout_kit.description.read import read
from tests.description.sample import line


def told(text: str) -> list[str]:
    return [line(one) for one in read("rollout.toml", text.encode()).problems]


KEY_RULE = "is no key: without quotes it has letters a to z, digits, - and _ only"
COMMENT = "put # before a comment"
TEXT_COMMENT = 'put # before a comment; inside a text write \\" for a quote'
LITERAL = "with single quotes, or every backslash twice"
BACKSLASH = "FMT111 a backslash has a meaning of its own between double quotes"

SLIPS = [
    ("kickoff = 11.01.2027", "1:11 FMT105 a date is written 2027-01-11, not 11.01.2027 | write 2027-01-11"),
    ("kickoff = 11/01/2027", "1:11 FMT105 a date is written 2027-01-11, not 11/01/2027 | write 2027-01-11"),
    ("kickoff = 2027-1-11", "1:11 FMT105 a date is written 2027-01-11, not 2027-1-11 | write 2027-01-11"),
    (
        "kickoff = 11. Januar 2027 # ?",
        "1:11 FMT105 a date is written 2027-01-11, not 11. Januar 2027 | write 2027-01-11",
    ),
    ("kickoff = 2027–01–11", "1:11 FMT105 a date is written 2027-01-11, not 2027–01–11 | write 2027-01-11"),
    (
        "kickoff = 2027-02-30 # x",
        "1:11 FMT116 there is no day 2027-02-30 | a date is written year-month-day: 2027-01-11",
    ),
    ("at = 24:00", '1:6 FMT116 there is no time 24:00 | write "23:59"'),
    ("at = 9:00", '1:6 FMT116 a time of day is written 09:00, not 9:00 | write "09:00"'),
    ("share = 0,5", "1:9 FMT106 '0,5' is not how a number is written here | write 0.5"),
    ("project = 120'000", "1:11 FMT106 '120'000' is not how a number is written here | write 120000"),
    ("project = 120’000", "1:11 FMT106 '120’000' is not how a number is written here | write 120000"),
    ("project = 1.000,50", "1:11 FMT106 '1.000,50' is not how a number is written here | write 1000.50"),
    ("users = 085", "1:9 FMT106 '085' is not how a number is written here | write 85"),
    ("days = 30 Tage", "1:8 FMT106 '30 Tage' is not how a number is written here | write 30"),
    ("share = 50%", "1:9 FMT107 a share is written 0.5, not 50% | write 0.5"),
    ("share = 12,5 %", "1:9 FMT107 a share is written 0.125, not 12,5 % | write 0.125"),
    *(
        (f"job_aid = {word}", f"1:11 FMT108 yes and no are written true and false, not {word} | write {right}")
        for right, words in (("true", "ja oui yes wahr True"), ("false", "nein non no falsch False"))
        for word in words.split()
    ),
    ("[people.müller]", f"1:9 FMT109 'müller' {KEY_RULE} | write [people.\"müller\"] or [people.mueller]"),
    ("müller = 1", f"1:1 FMT109 'müller' {KEY_RULE} | write \"müller\" or mueller"),
    ("a = { go live = 1 }", f"1:7 FMT109 'go live' {KEY_RULE} | write \"go live\" or go_live"),
    ("name = „Anna“", '1:8 FMT110 typographic quotes do not mark a text | use straight quotes: "Anna"'),
    ("name = “Anna” # x", '1:8 FMT110 typographic quotes do not mark a text | use straight quotes: "Anna"'),
    ("name = « Anna »", '1:8 FMT110 typographic quotes do not mark a text | use straight quotes: "Anna"'),
    (
        'name = "Anna“',
        '1:13 FMT110 a text that opens with a straight quote closes with one | use straight quotes: "Anna"',
    ),
    ('path = "C:\\Daten"', f"1:8 {BACKSLASH} | write 'C:\\Daten' {LITERAL}"),
    ('path = "C:\\Daten\\"', f"1:8 {BACKSLASH} | write 'C:\\Daten\\' {LITERAL}"),
    ("name = Anna Keller # x", '1:8 FMT112 a text stands between quotes | write "Anna Keller"'),
    ("rto = 2 Stunden", '1:7 FMT112 a text stands between quotes | write "2 h"'),
    ("hours = Mon-Fri 08:00-17:00", '1:9 FMT112 a text stands between quotes | write "Mon-Fri 08:00-17:00"'),
    ('roles = ["desk", trainer]', '1:18 FMT112 a text stands between quotes | write "trainer"'),
    ('name = "Anna', '1:8 FMT113 the text opens with " and does not close on this line | write " at its end'),
    ("[people.anna", "1:1 FMT113 the header opens with '[' and does not close with ']' | write [people.anna]"),
    ("[[kpis]", "1:1 FMT113 the header opens with '[[' and does not close with ']]' | write [[kpis]]"),
    ("name: Anna", "1:5 FMT114 ':' stands where '=' belongs | write name = \"Anna\""),
    ("rollout:", "1:8 FMT114 ':' stands where '=' belongs | write [rollout]"),
    (
        "- Anna",
        "1:1 FMT114 a list is not written with '-' at the start of a line | "
        "write the items between [ and ], with commas",
    ),
    ("users = 85;", f"1:11 FMT117 ';' follows a value that is already complete | {COMMENT}"),
    ('name = "Anna" Keller', f"1:15 FMT117 'Keller' follows a value that is already complete | {TEXT_COMMENT}"),
    (
        'name = "A" users = 3',
        "1:12 FMT117 'users = 3' follows a value that is already complete | write it on a line of its own",
    ),
    ('[rollout] name = "X"', "1:11 FMT117 something follows the header of a section | write it on a line of its own"),
    ("name =", "1:6 FMT118 there is no value after '=' | write a value, or put # before the line"),
    ("phone = null", "1:9 FMT118 'null' is no value; what is not known is left out | put # before the line"),
    ("foo bar", "1:5 FMT104 a '=' belongs here, between key and value"),
    ("a = {b = 1 c = 2}", "1:12 FMT104 a comma or '}' belongs here"),
]


@pytest.mark.parametrize(("text", "wanted"), SLIPS)
def test_a_slip_gets_its_own_message_at_its_place(text, wanted):
    assert told(text) == [wanted]


def test_the_slip_stands_alone_in_the_middle_of_a_file_too():
    for text, wanted in SLIPS:
        found = told(f"[a]\nx = 1\n{text}\n\n[zz]\ny = 2\n")
        assert found == [wanted.replace("1:", "3:", 1)], text


def test_all_slips_of_a_file_are_told_in_one_run_each_once():
    slips = [(text, wanted) for text, wanted in SLIPS if re.match(r"[a-z]+ =", text)][:38]
    text = "".join(f"[t{row}]\n{text}\n" for row, (text, _) in enumerate(slips))
    wanted = [f"{2 * row + 2}:{wanted.partition(':')[2]}" for row, (_, wanted) in enumerate(slips)]
    assert len(slips) > 30
    assert told(text) == wanted


def test_two_slips_on_a_line_are_two_problems():
    assert told("a = [{ from = 01.02.2027, to = 05.02.2027 }]") == [
        "1:15 FMT105 a date is written 2027-02-01, not 01.02.2027 | write 2027-02-01",
        "1:32 FMT105 a date is written 2027-02-05, not 05.02.2027 | write 2027-02-05",
    ]


def test_slips_in_lists_and_tables_over_several_lines_are_found():
    assert told("a = [\n  11.01.2027,\n  12.01.2027,\n]\nb = {\n  c = 0,5,\n}\n") == [
        "2:3 FMT105 a date is written 2027-01-11, not 11.01.2027 | write 2027-01-11",
        "3:3 FMT105 a date is written 2027-01-12, not 12.01.2027 | write 2027-01-12",
        "6:7 FMT106 '0,5' is not how a number is written here | write 0.5",
    ]


def test_texts_over_several_lines_are_not_judged():
    assert told('summary = """\n„b“ = 0,5\n"""\nkickoff = 11.01.2027\n') == [
        "4:11 FMT105 a date is written 2027-01-11, not 11.01.2027 | write 2027-01-11"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a = [1, 2\nb = 3\n[c]\n", "1:5 FMT113 '[' opens here and does not close | write ']' at the end"),
        ("a = { x = 1\nb = 3\n", "1:5 FMT113 '{' opens here and does not close | write '}' at the end"),
        ('a = [\n  "b",\n', "1:5 FMT113 '[' opens here and does not close | write ']' at the end"),
        (
            'a = "first\nsecond"\nb = 1\n',
            '1:5 FMT113 the text opens with " and does not close on this line | write " at its end',
        ),
    ],
)
def test_what_does_not_close_is_told_where_it_opens(text, wanted):
    assert told(text) == [wanted]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_long_text_that_does_not_close_is_told_where_it_opens(quotes):
    said = f"FMT113 the text opens with {quotes} and does not close | close it with the same three signs: {quotes}"
    assert told(f"a = 1\nb = {quotes}x") == [f"2:5 {said}"]
    assert told(f"a = {quotes}x\n\n- 0,5 of it\n[t]\nb = ja\n") == [
        f"1:5 {said}",
        "5:5 FMT108 yes and no are written true and false, not ja | write true",
    ]
    assert told(f"a = {quotes}x{quotes}\nb = [\n  {quotes}x\n]\nc = ja\n") == [f"3:3 {said}"]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
@pytest.mark.parametrize("next_text", ["x{}", "\nx\n{}\n"])
def test_so_is_one_that_only_the_next_long_text_closes(quotes, next_text):
    said = f"FMT113 the text opens with {quotes} and does not close | close it with the same three signs: {quotes}"
    begin = f"a = {quotes}y{quotes}\nb = {quotes}\nit is\n[t]\nc = {quotes}"
    assert told(f"{begin}{next_text.format(quotes)}\nd = ja\n")[0] == f"2:5 {said}"
    assert len(told(f"{begin}{next_text.format(quotes)}\nd = ja\n")) == 2


@pytest.mark.parametrize(
    ("text", "wanted", "first"),
    [
        ("a = 1\nb = 2\na = 3\n", "3:1 FMT115 the key 'a' is there already", (1, 1)),
        ("[t]\nx = 1\n[u]\n[t]\n", "4:2 FMT115 the table 't' is there already", (1, 2)),
        ("[t]\nx = 1\nx = 2\n", "3:1 FMT115 the key 't.x' is there already", (2, 1)),
        ("a = { b = 1, b = 2 }\n", "1:14 FMT115 the key 'b' is there already", (1, 7)),
        ("a = { b = 1 }\na.c = 2\n", "2:1 FMT115 'a.c' adds to something that is complete already", (1, 1)),
    ],
)
def test_what_is_there_twice_is_told_with_both_places(text, wanted, first):
    (problem,) = read("rollout.toml", text.encode()).problems
    assert line(problem) == f"{wanted} | keep one of the two"
    assert [(place.line, place.column) for place in problem.further] == [first]


def test_an_unknown_error_does_not_hide_the_slips_after_it():
    assert told("a = 1\nfoo bar\nb = ja\n") == [
        "2:5 FMT104 a '=' belongs here, between key and value",
        "3:5 FMT108 yes and no are written true and false, not ja | write true",
    ]
