/** 5. One card opened, in a drawer over the side: nothing else moves. */
function details({ dom, badge, icons, control, scale, drawer, draft, checks, skillset }) {
  const { h, said } = dom;
  const edit = (ctx, one, field, value, about) => ctx.act("edit_capability", { id: one.id, field, value }, about ?? `${field} of ${one.letter}`);

  function aloud(ctx, one) {
    if (one.importance !== "must") return null;
    const stays = ctx.state.answers[one.id], free = !ctx.state.read_only;
    const say = (yes, about) => ctx.act("answer", { id: one.id, stays: yes }, about);
    return h("div.outloud", { key: "aloud" }, h("span.small.two.row", {}, icons.icon("note"), "Say it aloud for every must"),
      h("p.read", {}, h("b", {}, "Would you turn down an otherwise great candidate without it?")),
      free ? h("div.row", {}, control.button({ label: "Yes, stays a must", icon: stays ? "check" : undefined, pressed: stays === true, press: () => say(true, `${one.letter} stays a must`) }),
        control.button({ label: "No, move to should", look: "quiet", press: () => say(false, `${one.letter} is a should`) })) : null);
  }

  function looked(ctx, one) {
    const pick = (field) => (ctx.state.read_only ? undefined : (level) => edit(ctx, one, field, level));
    const size = draft.text(ctx, { name: `${one.id} scale`, label: "Scale", hint: "how large, such as 100 requests a second", value: one.scale, lines: 2, line: true, keep: (value) => edit(ctx, one, "scale", value) });
    return h("div", { key: "look" }, h("h4", {}, "What we look for"),
      scale.segments({ key: "depth", label: "Depth", levels: scale.LEVELS.depth, found: one.depth, onPick: pick("depth") }),
      scale.segments({ key: "owner", label: "Ownership", levels: scale.LEVELS.ownership, found: one.ownership, onPick: pick("ownership") }),
      h("div.seg.size", { key: "scale" }, h("span.k", {}, "Scale"), size), checks.beside(ctx, one, "depth", "scale"));
  }

  function tested(ctx, map, one) {
    const testing = map.loop.filter((r) => one.rounds.some((t) => t.round === r.id && t.how === "tests")), free = !ctx.state.read_only;
    const set = (round, how) => ctx.act("set_test", { id: one.id, round, how }, `${one.letter} in ${map.loop.find((r) => r.id === round)?.title}`);
    const name = (r) => `${r.title} · ${r.minutes} min`;
    const change = async (from, to) => { if (from) await set(from, null); if (to) set(to, "tests"); };
    const picks = (testing.length ? testing : [null]).map((r) => control.select({ key: r?.id ?? "none", label: r ? `Tested in ${r.title}` : "Tested in", value: r?.id ?? "",
      options: [{ value: "", label: "no round yet" }, ...map.loop.map((o) => ({ value: o.id, label: name(o) }))], change: (to) => change(r?.id, to) }));
    return h("div", { key: "rounds" }, h("h4", {}, "Tested in"), free ? h("div.row.tested", {}, picks) : h("p", {}, said(testing.map(name).join(", ") || "no round yet")), checks.beside(ctx, one, "rounds"));
  }

  function serves(ctx, map, one) {
    const put = (id, on) => edit(ctx, one, "outcomes", on ? [...one.outcomes, id] : one.outcomes.filter((x) => x !== id), `outcomes of ${one.letter}`);
    return h("div", { key: "serves" }, h("h4", {}, "Serves ", h("span.rule", {}, "which outcome fails without it")),
      h("div.stack-1", {}, map.outcomes.map((o) => h("label.serve", { key: o.id }, h("input.tick", { type: "checkbox", checked: one.outcomes.includes(o.id), disabled: ctx.state.read_only || null, on: { change: (event) => put(o.id, event.target.checked) } }),
        h("span", {}, said(o.text), " ", h("span.two.small", {}, `${o.months} months`))))),
      map.outcomes.length ? null : h("p.two.small", {}, "Write an outcome on the left first."), checks.beside(ctx, one, "outcomes"));
  }

  function constraints(ctx, one) {
    const save = (value) => edit(ctx, one, "constraints", value, `constraints of ${one.letter}`), all = [...one.constraints, ...(ctx.state.read_only ? [] : [""])];
    const lines = all.map((text, i) => h("li", { key: i }, draft.text(ctx, { name: `${one.id} constraint ${i}`, label: `Constraint ${i + 1}`, bare: Boolean(text), lines: 2, line: true, value: text, hint: text ? null : "such as: no downtime, a team of two", keep: (now) => save([...one.constraints.slice(0, i), now, ...one.constraints.slice(i + 1)].filter((x) => x.trim())) })));
    return h("div", { key: "under" }, h("h4", {}, "Constraints ", h("span.rule", {}, "under which it was or will be done")), h("ul.stack-1", {}, lines), checks.beside(ctx, one, "constraints"));
  }

  function question(ctx, one) {
    return h("div", { key: "question" }, h("h4", {}, "Evidence question"), draft.text(ctx, { name: `${one.id} question`, label: "Evidence question", read: true, lines: 4, line: true, value: one.question, hint: "Tell us about a time when …", focus: "question", keep: (value) => edit(ctx, one, "question", value) }), checks.beside(ctx, one, "question"));
  }

  function kind(ctx, one) {
    if (ctx.state.read_only) return null;
    return h("div.row.kind", { key: "kind" }, control.toggle({ label: "About working with others", on: one.kind === "soft", flip: (on) => edit(ctx, one, "kind", on ? "soft" : "technical", `kind of ${one.letter}`) }),
      control.toggle({ label: "Scored from a profile too", on: one.scored_from_profile, flip: (on) => edit(ctx, one, "scored_from_profile", on, `${one.letter} ${on ? "scored" : "not scored"} from a profile`) }));
  }

  function step(ctx, map, by) {
    const at = map.capabilities.findIndex((c) => c.id === ctx.local.open);
    ctx.set({ open: map.capabilities[(at + by + map.capabilities.length) % map.capabilities.length].id, adds: null, offers: null });
  }

  function close(ctx) {
    const id = ctx.local.open;
    ctx.set({ open: null, adds: null, offers: null });
    ctx.focus(`card-${id}`);
  }

  function panel(ctx, map) {
    const one = map.capabilities.find((c) => c.id === ctx.local.open);
    if (!one) return null;
    const name = draft.text(ctx, { name: `${one.id} name`, label: "Name of the capability", bare: true, needed: true, line: true, lines: 2, value: one.name, keep: (value) => edit(ctx, one, "name", value) });
    const title = h("span.row.nowrap.cardhead", {}, badge.badge({ letter: one.letter, name: one.name, large: true }), h("span.grow", { key: `name${one.id}` }, name), badge.tag(one.importance),
      control.button({ icon: "back", name: "Card before", look: "quiet", always: true, press: () => step(ctx, map, -1) }), control.button({ icon: "next", name: "Next card", look: "quiet", always: true, press: () => step(ctx, map, 1) }));
    const asked = [aloud(ctx, one), question(ctx, one), tested(ctx, map, one)];
    const known = [skillset.chips(ctx, one, "central", "central", "Central skills", "the work fails without them"), skillset.chips(ctx, one, "peripheral", "side", "Peripheral skills", "helpful, learned on the job"),
      checks.beside(ctx, one, "central"), skillset.neighbours(ctx, one), looked(ctx, one)];
    const why = [serves(ctx, map, one), constraints(ctx, one)];
    return h("div.over", { key: "over", data: badge.cap(one.letter) }, drawer.drawer({ key: "card", wide: true, take: false, focus: "drawer", label: `Card ${one.letter}, ${one.name}`, title, close: () => close(ctx),
      body: [checks.beside(ctx, one, "name"), h("div.dgrid", { key: one.id }, h("div.asked", {}, asked), h("div.known", {}, known), h("div.why", {}, why))],
      foot: ctx.state.read_only ? null : [kind(ctx, one), control.button({ key: "off", label: "Take off the map", icon: "remove", look: "quiet", press: () => { ctx.set({ open: null }); ctx.act("remove", { id: one.id }, `${one.letter} taken off`); } })] }));
  }

  return { panel, close, step };
}
