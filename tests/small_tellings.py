"""A small dataset in which sources differ: names, dates, stances, silences of each kind, voices in voices."""

from __future__ import annotations

from pathlib import Path

from tests.folders import make_folder
from timeline.dataset import Dataset
from timeline.loading import load

TOML = """\
title = "A murder and its trials"
start = "1932"
end = "1940"
note = "No plot has been found."
themes = [
    {id = "police", name = "Police", color = "#336699"},
    {id = "court", name = "Court", color = "#993"},
    {id = "letters", name = "Letters", color = "#222222"},
]
stances = [
    {id = "accepts", name = "Accepts", symbol = "●", description = ""},
    {id = "rejects", name = "Rejects", symbol = "◇", description = ""},
]
"""

EVENTS = """\
event_id,start,end,title,summary,theme,place,people,importance,dating,established
kirov-murder,1 December 1934,,Kirov is murdered,Shot in the corridor,police,Leningrad,kirov:victim; nikolaev,5,all,
kremlin,c. March 1935,,The Kremlin affair,,police,Moscow,yenukidze:accused; kirov; ordzhonikidze; nikolaev,3,,
removal,7 June 1935,,Yenukidze is removed,,,Moscow,yenukidze:accused,4,,commonly
trial,19 August 1936,24 August 1936,The first trial,A café in Paris,court,Moscow,yenukidze:accused,4,,
bloc,,,The bloc,,court,,,2,,
afterwards,after 1938,,What came after,,,,,1,,
"""

PEOPLE = """\
person_id,name,also_known_as,role,note
kirov,Sergei Kirov,Киров; Kostrikov,Secretary,Loved
nikolaev,Leonid Nikolaev,Nikolayev,,
yenukidze,Avel Yenukidze,Abel Enukidze; the Nikolai of Tiflis,,
ordzhonikidze,Sergo Ordzhonikidze,,,
abel,Rudolf Abel,Abel,,
"""

SOURCES = """\
source_id,title,author,published,perspective,quoted_in,derives_from,covers_start,covers_end
note,The note,A clerk,,,memo,,,
wiki,The wiki,,2020,Loyal,,,1932,1940
memo,The memo,Yagoda,August 1936,,wiki,,,
mirror,The mirror,,,,,wiki,1930,1950
book,The book,Conquest,1968,Critical,,,1936,1938
paper,The paper,,2 December 1934,,,,,
"""

ACCOUNTS = """\
event_id,source_id,date_as_given,called,stance,framing,account,wording,locator
kirov-murder,paper,1934-12-01,the crime,,,Kirov was shot.,,p. 1
kirov-murder,memo,2 December 1934,the deed,accepts,,They did it.,by our hand |  | at once,p. 3
kirov-murder,wiki,December 1934,the terrorist act,accepts,heroes and traitors,,,
kremlin,note,,the librarians,rejects,,,,
trial,book,August 1936,the show trial,rejects,,,,
trial,wiki,,,accepts,,,,
bloc,memo,autumn 1932,the conspiracy,accepts,,,,
"""

QUESTIONS = """\
question_id,event_id,question,record,record_basis
who,kirov-murder; trial,Who gave the order?,Nobody did.,The archives
why,trial,Why was it held?,,
"""

ANSWERS = """\
question_id,source_id,position,answer,wording,locator
who,book,nobody,He acted alone.,acted alone | alone,p. 1
who,mirror,the bloc,As the wiki.,,
who,wiki,the bloc,The bloc did.,,
who,paper,the bloc,Zinoviev.,,
"""


def tellings(folder: Path) -> Dataset:
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


def plain(folder: Path) -> Dataset:
    """A timeline of nothing but events."""
    return load(
        make_folder(folder, events="event_id,start,title\nfirst,1934,The first\nlast,1936,The last\n")
    )
