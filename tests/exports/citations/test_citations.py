from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.exports.citations.authors import authors_of, listed
from timeline.exports.citations.bibtex import escape
from timeline.exports.citations.citations import Citation, cite
from timeline.loading import load


@pytest.fixture(scope="module")
def purge(shipped: Path) -> Dataset:
    return load(shipped)


def cited(folder: Path, locator: str = "", **cells: str) -> Citation:
    source = {"source_id": "it", "title": "The Title", **cells}
    events = [{"event_id": "deed", "start": "1934", "title": "The deed"}]
    return cite(load(make_folder(folder, events=events, sources=[source])), "it", locator)


# Checked by hand against the manuals; the titles' capitals are the table's.
@pytest.mark.parametrize(
    ("source", "place", "chicago", "mla", "apa"),
    [
        (
            "wikipedia",
            "Aftermath, para. 1",
            "Wikipedia contributors. “Kremlin Plot.” Wikipedia, n.d. [since 31 March 2024], Aftermath, para. 1. "
            "https://en.wikipedia.org/wiki/Kremlin_Plot.",
            "Wikipedia contributors. “Kremlin Plot.” Wikipedia, n.d. [since 31 March 2024], Aftermath, para. 1, "
            "https://en.wikipedia.org/wiki/Kremlin_Plot.",
            "Wikipedia contributors. (n.d.). Kremlin Plot. Wikipedia, Aftermath, para. 1. "
            "https://en.wikipedia.org/wiki/Kremlin_Plot",
        ),
        (
            "georgian-journal",
            "Answer 4",
            "Maskharashvili, Simon. “Conspiracy Against Stalin.” Georgian Journal, n.d., Answer 4.",
            "Maskharashvili, Simon. “Conspiracy Against Stalin.” Georgian Journal, n.d., Answer 4.",
            "Maskharashvili, S. (n.d.). Conspiracy Against Stalin. Georgian Journal, Answer 4.",
        ),
        (
            "prolewiki",
            "",
            "ProleWiki contributors. “Moscow Trials.” ProleWiki, n.d.",
            "ProleWiki contributors. “Moscow Trials.” ProleWiki, n.d.",
            "ProleWiki contributors. (n.d.). Moscow Trials. ProleWiki.",
        ),
        (
            "spartacus",
            "para. 5",
            "Spartacus Educational. “The Great Purge.” N.d., para. 5.",
            "“The Great Purge.” Spartacus Educational, n.d., para. 5.",
            "Spartacus Educational. (n.d.). The Great Purge, para. 5.",
        ),
        (
            "getty-naumov-2010",
            "note 5",
            "Getty, J. Arch, and Oleg V. Naumov. The Road to Terror (abridged edition). Yale University Press, 2010. "
            "Quoted in Wikipedia contributors, “Kremlin Plot, with opening lines of related articles,” Wikipedia "
            "mirror, n.d. [since 31 March 2024], note 5.",
            "Getty, J. Arch, and Oleg V. Naumov. The Road to Terror (abridged edition). Yale UP, 2010. Qtd. in "
            "Wikipedia contributors, “Kremlin Plot, with opening lines of related articles,” Wikipedia mirror, "
            "n.d. [since 31 March 2024], note 5.",
            "Getty, J. A., & Naumov, O. V. (2010). The Road to Terror (abridged edition). Yale University Press. As "
            "cited in Wikipedia contributors (n.d.), Kremlin Plot, with opening lines of related articles, "
            "Wikipedia mirror, note 5.",
        ),
        (
            "shachtman-1936",
            "para. 9",
            "Shachtman, Max. “Article in Socialist Appeal.” Socialist Appeal, October 1, 1936. Quoted in Spartacus "
            "Educational, “The Great Purge,” n.d., para. 9.",
            "Shachtman, Max. “Article in Socialist Appeal.” Socialist Appeal, 1 Oct. 1936. Qtd. in Spartacus "
            "Educational, “The Great Purge,” n.d., para. 9.",
            "Shachtman, M. (1936, October 1). Article in Socialist Appeal. Socialist Appeal. As cited in Spartacus "
            "Educational (n.d.), The Great Purge, para. 9.",
        ),
        (
            "trepper",
            "",
            "Trepper, Leopold. Recollections (probably The Great Game). [1975?]. Quoted in Spartacus Educational, "
            "“The Great Purge,” n.d.",
            "Trepper, Leopold. Recollections (probably The Great Game). [1975?]. Qtd. in Spartacus Educational, "
            "“The Great Purge,” n.d.",
            "Trepper, L. (1975?). Recollections (probably The Great Game). As cited in Spartacus Educational "
            "(n.d.), The Great Purge.",
        ),
        (
            "radek-1937",
            "The Moscow Trials, para. 3",
            "Radek, Karl. “Final plea.” Court record, January 1937. Quoted in Andrew Rothstein, A History of the "
            "U.S.S.R. (Penguin Books, 1950), quoted in ProleWiki contributors, “Moscow Trials,” ProleWiki, n.d., "
            "The Moscow Trials, para. 3.",
            "Radek, Karl. “Final plea.” Court record, Jan. 1937. Qtd. in Andrew Rothstein, A History of the "
            "U.S.S.R., Penguin Books, 1950, qtd. in ProleWiki contributors, “Moscow Trials,” ProleWiki, n.d., "
            "The Moscow Trials, para. 3.",
            "Radek, K. (1937, January). Final plea. Court record. As cited in Rothstein (1950), A History of the "
            "U.S.S.R., Penguin Books, as cited in ProleWiki contributors (n.d.), Moscow Trials, ProleWiki, The "
            "Moscow Trials, para. 3.",
        ),
        (
            "trotsky-letter-1932",
            "",
            "Trotsky, Leon. “Letter on ‘Get rid of Stalin.’” October 17, 1932. Quoted in Pierre Broué, “The ‘Bloc’ "
            "of the Oppositions against Stalin,” Cahiers Léon Trotsky, 1980, quoted in ProleWiki contributors, "
            "“Moscow Trials,” ProleWiki, n.d.",
            "Trotsky, Leon. “Letter on ‘Get rid of Stalin.’” 17 Oct. 1932. Qtd. in Pierre Broué, “The ‘Bloc’ of the "
            "Oppositions against Stalin,” Cahiers Léon Trotsky, 1980, qtd. in ProleWiki contributors, “Moscow "
            "Trials,” ProleWiki, n.d.",
            "Trotsky, L. (1932, October 17). Letter on “Get rid of Stalin”. As cited in Broué (1980), The “Bloc” of "
            "the Oppositions against Stalin, Cahiers Léon Trotsky, as cited in ProleWiki contributors (n.d.), "
            "Moscow Trials, ProleWiki.",
        ),
        (
            "spartacus-historians",
            "",
            "“Historians who credit Stalin's evidence of a coup.” N.d. Quoted in Spartacus Educational, “The Great "
            "Purge,” n.d.",
            "“Historians who credit Stalin's evidence of a coup.” N.d. Qtd. in Spartacus Educational, “The Great "
            "Purge,” n.d.",
            "Historians who credit Stalin's evidence of a coup. (n.d.). As cited in Spartacus Educational (n.d.), "
            "The Great Purge.",
        ),
    ],
)
def test_our_sources(purge: Dataset, source: str, place: str, chicago: str, mla: str, apa: str) -> None:
    citation = cite(purge, source, place)
    assert citation.chicago == chicago
    assert citation.mla == mla
    assert citation.apa == apa


def test_every_source_of_the_shipped_folder_can_be_cited(purge: Dataset) -> None:
    for source in purge.sources["source_id"]:
        citation = cite(purge, source, "p. 1.")
        for text in (citation.chicago, citation.mla, citation.apa):
            assert re.search(r"[^.]\.$|https://\S+$", text), text
            assert not re.search(r"\.\.|,,| ,|  |\(\)|“”", text), text
            assert citation.italic in text
            assert text.count("p. 1") == 1


@pytest.mark.parametrize(
    ("published", "genre", "chicago", "mla", "apa"),
    [
        ("", "report", "N.d.", "N.d.", "(n.d.)"),
        ("4 May 1935", "report", "May 4, 1935.", "4 May 1935.", "(1935, May 4)"),
        ("September 1935", "report", "September 1935.", "Sept. 1935.", "(1935, September)"),
        ("4 May 1935", "book", "1935.", "1935.", "(1935)"),
        ("1935", "report", "1935.", "1935.", "(1935)"),
        ("c. 1935", "report", "[ca. 1935].", "[circa 1935].", "(ca. 1935)"),
        ("1935?", "report", "[1935?].", "[1935?].", "(1935?)"),
        ("1930s", "report", "1930s.", "1930s.", "(1930s)"),
        ("before 1935", "report", "N.d. [before 1935].", "N.d. [before 1935].", "(n.d.)"),
    ],
)
def test_dates_in_each_style(
    tmp_path: Path, published: str, genre: str, chicago: str, mla: str, apa: str
) -> None:
    citation = cited(tmp_path, author="Ann Lee", published=published, genre=genre)
    title = "The Title." if genre == "book" else "“The Title.”"
    assert citation.chicago == f"Lee, Ann. {title} {chicago}"
    assert citation.mla == f"Lee, Ann. {title} {mla}"
    assert citation.apa == f"Lee, A. {apa}. The Title."


@pytest.mark.parametrize(
    ("author", "inverted", "initials"),
    [
        ("Robert Conquest", ["Conquest, Robert"], ["Conquest, R."]),
        ("Conquest, Robert", ["Conquest, Robert"], ["Conquest, R."]),
        (
            "J. Arch Getty and Oleg V. Naumov",
            ["Getty, J. Arch", "Naumov, Oleg V."],
            ["Getty, J. A.", "Naumov, O. V."],
        ),
        (
            "Getty, J. Arch; Naumov, Oleg V.",
            ["Getty, J. Arch", "Naumov, Oleg V."],
            ["Getty, J. A.", "Naumov, O. V."],
        ),
        ("Jean-Paul Sartre", ["Sartre, Jean-Paul"], ["Sartre, J.-P."]),
        ("Ludwig van Beethoven", ["van Beethoven, Ludwig"], ["van Beethoven, L."]),
        ("Martin Luther King, Jr.", ["King, Martin Luther, Jr."], ["King, M. L., Jr."]),
        ("Simon Maskharashvili, interviewed", ["Maskharashvili, Simon"], ["Maskharashvili, S."]),
        ("Trepper", ["Trepper"], ["Trepper"]),
        ("Wikipedia contributors", ["Wikipedia contributors"], ["Wikipedia contributors"]),
        (
            "People's Commissariat of Justice",
            ["People's Commissariat of Justice"],
            ["People's Commissariat of Justice"],
        ),
        ("Communist Party", ["Communist Party"], ["Communist Party"]),
        ("Unnamed historians", [], []),
        ("", [], []),
    ],
)
def test_authors(author: str, inverted: list[str], initials: list[str]) -> None:
    found = authors_of(author)
    assert [one.inverted for one in found] == inverted
    assert [one.initials for one in found] == initials


def test_three_authors(tmp_path: Path) -> None:
    citation = cited(
        tmp_path, author="Ann Lee; Bo Ray; Cy Fox", genre="book", publisher="Yale University Press"
    )
    assert citation.chicago == "Lee, Ann, Bo Ray, and Cy Fox. The Title. Yale University Press, n.d."
    assert citation.mla == "Lee, Ann, et al. The Title. Yale UP, n.d."
    assert citation.apa == "Lee, A., Ray, B., & Fox, C. (n.d.). The Title. Yale University Press."
    assert "author = {Lee, Ann and Ray, Bo and Fox, Cy}" in citation.bibtex


def test_a_title_that_ends_a_sentence(tmp_path: Path) -> None:
    citation = cited(tmp_path, author="Ann Lee", title='Who said "No"?')
    assert citation.chicago == "Lee, Ann. “Who said ‘No’?” N.d."


def test_what_is_set_in_italics(purge: Dataset) -> None:
    assert cite(purge, "conquest-1989").italic == "Stalin and the Kirov Murder"
    assert cite(purge, "broue-1980").italic == "Cahiers Léon Trotsky"
    assert cite(purge, "sedov-letter-1932").italic == ""


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        (
            "shachtman-1936",
            """\
@article{shachtman-1936,
  author = {Shachtman, Max},
  title = {{Article in Socialist Appeal}},
  journal = {Socialist Appeal},
  year = {1936},
  note = {Quoted in Spartacus Educational, “The Great Purge,” n.d.},
  month = oct,
  day = {1}
}
""",
        ),
        (
            "wikipedia",
            """\
@misc{wikipedia,
  author = {{Wikipedia contributors}},
  title = {{Kremlin Plot}},
  howpublished = {Wikipedia},
  year = {n.d.},
  url = {https://en.wikipedia.org/wiki/Kremlin_Plot}
}
""",
        ),
        (
            "andrew-2018",
            """\
@book{andrew-2018,
  author = {Andrew, Christopher},
  title = {{The Secret World: A History of Intelligence}},
  publisher = {Yale University Press},
  year = {2018},
  note = {Quoted in Wikipedia contributors, “Kremlin Plot, with opening lines of related articles,” Wikipedia mirror, \
n.d. [since 31 March 2024].}
}
""",
        ),
    ],
)
def test_bibtex(purge: Dataset, source: str, entry: str) -> None:
    assert cite(purge, source).bibtex == entry


def test_bibtex_escapes_what_tex_reads(tmp_path: Path) -> None:
    entry = cited(
        tmp_path, title=r"50 % & {more} $1 #2 a_b ~ ^ \end", url="https://example.org/a_{b}%20#c"
    ).bibtex
    assert (
        r"title = {{50 \% \& \{more\} \$1 \#2 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{}end}}"
        in entry
    )
    assert "url = {https://example.org/a_%7Bb%7D%20#c}" in entry


@given(text=st.text(max_size=60))
def test_bibtex_braces_always_match(text: str) -> None:
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", escape(text)):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


def test_an_unknown_source_is_a_key_error(purge: Dataset) -> None:
    with pytest.raises(KeyError, match="no-such-source"):
        cite(purge, "no-such-source")


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["Ann Lee"], "Ann Lee"),
        (["Ann Lee", "Bo Ek"], "Ann Lee and Bo Ek"),
        (["Lee, Ann", "Bo Ek"], "Lee, Ann, and Bo Ek"),
        (["Ann Lee", "Bo Ek", "Cy Orr"], "Ann Lee, Bo Ek, and Cy Orr"),
    ],
)
def test_names_in_a_row_have_the_commas_of_the_manual(names: list[str], text: str) -> None:
    assert listed(names, "and") == text


def test_what_names_nobody_begins_with_its_title(tmp_path: Path) -> None:
    alone = cited(tmp_path / "alone")
    assert (alone.chicago, alone.mla) == ("“The Title.” N.d.", "“The Title.” N.d.")
    by_its_publisher = cited(
        tmp_path / "unsigned", author="The Times", publisher="The Times", published="1936"
    )
    assert by_its_publisher.chicago == "The Times. “The Title.” 1936."
    assert by_its_publisher.mla == "“The Title.” The Times, 1936."
