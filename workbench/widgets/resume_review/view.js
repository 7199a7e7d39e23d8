/** Read: the page with its text on it, the text in lines, and beside them what the words show. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button, link, choice, toggle } = wb.control;
  const KEPT = 6;

  const busy = (ctx) => !ctx.state.sheet;
  const capability = (ctx, letter) => ctx.state.sheet?.capabilities.find((c) => c.letter === letter);
  const allQuotes = (ctx) => ctx.state.sheet?.capabilities.flatMap((c) => c.quotes.map((q) => ({ ...q, cap: c }))) ?? [];

  // ---- pictures: asked for page by page, the last few kept
  const name = (ctx, page) => `${ctx.state.profile}/${page}/${ctx.state.bare ? "bare" : "covered"}`;

  function picture(ctx, page) {
    const pictures = (ctx.pictures ??= new Map()), key = name(ctx, page.number);
    if (pictures.has(key)) return pictures.get(key);
    pictures.set(key, null);
    const scale = Math.min(3, Math.max(1.5, (window.devicePixelRatio || 1) * (ctx.meeting() ? 2 : 1.4)));
    ctx.ask("page", { profile: ctx.state.profile, page: page.number, scale, bare: ctx.state.bare }).then((reply) => {
      pictures.set(key, URL.createObjectURL(new Blob([reply.buffers[0]], { type: "image/png" })));
      for (const old of [...pictures.keys()].slice(0, -KEPT)) { if (pictures.get(old)) URL.revokeObjectURL(pictures.get(old)); pictures.delete(old); }
      ctx.set({});
    }, (problem) => { pictures.set(key, ""); ctx.set({ trouble: problem.message }); });
    return null;
  }

  // ---- marks
  function marksOf(ctx, line) {
    const out = [];
    for (const q of allQuotes(ctx)) for (const [id, start, end] of q.spans) if (id === line.id) out.push({ id: `${q.cap.letter}:${q.id}`, start, end, letter: q.cap.letter, name: q.cap.name, now: ctx.local.now === `${q.cap.letter}:${q.id}` });
    return out;
  }

  const pick = (ctx, id) => ctx.set({ now: id, cap: id.split(":")[0] });

  /** Is a word one of those a field was read from? Lines on a further page count whole. */
  function within([x0, top, x1, bottom], { box, page: first }, page) {
    const x = (x0 + x1) / 2, y = (top + bottom) / 2;
    return !box || page.number !== first || (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  }

  /** A line on the page: every word where it stands, so that what a person selects is what they see. */
  function onPage(ctx, page, line) {
    const per = (value, of) => `${(100 * value) / of}%`;
    const marks = marksOf(ctx, line), place = ctx.local.place?.lines.includes(line.id) ? ctx.local.place : null;
    const lastOf = new Map(marks.map((m) => [m.id, line.words.filter((w) => w[5] > m.start && w[4] < m.end).pop()]));
    return h("div.pl", { key: line.id, data: { line: line.id, text: line.text } }, line.words.map((w, i) => {
      const over = marks.filter((m) => w[5] > m.start && w[4] < m.end), next = line.words[i + 1];
      // a mark runs on over the gap to the next word that it covers
      const right = next && over.some((m) => next[4] < m.end) && next[0] > w[2] && next[0] - w[2] < w[3] - w[1] ? next[0] : w[2];
      const tags = over.filter((m) => lastOf.get(m.id) === w);
      return h("span.pw", { key: w[4], data: { at: w[4], ...(over.length ? wb.badge.cap(over[0].letter) : {}) },
        class: [over.length && "ev", place && within(w, place, page) && "here", over.some((m) => m.now) && "now", over.length > 1 && `over${Math.min(3, over.length)}`],
        style: { left: per(w[0], page.width), top: per(w[1], page.height), width: per(right - w[0], page.width), height: per(w[3] - w[1], page.height), "font-size": `${(82 * (w[3] - w[1])) / page.width}cqw` },
        on: over.length ? { click: () => pick(ctx, over[0].id) } : null }, said(`${line.text.slice(w[4], w[5])} `),
        tags.map((m) => h("b.tagged", { key: m.id, data: wb.badge.cap(m.letter), "aria-label": `shows ${m.letter}, ${m.name}` }, m.letter)));
    }));
  }

  function sheetOfPaper(ctx, page) {
    const source = page.drawable ? picture(ctx, page) : "";
    if (source === "") return textPaper(ctx, page);
    return h("div.paper", { key: page.number, style: { "aspect-ratio": `${page.width} / ${page.height}` }, role: "group", "aria-label": `Page ${page.number}` },
      source ? h("img", { src: source, alt: "", draggable: "false" }) : h("p.two.late", {}, `Drawing page ${page.number}`),
      page.lines.map((line) => onPage(ctx, page, line)),
      page.covered.map((c, i) => h("span.red", { key: `r${i}`, class: c.box[2] > 0.8 * page.width && "right", style: { left: `${(100 * c.box[0]) / page.width}%`, top: `${(100 * c.box[1]) / page.height}%`, width: `${(100 * (c.box[2] - c.box[0])) / page.width}%`, height: `${(100 * (c.box[3] - c.box[1])) / page.height}%`, "font-size": `${Math.min(1.5, (68 * (c.box[3] - c.box[1])) / page.width)}cqw` } }, h("span", {}, c.label.replace(/^\[|\]$/g, "")))));
  }

  const line_ = (ctx, line) => h("li", { key: line.id, class: [line.kind, line.bold && "bold", ctx.local.place?.lines.includes(line.id) && "here"], data: { line: line.id, text: line.text } }, wb.evidence.marked(line.text, marksOf(ctx, line), { pick: (id) => pick(ctx, id) }));
  const textPaper = (ctx, page) => h("div.paper.flow", { key: `t${page.number}`, role: "group", "aria-label": `Page ${page.number}` }, h("ul", {}, page.lines.map((line) => line_(ctx, line))));

  const extract = (ctx) => h("div.extract", { key: "extract" }, h("h3", {}, "The text as it was read"), ctx.state.sheet.pages.map((page) => h("ol", { key: page.number, "aria-label": `Text of page ${page.number}` }, page.lines.map((line) => line_(ctx, line)))));

  // ---- attaching what is selected
  function offset(line, node, at) {
    const word = node.parentElement?.closest(".pw");
    if (word) return Number(word.dataset.at) + Math.min(at, word.textContent.length);
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      if (!text.parentElement.closest(".said")) continue;
      if (text === node) return before + at;
      before += text.length;
    }
    return before;
  }

  /** The selected words with their place, or null. */
  function selected(ctx) {
    const range = window.getSelection()?.rangeCount ? window.getSelection().getRangeAt(0) : null;
    if (!range || range.collapsed || !ctx.root.contains(range.commonAncestorContainer)) return null;
    const lines = [...new Set([...ctx.root.querySelectorAll("[data-line]")].filter((el) => range.intersectsNode(el)))];
    if (!lines.length) return null;
    const ends = (el) => {
      const text = el.dataset.text;
      const from = el.contains(range.startContainer) ? offset(el, range.startContainer, range.startOffset) : 0;
      const to = el.contains(range.endContainer) ? offset(el, range.endContainer, range.endOffset) : text.length;
      return [Math.min(from, text.length), Math.min(to, text.length)];
    };
    const parts = lines.map((el) => [el, ...ends(el)]).filter(([, from, to]) => to > from);
    if (!parts.length) return null;
    const text = parts.map(([el, from, to]) => el.dataset.text.slice(from, to)).join(" ").replace(/\s+/g, " ").trim();
    const [first, start, end] = parts[0];
    return text ? { text: text.slice(0, 500), page: Number(/^p(\d+)/.exec(first.dataset.line)[1]), line: first.dataset.line, start, end, by: "person" } : null;
  }

  function attach(ctx, letter) {
    const cap = capability(ctx, letter.toUpperCase()), quote = selected(ctx);
    if (!cap) return false;
    if (!quote) { ctx.set({ cap: cap.letter }); return undefined; }
    if (!ctx.state.may_attach) { ctx.say("Only people who score this profile attach words to it."); return undefined; }
    if (!cap.from_profile) { ctx.say(`${cap.name} is not scored from a profile.`); return undefined; }
    ctx.act("attach", { profile: ctx.state.profile, criterion: cap.id, quote }, `words for ${cap.letter}`, { verb: "detach", args: { profile: ctx.state.profile, criterion: cap.id, quote } });
    window.getSelection().removeAllRanges();
    ctx.set({ cap: cap.letter });
    return undefined;
  }

  function keep(ctx, cap, q) {
    const { text, page, line, start, end } = q, quote = { text, page, line, start, end, by: "program" };
    ctx.act("attach", { profile: ctx.state.profile, criterion: cap.id, quote }, `words for ${cap.letter}`);
  }

  function drop(ctx, cap, q) {
    const { text, page, line, start, end, by } = q;
    ctx.act("detach", { profile: ctx.state.profile, criterion: cap.id, quote: { text, page, line, start, end, by } }, `words taken off ${cap.letter}`);
  }

  function show(ctx, id) {
    ctx.set({ now: id, cap: id.split(":")[0] });
    requestAnimationFrame(() => ctx.root.querySelector(".paper .now, .extract .now")?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" }));
  }

  // ---- the side
  function nothing(ctx, cap) {
    if (cap.found) return "No words of this profile show it. A missing word is not a missing skill.";
    return ctx.state.may_attach && cap.from_profile ? ["Select words on the page and press ", h("kbd", {}, cap.letter.toLowerCase()), "."] : null;
  }

  function body(ctx, cap) {
    const { found } = cap, own = (q) => q.id.startsWith("own");
    return h("div.capbody", { key: "body" },
      cap.quotes.length ? h("div", {}, h("h4", {}, "Quotes ", h("span.plain", {}, `${cap.quotes.filter((q) => !own(q)).length} found, ${cap.quotes.filter(own).length} with your score`)), cap.quotes.map((q) => wb.evidence.quote({ key: q.id, letter: cap.letter, text: q.text, place: q.place,
        end: h("span.row.nowrap", {}, link({ label: "show on page", press: () => show(ctx, `${cap.letter}:${q.id}`) }),
          !ctx.state.may_attach || !cap.from_profile ? null : own(q) ? button({ icon: "close", name: "Take these words off", look: "quiet", press: () => drop(ctx, cap, q) })
            : button({ icon: "add", name: "Put these words behind my score", look: "quiet", press: () => keep(ctx, cap, q) })) })))
        : h("p.two", {}, nothing(ctx, cap)),
      found ? h("div.known", {}, h("div.stack-1", {}, h("h4", {}, "What the words show"),
        wb.scale.segments({ label: "Depth", levels: wb.scale.LEVELS.depth, found: found.depth, goal: cap.goal.depth, say: found.depth === "unknown" ? null : found.positions > 1 ? `${found.depth} · ${found.positions} positions` : found.depth }),
        h("div.seg.plainseg", {}, h("span.k", {}, "Scale"), h("span", {}), found.sizes.length ? h("span.v", {}, found.sizes.slice(0, 3).map((s, i) => [i ? ", " : "", said(s)])) : h("i.v", {}, "unknown")),
        wb.scale.segments({ label: "Ownership", levels: wb.scale.LEVELS.ownership, found: found.ownership, goal: cap.goal.ownership }),
        cap.goal.scale ? h("p.small.two", {}, `The map looks for: ${cap.goal.scale}`) : null),
        h("div.stack-1", {}, h("h4", {}, "Not known from this profile"), h("ul.gaps", {}, found.unknown.map((u, i) => h("li", { key: i }, said(u))), found.near.filter((n) => !found.unknown.some((u) => u.includes(n.want))).map((n, i) => h("li", { key: `n${i}`, class: "near" }, said(`${n.want} is not mentioned. ${n.have} is near: ${n.band}.`), " ", h("span.two", {}, said(n.why))))))) : null,
      found?.questions.length ? wb.evidence.ask({ label: "Ask", question: found.questions[(ctx.local.question ?? 0) % found.questions.length] }) : h("p.two", {}, said(cap.question)),
      found?.questions.length > 1 ? h("div", {}, link({ label: "Another question", press: () => ctx.set({ question: (ctx.local.question ?? 0) + 1 }) })) : null);
  }

  function cap(ctx, one, first) {
    const open = ctx.local.cap === one.letter;
    const words = wb.words.count(one.quotes.length, "quote");
    const brief = one.found ? one.found.brief : one.quotes.length ? "with your score" : one.from_profile ? "not looked at yet" : "asked in interviews only";
    return h("li.cap", { key: one.id, class: open && "on", data: wb.badge.cap(one.letter) },
      h("button.caphead", { type: "button", "aria-expanded": String(open), ...wb.list.item(ctx, "caps", one.letter, first), on: { ...wb.list.item(ctx, "caps", one.letter, first).on, click: () => ctx.set({ cap: open ? null : one.letter, question: 0 }) } },
        wb.badge.badge({ letter: one.letter, name: one.name }), h("span", {}, h("b", {}, said(one.name)), " ", wb.badge.tag(one.importance)), h("span.n", {}, one.quotes.length ? words : ""), wb.icons.icon(open ? "up" : "down"), h("span.brief", {}, said(brief))),
      open ? body(ctx, one) : null);
  }

  function side(ctx) {
    const { sheet, me } = ctx.state;
    const ask = () => (me.scores ? ctx.act("marks", { profile: ctx.state.profile }, "marks asked for") : ctx.act("show_marks", { on: true }));
    const which = choice({ label: "Beside the page", options: [{ value: "evidence", label: "Evidence" }, { value: "fields", label: "Fields" }], picked: ctx.local.side, pick: (value) => ctx.set({ side: value }) });
    if (ctx.local.side === "fields") return h("aside.side", { key: "side" }, h("div.row", {}, h("h3", {}, "Fields"), h("span.push", {}, which)), wb.fields.list(ctx));
    return h("aside.side", { key: "side" }, h("div.row", {}, h("h3", {}, "Evidence"), h("span.push", {}, which)), h("div.row", {}, h("span.two.small", {}, sheet.marked ? "found in the words of the profile; a missing word is not a missing skill" : "yours first")),
      sheet.marked ? null : h("div.first", { key: "first" }, h("p", {}, "Read the page as it is and attach the words that matter to you. The program’s marks come when you ask for them, so that they do not steer four people the same way."),
        button({ label: "Show what the program found", icon: "eye", press: ask })),
      h("ul.caps", {}, sheet.capabilities.map((one) => cap(ctx, one, sheet.capabilities[0].letter))));
  }

  // ---- what stands above
  function findings(ctx) {
    return ctx.state.sheet.findings.map((f, i) => wb.notice.notice({ key: `f${i}`, what: f.kind === "hidden_text" ? `${wb.words.count(f.words, "word")} in this file ${f.words === 1 ? "does" : "do"} not show on the page.` : "Something in this file is worth a look.",
      more: said(f.why), detail: ctx.local.shown === i ? h("span.said", { dir: "auto" }, `“${f.text}”`) : `Page ${f.page}. Left out of the evidence. Shown to you alone; the file cannot tell us why.`,
      actions: [button({ label: ctx.local.shown === i ? "Hide the words" : "Show the words", press: () => ctx.set({ shown: ctx.local.shown === i ? null : i }) })] }));
  }

  function turn(ctx, step) {
    const { order, profile } = ctx.state, at = order.findIndex((p) => p.id === profile), to = order[at + step];
    if (to) { ctx.act("turn", { profile: to.id }); ctx.local.now = null; ctx.local.question = 0; }
  }

  function score(ctx) {
    const sheet = ctx.root.ownerDocument.querySelector(".wb.sc");
    if (!sheet) return;
    sheet.dispatchEvent(new CustomEvent("workbench:profile", { detail: ctx.state.profile }));
    sheet.scrollIntoView({ block: "start" });
    sheet.focus({ preventScroll: true });
  }

  function tools(ctx) {
    const { state } = ctx, at = state.order.findIndex((p) => p.id === state.profile);
    return h("div.tools.row", { key: "tools" }, h("h2", {}, state.label), h("span.two.small", {}, `${at + 1} of ${state.order.length} in your order`),
      h("span.row.nowrap", {}, button({ icon: "back", name: "Profile before", look: "quiet", press: () => turn(ctx, -1), always: true }), button({ icon: "next", name: "Next profile", look: "quiet", press: () => turn(ctx, 1), always: true })),
      choice({ label: "View", options: [{ value: "page", label: "Page" }, { value: "text", label: "Text" }, { value: "both", label: "Both" }], picked: ctx.local.view, pick: (value) => ctx.set({ view: value }) }),
      h("span.push.row", {}, state.may_uncover ? toggle({ label: "Redacted", on: !state.bare, flip: (on) => ctx.act("uncover", { on: !on }) }) : h("span.small.two.row", {}, wb.icons.icon("hidden"), "redacted"),
        h("span.two.small.at-a-desk", {}, state.bare ? "everything shows" : "name, contact, photo, links, schools, years"),
        state.me.scores ? button({ label: "Score this profile", icon: "next", look: "main", press: () => score(ctx) }) : null));
  }

  function main(ctx) {
    const { state, local } = ctx, status = state.order.find((p) => p.id === state.profile);
    if (status.status === "unreadable") return wb.notice.empty({ key: "cannot", icon: "info", title: `${state.label} could not be read`, text: said(status.message), note: "The other profiles are not touched; the meeting goes on.", actions: [button({ label: "Next profile", look: "main", press: () => turn(ctx, 1) })] });
    if (busy(ctx)) return wb.notice.loading({ key: "busy", title: `Reading ${wb.words.count(state.reading.of, "profile")}`, text: `${state.reading.done} of ${state.reading.of} are ready.`, done: state.reading.done, of: state.reading.of });
    return h("div.split", { key: "split", class: local.view }, h("div.pg", { key: "pg" }, findings(ctx), local.trouble ? wb.notice.notice({ key: "trouble", kind: "stop", what: local.trouble }) : null,
      local.view === "text" ? null : h("div.pagewrap", { key: "wrap", tabindex: 0, role: "group", "aria-label": `${state.label}, pages` }, state.sheet.pages.map((page) => sheetOfPaper(ctx, page))),
      local.view === "text" ? extract(ctx) : h("div.row.small.two", { key: "under" }, wb.words.count(state.sheet.pages.length, "page"), state.may_attach ? h("span.push", {}, "Select any words to attach them: press a letter ", h("kbd", {}, "a"), "–", h("kbd", {}, state.sheet.capabilities[state.sheet.capabilities.length - 1].letter.toLowerCase())) : null)),
      local.view === "both" ? h("div.txt", { key: "txt" }, extract(ctx)) : null, side(ctx));
  }

  const step = (ctx, by) => { const all = allQuotes(ctx).map((q) => `${q.cap.letter}:${q.id}`); if (!all.length) return; show(ctx, all[(Math.max(all.indexOf(ctx.local.now), by > 0 ? -1 : 0) + by + all.length) % all.length]); };
  const draw = (ctx) => [wb.strip.strip({ key: "strip", title: ctx.state.title, under: wb.strip.whose(ctx.state), ...wb.strip.meeting(ctx.state.clock), say: ctx.say, meeting: ctx.meeting(), larger: ctx.larger }), tools(ctx), main(ctx)];

  return wb.screen.screen({
    className: "rv", noun: "quote", name: (state) => `Resume review, ${state.label}`, draw, local: () => ({ view: "page", side: "evidence", cap: null, now: null, place: null, mending: null, typed: null }),
    started: (ctx) => {
      const open = (event) => { if (ctx.state.order.some((p) => p.id === event.detail)) ctx.act("turn", { profile: event.detail }); };
      ctx.root.addEventListener("workbench:profile", open);
      return () => { ctx.root.removeEventListener("workbench:profile", open); for (const address of ctx.pictures?.values() ?? []) if (address) URL.revokeObjectURL(address); };
    },
    changed: (ctx, before) => { if (before.profile !== ctx.state.profile) { Object.assign(ctx.local, { now: null, shown: null, trouble: null, place: null, mending: null }); ctx.say(`${ctx.state.label} is open.`); } },
    middle: (ctx) => (ctx.state.sheet ? h("span", {}, [wb.words.count(allQuotes(ctx).length, "quote"), " on this profile"], h("span.two", {}, ` · read from ${ctx.state.sheet.kind === "pdf" ? "a PDF" : ctx.state.sheet.kind === "docx" ? "a Word file" : ctx.state.sheet.kind}`)) : null),
    hints: (ctx) => [...(ctx.state.may_attach ? [["a–h", "attach words"]] : [["a–h", "capability"]]), ["j k", "quotes"], ["n", "next profile"]],
    keys: (ctx) => [
      { key: (ctx.state.sheet?.capabilities ?? []).flatMap((c) => [c.letter.toLowerCase(), c.letter]), shown: "a–h", says: "attach the selected words, or open that capability", run: (event) => attach(ctx, event.key) },
      { key: "n", says: "next profile", run: () => turn(ctx, 1) },
      { key: "j", says: "next quote", run: () => step(ctx, 1) }, { key: "k", says: "quote before", run: () => step(ctx, -1) },
      { key: ["ArrowDown", "ArrowUp"], says: "capability", run: (event) => (wb.list.current(ctx.root, "caps") ? wb.list.move(ctx.root, "caps", event.key === "ArrowDown" ? 1 : -1) : false) },
    ],
    escape: (ctx) => { if (ctx.local.place) { ctx.set({ place: null }); return true; } if (ctx.local.now) { ctx.set({ now: null }); return true; } if (ctx.local.cap) { ctx.set({ cap: null }); return true; } return false; },
  });
}
