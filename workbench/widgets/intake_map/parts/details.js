/** 2. One card opened: skills, neighbours, what is looked for, the question, and the one that is asked aloud. */
function details({ dom, badge, icons, control, scale, cards }) {
  const { h, said } = dom;
  const edit = (ctx, card, field, value, about) => ctx.act("edit_capability", { id: card.id, field, value }, about ?? card.letter);

  const PAUSE = 600;
  const timers = new Map();

  /** What a text field does: keep the words when a person pauses (so that checks appear while they write) and when they leave. */
  function writing(name, keep) {
    const now = (text) => { clearTimeout(timers.get(name)); timers.delete(name); keep(text); };
    return { typing: (text) => { clearTimeout(timers.get(name)); timers.set(name, setTimeout(now, PAUSE, text)); }, change: now };
  }

  function offers(ctx, name, pick) {
    const found = ctx.local.offers?.for === name ? ctx.local.offers.names : [];
    return found.length ? h("ul.offers", { key: "offers" }, found.map((o) => h("li", { key: o.id }, h("button", { type: "button", on: { click: () => pick(o.id) } }, o.name, h("span.two.small", {}, ` ${o.kind}`))))) : null;
  }

  function adder(ctx, name, pick) {
    if (ctx.local.adds !== name) return control.button({ key: "add", label: "add", icon: "add", look: "quiet", press: () => { ctx.set({ adds: name, offers: null }); ctx.focus(`add-${name}`); } });
    const done = (id) => { ctx.set({ adds: null, offers: null }); pick(id); };
    const typing = async (text) => { const got = text.trim() ? await ctx.ask("find", { text }) : { names: [] }; if (ctx.local.adds === name) ctx.set({ offers: { for: name, names: got.names } }); };
    const take = (text) => { const best = ctx.local.offers?.for === name ? ctx.local.offers.names[0] : null; if (!text.trim()) ctx.set({ adds: null, offers: null }); else if (best) done(best.id); };
    return h("span.addskill", { key: "adding" }, control.field({ label: "Skill to add", hint: "type a skill", value: "", typing, change: take, focus: `add-${name}` }), offers(ctx, name, done));
  }

  function chips(ctx, card, field, kind, title, rule) {
    const ids = card[field], put = (value) => edit(ctx, card, field, value, `skills of ${card.letter}`);
    return h("div", { key: field }, h("h4", {}, title, " ", h("span.rule", {}, rule)), h("div.row.chips", {}, ids.map((id) => h("span.chip", { key: id, class: kind === "side" && "side" }, said(ctx.state.names[id] ?? id), ctx.state.read_only ? null : h("button", { type: "button", "aria-label": `Remove ${ctx.state.names[id] ?? id}`, on: { click: () => put(ids.filter((x) => x !== id)) } }, icons.icon("close")))),
      ctx.state.read_only ? null : adder(ctx, `${card.id}-${field}`, (id) => { if (!ids.includes(id)) put([...ids, id]); })));
  }

  function neighbours(ctx, card) {
    const put = (value) => edit(ctx, card, "neighbours", value, `neighbours of ${card.letter}`);
    const plain = (n) => ({ have: n.have, for: n.for, ramp_weeks: n.ramp_weeks });
    const more = ctx.local.proposed?.id === card.id ? ctx.local.proposed.offers.filter((o) => !card.neighbours.some((n) => n.have === o.have && n.for === o.for)) : null;
    const name = (id) => ctx.state.names[id] ?? ctx.local.proposed?.names?.[id] ?? id;
    const words = (n, band) => [said(`${name(n.have)} → ${name(n.for)}`), " ", h("span.ramp", {}, ctx.local.weeks ? `${n.ramp_weeks[0]}–${n.ramp_weeks[1]} weeks` : band)];
    return h("div", { key: "near" }, h("h4", {}, "Acceptable neighbours ", h("span.rule", {}, "and the time to get across, a judgement")), h("div.row.chips", {}, card.neighbours.map((n, i) => h("span.chip.near", { key: n.have + n.for }, words(n, ctx.state.bands[card.id][i]), ctx.state.read_only ? null : h("button", { type: "button", "aria-label": `Remove ${name(n.have)}`, on: { click: () => put(card.neighbours.filter((_, j) => j !== i)) } }, icons.icon("close")))),
      more ? more.map((o) => h("button.chip.add", { key: `o${o.have}${o.for}`, type: "button", on: { click: () => put([...card.neighbours, plain(o)]) } }, icons.icon("add"), words(o, o.band)))
        : ctx.state.read_only || !card.central.length ? null : control.button({ key: "ask", label: "suggest", icon: "add", look: "quiet", press: async () => { const got = await ctx.ask("neighbours", { id: card.id }); ctx.set({ proposed: { id: card.id, offers: got.offers, names: got.names } }); } }),
      more && !more.length ? h("span.two.small", { key: "none" }, "no others known") : null, card.neighbours.length ? control.link({ key: "weeks", label: ctx.local.weeks ? "hide the weeks" : "how many weeks", press: () => ctx.set({ weeks: !ctx.local.weeks }) }) : null));
  }

  function looked(ctx, card) {
    const pick = (field) => (ctx.state.read_only ? undefined : (level) => edit(ctx, card, field, level));
    return h("div.stack-1", { key: "look" }, h("h4", {}, "What we look for"), scale.segments({ label: "Depth", levels: scale.LEVELS.depth, found: card.depth, onPick: pick("depth") }), scale.segments({ label: "Ownership", levels: scale.LEVELS.ownership, found: card.ownership, onPick: pick("ownership") }),
      control.field({ label: "Scale", showLabel: true, value: card.scale, hint: "100 requests a second or more", ...writing(`${card.id}/scale`, (text) => edit(ctx, card, "scale", text)) }));
  }

  function served(ctx, card) {
    const put = (id, on) => edit(ctx, card, "outcomes", on ? [...card.outcomes, id] : card.outcomes.filter((x) => x !== id), `outcomes of ${card.letter}`);
    return h("div.stack-1", { key: "serves" }, h("h4", {}, "Serves"), ctx.state.map.outcomes.map((o) => h("label.serve", { key: o.id }, h("input.tick", { type: "checkbox", checked: card.outcomes.includes(o.id), disabled: ctx.state.read_only || null, on: { change: (event) => put(o.id, event.target.checked) } }), h("span", {}, said(o.text), " ", h("span.two.small", {}, `${o.months} months`)))),
      control.field({ label: "Under which constraints, one a line", showLabel: true, lines: 2, value: card.constraints.join("\n"), change: (text) => edit(ctx, card, "constraints", text.split("\n").map((x) => x.trim()).filter(Boolean), `constraints of ${card.letter}`) }));
  }

  function aloud(ctx, card) {
    if (card.importance !== "must") return null;
    const stays = ctx.state.answers[card.id];
    return h("div.outloud", { key: "aloud" }, h("span.two.small.row", {}, icons.icon("note"), "Say it aloud for every must"), h("h3", {}, "Would you turn down an otherwise great candidate without it?"),
      h("div.row", {}, control.button({ label: "Yes, stays a must", icon: stays ? "check" : undefined, pressed: stays === true, press: () => ctx.act("answer", { id: card.id, stays: true }, `${card.letter} stays a must`) }), control.button({ label: "No, move to should", look: "quiet", press: () => ctx.act("answer", { id: card.id, stays: false }, `${card.letter} to should`) })));
  }

  function step(ctx, by) {
    const all = ctx.state.map.capabilities, at = all.findIndex((c) => c.id === ctx.local.open);
    ctx.set({ open: all[(at + by + all.length) % all.length].id, adds: null, offers: null });
  }

  function panel(ctx) {
    const card = ctx.state.map.capabilities.find((c) => c.id === ctx.local.open);
    if (!card) return null;
    return h("section.details", { key: `card${card.id}`, data: badge.cap(card.letter), "aria-label": card.name }, h("header.row.nowrap", {}, badge.badge({ letter: card.letter }), h("div.grow", {}, control.field({ label: "Name of the capability", bare: true, value: card.name, change: (text) => text.trim() && edit(ctx, card, "name", text.trim()) })), badge.tag(card.importance),
      control.button({ icon: "back", name: "Card before", look: "quiet", press: () => step(ctx, -1) }), control.button({ icon: "next", name: "Next card", look: "quiet", press: () => step(ctx, 1) }), control.button({ icon: "close", name: "Close the card", look: "quiet", press: () => ctx.set({ open: null }) })),
      h("div.dgrid", {}, h("div.stack-3", {}, chips(ctx, card, "central", "central", "Central skills", "the work fails without them"), chips(ctx, card, "peripheral", "side", "Peripheral", "helpful, learned on the job"), neighbours(ctx, card), looked(ctx, card)),
        h("div.stack-3", {}, control.field({ label: "Evidence question", showLabel: true, read: true, lines: 4, value: card.question, ...writing(`${card.id}/question`, (text) => edit(ctx, card, "question", text)), focus: "question" }), aloud(ctx, card), served(ctx, card),
          h("div.row", {}, control.toggle({ label: "A profile’s words can show it", on: card.scored_from_profile, flip: (on) => edit(ctx, card, "scored_from_profile", on) }), ctx.state.read_only ? null : control.button({ label: "Take off the map", icon: "remove", look: "quiet", press: () => { ctx.set({ open: null }); ctx.act("remove", { id: card.id }, `${card.letter} taken off`); } })))));
  }

  return { panel, edit, writing };
}
