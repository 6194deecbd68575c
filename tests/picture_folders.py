"""Made-up folders for the kept pictures of the drawing: every kind of date, contested accounts, crowds, far years."""

from __future__ import annotations

from pathlib import Path

from tests.folders import Cells, make_folder

TOML = """\
title = "A strike and its reports"
subtitle = "A made-up town"
start = "1932"
end = "1938"
note = "Nobody has found the letter."
themes = [
    {id = "works", name = "The works", color = "#7a4b94"},
    {id = "town", name = "Town council and police", color = "#4f74a8"},
    {id = "court", name = "Court", color = "#b23a36"},
]
stances = [
    {id = "accepts", name = "Accepts", symbol = "✓", description = "Takes it as true."},
    {id = "rejects", name = "Rejects", symbol = "✗", description = "Takes it as false."},
    {id = "own-version", name = "Own version", symbol = "◆", description = "Tells it otherwise."},
]
"""

EVENTS = """\
event_id,start,end,title,theme,people,importance
lockout,3 October 1932,20 November 1932,The lockout,works,ada:speaker; bruno,5
council,autumn 1932,,The council meets in secret,town,cora,3
fire,17 March 1933,,The fire in the dye house,works,ada; dora:witness,5
letter,c. April 1933,,A letter is passed round,town,bruno:writer,4
inquiry,May 1933,August 1933,The inquiry,town,cora:chair; dora:witness,3
walkout,1 May 1933,,Walkout,works,ada:speaker,2
second-walkout,2 May 1933,,A second walkout,works,ada,1
raid,before 9 June 1933,,The raid on the printer's,town,bruno,3
union,since January 1934,,The union is allowed,works,ada; bruno,4
strike,12 February 1934,2 March 1934,The strike of the spinners,works,ada:speaker; bruno; dora,5
shots,27 February 1934,,Shots at the bridge,works,dora:victim; cora,5
burial,1 March 1934,,The burial,town,ada:speaker; cora,3
arrests,late March 1934,,Arrests,town,bruno:accused; ada:accused,4
trial,4 June 1934,15 June 1934,The trial of the nine,court,bruno:accused; ada:accused; cora:witness,5
verdict,15 June 1934,,The verdict,court,bruno; ada,4
appeal,1934 or 1935,,An appeal is said to be lodged,court,bruno,2
amnesty,mid-1935,,The amnesty,court,ada,3
memoir,1936,,Ada writes her memoir,works,ada:writer,3
commission,1936,1938,A commission sits,town,cora:chair,4
papers,1930s,,The council's papers are lost,town,,2
"""

PEOPLE = """\
person_id,name,role
ada,Ada Brandt,Spinner
bruno,Bruno Keller,Printer
cora,Cora von Lindt,Mayor
dora,Dora Weiss,Foreman's daughter
"""

SOURCES = """\
source_id,title,author,published,quoted_in,derives_from,covers_start,covers_end
chronicle,The town chronicle,The clerk,1940,,,1932,1938
report,The police report,Inspector Voss,July 1934,chronicle,,,
paper,The workers' paper,,1934,,,January 1933,December 1934
memoir,My years at the works,Ada Brandt,1936,,,1932,1936
guide,A guide to the town,,2001,,chronicle,,
"""

ACCOUNTS = """\
event_id,source_id,date_as_given,date_means,called,stance,account
lockout,chronicle,October 1932,,the closing of the works,accepts,Orders had run out.
lockout,memoir,4 October 1932,,the lockout,rejects,They wanted to starve us.
fire,chronicle,17 March 1933,,the arson,accepts,A spinner laid it.
fire,paper,18 March 1933,,the accident,rejects,A lamp fell.
fire,memoir,in the spring,spring 1933,the fire,own-version,The owner was seen.
letter,report,3 April 1933,,the seditious letter,accepts,It called to arms.
strike,chronicle,February 1934,,the unrest,accepts,Strangers had come.
strike,paper,12 February 1934,,the great strike,rejects,Twelve hundred stood at the gate.
strike,memoir,,,our strike,own-version,It began with the girls.
shots,report,27 February 1934,,shots in self-defence,accepts,Stones were thrown first.
shots,paper,28 February 1934,,the murder at the bridge,rejects,Nobody had a weapon.
trial,chronicle,June 1934,,the trial,accepts,The nine confessed.
trial,memoir,that summer,summer 1934,the show,rejects,We had been told what to say.
verdict,chronicle,15 June 1934,,a mild verdict,accepts,
commission,guide,1936,,a commission,,It found nothing.
"""


def contested(folder: Path) -> Path:
    """Twenty events of every kind of date, in three themes, four people and five sources that disagree."""
    return make_folder(folder, toml=TOML, events=EVENTS, people=PEOPLE, sources=SOURCES, accounts=ACCOUNTS)


def crowded(folder: Path) -> Path:
    """A month with five events on every day, in two themes."""
    events: list[Cells] = [
        {
            "event_id": f"e{number:03}",
            "start": f"{number // 5 + 1} March 1935",
            "title": f"Sitting {number + 1} of the assembly" if number % 3 else f"Vote {number + 1}",
            "theme": "assembly" if number % 2 else "streets",
            "importance": str(number % 5 + 1),
        }
        for number in range(31 * 5)
    ]
    toml = (
        'title = "A crowded month"\nstart = "February 1935"\nend = "April 1935"\n'
        '[[themes]]\nid = "assembly"\nname = "Assembly"\ncolor = "#336699"\n'
        '[[themes]]\nid = "streets"\nname = "Streets"\ncolor = "#993333"\n'
    )
    return make_folder(folder, toml=toml, events=events)


def far_years(folder: Path) -> Path:
    """Two thousand years, most of them empty; years that need AD, and centuries that are ambiguous as such."""
    return make_folder(
        folder,
        toml='title = "A bridge in two thousand years"\nstart = "AD 30"\nend = "1899"\n',
        events="""\
event_id,start,end,title,importance
ford,AD 33,,The ford is named,5
toll,c. 980,,A toll is taken,3
stone,1124,1188,The stone bridge is built,5
flood,16 July 1342,,The great flood,4
lease,1500s (decade),,The toll is leased,2
war,1632,1648,The bridge is held and lost,4
repair,before 1700,,Repaired in wood,2
steam,1841,,The first steamer passes under it,3
iron,4 May 1889,,The iron bridge is opened,5
""",
    )
