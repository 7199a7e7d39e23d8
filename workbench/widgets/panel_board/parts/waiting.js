/** 1. Before a reveal: who has submitted, as counts, and the one button that opens everything at once. */
function waiting({ dom, control, words, notice, icons }) {
  const { h, said } = dom;
  const ORDER = ["again", "pilot", "main"];
  const minute = (at) => (at ? words.hour(at).slice(0, 5) : "");
  const has = (names) => `${words.list(names)} ${names.length === 1 ? "has" : "have"}`;

  /** The rounds that are still sealed: what is scored again first, then the pilot, then all profiles. */
  const sealed = (state) => state.rounds.filter((round) => round.state === "open").sort((a,
      b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const raters = (ctx, round) => ctx.state.people.filter((person) => person.rounds[round.id]).sort((a, b) => a.asked - b.asked);
  const missing = (ctx, round) => raters(ctx, round).filter((person) => !person.rounds[round.id].submitted_at).map((person) => person.name);
  const ready = (round) => round.raters > 0 && round.submitted === round.raters;

  function standing(of) {
    if (of.submitted_at) return [icons.icon("check"), ` submitted ${minute(of.submitted_at)}`];
    if (of.again && of.scores) return [icons.icon("clock"), " an anchor changed, scoring again"];
    return [icons.icon("clock"), of.last_at ? ` still scoring, last entry ${minute(of.last_at)}` : " not begun"];
  }

  function person(round, one) {
    const of = one.rounds[round.id], share = of.of ? Math.round((100 * of.scores) / of.of) : 0;
    return h("tr", { key: one.id }, h("th", { scope: "row" }, h("b", {}, said(one.name)), " ", h("span.two", {}, one.role)),
      h("td.pbar", {}, h("span", { style: { "--p": `${share}%` }, role: "img", "aria-label": `${of.scores} of ${of.of}` })),
      h("td.num", {}, h("b", {}, of.scores), h("span.two", {}, ` of ${of.of} scores`)),
      h("td.num", {}, of.profiles, h("span.two", {}, ` of ${words.count(of.profiles_of, "profile")}`)),
      h("td.stt", { class: !of.submitted_at && "two" }, standing(of)));
  }

  const table = (ctx, round) => h("table.who", { key: "who" }, h("caption.sr", {}, `Who has submitted, ${round.title}`),
    h("tbody", {}, raters(ctx, round).map((one) => person(round, one))));

  async function reveal(ctx, round, reason) {
    const reply = await ctx.act("reveal", reason ? { round: round.id, reason } : { round: round.id }, "revealed");
    if (reply.ok) ctx.set({ early: null, why: "" });
  }

  /** Without waiting: what it means, and a reason that the record keeps. */
  function early(ctx, round) {
    const why = ctx.local.why ?? "", keep = (text) => ctx.set({ why: text });
    return h("div.early.stack", { key: "early" },
      h("p.read", {}, `${has(missing(ctx, round))} not submitted. What they scored so far opens too; what is missing stays missing. The reason is kept in the record.`),
      control.field({ label: "Why not wait", showLabel: true, value: why, lines: 2, typing: keep, change: keep, focus: "early" }),
      h("div.row", {}, control.button({ label: "Reveal now, with this reason", look: "main", press: () => reveal(ctx, round, why),
            why: why.trim() ? null : "Write the reason first." }),
        control.button({ label: "Wait for everyone", look: "quiet", press: () => ctx.set({ early: null }) })));
  }

  function act(ctx, round) {
    const all = ready(round), left = missing(ctx, round).length;
    if (!ctx.state.me.facilitator) return h("p.two.act", { key: "act" }, all ? "Everyone is in. It opens for all at once."
      : "It opens for everyone at once.");
    if (ctx.local.early === round.id && !all) return early(ctx, round);
    const why = all ? null : !round.raters ? "Nobody scores in this session yet."
      : `Opens when all ${round.raters} have submitted. Waiting for ${left}.`;
    return h("div.act.stack", { key: "act" },
      control.button({ label: "Reveal to everyone at once", icon: all ? null : "lock", look: "main", big: true,
          press: () => reveal(ctx, round), why }),
      all ? h("span.two.small", { key: "all" }, "All boards open together. Nobody’s first scores can change after that.")
        : round.raters ? h("div", { key: "early" }, control.link({ label: "Reveal before everyone is in",
              press: () => { ctx.set({ early: round.id, why: "" }); ctx.focus("early"); } })) : null);
  }

  function hint(round) {
    if (ready(round)) return [h("b", {}, "Everyone is in. "),
      "Say what happens next: scores appear for all at once, then the largest differences, evidence first."];
    if (round.kind === "again") return [h("b", {}, "Scored again, blind, under the new words. "),
      "First scores stay in the record beside them."];
    return [h("b", {}, "Scores are sealed. "),
      "You see counts, as everyone does. Good use of the minute: ask the panel what surprised them, without numbers."];
  }

  /** @param {*} ctx @param {*} round @param {boolean} small in a few lines, where a discussion stands below it */
  function panel(ctx, round, small) {
    const open = !small || ctx.local.counts === round.id;
    return h("section.waiting", { key: round.id, class: small && "small-wait", "aria-label": round.title },
      h("div.wait", {}, h("p.big-n", {}, h("b", {}, round.submitted), h("span", {}, ` of ${round.raters} have submitted`)),
        h("div.stack-1.hint", {}, h("h3", {}, round.title), small && !ready(round) ? null : h("p.read", { key: "hint" }, hint(round)),
          round.why ? h("p.two", { key: "why" }, round.why) : null,
          small ? h("div", { key: "more" }, control.link({ label: open ? "Close the counts" : "Who is in",
                press: () => ctx.set({ counts: open ? null : round.id }) })) : null),
        act(ctx, round)),
      open ? table(ctx, round) : null);
  }

  /** Before anything is revealed, the rounds after the first one in a line each. */
  const later = (rounds) => h("ul.later.two", { key: "later" },
    rounds.map((round) => h("li", { key: round.id },
        `Then: ${round.title.toLowerCase()}, ${round.submitted} of ${round.raters} have submitted.`)));

  function keyLost(ctx, round, one) {
    const why = ctx.local.lost?.why ?? "", keep = (text) => ctx.set({ lost: { ...ctx.local.lost, why: text } });
    const save = async () => { const reply = await ctx.act("key_lost", { round: round.id, person: one.id, reason: why },
        "key given up"); if (reply.ok) ctx.set({ lost: null }); };
    if (ctx.local.lost?.person !== one.id) return control.link({ key: one.id, label: `${one.name}’s key will not come`,
        press: () => { ctx.set({ lost: { person: one.id, why: "" } }); ctx.focus("lost"); } });
    return h("div.row", { key: one.id }, control.field({ label: `What happened to ${one.name}’s key`, showLabel: true, value: why,
          typing: keep, change: keep, focus: "lost" }),
      control.button({ label: "Void those scores", press: save, why: why.trim() ? null : "Say what happened." }),
      control.button({ label: "Wait", look: "quiet", press: () => ctx.set({ lost: null }) }));
  }

  /** "3 of 4 opened": who is not open yet, and why that holds nobody up. */
  function opened(ctx) {
    return ctx.state.board.opened.filter((one) => one.opened < one.of || one.not_submitted.length).map((one) => {
      const round = ctx.state.rounds.find((r) => r.id === one.round), people = ctx.state.people.filter((p) => p.rounds[one.round]);
      const late = people.filter((p) => p.rounds[one.round].opened === "waiting"),
        gone = one.missing.filter((m) => m.state === "lost" || m.state === "void");
      const more = [late.length
        ? `${words.list(late.map((p) => p.name))} will join by ${late.length === 1 ? "itself" : "themselves"} when the key comes; nobody has to wait.` : null,
        gone.length ? `The key of ${words.list(gone.map((m) => m.name))} is lost; those scores are void and count nowhere.` : null,
        one.not_submitted.length ? `${words.list(one.not_submitted)} had not submitted when it was revealed.` : null,
        round.reason ? `Revealed early: ${round.reason}` : null];
      return notice.notice({ key: `opened ${one.round}`, what: `${round.title}: ${one.opened} of ${one.of} opened.`,
          more: said(more.filter(Boolean).join(" ")),
        detail: ctx.state.me.facilitator && late.length ? h("span.row", {}, late.map((p) => keyLost(ctx, round, p))) : null });
    });
  }

  return { sealed, ready, panel, later, opened };
}
