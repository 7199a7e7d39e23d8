/** Between the button and the page: say that it is on its way, and that once is enough. */
addEventListener("submit", (event) => {
  const button = event.target.querySelector("button");
  queueMicrotask(() => { button.disabled = true; });
  document.querySelector("[role=status]").hidden = false;
});
addEventListener("pageshow", () => {
  document.querySelector("form button").disabled = false;
  document.querySelector("[role=status]").hidden = true;
});
