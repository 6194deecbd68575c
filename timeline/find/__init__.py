"""One search for everything that has a name: people, events, questions, sources, works."""
