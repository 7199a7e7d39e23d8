/** 8. The rubric: a criterion a row, what a profile's words can show and what an interview can show. */
function anchoring({ dom, badge, control, draft, checks }) {
  const { h, said } = dom;
  const SETS = [["profile", "A profile’s words", "can show"], ["interview", "An interview", "can show"]];
  const NEVER = "Not scored from a profile: its silence would be no evidence. An interview asks for it.";

  function anchor(ctx, one, source, level, text) {
    const keep = (now) => ctx.act("edit_anchor", { id: one.id, source, level, text: now }, `anchor ${one.letter}${level}`);
    const label = `${one.letter}, ${source} anchor ${level}`;
    return h("li", { key: level }, h("b", { "aria-hidden": "true" }, level), draft.text(ctx, { name: `${one.id} ${source} ${level}`, label, bare: true, needed: true, line: true, lines: 4, value: text, keep }),
      ctx.state.issues.filter((i) => i.capability === one.id && i.field === `anchors.${source}[${level - 1}]`).map((issue) => h("ul.inline", { key: issue.key }, checks.one(ctx, issue, true))));
  }

  function set(ctx, one, [source, who, can]) {
    const shown = ctx.local.anchors ?? "both";
    if (shown !== "both" && shown !== source) return null;
    const own = one[source], standard = own && one.standard.includes(source);
    return h("div.set", { key: source }, h("h4", {}, who, h("span.rule", {}, ` ${can}`), standard ? h("span.rule.std", {}, "standard words; make them yours") : null),
      own ? h("ol.five", { class: standard && "std" }, own.map((text, i) => anchor(ctx, one, source, i + 1, text))) : h("p.two.never", {}, NEVER));
  }

  function criterion(ctx, one) {
    const flip = (on) => ctx.act("edit_capability", { id: one.id, field: "scored_from_profile", value: on }, `${one.letter} ${on ? "scored" : "not scored"} from a profile`);
    return h("li.crit", { key: one.id, data: badge.cap(one.letter) }, h("div.row.crithead", {}, badge.badge({ letter: one.letter, name: one.name, large: true }), h("h3", {}, said(one.name)), badge.tag(one.importance),
      h("span.push", {}, ctx.state.read_only || ctx.state.meeting ? null : control.toggle({ label: "Scored from a profile", on: one.profile !== null, flip }))),
      one.question ? h("p.two.asked", {}, said(one.question)) : null, SETS.map((each) => set(ctx, one, each)));
  }

  /** What the kernel made of the map, with what is being written on top. */
  function rubric(ctx) {
    return ctx.state.rubric.map((one) => ctx.store.ahead.filter((i) => i.verb === "edit_anchor" && i.args.id === one.id)
      .reduce((now, { args }) => ({ ...now, [args.source]: now[args.source]?.map((text, i) => (i === args.level - 1 ? args.text : text)) }), one));
  }

  function editor(ctx) {
    const all = rubric(ctx), closed = ctx.state.meeting ? { ...ctx, state: { ...ctx.state, read_only: true } } : ctx;
    const options = [{ value: "both", label: "both" }, { value: "profile", label: "profile" }, { value: "interview", label: "interview" }];
    return h("section.rub", { key: "rubric", "aria-label": "The rubric" }, h("div.row.rubhead", {}, h("div.stack-1", {}, h("h3", {}, "The rubric ", h("span.two.count", {}, `${all.length} criteria`)),
      h("p.two.small", {}, "What each score means, in your words. Silence in a profile is “no evidence”, never a 1: a profile’s 1 needs words to the contrary.", ctx.state.meeting ? " In a meeting anchors are mended on the panel board." : null)),
      h("span.push.row.nowrap", {}, h("span.two.small", {}, "Anchors for"), control.choice({ label: "Anchors for", options, picked: ctx.local.anchors ?? "both", pick: (anchors) => ctx.set({ anchors }) }))),
      h("ul.crits", {}, all.map((one) => criterion(closed, one))));
  }

  return { editor };
}
