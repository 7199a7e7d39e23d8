/** 6. When everything is revealed: where this person sits beside the panel, on request, and shown to them alone. */
function own({ dom, words, control, interval }) {
  const { h } = dom;
  const EDGE = 2;
  const TICKS = [{ at: -2, text: "2 lower" }, { at: -1, text: "1" }, { at: 0, text: "same" }, { at: 1, text: "1" }, { at: 2, text: "2 higher" }];

  function picture({ points, low, high, profiles }) {
    const reach = { from: -EDGE, to: EDGE };
    return h("div.besides", { key: "picture" },
      interval.interval({ value: points, low: Math.max(low, -EDGE), high: Math.min(high, EDGE), ...reach, zero: 0, bold: true,
          label: "Points beside the others", n: words.count(profiles, "profile") }),
      interval.axis({ ticks: TICKS, ...reach }));
  }

  function draw(ctx) {
    if (ctx.state.rounds.some((round) => round.state === "open")) return null; // it would steer what is still to be scored
    const { beside } = ctx.state.mine;
    if (!beside) return null; // on the shared screen
    const open = ctx.local.beside, flip = () => ctx.set({ beside: !open });
    return h("section.own", { key: "own", "aria-label": "You beside the panel" },
      h("div.row", {}, h("h3", {}, "You beside the panel"), h("span.two.small", {}, "shown to you alone")),
      h("div", { key: "ask" }, control.button({ label: open ? "Close" : "Compare how I score", look: open ? "quiet" : "", press: flip })),
      open ? h("div.stack-3", { key: "told" }, h("p.read", {}, beside.words), beside.points === null ? null : picture(beside),
        h("p.small.two", {}, "Strict and lenient are both fine; it helps to know which. A panel can also be wrong together.")) : null);
  }

  return { draw };
}
