/** 5. Say it better: the team's own weeks and reason for a pair, kept in the team's glossaries. */
function edit(wb) {
  const { h } = wb.dom;
  const { button, field, select } = wb.control;

  const WHOSE = { "the glossaries": "a judgement of the glossaries", "your team": "your team's judgement", "an estimate": "an estimate, nobody has judged this pair" };

  /** What the first does to the second when the one comes with the other. */
  const COMES = { implies: "brings", part_of: "is part of", built_on: "is built on" };

  /** Begin to edit a hop of a way, or a pair that does not show. */
  function begin(ctx, { from, from_id, to, id, weeks, why, whose, relation }) {
    const own = whose === "an estimate" ? "" : why;
    ctx.set({ edit: { have: from_id, have_name: from, to: id, to_name: to, low: String(weeks?.[0] ?? ""), high: String(weeks?.[1] ?? ""), why: own ?? "", whose, was: whose === "an estimate" ? null : relation, relation, trouble: null } });
  }

  const number = (text) => (text.trim() ? Number(text.trim().replace(",", ".")) : NaN);

  async function store(ctx, verb, args) {
    const it = ctx.local.edit;
    const reply = await ctx.act(verb, { have: it.have, to: it.to, ...args }, `${it.have_name} to ${it.to_name}`, { verb: "take_back", args: {}, about: "taken back" });
    if (reply.ok) ctx.set({ edit: null });
    else if (!reply.paused) ctx.set({ edit: { ...ctx.local.edit, trouble: reply.message } });
  }

  function save(ctx) {
    const it = ctx.local.edit;
    if (it.relation === "not") return store(ctx, "deny", { why: it.why });
    if (COMES[it.relation]) return store(ctx, "comes", { relation: it.relation, why: it.why });
    return store(ctx, "judge", { low: number(it.low), high: number(it.high), why: it.why });
  }

  /** The drawer; null while nothing is edited. */
  function edit(ctx) {
    const it = ctx.local.edit;
    if (!it) return null;
    const put = (change) => ctx.set({ edit: { ...ctx.local.edit, ...change } });
    const week = (name, label, first) => h("label.stack-1", { key: name }, h("span.small.two", {}, label), h("input.field.week", { type: "text", inputmode: "decimal", "aria-label": label, value: it[name], data: first ? { first: "" } : {}, on: { input: (event) => put({ [name]: event.target.value }) } }));
    return wb.drawer.drawer({ key: "edit", title: `${it.have_name} → ${it.to_name}`, close: () => ctx.set({ edit: null }), body: [
      h("p", { key: "who" }, `Somebody has ${it.have_name}; the work needs ${it.to_name}. What does your team say?`),
      select({ key: "relation", label: `What ${it.have_name} says of ${it.to_name}`, showLabel: true, value: it.relation, change: (relation) => put({ relation }),
        options: [["near", "can be learned across"], ["not", "is not shown by it"], ["implies", "always comes with it"], ["part_of", "holds it: it is a part of this"], ["built_on", "stands under it: it is built on this"]].map(([value, label]) => ({ value, label })) }),
      it.relation === "near" ? h("div.row", { key: "weeks" }, week("low", "From, in weeks", true), week("high", "to, in weeks"))
        : it.relation === "not" ? h("p.two", { key: "nots" }, `Knowing ${it.have_name} is then said not to show ${it.to_name}; a way may still exist.`)
        : h("p.two", { key: "comes" }, it.relation === "implies" ? `Whoever knows ${it.have_name} is then taken to know ${it.to_name}, without a word about it.` : `${it.have_name} ${COMES[it.relation]} ${it.to_name}; how much of it somebody met is for you to ask.`),
      field({ key: "why", label: "Why", value: it.why, lines: 3, read: true, showLabel: true, hint: COMES[it.relation] ? "why nobody has the one without the other" : "what carries over, and what is new", change: (why) => put({ why }), typing: (why) => put({ why }) }),
      it.trouble ? wb.notice.notice({ key: "trouble", kind: "stop", what: it.trouble }) : null,
      h("p.small.two", { key: "where" }, `So far ${WHOSE[it.whose]}. Kept as YAML in ${ctx.state.team.folder}, where your team can read and edit it; ours stays as it is.`),
    ], foot: [button({ key: "save", label: "Save for your team", look: "main", press: () => save(ctx) }),
      it.was === it.relation ? button({ key: "out", label: "Take this link out", icon: "remove", press: () => store(ctx, "take_out", { relation: it.relation }) }) : null,
      it.whose === "your team" ? button({ key: "ours", label: "Back to the glossaries' word", icon: "undo", press: () => store(ctx, "take_ours", { relation: it.was ?? it.relation }) }) : null] });
  }

  return { edit, begin, WHOSE };
}
