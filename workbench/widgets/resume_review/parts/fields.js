/** 1. The fields as they were read: each shows its place on the page, and can be put right. */
function fields({ dom, control, words }) {
  const { h, said } = dom;
  const { button, field } = control;

  /** Show the words a field was read from. */
  function show(ctx, one) {
    ctx.set({ place: { path: one.path, page: one.page, lines: one.lines, box: one.box } });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    requestAnimationFrame(() => ctx.root.querySelector(".paper .here, .extract .here")?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" }));
  }

  function begin(ctx, one) {
    ctx.set({ mending: one.path, typed: one.value });
    ctx.focus(`mend-${one.path}`);
  }

  function keep(ctx, one) {
    const value = (ctx.local.typed ?? "").trim();
    ctx.set({ mending: null, typed: null });
    if (value === one.value) return;
    ctx.act("correct", { profile: ctx.state.profile, field: one.path, value }, `${one.label} put right`);
  }

  const leave = (ctx) => ctx.set({ mending: null, typed: null });

  function mend(ctx, one) {
    const label = `${one.label}: what it should say`;
    return h("div.mend.stack-1", { key: "mend", on: { keydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); leave(ctx); } if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); ctx.local.typed = event.target.value; keep(ctx, one); } } } },
      field({ label, value: ctx.local.typed ?? "", change: (text) => { ctx.local.typed = text; }, typing: (text) => { ctx.local.typed = text; }, focus: `mend-${one.path}`, hint: /Date$/.test(one.path) ? "2021, 2021-03 or empty" : "empty when the document does not say it" }),
      h("div.row", {}, button({ label: "Put right", look: "main", press: () => keep(ctx, one) }), button({ label: "Leave it", look: "quiet", press: () => leave(ctx) })));
  }

  function row(ctx, one) {
    const open = ctx.local.mending === one.path, here = ctx.local.place?.path === one.path;
    const value = one.value ? said(one.value) : h("i.two", {}, one.empty);
    return h("li.fieldrow", { key: one.path, class: here && "on" },
      h("span.k.two.small", {}, said(one.label)),
      one.lines.length ? h("button.lnk.v", { type: "button", title: one.why || null, "aria-label": `${one.label}, ${one.value || one.empty}: show on page`, on: { click: () => show(ctx, one) } }, value) : h("span.v", {}, value),
      h("span.row.nowrap.small.two", {}, one.corrected ? "put right" : one.unsure ? h("span", { title: "Taken from its place alone: have a look" }, "unsure") : null,
        one.may_correct && !open ? button({ icon: "edit", name: `Put right: ${one.label}`, look: "quiet", press: () => begin(ctx, one) }) : null),
      open ? mend(ctx, one) : null);
  }

  /** All fields of the open profile, in groups. */
  function list(ctx) {
    const groups = ctx.state.sheet.fields;
    const right = groups.flatMap((group) => group.fields).filter((one) => one.corrected).length;
    return h("div.fieldlist", { key: "fields" }, h("p.two.small", {}, right ? `${words.count(right, "field")} put right. ` : null, "A click on a field shows where it was read."),
      groups.map((group, i) => h("section.stack-1", { key: `${i} ${group.title}` }, h("h4", {}, group.title), h("ul", {}, group.fields.map((one) => row(ctx, one))))));
  }

  return { list };
}
