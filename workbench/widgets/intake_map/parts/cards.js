/** 1. Must, should, nice: cards that move by drag and by keyboard, and stay where they are when one opens. */
function cards({ dom, badge, icons, list, control, words }) {
  const { h, said } = dom;
  const COLUMNS = [["must", "Must", "Without it, we would say no"], ["should", "Should", "Expected; can be learned"], ["nice", "Nice", "A plus, never a minus"]];
  const of = (ctx, importance) => ctx.state.map.capabilities.filter((c) => c.importance === importance);
  const names = (ctx, ids) => ids.map((id) => ctx.state.names[id] ?? id);

  function rounds(ctx, card) {
    const titles = card.rounds.filter((t) => t.how === "tests").map((t) => ctx.state.map.loop.find((r) => r.id === t.round)?.title).filter(Boolean);
    return titles.length ? titles.join(" · ") : "no round yet";
  }

  function warning(ctx, card) {
    const own = ctx.state.issues.filter((i) => i.capability === card.id);
    if (!own.length) return null;
    const told = { untested: "nobody tests it", tested_twice: "tested twice", must_without_question: "no question yet", must_without_outcome: "serves no outcome" }[own[0].code] ?? "a check is waiting";
    return h("span.cardwarn", {}, icons.icon("info"), told);
  }

  function drop(ctx, importance, at) {
    const id = ctx.local.dragging;
    ctx.set({ dragging: null, over: null });
    if (!id || ctx.state.read_only) return;
    const from = of(ctx, importance).findIndex((c) => c.id === id);
    move(ctx, id, importance, from >= 0 && from < at ? at - 1 : at);
  }

  function move(ctx, id, importance, at) {
    const card = ctx.state.map.capabilities.find((c) => c.id === id);
    ctx.act("move", { id, importance, at }, `${card.letter} to ${importance}`);
  }

  /** Alt and an arrow: up and down in the column, left and right to the next one. */
  function nudge(ctx, key) {
    const id = list.current(ctx.root, "cards")?.dataset.id, card = ctx.state.map.capabilities.find((c) => c.id === id);
    if (!card || ctx.state.read_only) return false;
    const column = of(ctx, card.importance), at = column.findIndex((c) => c.id === id), order = COLUMNS.map(([name]) => name);
    const next = order[order.indexOf(card.importance) + ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0)];
    if (key === "ArrowUp" && at > 0) move(ctx, id, card.importance, at - 1);
    else if (key === "ArrowDown" && at < column.length - 1) move(ctx, id, card.importance, at + 1);
    else if (/Left|Right/.test(key) && next) move(ctx, id, next, Math.min(at, of(ctx, next).length));
    else return undefined;
    ctx.say(`${card.name} moves.`);
    return undefined;
  }

  function card(ctx, one, importance, at, first) {
    const open = ctx.local.open === one.id, free = !ctx.state.read_only;
    const item = list.item(ctx, "cards", one.id, first);
    return h("li", { key: one.id, class: ctx.local.over === `${importance}${at}` && "over" }, h("div.card", { class: open && "sel", role: "button", "aria-expanded": String(open), "aria-label": `${one.letter}, ${one.name}, ${importance}`, ...item, data: { ...item.data, ...badge.cap(one.letter) }, draggable: free ? "true" : null,
      on: { ...item.on, click: () => ctx.set({ open: open ? null : one.id }),
        dragstart: (event) => { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", one.id); ctx.set({ dragging: one.id }); }, dragend: () => ctx.set({ dragging: null, over: null }),
        dragover: (event) => { if (ctx.local.dragging) { event.preventDefault(); event.stopPropagation(); if (ctx.local.over !== `${importance}${at}`) ctx.set({ over: `${importance}${at}` }); } }, drop: (event) => { event.preventDefault(); event.stopPropagation(); drop(ctx, importance, at); } } },
      free ? h("span.grip", {}, icons.icon("drag")) : null, badge.badge({ letter: one.letter, name: one.name }), h("span.stack-1.grow", {}, h("b", {}, said(one.name)), h("span.two.small", {}, said(names(ctx, one.central.length ? one.central : one.peripheral).slice(0, 3).join(", ") || (one.kind === "soft" ? "asked in interviews" : "no skills yet"))), h("span.two.small", {}, said(rounds(ctx, one))), warning(ctx, one))));
  }

  function column(ctx, [importance, title, rule], first) {
    const own = of(ctx, importance);
    return h("section.col", { key: importance, class: [importance, ctx.local.over === `${importance}end` && "over"], "aria-label": title,
      on: { dragover: (event) => { if (ctx.local.dragging) { event.preventDefault(); if (ctx.local.over !== `${importance}end`) ctx.set({ over: `${importance}end` }); } }, drop: (event) => { event.preventDefault(); drop(ctx, importance, own.length); } } },
      h("header", {}, h("h3", {}, title, " ", h("span.two", {}, own.length)), h("span.two.small", {}, rule)), h("ul", {}, own.map((one, at) => card(ctx, one, importance, at, first))),
      ctx.state.read_only ? null : h("div.addcap", { key: "add" }, ctx.local.adding === importance ? control.field({ label: `New capability, ${importance}`, hint: "What a person must be able to do", value: "", focus: "newcap", change: async (name) => { ctx.set({ adding: null }); if (!name.trim()) return; const reply = await ctx.act("add", { name: name.trim(), importance }, "capability added"); if (reply.ok) ctx.set({ open: reply.id }); } })
        : control.button({ label: "Capability", icon: "add", look: "quiet", press: () => { ctx.set({ adding: importance }); ctx.focus("newcap"); } })));
  }

  function columns(ctx) {
    const first = ctx.state.map.capabilities[0]?.id;
    return h("div.cols", { key: "cols" }, COLUMNS.map((one) => column(ctx, one, first)));
  }

  return { columns, nudge, names };
}
