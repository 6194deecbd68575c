"""What a reader asks for, from and to a link, and what it leaves of a dataset: filters, words, spelling, counts."""
