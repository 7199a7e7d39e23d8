/** The score sheet: one profile, every criterion against its anchors, then a recommendation, then the seal. */
function view(wb) {
  const { h, said } = wb.dom;
  const { sheets, pending, criterion, recommendation, handing, own, heard, steps } = wb;
  const { button, toggle } = wb.control;

  function strip(ctx) {
    const { title, clock } = ctx.state;
    return wb.strip.strip({ key: "strip", title, under: wb.strip.whose(ctx.state), ...wb.strip.meeting(clock), say: ctx.say, meeting: ctx.meeting(),
        larger: ctx.larger });
  }

  /** Who facilitates does not score, unless they say so. */
  function notScoring(ctx) {
    const { me, people, facilitator } = ctx.state, names = people.filter((person) => person.scores).map((person) => person.name);
    if (!me.facilitator) return wb.notice.empty({ key: "not", title: "You are here to listen",
        text: `${facilitator} facilitates and says who scores. The panel’s board opens for you as for everybody.` });
    return wb.notice.empty({
      key: "not", title: "You facilitate, so you do not score",
      text: `${names.length ? `${wb.words.list(names)} score on sheets of their own. ` : ""}If you know the work yourself, you can score too; your scores are then as sealed as theirs.`,
      actions: [button({ label: "I score too", press: () => ctx.act("facilitator_scores", { on: true }, "you score too") })],
    });
  }

  /** Who was invited joins before they score; who joined on another computer goes on there, or joins anew. */
  function joining(ctx) {
    const { me, facilitator, standing } = ctx.state, here = standing === "invited";
    return wb.invited.form(ctx, { title: here ? "Join the meeting" : "You joined on another computer",
      text: here ? `${facilitator} has invited ${me.name} to this meeting. Paste what ${facilitator} sent you; then the sheet opens here.`
        : `Go on there, or ask ${facilitator} for a new invitation and paste it here. What you handed in still counts.` });
  }

  /** The profile's page, when the reading widget stands in the same notebook. */
  function beside(ctx, sheet) {
    const page = ctx.root.ownerDocument.querySelector(".wb.rv");
    const open = () => {
      page.dispatchEvent(new CustomEvent("workbench:profile", { detail: sheet.profile }));
      page.scrollIntoView({ block: "start" });
      page.focus({ preventScroll: true });
    };
    return page ? button({ key: "page", label: "Open the page", look: "quiet", press: open }) : null;
  }

  function tools(ctx, sheet) {
    const several = sheets.open(ctx).length > 1;
    return h("div.tools.row", { key: "tools" }, h("h2", {}, sheets.title(ctx, sheet)),
      sheets.interview(ctx, sheet) ? null : h("span.small.two.row", { key: "covered" }, wb.icons.icon("hidden"), "names and schools covered"), beside(ctx, sheet),
      h("span.push.row", {}, toggle({ key: "all", label: "All anchors", on: ctx.local.all, flip: (all) => ctx.set({ all }) }),
        several ? button({ key: "next", label: "Next profile", hint: "n", press: () => sheets.next(ctx) }) : null));
  }

  function progress(ctx, now) {
    const told = (sheet) => (!sheet.open ? "revealed" : sheet.done ? "done" : `${sheet.scored} of ${sheet.of}`);
    const one = (sheet) => {
      const here = now !== null && sheets.id(sheet) === sheets.id(now),
        share = sheet.open ? `${Math.round((100 * sheet.scored) / Math.max(1, sheet.of))}%` : "100%";
      return h("li", { key: sheets.id(sheet), class: here && "now", style: { "--p": share } },
        h("button", { type: "button", "aria-current": here ? "true" : null, on: { click: () => sheets.go(ctx, sheet) } },
          h("b", {}, sheets.title(ctx, sheet)), h("span", {}, told(sheet))));
    };
    return h("ol.prog", { key: "progress", class: ctx.state.paged && "narrow", "aria-label": "Your profiles, in your order" }, sheets.all(ctx).map(one));
  }

  function seal(ctx, sheet) {
    const text = sheet.open ? [h("b", {}, "Only you see these scores"), " until everyone has submitted. Others see a count."]
      : [h("b", {}, "Revealed."), " Your first scores stay as they are; the panel’s board shows them beside the others."];
    return h("div.seal.row.small", { key: "seal" }, wb.icons.icon("lock"), h("span", {}, text));
  }

  /** On a page of its own: no strip, which the page has, and one criterion at a time. */
  function paged(ctx) {
    const { state } = ctx, sheet = sheets.now(ctx), sealed = sheets.sealedNow(ctx);
    if (!state.mine) return notScoring(ctx);
    if (["invited", "elsewhere"].includes(state.standing)) return joining(ctx);
    if (!sheet) return wb.notice.empty({ key: "none", title: "Nothing to score now", text: "When a round opens, its profiles appear here by themselves." });
    if (sealed) return [sheets.unfinished(ctx).length ? progress(ctx, null) : null, handing.sealed(ctx, sealed)];
    queueMicrotask(() => steps.readBeside(ctx, sheet));
    return [progress(ctx, sheet), sheet.open ? null : seal(ctx, sheet), handing.lostKey(ctx, sheet), unreadable(state.cannot[sheet.profile]),
      steps.draw(ctx, sheet), own.draw(ctx)];
  }

  const unreadable = (why) => (why ? wb.notice.notice({ key: "unread", kind: "care", what: "The program could not read this profile’s file.", more: said(why),
    detail: "You can score it from the paper: a reason stands in for quotes." }) : null);

  /** Beside the store line: how far, and on a page of its own the way back and on. */
  function middle(ctx) {
    if (!ctx.state.mine) return h("span", { key: "count" });
    const sheet = sheets.now(ctx), count = h("span", { key: "count" }, sheets.progress(ctx));
    return ctx.state.paged && sheet && !sheets.sealedNow(ctx) ? [count, steps.onward(ctx, sheet)] : count;
  }

  function draw(ctx) {
    if (ctx.state.paged) return paged(ctx);
    const { state } = ctx, sheet = sheets.now(ctx), sealed = sheets.sealedNow(ctx);
    if (!state.mine) return [strip(ctx), notScoring(ctx)];
    if (["invited", "elsewhere"].includes(state.standing)) return [strip(ctx), joining(ctx)];
    if (!sheet) return [strip(ctx), wb.notice.empty({ key: "none", title: "Nothing to score now",
          text: "When a round opens, its profiles appear here by themselves." })];
    if (sealed) return [strip(ctx), sheets.unfinished(ctx).length ? progress(ctx, null) : null, handing.sealed(ctx, sealed)];
    return [
      strip(ctx), tools(ctx, sheet), progress(ctx, sheet), seal(ctx, sheet), handing.lostKey(ctx, sheet),
      unreadable(state.cannot[sheet.profile]),
      criterion.draw(ctx, sheet), recommendation.draw(ctx, sheet), heard.draw(ctx, sheet), handing.draw(ctx, sheet), own.draw(ctx),
    ];
  }

  /** The sheet and the criterion that a key means: the one with the focus, else the one that is open. */
  function at(ctx) {
    const sheet = ctx.state.mine && !sheets.sealedNow(ctx) ? sheets.now(ctx) : null;
    if (!sheet) return [null, null];
    const focused = ctx.root.contains(document.activeElement) && document.activeElement.closest(".crit")?.dataset.criterion;
    return [sheet, sheet.cells.find((cell) => cell.criterion === focused) ?? sheets.cellNow(ctx, sheet)];
  }

  function move(ctx, by) {
    const [sheet, cell] = at(ctx);
    if (!sheet) return false;
    const to = sheet.cells[(cell ? sheet.cells.indexOf(cell) : by > 0 ? -1 : sheet.cells.length) + by];
    if (to) sheets.openCell(ctx, to.criterion);
    else if (by > 0 && sheet.needs_recommendation && sheet.open) ctx.root.querySelector(".recm [role=radio][tabindex='0']")?.focus();
    return undefined;
  }

  function score(ctx, event) {
    const [sheet, cell] = at(ctx);
    if (!sheet?.open || !cell) return false;
    pending.choose(ctx, sheet, cell, wb.anchors.valueOf(event.key));
    return undefined;
  }

  /** Enter opens a row; in a reason it keeps it and goes on, and with Shift it makes a new line. */
  function enter(ctx, event) {
    if (event.target.matches(".crow")) return sheets.openCell(ctx, event.target.dataset.id);
    const name = event.target.dataset?.focus;
    if (event.shiftKey || !/^(reason|recommend)$/.test(name ?? "")) return false;
    event.target.blur();
    if (name === "reason") return move(ctx, 1);
    ctx.root.querySelector(".submit button")?.focus();
    return undefined;
  }

  const quotes = (ctx) => (ctx.root.querySelector(".crit.active .tick") ?? ctx.root.querySelector(".crit.active .evid .lnk")
    ?? ctx.root.querySelector("[data-focus=reason]"))?.focus();

  return wb.screen.screen({
    className: "sc", noun: "score", draw,
    local: () => ({ sheet: null, open: null, last: null, turned: null, sealed: null, all: false, more: null, beside: false, heard: null, invitation: "", recommended: {}, ...pending.empty() }),
    name: (state) => `Rubric scoring, as ${state.me.name}`,
    changed: (ctx) => { if (ctx.state.mine) { pending.arrived(ctx); recommendation.arrived(ctx); } },
    started: (ctx) => {
      const open = (event) => sheets.go(ctx, sheets.open(ctx).find((one) => one.profile === event.detail)
        ?? sheets.all(ctx).find((one) => one.profile === event.detail));
      ctx.root.addEventListener("workbench:profile", open);
      return () => ctx.root.removeEventListener("workbench:profile", open);
    },
    middle,
    hints: (ctx) => (!ctx.state.paged && at(ctx)[0]?.open ? [["1–5", "score"], ["0", "no evidence"], ["↑ ↓", "criterion"], ["q", "quotes"],
        ["n", "next profile"]] : []),
    keys: (ctx) => [
      { key: "z", says: "take back your last entry", run: () => { if (ctx.state.mine?.can_undo) ctx.act("undo", {},
            "taken back"); else ctx.say("There is nothing to take back."); } },
      { key: ["1", "2", "3", "4", "5", "0"], shown: "1–5 0", says: "score; 0 is no evidence", run: (event) => score(ctx, event) },
      { key: "ArrowDown", says: "next criterion", run: () => move(ctx, 1) },
      { key: "ArrowUp", says: "criterion before", run: () => move(ctx, -1) },
      { key: "Enter", inText: true, says: "in a reason: keep it and go on", run: (event) => enter(ctx, event) },
      { key: "q", says: "to the quotes", run: () => quotes(ctx) },
      { key: "n", says: "next profile", run: () => { if (!ctx.state.mine) return false; sheets.next(ctx); return undefined; } },
    ],
  });
}
