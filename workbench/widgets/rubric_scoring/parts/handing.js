/** 5. Handing in: what is missing, the seal, and the calm screen between the submit and the reveal. */
function handing({ dom, icons, words, badge, control, notice, sheets, recommendation }) {
  const { h, said } = dom;
  const minute = (at) => (at ? words.hour(at).slice(0, 5) : "");
  const round = (ctx, id) => ctx.state.rounds.find((one) => one.id === id);
  const NAMES = { pilot: "the pilot profile", main: "your scores", again: "what you scored again",
    interview: "this scorecard" };

  async function submit(ctx, id) {
    const reply = await ctx.act("submit", { round: id }, "submitted");
    if (reply.ok) { ctx.set({ sealed: id, sheet: null, open: null }); ctx.focus("sealed"); }
  }

  /** Under the last criterion: what is left, and the one button. */
  function draw(ctx, sheet) {
    const mine = ctx.state.mine.rounds[sheet.round];
    if (!sheet.open || !mine) return null;
    const { kind } = round(ctx, sheet.round), done = Boolean(mine.submitted);
    const why = done || mine.can_submit ? null : mine.key === "missing" ? "The key file comes first." : "Not everything is scored yet.";
    return h("section.submit", { key: `submit ${sheet.round}`, "aria-label": "Submit" }, h("div.grow.stack-1", {},
      h("h3", {}, done ? `You have submitted ${NAMES[kind]}` : `Submit ${NAMES[kind]}`),
      h("p.two", {}, `${mine.scored} of ${words.count(mine.of, "score")}, ${mine.profiles} of ${words.count(mine.profiles_of, "profile")}. Others see these counts and nothing else.`),
      mine.missing.length ? h("p.small", { key: "missing" }, h("b", {}, "Still missing. "), mine.missing.slice(0, 3).join(". "),
        mine.missing.length > 3 ? `. And ${words.count(mine.missing.length - 3, "more profile")}.` : ".") : null),
      done ? control.button({ label: "See what you submitted", press: () => ctx.set({ sealed: sheet.round, sheet: null }) })
        : control.button({ label: "Submit", icon: mine.can_submit ? null : "lock", look: "main", press: () => submit(ctx, sheet.round),
            why }));
  }

  function lostKey(ctx, sheet) {
    if (ctx.state.mine.rounds[sheet.round]?.key !== "missing") return null;
    const over = () => ctx.act("start_over", { round: sheet.round, reason: "The key file is not on this computer." }, "started over");
    return notice.notice({ key: "key", kind: "stop", what: "The key to your earlier scores is not on this computer.",
      more: "They stay sealed. Put the key file back and run the cell again, or start over: the earlier scores are then void, and the record says so.",
      actions: [control.button({ label: "Start over", press: over })] });
  }

  function table(ctx, id) {
    const own = sheets.all(ctx).filter((sheet) => sheet.round === id),
      criteria = [...new Set(own.flatMap((sheet) => sheet.cells.map((cell) => cell.criterion)))];
    const one = (name) => ctx.state.criteria.find((c) => c.id === name);
    const value = (sheet, name) => {
      const cell = sheet.cells.find((c) => c.criterion === name);
      if (!cell?.scored) return h("span.two", {}, cell ? "not yet" : "");
      return cell.value ?? h("span.two", {}, "–", h("b.sr", {}, "no evidence"));
    };
    const last = (sheet) => minute(sheet.cells.map((cell) => cell.at).concat(sheet.recommendation?.at).filter(Boolean).sort().pop());
    const recommended = own.some((sheet) => sheet.needs_recommendation);
    return h("div.scrolls", { key: "table" }, h("table.mine", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Your order"),
      criteria.map((name) => h("th", { key: name, scope: "col" },
          badge.badge({ letter: one(name)?.letter ?? "?", name: one(name)?.name }))),
          recommended ? h("th", { scope: "col" }, "Recommendation") : null, h("th", { scope: "col" }, h("span.sr", {}, "When")))),
    h("tbody", {}, own.map((sheet) => h("tr", { key: sheet.profile }, h("th", { scope: "row" }, sheets.title(ctx, sheet)),
          criteria.map((name) => h("td", { key: name }, value(sheet, name))),
      recommended ? h("td.small", { key: "rec" }, recommendation.WORDS[sheet.recommendation?.value] ?? "") : null,
      h("td.small.two.when", { key: "when" }, last(sheet), " ", control.link({ label: "change", press: () => sheets.go(ctx, sheet) })))))));
  }

  function who(ctx, id) {
    const row = (person) => {
      const at = person.rounds[id];
      return h("li.row.nowrap", { key: person.name + person.role }, icons.icon(at.submitted_at ? "check" : "clock"),
        h("span.grow", {}, h("b", {}, said(person.name)), " ", h("span.two", {}, person.me ? "you" : person.role)),
        at.submitted_at ? h("span", {}, `submitted ${minute(at.submitted_at)}`)
          : h("span.two", {}, `${at.profiles} of ${words.count(at.profiles_of, "profile")}`));
    };
    return h("ul.who", { "aria-live": "polite", "aria-label": "Who is in" },
      ctx.state.people.filter((person) => person.rounds[id]).map(row));
  }

  /** After the submit, until the reveal. */
  function sealed(ctx, id) {
    const mine = ctx.state.mine.rounds[id], left = sheets.unfinished(ctx), { facilitator } = ctx.state;
    return h("div.sealed", { key: `sealed ${id}` }, h("div.lead", {}, icons.icon("lock"), h("div.stack", {},
      h("p.two", {}, `Submitted and sealed ${minute(mine.submitted?.at)}`),
      h("h2", { tabindex: -1, data: { focus: "sealed" } }, `Your ${words.count(mine.of, "score")} ${mine.of === 1 ? "is" : "are"} sealed`),
      h("p.read", {}, "They are stored and cannot be read by anyone else, the facilitator included, until the reveal. You can still change one; the earlier one is kept beside it."),
      left.length ? h("div.row", { key: "next" }, control.button({ label: `Go on with ${left[0].label}`, icon: "next", look: "main",
            press: () => sheets.go(ctx, left[0]) }), h("span.two", {}, `${sheets.left(ctx)} left to score.`))
        : h("p.read", { key: "next" }, h("b", {}, "Next: "), `nothing to do. The board opens by itself when ${facilitator} reveals.`))),
    h("div.two-col", {}, h("div.stack", {}, h("h3", {}, "What you submitted ", h("span.two.small.plain", {}, "visible to you only")),
        table(ctx, id),
      h("p.small.two", {}, "– is “no evidence”. It is left out of the statistics, not counted as low.")),
    h("div.stack-3", {}, h("div.stack-1", {}, h("h3", {}, "Who is in"), who(ctx, id)),
      mine.submitted ? h("div.stack-1", { key: "seal" }, h("h3", {}, "Your seal"), h("p.seal-id", {}, mine.submitted.seal),
        h("p.small.two", {}, "After the reveal anyone can check that the scores shown are the scores you sealed. Write it down if you like; the record holds it too.")) : null)));
  }

  return { draw, lostKey, sealed };
}
