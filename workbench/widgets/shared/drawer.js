/** A panel that opens over the side of a widget and moves nothing else. */
function drawer({ dom, control }) {
  const { h } = dom;

  /**
   * Opens with the focus on its first field; closing gives the focus back to what opened it.
   * @param {{title: *, close: () => void, body: Array, foot?: Array, key?: string, wide?: boolean, label?: string, take?: boolean, focus?: string}} of
   *   `label` its name when the title is more than words · `take` false leaves the focus where it is · `focus` its name for ctx.focus
   */
  function drawer({ title, close, body, foot, key = "drawer", wide, label, take = true, focus }) {
    const enter = (element) => {
      if (!take) return undefined;
      const opener = document.activeElement;
      queueMicrotask(() => (element.querySelector("[data-first]") ?? dom.focusable(element.querySelector(".drawer-body")) ?? element).focus?.({ preventScroll: true }));
      return () => queueMicrotask(() => { if (opener?.isConnected) opener.focus({ preventScroll: true }); });
    };
    return h("aside.drawer", { key, class: wide && "wide", role: "dialog", "aria-label": label ?? (typeof title === "string" ? title : null), tabindex: -1, ref: enter, data: { drawer: "", focus: focus ?? null } },
      h("div.drawer-box", {}, h("header.row.nowrap", {}, h("h3.grow", {}, title), control.button({ icon: "close", name: "Close", look: "quiet", press: close, always: true })),
        h("div.drawer-body.stack-3", {}, body), foot ? h("div.drawer-foot.row", {}, foot) : null));
  }

  return { drawer };
}
