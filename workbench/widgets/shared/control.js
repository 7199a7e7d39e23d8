/** Buttons, toggles, switches, fields. */
function control({ dom, icons }) {
  const { h } = dom;

  // The reason stands beside the button and is what a screen reader reads after its name.
  function describe(wrapper) {
    const [button, why] = wrapper.children;
    if (!why) return button.removeAttribute("aria-describedby");
    why.id ||= dom.unique("wb-why");
    if (button.getAttribute("aria-describedby") !== why.id) button.setAttribute("aria-describedby", why.id);
  }

  /**
   * A button. One that is not ready can be reached and says why.
   * @param {{label: *, icon?: string, look?: "main"|"quiet"|"", big?: boolean, key?: string, hint?: string, why?: ?string,
   *          press: (event: Event) => void, pressed?: boolean, name?: string, always?: boolean}} of
   *   `hint` the key that does the same · `why` the reason it is not ready, null when it is: a button that has one keeps
   *   its place and the focus when it becomes ready · `name` its label when it shows an icon alone
   *   · `always` works while nothing can be stored
   */
  function button({ label, icon, look = "", big, key, hint, why, press, pressed, name, always, focus }) {
    const it = h("button.btn", {
      key: why === undefined ? key : null, type: "button", class: [look, big && "big"], "aria-label": name ?? null,
      "aria-disabled": why ? "true" : null, "aria-pressed": pressed === undefined ? null : String(pressed),
      data: { always: always ? "" : null, focus: focus ?? null },
      on: { click: (event) => { if (!why) press(event); } },
    }, icon ? icons.icon(icon) : null, label ?? null, hint ? h("kbd", { "aria-hidden": "true" }, hint) : null);
    return why === undefined ? it : h("span.with-why", { key, after: describe }, it, why ? h("span.two.small", {}, why) : null);
  }

  /** A button that reads as part of a sentence. */
  const link = ({ label, press, key }) => h("button.lnk", { key, type: "button", on: { click: press } }, label);

  /**
   * On or off, at once. @param {{label: string, on: boolean, flip: (now: boolean) => void, key?: string, always?: boolean}} of
   */
  const toggle = ({ label, on, flip, key, always }) => h("button.switch",
    { key, type: "button", role: "switch", "aria-checked": String(Boolean(on)), data: { always: always ? "" : null }, on: { click: () => flip(!on) } }, label);

  /**
   * One of a few. Nothing is picked until a person picks.
   * @param {{label: string, options: Array<{value: string, label: string}>, picked: ?string, pick: (value: string) => void, key?: string}} of
   */
  function choice({ label, options, picked, pick, key }) {
    const at = options.findIndex((o) => o.value === picked);
    const along = (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const to = step && !event.altKey && (step > 0 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling);
      if (to) { event.preventDefault(); event.stopPropagation(); to.focus(); }
    };
    return h("div.toggle", { key, role: "radiogroup", "aria-label": label }, options.map((o, i) => h("button", {
      key: o.value, type: "button", role: "radio", "aria-checked": String(i === at), tabindex: i === Math.max(at, 0) ? 0 : -1,
      on: { click: () => pick(o.value), keydown: along },
    }, o.label)));
  }

  /**
   * A text field that keeps what is typed until it is handed over (on leaving it, and for one line on Enter).
   * @param {{label: string, value: string, change: (text: string) => void, typing?: (text: string) => void, lines?: number,
   *          hint?: string, bare?: boolean, read?: boolean, key?: string, showLabel?: boolean, focus?: string}} of
   */
  function field({ label, value, change, typing, lines = 1, hint, bare, read, key, showLabel, focus, list }) {
    const props = {
      class: [bare && "bare", read && "read"], value: value ?? "", placeholder: hint ?? null, "aria-label": label, dir: "auto",
      rows: lines > 1 ? lines : null, type: lines > 1 ? null : "text", autocomplete: "off", spellcheck: "true", list: list ?? null, data: { focus: focus ?? null },
      on: {
        change: (event) => change(event.target.value),
        input: typing ? (event) => typing(event.target.value) : null,
        keydown: (event) => { if (event.key === "Enter" && lines === 1 && !event.isComposing) change(event.target.value); },
      },
    };
    const it = h(lines > 1 ? "textarea.field" : "input.field", props);
    return showLabel ? h("label.stack-1", { key }, h("span.small.two", {}, label), it) : { ...it, key: key ?? null };
  }

  /** A drop-down. @param {{label: string, options: Array<{value: string, label: string}>, value: string, change: (value: string) => void}} of */
  function select({ label, options, value, change, key, showLabel, focus }) {
    const it = h("select.field", { "aria-label": label, value: value ?? "", data: { focus: focus ?? null }, on: { change: (event) => change(event.target.value) } },
      options.map((o) => h("option", { key: o.value, value: o.value }, o.label)));
    return showLabel ? h("label.stack-1", { key }, h("span.small.two", {}, label), it) : { ...it, key: key ?? null };
  }

  return { button, link, toggle, choice, field, select };
}
