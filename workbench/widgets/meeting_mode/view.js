/** A switch for the notebook around it. What it changes is a class on the notebook's panel, and nothing else. */
function view(wb) {
  const { h } = wb.dom;
  const MODE = "wb-shared-screen";
  let folded = false;

  const panel = (root) => root.closest(".jp-NotebookPanel") ?? document.body;
  const besideOpen = () => { const stack = document.getElementById("jp-left-stack"); return Boolean(stack) && !stack.classList.contains("lm-mod-hidden"); };
  // Lab has no other door for a page: the key that people press to fold the file list.
  const foldBeside = () => document.body.dispatchEvent(new KeyboardEvent("keydown", {
    key: "b", code: "KeyB", keyCode: 66, bubbles: true, cancelable: true,
    ctrlKey: !navigator.platform.startsWith("Mac"), metaKey: navigator.platform.startsWith("Mac"),
  }));

  // A cell that runs again draws its new switch before the old one has gone: only the last one has a say.
  function look(around, on, mine) {
    around.dataset.wbMode = mine;
    if (around.classList.contains(MODE) === on) return;
    around.classList.toggle(MODE, on);
    if (on && besideOpen()) { folded = true; foldBeside(); }
    else if (!on && folded) { folded = false; if (!besideOpen()) foldBeside(); }
    window.dispatchEvent(new Event("resize"));
  }

  function draw(ctx) {
    const on = ctx.local.on ?? ctx.state.on;  // it works without a kernel too: nothing is stored
    look(panel(ctx.root), on, ctx.local.mine);
    return [h("div.pad.row", {},
      wb.control.toggle({ label: "Shared screen", on, always: true, flip: (now) => { ctx.set({ on: now }); ctx.ask("turn", { on: now }).catch(() => null); } }),
      h("span.two.small", {}, on ? "Code is hidden and type is large. Switch it off to see the notebook as it was." : "Hides the code, widens the page and enlarges the type."))];
  }

  function started(ctx) {
    const around = panel(ctx.root);
    const { mine } = ctx.local;
    look(around, ctx.state.on, mine);
    return () => { if (around.dataset.wbMode === mine) look(around, false, mine); };
  }

  return wb.screen.screen({ className: "mm", noun: "change", name: () => "Meeting mode", local: () => ({ on: null, mine: String(Math.random()) }), draw, started });
}
