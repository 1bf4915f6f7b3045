"""A company's own playbook: a folder over a shipped one, checked with places, all at once."""

from collections.abc import Mapping
from datetime import date

import pytest

from rollout_kit import pipeline
from rollout_kit.finding import Problem
from rollout_kit.language.words import Words
from rollout_kit.playbook.layer import LONGEST_TEXT
from rollout_kit.playbook.load import Opened, load_playbook, open_playbook
from rollout_kit.playbook.shape import MOST_ENTRIES
from rollout_kit.playbook.window import parse_window
from rollout_kit.playbook.wording import MOST_GUESSES

pytestmark = pytest.mark.uncounted

HEAD = 'extends = "managed-service"\n'
TASK = """
[tasks.works-council]
step = 1
seats = ["SO 1/0.5", "OL 0.5/-"]
lead = "SO"
after = ["kickoff"]
window = "k+1..p0.30"
mode = "sitting"
chapters = ["purpose"]
in_21_days = "keep"
in_14_days = "shorten"
"""
WORDS = """
[tasks.works-council]
name = "Hear the works council"
proof = "Minutes with a date"
reason = "Nobody starts over its head."
"""


def opened(structure: str, words: str = "", **files: str) -> Opened:
    """Open a folder with this structure, English words, and further files by their names (`_` for `/`)."""
    texts = {"playbook.toml": HEAD + structure, "en/words.toml": words}
    texts |= {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    return open_playbook("./ours", contents("ours", texts))


def contents(home: str, texts: Mapping[str, str]) -> dict[str, bytes]:
    return {f"{home}/{name}": text.encode() for name, text in texts.items() if text}


def said(problem: Problem) -> str:
    place = problem.position
    file = place.file.removeprefix("ours/")
    return f"{file}:{place.line}:{place.column} {problem.code} {Words('en').text(problem.message)}"


def helped(problem: Problem) -> str:
    return Words("en").text(problem.help) if problem.help else ""


def only(held: Opened) -> Problem:
    assert [said(problem) for problem in held.problems][1:] == []
    return held.problems[0]


def test_what_an_entry_does_not_name_stays_as_it_was() -> None:
    playbook = opened('[tasks.monitoring]\nseats = ["SL 2/1"]\n').sound
    ours, theirs = playbook.task("monitoring"), load_playbook("managed-service").task("monitoring")

    assert ours is not None
    assert theirs is not None
    assert [seat.hours for seat in ours.seats] == [2]
    assert ours.window == theirs.window


def test_a_task_of_its_own_comes_after_those_of_the_base() -> None:
    held = opened(TASK, WORDS)

    assert held.sound.tasks[-1].id == "works-council"
    assert held.ids("tasks")[-1] == "works-council"
    assert len(held.sound.tasks) == len(load_playbook("managed-service").tasks) + 1


def test_lists_are_appended_to_and_nothing_is_doubled() -> None:
    keys = opened('chapters = ["scope", "house"]\n', '[chapters.house]\ntitle = "Our house"\n').sound.chapter_keys

    assert keys == (*load_playbook("managed-service").chapter_keys, "house")


def test_a_text_overrides_that_of_the_base_and_the_others_stay() -> None:
    texts = opened("", '[tasks.kickoff]\nname = "First meeting"\n').sound.texts_in("en")

    assert texts["tasks.kickoff.name"] == "First meeting"
    assert texts["tasks.kickoff.proof"] == load_playbook("managed-service").texts["en"]["tasks.kickoff.proof"]


def test_a_chapter_is_replaced_as_a_whole() -> None:
    assert opened("", en__chapters__scope_md="Ours.").sound.chapters_in("en")["scope"] == "Ours."


def test_words_in_one_language_serve_every_document() -> None:
    playbook = open_playbook("./ours", contents("ours", {"playbook.toml": HEAD + TASK, "de/w.toml": WORDS})).sound

    assert playbook.texts_in("en")["tasks.works-council.name"] == "Hear the works council"
    assert playbook.texts_in("de-CH")["tasks.kickoff.name"] == playbook.texts["de"]["tasks.kickoff.name"]
    assert playbook.texts_in("xx")["tasks.kickoff.name"] == playbook.texts["en"]["tasks.kickoff.name"]


@pytest.mark.parametrize(("tag", "lacking"), [("en", 0), ("de", 4), ("de-CH", 4)])
def test_the_words_that_a_language_lacks_are_counted(tag: str, lacking: int) -> None:
    assert opened(TASK, WORDS, en__chapters__scope_md="Ours.").lacking_words(tag) == lacking


def test_what_is_dropped_is_gone_and_nobody_waits_for_it() -> None:
    playbook = opened(
        'drop = ["tasks.scope-and-limits", "later.refresher", "scenarios.phishing", "chapters.risks"]\n'
    ).sound

    assert playbook.task("scope-and-limits") is None
    assert [task.id for task in playbook.tasks for each in task.after if each.task == "scope-and-limits"] == []
    assert "refresher" not in [item.id for item in playbook.later]
    assert "phishing" not in playbook.mandatory_scenarios
    assert playbook.scenario("phishing") is None
    assert [task.id for task in playbook.tasks if task.scenario == "phishing" or "risks" in task.chapters] == []


def test_a_cure_that_was_due_with_a_dropped_task_is_due_when_its_window_ends() -> None:
    base = load_playbook("managed-service")
    named = next(cure for cure in base.cures if cure.before.startswith("task:") and cure.before != "task:kickoff")
    task = base.task(named.before[5:])
    assert task is not None

    playbook = opened(f'drop = ["tasks.{task.id}"]\n').sound

    before = next(cure.before for cure in playbook.cures if cure.id == named.id)
    assert parse_window(f"k+0..{before}").end == task.window.end


def test_what_only_belongs_to_a_dropped_task_goes_with_it() -> None:
    base = load_playbook("managed-service")
    cured = next(cured for cured in base.cured_by_task if cured.task != "kickoff")

    playbook = opened(f'drop = ["tasks.{cured.task}"]\n').sound

    assert cured.task not in [each.task for each in playbook.cured_by_task]
    assert cured.task not in [agenda.task for agenda in playbook.agendas]


def test_a_dropped_table_makes_room_for_an_own_one() -> None:
    line = '[go_live.open]\nday = "cut-over"\nat = "07:45"\nwho = ["OL"]\n'
    playbook = opened(
        f'drop = ["go_live"]\n{line}', '[go_live.open]\nstep = "Open the bridge"\nproof = "Names"\n'
    ).sound

    assert [line.id for line in playbook.go_live] == ["open"]


def test_a_folder_may_extend_a_folder() -> None:
    texts = contents("ours", {"playbook.toml": 'extends = "./house"\ndrop = ["tasks.works-council"]\n'})
    texts |= contents("house", {"playbook.toml": HEAD + TASK, "en/w.toml": WORDS})

    assert open_playbook("./ours/", texts).sound.task("works-council") is None
    assert open_playbook("house/", texts).sound.task("works-council") is not None


def test_a_folder_without_a_playbook_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        open_playbook("./ours", {"ours/tasks.toml": b""})


@pytest.mark.parametrize(
    ("structure", "wanted", "remedy"),
    [
        ('tsks = { }\n', "playbook.toml:2:1 FMT201 a playbook has no 'tsks'", "did you mean 'tasks'?"),
        ('tasks = 3\n', "playbook.toml:2:9 FMT204 'tasks' needs tables with an id each, not a number", ""),
        ('[tasks]\nx = "y"\n', "playbook.toml:3:5 FMT204 'tasks.x' needs a table, not a text", ""),
        ('chapters = "risks"\n', "playbook.toml:2:12 FMT204 'chapters' needs a list, not a text", ""),
        ('drop = [3]\n', "playbook.toml:2:9 FMT204 'drop.0' needs a text, not a number", ""),
        ('drop = ["tasks.pilot-rnu"]\n', "playbook.toml:2:9 FMT301 there is no 'tasks.pilot-rnu' to be dropped",
         "did you mean 'tasks.pilot-run'?"),
        ('[tasks.monitoring]\nleed = "SO"\n', "playbook.toml:3:1 FMT202 'tasks.monitoring' has no key 'leed'",
         "did you mean 'lead'?"),
        ('[tasks.monitoring]\nlead = "SOO"\n',
         "playbook.toml:3:8 FMT301 tasks.monitoring.lead names SOO, which is not known", "did you mean 'SO'?"),
        ('[tasks.monitoring]\nafter = ["kickof"]\n',
         "playbook.toml:3:10 FMT304 tasks.monitoring.after names kickof, which is not known",
         "did you mean 'kickoff'?"),
        ('[tasks.monitoring]\nwindow = "k+1-k+2"\n',
         "playbook.toml:3:10 FMT504 'tasks.monitoring.window' cannot be read: \"k+1-k+2\"", "a window is written"),
        ('[tasks.monitoring]\nwindow = "k+1..g+99999999999"\n',
         "playbook.toml:3:10 FMT504 'tasks.monitoring.window' cannot be read: \"k+1..g+99999999999\"", "a window"),
        ('[tasks.monitoring]\nseats = ["SO 1,5/1"]\n',
         "playbook.toml:3:10 FMT504 'tasks.monitoring.seats.0' cannot be read: \"SO 1,5/1\"", "a seat is written"),
        ('[tasks.monitoring]\nseats = ["SO 100/1"]\n',
         "playbook.toml:3:10 FMT504 'tasks.monitoring.seats.0' cannot be read: \"SO 100/1\"", "a seat is written"),
        ('[tasks.monitoring]\nis_hard = "yes"\n', "playbook.toml:3:11 FMT204 'is_hard' needs true or false, not a text",
         "write true"),
        ('[tasks.monitoring]\nrules = ["OWN999"]\n',
         "playbook.toml:3:10 FMT303 tasks.monitoring.rules names OWN999, which is no code of a rule", ""),
        ('[tasks.monitoring]\nafter = ["monitoring"]\n',
         "playbook.toml:3:9 FMT307 tasks wait for each other in a circle: monitoring → monitoring",
         "take one of them out of 'after'"),
        ('[modules.m-night]\nminutes = 99999\n',
         "playbook.toml:3:11 FMT103 'modules.m-night.minutes' is 99999; 5,000 is the most", ""),
        ('[tasks."a b"]\nlead = "SO"\n', "playbook.toml:2:8 FMT109 'a b' is no id of a playbook", "an id has letters"),
        ('chapters = ["risks", "risks"]\n', "playbook.toml:2:12 FMT115 risks is there twice", ""),
    ],
)  # fmt: skip
def test_a_fault_of_the_structure_is_told_with_its_place(structure: str, wanted: str, remedy: str) -> None:
    problem = only(opened(structure))

    assert said(problem) == wanted
    assert helped(problem).startswith(remedy)


@pytest.mark.parametrize(
    ("words", "wanted", "remedy"),
    [
        ("[tasks.kickof]\nname = 'x'\n",
         "en/words.toml:2:1 FMT202 nothing of the playbook needs the text 'tasks.kickof.name'",
         "did you mean 'tasks.kickoff.name'?"),
        ("[tasks.train-users]\nname = 'x'\n",
         "en/words.toml:2:8 FMT506 the text tasks.train-users.name lacks {training}", ""),
        ("[tasks.kickoff]\nname = '{site}'\n",
         "en/words.toml:2:8 FMT506 the text tasks.kickoff.name has {site}, which nothing fills", ""),
        ("[tasks.train-users]\nname = '{training:>9999}'\n",
         "en/words.toml:2:8 FMT506 the text tasks.train-users.name has {training:>9999}, where {training} is filled in",
         ""),
        ("[tasks.kickoff]\nname = 'a { b'\n",
         "en/words.toml:2:8 FMT507 the text tasks.kickoff.name has a brace without its partner", "write {{ or }}"),
        ("[tasks.kickoff]\nname = 3\n", "en/words.toml:2:8 FMT204 'tasks.kickoff.name' needs a text, not a number", ""),
        ("[tasks.kickoff\n", "en/words.toml:1:1 FMT113 the header opens with '[' and does not close with ']'", ""),
    ],
)  # fmt: skip
def test_a_fault_of_the_words_is_told_with_its_place(words: str, wanted: str, remedy: str) -> None:
    problem = only(opened("", words))

    assert said(problem) == wanted
    assert helped(problem).startswith(remedy)


def test_an_entry_without_words_is_told_where_it_stands() -> None:
    assert (
        said(only(opened(TASK))) == "playbook.toml:3:8 FMT505 'tasks.works-council' has no text for name, proof, reason"
    )


def test_an_entry_that_lacks_a_field_is_told_where_it_stands() -> None:
    problem = only(opened(TASK.replace('lead = "SO"\n', ""), WORDS))

    assert said(problem) == "playbook.toml:3:8 FMT203 'tasks.works-council' has no 'lead', which it needs"


def test_two_languages_with_other_parameters_are_told() -> None:
    texts = {"playbook.toml": HEAD, "en/w.toml": "[cures.name-doer]\nname = 'x {subject}'\n",
             "de/w.toml": "[cures.name-doer]\nname = 'x {n}'\n"}  # fmt: skip

    assert said(only(open_playbook("./ours", contents("ours", texts)))) == (
        "de/w.toml:2:8 FMT506 the text cures.name-doer.name has {n}, where {subject} is filled in"
    )


def test_a_file_that_is_not_utf_8_is_told() -> None:
    texts = contents("ours", {"playbook.toml": HEAD}) | {
        "ours/de/w.toml": "[tasks.kickoff]\nname = 'Eröffnung'\n".encode("latin-1")
    }

    problem = only(open_playbook("./ours", texts))

    assert said(problem).startswith("de/w.toml:2:11 FMT101 the file is saved as Windows-1252")


def test_a_chapter_that_is_not_utf_8_is_told() -> None:
    texts = contents("ours", {"playbook.toml": HEAD}) | {"ours/de/chapters/scope.md": "für".encode("latin-1")}

    assert said(only(open_playbook("./ours", texts))).startswith("de/chapters/scope.md:1:2 FMT101")


def test_a_chapter_of_an_unknown_name_is_told() -> None:
    problem = only(opened("", en__chapters__scpoe_md="x"))

    assert said(problem) == "en/chapters/scpoe.md:1:1 FMT301 en/chapters names scpoe, which is not known"
    assert helped(problem) == "did you mean 'scope'?"


def test_a_folder_that_is_no_language_is_told() -> None:
    assert said(only(opened("", deutsch__w_toml="[tasks.kickoff]\nname = 'x'\n"))) == (
        "deutsch:1:1 FMT216 'deutsch' is no language tag"
    )


@pytest.mark.parametrize(("base", "wanted"), [
    ("./ours", "ours/playbook.toml FMT508 playbooks extend each other in a circle: ours → ours"),
    ("./house", "house/playbook.toml FMT508 playbooks extend each other in a circle: ours → house → ours"),
    ("managed-servic", "ours/playbook.toml FMT302 there is no playbook 'managed-servic'"),
    ("./nowhere", "ours/playbook.toml FMT302 there is no playbook './nowhere'"),
])  # fmt: skip
def test_a_base_that_cannot_be_is_told(base: str, wanted: str) -> None:
    texts = contents("ours", {"playbook.toml": f'extends = "{base}"\n'})
    texts |= contents("house", {"playbook.toml": 'extends = "./ours"\n'})

    first = open_playbook("./ours", texts).problems[0]

    assert (first.position.line, first.position.column) == (1, 11)
    assert f"{first.position.file} {first.code} {Words('en').text(first.message)}" == wanted


def test_everything_that_is_wrong_is_told_at_once() -> None:
    structure = 'drop = ["tasks.x"]\n' + TASK.replace('"sitting"', '"siting"') + '\n[tasks.monitoring]\nlead = "XX"\n'
    codes = [problem.code for problem in opened(structure, "[tasks.kickoff]\nname = '{'\n").problems]

    assert sorted(codes) == ["FMT210", "FMT301", "FMT301", "FMT507"]


@pytest.mark.parametrize(("length", "told"), [(LONGEST_TEXT, []), (LONGEST_TEXT + 1, ["FMT103"])])
def test_a_text_has_a_length(length: int, told: list[str]) -> None:
    words = f"[tasks.kickoff]\nproof = '{'x' * length}'\n"

    assert [problem.code for problem in opened("", words).problems] == told


@pytest.mark.parametrize(("number", "told"), [(MOST_ENTRIES, []), (MOST_ENTRIES + 1, ["FMT103"])])
def test_a_list_has_an_end(number: int, told: list[str]) -> None:
    ids = [f"t{index}" for index in range(number)]
    words = "".join(f"[glossary.{id}]\nterm = 'a'\nmeaning = 'b'\nstems = 'a'\n" for id in ids[:MOST_ENTRIES])

    assert [problem.code for problem in opened(f"glossary = {ids}\n", words).problems] == told


def test_a_base_fault_that_a_drop_brings_about_is_shown_at_the_drop() -> None:
    problem = opened('drop = ["activities.restore"]\n').problems[0]

    assert said(problem).startswith("playbook.toml:2:8 FMT301 ")
    assert "names doer-of:restore" in said(problem)


MAIN = """format = 1
[rollout]
name = "Mail"
service = "Mail"
kickoff = 2027-01-11
days = 30
playbook = "./ours"
[customer]
name = "A"
users = 40
[provider]
name = "B"
"""


def run(main: str, **texts: str) -> pipeline.Outcome:
    files = contents("ours", {name.replace("__", "/").replace("_", "."): text for name, text in texts.items()})
    return pipeline.run("rollout.toml", {"rollout.toml": main.encode(), **files}, date(2026, 12, 14))


def test_a_rollout_is_planned_with_the_own_playbook() -> None:
    result = run(MAIN, playbook_toml=HEAD + TASK, en__words_toml=WORDS).result

    assert result is not None
    assert "works-council" in [task.id for task in result.case.plan.tasks]
    assert result.case.playbook.name == "ours"


def test_problems_of_the_own_playbook_stop_and_show_their_line() -> None:
    outcome = run(MAIN, playbook_toml=HEAD + "drop = ['x']\n")

    assert outcome.result is None
    assert [said(problem) for problem in outcome.problems] == ["playbook.toml:2:9 FMT301 there is no 'x' to be dropped"]
    assert outcome.places.source_line(outcome.problems[0].position) == "drop = ['x']"


@pytest.mark.parametrize(("name", "wanted"), [
    ("./ours", "rollout.toml:7:12 FMT501 there is no playbook in the folder './ours'"),
    ("../ours", "rollout.toml:7:12 FMT502 '../ours' leads out of the folder of the description"),
    ("/ours", "rollout.toml:7:12 FMT502 '/ours' leads out of the folder of the description"),
    ("ours", "rollout.toml:7:12 FMT302 there is no playbook 'ours'"),
])  # fmt: skip
def test_a_folder_that_holds_no_playbook_is_told_once(name: str, wanted: str) -> None:
    assert [said(problem) for problem in run(MAIN.replace("./ours", name)).problems] == [wanted]


@pytest.mark.parametrize(("language", "number"), [("en", 0), ("de", 1)])
def test_one_note_says_that_a_language_lacks_words(language: str, number: int) -> None:
    main = MAIN.replace("days = 30", f'days = 30\nlanguage = "{language}"')
    notes = run(main, playbook_toml=HEAD + TASK, en__words_toml=WORDS).notes

    assert [note.code for note in notes] == ["FMT605"] * number


BEYOND_READING = [
    ('[tasks.x\n', "playbook.toml:2:1 FMT113 the header opens with '[' and does not close with ']'"),
    (TASK * 2, "playbook.toml:14:2 FMT115 the table 'tasks.works-council' is there already"),
]  # fmt: skip


@pytest.mark.parametrize(("structure", "wanted"), BEYOND_READING)
def test_a_file_that_cannot_be_read_is_all_that_is_told(structure: str, wanted: str) -> None:
    assert said(only(opened(structure, WORDS))) == wanted


@pytest.mark.parametrize("base", ['"managed-servce"', '"./nowhere"', '"./ours"', '""', "3", '["managed-service"]'])
def test_a_base_that_cannot_be_is_all_that_is_told(base: str) -> None:
    held = open_playbook("./ours", contents("ours", {"playbook.toml": f"extends = {base}\n{TASK}", "en/w.toml": WORDS}))

    assert said(only(held)).startswith("playbook.toml:1:11 FMT")


def test_what_may_stand_in_a_file_that_cannot_be_read_is_not_missed_in_the_description() -> None:
    description = MAIN + '[plan]\ndrop = ["works-council"]\n'
    texts = {
        "rollout.toml": description.encode(),
        **contents("ours", {"playbook.toml": HEAD + "[tasks.works-council\n"}),
    }

    assert [one.code for one in pipeline.run("rollout.toml", texts, date(2026, 12, 14)).problems] == ["FMT113"]


@pytest.mark.parametrize(
    "entry",
    [
        TASK.replace("step = 1", "step = nan"),
        TASK.replace('["SO 1/0.5", "OL 0.5/-"]', '[{ who = "SO", hours = inf, small = 1.0 }]'),
        "[[tasks.works-council]]\nstep = 1\n",
        "[[tasks]]\nid = 'works-council'\n",
        TASK + 'id = "other"\n',
    ],
)
def test_the_words_of_an_entry_that_is_refused_are_not_told_as_well(entry: str) -> None:
    assert said(only(opened(entry, WORDS))).startswith("playbook.toml:")


@pytest.mark.parametrize("written", ["4.0", "true", "'4'", "-1", "8"])
def test_a_number_of_a_step_is_one_of_those_that_there_are(written: str) -> None:
    fault = only(opened(TASK.replace("step = 1", f"step = {written}"), WORDS))

    assert (fault.code, helped(fault)) == ("FMT211", "allowed: 1, 2, 3, 4, 5, 6 or 7")


@pytest.mark.parametrize(
    "written", ["after_hypercare_days = -1\n", 'seats = [{ who = "SO", hours = -4.0, small = 1.0 }]\n']
)
def test_nothing_takes_less_than_no_time(written: str) -> None:
    assert only(opened(f"[tasks.monitoring]\n{written}")).position.line == 3


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (WORDS.replace("name", "nmae"), "en/words.toml:3:1 FMT202 nothing of the playbook needs the text "),
        (
            WORDS.replace('"Hear the works council"', "3"),
            "en/words.toml:3:8 FMT204 'tasks.works-council.name' needs a text",
        ),
        (
            WORDS.replace('"Hear the works council"', '" "'),
            "playbook.toml:3:8 FMT505 'tasks.works-council' has no text",
        ),
    ],
)
def test_a_text_that_is_wrong_is_told_once(words: str, wanted: str) -> None:
    assert said(only(opened(TASK, words))).startswith(wanted)


def test_a_playbook_that_extends_none_is_told_to_do_so() -> None:
    fault = only(open_playbook("./ours", contents("ours", {"playbook.toml": "# ours\n"})))

    assert (said(fault)[:28], helped(fault)) == (
        "playbook.toml:1:1 FMT508 the",
        'write extends = "managed-service" as its first line',
    )


def test_roles_are_offered_where_a_name_is_none() -> None:
    assert "SP, DM, SO" in helped(only(opened('[tasks.monitoring]\nseats = ["XX 1/1"]\n')))


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\u202e", "\u2066"])
def test_a_chapter_holds_no_sign_that_turns_or_controls(sign: str) -> None:
    fault = only(opened("", en__chapters__scope_md=f"Line one.\r\nTwo{sign} three"))

    assert said(fault) == f"en/chapters/scope.md:2:4 FMT213 the text holds a control character (U+{ord(sign):04X})"


def test_guesses_at_what_was_meant_end() -> None:
    words = "".join(f'[tasks.kickof{index}]\nname = "x"\n' for index in range(200))
    held = opened("", words)

    assert len(held.problems) == 200
    assert 0 < len([one for one in held.problems if one.help]) <= MOST_GUESSES
