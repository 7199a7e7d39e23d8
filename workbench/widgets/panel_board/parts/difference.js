/** 3. One difference: the anchors with everybody's shape, each side's words, and what the panel makes of it. */
function difference({ dom, control, words, badge, dots, evidence, notice, anchors, icons, agenda }) {
  const { h, said } = dom;
  const { key } = agenda;
  const who = (one) => one.name ?? one.letter;
  const spoken = (one) => `${one.name ? `${one.name}, ` : ""}${one.letter}${one.mine ? ", you" : ""}`;
  const given = (values) => values.map((value) => value ?? "no evidence").join(", ");

  const person = (one) => h("span.person", { key: one.letter }, dots.shape({ shape: one.shape, label: spoken(one) }), " ", said(who(one)),
    one.mine ? " (you)" : null);

  function quote(one, i) {
    const place = [one.page ? `page ${one.page}` : null, one.count > 1 ? `${one.count} people` : null,
      one.by === "program" ? "found by the program" : null];
    return evidence.quote({ key: `q${i}`, text: one.text, place: place.filter(Boolean).join(" · ") });
  }

  /** The words first, then the reasons, then whose they are. */
  function side(one) {
    const silent = one.values.length === 0;
    const told = one.reasons.map((reason) => reason.letter), rest = one.people.filter((each) => !told.includes(each.letter));
    return h("div.side.stack", { key: one.label }, h("h4", {}, silent ? "No evidence" : one.quotes.length
        ? `${one.label}, because of these words` : one.label),
      one.quotes.map(quote),
      one.quotes.length || one.reasons.length ? null : h("p.two", { key: "none" },
        silent ? "Nothing in the profile showed it to them. That is not a low score." : "No words and no reason were kept."),
      one.reasons.map((reason) => h("div.rs", { key: `r${reason.letter}` }, h("p", {}, said(reason.text)),
          h("p.small.two", {}, person(reason)))),
      rest.length ? h("p.small.two.rest", { key: "rest" }, rest.map(person)) : null);
  }

  function anchor(ctx, item) {
    const edit = (level) => ctx.set({ anchor: { criterion: item.criterion, level } }), may = ctx.state.may.converge;
    if (item.anchor) {
      return notice.notice({ key: "anchor", kind: "care", what: "The anchor may be the difference, not the people.",
          more: said(`${item.anchor.why} Anchor ${item.anchor.level} says “${item.anchor.text}”`),
        actions: may ? [control.button({ label: `Edit anchor ${item.anchor.level}`, press: () => edit(item.anchor.level) })] : null });
    }
    return may ? h("div.at-a-desk", { key: "edit" }, control.link({ label: "Mend an anchor", press: () => edit(3) })) : null;
  }

  /** What was settled, with the first scores before it. */
  function outcome(ctx, item) {
    const kept = item.agreed ?? item.differs;
    return h("div.cv.done", { key: `done ${key(item)}` }, h("div.row", {}, icons.icon(item.agreed ? "check" : "differ"),
      h("b.read", {}, item.agreed ? `Agreed on ${item.agreed.value ?? "no evidence"}` : "We differ, and this is why"),
      h("span.two.small", {}, `first scores ${given(item.values)} · ${words.hour(kept.at).slice(0, 5)}`),
      ctx.state.may.converge ? h("span.push.row", { key: "do" },
        control.button({ label: "Change it", look: "quiet", press: () => { ctx.set({ change: key(item),
                  mode: item.agreed ? "agree" : "differ" }); ctx.focus("reason"); } }),
        agenda.left(agenda.now(ctx)).length ? control.button({ label: "Next difference", hint: "n", press: () => agenda.nextItem(ctx) })
          : null) : null),
    h("p.read", {}, said(item.agreed ? item.agreed.reason : item.differs.why)));
  }

  /** What is being written for an item; it stays while people look at another one. */
  function draft(ctx, item) {
    const mode = ctx.local.mode ?? (item.differs ? "differ" : "agree"), kept = ctx.local.drafts[key(item)] ?? {};
    const score = kept.score !== undefined ? kept.score : item.agreed?.value;
    const reason = kept.reason ?? (mode === "agree" ? item.agreed?.reason : item.differs?.why) ?? "";
    const keep = (change) => ctx.set(({ drafts }) => ({ drafts: { ...drafts, [key(item)]: { ...drafts[key(item)], ...change } } }));
    const why = mode === "agree" && score === undefined ? "Choose a score." : reason.trim() ? null : "Write the reason.";
    return { mode, score, reason, keep, why };
  }

  async function save(ctx, item) {
    const { mode, score, reason, why } = draft(ctx, item), at = { profile: item.profile, criterion: item.criterion };
    if (why) { ctx.say(why); return; }
    ctx.local.profile = item.profile;
    const reply = mode === "agree" ? await ctx.act("agree", { ...at, score, reason }, `agreed ${item.letter}, ${score ?? "no evidence"}`)
      : await ctx.act("differ", { ...at, why: reason }, `we differ on ${item.letter}`);
    if (!reply.ok) return;
    ctx.set(({ drafts }) => ({ drafts: { ...drafts, [key(item)]: undefined }, change: null }));
    agenda.nextItem(ctx);
  }

  function form(ctx, item) {
    const { mode, score, reason, keep, why } = draft(ctx, item), agree = mode === "agree";
    const tab = (value, icon, text) => h("button.oc", { key: value, type: "button", role: "radio", "aria-checked": String(mode === value),
        on: { click: () => { ctx.set({ mode: value }); ctx.focus("reason"); } } }, icons.icon(icon), text);
    return h("div.cv", { key: `form ${key(item)}`, "aria-label": "Converge", role: "group" },
      h("div.tabs", { role: "radiogroup", "aria-label": "What the panel makes of it" }, tab("agree", "check", "We agree on a score"),
        tab("differ", "differ", "We differ, and this is why")),
      h("div.cvg", { class: !agree && "differ" },
        agree ? h("div.stack-1", { key: "score" }, h("h4", {}, "Agreed score"),
          anchors.numbers({ label: `${item.name}, agreed`, picked: score,
              onPick: (value) => { keep({ score: value }); ctx.focus("reason"); } }),
          h("p.small.two", {}, `First scores stay as they are: ${given(item.values)}`)) : null,
        h("div.stack-1", { key: "reason" }, h("h4", {}, agree ? "Reason, in the panel’s words"
            : "What we see differently, and why that is all right"),
          control.field({ key: mode, label: agree ? "Reason, in the panel’s words" : "What we see differently, and why", read: true,
              lines: 2, value: reason, typing: (text) => keep({ reason: text }), change: (text) => keep({ reason: text }),
              focus: "reason" })),
        h("div.sv", { key: "save" }, control.button({ label: ["Save, next difference ", icons.icon("next")], look: "main",
              press: () => save(ctx, item), why }))));
  }

  function converge(ctx, item) {
    if ((item.agreed || item.differs) && ctx.local.change !== key(item)) return outcome(ctx, item);
    if (!ctx.state.may.converge) return h("p.cv.two", { key: "wait" }, "The facilitator writes down what the panel says.");
    const table = agenda.onTable(ctx);
    if (table && table.profile !== item.profile) return h("p.cv.two", { key: "table" },
      `${table.label} is on the table. Decide it first; hold is a decision.`);
    if (item.again) return h("p.cv.two", { key: "again" }, "This is being scored again. Reveal that first.");
    return form(ctx, item);
  }

  function discussed(ctx, item) {
    if (!ctx.state.may.converge) return item.discussed ? h("span.two.small", { key: "told" }, "discussed") : null;
    if (item.agreed || item.differs) return null;
    const flip = (on) => ctx.act("discussed", { profile: item.profile, criterion: item.criterion, on },
      `${item.letter} ${on ? "discussed" : "not discussed"}`);
    return control.toggle({ key: "discussed", label: "Discussed", on: item.discussed, flip });
  }

  function draw(ctx, item) {
    const marks = item.dots.filter((dot) => dot.value !== null).map((dot) => ({ ...dot, label: spoken(dot) })),
      silent = item.dots.filter((dot) => dot.value === null);
    return h("article.it", { key: key(item), data: badge.cap(item.letter),
        "aria-label": `${agenda.label(ctx, item.profile)}, ${item.name}` },
      h("header.row", {}, badge.badge({ letter: item.letter, name: item.name, large: true }),
        h("h2", {}, `${agenda.label(ctx, item.profile)} · `, said(item.name)), badge.tag(item.importance),
        item.again ? h("span.tag", { key: "again" }, "being scored again") : null, h("span.push.row", {}, discussed(ctx, item))),
      dots.strip({ texts: item.anchors, marks }),
      silent.length ? h("p.silent", { key: "silent" }, silent.map(person),
        h("span.two", {}, "found no evidence, which is not a low score")) : null,
      h("div.sides", { class: item.sides.length > 2 && "three" }, item.sides.map(side)), anchor(ctx, item), converge(ctx, item));
  }

  return { draw, save, spoken, who };
}
