/** What a chip, a tip and a screen reader say of an entry's date: whose it is. */
(function (ct) {
  "use strict";

  /** The date of an entry; a source that gives none is not made to give the record's. */
  function when(cols, i) {
    const printed = cols.when[i];
    if (!(cols.flags[i] & ct.entries.UNDATED)) return printed;
    if (cols.flags[i] & ct.entries.ELSEWHERE) return `gives no date; stands where another source puts it, ${printed}`;
    return `gives no date; stands at the record's ${printed}`;
  }

  ct.saying = { when };
})(window.contestedTimeline = window.contestedTimeline || {});
