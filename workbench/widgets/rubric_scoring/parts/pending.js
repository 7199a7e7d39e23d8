/** 2. Scores, quotes and reasons on their way to the store.
 *
 * A number without words behind it is kept here, drawn as waiting, and stored as soon as there are words.
 * What the store has acknowledged is drawn as saved at once, until the state that holds it has arrived.
 */
function pending({ sheets }) {
  const key = (sheet, cell) => `${sheets.id(sheet)}/${cell.criterion}`;
  const place = (sheet, cell) => ({ profile: sheet.profile, criterion: cell.criterion });

  function put(ctx, name, at, value) {
    if (value === undefined && !(at in ctx.local[name])) return; // nothing to draw: the answer comes sooner than a drawing
    const { [at]: _, ...rest } = ctx.local[name];
    ctx.set({ [name]: value === undefined ? rest : { ...rest, [at]: value } });
  }

  /** What was acknowledged and is not in the state yet. */
  function saved(ctx, at) {
    const kept = ctx.local.saved[at];
    return kept && kept.event > ctx.state.log ? kept : null;
  }

  const onItsWay = (ctx, sheet, cell) => ctx.store.waiting.findLast((one) =>
    one.verb === "score" && one.args.profile === sheet.profile && one.args.criterion === cell.criterion);

  /** The score to draw: chosen, on its way, or stored; undefined where there is none. */
  function shown(ctx, sheet, cell) {
    const at = key(sheet, cell), chosen = ctx.local.chosen[at];
    if (chosen !== undefined) return chosen;
    const way = onItsWay(ctx, sheet, cell) ?? saved(ctx, at);
    if (way) return way.args.value;
    return cell.scored && !cell.again ? cell.value : undefined;
  }

  const reasonOf = (ctx, sheet, cell) => ctx.local.reasons[key(sheet, cell)] ?? cell.reason ?? "";
  const same = (a, b) => a.text === b.text && a.line === b.line && a.start === b.start;
  const plain = ({ text, page, line, start, end, by }) => ({ text, page, line, start, end, by });

  /** Own quotes, those taken away a moment ago, and what the program found for those who asked; `on` says ticked. */
  function quotesOf(ctx, sheet, cell) {
    const at = key(sheet, cell), ticked = ctx.local.ticks;
    const found = ctx.state.found[sheet.profile]?.[cell.criterion] ?? [];
    const list = cell.quotes.map((quote) => ({ ...quote, on: true }));
    for (const quote of [...(ctx.local.taken[at] ?? []), ...found]) {
      if (!list.some((one) => same(one, quote))) list.push({ ...quote, on: false });
    }
    return list.map((quote) => {
      const id = `${quote.line}:${quote.start}:${quote.text}`, seen = found.find((one) => same(one, quote));
      const from = [seen?.place || quote.place || null, quote.page ? `page ${quote.page}` : null,
        quote.by === "program" ? "found by the program" : null];
      return { ...quote, id, on: ticked[`${at}/${id}`] ?? quote.on, place: from.filter(Boolean).join(", ") };
    });
  }

  const supported = (ctx, sheet, cell) => quotesOf(ctx, sheet, cell).some((quote) => quote.on) || reasonOf(ctx, sheet, cell).trim() !== "";

  /** "saved", "waiting" for the store, "words" that are still needed, "again" under a mended anchor, or "none". */
  function standing(ctx, sheet, cell) {
    const at = key(sheet, cell);
    if (ctx.local.chosen[at] !== undefined) return { is: "words" };
    if (onItsWay(ctx, sheet, cell)) return { is: "waiting" };
    const kept = saved(ctx, at);
    if (kept) return { is: "saved", at: kept.at };
    if (cell.again) return { is: "again" };
    return cell.scored ? { is: "saved", at: cell.at } : { is: "none" };
  }

  async function store(ctx, sheet, cell, value, quotes) {
    const at = key(sheet, cell), written = ctx.local.reasons[at];
    const args = { ...place(sheet, cell), value, rubric_version: ctx.state.rubric_version };
    if (written !== undefined && written !== cell.reason) args.reason = written;
    if (quotes) args.quotes = quotes;
    put(ctx, "chosen", at, undefined);
    const reply = await ctx.act("score", args, `${cell.letter}, ${value ?? "no evidence"}`);
    if (reply.ok) put(ctx, "saved", at, { args, event: reply.event, at: reply.at });
    return reply;
  }

  /** Choose a score. Without words it waits, visibly, and the focus goes where the words belong. */
  function choose(ctx, sheet, cell, value) {
    if (!sheet.open) return undefined;
    sheets.stay(ctx, sheet);
    const before = ctx.local.open;
    const open = () => { if (ctx.local.open === before && before !== cell.criterion) sheets.openCell(ctx, cell.criterion,
        { focus: false, show: false }); };
    // What opens is drawn when the store has answered: drawing it first would keep the answer waiting.
    if (value === null || supported(ctx, sheet, cell)) return store(ctx, sheet, cell, value).then(open);
    open();
    put(ctx, "chosen", key(sheet, cell), value);
    ctx.say(`${value} needs a quote or a reason. It is not saved yet.`);
    ctx.focus("reason");
    return undefined;
  }

  const write = (ctx, sheet, cell, text) => { ctx.local.reasons = { ...ctx.local.reasons, [key(sheet, cell)]: text }; };

  /** A reason is done: it completes a score that waits for words, or is kept beside the one that is there. */
  async function reason(ctx, sheet, cell, text) {
    const at = key(sheet, cell), waiting = ctx.local.chosen[at];
    write(ctx, sheet, cell, text);
    if (waiting !== undefined) { if (text.trim()) await store(ctx, sheet, cell, waiting); return; }
    if (text === (cell.reason ?? "")) { put(ctx, "reasons", at, undefined); return; }
    const reply = await ctx.act("explain", { ...place(sheet, cell), reason: text }, `reason for ${cell.letter}`);
    if (reply.ok) put(ctx, "saved", `${at}/reason`, { args: { reason: text }, event: reply.event, at: reply.at });
  }

  async function tick(ctx, sheet, cell, quote, on) {
    const at = key(sheet, cell), mark = `${at}/${quote.id}`, waiting = ctx.local.chosen[at];
    sheets.stay(ctx, sheet);
    put(ctx, "ticks", mark, on);
    if (!on) put(ctx, "taken", at, [...(ctx.local.taken[at] ?? []).filter((one) => !same(one, quote)),
        { ...plain(quote), place: quote.place }]);
    const reply = on && waiting !== undefined
      ? await store(ctx, sheet, cell, waiting, [...cell.quotes, plain(quote)])
      : await ctx.act(on ? "attach" : "detach", { ...place(sheet, cell), quote: plain(quote) }, `quote for ${cell.letter}`);
    if (reply.ok) put(ctx, "saved", mark, { event: reply.event });
    else put(ctx, "ticks", mark, undefined);
  }

  /** Let go of what the state now holds itself. */
  function arrived(ctx) {
    const { saved: kept, reasons, ticks } = ctx.local, log = ctx.state.log;
    const done = Object.keys(kept).filter((at) => kept[at].event <= log);
    if (!done.length) return;
    const without = (from, keys) => Object.fromEntries(Object.entries(from).filter(([at]) => !keys.includes(at)));
    const told = done.filter((at) => kept[at].args?.reason !== undefined).map((at) => [at.replace(/\/reason$/, ""), kept[at].args.reason]);
    ctx.local.saved = without(kept, done);
    ctx.local.ticks = without(ticks, done);
    ctx.local.reasons = without(reasons, told.filter(([at, text]) => reasons[at] === text).map(([at]) => at));
  }

  const empty = () => ({ chosen: {}, reasons: {}, ticks: {}, taken: {}, saved: {} });

  return { key, shown, reasonOf, quotesOf, standing, choose, write, reason, tick, arrived, empty };
}
