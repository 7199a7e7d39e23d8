/** The terrain: a picture with rings of time, the same as a table, the way in words, and the team's own judgement. */
function view(wb) {
  const { h } = wb.dom;
  const { button, link, choice } = wb.control;
  const PLURAL = { library: "libraries", technology: "technologies" };

  const kindWord = (kind) => PLURAL[kind] ?? `${kind}s`;
  const open = (ctx, id) => { ctx.set({ sel: id }); ctx.act("show", { id }); };
  const press = (ctx) => (n, on) => (on && n.relation !== "does not show" ? ctx.act("walk", { id: n.id }) : open(ctx, n.id));

  function filters(ctx) {
    const { off } = ctx.local, count = (test) => ctx.state.nodes.filter(test).length;
    const flip = (name) => ctx.set({ off: { ...off, [name]: !off[name] } });
    const chip = (name, label) => h("button.fc", { key: name, type: "button", "aria-pressed": String(!off[name]), on: { click: () => flip(name) } }, wb.icons.icon(off[name] ? "add" : "check"), " ", label);
    const numbers = ["15", "30", "60"].filter((n, i, all) => i === 0 || ctx.state.nodes.length > Number(all[i - 1]));
    return h("div.filters.row", { key: "filters", role: "group", "aria-label": "What is shown" }, h("span.small.two", {}, "Show"),
      [...new Set(ctx.state.nodes.map((n) => n.kind))].sort().map((k) => chip(k, `${kindWord(k)} ${count((n) => n.kind === k)}`)), h("span.sepv"),
      wb.picture.RELATIONS.filter((r) => r === "does not show" ? ctx.state.nots.length : count((n) => n.relation === r)).map((r) => chip(r, r)), h("span.sepv"), h("span.small.two", {}, "up to"),
      choice({ label: "How far", options: wb.picture.BANDS.map((value) => ({ value, label: value })), picked: ctx.local.reach, pick: (reach) => ctx.set({ reach }) }),
      h("span.small.two", {}, "closest"), choice({ label: "How many", options: numbers.map((value) => ({ value, label: value })), picked: ctx.local.amount, pick: (amount) => ctx.set({ amount }) }));
  }

  function starts(ctx) {
    const all = ctx.state.starts, some = ctx.local.allStarts || all.length <= 6 ? all : all.slice(0, 5);
    return h("div.starts.row", { key: "starts", role: "group", "aria-label": "Start skills" }, some.map((s) => h("span.chip.st", { key: s.id }, s.name, " ",
      h("button", { type: "button", "aria-label": `Remove ${s.name}`, on: { click: () => ctx.act("remove", { id: s.id }) } }, wb.icons.icon("close")))),
      some.length < all.length ? link({ key: "all", label: `and ${all.length - some.length} more`, press: () => ctx.set({ allStarts: true }) }) : null);
  }

  function top(ctx) {
    const add = async (name) => { if (!name.trim()) return; const reply = await ctx.act("add", { name }); if (reply.ok) { wb.pick.clear(ctx, "find"); ctx.set({ sel: null }); } };
    const svg = () => ctx.root.querySelector("svg.ego");
    return h("header.top.row", { key: "top" }, h("h2", {}, "What is near"), starts(ctx),
      wb.pick.pick(ctx, { name: "find", label: "Add a skill", hint: "add a skill, or several, with commas", take: add }),
      ctx.state.trail.length ? h("nav.row.small", { key: "trail", "aria-label": "Where you came from" }, h("span.two", {}, "from"), ctx.state.trail.map((t) => link({ key: t.id, label: t.name, press: () => ctx.act("back", { id: t.id }) }))) : null,
      h("span.push.row", {}, choice({ label: "View", options: [{ value: "picture", label: "Picture" }, { value: "table", label: "Table" }], picked: ctx.local.view, pick: (v) => ctx.set({ view: v }) }),
        ctx.state.starts.length && ctx.local.view === "picture" ? [button({ key: "svg", label: "SVG", name: "Save the picture as SVG", icon: "download", press: () => wb.keep.asSvg(svg()) }), button({ key: "png", label: "PNG", name: "Save the picture as PNG", icon: "download", press: () => wb.keep.asPng(svg()) })] : null));
  }

  /** A team's file that is broken in a place is said with that place; everything else is there. */
  function broken(ctx) {
    const { problems, folder } = ctx.state.team;
    if (!problems.length) return null;
    const line = (p) => `${p.file}${p.line ? `, line ${p.line}` : ""}${p.field ? `, ${p.field}` : ""}: ${p.message}`;
    return wb.notice.notice({ key: "broken", kind: "care", what: problems.length === 1 ? "One place in your team's glossaries could not be read; everything else is here." : `${problems.length} places in your team's glossaries could not be read; everything else is here.`,
      detail: h("span.stack-1", {}, problems.slice(0, 5).map((p, i) => h("span", { key: i }, line(p))), h("span", {}, `Mend it in ${folder}, then read again.`)), actions: [button({ key: "again", label: "Read again", press: () => ctx.act("read_again") })] });
  }

  function draw(ctx) {
    if (!ctx.state.starts.length) return [top(ctx), broken(ctx), wb.notice.empty({ key: "empty", title: "Start with a skill", text: "Type what a person has. Around it appears what they can learn across to, and what it does not show.",
      actions: [button({ label: "Start with Docker", press: () => ctx.act("add", { name: "Docker" }) })], note: `${ctx.state.skills} skills, from the glossaries: ${wb.words.list(ctx.state.families)}.` })];
    const picture = ctx.local.view === "picture", show = (id) => open(ctx, id);
    return [top(ctx), broken(ctx), filters(ctx), h("div.lay", { key: "lay" },
      h("figure.fig", {}, picture ? wb.picture.picture(ctx, press(ctx)) : wb.table.table(ctx, show), picture ? wb.picture.legend() : null),
      h("div.side", {}, wb.side.wayCard(ctx), wb.side.needCard(ctx, show), wb.side.alikeCards(ctx, show))), wb.edit.edit(ctx)];
  }

  function middle(ctx) {
    const { team, starts: all, nodes } = ctx.state;
    return [all.length ? h("span", { key: "shown" }, `${wb.picture.shown(ctx).nodes.length} of ${nodes.length} neighbours shown`) : null,
      team.changed ? h("span", { key: "team" }, `${wb.words.count(team.changed, "term")} of your team, in ${team.folder} `, link({ key: "again", label: "read again", press: () => ctx.act("read_again") })) : null];
  }

  const current = (ctx) => { const at = wb.list.current(ctx.root, "nodes"); return at && at.dataset.id.split(":").pop(); };

  function escape(ctx) {
    if (wb.pick.fold(ctx)) return true;
    if (ctx.local.edit) { ctx.set({ edit: null }); return true; }
    if (ctx.local.sel) { ctx.set({ sel: null }); return true; }
    return false;
  }

  return wb.screen.screen({
    className: "sk", noun: "change", name: (state) => (state.starts.length ? `Skill adjacency, around ${wb.words.list(state.starts.slice(0, 6).map((s) => s.name))}` : "Skill adjacency"), draw, middle, escape,
    local: () => ({ view: "picture", off: {}, reach: "longer", amount: "30", sel: null, range: false, edit: null }),
    changed: (ctx, before) => { const ids = (state) => state.starts.map((s) => s.id).join(); if (ids(ctx.state) !== ids(before)) ctx.local.sel = ctx.state.way?.to ?? null; },
    hints: () => [["↑ ↓ ← →", "walk"], ["Enter", "start here"], ["p", "the way in words"], ["t", "table"]],
    keys: (ctx) => [
      { key: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], says: "go to the next skill that way", run: (event) => wb.list.walk(ctx.root, "nodes", event.key) },
      { key: "Enter", says: "start from this skill", run: () => { const id = current(ctx); if (!id) return false; ctx.act("walk", { id }); } },
      { key: ["p", " "], shown: "p", says: "the way here in words", run: () => { const id = current(ctx); if (!id) return false; open(ctx, id); } },
      { key: "t", says: "picture or table", run: () => ctx.set(({ view }) => ({ view: view === "table" ? "picture" : "table" })) },
      { key: "e", says: "edit the way shown", run: () => { const edit = ctx.root.querySelector(".steps button[aria-label^='Edit ']") ?? ctx.root.querySelector(".path button[aria-label^='Edit ']"); if (!edit) return false; edit.click(); } },
    ],
  });
}
