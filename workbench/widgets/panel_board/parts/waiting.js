/** 1. Before a reveal: who has submitted, as counts, and the one button that opens everything at once. */
function waiting({ dom, control, words, notice, icons }) {
  const { h, said } = dom;
  const hour = (at) => (at ? words.hour(new Date(at)).slice(0, 5) : "");
  const sealed = (state) => state.rounds.filter((r) => r.state === "open");

  function person(ctx, round, p) {
    const mine = p.rounds[round.id] ?? { scores: 0, of: round.of, profiles: 0, profiles_of: round.profiles };
    const share = mine.of ? mine.scores / mine.of : 0;
    return h("tr", { key: p.id }, h("th", { scope: "row" }, h("b", {}, said(p.name)), " ", h("span.two", {}, p.role)),
      h("td.pbar", {}, h("span", { style: { "--p": `${Math.round(100 * share)}%` }, role: "img", "aria-label": `${mine.scores} of ${mine.of} scores` })),
      h("td.num", {}, h("b", {}, mine.scores), h("span.two", {}, ` of ${mine.of} scores`)), h("td.num", {}, mine.profiles, h("span.two", {}, ` of ${words.count(mine.profiles_of, "profile")}`)),
      h("td.stt", {}, mine.submitted_at ? [icons.icon("check"), ` submitted ${hour(mine.submitted_at)}`] : h("span.two", {}, mine.last_at ? `last entry ${hour(mine.last_at)}` : "not begun")));
  }

  function early(ctx, round) {
    const reveal = () => { ctx.act("reveal", { round: round.id, reason: ctx.local.reason ?? "" }, "revealed"); ctx.set({ early: false, reason: "" }); };
    return h("div.early.stack", { key: "early" }, h("p.read", {}, `${words.list(ctx.state.reveal.waiting)} ${ctx.state.reveal.waiting.length === 1 ? "has" : "have"} not submitted. What they scored so far opens too; what is missing stays missing. The reason is kept in the record.`),
      control.field({ label: "Why now", showLabel: true, value: ctx.local.reason ?? "", lines: 2, typing: (reason) => ctx.set({ reason }), change: (reason) => ctx.set({ reason }), focus: "early" }),
      h("div.row", {}, control.button({ label: "Reveal now, with this reason", press: reveal, why: (ctx.local.reason ?? "").trim() ? null : "write the reason first" }), control.button({ label: "Wait", look: "quiet", press: () => ctx.set({ early: false }) })));
  }

  function act(ctx, round) {
    const { reveal, me } = ctx.state;
    if (!ctx.state.may.reveal && !me.facilitator) return h("p.two", {}, "The facilitator reveals to everyone at once.");
    if (!me.facilitator) return null;
    if (reveal.round !== round.id) return h("p.two", {}, "Opens after the round before it.");
    if (ctx.local.early) return early(ctx, round);
    return h("div.act.stack", {}, control.button({ label: "Reveal to everyone at once", look: "main", big: true, press: () => ctx.act("reveal", { round: round.id }, "revealed"), why: reveal.ready ? null : reveal.why }),
      reveal.ready ? h("span.two.small", {}, "All boards open together. Nobody’s first scores can change after that.") : control.link({ label: "Reveal before everyone is in", press: () => { ctx.set({ early: true }); ctx.focus("early"); } }));
  }

  function sheets(ctx) {
    if (!ctx.state.me.facilitator) return null;
    const missing = ctx.state.sheets.some((s) => !s.there);
    return h("div.invite", { key: "sheets" }, h("h4", {}, "Score sheets"), h("p.two", {}, "Each person scores in a notebook of their own, with a kernel and a key of their own."),
      missing ? control.button({ label: "Make the score sheets", icon: "page", press: () => ctx.act("write_sheets", {}, "score sheets") }) : h("ul.row", {}, ctx.state.sheets.map((s) => h("li.row.nowrap", { key: s.file }, said(s.name), h("code.mono", {}, s.file)))));
  }

  /** @param {*} ctx @param {*} round @param {boolean} small when a discussion stands below it */
  function panel(ctx, round, small) {
    const everyone = round.submitted === round.raters && round.raters > 0;
    const people = ctx.state.people.filter((p) => p.scores).sort((a, b) => a.asked - b.asked);
    return h("section.waiting", { key: round.id, class: small && "small-wait", "aria-label": round.title },
      h("div.wait", {}, h("div.big-n", {}, h("b", {}, round.submitted), h("span", {}, `of ${round.raters} have submitted`)),
        h("div.stack-1.hint", {}, h("h3", {}, round.kind === "pilot" ? "Pilot profile" : round.title), h("p.read", {}, everyone ? [h("b", {}, "Everyone is in. "), "Say what happens next: scores appear for all at once, then the largest differences, evidence first."]
          : [h("b", {}, "Scores are sealed. "), "This board shows how much is in, never what. It follows by itself."]), round.why ? h("p.two", {}, round.why) : null), act(ctx, round)),
      h("table.who", {}, h("tbody", {}, people.map((p) => person(ctx, round, p)))), small ? null : sheets(ctx));
  }

  /** "3 of 4 opened": who is not open yet, and why that holds nobody up. */
  function opened(ctx) {
    return ctx.state.board.opened.filter((o) => o.opened < o.of).map((o) => notice.notice({ key: `o${o.round}`, what: `${o.opened} of ${o.of} opened.`,
      more: (o.missing ?? []).some((m) => m.state === "lost") ? "A key is lost; those scores are void and stand aside." : "The others join by themselves when their key comes.", detail: (o.not_submitted ?? []).length ? `Not submitted at the reveal: ${words.list(o.not_submitted.map((w) => w.name ?? w.letter))}.` : null }));
  }

  return { panel, opened, sealed };
}
