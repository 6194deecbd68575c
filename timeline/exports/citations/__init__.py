"""How a source is cited: Chicago, MLA, APA, BibTeX. `citations` is the door."""
