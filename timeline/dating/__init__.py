"""What a date is made of: its words, its grammar, its spans, its export. `timeline.dates` is the door."""
