/** 1. Which sheet and which criterion lie on the desk, and how one gets to another. */
function sheets({ words }) {
  const kind = (ctx, sheet) => ctx.state.rounds.find((round) => round.id === sheet.round)?.kind;

  /** In this person's order; what is scored again comes first, because the panel waits for it. */
  function all(ctx) {
    const late = (sheet) => Number(!(sheet.open && kind(ctx, sheet) === "again"));
    return [...(ctx.state.mine?.sheets ?? [])].sort((a, b) => late(a) - late(b));
  }

  const open = (ctx) => all(ctx).filter((sheet) => sheet.open);
  const id = (sheet) => `${sheet.round}/${sheet.profile}`;
  const criterion = (ctx, cell) => ctx.state.criteria.find((one) => one.id === cell.criterion);
  const byId = (ctx, wanted) => all(ctx).find((sheet) => id(sheet) === wanted) ?? null;
  const unfinished = (ctx) => open(ctx).filter((sheet) => !sheet.done);

  /** The sheet on the desk: the one a person opened, else the first with something left, else the first. */
  const now = (ctx) => byId(ctx, ctx.local.sheet) ?? unfinished(ctx)[0] ?? open(ctx)[0] ?? all(ctx)[0] ?? null;

  /** The criterion with its anchors open: the one a person opened, else the first without a score. */
  function cellNow(ctx, sheet) {
    const wished = sheet.cells.find((cell) => cell.criterion === ctx.local.open);
    return wished ?? (sheet.open ? sheet.cells.find((cell) => !cell.scored || cell.again) ?? null : null);
  }

  /** The round whose sealed scores fill the screen: the one just submitted, or any once nothing is left to score. */
  function sealedNow(ctx) {
    const rounds = ctx.state.mine?.rounds ?? {};
    const handed = (round) => Boolean(rounds[round]?.submitted) && ctx.state.rounds.some((r) => r.id === round && r.state === "open");
    if (ctx.local.sheet) return null;
    if (ctx.local.sealed && handed(ctx.local.sealed)) return ctx.local.sealed;
    const waiting = [...new Set(open(ctx).map((sheet) => sheet.round))];
    return waiting.length && waiting.every(handed) ? waiting[waiting.length - 1] : null;
  }

  function go(ctx, sheet) {
    if (!sheet) return;
    ctx.set({ sheet: id(sheet), open: null, last: null, sealed: null });
    ctx.say(`${sheet.label}, ${sheet.scored} of ${sheet.of} scored.`);
    queueMicrotask(() => ctx.root.querySelector(".tools")?.scrollIntoView({ block: "nearest" }));
  }

  /** A sheet that is worked on stays on the desk, also when its last score is in and its Submit is what comes next. */
  const stay = (ctx, sheet) => { ctx.local.sheet = id(sheet); };

  /** The next profile in this person's order, round and round; one with something left comes first. */
  function next(ctx) {
    const list = open(ctx), at = list.findIndex((sheet) => id(sheet) === id(now(ctx)));
    const after = [...list.slice(at + 1), ...list.slice(0, at)];
    const to = after.find((sheet) => !sheet.done) ?? after[0];
    if (to) go(ctx, to);
    else ctx.say("There is no other profile to score.");
  }

  function scroller(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
    }
    return document.scrollingElement;
  }

  /**
   * Open a criterion. What is opened stays where it was on the screen, whatever closes above it; `show` then scrolls
   * as far as it takes to see all of it, for who came by keyboard.
   */
  function openCell(ctx, to, { focus = true, show = true } = {}) {
    const row = () => ctx.root.querySelector(`.crit[data-criterion="${CSS.escape(to)}"]`);
    const before = row()?.getBoundingClientRect().top;
    ctx.set({ open: to, last: null });
    if (focus) ctx.focus(`criterion-${to}`);
    queueMicrotask(() => {
      const element = row();
      if (!element || before === undefined) return;
      scroller(element).scrollBy(0, element.getBoundingClientRect().top - before);
      if (show) element.scrollIntoView({ block: "nearest" });
    });
  }

  /** "4 of 7 scored on this profile, 18 of 42 in all" */
  function progress(ctx) {
    const sheet = now(ctx), list = open(ctx);
    if (!sheet || !list.length) return null;
    const sum = (name) => list.reduce((total, one) => total + one[name], 0);
    if (ctx.state.paged) return `${sum("scored")} of ${sum("of")}`;
    if (sealedNow(ctx)) return `${sum("scored")} of ${sum("of")} scored in all`;
    return `${sheet.scored} of ${sheet.of} scored on this profile, ${sum("scored")} of ${sum("of")} in all`;
  }

  /** "Profile 4", "Profile 4 again" where an anchor was mended, "Profile 4 · Coding" for a conversation. */
  function title(ctx, sheet) {
    const round = ctx.state.rounds.find((one) => one.id === sheet.round);
    return { again: `${sheet.label} again`, interview: `${sheet.label} · ${round?.title}` }[round?.kind] ?? sheet.label;
  }

  const interview = (ctx, sheet) => kind(ctx, sheet) === "interview";

  const left = (ctx) => words.count(unfinished(ctx).length, "profile");

  return { all, open, id, criterion, byId, unfinished, now, cellNow, sealedNow, go, stay, next, openCell, progress, title, interview, left };
}
