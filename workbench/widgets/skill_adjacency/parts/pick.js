/** 4. A field that offers skills while a name is typed. */
function pick(wb) {
  const { h } = wb.dom;

  /**
   * @param {Object} ctx
   * @param {{name: string, label: string, hint: string, take: (name: string, element: HTMLElement) => void}} of
   *   `name` keeps two fields of one widget apart · `take` gets what was chosen or typed
   */
  function pick(ctx, { name, label, hint, take }) {
    const at = `pick:${name}`, { typed = "", offers = [] } = ctx.local[at] ?? {};
    const put = (change) => ctx.set({ [at]: { ...ctx.local[at], ...change } });
    const typing = async (text) => {
      put({ typed: text });
      const got = text.trim() ? await ctx.ask("find", { text }) : { names: [] };
      if (ctx.local[at]?.typed === text) put({ offers: got.names ?? [] });
    };
    const chosen = (text) => { put({ typed: text, offers: [] }); take(text); };
    const keys = (event) => {
      if (event.key === "Enter" && !event.isComposing && event.target.value.trim()) { event.preventDefault(); event.stopPropagation(); chosen(event.target.value); }
      if (event.key === "ArrowDown" && offers.length) { event.preventDefault(); event.stopPropagation(); ctx.focus(`${name}0`); }
    };
    const along = (event, i) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) { event.preventDefault(); event.stopPropagation(); ctx.focus(i + step < 0 ? name : `${name}${Math.min(i + step, offers.length - 1)}`); }
    };
    return h("div.search", { key: at }, h("input.field.find", { type: "text", role: "combobox", "aria-expanded": String(offers.length > 0), "aria-label": label, placeholder: hint, autocomplete: "off", value: typed, data: { focus: name },
      on: { input: (event) => typing(event.target.value), keydown: keys } }),
      offers.length ? h("ul.offers", { "aria-label": "Skills that fit" }, offers.map((o, i) => h("li", { key: o.id },
        h("button", { type: "button", data: { focus: `${name}${i}` }, on: { click: () => chosen(o.name), keydown: (event) => along(event, i) } }, o.name, h("span.two.small", {}, ` ${o.kind}`))))) : null);
  }

  /** Empty the field, also while it has the focus. */
  function clear(ctx, name) {
    const field = ctx.root.querySelector(`[data-focus="${name}"]`);
    if (field) field.value = "";
    ctx.set({ [`pick:${name}`]: { typed: "", offers: [] } });
  }

  /** What stands in the field. */
  const typed = (ctx, name) => ctx.local[`pick:${name}`]?.typed ?? "";

  /** Fold the offers of every field away; false when none were open. */
  function fold(ctx) {
    const open = Object.keys(ctx.local).filter((key) => key.startsWith("pick:") && ctx.local[key].offers?.length);
    for (const key of open) ctx.set({ [key]: { ...ctx.local[key], offers: [] } });
    return open.length > 0;
  }

  return { pick, clear, typed, fold };
}
