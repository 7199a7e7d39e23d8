/** The panel's board: counts, the reveal, one profile after the other, the record. */
function view(wb) {
  const { h } = wb.dom;
  const { waiting, agenda, difference, decision, matrix, statistics, mending, record, people, closing } = wb;
  const { button, toggle } = wb.control;

  function strip(ctx) {
    const { clock, may, title } = ctx.state;
    return wb.strip.strip({ key: "strip", title, under: wb.strip.whose(ctx.state, true), ...wb.strip.meeting(clock), say: ctx.say, meeting: ctx.meeting(),
        larger: ctx.larger,
      pause: may.clock ? () => ctx.act("clock", { do: clock.running ? "pause" : "start" }) : undefined });
  }

  /** One sentence that says what happens now. */
  function now(ctx, sealed) {
    const one = ctx.state.board && agenda.now(ctx), { facilitator } = ctx.state.me;
    if (!one) return !sealed.length ? "nothing is open." : waiting.ready(sealed[0])
      ? (facilitator ? "reveal, for everyone at once." : "everyone is in; the reveal comes.")
        : "everyone scores on a sheet of their own. Nothing is shown until the reveal.";
    const again = sealed.find((round) => round.kind === "again");
    if (again) return waiting.ready(again) ? "reveal what was scored again."
      : "some scores are given again under the new words, blind, on each person’s own sheet.";
    if (agenda.left(one).length) return `${one.label}. Read both sides’ words first, then hear each person, the hiring manager last.`;
    if (!agenda.decided(one)) return `decide ${one.label}.`;
    return agenda.all(ctx).some((each) => !agenda.decided(each)) ? "go on with the next profile." : sealed.length
      ? "the next round is still being scored." : facilitator ? "write the record." : "everything is decided.";
  }

  function names(ctx) {
    const { may, names_on: on } = ctx.state;
    if (!may.names || !ctx.state.board) return null;
    const turn = (to) => { ctx.set({ asking: false }); ctx.act("names", { on: to }, to ? "names on" : "names off"); };
    if (ctx.local.asking) {
      return h("span.row", { key: "asking" }, h("span", {}, "Does the panel want names? They show for everyone, and in the record."),
        button({ key: "yes", label: "Turn names on", press: () => turn(true), focus: "names" }),
        button({ key: "no", label: "Leave them off", look: "quiet", press: () => ctx.set({ asking: false }) }));
    }
    return toggle({ key: "names", label: on ? "Names are on" : "Names are off", on,
        flip: () => { if (on) turn(false); else { ctx.set({ asking: true }); ctx.focus("names"); } } });
  }

  function nowLine(ctx, sealed) {
    const { may, clock } = ctx.state, last = clock.part >= clock.parts.length - 1;
    const part = may.clock ? button({ key: "part", label: last ? "Part before" : "Next part", look: "quiet",
        press: () => ctx.act("clock", { do: last ? "back" : "next" }) }) : null;
    return h("div.nowline.row", { key: "now" }, h("p.read.grow", {}, h("b", {}, "Now: "), now(ctx, sealed)),
      h("span.push.row", {}, names(ctx), part));
  }

  function discussion(ctx) {
    const one = agenda.now(ctx), item = agenda.itemNow(ctx, one);
    if (!one) return null;
    const why = agenda.again(ctx, one.profile) ? "What is scored again opens here when everyone has submitted it."
      : "Everyone is within one point on every criterion. There is nothing to settle; decide, and go on.";
    const nothing = h("div.it", { key: "none" }, h("h2", {}, one.label), h("p.read", {}, why));
    return [h("div.main2", { key: "main", tabindex: -1, data: { focus: "table" } }, agenda.draw(ctx), item ? difference.draw(ctx, item)
        : nothing), decision.draw(ctx, one)];
  }

  function draw(ctx) {
    const sealed = waiting.sealed(ctx.state);
    const before = [strip(ctx), nowLine(ctx, sealed)];
    if (!ctx.state.board) {
      return [...before, people.gone(ctx), sealed.length ? waiting.panel(ctx, sealed[0], false) : null,
        sealed.length > 1 ? waiting.later(sealed.slice(1)) : null, people.draw(ctx), record.findings(ctx)];
    }
    return [...before, people.gone(ctx), sealed.map((round) => waiting.panel(ctx, round, true)), waiting.opened(ctx), matrix.stale(ctx), discussion(ctx),
      matrix.draw(ctx), closing.draw(ctx), people.draw(ctx),
      statistics.draw(ctx), record.findings(ctx), record.draw(ctx), mending.draw(ctx)];
  }

  const itemNow = (ctx) => (ctx.state.board ? agenda.itemNow(ctx, agenda.now(ctx)) : null);

  /** A digit is the agreed score; the reason is what comes next. */
  function score(ctx, event) {
    const item = itemNow(ctx), value = wb.anchors.valueOf(event.key);
    if (!item || !ctx.state.may.converge || value === undefined) return false;
    const id = agenda.key(item);
    ctx.set(({ drafts }) => ({ mode: "agree", change: id, drafts: { ...drafts, [id]: { ...drafts[id], score: value } } }));
    return ctx.focus("reason");
  }

  function differ(ctx) {
    const item = itemNow(ctx);
    if (!item || !ctx.state.may.converge) return false;
    ctx.set({ mode: "differ", change: agenda.key(item) });
    return ctx.focus("reason");
  }

  /** Enter in the panel's reason saves it and goes on; with Shift it makes a new line. */
  function enter(ctx, event) {
    if (event.shiftKey || event.target.dataset?.focus !== "reason" || !itemNow(ctx)) return false;
    return void difference.save(ctx, itemNow(ctx));
  }

  function walk(ctx, event) {
    if (wb.list.current(ctx.root, "cells")) return wb.list.walk(ctx.root, "cells", event.key);
    if (wb.list.current(ctx.root, "agenda")) return wb.list.move(ctx.root, "agenda", /Down|Right/.test(event.key) ? 1 : -1);
    return false;
  }

  function toMatrix(ctx) {
    ctx.root.querySelector(".mxw")?.scrollIntoView({ block: "start" });
    ctx.root.querySelector(".mxw [data-in][tabindex='0']")?.focus({ preventScroll: true });
  }

  function changed(ctx, before) {
    const { state } = ctx, sum = (of) => of.rounds.reduce((total, round) => total + round.submitted, 0);
    if (!before.board && state.board) ctx.say("The scores are revealed.");
    else if (sum(state) !== sum(before)) ctx.say(waiting.sealed(state).map((round) => `${round.title}: ${round.submitted} of ${round.raters} have submitted`).join(". "));
    // Who watches follows the facilitator to the profile on the table, and stays with it until there is another one.
    const table = state.board && agenda.onTable(ctx)?.profile;
    if (table && !state.may.converge && ctx.local.followed !== table) Object.assign(ctx.local,
      { followed: table, profile: table, item: null });
    statistics.follow(ctx);
  }

  const close = (ctx, names_) => names_.some((name) => { if (!ctx.local[name]) return false; ctx.set({ [name]: null }); return true; });

  return wb.screen.screen({
    className: "pb", noun: "entry", draw, changed,
    local: () => ({ drafts: {}, decisions: {}, profile: null, item: null, mode: null, change: null, redecide: null, anchor: null,
        early: null, asking: false, lost: null, open: false, numbers: null, files: false, counts: null,
        people: false, seat: null, ticket: null, note: null }),
    name: (state) => (state.board ? "Panel board, after the reveal" : "Panel board, scores are sealed"),
    middle: (ctx) => h("span", { key: "event" }, `event ${ctx.state.log}`),
    hints: (ctx) => (!ctx.state.board ? [] : [...(ctx.state.may.converge ? [["1–5", "agreed score"], ["d", "we differ"]] : []),
        ["n", "next difference"], ["m", "matrix"]]),
    keys: (ctx) => [
      { key: "z", says: "take back the last entry", run: () => { if (ctx.state.board?.can_undo && ctx.state.may.converge) ctx.act("undo",
            {}, "taken back"); else ctx.say("There is nothing to take back."); } },
      { key: ["1", "2", "3", "4", "5", "0"], shown: "1–5 0", says: "agreed score; 0 is no evidence", run: (event) => score(ctx, event) },
      { key: "d", says: "we differ, and this is why", run: () => differ(ctx) },
      { key: "Enter", inText: true, says: "in the reason: save and go on", run: (event) => enter(ctx, event) },
      { key: "n", says: "next difference", run: () => { if (!ctx.state.board) return false; return agenda.step(ctx, 1); } },
      { key: "m", says: "to the matrix", run: () => toMatrix(ctx) },
      { key: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], says: "move in the agenda or the matrix",
        run: (event) => walk(ctx, event) },
    ],
    escape: (ctx) => close(ctx, ["anchor", "early", "asking", "lost", "change", "redecide", "note",
        ...(ctx.meeting() ? [] : ["ticket", "seat"])]),
  });
}
