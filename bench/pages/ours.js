/* Choosing a person in our own page: the way every control and link goes, through the address. */
window.benchChoose = function (person) {
  "use strict";

  const query = new URLSearchParams(window.location.search);
  if (person) query.set("person", person);
  else query.delete("person");
  const search = query.toString();
  window.contestedTimeline.address.go(search && "?" + search);
};
