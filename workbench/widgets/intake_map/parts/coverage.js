/** 7. Who tests what: each capability once, each round one job. */
function coverage({ dom, badge, icons, control, list, drawer, draft, why }) {
  const { h, said } = dom;
  const NEXT = { "": "tests", tests: "touches", touches: null };
  const SAYS = { "": "neither", tests: "tests", touches: "touches on it" };

  function told(one) {
    const times = one.rounds.filter((t) => t.how === "tests").length;
    return ["not tested", "tested once", "tested twice"][times] ?? `tested ${times} times`;
  }

  function cell(ctx, one, round, first) {
    const how = one.rounds.find((t) => t.round === round.id)?.how ?? "", item = list.item(ctx, "cov", `${one.id} ${round.id}`, first);
    const look = how === "tests" ? h("i.full") : how === "touches" ? h("i.part") : h("span.none", {}, "–");
    const press = () => { if (!ctx.state.read_only) ctx.act("set_test", { id: one.id, round: round.id, how: NEXT[how] }, `${one.letter} in ${round.title}`); };
    return h("td.cv", { key: round.id }, h("button.cell", { type: "button", ...item, "aria-label": `${one.letter}, ${round.title}: ${SAYS[how]}`, on: { ...item.on, click: press } }, look));
  }

  function head(ctx, round) {
    const inside = [h("b", {}, said(round.title)), h("span.job", {}, `${round.minutes} min`, round.job ? " · " : null, said(round.job))];
    return h("th.cv", { key: round.id, scope: "col" }, ctx.state.read_only ? h("span.round", {}, inside)
      : h("button.round", { type: "button", "aria-label": `Round ${round.title}, change`, data: { focus: `round-${round.id}` }, on: { click: () => ctx.set({ side: { round: round.id }, open: null }) } }, inside));
  }

  function row(ctx, map, one, first) {
    const how = told(one), once = how === "tested once";
    return h("tr", { key: one.id }, h("th", { scope: "row" }, h("span.row.nowrap", {}, badge.badge({ letter: one.letter, name: one.name }), h("span.grow", {}, said(one.name)), badge.tag(one.importance))),
      map.loop.map((r) => cell(ctx, one, r, first)), h("td.say", { class: !once && "care" }, icons.icon(once ? "check" : "info"), ` ${how}`));
  }

  function table(ctx, map) {
    const first = `${map.capabilities[0]?.id} ${map.loop[0]?.id}`;
    const add = async (title) => { const reply = await ctx.act("add_round", { title }, "a round added"); if (reply.ok) ctx.set({ side: { round: reply.id }, open: null }); };
    return h("section.cov", { key: "cov", "aria-label": "Who tests what" }, h("div.row", {}, h("h3", {}, "Who tests what"), h("span.two.small", {}, ctx.state.read_only ? "Each capability once, each round one job." : "Each capability once, each round one job. Press a cell to change it, a round’s name to edit it."),
      h("span.push.row.small.two", {}, h("i.full"), "tests", h("i.part"), "touches on")),
      h("div.scrolls", {}, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Capability"), map.loop.map((r) => head(ctx, r)), h("th.say", { scope: "col" }, "Coverage"))),
        h("tbody", {}, map.capabilities.map((one) => row(ctx, map, one, first))))),
      h("div.addround", {}, why.adder(ctx, "round", "Title of the round", "such as Pairing", add, "Round")));
  }

  /** A round opened, in a drawer over the side. */
  function panel(ctx, map) {
    const round = map.loop.find((r) => r.id === ctx.local.side?.round);
    if (!round) return null;
    const close = () => { ctx.set({ side: null }); ctx.focus(`round-${round.id}`); };
    const text = (field, label, look) => draft.text(ctx, { key: field, name: `round ${round.id} ${field}`, label, showLabel: true, value: String(round[field]), keep: (value) => ctx.act("edit_round", { id: round.id, field, value }, `${field} of a round`), ...look });
    return h("div.over", { key: "over" }, drawer.drawer({ key: `round${round.id}`, label: `Round ${round.title}`, title: "A round of the interviews", close,
      body: [text("title", "Title", { needed: true, line: true }), text("minutes", "Minutes", { needed: true, line: true }), text("job", "Its one job", { line: true, lines: 3, hint: "what this round finds out that no other does" })],
      foot: [control.button({ label: "Take it off the loop", icon: "remove", look: "quiet", press: () => { ctx.set({ side: null }); ctx.act("remove_round", { id: round.id }, "a round taken off"); } })] }));
  }

  return { table, panel };
}
