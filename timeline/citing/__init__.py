"""How a source is cited: Chicago, MLA, APA, BibTeX. `timeline.citing.citations` is the door."""
