"""How sources tell: voices, silences, questions, all side by side. `timeline.framing` is the door to one event."""
