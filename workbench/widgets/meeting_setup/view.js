/** Begin a meeting: the folder, the people, practice or live. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button, field, select, choice, toggle } = wb.control;
  const blank = (role, scores) => ({ name: "", role, scores });

  function people(ctx) {
    const { people: all, facilitator } = ctx.local, put = (i, change) => ctx.set({ people: all.map((p, j) => (j === i ? { ...p, ...change } : p)) });
    return h("section.stack", { key: "people" }, h("h3", {}, "People"), h("p.two", {}, "Who facilitates does not score unless you say so. The hiring manager is asked last in the meeting."),
      h("ol.people", {}, all.map((p, i) => h("li", { key: i }, field({ label: `Name of person ${i + 1}`, hint: "name", value: p.name, typing: (name) => put(i, { name }), change: (name) => put(i, { name }), focus: `person${i}` }),
        select({ label: `Role of person ${i + 1}`, options: ctx.state.roles.map((value) => ({ value, label: value })), value: p.role, change: (role) => put(i, { role }) }), toggle({ label: "scores", on: p.scores, flip: (scores) => put(i, { scores }) }),
        h("label.row.nowrap.small", {}, h("input", { type: "radio", name: `${ctx.local.name}-f`, checked: facilitator === i, on: { change: () => ctx.set({ facilitator: i, people: all.map((q, j) => (j === i ? { ...q, scores: false } : q)) }) } }), "facilitates"),
        all.length > 3 ? button({ icon: "close", name: `Remove person ${i + 1}`, look: "quiet", press: () => ctx.set({ people: all.filter((_, j) => j !== i), facilitator: facilitator === i ? 0 : facilitator - (facilitator > i ? 1 : 0) }) }) : null))),
      h("div", {}, button({ label: "Person", icon: "add", look: "quiet", press: () => { ctx.set({ people: [...all, blank("interviewer", true)] }); ctx.focus(`person${all.length}`); } })));
  }

  function files(ctx) {
    const { state, local } = ctx, read = state.files.filter((f) => f.status === "read"), cannot = state.files.filter((f) => f.status !== "read");
    const look = (folder) => { if (folder.trim() && folder.trim() !== local.asked) { ctx.local.asked = folder.trim(); ctx.act("look", { folder: folder.trim() }); } };
    const pilot = local.pilot ?? read[0]?.file;
    return h("section.stack", { key: "files" }, h("h3", {}, "Profiles"), h("p.two", {}, "A folder beside this notebook with PDF, Word or text files; six to twelve are usual. The pilot is scored by everybody first, to mend the anchors."),
      h("div.row", {}, field({ label: "Folder with the profiles", hint: "profiles", value: local.folder ?? state.folder, typing: (folder) => ctx.set({ folder }), change: look }), button({ label: "Look", press: () => look(local.folder ?? "") })),
      state.looking ? wb.notice.loading({ key: "busy", title: "Reading the profiles", text: `${state.files.length} of ${state.of} are read.`, done: state.files.length, of: state.of }) : null,
      read.length ? h("ul.files", { key: "read" }, read.map((f) => h("li", { key: f.file, class: local.out.includes(f.file) && "out" }, h("label.row.nowrap", {}, h("input.tick", { type: "checkbox", checked: !local.out.includes(f.file), on: { change: (event) => ctx.set({ out: event.target.checked ? local.out.filter((x) => x !== f.file) : [...local.out, f.file] }) } }), said(f.file)),
        h("label.row.nowrap.small", {}, h("input", { type: "radio", name: `${local.name}-p`, checked: pilot === f.file, on: { change: () => ctx.set({ pilot: f.file }) } }), "pilot")))) : null,
      cannot.length ? wb.notice.notice({ key: "cannot", kind: "care", what: `${wb.words.count(cannot.length, "file")} could not be read; the meeting goes on without.`, detail: h("ul", {}, cannot.map((f) => h("li", { key: f.file }, said(f.file), ": ", said(f.reason)))) }) : null);
  }

  function begun({ state }) {
    const { begun: b } = state;
    return h("section.stack.done", { key: "done" }, h("h2", {}, "The meeting has begun"), h("p.read", {}, `${wb.words.count(b.profiles, "profile")}. Open `, h("code.mono", {}, "02_calibrate.ipynb"), " and run it: it shows this meeting. Each person scores on a sheet of their own:"),
      h("ul.stack-1", {}, b.sheets.map((s) => h("li.row", { key: s.file }, h("b", {}, said(s.name)), h("code.mono", {}, s.file)))));
  }

  function draw(ctx) {
    const { state, local } = ctx, named = local.people.filter((p) => p.name.trim());
    const why = state.files.filter((f) => f.status === "read" && !local.out.includes(f.file)).length < 2 ? "two profiles at least" : named.filter((p) => p.scores).length < 2 ? "two people who score, at least" : !local.people[local.facilitator]?.name.trim() ? "name who facilitates" : null;
    const places = local.people.map((p, i) => [p, i]).filter(([p]) => p.name.trim());
    const begin = () => ctx.act("begin", { mode: local.mode, people: named, facilitator: places.findIndex(([, i]) => i === local.facilitator), pilot: local.pilot ?? null, minutes: Number(local.minutes) || 45, left_out: local.out }, "meeting begun");
    return [h("header.strip.alone", { key: "head" }, h("div.req", {}, "Begin a meeting", h("small", {}, said([state.title, state.requisition, `${state.musts} musts of ${state.capabilities} capabilities`].filter(Boolean).join(" · "))))),
      state.begun ? begun(ctx) : [h("div.two-col", { key: "form" }, files(ctx), people(ctx)),
        h("div.last.row", { key: "last" }, choice({ label: "Practice or live", options: [{ value: "practice", label: "Practice: decides nothing" }, { value: "live", label: "Live" }], picked: local.mode, pick: (mode) => ctx.set({ mode }) }), h("label.row.nowrap", {}, h("input.field.min", { type: "number", min: 15, max: 180, value: local.minutes, "aria-label": "Minutes", on: { change: (event) => ctx.set({ minutes: event.target.value }) } }), "minutes"),
          h("span.push", {}, button({ label: "Begin the meeting", look: "main", icon: "next", press: begin, why })))]];
  }

  return wb.screen.screen({
    className: "setup", noun: "meeting", name: () => "Begin a meeting", draw,
    local: () => ({ people: [blank("recruiter", false), blank("hiring manager", true), blank("interviewer", true), blank("interviewer", true)], facilitator: 0, mode: "practice", minutes: 45, out: [], name: wb.dom.unique("wb-setup") }),
  });
}
