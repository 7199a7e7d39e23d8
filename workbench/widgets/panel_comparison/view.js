/** Both readings of a profile, those furthest apart first, and below what all of them tell so far. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button } = wb.control;
  const MINE = "circle", FAR = 1, VERDICT = { advance: "advance", hold: "hold", not_now: "not now" };

  const picked = ({ state, local }) => state.profiles.find((one) => one.id === local.profile)
    ?? state.profiles.find((one) => one.done && !one.compared) ?? state.profiles.findLast((one) => one.compared) ?? state.profiles[0];
  const criterion = ({ state }, id) => state.criteria.find((one) => one.id === id);
  const count = (values) => Object.entries(VERDICT).map(([key, word]) => [values.filter((one) => one === key).length, word]).filter(([n]) => n).map(([n, word]) => `${n} ${word}`).join(", ");
  const kind = (one) => (one.compared ? "compared" : one.done ? "ready" : one.scored ? `${one.scored} of ${one.of}` : "not scored");
  const open = (ctx, id) => ctx.set({ profile: id, more: null });

  async function compare(ctx, one) {
    const got = await ctx.act("compare", { profile: one.id }, `${one.label} compared`);
    if (got.ok) { open(ctx, one.id); ctx.focus("reading"); }
  }

  function list(ctx) {
    const here = picked(ctx);
    return h("ol.profiles", { key: "list", "aria-label": "Profiles, in your order" }, ctx.state.profiles.map((one) => h("li", { key: one.id, class: [one === here && "now", one.compared && "open"] },
      h("button.pf", { type: "button", ...wb.list.item(ctx, "profiles", one.id, here.id), "aria-current": one === here ? "true" : null, on: { click: () => open(ctx, one.id) } }, h("b", {}, said(one.label)), h("span.small.two.row", {}, one.compared ? wb.icons.icon("check") : one.done ? null : wb.icons.icon("lock"), kind(one))))));
  }

  function legend({ state }) {
    return h("p.legend.row.small", { key: "legend" }, h("span.row", {}, wb.dots.shape({ shape: MINE }), h("b", {}, "you")), state.people.map((one) => h("span.row", { key: one.name }, wb.dots.shape({ shape: one.shape }), said(one.name))));
  }

  const marks = (item) => [{ shape: MINE, value: item.value, label: "you" }, ...item.panel.map((one) => ({ shape: one.shape, value: one.score, label: one.name }))];
  const given = (values) => values.map((value) => value ?? "no evidence").join(", ");

  /** The same words are shown once, with everybody who chose them. */
  function quotes(item) {
    const found = new Map();
    for (const one of item.panel) if (one.quote) found.set(one.quote, [...(found.get(one.quote) ?? []), one]);
    return [...found].map(([text, who]) => wb.evidence.quote({ key: text, text, place: who.map((one) => `${one.name}, ${one.score}`).join(" · ") }));
  }

  function sides(item) {
    const told = item.panel.filter((one) => one.reason);
    return h("div.sides", {}, h("div.side.stack", {}, h("h4", {}, `You, ${item.value ?? "no evidence"}`), item.quotes.map((text, i) => wb.evidence.quote({ key: i, text })), item.reason ? h("p.read", {}, said(item.reason)) : item.quotes.length ? null : h("p.two", {}, "You kept no words for it.")),
      h("div.side.stack", {}, h("h4", {}, `The panel, ${given(item.panel.map((one) => one.score))}`), quotes(item),
        told.map((one) => h("div.rs", { key: one.name }, h("p", {}, said(one.reason)), h("p.small.two.row", {}, wb.dots.shape({ shape: one.shape }), said(`${one.name}, ${one.score ?? "no evidence"}`))))));
  }

  function head(ctx, item, more) {
    const row = criterion(ctx, item.criterion);
    return h("header.row.nowrap", { key: "head" }, wb.badge.badge({ letter: row.letter, name: row.name }), h("h4.grow", {}, said(row.name), h("span.what", {}, said(item.words))), more ?? null);
  }

  function far(ctx, item) {
    const row = criterion(ctx, item.criterion), silent = marks(item).filter((one) => one.value === null);
    return h("li.item.stack", { key: item.criterion, data: wb.badge.cap(row.letter) }, head(ctx, item), wb.dots.strip({ texts: row.anchors, marks: marks(item).filter((one) => one.value !== null) }),
      silent.length ? h("p.small.two", { key: "silent" }, `${wb.words.list(silent.map((one) => one.label))} found no evidence, which is not a low score.`) : null, sides(item));
  }

  function near(ctx, item) {
    const row = criterion(ctx, item.criterion), on = ctx.local.more === item.criterion;
    return h("li.item.near.stack", { key: item.criterion, data: wb.badge.cap(row.letter) }, head(ctx, item, h("span.row.nowrap", {}, wb.dots.cell({ marks: marks(item), label: row.name, least: 1, steps: 0 }), wb.control.link({ label: on ? "close" : "both readings", press: () => ctx.set({ more: on ? null : item.criterion }) }))), on ? sides(item) : null);
  }

  function reading(ctx, one) {
    const read = ctx.state.readings[one.id], wide = read.items.filter((item) => item.far >= FAR), rest = read.items.filter((item) => item.far < FAR);
    return h("article.reading.stack-3", { key: one.id, tabindex: -1, data: { focus: "reading" }, "aria-label": one.label }, h("header.row", {}, h("h3", {}, said(one.label)), h("span.two", {}, `you: ${VERDICT[read.recommended]} · the panel: ${count(read.panel_recommended)}`)), legend(ctx),
      wide.length ? h("section.stack", { key: "far" }, h("h4.group", {}, "Read differently"), h("ul.items", {}, wide.map((item) => far(ctx, item)))) : h("p.read", { key: "none" }, "You and the panel read this profile alike."),
      rest.length ? h("section.stack", { key: "near" }, h("h4.group", {}, "Read alike"), h("ul.items", {}, rest.map((item) => near(ctx, item)))) : null);
  }

  function waiting(ctx, one) {
    if (one.done) return wb.notice.empty({ key: one.id, title: `${one.label}: your own reading is whole`, text: "Your scores are kept as they are now, and then the panel’s open beside them.", actions: [button({ label: "Compare with the panel", look: "main", big: true, focus: "compare", press: () => compare(ctx, one) })] });
    const left = one.of - one.scored;
    return wb.notice.locked({ key: one.id, title: `${one.label}: the panel’s reading opens when yours is in`, text: left ? `${wb.words.count(left, "criterion", "criteria")} and your recommendation are still open on the score sheet.` : "Your recommendation is still open on the score sheet." });
  }

  function told(ctx) {
    const { told: rows, overall } = ctx.state;
    if (!overall) return null;
    const ticks = [{ at: -2, text: "less" }, { at: 0, text: "as the panel" }, { at: 2, text: "more" }];
    return h("section.told.stack", { key: "told" }, h("h3", {}, "What your readings tell so far"), h("p.read", {}, said(overall.words)),
      h("div.row", {}, h("h4.grow", {}, "By criterion: points above or below the panel, with the 95 % interval"), wb.control.toggle({ label: "Agreement, and how many more profiles it takes", on: ctx.local.plan, flip: (plan) => ctx.set({ plan }) })),
      h("table.ft", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "criterion"), h("th.ivc", { scope: "col", "aria-label": "distance from the panel, in points" }, wb.interval.axis({ ticks, from: -2, to: 2 })), h("th.num", { scope: "col" }, "profiles"), h("th", { scope: "col" }, "what it tells"))),
        h("tbody", {}, rows.map((row) => h("tr", { key: row.criterion }, h("th", { scope: "row" }, h("span.row.nowrap", {}, wb.badge.badge({ letter: row.letter, name: row.name }), said(row.name))),
          h("td.ivc", {}, wb.interval.interval({ value: row.points, low: row.low, high: row.high, from: -2, to: 2, label: row.name, n: wb.words.count(row.profiles, "profile") })), h("td.num", {}, row.profiles), h("td", {}, said(ctx.local.plan ? row.agreement || "Two profiles are the least to plan from." : row.words)))))),
      h("p.small.two", {}, "The panel can be wrong together. What is read differently is worth talking about; neither side is right by itself."));
  }

  function draw(ctx) {
    const { state } = ctx, one = picked(ctx), done = state.profiles.filter((each) => each.compared).length;
    return [h("header.top.row", { key: "top" }, h("h2", {}, "Your reading beside the panel’s"), h("span.two", {}, said(state.title)), h("span.push.two", {}, `${done} of ${state.profiles.length} profiles compared`)),
      h("div.lay", { key: "lay" }, list(ctx), h("div.main", { key: "main" }, one.compared ? reading(ctx, one) : waiting(ctx, one))), told(ctx)];
  }

  return wb.screen.screen({
    className: "tp", noun: "comparison", name: () => "Your reading beside the panel’s", draw, local: () => ({ profile: null, more: null, plan: false }),
    middle: ({ state }) => h("span", {}, state.profiles.some((one) => one.done && !one.compared) ? "a profile is ready to compare" : "score a profile, then compare it"),
    hints: () => [["↑ ↓", "profiles"], ["Enter", "open"], ["c", "compare"]],
    keys: (ctx) => [
      { key: ["ArrowDown", "ArrowUp"], says: "next or last profile", run: (event) => wb.list.move(ctx.root, "profiles", event.key === "ArrowDown" ? 1 : -1) },
      { key: "c", says: "compare this profile", run: () => { const one = picked(ctx); if (!one.done || one.compared) return false; compare(ctx, one); return undefined; } },
    ],
  });
}
