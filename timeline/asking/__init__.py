"""What a selection leaves: spelling, words, filters, counts. `timeline.selection` is the door."""
