/**
 * Elements as plain values, and one function that brings the page up to date with them.
 *
 * `h("button.btn.main", {on: {click}}, "Save")` describes an element; `render(root, [...])` makes the page say
 * so and touches nothing that already does, so focus, selection and scroll stay where people left them.
 * Text is always a text node. There is no way to write markup, a listener or a style sheet as a string.
 *
 * @typedef {{tag: string, key: ?string, props: Object, children: Array}} Element_ what `h` gives
 */
function dom() {
  const SVG = "http://www.w3.org/2000/svg";
  const REFUSED_TAGS = /^(script|style|iframe|frame|object|embed|link|base|meta|template|foreignobject|animate.*|set)$/i;
  const REFUSED_ATTRIBUTES = /^(on.*|srcdoc|style|formaction|ping|background|srcset|is)$/i;
  const ADDRESS = /^(href|src|action|xlink:href|poster|data)$/i;
  const SAFE_ADDRESS = /^(https?:\/\/|mailto:|#|blob:|data:image\/(png|jpeg);)/i;
  const OWN = new Set(["class", "key", "on", "style", "data", "ref", "after", "opaque", "value", "checked"]);
  const KIDS = Symbol("children"), SAID = Symbol("props"), LISTEN = Symbol("listeners"), LEAVE = Symbol("leave");

  /**
   * Describe an element.
   * @param {string} tag name with classes: "span.two.small"
   * @param {?Object} props attributes (false and null leave one out, true writes it empty) and:
   *   `class` string or list · `key` steady name among siblings · `on` {event: function} · `style` {property: value}
   *   · `data` {name: value} · `value`, `checked` of a field · `ref(element)` once, may give a clean-up
   *   · `after(element)` on every drawing · `opaque` its children are someone else's
   * @param {...*} children elements, strings, numbers, lists; null, false and true are left out
   * @returns {Element_}
   */
  function h(tag, props, ...children) {
    const [name, ...classes] = tag.split(".");
    if (REFUSED_TAGS.test(name)) throw new Error(`${name} is not drawn`);
    const given = props || {};
    const all = [...classes, ...[given.class].flat()].filter(Boolean).join(" ");
    return { tag: name, key: given.key ?? null, props: all ? { ...given, class: all } : given, children };
  }

  /** Words that came from outside (a profile, a note): their own node, their own direction, no overflow. */
  const said = (text, props) => h("span.said", { dir: "auto", ...props }, String(text ?? ""));

  // A child's name among its siblings is its key, else its place in the code; a `cond && h(...)` keeps its place.
  function flatten(children, path, out) {
    children.forEach((child, i) => {
      if (child === null || child === undefined || typeof child === "boolean") return;
      if (Array.isArray(child)) flatten(child, `${path}${i}.`, out);
      else if (typeof child === "object") out.push([child.key !== null ? `=${child.key}:${child.tag}` : `${path}${i}:${child.tag}`, child]);
      else out.push([`${path}${i}#`, String(child)]);
    });
    return out;
  }

  function writeAttribute(element, name, value) {
    if (REFUSED_ATTRIBUTES.test(name)) throw new Error(`${name} is not written as an attribute`);
    if (value === null || value === undefined || value === false) return element.removeAttribute(name);
    const text = value === true ? "" : String(value);
    if (ADDRESS.test(name) && !SAFE_ADDRESS.test(text)) return element.removeAttribute(name);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }

  function writeStyle(element, now, before) {
    for (const name of Object.keys(before)) if (!(name in now)) element.style.removeProperty(name);
    for (const [name, value] of Object.entries(now)) {
      const text = value === null || value === undefined ? "" : String(value);
      if (!/url\(|image-set|expression/i.test(text) && String(before[name]) !== text) element.style.setProperty(name, text);
    }
  }

  function writeListeners(element, on) {
    const known = (element[LISTEN] ??= {});
    for (const type of Object.keys(known)) known[type] = null;
    for (const [type, listener] of Object.entries(on)) {
      if (!(type in known)) element.addEventListener(type, (event) => element[LISTEN][type]?.(event));
      known[type] = listener;
    }
  }

  function writeField(element, props, before) {
    if ("checked" in props && element.checked !== Boolean(props.checked)) element.checked = Boolean(props.checked);
    if (!("value" in props)) return;
    const text = props.value === null || props.value === undefined ? "" : String(props.value);
    // What a person is typing is never overwritten by something that arrives.
    const typing = before !== null && element.getRootNode().activeElement === element && element.tagName !== "SELECT";
    if (!typing && element.value !== text) element.value = text;
  }

  function writeProps(element, props) {
    const before = element[SAID] || {};
    for (const name of Object.keys(before)) if (!OWN.has(name) && !(name in props)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(props)) if (!OWN.has(name)) writeAttribute(element, name, value);
    writeAttribute(element, "class", props.class || null);
    for (const name of Object.keys(before.data || {})) if (!(name in (props.data || {}))) delete element.dataset[name];
    for (const [name, value] of Object.entries(props.data || {})) {
      if (value === null || value === undefined || value === false) delete element.dataset[name];
      else if (element.dataset[name] !== String(value)) element.dataset[name] = String(value);
    }
    if (typeof props.style === "string") throw new Error("style is not written as an attribute");
    if (props.style || before.style) writeStyle(element, props.style || {}, before.style || {});
    if (props.on || element[LISTEN]) writeListeners(element, props.on || {});
    element[SAID] = props;
    return before;
  }

  function make(wanted, svg) {
    if (typeof wanted === "string") return document.createTextNode(wanted);
    const inSvg = svg || wanted.tag === "svg";
    const element = inSvg ? document.createElementNS(SVG, wanted.tag) : document.createElement(wanted.tag);
    writeProps(element, wanted.props);
    if (!wanted.props.opaque) patch(element, wanted.children, inSvg);
    writeField(element, wanted.props, null);
    const leave = wanted.props.ref?.(element);
    if (typeof leave === "function") element[LEAVE] = leave;
    wanted.props.after?.(element);
    return element;
  }

  function update(node, wanted, svg) {
    if (typeof wanted === "string") { if (node.data !== wanted) node.data = wanted; return; }
    const before = writeProps(node, wanted.props);
    if (!wanted.props.opaque) patch(node, wanted.children, svg || wanted.tag === "svg");
    writeField(node, wanted.props, before);
    wanted.props.after?.(node);
  }

  function leave(node) {
    node[LEAVE]?.();
    for (const child of node[KIDS]?.values() ?? []) leave(child);
  }

  function patch(parent, children, svg) {
    const before = parent[KIDS] || new Map(), now = new Map();
    for (const [name, wanted] of flatten(children, "", [])) {
      let key = name;
      while (now.has(key)) key += "'";
      const node = before.get(key);
      if (node) update(node, wanted, svg);
      now.set(key, node || make(wanted, svg));
    }
    for (const [key, node] of before) if (!now.has(key)) { leave(node); node.remove(); }
    let place = parent.firstChild;
    for (const node of now.values()) {
      if (node === place) { place = place.nextSibling; continue; }
      if (node.isConnected && parent.moveBefore) parent.moveBefore(node, place);
      else parent.insertBefore(node, place);
    }
    parent[KIDS] = now;
  }

  const FOCUSABLE = "a[href],button,input,select,textarea,[tabindex]";
  /** The first element in `within` (itself included) that can take the focus. */
  const focusable = (within) => within?.matches?.(FOCUSABLE) ? within
    : within?.querySelector?.("[tabindex='0'],button:not([disabled]),input,textarea,select,a[href]") ?? null;

  // Where the focus goes when what had it is removed: the next sibling of the removed part, else the one before.
  function heirs(element, root) {
    const out = [];
    for (let at = element; at && at !== root; at = at.parentElement) out.push([at, at.nextElementSibling, at.previousElementSibling]);
    return out;
  }

  /**
   * Make `root` show `children`; keep focus and caret, or hand the focus to the neighbour of what was removed.
   * @param {HTMLElement} root
   * @param {Array} children
   */
  function render(root, children) {
    const active = root.contains(document.activeElement) && document.activeElement !== root ? document.activeElement : null;
    const line = active ? heirs(active, root) : [];
    const caret = active && /^(TEXTAREA|INPUT)$/.test(active.tagName) ? [active.selectionStart, active.selectionEnd] : null;
    patch(root, [children], false);
    if (!active || document.activeElement === active) return;
    if (active.isConnected) {
      active.focus({ preventScroll: true });
      if (caret && caret[0] !== null) active.setSelectionRange(...caret);
    } else if (document.activeElement === document.body || document.activeElement === null) {
      const gone = line.filter(([at]) => !at.isConnected).pop();
      const heir = gone?.slice(1).find((at) => at?.isConnected && focusable(at));
      (focusable(heir) ?? focusable(root) ?? root).focus({ preventScroll: true });
    }
  }

  let count = 0;
  /** A name that no other element on the page has. */
  const unique = (prefix) => `${prefix}-${(count += 1)}-${Math.random().toString(36).slice(2, 8)}`;

  /** Take everything away and run the clean-ups. */
  function clear(root) { for (const child of root[KIDS]?.values() ?? []) leave(child); root.replaceChildren(); root[KIDS] = new Map(); }

  return { h, said, render, clear, focusable, unique };
}
