/** 6. Agreement in numbers: below everything else, closed, asked for when opened. */
function statistics({ dom, words, badge, interval }) {
  const { h, said } = dom;
  const FROM = -0.5, TO = 1;
  const TICKS = [{ at: -0.5, text: "−.5" }, { at: 0, text: "0" }, { at: 0.5, text: ".5" }, { at: 1, text: "1" }];

  /** What the numbers were counted from: a reveal, a late key, or names turned on, and they are asked for anew. */
  const stamp = (ctx) => JSON.stringify(ctx.state.rounds.map((round) => [round.id, round.state, round.opened]));

  async function ask(ctx) {
    const at = stamp(ctx);
    ctx.local.numbers = { ...ctx.local.numbers, asked: at };
    try {
      ctx.set({ numbers: { asked: at, ...(await ctx.ask("statistics")) } });
    } catch (problem) {
      ctx.set({ numbers: { asked: at, why: problem.message } });
    }
  }

  function toggle(ctx) {
    ctx.set({ open: !ctx.local.open });
    if (ctx.local.open) ask(ctx);
  }

  /** Called when a state arrives: open numbers follow it. */
  function follow(ctx) { if (ctx.local.open && ctx.state.board && ctx.local.numbers?.asked !== stamp(ctx)) ask(ctx); }

  function line(row) {
    const name = row.letter ? h("span.row.nowrap", {}, badge.badge({ letter: row.letter }), said(row.name)) : h("b", {}, "All together");
    const cells = row.value === null ? h("td", { key: "few", colspan: 3 }, h("span.two", {}, row.why)) : [
      h("td.ivc", { key: "picture" }, interval.interval({ value: row.value, low: row.low, high: row.high, from: FROM, to: TO, zero: 0,
            bold: !row.letter, label: row.letter ?? "All together" })),
      h("td.num", { key: "value" }, h("b", {}, words.statistic(row.value))),
      h("td.num.two", { key: "range" }, row.low === null ? "no interval" : `${words.statistic(row.low)} to ${words.statistic(row.high)}`)];
    return h("tr", { key: row.letter ?? "all", class: !row.letter && "all" }, h("th", { scope: "row" }, name), cells,
      h("td.num.two", { key: "n" }, row.n));
  }

  function lead(all) {
    if (all.value === null) return all.why;
    const range = all.low === null ? null : `Plausibly anywhere from ${words.statistic(all.low)} to ${words.statistic(all.high)}. `;
    return [h("b", {}, `Ordinal alpha ${words.statistic(all.value)}. `), range,
      all.n < 20 ? h("b", {}, `${words.count(all.n, "profile")} cannot tell fair from strong agreement. `) : null,
      "Use the differences above, not the number."];
  }

  function body(numbers) {
    if (!numbers || (!numbers.rows && !numbers.why)) return h("p.two.late", { key: "wait" }, "Counting.");
    if (!numbers.rows) return h("p.read", { key: "why" }, numbers.why);
    const { overall, rows } = numbers;
    return h("div.statbody", { key: "body" }, h("p.read", {}, lead(overall)),
      h("table.ft", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Criterion"),
            h("th.ivc", { scope: "col" }, interval.axis({ from: FROM, to: TO, ticks: TICKS })), h("th.num", { scope: "col" }, "alpha"),
            h("th.num", { scope: "col" }, "95 % interval"), h("th.num", { scope: "col" }, "profiles"))),
        h("tbody", {}, rows.map(line), line({ ...overall, letter: null }))),
      h("p.two.small", {}, `Krippendorff’s alpha for ordered scores, first scores of ${words.count(overall.raters, "rater")}. 1 is the same scores, 0 what chance would give. “No evidence” is not a score and is left out.`));
  }

  function draw(ctx) {
    const { open, numbers } = ctx.local;
    return h("section.stats", { key: "statistics", "aria-label": "Agreement in numbers" },
      h("button.fold", { type: "button", "aria-expanded": String(Boolean(open)), on: { click: () => toggle(ctx) } },
        h("h3", {}, "Agreement in numbers"), h("span.two.small", {},
          open ? "close" : "closed on purpose: the differences say more than the number")),
      open ? body(numbers) : null);
  }

  return { draw, follow };
}
