"""What a selection leaves: spelling, words, filters, counts. `timeline.query.selection` is the door."""
