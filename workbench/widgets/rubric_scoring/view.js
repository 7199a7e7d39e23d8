/** The score sheet: one profile, every criterion against its anchors, then a recommendation. */
function view(wb) {
  const { h, said } = wb.dom;
  const { pending, anchors } = wb;
  const { button, field, link, toggle, choice } = wb.control;
  const VERDICTS = [{ value: "advance", label: "Advance" }, { value: "hold", label: "Hold" }, { value: "not_now", label: "Not now" }];

  const sheets = (ctx) => ctx.state.mine.sheets;
  const openSheets = (ctx) => sheets(ctx).filter((s) => s.open);
  const id = (sheet) => `${sheet.round}/${sheet.profile}`;
  const criterion = (ctx, cell) => ctx.state.criteria.find((c) => c.id === cell.criterion);

  /** The sheet on the desk: the one that was opened, else the first with something left, else the first. */
  function sheetNow(ctx) {
    const all = sheets(ctx), open = openSheets(ctx), wished = all.find((s) => id(s) === ctx.local.sheet);
    if (wished) return wished;
    // What lies on the desk stays there when its last entry is saved: the button that submits it stands below.
    const found = open.find((s) => id(s) === ctx.local.desk) ?? open.find((s) => !s.done) ?? open[0] ?? all[0] ?? null;
    ctx.local.desk = found && id(found);
    return found;
  }

  function cellNow(ctx, sheet) {
    const wished = sheet.cells.find((c) => c.criterion === ctx.local.open);
    return wished ?? sheet.cells.find((c) => !c.scored || c.again) ?? null;
  }

  function go(ctx, sheet) { if (sheet) { ctx.set({ sheet: id(sheet), open: null }); ctx.say(`${sheet.label}, ${sheet.scored} of ${sheet.of} scored.`); ctx.root.scrollIntoView({ block: "nearest" }); } }
  function step(ctx, by) { const all = openSheets(ctx), at = all.findIndex((s) => id(s) === id(sheetNow(ctx))); go(ctx, all[(at + by + all.length) % all.length]); }

  // ---- one criterion
  function quotesOf(ctx, sheet, cell) {
    const own = cell.quotes.map((q) => ({ ...q, on: true }));
    const same = (a, b) => a.text === b.text && a.line === b.line && a.start === b.start;
    const found = (ctx.state.found[sheet.profile]?.[cell.criterion] ?? []).filter((q) => !own.some((o) => same(o, q)));
    return [...own, ...found].map((q) => ({ ...q, id: `${q.line}:${q.start}:${q.text}`, place: [q.place || null, q.page ? `p. ${q.page}` : null, q.by === "program" ? "found by the program" : null].filter(Boolean).join(", ") }));
  }

  function support(ctx, sheet, cell) {
    const quotes = quotesOf(ctx, sheet, cell), marked = ctx.state.mine.marks.includes(sheet.profile), shut = !sheet.open;
    const value = pending.shown(ctx, sheet, cell), needs = ctx.local.chosen[pending.cellKey(sheet, cell)] !== undefined && !pending.supported(ctx, sheet, cell) && value !== null;
    return h("div.evid", { key: "evid" }, h("div.stack-1", {}, h("h4", {}, "Quotes behind this score ", h("span.plain", {}, "tick at least one, or write a reason")),
      quotes.length ? wb.evidence.pick({ label: `Quotes for ${cell.letter}`, quotes, ticked: quotes.filter((q) => q.on).map((q) => q.id), onTick: (key, on) => { if (!shut) pending.tick(ctx, sheet, cell, quotes.find((q) => q.id === key), on); } })
        : h("p.two", { key: "noq" }, marked ? "The program found no words for this. Select some on the page, or write a reason." : "Select words on the page and press its letter, or write a reason."),
      marked || shut ? null : h("div", { key: "ask" }, link({ label: "Show what the program found", press: () => ctx.act("marks", { profile: sheet.profile }, "marks asked for") }))),
      h("div.stack-1", {}, h("h4", {}, "Reason ", h("span.plain", {}, "in your words, stays sealed until the reveal")),
        field({ key: `why${pending.cellKey(sheet, cell)}`, label: `Reason for ${cell.letter}`, read: true, lines: 3, value: pending.reasonOf(ctx, sheet, cell), typing: (text) => { ctx.local.reasons = { ...ctx.local.reasons, [pending.cellKey(sheet, cell)]: text }; }, change: (text) => pending.reason(ctx, sheet, cell, text), focus: "reason" }),
        needs ? h("p.needs", { key: "needs", role: "status" }, wb.icons.icon("clock"), ` ${value} is chosen and not saved yet: tick a quote or write a reason.`) : null));
  }

  function status(ctx, sheet, cell) {
    const value = pending.shown(ctx, sheet, cell);
    if (ctx.local.chosen[pending.cellKey(sheet, cell)] !== undefined && !pending.supported(ctx, sheet, cell) && value !== null) return h("span.st.two", {}, "needs words");
    if (ctx.store.waiting.some((w) => w.args.criterion === cell.criterion && w.args.profile === sheet.profile)) return h("span.st.two", {}, "waiting");
    if (cell.again) return h("span.st.two", {}, "score again");
    return cell.scored ? h("span.st", {}, wb.icons.icon("check"), ` ${wb.words.hour(new Date(cell.at))}`) : h("span.st.two", {}, "not yet");
  }

  function behind(cell) {
    const n = cell.quotes.length;
    return h("span.ev", {}, n ? [wb.icons.icon("quote"), ` ${wb.words.count(n, "quote")}`] : cell.reason ? [wb.icons.icon("note"), " reason"] : "");
  }

  function again(cell) {
    if (!cell.again && !cell.earlier) return null;
    return wb.notice.notice({ key: "again", kind: "care", what: "This anchor was mended after you scored.", more: cell.earlier ? `You gave ${cell.earlier.value ?? "no evidence"} under the older words; that score stays in the record.` : "Read it again and score under the new words." });
  }

  function active(ctx, sheet, cell) {
    const one = criterion(ctx, cell), picked = pending.shown(ctx, sheet, cell);
    return h("li.crit.active", { key: cell.criterion, data: wb.badge.cap(cell.letter) }, h("div.row", { key: "head", ...wb.list.item(ctx, "criteria", cell.criterion, cell.criterion) }, wb.badge.badge({ letter: cell.letter, name: one.name }), h("h3", {}, said(one.name)), wb.badge.tag(one.importance), h("span.two.q", {}, said(one.question)), h("span.push.small.two", {}, "What the profile shows, not what you expect")),
      again(cell), anchors.full({ key: "anchors", label: one.name, texts: one.anchors.profile, picked, onPick: (value) => { if (sheet.open) pending.choose(ctx, sheet, cell, value); } }), support(ctx, sheet, cell));
  }

  function row(ctx, sheet, cell, first) {
    const one = criterion(ctx, cell), picked = pending.shown(ctx, sheet, cell);
    const words = picked === null ? said(cell.reason || "Nothing in the profile shows it.") : picked ? said(one.anchors.profile[picked - 1]) : null;
    const item = wb.list.item(ctx, "criteria", cell.criterion, first);
    return h("li.crit", { key: cell.criterion, data: wb.badge.cap(cell.letter) }, h("div.crow", { ...item, on: { ...item.on, click: (event) => { if (!event.target.closest("button")) ctx.set({ open: cell.criterion }); } } }, wb.badge.badge({ letter: cell.letter, name: one.name }),
      h("button.nm", { type: "button", "aria-expanded": "false", tabindex: -1, on: { click: () => ctx.set({ open: cell.criterion }) } }, h("b", {}, said(one.name)), wb.badge.tag(one.importance)),
      anchors.numbers({ label: one.name, picked, onPick: (value) => { ctx.set({ open: cell.criterion }); if (sheet.open) pending.choose(ctx, sheet, cell, value); } }),
      words ? h("span.words", {}, words) : anchors.ends(one.anchors.profile), behind(cell), status(ctx, sheet, cell)),
      ctx.local.all ? h("ol.alla", { key: "all" }, one.anchors.profile.map((text, i) => h("li", { key: i, class: picked === i + 1 && "on" }, h("b", {}, i + 1), " ", said(text)))) : null);
  }

  function recommendation(ctx, sheet) {
    if (!sheet.needs_recommendation && !sheet.recommendation) return null;
    const key = id(sheet), draft = ctx.local.recs[key] ?? {}, kept = sheet.recommendation;
    const value = draft.value ?? kept?.value ?? null, reason = draft.reason ?? kept?.reason ?? "";
    const put = (change) => { ctx.local.recs = { ...ctx.local.recs, [key]: { ...ctx.local.recs[key], ...change } }; };
    const save = async (now) => {
      put(now);
      const both = { value: now.value ?? value, reason: now.reason ?? reason };
      ctx.set({});
      if (!both.value || !both.reason.trim() || (kept && kept.value === both.value && kept.reason === both.reason)) { if (!both.reason.trim()) ctx.focus("recommend"); return; }
      const reply = await ctx.act("recommend", { profile: sheet.profile, ...both }, `${sheet.label}, recommendation`);
      if (reply.ok) { const { [key]: _, ...rest } = ctx.local.recs; ctx.set({ recs: rest }); }
    };
    return h("section.recm", { key: `rec${key}`, "aria-label": "Your recommendation" }, h("div.row", {}, h("h3", {}, `Your recommendation for ${sheet.label}`), h("span.two.small", {}, "as blind as the scores"), kept && !ctx.local.recs[key] ? h("span.push.small.saved", {}, wb.icons.icon("check"), wb.words.hour(new Date(kept.at))) : null),
      h("div.recgrid", {}, choice({ label: "Recommendation", options: VERDICTS, picked: value, pick: (v) => { if (sheet.open) save({ value: v }); } }), field({ label: "Reason for the recommendation", hint: "The reason, in a sentence", read: true, value: reason, typing: (text) => put({ reason: text }), change: (text) => save({ reason: text }), focus: "recommend" })));
  }

  // ---- around it
  function progress(ctx, now) {
    const all = sheets(ctx);
    return h("ol.prog", { key: "prog", "aria-label": "Your profiles, in your order" }, all.map((s) => h("li", { key: id(s), class: [id(s) === id(now) && "now", !s.open && "shut"], style: { "--p": `${Math.round((100 * s.scored) / Math.max(1, s.of))}%` } },
      h("button", { type: "button", "aria-current": id(s) === id(now) ? "true" : null, on: { click: () => go(ctx, s) } }, h("b", {}, s.label, s.round.startsWith("again") ? " again" : ""), h("span", {}, s.open ? (s.done ? "done" : `${s.scored} of ${s.of}`) : "revealed")))));
  }

  function beside(ctx, sheet) {
    const page = ctx.root.ownerDocument.querySelector(".wb.rv");
    if (!page) return null;
    return button({ key: "page", label: "Open the page", look: "quiet", press: () => { page.dispatchEvent(new CustomEvent("workbench:profile", { detail: sheet.profile })); page.scrollIntoView({ block: "start" }); page.focus({ preventScroll: true }); } });
  }

  function submitting(ctx, sheet) {
    const round = ctx.state.mine.rounds[sheet.round];
    if (!round || !sheet.open) return null;
    const done = round.submitted;
    return h("section.submit", { key: `submit${sheet.round}`, "aria-label": "Submit" }, done ? h("div.lead", {}, wb.icons.icon("lock"), h("div.stack-1", {}, h("h2", {}, "Submitted and sealed"), h("p.read", {}, "It opens for everybody at once when the facilitator reveals. Until then you may still change a score."), h("p", {}, h("span.two", {}, "Your seal "), h("code.seal-id", {}, done.seal))))
      : h("div.row", {}, h("div.grow.stack-1", {}, h("h3", {}, sheet.round === "pilot" ? "Submit the pilot profile" : sheet.round.startsWith("again") ? "Submit what you scored again" : "Submit your scores"), h("p.two", {}, `${round.scored} of ${round.of} scores, ${wb.words.count(round.profiles, "profile")}. Others see a count, never a score.`), round.missing.length ? h("p.two.small", {}, round.missing.slice(0, 3).join(" ")) : null),
        button({ label: "Submit", look: "main", press: () => ctx.act("submit", { round: sheet.round }, "submitted"), why: round.can_submit ? null : "something is missing" })));
  }

  function lostKey(ctx, sheet) {
    const round = ctx.state.mine.rounds[sheet.round];
    if (round?.key !== "missing") return null;
    return wb.notice.notice({ key: "key", kind: "stop", what: "The key to your earlier scores is not on this computer.", more: "They stay sealed. Put the key file back, or start over: the earlier scores are then void, and the record says so.", actions: [button({ label: "Start over", press: () => ctx.act("start_over", { round: sheet.round, reason: "the key file is lost" }, "started over") })] });
  }

  function strip(ctx) {
    return wb.strip.strip({ key: "strip", title: ctx.state.title, under: `${ctx.state.requisition} · you are ${ctx.state.me.name}${ctx.state.mode === "practice" ? " · practice" : ""}`, ...wb.strip.meeting(ctx.state.clock), say: ctx.say, meeting: ctx.meeting(), larger: ctx.larger });
  }

  function draw(ctx) {
    const { state } = ctx;
    if (!state.mine) return [strip(ctx), wb.notice.empty({ key: "not", title: state.me.facilitator ? "You facilitate, so you do not score" : "You are here to listen", text: state.me.facilitator ? `${wb.words.list(state.people.filter((p) => p.scores).map((p) => p.name))} score on their own sheets. If you know the work yourself, you can score too; your scores are then as sealed as theirs.` : "The facilitator says who scores.", actions: state.me.facilitator ? [button({ label: "I score too", press: () => ctx.act("facilitator_scores", { on: true }, "you score too") })] : null })];
    const sheet = sheetNow(ctx);
    if (!sheet) return [strip(ctx), wb.notice.empty({ key: "none", title: "Nothing to score now", text: "When a round opens, its profiles appear here." })];
    const cell = cellNow(ctx, sheet), first = sheet.cells[0]?.criterion, cannot = state.cannot[sheet.profile];
    return [strip(ctx), h("div.tools.row", { key: "tools" }, h("h2", {}, sheet.label), h("span.small.two.row", {}, wb.icons.icon("hidden"), "redacted"), beside(ctx, sheet),
      h("span.push.row", {}, toggle({ label: "All anchors", on: ctx.local.all, flip: (all) => ctx.set({ all }) }), openSheets(ctx).length > 1 ? button({ label: "Next profile", hint: "n", press: () => step(ctx, 1) }) : null)),
      progress(ctx, sheet), h("div.seal.row.small", { key: "seal" }, wb.icons.icon("lock"), h("span", {}, sheet.open ? [h("b", {}, "Only you see these scores"), " until everyone has submitted. Others see a count."] : [h("b", {}, "Revealed."), " Your first scores stay as they are."])),
      lostKey(ctx, sheet), cannot ? wb.notice.notice({ key: "cannot", kind: "care", what: "This profile’s file could not be read.", more: said(cannot) }) : null,
      h("ul.crits", { key: `crits${id(sheet)}` }, sheet.cells.map((c) => (cell && c.criterion === cell.criterion ? active(ctx, sheet, c) : row(ctx, sheet, c, cell ? cell.criterion : first)))),
      recommendation(ctx, sheet), submitting(ctx, sheet)];
  }

  // ---- keys
  const at = (ctx) => { const sheet = ctx.state.mine && sheetNow(ctx); if (!sheet) return [null, null]; const on = wb.list.current(ctx.root, "criteria")?.dataset.id; return [sheet, sheet.cells.find((c) => c.criterion === on) ?? cellNow(ctx, sheet)]; };

  function move(ctx, by) {
    const [sheet, cell] = at(ctx);
    if (!sheet) return false;
    const to = sheet.cells[(cell ? sheet.cells.findIndex((c) => c.criterion === cell.criterion) : -1) + by];
    if (!to) return undefined;
    ctx.set({ open: to.criterion });
    requestAnimationFrame(() => wb.list.focus(ctx.root, "criteria", to.criterion));
    return undefined;
  }

  return wb.screen.screen({
    className: "sc", noun: "score", draw, local: () => ({ sheet: null, open: null, all: false, chosen: {}, reasons: {}, recs: {} }),
    name: (state) => `Rubric scoring, ${state.me.name}`,
    started: (ctx) => {
      const open = (event) => { const found = ctx.state.mine && sheets(ctx).find((s) => s.profile === event.detail); if (found) go(ctx, found); };
      ctx.root.addEventListener("workbench:profile", open);
      return () => ctx.root.removeEventListener("workbench:profile", open);
    },
    middle: (ctx) => { const sheet = ctx.state.mine && sheetNow(ctx); if (!sheet) return null; const all = openSheets(ctx), sum = (f) => all.reduce((n, s) => n + f(s), 0); return h("span", {}, `${sheet.scored} of ${sheet.of} scored on this profile, ${sum((s) => s.scored)} of ${sum((s) => s.of)} in all`); },
    hints: (ctx) => (ctx.state.mine ? [["1–5", "score"], ["0", "no evidence"], ["↑ ↓", "criterion"], ["q", "quotes"], ["n", "next profile"]] : []),
    keys: (ctx) => [
      { key: "z", says: "take back the last entry", run: () => { if (ctx.state.mine?.can_undo) ctx.act("undo", {}, "taken back"); else ctx.say("Nothing to take back."); } },
      { key: ["1", "2", "3", "4", "5", "0"], shown: "1–5 0", says: "score; 0 is no evidence", run: (event) => { const [sheet, cell] = at(ctx); if (!sheet?.open || !cell) return false; ctx.set({ open: cell.criterion }); pending.choose(ctx, sheet, cell, anchors.valueOf(event.key)); } },
      { key: "ArrowDown", says: "next criterion", run: () => move(ctx, 1) }, { key: "ArrowUp", says: "criterion before", run: () => move(ctx, -1) },
      { key: "q", says: "to the quotes", run: () => { (ctx.root.querySelector(".active .tick") ?? ctx.root.querySelector("[data-focus=reason]"))?.focus(); } },
      { key: "n", says: "next profile", run: () => { if (!ctx.state.mine) return false; step(ctx, 1); } },
    ],
  });
}
