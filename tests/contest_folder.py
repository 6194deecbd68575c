"""A folder in which sources agree, differ, contradict each other and claim: one question of each kind."""

from __future__ import annotations

from pathlib import Path

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load

TOML = """\
title = "A fire and its inquiry"
start = "1930"
end = "1940"
themes = [{id = "works", name = "Works"}, {id = "town", name = "Town"}]
stances = [{id = "accepts", name = "Accepts", symbol = "●", description = ""}]
"""

EVENTS = """\
event_id,start,end,title,theme,people
fire,17 March 1933,,The fire,works,ada
inquiry,May 1933,August 1933,The inquiry,town,bruno
rumours,before 1935,,The rumours,town,
"""

PEOPLE = "person_id,name\nada,Ada\nbruno,Bruno\n"

# The memo and the letter are voices of the wiki; the rumour is hearsay in the book; the copy repeats the wiki.
SOURCES = """\
source_id,title,author,published,quoted_in,derives_from,known_by
book,The book,A scholar,1980,,,
wiki,The wiki,,since 2020,,,
copy,The copy,,2021,,wiki,
memo,The memo,A clerk,August 1933,wiki,,words
letter,The letter,A worker,1934,memo,,words
rumour,The rumour,A neighbour,,book,,summary
paper,The paper,,18 March 1933,,,
"""

ACCOUNTS = """\
event_id,source_id,stance
fire,book,accepts
fire,wiki,accepts
fire,copy,
fire,memo,
fire,paper,accepts
inquiry,book,
inquiry,copy,
inquiry,letter,
rumours,rumour,
"""

QUESTIONS = """\
question_id,event_id,question,record,compatible
claim,inquiry,Who paid for it?,,
nobody,inquiry,Who wrote the report?,,
same,fire,When did it break out?,,
open,fire,What was burnt?,,a b
heard,fire; rumours,Was it set?,,a c
itself,inquiry,How many were heard?,,
disputed,fire,Who set it?,The works.,a b
"""

ANSWERS = """\
question_id,source_id,position,answer,wording,side
claim,wiki,The town,It says so.,the town,a
claim,copy,The town,It says so.,the town,a
claim,memo,The town,It says so.,our town,a
nobody,wiki,Says nothing,Looked at.,,
same,book,At night,It says so.,at night,a
same,paper,At night,It says so.,in the night,a
open,book,The dye house,It says so.,the dye house,a
open,paper,Two houses,It says so.,two houses,b
heard,book,No,It says so.,no hand,a
heard,rumour,Yes,By the book.,,b
heard,paper,Not asked,It says so.,unknown,c
itself,wiki,Nine,It says so.,nine,a
itself,copy,Ten,It says so.,ten,b
disputed,book,Nobody,It says so.,nobody did,a
disputed,wiki,A worker,It says so.,a worker,c
disputed,copy,A worker,It says so.,a worker,c
disputed,letter,A stranger,It says so.,a stranger,b
"""


def contest(folder: Path) -> Dataset:
    """Write the folder and load it."""
    dataset = load(
        make_folder(
            folder,
            toml=TOML,
            events=EVENTS,
            people=PEOPLE,
            sources=SOURCES,
            accounts=ACCOUNTS,
            questions=QUESTIONS,
            answers=ANSWERS,
        )
    )
    assert not [problem for problem in dataset.problems if problem.severity == "error"], dataset.problems
    return dataset
