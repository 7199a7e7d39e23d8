/** The notebook around a widget, fit for a shared screen and back: a class on its panel, and nothing else. */
function wall() {
  const MODE = "wb-shared-screen", CHANGED = "workbench:shared-screen";
  const panels = new WeakMap();

  /** The notebook's panel. It is remembered, since Lab takes a cell that is scrolled away out of the page. */
  function panel(root) {
    if (root.isConnected) panels.set(root, root.closest(".jp-NotebookPanel"));
    return panels.get(root) ?? null;
  }

  const besideOpen = () => { const stack = document.getElementById("jp-left-stack"); return Boolean(stack) && !stack.classList.contains("lm-mod-hidden"); };
  // Lab has no other door for a page: the key that people press to fold the file list.
  const foldBeside = () => document.body.dispatchEvent(new KeyboardEvent("keydown", {
    key: "b", code: "KeyB", keyCode: 66, bubbles: true, cancelable: true,
    ctrlKey: !navigator.platform.startsWith("Mac"), metaKey: navigator.platform.startsWith("Mac"),
  }));

  const isOn = (root) => Boolean(panel(root)?.classList.contains(MODE));

  /** Hide the code, widen the page and enlarge the type, or undo it. Nothing is written into the notebook. */
  function turn(root, on) {
    const around = panel(root);
    if (!around || around.classList.contains(MODE) === on) return;
    around.classList.toggle(MODE, on);
    if (on && besideOpen()) { around.dataset.wbFolded = ""; foldBeside(); }
    else if (!on && "wbFolded" in around.dataset) { delete around.dataset.wbFolded; if (!besideOpen()) foldBeside(); }
    window.dispatchEvent(new Event("resize"));
    window.dispatchEvent(new Event(CHANGED));
  }

  /** Hear of it, whichever widget did it, and once this one stands in its notebook. @returns {() => void} stop */
  function follow(root, changed) {
    const arrives = new ResizeObserver(() => { if (panel(root)) { arrives.disconnect(); changed(); } });
    if (!panel(root)) arrives.observe(root);
    window.addEventListener(CHANGED, changed);
    return () => { arrives.disconnect(); window.removeEventListener(CHANGED, changed); };
  }

  return { panel, isOn, turn, follow };
}
