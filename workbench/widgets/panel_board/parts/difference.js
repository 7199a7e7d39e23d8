/** 2. One difference at a time: the anchors with everybody's shape, the words of each side, and what the panel makes of it. */
function difference({ dom, control, words, badge, dots, evidence, notice, anchors }) {
  const { h, said } = dom;
  const key = (item) => `${item.profile}/${item.criterion}`;
  const who = (w) => w.name ?? w.letter;
  const label = (w) => `${w.name ? `${w.name}, ` : ""}${w.letter}${w.mine ? ", you" : ""}`;

  const person = (w) => h("span.person", { key: w.letter }, dots.shape({ shape: w.shape, label: label(w) }), " ", h("span.small", {}, said(who(w)), w.mine ? " (you)" : ""));

  function side(s) {
    return h("div.sidecol.stack", { key: s.label }, h("h4", {}, s.values?.[0] === null ? "No evidence, because" : `${s.label}, because of these words`),
      s.quotes.map((q, i) => evidence.quote({ key: `q${i}`, text: q.text, place: [q.page ? `page ${q.page}` : null, q.count > 1 ? `${q.count} people` : null, q.by === "program" ? "found by the program" : null].filter(Boolean).join(" · ") })),
      s.quotes.length ? null : h("p.two", { key: "none" }, s.values?.[0] === null ? "Nothing in the profile showed it to them." : "No words chosen; see the reason."),
      s.reasons.map((r) => h("div.rs", { key: `r${r.letter}` }, h("p", {}, said(r.text)), h("p.small.two.row", {}, dots.shape({ shape: r.shape, label: label(r) }), said(who(r))))));
  }

  function said_(ctx, item) {
    const mode = ctx.local.mode ?? (item.differs ? "differ" : "agree");
    const draft = ctx.local.drafts[key(item)] ?? {};
    const keep = (change) => ctx.set(({ drafts }) => ({ drafts: { ...drafts, [key(item)]: { ...drafts[key(item)], ...change } } }));
    const score = draft.score !== undefined ? draft.score : item.agreed ? item.agreed.value : undefined;
    const reason = draft.reason ?? (mode === "agree" ? item.agreed?.reason : item.differs?.why) ?? "";
    const ready = reason.trim() && (mode === "differ" || score !== undefined);
    const at = { profile: item.profile, criterion: item.criterion };
    const save = async () => {
      const reply = mode === "agree" ? await ctx.act("agree", { ...at, score, reason }, `agreed ${item.letter}, ${score ?? "no evidence"}`) : await ctx.act("differ", { ...at, why: reason }, `we differ on ${item.letter}`);
      if (reply.ok) { keep({ reason: undefined, score: undefined }); ctx.nextItem(); }
    };
    if (!ctx.state.may.converge) return h("div.cv", { key: "cv" }, outcome(item) ?? h("p.two", {}, "The facilitator writes down what the panel says."));
    const tab = (value, text) => h("button.oc", { key: value, type: "button", role: "radio", "aria-checked": String(mode === value), on: { click: () => ctx.set({ mode: value }) } }, text);
    return h("div.cv", { key: `cv${key(item)}` }, h("div", { role: "radiogroup", "aria-label": "What the panel makes of it" }, tab("agree", "We agree on a score"), tab("differ", "We differ, and this is why")),
      h("div.cvg", {}, mode === "agree" ? h("div", { key: "score" }, h("h4", {}, "Agreed score"), anchors.numbers({ label: `${item.name}, agreed`, picked: score, onPick: (value) => keep({ score: value }) }), h("p.small.two", {}, `First scores stay as they are: ${item.values.map((v) => v ?? "no evidence").join(", ")}`)) : null,
        h("div", { key: "reason" }, control.field({ label: mode === "agree" ? "Reason, in the panel’s words" : "What we see differently, and why that is all right", showLabel: true, read: true, lines: 2, value: reason, typing: (text) => keep({ reason: text }), change: (text) => keep({ reason: text }), focus: "reason" })),
        h("div.sv", { key: "save" }, control.button({ label: "Save, next difference", icon: "next", look: "main", press: save, why: ready ? null : mode === "agree" && score === undefined ? "choose a score" : "write the reason" }))));
  }

  function outcome(item) {
    if (item.agreed) return h("p.read", {}, h("b", {}, `Agreed on ${item.agreed.value ?? "no evidence"}. `), said(item.agreed.reason));
    if (item.differs) return h("p.read", {}, h("b", {}, "We differ. "), said(item.differs.why));
    return null;
  }

  function draw(ctx, item) {
    const texts = item.anchors, marks = item.dots.filter((d) => d.value !== null).map((d) => ({ ...d, label: label(d) })), silent = item.dots.filter((d) => d.value === null);
    return h("div.it", { key: key(item), data: badge.cap(item.letter) },
      h("div.row", {}, badge.badge({ letter: item.letter, name: item.name, large: true }), h("h2.grow", {}, `${ctx.labelOf(item.profile)} · `, said(item.name)), badge.tag(item.importance), item.again ? h("span.tag", {}, "being scored again") : null),
      texts ? dots.strip({ texts, marks }) : null,
      silent.length ? h("p.row.small", { key: "silent" }, silent.map(person), h("span.two", {}, silent.length === 1 ? "found no evidence, which is not a low score" : "found no evidence, which is not a low score")) : null,
      h("div.sides", { class: item.sides.length > 2 && "three" }, item.sides.map(side)),
      item.anchor ? notice.notice({ key: "anchor", kind: "care", what: "The anchor may be the difference, not the people.", more: said(item.anchor.why), actions: ctx.state.may.converge ? [control.button({ label: `Edit anchor ${item.anchor.level}`, press: () => ctx.set({ anchor: { criterion: item.criterion, level: item.anchor.level } }) })] : null }) : ctx.state.may.converge && texts ? h("div", { key: "edit" }, control.link({ label: "Mend an anchor", press: () => ctx.set({ anchor: { criterion: item.criterion, level: 3 } }) })) : null,
      said_(ctx, item));
  }

  return { draw, key, outcome, label };
}
