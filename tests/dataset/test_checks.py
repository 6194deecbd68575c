"""Every kind of fault, planted one by one and together: exactly the planted ones are reported, with their lines."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import SMALL, small_folder
from timeline.dataset import Dataset, UnusableFolder
from timeline.dataset.identifiers import Speller
from timeline.dataset.problems import Problem
from timeline.loading import check, load


@dataclass(frozen=True)
class Fault:
    """Text put in place of another in a file, and the one problem that must be reported for it."""

    name: str
    file: str
    old: str
    new: str
    line: int
    column: str | None
    says: str
    severity: str = "error"
    also: tuple[tuple[str, str, str], ...] = ()
    at: str = ""

    def plant(self, files: dict[str, str]) -> dict[str, str]:
        files = dict(files)
        for file, old, new in ((self.file, self.old, self.new), *self.also):
            assert files[file].count(old) >= 1, (file, old)
            files[file] = files[file].replace(old, new, 1)
        return files

    @property
    def place(self) -> tuple[str, str, int, str | None]:
        file = self.at or self.file
        return self.severity, "timeline.toml" if file == "toml" else f"{file}.csv", self.line, self.column


FAULTS = (
    # Rows that are not as wide as the header, or whose quotation marks are damaged
    Fault("extra cell", "events", "The first trial", "The first, famous trial", 4, None, "quotation marks"),
    Fault("cell missing", "accounts", "removal,memoir,c. March 1935,,,,,,,", "removal,memoir,", 7, None, "3 cells"),
    Fault("cell missing in the middle", "events", "bloc,,,The", "bloc,,The", 5, None, "9 cells"),
    Fault("unterminated quote", "events", 'from behind."', "from behind.", 2, None, "never closed"),
    Fault("unterminated quote on one line", "people", "Lev", '"Lev', 4, None, "never closed"),
    Fault("stray quote", "accounts", "It says so.", '"It says "so".', 2, None, "do not pair up"),
    Fault("NUL byte", "people", "Opposition", "Oppo\0sition", 4, None, "NUL"),
    # Ids
    Fault("id missing", "people", "nikolaev,Leo", ",Leo", 3, "person_id", "must not be empty"),
    Fault("event id missing", "events", "kirov-murder,", ",", 2, "event_id", "must not be empty",
          also=(("events", "Kirov is murdered", "Shots at the Smolny: Kirov dies"),)),
    Fault("title missing", "events", "The first trial", "", 4, "title", "must not be empty"),
    Fault("question without text", "questions", "Who gave the order?", "", 2, "question", "must not be empty"),
    Fault("answer without position", "answers", "the police", "", 3, "position", "must not be empty"),
    Fault("id repeated", "events", "removal,March", "bloc,March", 6, "event_id", "line 5"),
    Fault("person repeated", "people", "nikolaev,Leonid", "kirov,Leonid", 3, "person_id", "line 2"),
    Fault("not kebab-case", "events", "removal", "The_Removal", 6, "event_id", "write 'the-removal'"),
    Fault("tour not kebab-case", "tours", "murder,", "A murder,", 2, "tour_id", "write 'a-murder'"),
    # References
    Fault("unknown person", "events", "kirov:", "kirof:", 2, "people", "did you mean 'kirov'?"),
    Fault("person by name", "events", "kirov:", "Sergei Kirov:", 2, "people", "did you mean 'kirov'?"),
    Fault("people by comma", "events", "kirov:victim; nikolaev:assassin", '"kirov:victim, nikolaev:x"', 2,
          "people", "person_id:role"),
    Fault("role of nobody", "events", "kirov:victim", ":victim", 2, "people", "person_id:role"),
    Fault("unknown theme", "events", ",court,Moscow", ",cuort,Moscow", 4, "theme", "did you mean 'court'?"),
    Fault("unknown event", "accounts", "removal", "removel", 7, "event_id", "did you mean 'removal'?"),
    Fault("unknown event unlike any", "accounts", "removal", "xyzzy", 7, "event_id", "there is no event_id"),
    Fault("unknown source", "accounts", "bloc,mirror", "bloc,miror", 6, "source_id", "did you mean 'mirror'?"),
    Fault("unknown stance", "accounts", ",accepts,,,,p", ",acepts,,,,p", 3, "stance", "did you mean 'accepts'?"),
    Fault("unknown word of dating", "events", ",5,by all", ",5,Partli", 2, "established", "did you mean 'partly'?",
          also=(("events", "importance,dating", "importance,established"),)),
    Fault("unknown document", "sources", ",memoir,,,,", ",memoirs,,,,", 5, "quoted_in", "did you mean 'memoir'?"),
    Fault("unknown original", "sources", ",encyclopaedia,,,\nmem", ",encyclopædia,,,\nmem", 3, "derives_from", "did"),
    Fault("question on unknown event", "questions", "first-trial", "trial-first", 2, "event_id", "there is no"),
    Fault("answer to unknown question", "answers", "who,memoir", "whom,memoir", 3, "question_id", "mean 'who'?"),
    Fault("answer of unknown source", "answers", "who,memoir", "who,memory", 3, "source_id", "mean 'memoir'?"),
    Fault("tour of unknown event", "tours", "first-trial", "frist-trial", 3, "event_id", "mean 'first-trial'?"),
    Fault("circle", "sources", "2020,,", "2020,letter,", 2, "quoted_in", "encyclopaedia → letter → memoir"),
    Fault("circle of one", "sources", ",encyclopaedia,,,\nmem", ",mirror,,,\nmem", 3, "derives_from", "circle"),
    Fault("account repeated", "accounts", "bloc,mirror", "bloc,letter", 6, "source_id", "line 5"),
    Fault("step repeated", "tours", "?,2,", "?,1,", 3, "step", "line 2"),
    Fault("step not a number", "tours", "?,2,", "?,two,", 3, "step", "whole number"),
    Fault("view with an unknown key", "tours", "again.,,", "again.,,lane=none", 3, "view", "mean 'lanes'?"),
    Fault("view of nobody", "tours", "again.,,", "again.,,as=memoirs&lanes=none", 3, "view", "mean A memoir"),
    # Dates
    Fault("no such day", "events", "1 December 1934", "32 December 1934", 2, "start", "write"),
    Fault("end unreadable", "events", "24 August 1936", "24 Augvst 1936", 4, "end", ""),
    Fault("end before start", "events", "24 August 1936", "24 August 1935", 4, "end", "ends before it starts"),
    Fault("end without start", "events", "19 August 1936,24", ",24", 4, "end", "no start",
          also=(("accounts", "first-trial,encyclopaedia,", "first-trial,encyclopaedia,1936"),)),
    Fault("too late", "events", "19 August 1936,24 August 1936", "1946,", 4, "start", "outside the timeline (1932 to"),
    Fault("too early", "events", "March 1935", "1034", 6, "start", "outside the timeline"),
    Fault("account too late", "accounts", "autumn 1932", "autumn 1982", 5, "date_as_given", "outside"),
    Fault("wordy date", "accounts", "December 1934,the", ",the", 3, "date_as_given", "date_means"),
    Fault("date_means unreadable", "accounts", "December 1934,the", "that winter,the", 3, "date_means", ""),
    Fault("birth unreadable", "people", "1886", "18/86", 2, "born", ""),
    Fault("dead before birth", "people", "1886,1 December 1934", "1934,1 December 1886", 2, "died", "before being"),
    Fault("published unreadable", "sources", "2021", "recently", 3, "published", ""),
    Fault("span reversed", "sources", "1932,1940", "1940,1932", 2, "covers_end", "ends before it starts"),
    Fault("nothing dates it", "accounts", "autumn 1932", "", 5, "start", "nothing dates this event",
          also=(("accounts", ",1933,", ",,"),), at="events"),
    # Other cells
    Fault("importance", "events", ",5,by", ",6,by", 2, "importance", "write 1, 2, 3, 4 or 5"),
    Fault("address", "sources", "https:", "javascript:", 2, "url", "begin it with https://"),
    Fault("long quotation", "accounts", "at once", "at once and without any warning of any kind at all", 2, "wording",
          "11 words", "warning"),
    Fault("long quotation in an answer", "answers", ",acted alone,", ",acted" + " alone" * 10 + ",", 2,
          "wording", "11 words", "warning"),
    # What is absent
    Fault("untold", "accounts", "removal,memoir,c. March 1935,,,,,,,\n", "", 6, "event_id", "no source tells",
          "warning", at="events"),
    Fault("in no event", "events", "; nikolaev:assassin", "", 3, "person_id", "in no event", "warning", at="people"),
    Fault("silent source", "accounts", "bloc,mirror,1933,,,rejects,,,,\n", "", 3, "source_id", "tells no event",
          "warning", at="sources"),
    # Columns
    Fault("column missing", "accounts", ",source_id", ",quelle", 1, "source_id", "the header has event_id, quelle"),
    Fault("column misspelt", "people", ",name,", ",nmae,", 1, "name", "rename the column 'nmae'"),
    Fault("optional column misspelt", "events", ",summary,", ",sumary,", 1, "sumary", "mean 'summary'?", "warning"),
    Fault("column repeated", "tours", ",heading,", ",tour,", 1, "tour", "two columns"),
    Fault("no header", "questions", SMALL["questions"].split("\n")[0] + "\n", "", 1, None, "not a header"),
    # timeline.toml
    Fault("not TOML", "toml", '"A murder and its trials"', "A murder", 1, None, "not TOML"),
    Fault("TOML cut off", "toml", 'note = "A note."', 'note = """A note.', 33, None, "not TOML"),
    Fault("title missing", "toml", 'title = "A murder and its trials"\n', "", 1, "title", "folder's name", "warning"),
    Fault("title a number", "toml", '"A murder and its trials"', "1934", 1, "title", 'write title = "1934"'),
    Fault("key misspelt", "toml", "title =", "titel =", 1, "titel", "did you mean 'title'?", "warning"),
    Fault("key in a theme misspelt", "toml", 'color = "#993"', 'colour = "#993"', 15, "themes.colour",
          "did you mean 'color'?", "warning"),
    Fault("section misspelt", "toml", "[[periods]]", "[[period]]", 29, "period", "mean 'periods'?", "warning"),
    Fault("stances misspelt", "toml", "[[stances]]\nid = \"rej", "[[stanzes]]\nid = \"rej", 23, "stanzes",
          "mean 'stances'?", "warning"),
    Fault("start unreadable", "toml", 'start = "1932"', 'start = "then"', 3, "start", ""),
    Fault("bounds exchanged", "toml", 'start = "1932"\nend = "1940"', 'start = "1940"\nend = "1932"', 4, "end",
          "exchange"),
    Fault("not a color", "toml", "#336699", "blue", 10, "themes.color", "hexadecimal"),
    Fault("theme without id", "toml", 'id = "police"\n', "", 7, "themes.id", "has no id"),
    Fault("theme repeated", "toml", 'id = "court"', 'id = "police"', 13, "themes.id", "line 8"),
    Fault("stance not kebab-case", "toml", 'id = "accepts"', 'id = "Accepts"', 18, "stances.id", "write 'accepts'"),
    Fault("period unreadable", "toml", "1 December 1934", "1 Dezembre 34", 32, "periods.start", ""),
)  # fmt: skip


def name_of(fault: Fault) -> str:
    return f"{fault.file}: {fault.name}"


def test_the_small_folder_has_no_problem(tmp_path: Path) -> None:
    assert check(small_folder(tmp_path)) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=name_of)
def test_a_fault_is_one_problem(fault: Fault, tmp_path: Path) -> None:
    problems = check(small_folder(tmp_path, **fault.plant(SMALL)))
    assert [(p.severity, p.file, p.line, p.column) for p in problems] == [fault.place], "\n".join(
        map(str, problems)
    )
    assert fault.says in str(problems[0])


def test_an_unknown_id_that_a_column_repeats_is_one_problem(tmp_path: Path) -> None:
    accounts = SMALL["accounts"].replace("kirov-murder,", "kirov-muder,")
    [problem] = check(small_folder(tmp_path, accounts=accounts))
    assert (problem.file, problem.line, problem.value) == ("accounts.csv", 2, "kirov-muder")
    assert "(also in lines 3)" in problem.message
    assert problem.hint == "did you mean 'kirov-murder'?"


def test_faults_of_one_row_are_all_reported(tmp_path: Path) -> None:
    accounts = SMALL["accounts"].replace(
        "removal,memoir,c. March 1935,,,,", "removal,memoir,one day,,,acepts,"
    )
    problems = check(small_folder(tmp_path, accounts=accounts))
    assert [(problem.line, problem.column) for problem in problems] == [(7, "date_as_given"), (7, "stance")]


def test_accounts_of_an_event_that_is_left_out_are_checked_all_the_same(tmp_path: Path) -> None:
    events = SMALL["events"].replace("March 1935", "soon after")
    accounts = SMALL["accounts"].replace("removal,memoir,c. March 1935,,,,", "removal,memoir,1935,,,acepts,")
    problems = check(small_folder(tmp_path, events=events, accounts=accounts))
    assert [(problem.file, problem.column) for problem in problems] == [
        ("events.csv", "start"),
        ("accounts.csv", "stance"),
    ]


def test_what_the_record_dates_needs_no_source(tmp_path: Path) -> None:
    row = "law,1 December 1934,,The law,,court,,kamenev,,"
    untold = check(small_folder(tmp_path / "untold", events=f"{SMALL['events']}{row}\n"))
    assert [(problem.severity, problem.line) for problem in untold] == [("warning", 7)]
    assert check(small_folder(tmp_path / "dated", events=f"{SMALL['events']}{row}a study of 1999\n")) == ()


def test_a_person_whose_note_explains_it_may_be_in_no_event(tmp_path: Path) -> None:
    row = "yagoda,Genrikh Yagoda,,,,,,,"
    assert len(check(small_folder(tmp_path / "bare", people=f"{SMALL['people']}{row}\n"))) == 1
    assert check(small_folder(tmp_path / "noted", people=f"{SMALL['people']}{row}named by no source\n")) == ()


def first_of(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(problem.file, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize(
    ("date", "source", "column"),
    [
        ("one autumn", "letter", "date_as_given"),
        ("1832", "letter", "date_as_given"),
        ("1932", "lettre", "source_id"),
    ],
)
def test_an_event_whose_only_dated_account_is_faulty_is_no_second_problem(
    date: str, source: str, column: str, tmp_path: Path
) -> None:
    accounts = (
        SMALL["accounts"].replace("bloc,letter,autumn 1932", f"bloc,{source},{date}").replace(",1933,", ",,")
    )
    folder = small_folder(tmp_path, accounts=accounts)
    assert first_of(check(folder)) == [("accounts.csv", 5, column)]
    assert "bloc" not in set(load(folder).events["event_id"])


def test_an_account_outside_the_timeline_stands_where_its_event_does(tmp_path: Path) -> None:
    dataset = load(small_folder(tmp_path, accounts=SMALL["accounts"].replace("c. March 1935", "March 1835")))
    account, event = dataset.accounts.iloc[-1], dataset.events.set_index("event_id").loc["removal"]
    assert (account["date_as_given"], account["dated"], account["when"]) == ("March 1835", False, None)
    assert account["first_day"] == event["first_day"]


def test_rows_lost_after_a_quotation_mark_are_one_problem(tmp_path: Path) -> None:
    people = SMALL["people"].replace("Leonid", '"Leonid').replace(",Opposition,shot,", "")
    assert first_of(check(small_folder(tmp_path, people=people))) == [("people.csv", 3, None)]


def test_a_row_of_the_wrong_width_is_kept_only_if_all_of_it_reads_well(tmp_path: Path) -> None:
    short = SMALL["events"].replace(
        "removal,March 1935,,The removal,,,Moscow,,2,", "removal,March 1935,,The removal"
    )
    assert "removal" in set(load(small_folder(tmp_path / "short", events=short)).events["event_id"])
    shifted = SMALL["events"].replace("removal,March 1935,,", "removal,March 1935,")
    dataset = load(small_folder(tmp_path / "shifted", events=shifted))
    assert "removal" not in set(dataset.events["event_id"])
    assert first_of(dataset.problems) == [("events.csv", 6, None)]


def test_a_short_row_whose_cells_have_moved_is_left_out(tmp_path: Path) -> None:
    accounts = SMALL["accounts"].replace(
        "removal,memoir,c. March 1935,,,,,,,", "removal,memoir,1935,the fall of him"
    )
    dataset = load(small_folder(tmp_path, accounts=accounts))
    assert "removal" not in set(dataset.accounts["event_id"])
    assert first_of(dataset.problems) == [("accounts.csv", 7, None)]


def test_a_misspelt_id_is_reported_beside_a_repeated_one(tmp_path: Path) -> None:
    people = SMALL["people"].replace("nikolaev,Leonid", "kirov,Leonid")
    events = SMALL["events"].replace("kirov:victim", "kirof:victim")
    found = first_of(check(small_folder(tmp_path, people=people, events=events)))
    assert found == [("events.csv", 2, "people"), ("people.csv", 3, "person_id")]


def test_a_source_left_out_for_its_own_link_leaves_no_link_to_it(tmp_path: Path) -> None:
    header, document, *rest = SMALL["sources"].strip().split("\n")
    sources = "\n".join(
        [header, *rest, document.replace("2020,,,1932,1940,https://example.org/a", "2020,nowhere")]
    )
    dataset = load(small_folder(tmp_path, sources=sources))
    assert first_of(dataset.problems) == [("sources.csv", 5, None)]
    assert_whole(dataset)


def test_stances_of_a_toml_that_cannot_be_read_are_no_second_problem(tmp_path: Path) -> None:
    toml = SMALL["toml"].replace('id = "rejects"', 'id = "doubts"').replace('title = "', "title = ")
    accounts = SMALL["accounts"].replace(",rejects,", ",doubts,")
    assert first_of(check(small_folder(tmp_path, toml=toml, accounts=accounts))) == [
        ("timeline.toml", 1, None)
    ]


def test_names_of_stances_and_themes_may_be_written_as_they_are_read(tmp_path: Path) -> None:
    events = SMALL["events"].replace(",police,", ",Police,")
    accounts = SMALL["accounts"].replace(",accepts,", ",Accepts,")
    dataset = load(small_folder(tmp_path, events=events, accounts=accounts))
    assert dataset.problems == ()
    assert set(dataset.events["theme"]) == {"police", "court", ""}
    assert set(dataset.accounts["stance"]) == {"accepts", "rejects", ""}


def test_keys_within_a_long_text_are_not_taken_for_keys(tmp_path: Path) -> None:
    toml = SMALL["toml"].replace('"A note."', '"""\n[[themes]]\nid = "x"\nstart = 1\n"""\nend = "then"')
    toml = toml.replace("#336699", "blue").replace('end = "1940"\n', "")
    problems = check(small_folder(tmp_path, toml=toml))
    lines = toml.split("\n")
    assert [lines[(problem.line or 0) - 1] for problem in problems] == ['end = "then"', 'color = "blue"']


def assert_whole(dataset: Dataset) -> None:
    """Every reference within the dataset leads to a row, ids are one row's each, events are on the axis."""
    events, people, sources = (
        dataset.events["event_id"],
        dataset.people["person_id"],
        dataset.sources["source_id"],
    )
    documents = dataset.sources.loc[dataset.sources["quoted_in"] == "", "source_id"]
    for name, used, known in (
        ("cast", dataset.cast["event_id"], events),
        ("cast", dataset.cast["person_id"], people),
        ("account", dataset.accounts["event_id"], events),
        ("account", dataset.accounts["source_id"], sources),
        ("stance", dataset.accounts["stance"], ["", *(stance.id for stance in dataset.stances)]),
        ("theme", dataset.events["theme"], ["", *(theme.id for theme in dataset.themes)]),
        ("placed_by", dataset.events["placed_by"], ["", *sources]),
        ("quoted_in", dataset.sources["quoted_in"], ["", *sources]),
        ("derives_from", dataset.sources["derives_from"], ["", *sources]),
        ("document", dataset.sources["document"], documents),
        ("question", "; ".join(dataset.questions["event_id"]).split("; "), ["", *events]),
        ("answer", dataset.answers["question_id"], dataset.questions["question_id"]),
        ("answer", dataset.answers["source_id"], sources),
        ("tour", dataset.tours["event_id"], events),
    ):
        assert set(used) <= set(known), name
    assert events.is_unique and people.is_unique and sources.is_unique
    assert not dataset.accounts.duplicated(["event_id", "source_id"]).any()
    for frame in (dataset.events, dataset.accounts):
        assert (frame["first_day"] <= frame["last_day"]).all()
    assert (dataset.events["first_day"] <= dataset.last_day).all()
    assert (dataset.events["last_day"] >= dataset.first_day).all()


LETTERS = ['"', ",", "\n", "\r", ";", ":", "|", "\0", "[", "=", "é", "x", "9", ""]


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(SMALL)), st.floats(0, 1), st.sampled_from(LETTERS)), min_size=1
    ),
)
def test_whatever_is_damaged_the_rest_is_whole_and_nothing_is_raised(
    damage: list[tuple[str, float, str]],
) -> None:
    files = dict(SMALL)
    for file, where, letter in damage:
        text = files[file]
        at = int(where * len(text))
        files[file] = text[:at] + letter + text[at + (not letter) :]
    with TemporaryDirectory() as name:
        folder = small_folder(Path(name), **files)
        assert all(str(problem).isprintable() for problem in check(folder))
        with suppress(UnusableFolder):
            assert_whole(load(folder))


def test_suggestions_end_with_their_budget() -> None:
    speller = Speller(comparisons=1_000)
    known = [f"event-{number}" for number in range(400)]
    assert speller.nearest("evnt-7", known) == "event-7"
    assert speller.nearest("evnt-8", known) == "event-8"
    assert speller.nearest("evnt-9", known) is None
