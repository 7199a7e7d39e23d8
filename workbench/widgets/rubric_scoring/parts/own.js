/** 6. When everything is revealed: where this person sits beside the panel, in words, on request, and shown to them alone. */
function own({ dom, words, control }) {
  const { h } = dom;

  async function ask(ctx) {
    ctx.set({ severity: { asked: true } });
    try {
      ctx.set({ severity: await ctx.ask("beside_the_panel") });
    } catch (problem) {
      ctx.set({ severity: { why: problem.message } });
    }
  }

  function draw(ctx) {
    if (ctx.state.rounds.some((round) => round.state === "open")) return null; // it would steer what is still to be scored
    const { severity } = ctx.local;
    return h("section.own", { key: "own", "aria-label": "You beside the panel" },
      h("div.row", {}, h("h3", {}, "You beside the panel"), h("span.two.small", {}, "shown to you alone")),
      !severity ? h("div", { key: "ask" }, control.button({ label: "Compare how I score", press: () => ask(ctx) }))
        : severity.asked ? h("p.two", { key: "wait" },
          "Comparing your scores with the panel’s on the same profiles. This takes a few seconds.")
          : severity.why ? h("p.read", { key: "why" }, severity.why)
            : h("div.stack-1", { key: "told" }, h("p.read", {}, h("b", {}, `${severity.told} `), severity.detail),
              h("p.small.two", {}, `${words.count(severity.profiles, "profile")}, ${words.count(severity.scores, "score")} of yours. Strict and lenient are both fine; it helps to know which.`)));
  }

  return { draw };
}
