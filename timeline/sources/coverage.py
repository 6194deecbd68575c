"""How much each document tells of each year: where one is dense another is empty.

coverage(dataset).loc["prolewiki"].plot.bar()
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.dataset import Dataset
from timeline.dates import from_day_number
from timeline.query.index import index_of


def coverage(dataset: Dataset) -> pd.DataFrame:
    """Count the events that each document tells, itself or through its voices, by year.

    One row for each document (index source_id, in their order), one column for each year of the axis (int), int64
    counts. An event counts once, in the year in which it begins by the record, or ends if only that is known; so
    a row adds up to the events that its document tells.
    """
    index = index_of(dataset)
    years = range(from_day_number(dataset.first_day).year, from_day_number(dataset.last_day).year + 1)
    stands = dataset.events["stands"].to_numpy()
    day = np.clip(stands, dataset.first_day, dataset.last_day).astype("datetime64[D]")
    year = day.astype("datetime64[Y]").astype(np.int64) + 1970 - years.start
    documents = dataset.documents
    told = (index.sources.events_of(index.sources.row[document]) for document in documents)
    counts = [np.bincount(year[events], minlength=len(years)) for events in told]
    return pd.DataFrame(
        np.array(counts, dtype=np.int64).reshape(len(documents), len(years)),
        index=pd.Index(documents, name="source_id", dtype="str"),
        columns=pd.Index(years, name="year"),
    )
