/** 6. Beside the picture: the way in words, what a requisition asks for, what is not the same. */
function side(wb) {
  const { h, said } = wb.dom;
  const { button, link } = wb.control;
  const { weeks } = wb.words;
  const { WHOSE, begin } = wb.edit;

  const time = (ctx, of) => (of.comes ? "no time, it comes with it" : ctx.local.range ? weeks(of.weeks) : of.band);

  /** Whose judgement a whole way is: the team's as soon as one part is. */
  function whose(hops) {
    const own = new Set(hops.filter((hop) => hop.relation !== "comes with it").map((hop) => hop.whose));
    if (own.size === 1) return WHOSE[[...own][0]];
    return own.has("your team") ? "partly your team's judgement" : own.has("an estimate") ? "partly an estimate" : WHOSE["the glossaries"];
  }

  function between(ctx) {
    const a = wb.pick.typed(ctx, "from"), b = wb.pick.typed(ctx, "to");
    const go = async (from, to) => {
      if (!from.trim() || !to.trim()) return ctx.focus(from.trim() ? "to" : "from");
      const reply = await ctx.act("between", { a: from, b: to });
      if (reply.ok) { ctx.set({ sel: reply.id }); wb.pick.clear(ctx, "from"); wb.pick.clear(ctx, "to"); }
    };
    return h("div.between.row", { key: "between", role: "group", "aria-label": "The way between two skills" },
      wb.pick.pick(ctx, { name: "from", label: "From", hint: "from", take: (name) => go(name, wb.pick.typed(ctx, "to")) }), wb.icons.icon("next"),
      wb.pick.pick(ctx, { name: "to", label: "To", hint: "to", take: (name) => go(wb.pick.typed(ctx, "from"), name) }),
      button({ label: "Show the way", press: () => go(a, b) }));
  }

  function hop(ctx, one) {
    const comes = one.relation === "comes with it";
    return h("li", { key: one.id }, h("span.hop", {}, comes ? "comes with it" : `near · ${ctx.local.range && one.weeks.length ? weeks(one.weeks) : one.band}`,
      one.whose === "your team" ? h("span.tag", { key: "ours" }, "your team") : null,
      comes && !one.by ? null : h("button.lnk.small", { type: "button", "aria-label": `Edit ${one.from} to ${one.to}`, on: { click: () => begin(ctx, { ...one, why: one.written ?? one.why, relation: one.by ?? "near" }) } }, "Edit")),
      h("span", {}, one.why), h("span.st", {}, one.to));
  }

  function wayCard(ctx) {
    const way = ctx.state.way;
    if (!way || way.to !== ctx.local.sel) return h("section.path.stack", { key: "way" }, h("h3", {}, "The way in words"), h("p.two", {}, "Choose a neighbour, or type two skills."), between(ctx));
    const denied = way.denied.map((d) => h("p.denied", { key: d.id }, wb.icons.icon("differ"), h("span", {}, h("b", {}, `${d.name} does not show ${way.name}. `), d.why, " ",
      d.whose === "your team" ? h("span.tag", {}, "your team") : null, " ",
      h("button.lnk.small", { type: "button", "aria-label": `Edit ${d.name} does not show ${way.name}`, on: { click: () => begin(ctx, { from: d.name, from_id: d.id, to: way.name, id: way.to, weeks: way.weeks, why: d.why, whose: d.whose, relation: "not" }) } }, "Edit"))));
    const judged = way.hops.length === 1;
    return h("section.path.stack", { key: "way", "aria-live": "polite" }, h("h3", {}, way.hops.length ? `From ${way.from} to ${way.name}` : way.name), denied,
      way.hops.length ? h("p.total", { key: "total" }, h("b", {}, way.comes ? "Comes with it" : time(ctx, way)), way.comes ? null : h("span.two", {}, ` ${whose(way.hops)}`)) : null,
      way.why ? h("p.read", { key: "why" }, way.why) : null,
      way.hops.length ? h("ol.steps", { key: "steps" }, h("li", { key: "from" }, h("span.st", {}, way.from)), way.hops.map((one) => hop(ctx, one))) : null,
      way.back && !way.back.comes ? h("p", { key: "back" }, `The other way, ${way.name} to ${way.from}: `, h("b", {}, time(ctx, way.back)), ".") : null,
      way.plain ? h("p.two", { key: "plain" }, h("b", {}, way.name), ": ", way.plain) : null,
      way.ask && (denied.length || !way.hops.length) ? wb.evidence.ask({ key: "ask", label: "Ask", question: way.ask }) : null,
      h("div.row", { key: "acts" }, button({ key: "walk", label: `Walk on to ${way.name}`, icon: "next", press: () => ctx.act("walk", { id: way.to }) }),
        judged ? null : button({ key: "own", label: "Judge this pair", icon: "edit", press: () => begin(ctx, { from: way.from, from_id: way.from_id, to: way.name, id: way.to, weeks: way.weeks, why: "", whose: "an estimate", relation: "near" }) }),
        way.hops.length && !way.comes ? link({ key: "range", label: ctx.local.range ? "Hide the weeks" : "How many weeks, and whose judgement", press: () => ctx.set(({ range }) => ({ range: !range })) }) : null),
      ctx.local.range && way.hops.length ? h("p.small.two", { key: "whose" }, way.hops.some((one) => one.whose === "your team") ? `Written by your team, in ${ctx.state.team.folder}.` : "Written by the authors of the glossaries from experience, for a person who has done the first for a year or more. Press Edit if your team knows better.") : null,
      h("h4", { key: "other" }, "Another way"), between(ctx));
  }

  const STATES = [["shown", "Shown"], ["near", "Near"], ["not shown", "Not shown: ask"]];

  function needCard(ctx, open) {
    const { need, asked_by, way } = ctx.state;
    if (!need.length) return null;
    const end = (n) => (n.state === "near" ? `${ctx.local.range ? weeks(n.weeks) : n.band} from ${n.path[0]}` : n.state === "shown" ? (n.by ? `through ${n.by}` : "named") : "");
    return h("section.need", { key: "need" }, h("h3", {}, "For this requisition ", h("span.two.small", {}, said(asked_by))),
      STATES.map(([state, title]) => {
        const own = need.filter((n) => n.state === state);
        return own.length ? h("div.stack-1", { key: state }, h("h4", {}, `${title} · ${own.length}`), h("ul", { "aria-label": title }, own.map((n) => h("li", { key: `${n.letter}${n.id}`, class: [n.id === way?.to && "cur", !n.central && "less"] },
          wb.badge.badge({ letter: n.letter, name: n.capability }), h("span.grow", {}, state === "shown" ? n.name : link({ label: n.name, press: () => open(n.id) }), n.central ? null : h("span.two.small", {}, " side")),
          h("span.two.small", {}, end(n)))))) : null;
      }));
  }

  function alikeCards(ctx, open) {
    const { nots, alike } = ctx.state;
    if (!nots.length && !alike.length) return null;
    const seen = new Set(nots.map((n) => n.from + n.id)), rest = alike.filter((n) => !seen.has(n.from + n.id)), all = ctx.local.alike ? 40 : 5;
    return h("section.nots", { key: "nots" }, h("h3", {}, "Not the same as"), h("ul.cards", {},
      nots.slice(0, all).map((n) => h("li.card", { key: `n${n.from}${n.id}` }, h("p", {}, wb.icons.icon("differ"), " ", h("b", {}, `${n.from_name} does not show ${n.name}. `), n.why || "Ask about each on its own."),
        n.plain ? h("p.two.small", {}, link({ label: n.name, press: () => open(n.id) }), `: ${n.plain}`) : null)),
      rest.slice(0, Math.max(0, all - nots.length)).map((n) => h("li.card", { key: `a${n.from}${n.id}` }, h("p", {}, wb.icons.icon("differ"), " ", h("b", {}, `${n.from_name} is not ${n.name}.`)),
        h("p.two.small", {}, h("b", {}, n.from_name), `: ${n.own}`), h("p.two.small", {}, link({ label: n.name, press: () => open(n.id) }), `: ${n.plain}`)))),
      nots.length + rest.length > all ? link({ key: "all", label: `All ${nots.length + rest.length}`, press: () => ctx.set({ alike: true }) }) : null);
  }

  return { wayCard, needCard, alikeCards };
}
