/** Begin a meeting: the profiles, the people, practice or live. What is filled in stays, through reloads and restarts. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button, field, select, choice, toggle } = wb.control;
  const PAUSE = 500;
  const blank = () => ({ name: "", role: "interviewer", scores: true });

  const formOf = (ctx) => ctx.local.form ?? ctx.state.form;

  /** Change the form here at once, and keep it soon. */
  function fill(ctx, change) {
    const form = { ...formOf(ctx), ...change };
    ctx.set({ form });
    clearTimeout(ctx.local.timer);
    ctx.local.timer = setTimeout(() => ctx.act("fill", { form: ctx.local.form ?? form }, "the form"), PAUSE);
  }

  const readable = (ctx) => ctx.state.files.filter((f) => f.status === "read");
  const chosen = (ctx) => readable(ctx).filter((f) => !formOf(ctx).left_out.includes(f.file));

  function folder(ctx) {
    const { state, local } = ctx, typed = local.folder ?? formOf(ctx).folder;
    const look = async (name) => {
      if (!name.trim() || (name.trim() === state.folder && !ctx.refused)) return;
      const reply = await ctx.act("look", { folder: name.trim() }, "the folder");
      if (reply.ok) ctx.set({ folder: null, form: ctx.local.form ? { ...ctx.local.form, folder: name.trim(), pilot: null, left_out: [] } : null });
    };
    const near = state.nearby.filter((n) => n.folder !== state.folder);
    return [h("div.row.nowrap.folder", { key: "folder" }, field({ label: "Folder with the profiles", hint: "folder, such as profiles", value: typed, typing: (text) => ctx.set({ folder: text }), change: look, focus: "folder" }), button({ label: "Look", press: () => look(ctx.local.folder ?? typed) })),
      near.length && !state.busy ? h("p.small.two.near", { key: "near" }, "Beside this notebook: ", near.map((n) => h("span", { key: n.folder }, wb.control.link({ label: n.folder, press: () => look(n.folder) }), ` ${wb.words.count(n.files, "file")} `))) : null];
  }

  function profiles(ctx) {
    const { state } = ctx, form = formOf(ctx), read = readable(ctx), cannot = state.files.filter((f) => f.status !== "read"), pilot = chosen(ctx).some((f) => f.file === form.pilot) ? form.pilot : chosen(ctx)[0]?.file;
    const tick = (file, on) => fill(ctx, { left_out: on ? form.left_out.filter((x) => x !== file) : [...form.left_out, file] });
    const row = (f) => {
      const inside = !form.left_out.includes(f.file);
      return h("tr", { key: f.file, class: inside ? null : "out" }, h("td", {}, h("label.row.nowrap", {}, h("input.tick", { type: "checkbox", checked: inside, on: { change: (event) => tick(f.file, event.target.checked) } }), said(f.file))),
        ctx.state.loop ? null : h("td.pilot", { key: "pilot" }, inside ? h("label.row.nowrap", {}, h("input.pickone", { type: "radio", name: `${ctx.local.name}-pilot`, checked: pilot === f.file, "aria-label": `${f.file} is the pilot`, on: { change: () => fill(ctx, { pilot: f.file }) } }), pilot === f.file ? "pilot" : null) : null));
    };
    return h("section.stack-3", { key: "profiles", "aria-label": state.loop ? "Candidates" : "Profiles" }, h("div.stack-1", {}, h("h3", {}, state.loop ? "Candidates" : "Profiles"),
        h("p.two", {}, state.loop ? "One or more who have been through the loop: their PDF, Word or text files in a folder beside this notebook."
          : "PDF, Word or text files in a folder beside this notebook; six to twelve are usual. Everybody scores the pilot first, so that the anchors can be mended.")),
      folder(ctx), state.busy ? wb.notice.loading({ key: "busy", title: `Reading ${wb.words.count(state.of, "profile")}`, text: `${state.files.length} read, ${state.of - state.files.length} to go. You can name the people meanwhile.`, done: state.files.length, of: state.of }) : null,
      cannot.length ? wb.notice.notice({ key: "cannot", kind: "care", what: `${wb.words.count(cannot.length, "file")} could not be read.`, more: "The meeting goes on without.", detail: h("ul.stack-1", {}, cannot.map((f) => h("li", { key: f.file }, said(f.file), ": ", said(f.reason)))) }) : null,
      read.length ? h("div.list", { key: "read" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, `${chosen(ctx).length} of ${read.length} in the ${state.loop ? "debrief" : "meeting"}`), state.loop ? null : h("th.pilot", { key: "pilot", scope: "col" }, "Pilot"))), h("tbody", {}, read.map(row)))) : null,
      state.loop ? null : h("div.stack-1", { key: "again" }, toggle({ label: "Mix in a few that were “not now” in earlier meetings", on: form.again, flip: (again) => fill(ctx, { again }) }),
        form.again ? h("p.small.two", { key: "how" }, "Four at most, blind among the others. Nobody sees which they are; how often that ends otherwise stands in the analyst’s notebook.") : null));
  }

  function people(ctx) {
    const form = formOf(ctx), put = (i, change) => fill(ctx, { people: form.people.map((p, j) => (j === i ? { ...p, ...change } : p)) });
    const chair = (i) => fill(ctx, { facilitator: i, people: form.people.map((p, j) => (j === i ? { ...p, scores: false } : p)) });
    const off = (i) => fill(ctx, { people: form.people.filter((_, j) => j !== i), holds: without(form.holds, i), facilitator: form.facilitator === i ? 0 : form.facilitator - (form.facilitator > i ? 1 : 0) });
    const row = (p, i) => h("tr", { key: i }, h("td", {}, field({ label: `Name of person ${i + 1}`, hint: "name", value: p.name, typing: (name) => put(i, { name }), change: (name) => put(i, { name }), focus: `person${i}` })),
      h("td.role", {}, select({ label: `Role of person ${i + 1}`, options: ctx.state.roles.map((value) => ({ value, label: value })), value: p.role, change: (role) => put(i, { role }) })),
      h("td", {}, h("label.row.nowrap", {}, h("input.pickone", { type: "radio", name: `${ctx.local.name}-chair`, checked: form.facilitator === i, "aria-label": `Person ${i + 1} facilitates`, on: { change: () => chair(i) } }))),
      ctx.state.loop ? null : h("td", { key: "scores" }, h("input.tick", { type: "checkbox", checked: p.scores, "aria-label": `Person ${i + 1} scores`, on: { change: (event) => put(i, { scores: event.target.checked }) } })),
      h("td.off", {}, form.people.length > 3 ? button({ icon: "close", name: `Remove person ${i + 1}`, look: "quiet", press: () => off(i) }) : null));
    return h("section.stack-3", { key: "people", "aria-label": "People" }, h("div.stack-1", {}, h("h3", {}, "People"), h("p.two", {}, ctx.state.loop ? "Who facilitates the debrief, and who held the conversations. The hiring manager is asked last." : "Who facilitates does not score unless you tick it. The hiring manager is asked last in the meeting.")),
      h("div", {}, h("table.people", {}, h("thead", {}, h("tr", {}, ["Name", "Role", "Facilitates", ...(ctx.state.loop ? [] : ["Scores"]), ""].map((name, i) => h("th", { key: i, scope: "col" }, name || h("span.sr", {}, "Remove"))))), h("tbody", {}, form.people.map(row)))),
      h("div", {}, button({ label: "Person", icon: "add", look: "quiet", press: () => { fill(ctx, { people: [...form.people, blank()] }); ctx.focus(`person${form.people.length}`); } })));
  }

  /** Who holds what, after a person has been taken off the list. */
  const without = (holds, i) => Object.fromEntries(Object.entries(holds ?? {}).map(([round, who]) => [round, who.filter((j) => j !== i).map((j) => (j > i ? j - 1 : j))]));

  /** In a debrief: each conversation with its job, what it tests, and who holds it. */
  function conversations(ctx) {
    const { loop } = ctx.state, form = formOf(ctx), named = form.people.map((p, i) => ({ ...p, i })).filter((p) => p.name.trim());
    if (!loop) return null;
    const flip = (round, i, on) => {
      const now = form.holds[round] ?? [];
      fill(ctx, { holds: { ...form.holds, [round]: on ? [...now, i] : now.filter((j) => j !== i) } });
    };
    const row = (one) => h("tr", { key: one.id }, h("td", {}, h("b", {}, said(one.title)), h("div.small.two", {}, said(one.job))),
      h("td", {}, h("span.row", {}, one.tests.map((c) => h("span", { key: c.letter }, wb.badge.badge({ letter: c.letter, name: c.name }))))),
      h("td", {}, named.length ? h("span.row", {}, named.map((p) => h("label.row.nowrap", { key: p.i }, h("input.tick", { type: "checkbox", checked: (form.holds[one.id] ?? []).includes(p.i), "aria-label": `${p.name} holds ${one.title}`,
        on: { change: (event) => flip(one.id, p.i, event.target.checked) } }), said(p.name)))) : h("span.two", {}, "name the people first")));
    return h("section.stack-3.talks", { key: "talks", "aria-label": "Conversations" }, h("div.stack-1", {}, h("h3", {}, "Conversations"),
      h("p.two", {}, "Each has one job and a scorecard of its own, sealed until all are in. One that nobody held is left out.")),
    loop.length ? h("table", { key: "table" }, h("thead", {}, h("tr", {}, ["Conversation", "Tests", "Held by"].map((name) => h("th", { key: name, scope: "col" }, name)))), h("tbody", {}, loop.map(row)))
      : h("p.read", { key: "none" }, "This map has no conversation that tests anything. Add the loop to the map first."));
  }

  function maps(ctx) {
    const { maps: files, loop, title } = ctx.state;
    if (!loop || !files.length) return null;
    const options = [{ value: "", label: "the map shown here" }, ...files.map((file) => ({ value: file, label: file }))];
    return h("div.row.pickmap", { key: "maps" }, select({ label: "Map", showLabel: true, options, value: formOf(ctx).map ?? "",
      change: (file) => { fill(ctx, { map: file || null, holds: {} }); } }), h("span.two.small", {}, said(title)));
  }

  const held = (ctx) => { const form = formOf(ctx); return new Set(Object.values(form.holds ?? {}).flat().filter((i) => form.people[i]?.name.trim())).size; };

  /** What is still missing, in the order of the form; the kernel says it again. */
  function missing(ctx) {
    const { state } = ctx, form = formOf(ctx), named = form.people.filter((p) => p.name.trim()), names = named.map((p) => p.name.trim());
    if (state.busy) return "the profiles are still being read";
    if (chosen(ctx).length < state.fewest_profiles) return state.files.length ? `choose at least ${state.loop ? "one candidate" : "two profiles"}` : `name the folder with the ${state.loop ? "candidates" : "profiles"}`;
    if (!form.people[form.facilitator]?.name.trim()) return "name the person who facilitates";
    if (!state.loop && named.filter((p) => p.scores).length < state.fewest) return "name at least two people who score";
    if (state.loop && held(ctx) < state.fewest) return "say who held which conversation; two people at least";
    if (new Set(names).size < names.length) return "two people have the same name";
    return null;
  }

  function last(ctx) {
    const form = formOf(ctx), why = missing(ctx);
    const press = () => { clearTimeout(ctx.local.timer); ctx.act("begin", { form }, ctx.state.loop ? "the debrief begun" : "the meeting begun"); };
    return h("div.last.row", { key: "last" }, choice({ label: "Practice or live", options: [{ value: "practice", label: "Practice" }, { value: "live", label: "Live" }], picked: form.mode, pick: (mode) => fill(ctx, { mode }) }),
      h("span.two.mode", {}, form.mode === "live" ? "Each decision will name who speaks to the candidate, and by when." : "Decisions of a practice meeting decide nothing."),
      ctx.state.loop ? null : h("label.row.nowrap.mins", { key: "mins" }, h("input.field.min", { type: "number", min: 15, max: 180, value: form.minutes, "aria-label": "Minutes for the meeting", on: { change: (event) => fill(ctx, { minutes: event.target.value }) } }), "minutes"),
      h("span.push.begin", {}, why ? h("span.two.small", { key: "why" }, why) : null, button({ key: "begin", label: ctx.state.loop ? "Begin the debrief" : "Begin the meeting", look: "main", icon: "next", why: why ? " " : null, press })));
  }

  function begun(ctx) {
    const { begun: b } = ctx.state;
    return h("section.done", { key: "done", "aria-label": "It has begun" }, h("div.stack", {}, h("h2", {}, `The ${ctx.state.loop ? "debrief" : "meeting"} has begun`), h("p.read", {}, said(b.title), `, ${b.mode}, ${wb.words.count(b.profiles, ctx.state.loop ? "candidate" : "profile")}.`)),
      h("ol.next", {}, h("li", { key: "board" }, h("b", {}, said(b.facilitator)), " opens ", h("code.mono", {}, b.board), ` and runs it. It shows this ${ctx.state.loop ? "debrief" : "meeting"} now.`),
        h("li", { key: "invite" }, "Who works on a computer of their own is invited on the board, under ", h("b", {}, "People"), "."),
        h("li", { key: "sheets" }, ctx.state.loop ? "Everybody who held a conversation opens a scorecard of their own, soon after it." : "Everybody who scores opens a sheet of their own, before the meeting if they can; three to five minutes a profile.",
          h("dl.sheets", {}, b.sheets.map((s) => h("div", { key: s.file }, h("dt", {}, said(s.name)), h("dd", {}, wb.place.link(s.path, s.file) ?? h("code.mono", {}, s.file))))))),
      h("div", { key: "again" }, button({ label: "Begin another", look: "quiet", press: () => { ctx.local.form = null; ctx.act("another", {}, "a new form"); } })));
  }

  function draw(ctx) {
    const { state } = ctx;
    if (state.unmapped) return [wb.notice.empty({ key: "empty", title: "A meeting begins from a map", text: "Open a map above first; then run this cell again.", note: said(state.unmapped) })];
    const under = [state.requisition, wb.words.count(state.capabilities, "capability", "capabilities"), wb.words.count(state.musts, "must"), `version ${state.map_version} of the map`].filter(Boolean).join(" · ");
    return [h("header.strip.alone", { key: "head" }, h("div.req", {}, said(state.title), h("small", {}, said(under)))),
      state.begun ? begun(ctx) : [maps(ctx), h("div.two-col", { key: "form" }, profiles(ctx), people(ctx)), conversations(ctx), last(ctx)]];
  }

  return wb.screen.screen({
    className: "setup", noun: "change", name: (state) => `Begin a ${state.loop ? "debrief" : "meeting"}, ${state.title ?? ""}`, draw,
    local: () => ({ form: null, folder: null, name: wb.dom.unique("wb-setup") }),
    changed: (ctx, before) => { if (ctx.state.begun && !before.begun) ctx.local.form = null; },
  });
}
