"""The open questions: which kind each is, in which order they come, and what a filter leaves."""

from __future__ import annotations

import pytest

from tests.contest_folder import contest
from timeline.dataset import Dataset
from timeline.query.selection import Selection
from timeline.sources.contested import Standing, answering, contest_of, contested


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return contest(tmp_path_factory.mktemp("contest"))


def ids(dataset: Dataset, *args: object, **more: object) -> list[str]:
    return [found.issue.question_id for found in contested(dataset, *args, **more)]  # type: ignore[arg-type]


def test_the_most_contested_come_first_and_claims_apart(dataset: Dataset) -> None:
    found = contested(dataset, Selection())
    assert [(item.issue.question_id, item.standing) for item in found] == [
        ("disputed", Standing.DISPUTED),
        ("heard", Standing.SECOND_HAND),
        ("itself", Standing.ITSELF),
        ("open", Standing.OPEN),
        ("same", Standing.SAME),
        ("claim", Standing.CLAIM),
        ("nobody", Standing.UNANSWERED),
    ]
    assert [item.against for item in found] == [1, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("asked", "sources", "disputed", "left"),
    [
        (Selection(people=("bruno",)), (), False, ["itself", "claim", "nobody"]),
        (Selection(themes=("works",)), (), False, ["disputed", "heard", "open", "same"]),
        (Selection(), ("paper",), False, ["heard", "open", "same"]),
        (Selection(), ("letter",), False, ["disputed"]),
        (Selection(), ("memo",), False, ["disputed", "claim"]),  # it prints the letter
        (Selection(), ("paper", "letter"), False, ["disputed", "heard", "open", "same"]),
        (Selection(), (), True, ["disputed"]),
        (Selection(themes=("town",)), (), True, []),
        (Selection(words="nowhere"), (), False, []),
    ],
)
def test_a_filter_leaves_what_it_is_about_and_who_answers(
    dataset: Dataset, asked: Selection, sources: tuple[str, ...], disputed: bool, left: list[str]
) -> None:
    assert ids(dataset, asked, sources, disputed) == left


def test_a_source_or_question_that_is_not_here_is_an_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError):
        contested(dataset, Selection(), ("nobody",))
    with pytest.raises(KeyError):
        contest_of(dataset, "nothing")


def test_a_claim_is_what_only_one_text_answers(shipped_dataset: Dataset) -> None:
    for found in contested(shipped_dataset, Selection()):
        assert (found.standing is Standing.DISPUTED) == found.issue.disputed
        assert (found.standing is Standing.UNANSWERED) == (not answering(found.issue))
        if found.standing is Standing.CLAIM:
            assert found.speaking.texts == 1
        if found.standing in (Standing.OPEN, Standing.SAME):
            assert found.speaking.texts > 1
    standing = {found.issue.question_id: found.standing for found in contested(shipped_dataset, Selection())}
    assert standing["nikolaev-alone"] is Standing.SECOND_HAND, "only hearsay says that he was alone"
    assert standing["deaths-demanded"] is Standing.CLAIM, (
        "Wikipedia, its mirror, and a book that the mirror cites"
    )


def test_the_order_is_that_of_the_contest(shipped_dataset: Dataset) -> None:
    found = contested(shipped_dataset, Selection())
    assert len(found) == len(shipped_dataset.questions)
    order = list(Standing)
    keys = [(order.index(item.standing), -item.against, -item.speaking.texts) for item in found]
    assert keys == sorted(keys)
