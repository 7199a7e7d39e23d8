/** 8. Who is at the table: their score sheets, their invitations, who has left. For the facilitator, at a desk. */
function people({ dom, control, words, notice, icons, place, waiting }) {
  const { h, said } = dom;
  const { button, link, field, choice } = control;
  const HOURS = [{ value: "24", label: "a day" }, { value: "72", label: "three days" }, { value: "336", label: "two weeks" }];
  const first = (name) => name.split(" ")[0];
  const over = (at) => new Date(at) < new Date();
  const seated = (ctx) => ctx.state.people.filter((person) => person.scores || person.left !== null);

  /** What an invitation has come to, in words. */
  function standing(person) {
    if (person.joined_at) return [icons.icon("check"), ` joined ${words.day(person.joined_at)}`];
    if (!person.invited_until) return "not invited";
    return over(person.invited_until) ? `expired ${words.day(person.invited_until)}` : `invited until ${words.day(person.invited_until)}`;
  }

  function sheet(ctx, person) {
    const own = ctx.state.sheets.find((one) => one.person === person.id);
    if (!own) return null;
    if (!own.there) return h("span.two.small", {}, "not made yet");
    return place.link(own.path, "Open the sheet", `Open the sheet of ${person.name}`) ?? h("code.mono", {}, own.file);
  }

  const start = (ctx, person, what) => {
    ctx.local.ticket = null;
    ctx.set({ seat: { person: person.id, what, why: "", hours: "72" } });
    ctx.focus("seat");
  };

  function row(ctx, person) {
    const here = ctx.local.seat?.person === person.id, gone = person.left !== null, known = person.joined_at || person.invited_until;
    const act = gone ? link({ key: "back", label: "is back", press: () => start(ctx, person, "back") })
      : [link({ key: "invite", label: known ? "new invitation" : "invite", press: () => start(ctx, person, "invite") }), " ",
        link({ key: "left", label: "has left", press: () => start(ctx, person, "left") })];
    return [h("tr", { key: person.id, class: gone && "gone" }, h("th", { scope: "row" }, h("b", {}, said(person.name)), " ",
      h("span.two", {}, said(person.role))),
    h("td", {}, gone ? null : sheet(ctx, person)),
    h("td.two", {}, gone ? ["has left: ", said(person.left)] : standing(person)),
    h("td.seatdo", { role: "group", "aria-label": `What to do about ${person.name}` }, act)),
    here ? h("tr.seat", { key: `${person.id} form` }, h("td", { colspan: 4 }, form(ctx, person))) : null];
  }

  function form(ctx, person) {
    if (ctx.local.ticket?.person === person.id) return ticket(ctx, person);
    return { invite, left, back }[ctx.local.seat.what](ctx, person);
  }

  const put = (ctx, change) => ctx.set(({ seat }) => ({ seat: { ...seat, ...change } }));
  const shut = (ctx) => { dropPicture(ctx); ctx.set({ seat: null, ticket: null }); };
  const dropPicture = (ctx) => { if (ctx.local.ticket?.picture) URL.revokeObjectURL(ctx.local.ticket.picture); };
  const cancel = (ctx, label = "Cancel") => button({ key: "cancel", label, look: "quiet", press: () => shut(ctx) });

  function invite(ctx, person) {
    const make = async () => {
      const reply = await ctx.act("invite", { person: person.id, hours: Number(ctx.local.seat.hours) }, `${first(person.name)} invited`);
      if (!reply.ok) return;
      const qr = reply.buffers?.[0], picture = qr ? URL.createObjectURL(new Blob([qr], { type: "image/svg+xml" })) : null;
      ctx.set({ ticket: { person: person.id, text: reply.text, expires: reply.expires, url: reply.url, picture, copied: false } });
      ctx.focus("copy");
    };
    const more = person.joined_at ? `${first(person.name)} has joined. A new invitation is for a new computer: joining with it makes a new key, and the old one is no longer good. What was written before still counts.`
      : person.invited_until ? "The one made before is then no longer good."
        : `${first(person.name)} then writes with a key of their own, and nobody can write in their name. Whoever you do not invite scores on this computer as before.`;
    return h("div.stack-3", { key: "invite", tabindex: -1, data: { focus: "seat" } }, h("p.read", {}, more),
      h("div.row", {}, h("span", {}, "Good for"), choice({ label: "How long it is good", options: HOURS, picked: ctx.local.seat.hours,
            pick: (hours) => put(ctx, { hours }) }),
        button({ key: "make", label: `Invite ${person.name}`, look: "main", press: make }), cancel(ctx)));
  }

  /** What is sent: the invitation in a few words around it, which joining takes as a whole. */
  const message = (ctx, person, of) => [
    `${person.name}, you are invited to score for “${ctx.state.title}”.`,
    of.url ? `Open ${of.url}` : "Open the notebook 00_join, or your own score sheet, and paste this whole message there.",
    `It is for you alone, and good until ${words.day(of.expires)}.`, of.url ? null : of.text].filter(Boolean).join("\n\n");

  function ticket(ctx, person) {
    const of = ctx.local.ticket, text = message(ctx, person, of);
    const copy = async () => {
      const box = ctx.root.querySelector(".ticket textarea");
      try { await navigator.clipboard.writeText(text); } catch { box.select(); document.execCommand("copy"); }
      ctx.set({ ticket: { ...ctx.local.ticket, copied: true } });
      ctx.say("The invitation is copied.");
    };
    return h("div.ticket.stack-3", { key: "ticket" }, h("p.read", {}, h("b", {}, `For ${person.name} alone, until ${words.day(of.expires)}. `),
      "Joining uses it up, opening it does not. It is shown here once: the log keeps no copy. Send it by a way that reaches nobody else."),
    of.url ? h("p", { key: "url" }, h("a.lnk", { href: of.url, target: "_blank", rel: "noopener" }, of.url)) : null,
    h("div.passes", {}, h("textarea.field", { readonly: true, rows: 9, "aria-label": `Invitation for ${person.name}`, value: text }),
      of.picture ? h("img.qr", { key: "qr", src: of.picture, alt: `The link for ${person.name} as a QR code` }) : null),
    h("div.row", {}, button({ label: "Copy it", icon: of.copied ? "check" : "page", look: "main", press: copy, focus: "copy" }),
      of.copied ? h("span.two", { key: "copied", role: "status" }, "copied") : null, cancel(ctx, "Done")));
  }

  /** What becomes of the scores of who leaves: a line for those handed in, a line for those that stay sealed. */
  function meaning(ctx, person) {
    const own = waiting.sealed(ctx.state).filter((round) => person.rounds[round.id]), of = (round) => person.rounds[round.id];
    const handed = own.filter((round) => of(round).submitted_at), rest = own.filter((round) => !of(round).submitted_at);
    const told = (round) => `${round.title.toLowerCase()} (${of(round).scores} of ${words.count(of(round).of, "score")})`;
    return h("ul.stack-1", { key: "meaning" }, h("li", {}, `The reveal no longer waits for ${first(person.name)}.`),
      handed.length ? h("li", { key: "in" }, `Handed in, and opened with everybody’s: ${words.list(handed.map((r) => r.title.toLowerCase()))}.`) : null,
      rest.length ? h("li", { key: "out" }, `Not handed in, so it stays sealed and counts nowhere: ${words.list(rest.map(told))}.`) : null,
      h("li", {}, "You can say later that they are back."));
  }

  function left(ctx, person) {
    const { why } = ctx.local.seat, keep = (text) => put(ctx, { why: text });
    const save = async () => {
      const reply = await ctx.act("left", { person: person.id, reason: why }, `${first(person.name)} has left`);
      if (reply.ok) shut(ctx);
    };
    return h("div.stack-3", { key: "left" }, meaning(ctx, person),
      field({ label: "Why; everyone sees it, and it is kept in the record", showLabel: true, value: why, typing: keep, change: keep, focus: "seat" }),
      h("div.row", {}, button({ label: `${person.name} has left`, look: "main", press: save, why: why.trim() ? null : "Write the reason first." }), cancel(ctx)));
  }

  function back(ctx, person) {
    const save = async () => {
      const reply = await ctx.act("left", { person: person.id, reason: "Back at the table.", on: false }, `${first(person.name)} is back`);
      if (reply.ok) shut(ctx);
    };
    return h("div.stack-3", { key: "back", tabindex: -1, data: { focus: "seat" } },
      h("p.read", {}, `The reveal waits for ${person.name} again. What was scored before stands, and goes on from there.`),
      h("div.row", {}, button({ label: `${person.name} is back`, look: "main", press: save }), cancel(ctx)));
  }

  /** For everybody: who is not waited for, while something is still sealed. */
  function gone(ctx) {
    const away = waiting.sealed(ctx.state).length ? ctx.state.people.filter((person) => person.left !== null) : [];
    return away.map((person) => notice.notice({ key: `gone ${person.id}`, what: said(`${person.name} has left: “${person.left}”`),
        more: "Nobody waits for them, and what they handed in opens with the rest." }));
  }

  /** Open before the first reveal; after it a line, while something is still sealed. */
  function draw(ctx) {
    if (!ctx.state.me.facilitator || !waiting.sealed(ctx.state).length) return null;
    const folds = Boolean(ctx.state.board), open = !folds || ctx.local.people;
    const none = ctx.state.sheets.some((one) => !one.there);
    const flip = () => { dropPicture(ctx); ctx.set({ people: !ctx.local.people, seat: null, ticket: null }); };
    return h("section.invite.at-a-desk", { key: "people", "aria-label": "People" },
      folds ? h("button.fold", { key: "fold", type: "button", "aria-expanded": String(Boolean(open)), on: { click: flip } }, h("h3", {}, "People"),
        h("span.two.small", {}, open ? "close" : "sheets, invitations, who has left")) : h("h3", { key: "title" }, "People"),
      open ? h("div.stack-3", { key: "body" }, h("p.two", {}, "Everyone scores on a sheet of their own, whenever they like before the meeting. Open it for them on this computer, tell them its name, or invite them: who is invited joins on a computer of their own with a key of their own."),
        h("table.seats", {}, h("caption.sr", {}, "People, their sheets and invitations"), h("tbody", {}, seated(ctx).map((person) => row(ctx, person)))),
        none ? h("div", { key: "make" }, button({ label: "Make the score sheets", icon: "page",
              press: () => ctx.act("write_sheets", {}, "score sheets made") })) : null) : null);
  }

  return { draw, gone };
}
