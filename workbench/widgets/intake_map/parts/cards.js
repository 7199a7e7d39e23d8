/** 2. Must, should, nice: cards that move by drag and by keyboard, and stay where they are when one opens. */
function cards({ dom, badge, icons, list, control, draft }) {
  const { h, said } = dom;
  const COLUMNS = [
    ["must", "Must", "Without it, we would say no"],
    ["should", "Should", "Expected; can be learned"],
    ["nice", "Nice", "A plus, never a minus"],
  ];
  const ORDER = COLUMNS.map(([name]) => name);
  const WARNINGS = {
    untested: "nobody tests it", tested_twice: "tested twice", must_without_question: "no question yet",
    must_without_outcome: "serves no outcome", contradictory_level: "two levels at odds", stack_of_musts: "many skills at once",
  };
  const of = (map, importance) => map.capabilities.filter((c) => c.importance === importance);
  const skillName = (ctx, id) => ctx.state.names[id] ?? ctx.local.met?.[id] ?? id;

  function skills(ctx, one) {
    const ids = one.central.length ? one.central : one.peripheral;
    if (ids.length) return ids.slice(0, 3).map((id) => skillName(ctx, id)).join(", ") + (ids.length > 3 ? ` and ${ids.length - 3} more` : "");
    return one.kind === "soft" ? "shown in interviews" : "no skills named yet";
  }

  function rounds(map, one) {
    const titles = one.rounds.filter((t) => t.how === "tests").map((t) => map.loop.find((r) => r.id === t.round)?.title).filter(Boolean);
    return titles.length ? titles.join(" · ") : "no round yet";
  }

  function warning(ctx, one) {
    const own = ctx.state.issues.filter((i) => i.capability === one.id);
    if (!own.length) return null;
    const told = WARNINGS[own[0].code] ?? "a wording to look at";
    return h("span.cardwarn", {}, icons.icon("info"), own.length > 1 ? `${told}, and ${own.length - 1} more` : told);
  }

  function move(ctx, one, importance, at) {
    ctx.act("move", { id: one.id, importance, at }, one.importance === importance ? `${one.letter} moved` : `${one.letter} is a ${importance}`);
    ctx.focus(`card-${one.id}`);
  }

  function drop(ctx, importance, at) {
    const map = draft.now(ctx), one = map.capabilities.find((c) => c.id === ctx.local.dragging);
    ctx.set({ dragging: null, over: null });
    if (!one) return;
    const from = of(map, importance).findIndex((c) => c.id === one.id);
    const to = from >= 0 && from < at ? at - 1 : at;
    if (from !== to || one.importance !== importance) move(ctx, one, importance, to);
  }

  /** Alt and an arrow: up and down in the column, left and right to the next one. */
  function nudge(ctx, key) {
    const map = ctx.state.map ? draft.now(ctx) : null, id = list.current(ctx.root, "cards")?.dataset.id;
    const one = map?.capabilities.find((c) => c.id === id);
    if (!one || ctx.state.read_only) return false;
    const column = of(map, one.importance), at = column.indexOf(one), step = { ArrowUp: -1, ArrowDown: 1 }[key];
    const next = ORDER[ORDER.indexOf(one.importance) + ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 9)];
    if (step && column[at + step]) { move(ctx, one, one.importance, at + step); ctx.say(`${one.name}, ${at + step + 1} of ${column.length}.`); }
    if (next) { move(ctx, one, next, Math.min(at, of(map, next).length)); ctx.say(`${one.name} is a ${next} now.`); }
    return undefined;
  }

  function dragging(ctx, one, importance, at) {
    const below = (event) => { const box = event.currentTarget.getBoundingClientRect(); return event.clientY > box.top + box.height / 2 ? 1 : 0; };
    return {
      dragstart: (event) => { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", one.letter); ctx.set({ dragging: one.id }); },
      dragend: () => ctx.set({ dragging: null, over: null }),
      dragover: (event) => {
        if (!ctx.local.dragging) return;
        event.preventDefault();
        event.stopPropagation();
        const over = `${importance}${at + below(event)}`;
        if (ctx.local.over !== over) ctx.set({ over });
      },
      drop: (event) => { if (!ctx.local.dragging) return; event.preventDefault(); event.stopPropagation(); drop(ctx, importance, at + below(event)); },
    };
  }

  function card(ctx, map, one, at, first) {
    const open = ctx.local.open === one.id, free = !ctx.state.read_only, { importance } = one;
    const item = list.item(ctx, "cards", one.id, first), over = ctx.local.over;
    const line = over === `${importance}${at}` ? "before" : over === `${importance}${at + 1}` && at + 1 === of(map, importance).length ? "after" : null;
    return h("li", { key: one.id, class: line }, h("div.card", {
      ...item, class: [open && "sel", ctx.local.dragging === one.id && "lifted"], role: "button", "aria-expanded": String(open),
      "aria-label": `${one.letter}, ${one.name}, ${importance}`, draggable: free ? "true" : null,
      data: { ...item.data, ...badge.cap(one.letter), focus: `card-${one.id}` },
      on: { ...item.on, ...(free ? dragging(ctx, one, importance, at) : {}), click: () => ctx.set({ open: open ? null : one.id, side: null }) },
    }, free ? h("span.grip", {}, icons.icon("drag")) : null, badge.badge({ letter: one.letter, name: one.name }),
    h("span.stack-1.grow", {}, h("b", {}, said(one.name)), h("span.two.small", {}, said(skills(ctx, one))), h("span.two.small", {}, said(rounds(map, one))), warning(ctx, one))));
  }

  function adder(ctx, importance) {
    if (ctx.local.adding !== importance) {
      return control.button({ key: "add", label: "Capability", icon: "add", look: "quiet", focus: `add-${importance}`,
        press: () => { ctx.set({ adding: importance }); ctx.focus("new-card"); } });
    }
    const put = async (name) => {
      if (ctx.local.adding !== importance) return;
      ctx.set({ adding: null });
      if (!name.trim()) return ctx.focus(`add-${importance}`);
      const reply = await ctx.act("add", { name, importance }, "a capability added");
      if (reply.ok) { ctx.set({ open: reply.id, side: null }); ctx.focus(`card-${reply.id}`); }
    };
    const it = control.field({ key: "new", label: `New ${importance}`, hint: "what a person can do", value: "", change: put, focus: "new-card" });
    it.props.on.blur = (event) => put(event.target.value);
    return it;
  }

  function column(ctx, map, [importance, title, rule], first) {
    const own = of(map, importance), end = `${importance}${own.length}`;
    const on = ctx.state.read_only ? {} : {
      dragover: (event) => { if (ctx.local.dragging) { event.preventDefault(); if (ctx.local.over !== end) ctx.set({ over: end }); } },
      drop: (event) => { if (ctx.local.dragging) { event.preventDefault(); drop(ctx, importance, own.length); } },
    };
    return h("section.col", { key: importance, class: [importance, ctx.local.dragging && "open"], "aria-label": title, on },
      h("header", {}, h("h3", {}, title, " ", h("span.two.count", {}, own.length)), h("span.two.small", {}, rule)),
      h("ul", { class: ctx.local.over === end && !own.length && "before" }, own.map((one, at) => card(ctx, map, one, at, first))),
      ctx.state.read_only ? null : h("div.addcap", { key: "add" }, adder(ctx, importance)));
  }

  function columns(ctx, map) {
    const first = map.capabilities[0]?.id;
    return h("div.cols", { key: "cols" }, COLUMNS.map((one) => column(ctx, map, one, first)));
  }

  return { columns, nudge, skillName };
}
