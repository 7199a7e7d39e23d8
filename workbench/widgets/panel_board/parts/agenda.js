/** 2. What is talked about, in which order: profile by profile, split recommendations first. */
function agenda({ dom, icons, words, badge, list }) {
  const { h, said } = dom;
  const WORDS = { advance: "advance", hold: "hold", not_now: "not now" };

  const key = (item) => `${item.profile}/${item.criterion}`;
  const settled = (item) => Boolean(item.agreed || item.differs);
  const all = (ctx) => ctx.state.board?.agenda ?? [];
  const entry = (ctx, profile) => all(ctx).find((one) => one.profile === profile) ?? null;
  const label = (ctx, profile) => ctx.state.profiles.find((one) => one.id === profile)?.label ?? profile;
  const decided = (one) => Boolean(one?.decision);
  const left = (one) => one?.items.filter((item) => !settled(item)) ?? [];

  /** The profile on the screen: the one this person looks at, else the one on the table, else the first undecided one. */
  function now(ctx) {
    return entry(ctx, ctx.local.profile) ?? entry(ctx, ctx.state.board?.current) ?? all(ctx).find((one) => !decided(one)) ?? all(ctx)[0]
      ?? null;
  }

  function itemNow(ctx, one) {
    return one?.items.find((item) => key(item) === ctx.local.item) ?? left(one)[0] ?? one?.items[0] ?? null;
  }

  /** Whether scores of this profile are being given again, under new words. */
  const again = (ctx, profile) => ctx.state.board.matrix.find((row) => row.profile === profile)?.cells.some((cell) => cell.again) ?? false;

  /** The profile that has to be decided before another one is discussed. */
  const onTable = (ctx) => all(ctx).find((one) => one.opened && !decided(one)) ?? null;

  /** Look at a profile; for the facilitator this puts it on the table, when nothing else lies there. */
  async function openProfile(ctx, profile, item = null) {
    ctx.set({ profile, item, mode: null, change: null });
    const table = onTable(ctx), one = entry(ctx, profile);
    if (!ctx.state.may.converge || !one || one.opened || decided(one) || (table && table.profile !== profile)) return;
    await ctx.act("open_profile", { profile }, `${one.label} on the table`);
  }

  function openItem(ctx, profile, criterion) {
    const item = entry(ctx, profile)?.items.find((one) => one.criterion === criterion);
    if (!item) { ctx.say(`${label(ctx, profile)}: no difference to talk about there.`); return; }
    openProfile(ctx, profile, key(item));
    queueMicrotask(() => ctx.root.querySelector(".main2")?.scrollIntoView({ block: "nearest" }));
  }

  /** After something is settled: the next difference of this profile, else its decision. */
  function nextItem(ctx) {
    const one = now(ctx), at = one.items.findIndex((item) => key(item) === key(itemNow(ctx, one)));
    const next = [...one.items.slice(at + 1), ...one.items.slice(0, at)].find((item) => !settled(item));
    ctx.set({ item: next ? key(next) : ctx.local.item ?? key(one.items[at]), mode: null, change: null });
    if (next) return ctx.focus(`item-${key(next)}`);
    ctx.say("Every difference of this profile is settled. Decide.");
    return ctx.focus("decision");
  }

  /** The next or the one before in the order, settled or not. */
  function step(ctx, by) {
    const items = now(ctx)?.items ?? [];
    if (!items.length) return;
    const at = items.findIndex((item) => key(item) === key(itemNow(ctx, now(ctx))));
    ctx.set({ item: key(items[(at + by + items.length) % items.length]), mode: null, change: null });
  }

  function told(ctx, one, reopened) {
    if (again(ctx, one.profile)) return "scored again";
    if (reopened) return "open again";
    if (decided(one)) return WORDS[one.decision];
    const n = left(one).length, count = n ? words.count(n, "difference") : one.items.length ? "all settled" : "no difference";
    return one.split ? `split: ${one.split_words}` : count;
  }

  function itemRow(ctx, item, here, first) {
    const stop = list.item(ctx, "agenda", key(item), first), values = item.values.map((value) => value ?? "no evidence").join(", ");
    return h("li.ai", { key: key(item), class: here && "now", data: badge.cap(item.letter) },
      h("button", { type: "button", "aria-current": here ? "true" : null, ...stop, data: { ...stop.data, focus: `item-${key(item)}` },
          on: { ...stop.on, click: () => ctx.set({ item: key(item), mode: null, change: null }) } },
        h("span.no", {}, settled(item) ? icons.icon("check") : item.number),
        h("span.stack-1", {}, h("span.row.nowrap", {}, badge.badge({ letter: item.letter }), h("b", {}, said(item.name))),
          h("span.two.small", {}, item.agreed ? `agreed on ${item.agreed.value ?? "no evidence"}` : item.differs ? "we differ"
            : `${values} · ${item.why}`))));
  }

  function profileRow(ctx, one, here) {
    const reopened = ctx.state.profiles.find((p) => p.id === one.profile)?.reopened, item = itemNow(ctx, one);
    return h("li", { key: one.profile, class: here && "now" },
      h("button.pf", { type: "button", "aria-current": here ? "true" : null, on: { click: () => openProfile(ctx, one.profile) } },
        decided(one) && !reopened ? icons.icon("check") : null, h("b", {}, one.label), h("span.two.small", {}, told(ctx, one, reopened))),
      here && one.items.length ? h("ol.items", { key: "items" },
        one.items.map((each) => itemRow(ctx, each, item && key(each) === key(item), key(one.items[0])))) : null);
  }

  function draw(ctx) {
    const here = now(ctx), { within } = ctx.state.board;
    return h("nav.ag", { key: "agenda", "aria-label": "What to talk about" }, h("h3", {}, "Talk about these first"),
      h("p.two.small", {}, "Split recommendations, then the widest spread on what matters most"),
      h("ol.profiles", {}, all(ctx).map((one) => profileRow(ctx, one, one.profile === here?.profile))),
      within.cells ? h("p.two.small", { key: "within" },
        `In ${within.within_one} of the ${within.cells} cells with scores, everyone is within one point.`) : null);
  }

  return { draw, key, settled, all, entry, label, decided, left, again, now, itemNow, onTable, openProfile, openItem, nextItem, step,
    WORDS };
}
