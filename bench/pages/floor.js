/* One box that moves with every wheel notch, drag and choice: what is left of a measure when there is nothing to do. */
(function () {
  "use strict";

  const box = document.getElementById("box");
  let at = 0;
  const move = () => (box.style.transform = "translateX(" + (at = (at + 7) % 500) + "px)");

  window.addEventListener("wheel", move, { passive: true });
  window.addEventListener("pointermove", (event) => event.buttons && move());
  window.benchChoose = move;
})();
