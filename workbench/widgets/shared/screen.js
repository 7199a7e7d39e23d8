/**
 * A widget's frame: state in, drawing out, and everything that all widgets do alike.
 *
 * @typedef {Object} Context what a widget's functions are given
 * @property {Object} state the newest state from the kernel
 * @property {Object} local what only this browser knows (what is open, what is being typed)
 * @property {(change: Object) => void} set change `local` and draw again
 * @property {(verb: string, args?: Object, about?: string, undo?: Object) => Promise<Object>} act have it stored
 * @property {(verb: string, args?: Object) => Promise<Object>} ask read something; the answer has `buffers`
 * @property {Object} store is it saved: `gone`, `last`, `waiting` (not stored yet) and `ahead` (that, and what is stored but not
 *   in `state` yet; its items have `at` then). Draw a value from `ahead` before `state`, and it never flickers back.
 * @property {(text: string) => void} say for screen readers
 * @property {(name: string) => void} focus put the focus on the element with `data-focus=name`, once it is drawn
 * @property {HTMLElement} root the widget's element
 */
function screen({ dom, notice, live, keys, ack, foot, drawer, viewport, wall }) {
  const { h } = dom;

  /** The newer of two states; late ones are dropped. */
  const newer = (now, next) => (!now || (next?.version ?? 0) > (now.version ?? 0) ? next : now);

  /**
   * @param {{name: (state: Object) => string, className?: string, noun?: string, local?: () => Object,
   *   draw: (ctx: Context) => Array, keys?: (ctx: Context) => Array, middle?: (ctx: Context) => *, hints?: (ctx: Context) => Array,
   *   escape?: (ctx: Context) => boolean, started?: (ctx: Context) => (void|Function), changed?: (ctx: Context, before: Object) => void}} spec
   *   `draw` gives the widget's elements · `keys` its bindings (see keys.guard) · `escape` closes what is open and says whether it did
   *   · `middle`, `hints` go to the store line · `noun` what is counted there: "score"
   */
  function screen(spec) {
    function render({ model, el }) {
      const root = document.createElement("section");
      root.className = `wb frame ${spec.className ?? ""}`;
      root.setAttribute("role", "region");
      root.tabIndex = -1;
      const main = document.createElement("div");
      main.className = "wb-main";
      root.append(main);
      el.append(root);
      const voices = live.voices(root);

      let drawing = false, closed = false, begun = false, stop, wanted = null, shown = { name: "Workbench", body: null };
      const undone = [];
      const ctx = { state: newer(null, model.get("state")), local: spec.local?.() ?? {}, root, say: voices.say };

      const client = ack.client({
        model, changed: redraw, key: () => ctx.state?.key ?? null,
        onGone: (store) => { root.dataset.gone = ""; voices.interrupt(`The store cannot be reached. ${store.waiting.length || "Nothing"} waiting.`); },
        onBack: () => { delete root.dataset.gone; voices.say("The store is back."); },
      });
      client.store.noun = spec.noun ?? "entry";
      ctx.store = client.store;

      ctx.set = (change) => { Object.assign(ctx.local, typeof change === "function" ? change(ctx.local) : change); redraw(); };
      ctx.focus = (name) => { wanted = name; redraw(); };
      ctx.ask = client.ask;
      ctx.act = async (verb, args, about, undo) => {
        const reply = await client.act(verb, args, about);
        if (reply.ok && undo) undone.push(undo);
        if (!reply.ok && !closed) { if (!reply.paused) ctx.refused = reply.message; voices.say(reply.message); redraw(); }
        if (reply.ok && ctx.refused) { ctx.refused = null; redraw(); }
        return reply;
      };
      ctx.undo = () => {
        const last = undone.pop();
        if (!last) { voices.say("Nothing to undo."); return; }
        ctx.act(last.verb, last.args, last.about ?? "undone");
      };
      ctx.meeting = () => root.classList.contains("wb-meeting");
      ctx.larger = () => { toggleMeeting(root); redraw(); };

      const always = [
        { key: "z", says: "undo", run: () => ctx.undo() },
        { key: "?", says: "these keys", run: () => ctx.set({ help: !ctx.local.help }) },
        { key: "Escape", says: "back to the list", inText: true, run: () => back(ctx, spec, main) },
      ];
      const bindings = () => [...((!ctx.state.several && spec.keys?.(ctx)) || []), ...always];

      function redraw() {
        if (drawing || closed) return;
        drawing = true;
        queueMicrotask(draw);
      }

      // A view that cannot draw a state keeps what it showed, and says so; a screen is never left empty.
      function describe() {
        if (ctx.state.several) {
          shown = { name: "Nobody scores here", body: notice.notice({ key: "several", kind: "care", what: "Nobody scores in this notebook while several people are at it.", detail: ctx.state.why }) };
          return null;
        }
        try {
          shown = { name: spec.name(ctx.state), body: spec.draw(ctx), middle: spec.middle?.(ctx), keys: spec.hints?.(ctx) };
          return null;
        } catch (problem) {
          console.error(problem);
          return notice.notice({ key: "undrawn", kind: "stop", what: "This part cannot be drawn as it is now.",
            detail: "What was saved stays saved. Run the cell again to work with it." });
        }
      }

      function draw() {
        drawing = false;
        if (closed) return;
        const trouble = describe();
        root.setAttribute("aria-label", shown.name);
        dom.render(main, [
          h("div.wb-body", { key: "body" }, trouble, shown.body,
            ctx.local.help ? drawer.drawer({ key: "help", title: "Keys", close: () => ctx.set({ help: false }), body: [keys.help(bindings())] }) : null),
          foot.foot({ store: client.store, middle: shown.middle, keys: shown.keys, refused: ctx.refused,
            dismiss: () => { ctx.refused = null; redraw(); }, help: () => ctx.set({ help: !ctx.local.help }),
            wall: wall.panel(root) ? { on: wall.isOn(root), flip: () => wall.turn(root, !wall.isOn(root)) } : null }),
        ]);
        if (wanted !== null) {
          const target = main.querySelector(`[data-focus="${CSS.escape(wanted)}"]`);
          if (target) { target.focus({ preventScroll: false }); wanted = null; }
        }
      }

      // What is one person's begins once that person is alone with it.
      function begin() {
        if (begun || ctx.state.several) return;
        begun = true;
        stop = spec.started?.(ctx);
      }

      function arrived() {
        const before = ctx.state, next = newer(before, model.get("state"));
        if (next === before) return;
        ctx.state = next;
        client.arrived(next.log);
        if (!before.several && !next.several) spec.changed?.(ctx, before);
        begin();
        redraw();
      }

      // While nothing can be stored, clicks that would change something wait; reading, scrolling and typing go on.
      const pause = (event) => {
        if (!client.store.gone || !event.target.closest?.("button,input[type=checkbox],select,[role=radio]") || event.target.closest("[data-always]")) return;
        event.preventDefault();
        event.stopPropagation();
        voices.say("The store cannot be reached. Entries wait until it is back.");
      };
      root.addEventListener("click", pause, true);
      // A click on plain ground keeps the focus inside, so that the next key is the widget's and not the notebook's.
      const keep = (event) => { if (!event.target.closest?.("button,input,textarea,select,a,[tabindex='0'],[tabindex='-1']:not(.wb)")) queueMicrotask(() => { if (!root.contains(document.activeElement)) root.focus({ preventScroll: true }); }); };
      root.addEventListener("mouseup", keep);
      const unguard = keys.guard(root, bindings), unview = viewport.follow(root), unwall = wall.follow(root, redraw);
      model.on("change:state", arrived);
      draw();
      client.adopt();
      begin();
      const looking = setInterval(() => { if (ctx.state.several) client.ask("look_again").catch(() => null); }, 2000);
      return () => {
        closed = true;
        clearInterval(looking);
        stop?.();
        unguard();
        unview();
        unwall();
        client.close();
        model.off("change:state", arrived);
        dom.clear(main);
      };
    }
    return { render };
  }

  function back(ctx, spec, main) {
    if (ctx.local.help) ctx.set({ help: false });
    else if (spec.escape?.(ctx)) return;
    else if (keys.writing(document.activeElement)) (document.activeElement.closest("[data-in]") ?? ctx.root).focus({ preventScroll: true });
    else if (ctx.meeting()) ctx.larger();
    else (main.querySelector("[data-in][tabindex='0']") ?? ctx.root).focus({ preventScroll: true });
  }

  // The top layer lies over the notebook whatever its ancestors do, and the element stays where it is in the page.
  function toggleMeeting(root) {
    const on = root.classList.toggle("wb-meeting");
    if (on && root.showPopover) { root.setAttribute("popover", "manual"); root.showPopover(); }
    else if (root.hasAttribute("popover")) { root.hidePopover(); root.removeAttribute("popover"); }
    if (!root.contains(document.activeElement)) root.focus({ preventScroll: true });
  }

  return { screen, newer };
}
