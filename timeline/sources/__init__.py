"""How sources tell: voices, silences, questions, all side by side. `accounts` is the door to one event."""
