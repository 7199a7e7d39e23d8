/** 4. The decision for one profile. Nothing is suggested and nothing is preselected. */
function decision({ dom, control, dots, notice, icons, words, agenda, difference }) {
  const { h, said } = dom;
  const WORDS = { advance: "Advance", hold: "Hold", not_now: "Not now" };
  const OPTIONS = Object.entries(WORDS).map(([value, label]) => ({ value, label }));
  const MONTHS = "January February March April May June July August September October November December".split(" ");

  const day = (date) => { const [year, month, at] = date.split("-").map(Number); return `${at} ${MONTHS[month - 1]} ${year}`; };

  function recommendations(entry) {
    const one = (each) => h("li", { key: each.letter }, dots.shape({ shape: each.shape, label: difference.spoken(each) }),
      h("p", {}, h("b", {}, WORDS[each.value] ?? each.value), " ",
        h("span.two.small", {}, said(difference.who(each)), each.mine ? " (you)" : null)),
      h("p.words", {}, said(each.reason)));
    return h("ul.recs", { key: "recommended", "aria-label": "Recommendations, as they were sealed" }, entry.recommendations.map(one));
  }

  /** What is being written, over what was decided. */
  function draft(ctx, entry) {
    const kept = ctx.state.board.decisions[entry.profile], own = ctx.local.decisions[entry.profile] ?? {};
    const value = (name) => own[name] ?? kept?.[name] ?? "";
    const put = (name) => (text) => ctx.set(({ decisions }) => ({ decisions: { ...decisions,
            [entry.profile]: { ...decisions[entry.profile], [name]: text } } }));
    const questions = own.questions ?? (kept?.open_questions ?? []).join("\n");
    return { kept, value, put, questions };
  }

  function missing(ctx, value) {
    const live = ctx.state.mode === "live";
    if (!value("decision")) return "Choose one first.";
    if (!value("reason").trim()) return "Write the reason.";
    if (live && !value("speaks_to_candidate").trim()) return "Name who speaks to the candidate.";
    return live && !value("by") ? "Say by when." : null;
  }

  function blocked(ctx, entry) {
    const table = agenda.onTable(ctx);
    if (table && table.profile !== entry.profile) return `${table.label} is on the table. Decide it first; hold is a decision.`;
    return agenda.again(ctx, entry.profile) ? "Some of its scores are being given again. Reveal that first, then decide." : null;
  }

  async function save(ctx, entry) {
    const { value, questions } = draft(ctx, entry), decided = value("decision");
    ctx.local.profile = entry.profile; // what was decided stays on the screen until somebody goes on
    const args = { profile: entry.profile, decision: decided, reason: value("reason"), speaks_to_candidate: value("speaks_to_candidate"),
      by: value("by") || null,
      open_questions: questions.split("\n").map((line) => line.trim()).filter(Boolean) };
    const reply = await ctx.act("decide", args, `${entry.label}, ${WORDS[decided].toLowerCase()}`);
    if (reply.ok) { ctx.set(({ decisions }) => ({ decisions: { ...decisions, [entry.profile]: undefined },
            redecide: null })); ctx.focus("next-profile"); }
  }

  function form(ctx, entry) {
    const { kept, value, put, questions } = draft(ctx, entry), main = agenda.left(entry).length ? "" : "main";
    const field = (name, label, more) => control.field({ key: name, label, showLabel: true, value: value(name), typing: put(name),
        change: put(name), ...more });
    return h("div.decform", { key: "form" },
      h("div.row", {}, control.choice({ label: `Decision for ${entry.label}`, options: OPTIONS, picked: value("decision") || null,
            pick: (picked) => { put("decision")(picked); ctx.focus("decision-reason"); } }),
        h("span.two.small", {}, "The panel decides. Nothing is suggested here on purpose.")),
      h("div.decgrid", {}, field("reason", "Reason: what would change our mind?", { read: true, lines: 3, focus: "decision-reason" }),
        control.field({ key: "questions", label: "Open questions for the candidate, one a line", showLabel: true, lines: 3,
            value: questions, typing: put("questions"), change: put("questions") }),
        h("div.stack", { key: "whom" }, field("speaks_to_candidate", "Who speaks to the candidate"),
          h("label.stack-1", { key: "by" }, h("span.small.two", {}, "By when"),
            h("input.field", { type: "date", value: value("by"), on: { change: (event) => put("by")(event.target.value) } })))),
      h("div.row", {}, control.button({ label: kept ? "Save the changed decision" : "Save the decision", look: main,
            press: () => save(ctx, entry), why: missing(ctx, value) }),
        ctx.state.mode === "practice" ? h("span.push.two.small", {}, "Practice: this decides nothing.") : null));
  }

  /** What was decided, and the way on. */
  function decided(ctx, entry, kept) {
    const facts = [kept.speaks_to_candidate ? `${kept.speaks_to_candidate} speaks to the candidate${kept.by ? ` by ${day(kept.by)}` : ""}.`
      : kept.by ? `By ${day(kept.by)}.` : null, kept.practice ? "Practice: this decides nothing." : null];
    const next = agenda.all(ctx).find((one) => !agenda.decided(one) && one.profile !== entry.profile);
    const unexplained = ctx.state.board.contradictions.filter((one) => one.profile === entry.profile);
    return h("div.stack", { key: "decided" }, h("p.read", {}, icons.icon("check"), " ", h("b", {}, `${WORDS[kept.decision]}. `),
        said(kept.reason)),
      facts.some(Boolean) ? h("p.two", { key: "facts" }, said(facts.filter(Boolean).join(" "))) : null,
      kept.open_questions.length ? h("div.stack-1", { key: "open" }, h("h4", {}, "Open questions"),
        h("ul.bulleted", {}, kept.open_questions.map((each, i) => h("li", { key: i }, said(each))))) : null,
      unexplained.map((one) => notice.notice({ key: one.what, what: "The map does not explain this.", more: said(one.question) })),
      ctx.state.may.converge ? h("div.row", { key: "on" },
        next ? control.button({ key: "next", label: `Go on with ${next.label}`, icon: "next", look: "main", focus: "next-profile",
            press: () => { agenda.openProfile(ctx, next.profile); ctx.focus("table"); } }) : h("span.two", { key: "all" },
            "Every revealed profile is decided."),
        control.button({ key: "change", label: "Change the decision", look: "quiet",
            press: () => { ctx.set({ redecide: entry.profile }); ctx.focus("decision-reason"); } })) : null);
  }

  function draw(ctx, entry) {
    const kept = ctx.state.board.decisions[entry.profile], stands = kept && !kept.reopened, why = blocked(ctx, entry);
    const body = stands && ctx.local.redecide !== entry.profile ? decided(ctx, entry, kept) : !ctx.state.may.converge
      ? h("p.two", { key: "not" }, "Not decided yet.")
      : why ? h("p.two", { key: "why" }, why) : form(ctx, entry);
    return h("section.dec", { key: `decision ${entry.profile}`, "aria-label": `Decision for ${entry.label}`, tabindex: -1,
        data: { focus: "decision" } },
      h("div.row", {}, h("h3", {}, `Decision for ${entry.label}`), entry.split ? h("span.tag.must", {}, entry.split_words) : null,
        stands ? h("span.push.small.two", { key: "at" }, `saved ${words.hour(kept.at).slice(0, 5)}`) : null),
      kept?.reopened ? notice.notice({ key: "reopened", kind: "care", what: "This decision is open again.", more: said(kept.why_reopened),
          detail: said(`It was: ${WORDS[kept.decision]}. ${kept.reason}`) }) : null,
      entry.recommendations.length ? recommendations(entry) : null, body);
  }

  return { draw, WORDS };
}
