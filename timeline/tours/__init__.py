"""Tours: events in the order of a lesson, each with its heading and a note for the teacher."""
