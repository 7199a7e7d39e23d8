/** The keyboard: what stays inside the widget, what passes to the notebook, and which key does what. */
function keys({ dom }) {
  const PASS = /^(Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|F\d+)$/;

  /** Is a person writing here? Letters are letters then. */
  function writing(element) {
    if (!element || !element.matches) return false;
    if (element.matches("input")) return !/^(checkbox|radio|button|submit|range|color|file)$/.test(element.type);
    return element.matches("textarea,select,[contenteditable=''],[contenteditable=true]");
  }

  /** True for a key without Ctrl, Cmd or Alt (AltGr writes characters, so it counts as none). */
  const bare = (event) => event.getModifierState?.("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);

  /** Would the notebook take this key for a command of its own? */
  const mustStay = (event) => bare(event) && !PASS.test(event.key);

  const same = (binding, event) => [binding.key].flat().includes(event.key) && Boolean(binding.alt) === event.altKey;

  /**
   * Listen on a widget's root: run the binding that fits, and keep bare keys from the notebook.
   * @param {HTMLElement} root
   * @param {() => Array<{key: string|string[], alt?: boolean, says: string, run: (event: KeyboardEvent) => (boolean|void), inText?: boolean}>} bindings
   *   `run` may answer false: not mine, try the next; `inText` also works while writing
   */
  function guard(root, bindings) {
    const onKey = (event) => {
      if (event.isComposing) { event.stopPropagation(); return; }
      const plain = bare(event) || (event.altKey && !event.ctrlKey && !event.metaKey && /^Arrow/.test(event.key));
      if (plain && !event.defaultPrevented) {
        const inText = writing(event.target);
        for (const binding of bindings()) {
          if (!same(binding, event) || (inText && !binding.inText)) continue;
          if (binding.run(event) === false) continue;
          event.preventDefault();
          event.stopPropagation();
          return;
        }
      }
      if (mustStay(event)) event.stopPropagation();
    };
    const onUp = (event) => { if (mustStay(event)) event.stopPropagation(); };
    root.addEventListener("keydown", onKey);
    root.addEventListener("keyup", onUp);
    return () => { root.removeEventListener("keydown", onKey); root.removeEventListener("keyup", onUp); };
  }

  const NAMES = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", " ": "Space" };
  const label = (binding) => `${binding.alt ? "Alt " : ""}${[binding.key].flat().map((k) => NAMES[k] ?? k).join(" ")}`;

  /** The list that `?` opens. */
  function help(bindings) {
    return dom.h("dl.keylist", {}, bindings.filter((b) => b.says).map((b) => dom.h("div", { key: label(b) + b.says },
      dom.h("dt", {}, dom.h("kbd", {}, b.shown ?? label(b))), dom.h("dd", {}, b.says))));
  }

  return { guard, help, writing, mustStay, bare };
}
