/** 3. One criterion: a row with its ends while others are scored, all five anchors and the words behind the score when it is its turn. */
function criterion({ dom, icons, words, badge, anchors, evidence, control, notice, list, sheets, pending }) {
  const { h, said } = dom;
  const MANY = 3;

  const hour = (at) => words.hour(at);
  const first = (sheet) => sheet.cells[0]?.criterion;
  const texts = (one) => one.anchors.profile ?? one.anchors.interview;

  /** The properties of the element that takes the focus for a criterion: one tab stop for the list. */
  function stop(ctx, sheet, cell) {
    const item = list.item(ctx, "criteria", cell.criterion, sheets.cellNow(ctx, sheet)?.criterion ?? first(sheet));
    const { name } = sheets.criterion(ctx, cell);
    return { ...item, role: "group", "aria-label": `${cell.letter}, ${name}`,
      data: { ...item.data, focus: `criterion-${cell.criterion}` } };
  }

  function status(ctx, sheet, cell) {
    const { is, at } = pending.standing(ctx, sheet, cell);
    if (is === "saved") return h("span.st", {}, icons.icon("check"), ` ${hour(at)}`);
    return h("span.st.two", { class: is === "words" && "care" }, { words: "needs words", waiting: "saving", again: "score again",
        none: "not yet" }[is]);
  }

  function behind(ctx, sheet, cell) {
    const quotes = pending.quotesOf(ctx, sheet, cell), ticked = quotes.filter((quote) => quote.on).length;
    if (ticked) return h("span.ev", {}, icons.icon("quote"), ` ${words.count(ticked, "quote")}`);
    if (pending.reasonOf(ctx, sheet, cell).trim()) return h("span.ev", {}, icons.icon("note"), " reason");
    return h("span.ev.two", {}, quotes.length ? `${quotes.length} found` : "");
  }

  /** Under a mended anchor: the words before and the words now, and what this person gave. */
  function mended(ctx, cell) {
    if (!cell.earlier) return null;
    const was = ctx.state.mended[cell.criterion] ?? [], gave = cell.earlier.value ?? "no evidence";
    return notice.notice({
      key: "mended", kind: "care", what: was.length ? "The words of an anchor have changed since you scored."
        : "The anchors have changed since you scored.",
      more: `You gave ${gave} under the older words; that stays in the record. Read again and score under the new ones.`,
      detail: was.length ? h("ul.stack-1", {}, was.map((change) => h("li", { key: change.level },
            h("b", {}, `Anchor ${change.level} said `), "“", said(change.before), "”", h("b", {}, " and says "), "“", said(change.now),
            "”"))) : null,
    });
  }

  function quotes(ctx, sheet, cell) {
    const found = pending.quotesOf(ctx, sheet, cell), asked = ctx.state.mine.marks.includes(sheet.profile);
    const all = ctx.local.more === pending.key(sheet, cell), shown = all ? found : found.filter((quote, i) => quote.on || i < MANY);
    const nothing = !asked ? "Select words on the page and press the letter of this criterion, or write a reason."
      : ctx.state.reading.includes(sheet.profile) ? "The program is still reading this profile."
        : "The program found no words for this criterion. It can miss some; a reason is as good.";
    return h("div.stack-1", { key: "quotes" },
      h("h4", {}, "Quotes behind this score ", h("span.plain", {}, sheet.open ? "tick at least one, or write a reason" : "")),
      shown.length ? evidence.pick({ label: `Quotes for ${cell.letter}`, quotes: shown,
          ticked: shown.filter((quote) => quote.on).map((quote) => quote.id),
        onTick: (id, on) => { if (sheet.open) pending.tick(ctx, sheet, cell, found.find((quote) => quote.id === id), on); } }) : h("p.two",
        { key: "nothing" }, nothing),
      found.length > shown.length ? h("div", { key: "more" }, control.link({ label: `${found.length - shown.length} more`,
            press: () => ctx.set({ more: pending.key(sheet, cell) }) })) : null,
      asked || !sheet.open ? null : h("div", { key: "ask" }, control.link({ label: "Show what the program found",
            press: () => ctx.act("marks", { profile: sheet.profile }, "marks asked for") })));
  }

  function needs(ctx, sheet, cell) {
    if (pending.standing(ctx, sheet, cell).is !== "words") return null;
    const value = pending.shown(ctx, sheet, cell), begun = pending.reasonOf(ctx, sheet, cell).trim();
    return h("p.needs", { key: "needs" }, h("b", {}, `${value} is not saved yet. `),
      begun ? ["It is when you press ", h("kbd", {}, "Enter"), " or leave this field."] : "It needs a quote or a reason.");
  }

  function reason(ctx, sheet, cell) {
    const label = `Reason for ${cell.letter}`;
    return h("div.stack-1", { key: "reason" }, h("h4", {}, "Reason ",
        h("span.plain", {}, sheet.open ? "in your words, stays sealed until the reveal" : "")),
      sheet.open ? control.field({
        key: `reason-${pending.key(sheet, cell)}`, label, read: true, lines: 3, value: pending.reasonOf(ctx, sheet, cell), focus: "reason",
        typing: (text) => { pending.write(ctx, sheet, cell, text); if (ctx.local.chosen[pending.key(sheet,
                cell)] !== undefined) ctx.set({}); },
        change: (text) => pending.reason(ctx, sheet, cell, text),
      }) : h("p.read", {}, cell.reason ? said(cell.reason) : h("span.two", {}, "none written")),
      needs(ctx, sheet, cell));
  }

  function active(ctx, sheet, cell) {
    const one = sheets.criterion(ctx, cell);
    return h("li.crit.active", { key: `${cell.criterion} open`, data: { ...badge.cap(cell.letter), criterion: cell.criterion } },
      h("div.ahead", stop(ctx, sheet, cell), badge.badge({ letter: cell.letter, name: one.name }), h("h3", {}, said(one.name)),
        badge.tag(one.importance),
        h("span.two.question", {}, said(one.question)), h("span.small.two.say", {},
          `What ${sheets.interview(ctx, sheet) ? "they said and did" : "the profile shows"}, not what you expect`)),
      mended(ctx, cell),
      anchors.full({ key: "anchors", label: one.name, texts: texts(one), picked: pending.shown(ctx, sheet, cell),
          onPick: (value) => pending.choose(ctx, sheet, cell, value) }),
      h("div.evid", { key: "evid" }, quotes(ctx, sheet, cell), reason(ctx, sheet, cell)));
  }

  function row(ctx, sheet, cell) {
    const one = sheets.criterion(ctx, cell), picked = pending.shown(ctx, sheet, cell);
    const meaning = picked === null ? h("span.words", {}, pending.reasonOf(ctx, sheet, cell) ? said(pending.reasonOf(ctx, sheet, cell))
      : "No evidence in this profile.")
      : picked === undefined ? (ctx.local.all ? h("span") : anchors.ends(texts(one))) : h("span.words", {}, said(texts(one)[picked - 1]));
    const open = (event) => { if (!event.target.closest("button")) sheets.openCell(ctx, cell.criterion, { show: false }); };
    const item = stop(ctx, sheet, cell);
    return h("li.crit", { key: cell.criterion, data: { ...badge.cap(cell.letter), criterion: cell.criterion } },
      h("div.crow", { ...item, on: { ...item.on, click: open } }, badge.badge({ letter: cell.letter, name: one.name }),
        h("span.nm", {}, h("button.open", { type: "button", "aria-expanded": "false", tabindex: -1,
              on: { click: () => sheets.openCell(ctx, cell.criterion, { show: false }) } }, said(one.name)), badge.tag(one.importance)),
        anchors.numbers({ label: one.name, picked, onPick: (value) => pending.choose(ctx, sheet, cell, value) }),
        meaning, behind(ctx, sheet, cell), status(ctx, sheet, cell)),
      ctx.local.all ? h("ol.alla", { key: "all" }, texts(one).map((text, i) => h("li", { key: i, class: picked === i + 1 && "on" },
            h("b", {}, i + 1), " ", said(text)))) : null);
  }

  function draw(ctx, sheet) {
    const open = sheets.cellNow(ctx, sheet);
    return h("ul.crits", { key: `criteria ${sheets.id(sheet)}`, "aria-label": `Criteria, ${sheet.label}` },
      sheet.cells.map((cell) => (open && cell.criterion === open.criterion ? active(ctx, sheet, cell) : row(ctx, sheet, cell))));
  }

  return { draw, active };
}
