"""A folder of tables as one frozen dataset, and what reads and checks it, row by row, cell by cell."""

from timeline.dataset.dataset import Dataset
from timeline.dataset.kept import kept_for_dataset
from timeline.dataset.problems import Problem, UnusableFolder
from timeline.dataset.settings import Period, Stance, Theme

__all__ = ["Dataset", "Period", "Problem", "Stance", "Theme", "UnusableFolder", "kept_for_dataset"]
