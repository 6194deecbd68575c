/** What a chip, a tip and a screen reader say of an entry's date: whose it is, and how firm. */
(function (ct) {
  "use strict";

  /** The date of an entry; a source that gives none is not made to give the record's. */
  function when(cols, i) {
    const { UNDATED, ELSEWHERE, PARTLY, COMMONLY } = ct.entries;
    const printed = cols.when[i];
    const flags = cols.flags[i];
    const partly = flags & PARTLY ? `${printed}, partly confirmed` : printed;
    if (!(flags & UNDATED)) return flags & COMMONLY ? `commonly given as ${printed}` : partly;
    if (flags & ELSEWHERE) return `gives no date; stands where another source puts it, ${printed}`;
    return `gives no date; stands at the record's ${flags & COMMONLY ? `${printed}, commonly given` : partly}`;
  }

  ct.saying = { when };
})(window.contestedTimeline = window.contestedTimeline || {});
