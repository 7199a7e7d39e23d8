/** 3. The decision for one profile. Nothing is suggested and nothing is preselected. */
function decision({ dom, control, words, dots, notice }) {
  const { h, said } = dom;
  const WORDS = { advance: "Advance", hold: "Hold", not_now: "Not now" };
  const options = Object.entries(WORDS).map(([value, label]) => ({ value, label }));

  const recommended = (entry) => h("ul.recs", { "aria-label": "Recommendations, as they were sealed" }, entry.recommendations.map((r) => h("li", { key: r.letter }, dots.shape({ shape: r.shape, label: r.name ?? r.letter }), h("span", {}, h("b", {}, WORDS[r.value] ?? r.value), " ", h("span.two.small", {}, said(r.name ?? r.letter), r.mine ? " (you)" : "")), h("span.said_", {}, said(r.reason)))));

  function form(ctx, entry) {
    const kept = ctx.state.board.decisions[entry.profile], draft = ctx.local.decisions[entry.profile] ?? {};
    const value = (name) => draft[name] ?? kept?.[name] ?? "";
    const put = (name) => (text) => ctx.set(({ decisions }) => ({ decisions: { ...decisions, [entry.profile]: { ...decisions[entry.profile], [name]: text } } }));
    const questions = draft.open_questions ?? (kept?.open_questions ?? []).join("\n");
    const live = ctx.state.mode === "live", need = !value("decision") ? "choose one first" : !value("reason").trim() ? "write the reason" : live && !value("speaks_to_candidate").trim() ? "name who speaks to the candidate" : live && !value("by") ? "say by when" : null;
    const save = async () => {
      const reply = await ctx.act("decide", { profile: entry.profile, decision: value("decision"), reason: value("reason"), speaks_to_candidate: value("speaks_to_candidate"), by: value("by"), open_questions: questions.split("\n").map((q) => q.trim()).filter(Boolean) }, `${entry.label}, ${WORDS[value("decision")].toLowerCase()}`);
      if (reply.ok) ctx.set(({ decisions }) => ({ decisions: { ...decisions, [entry.profile]: undefined } }));
    };
    return h("div.decform", { key: "form" }, h("div.row", {}, control.choice({ label: `Decision for ${entry.label}`, options, picked: value("decision") || null, pick: put("decision") }), h("span.two", {}, "The panel decides. Nothing is suggested on purpose.")),
      h("div.decgrid", {}, control.field({ label: "Reason: what would change our mind?", showLabel: true, read: true, lines: 2, value: value("reason"), typing: put("reason"), change: put("reason"), focus: "decide" }),
        control.field({ label: "Open questions for the candidate, one a line", showLabel: true, lines: 2, value: questions, typing: put("open_questions"), change: put("open_questions") }),
        control.field({ label: "Who speaks to the candidate", showLabel: true, value: value("speaks_to_candidate"), typing: put("speaks_to_candidate"), change: put("speaks_to_candidate") }),
        h("label.stack-1", { key: "by" }, h("span.small.two", {}, "By"), h("input.field", { type: "date", value: value("by"), on: { change: (event) => put("by")(event.target.value) } }))),
      h("div.row", {}, control.button({ label: kept ? "Save the changed decision" : "Save the decision", look: ctx.openItems ? "" : "main", press: save, why: need }), ctx.state.mode === "practice" ? h("span.two.small", {}, "A practice decision decides nothing.") : null));
  }

  function draw(ctx, entry) {
    const kept = ctx.state.board.decisions[entry.profile];
    return h("section.dec", { key: `d${entry.profile}`, "aria-label": `Decision for ${entry.label}` }, h("div.row", {}, h("h3", {}, `Decision for ${entry.label}`), entry.split ? h("span.tag.must", {}, entry.split_words) : null, kept && !kept.reopened ? h("span.two.small", {}, `${WORDS[kept.decision]}${kept.practice ? ", practice" : ""}, saved`) : null),
      kept?.reopened ? notice.notice({ kind: "care", what: "This decision is open again.", more: said(kept.why_reopened) }) : null,
      entry.recommendations.length ? recommended(entry) : null,
      ctx.state.may.converge ? form(ctx, entry) : kept ? h("p.read", {}, h("b", {}, `${WORDS[kept.decision]}. `), said(kept.reason)) : h("p.two", {}, "Not decided yet."));
  }

  return { draw, WORDS };
}
