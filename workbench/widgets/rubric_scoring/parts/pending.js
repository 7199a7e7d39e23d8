/** 1. A score that still needs words: it is chosen here and stored as soon as it may be. */
function pending({ anchors }) {
  const NONE = anchors.NONE ?? null;
  const cellKey = (sheet, cell) => `${sheet.round}/${sheet.profile}/${cell.criterion}`;

  /** What is waiting in the store line for this cell, newest last; drawn, but never called saved. */
  const sent = (ctx, sheet, cell) => ctx.store.waiting.filter((w) => w.verb === "score" && w.args.profile === sheet.profile && w.args.criterion === cell.criterion).pop();

  /** The score to draw: chosen, on its way, or stored. `undefined` is not scored. */
  function shown(ctx, sheet, cell) {
    const draft = ctx.local.chosen[cellKey(sheet, cell)];
    if (draft !== undefined) return draft;
    const way = sent(ctx, sheet, cell);
    if (way) return way.args.value;
    return cell.scored ? cell.value : undefined;
  }

  const reasonOf = (ctx, sheet, cell) => ctx.local.reasons[cellKey(sheet, cell)] ?? cell.reason ?? "";
  const supported = (ctx, sheet, cell) => cell.quotes.length > 0 || reasonOf(ctx, sheet, cell).trim() !== "";

  function put(ctx, name, key, value) { ctx.set((local) => ({ [name]: { ...local[name], [key]: value } })); }

  /** Choose a score. Without words behind it, it waits visibly and the focus goes to where the words belong. */
  async function choose(ctx, sheet, cell, value) {
    const key = cellKey(sheet, cell);
    if (value !== NONE && !supported(ctx, sheet, cell)) {
      put(ctx, "chosen", key, value);
      ctx.set({ open: cell.criterion });
      ctx.say("Tick a quote or write a reason, then it is saved.");
      ctx.focus("reason");
      return;
    }
    put(ctx, "chosen", key, value);
    const written = ctx.local.reasons[key];
    const args = { profile: sheet.profile, criterion: cell.criterion, value, rubric_version: ctx.state.rubric_version };
    if (written !== undefined) args.reason = written;
    const reply = await ctx.act("score", args, `${cell.letter}, ${value ?? "no evidence"}`);
    if (reply.ok || !reply.paused) put(ctx, "chosen", key, undefined);
    if (reply.ok && ctx.local.reasons[key] === written) put(ctx, "reasons", key, undefined);
  }

  /** A reason was written: it completes a waiting score, or is kept beside the one that is there. */
  async function reason(ctx, sheet, cell, text) {
    const key = cellKey(sheet, cell), waiting = ctx.local.chosen[key];
    if (text === (cell.reason ?? "") && waiting === undefined) { put(ctx, "reasons", key, undefined); return; }
    ctx.local.reasons = { ...ctx.local.reasons, [key]: text };
    if (waiting !== undefined && text.trim()) { await choose(ctx, sheet, cell, waiting); return; }
    if (waiting !== undefined) return;
    const reply = await ctx.act("explain", { profile: sheet.profile, criterion: cell.criterion, reason: text }, `reason for ${cell.letter}`);
    if (reply.ok && ctx.local.reasons[key] === text) put(ctx, "reasons", key, undefined);
  }

  async function tick(ctx, sheet, cell, quote, on) {
    const { text, page, line, start, end, by } = quote, plain = { text, page, line, start, end, by };
    const reply = await ctx.act(on ? "attach" : "detach", { profile: sheet.profile, criterion: cell.criterion, quote: plain }, `${on ? "quote" : "quote taken"} for ${cell.letter}`);
    const key = cellKey(sheet, cell), waiting = ctx.local.chosen[key];
    if (reply.ok && on && waiting !== undefined) await choose(ctx, sheet, { ...cell, quotes: [...cell.quotes, plain] }, waiting);
  }

  return { shown, reasonOf, supported, choose, reason, tick, cellKey, put };
}
