/** 8. One criterion at a time, for a page of its own: its steps above, Back and Next below, and the page to read beside it. */
function steps({ dom, icons, badge, control, criterion, recommendation, handing, heard, sheets, pending }) {
  const { h, said } = dom;
  const RECOMMEND = "recommend", SUBMIT = "submit", SHORT = 20;

  /** The steps of a sheet: its criteria, the recommendation where one is asked for, and handing in. */
  const all = (sheet) => [...sheet.cells.map((cell) => cell.criterion), ...(sheet.needs_recommendation ? [RECOMMEND] : []),
    ...(sheet.open ? [SUBMIT] : [])];

  /** The step that is open: the one a person opened, else the first with something left. */
  function now(ctx, sheet) {
    if (ctx.local.last && all(sheet).includes(ctx.local.last)) return ctx.local.last;
    const cell = sheets.cellNow(ctx, sheet);
    if (cell) return cell.criterion;
    if (!sheet.open) return sheet.cells[0]?.criterion;
    return sheet.needs_recommendation && !sheet.recommendation ? RECOMMEND : SUBMIT;
  }

  function go(ctx, step) {
    if (step === RECOMMEND || step === SUBMIT) { ctx.set({ last: step }); ctx.focus(`step-${step}`); }
    else sheets.openCell(ctx, step);
  }

  const name = (ctx, step) => ({ [RECOMMEND]: "Recommendation", [SUBMIT]: "Submit" })[step]
    ?? ctx.state.criteria.find((one) => one.id === step).name;

  /** A name as short as a button takes: whole words, and a sign that there were more. */
  function short(text) {
    if (text.length <= SHORT) return text;
    return `${text.slice(0, SHORT).replace(/\s+\S*$/, "")} …`;
  }

  function state(ctx, sheet, step) {
    if (step === SUBMIT) return ctx.state.mine.rounds[sheet.round]?.submitted ? "done" : "open";
    if (step === RECOMMEND) return sheet.recommendation ? "done" : "open";
    const { is } = pending.standing(ctx, sheet, sheet.cells.find((cell) => cell.criterion === step));
    return is === "saved" ? "done" : is === "words" ? "words" : "open";
  }

  const SAID = { done: "done", open: "not yet", words: "needs words" };

  function one(ctx, sheet, step, here) {
    const is = state(ctx, sheet, step), cell = sheet.cells.find((c) => c.criterion === step);
    const sign = { done: icons.icon("check"), open: "–", words: "…" }[is];
    return h("li", { key: step, class: here && "now", data: cell ? badge.cap(cell.letter) : {} },
      h("button", { type: "button", "aria-current": here ? "step" : null, "aria-label": `${name(ctx, step)}, ${SAID[is]}`, on: { click: () => go(ctx, step) } },
        cell ? badge.badge({ letter: cell.letter, name: name(ctx, step) }) : h("span.mark", {}, icons.icon(step === SUBMIT ? "lock" : "person")),
        h("span.v", { key: is }, sign)));
  }

  const list = (ctx, sheet) => h("ol.steps", { key: `steps ${sheets.id(sheet)}`, "aria-label": `Steps for ${sheet.label}` },
    all(sheet).map((step) => one(ctx, sheet, step, step === now(ctx, sheet))));

  function handIn(ctx, sheet) {
    const left = sheets.unfinished(ctx).filter((other) => sheets.id(other) !== sheets.id(sheet));
    return h("div.stack-3", { key: "hand in" },
      left.length ? h("section.further", { key: "further", "aria-label": "Next profile" }, h("h3", {}, `${sheet.label} is ${sheet.done ? "done" : "not done yet"}`),
        h("div.row", {}, control.button({ label: `Go on with ${sheets.title(ctx, left[0])}`, icon: "next", look: "main", press: () => sheets.go(ctx, left[0]) }),
          h("span.two", {}, `${sheets.left(ctx)} left to score.`))) : null,
      handing.draw(ctx, sheet));
  }

  function draw(ctx, sheet) {
    const step = now(ctx, sheet), at = all(sheet).indexOf(step), cell = sheet.cells.find((c) => c.criterion === step);
    const of = cell ? `Criterion ${at + 1} of ${sheet.cells.length}` : null;
    return h("div.paged", { key: `paged ${sheets.id(sheet)}` }, list(ctx, sheet),
      h("div.one", { key: step, tabindex: -1, data: { focus: `step-${step}` } }, of ? h("p.small.two", { key: "of" }, of) : null,
        cell ? h("ul.crits", { key: "crit", "aria-label": `Criteria, ${sheet.label}` }, criterion.active(ctx, sheet, cell)) : null,
        step === RECOMMEND ? [recommendation.draw(ctx, sheet), heard.draw(ctx, sheet)] : null, step === SUBMIT ? handIn(ctx, sheet) : null));
  }

  /** Back and Next, beside the store line. */
  function onward(ctx, sheet) {
    const order = all(sheet), at = order.indexOf(now(ctx, sheet)), to = order[at + 1];
    return h("span.onward.row", { key: "onward" },
      at > 0 ? control.button({ key: "back", label: "Back", icon: "back", big: true, press: () => go(ctx, order[at - 1]) }) : null,
      to ? control.button({ key: "next", label: `Next: ${short(name(ctx, to))}`, name: `Next: ${name(ctx, to)}`, look: "main", big: true, press: () => go(ctx, to) }) : null);
  }

  /** The page beside the sheet shows the profile that is scored. */
  function readBeside(ctx, sheet) {
    const page = ctx.root.ownerDocument.querySelector(".wb.rv");
    if (!page || ctx.local.turned === sheet.profile) return;
    ctx.local.turned = sheet.profile;
    page.dispatchEvent(new CustomEvent("workbench:profile", { detail: sheet.profile }));
  }

  return { draw, onward, readBeside, go, now, all };
}
