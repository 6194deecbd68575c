"""The ids of the present screen's parts; the lessons are pages of their own, without Dash."""

CHOOSE = "present-choose"
