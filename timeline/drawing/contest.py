"""Who tells each event and who is silent, as one character for each document: the marks that every label carries."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.dataset import Dataset, kept_for_dataset
from timeline.query.selection import Selection
from timeline.sources.matrix import TOLD, disputed, matrix
from timeline.sources.silences import NOT_CODED, NOT_MENTIONED, OUT_OF_SPAN

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SIGNS = {TOLD: "*", NOT_MENTIONED: "-", OUT_OF_SPAN: ".", NOT_CODED: "~"}


class Contest:
    """The contest over each event of a dataset; arrays have an item for each row of `dataset.events`.

    `signs` are texts with a character for each of `dataset.documents`, in their order, "" where there are none. A digit
    of base 36 is the place of the document's stance in `dataset.stances`; "*" tells the event without a stance, or with
    one beyond the 36th; "-" covers its time and is silent; "." does not reach it; "~" says that nobody has looked. A
    document tells what a voice that it prints tells. `told`: at least one tells it; `disputed`: see `sources.matrix`.
    """

    def __init__(self, dataset: Dataset) -> None:
        # The filter leaves everything, and the usual columns would be the documents: said here, since a mark needs it.
        codes = matrix(dataset, Selection(), source_ids=dataset.documents).codes
        least = min(_SIGNS)
        alphabet = np.array([_SIGNS.get(code, "*") for code in range(least, 0)] + list(DIGITS), dtype="U1")
        places = np.where(codes < len(DIGITS), codes, TOLD).astype(np.int64) - least
        width = codes.shape[1]
        signs = np.ascontiguousarray(alphabet[places])
        self.signs: NDArray[Any] = (
            signs.view(f"U{width}")[:, 0].astype(object) if width else np.full(len(codes), "", dtype=object)
        )
        self.told: NDArray[np.bool_] = np.count_nonzero(codes >= TOLD, axis=1) > 0
        self.disputed: NDArray[np.bool_] = disputed(dataset)


contest_of = kept_for_dataset(Contest)
