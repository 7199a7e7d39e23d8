/** Joining: paste an invitation; then the sheet is one click away. */
function view(wb) {
  const { h, said } = wb.dom;

  function sheet(one) {
    return h("li", { key: one.path }, h("p.read", {}, "You are in: ", h("b", {}, said(one.title)), ", as ", h("b", {}, said(one.name)), "."),
      h("p", {}, "Your score sheet: ", wb.place.link(one.path, "open it", `Open the score sheet of ${one.name}`) ?? "beside this notebook, ",
        " ", h("code.mono", {}, one.file), h("span.two.small", {}, `  joined ${wb.words.day(one.at)}`)));
  }

  function draw(ctx) {
    const { joined } = ctx.state;
    return [h("header.strip.alone", { key: "head" }, h("div.req", {}, "Join a meeting")),
      joined.length ? h("ul.in.stack-3", { key: "in", "aria-label": "Joined on this computer" }, joined.map(sheet)) : null,
      wb.invited.form(ctx, { title: joined.length ? "Join another" : "You have an invitation",
        text: "Paste what the facilitator sent you. Then a score sheet of your own opens here.",
        done: () => ctx.say("You have joined. Your score sheet is ready."),
        note: [`The meeting is looked for in ${ctx.state.store}.`] })];
  }

  return wb.screen.screen({ className: "jm", noun: "answer", draw, local: () => ({ invitation: "" }), name: () => "Join a meeting" });
}
