/** A switch for the notebook around it. Every other widget has the same in its store line. */
function view(wb) {
  const { h } = wb.dom;
  const { wall } = wb;

  function draw(ctx) {
    const on = wall.isOn(ctx.root);  // it works without a kernel too: nothing is stored
    const flip = (now) => { wall.turn(ctx.root, now); ctx.ask("turn", { on: now }).catch(() => null); };
    return [h("div.pad.row", {}, wb.control.toggle({ label: "Shared screen", on, always: true, flip }),
      h("span.two.small", {}, on ? "Code is hidden and type is large. Switch it off to see the notebook as it was." : "Hides the code, widens the page and enlarges the type."))];
  }

  // A cell that runs again draws its new switch before the old one has gone: only the last one has a say.
  function started(ctx) {
    const mine = String(Math.random());
    let around = null;
    const begin = () => {
      if (around || !wall.panel(ctx.root)) return;
      around = wall.panel(ctx.root);
      around.dataset.wbMode = mine;
      wall.turn(ctx.root, ctx.state.on);
    };
    const unfollow = wall.follow(ctx.root, begin);
    begin();
    return () => { unfollow(); if (around?.dataset.wbMode === mine) wall.turn(ctx.root, false); };
  }

  return wb.screen.screen({ className: "mm", noun: "change", name: () => "Meeting mode", draw, started });
}
