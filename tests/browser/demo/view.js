/** The demo sheet: every shared part at least once. */
function view(wb) {
  const { h, said } = wb.dom;

  function row(ctx, item) {
    const { letter } = item, name = item.text;
    const ahead = ctx.store.ahead.findLast((one) => one.args.row === item.id);
    const picked = ahead ? ahead.args.value : ctx.state.values[item.id];
    const score = (value) => ctx.act("score", { row: item.id, value }, `${letter}, ${value ?? "no evidence"}`);
    return h("li.crit", { key: item.id, ...wb.list.item(ctx, "rows", item.id, ctx.state.rows[0].id), class: "row" },
      wb.badge.badge({ letter, name }), h("b.grow", {}, said(name)), wb.badge.tag("must"),
      wb.anchors.numbers({ label: name, picked, onPick: score }),
      wb.control.button({ label: "Open", press: () => ctx.set({ open: item.id }), focus: `open-${letter}` }));
  }

  const onRow = (ctx) => { const item = wb.list.current(ctx.root, "rows"); return item && ctx.state.rows.find((r) => r.id === item.dataset.id); };

  function keys(ctx) {
    return [
      { key: ["ArrowDown"], says: "next row", run: () => wb.list.move(ctx.root, "rows", 1) },
      { key: ["ArrowUp"], says: "row before", run: () => wb.list.move(ctx.root, "rows", -1) },
      { key: ["1", "2", "3", "4", "5", "0"], shown: "1–5 0", says: "score", run: (event) => {
        const item = onRow(ctx);
        if (!item) return false;
        const value = wb.anchors.valueOf(event.key);
        ctx.act("score", { row: item.id, value }, `${item.letter}, ${value ?? "no evidence"}`);
      } },
    ];
  }

  function draw(ctx) {
    const { state, local } = ctx;
    const open = state.rows.find((r) => r.id === local.open);
    const parts = [{ title: "Map", minutes: 5, done: 1 }, { title: "Score", minutes: 14, done: 0.4, now: true }, { title: "Decide", minutes: 8, done: 0 }];
    return [
      wb.strip.strip({ title: state.title, under: "DEMO-1", parts, clock: { running: false, ends: 0, left: 374, total: 45 }, say: ctx.say, pause: () => {}, meeting: ctx.meeting(), larger: ctx.larger }),
      h("ul.rows.pad.stack", { "aria-label": "Rows" }, state.rows.map((item) => row(ctx, item))),
      h("div.pad.stack", {}, wb.control.field({ label: "Note", value: local.note ?? "", lines: 3, change: (note) => ctx.set({ note }) }),
        h("div.row", {}, wb.control.button({ label: "Reveal", look: "main", press: () => ctx.act("stumble") }),
          wb.control.button({ label: "Page", press: async () => { const got = await ctx.ask("page", { page: 2 }); ctx.set({ got: `page ${got.page}, ${got.buffers[0].byteLength} bytes` }); } }),
          h("output", {}, local.got ?? ""))),
      open ? wb.drawer.drawer({ title: "Row", close: () => ctx.set({ open: null }), body: [wb.control.field({ label: "Name", value: open.text, change: () => {}, showLabel: true })] }) : null,
    ];
  }

  return wb.screen.screen({
    className: "demo", noun: "score", name: (state) => `Demo sheet, ${state.title}`, draw, keys,
    hints: () => [["1–5", "score"], ["↑ ↓", "row"]],
    escape: (ctx) => { if (!ctx.local.open) return false; ctx.set({ open: null }); return true; },
  });
}
