/** 4. The skills of a card: chips, a field that offers what the glossaries know, and acceptable neighbours. */
function skillset({ dom, icons, control, words, cards }) {
  const { h, said } = dom;
  const put = (ctx, one, field, value) => ctx.act("edit_capability", { id: one.id, field, value }, `skills of ${one.letter}`);

  const cross = (label, press) => h("button", { type: "button", "aria-label": label, on: { click: press } }, icons.icon("close"));

  function offered(ctx, name, text, pick) {
    const { names, typed } = ctx.local.offers ?? {};
    if (ctx.local.adds !== name || !names || !typed.trim()) return null;
    const step = (event, i) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      ctx.focus(i + by < 0 ? `add-${name}` : `offer-${Math.min(i + by, names.length)}`);
    };
    const row = (key, i, label, note, take) => h("li", { key }, h("button", { type: "button", data: { focus: `offer-${i}` }, on: { mousedown: (event) => event.preventDefault(), click: take, keydown: (event) => step(event, i) } }, said(label), h("span.two.small", {}, ` ${note}`)));
    return h("ul.offers", { key: "offers", "aria-label": "Skills that fit" }, names.map((o, i) => row(o.id, i, o.name, o.kind, () => pick(o.id, o.name))),
      names.some((o) => o.name.toLowerCase() === typed.trim().toLowerCase()) ? null : row("own", names.length, `“${typed.trim()}”`, "as you wrote it; no glossary knows it", () => pick(typed.trim(), typed.trim())));
  }

  /** "add", and when pressed a field that offers skills; Enter takes the first, arrows go to the others. */
  function adder(ctx, name, label, pick) {
    if (ctx.local.adds !== name) return control.button({ key: "add", label: "add", name: label, icon: "add", look: "quiet", focus: `ask-${name}`, press: () => { ctx.set({ adds: name, offers: null }); ctx.focus(`add-${name}`); } });
    const done = (id, called) => { ctx.set({ adds: null, offers: null, met: { ...ctx.local.met, [id]: called } }); pick(id); ctx.focus(`ask-${name}`); };
    const typing = async (event) => {
      const typed = event.target.value;
      ctx.set({ offers: { ...ctx.local.offers, typed } });
      const got = typed.trim() ? await ctx.ask("find", { text: typed }) : { names: [] };
      if (ctx.local.adds === name && ctx.local.offers?.typed === typed) ctx.set({ offers: { typed, names: got.names } });
    };
    const keydown = (event) => {
      const { names = [], typed = "" } = ctx.local.offers ?? {};
      if (event.key === "ArrowDown" && typed.trim()) { event.preventDefault(); event.stopPropagation(); ctx.focus("offer-0"); }
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (!typed.trim()) { ctx.set({ adds: null, offers: null }); ctx.focus(`ask-${name}`); } else if (names.length) done(names[0].id, names[0].name);
    };
    const leave = (event) => { if (ctx.local.adds === name && !event.currentTarget.contains(event.relatedTarget)) ctx.set({ adds: null, offers: null }); };
    return h("span.addskill", { key: "adding", on: { focusout: leave } },
      h("input.field", { type: "text", role: "combobox", "aria-expanded": String(Boolean(ctx.local.offers?.names?.length)), "aria-label": label, placeholder: "type a skill", autocomplete: "off", value: "", data: { focus: `add-${name}` }, on: { input: typing, keydown } }),
      offered(ctx, name, "", done));
  }

  function chips(ctx, one, field, kind, title, rule) {
    const ids = one[field], free = !ctx.state.read_only, name = `${one.id}-${field}`;
    return h("div", { key: field }, h("h4", {}, title, " ", h("span.rule", {}, rule)),
      h("div.row.chips", {}, ids.map((id) => h("span.chip", { key: id, class: kind === "side" && "side" }, said(cards.skillName(ctx, id)),
        free ? cross(`Remove ${cards.skillName(ctx, id)}`, () => put(ctx, one, field, ids.filter((x) => x !== id))) : null)),
      !ids.length && !free ? h("span.two.small", { key: "none" }, "none") : null,
      free ? adder(ctx, name, `Add to ${title.toLowerCase()}`, (id) => { if (!one.central.includes(id) && !one.peripheral.includes(id)) put(ctx, one, field, [...ids, id]); }) : null));
  }

  /** Who may come from where: the band is enough to decide; the weeks and whose judgement they are on request. */
  function neighbours(ctx, one) {
    const free = !ctx.state.read_only, bands = ctx.state.bands[one.id] ?? [];
    const save = (value) => ctx.act("edit_capability", { id: one.id, field: "neighbours", value }, `neighbours of ${one.letter}`);
    const same = (a, b) => a.have === b.have && a.for === b.for;
    const proposed = ctx.local.proposed?.id === one.id ? ctx.local.proposed.offers.filter((o) => !one.neighbours.some((n) => same(n, o))) : null;
    const inside = (n, band) => [said(`${cards.skillName(ctx, n.have)} → ${cards.skillName(ctx, n.for)}`), h("span.ramp", {}, ctx.local.weeks ? words.weeks(n.ramp_weeks) : band)];
    const known = (n) => ctx.local.proposed?.offers.find((o) => same(o, n))?.band ?? "";
    const propose = async () => {
      ctx.set({ proposing: one.id });
      const got = await ctx.ask("neighbours", { id: one.id });
      const met = Object.fromEntries(got.offers.flatMap((o) => [[o.have, o.have_name], [o.for, o.for_name]]));
      ctx.set({ proposing: null, proposed: { id: one.id, offers: got.offers }, met: { ...ctx.local.met, ...met } });
    };
    return h("div", { key: "near" }, h("h4", {}, "Acceptable neighbours ", h("span.rule", {}, "and about how long it takes to get across")),
      h("div.row.chips", {}, one.neighbours.map((n, i) => h("span.chip.near", { key: `${n.have} ${n.for}` }, inside(n, bands[i] ?? known(n)), free ? cross(`Remove ${cards.skillName(ctx, n.have)}`, () => save(one.neighbours.filter((_, j) => j !== i))) : null)),
        proposed?.map((o) => h("button.chip.offer", { key: `+${o.have} ${o.for}`, type: "button", on: { click: () => save([...one.neighbours, { have: o.have, for: o.for, ramp_weeks: o.ramp_weeks }]) } }, icons.icon("add"), inside(o, o.band))),
        proposed && !proposed.length ? h("span.two.small", { key: "none" }, "The glossaries know no others within a quarter.") : null,
        free && !proposed && one.central.length ? control.button({ key: "ask", label: ctx.local.proposing === one.id ? "looking" : "suggest", icon: "add", look: "quiet", press: propose }) : null,
        !one.central.length ? h("span.two.small", { key: "first" }, "Name a central skill first.") : null),
      one.neighbours.length || proposed?.length ? h("p.small.two.weeks", { key: "weeks" }, ctx.local.weeks ? "A judgement of the glossaries’ authors, for a person with a year in the first. " : null, control.link({ label: ctx.local.weeks ? "Hide the weeks" : "How many weeks, and whose judgement", press: () => ctx.set({ weeks: !ctx.local.weeks }) })) : null);
  }

  return { chips, neighbours, cross };
}
