/**
 * Asking the kernel, and knowing whether it was stored.
 *
 * A request keeps its id for life: it is sent again with the same id until it is answered, so a lost answer never
 * stores a thing twice. No answer within 1.5 s means: nothing is saved. What waits is handed to the next view of
 * the same widget on this page, so that running the cell again saves it.
 *
 * @typedef {{request: string, verb: string, args: Object, about: ?string}} Waiting
 */
function ack({ words }) {
  const PATIENCE = 1500, AGAIN = 2000, READ_PATIENCE = 20000;
  const SHELF = Symbol.for("workbench.waiting");

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /**
   * @param {{model: Object, changed: () => void, key: () => ?string, onGone?: Function, onBack?: Function}} of
   *   `key` names the widget, the session and the person: only the same three may take over what waits
   */
  function client({ model, changed, key, onGone, onBack }) {
    const writes = new Map(), reads = new Map();
    const shelf = (globalThis[SHELF] ??= new Map());
    const store = { gone: false, slow: false, reason: null, last: null, waiting: [], ahead: [], noun: "entry", idle: null, tryNow };
    let closed = false, timer = null, again = null, stored = [];

    const told = ({ request, verb, args, about, at = null }) => ({ request, verb, args, about, at });
    const list = () => {
      store.waiting = [...writes.values()].map(told);
      store.ahead = [...stored, ...writes.values()].map(told);
    };
    const refresh = () => { list(); changed(); };
    const forget = (keep) => { const before = stored.length; stored = stored.filter(keep); if (stored.length !== before) refresh(); };

    function send(item) {
      try {
        model.send({ kind: "do", request: item.request, verb: item.verb, args: item.args });
      } catch {
        // The connection is closed: the missing answer says so below.
      }
    }

    function become(gone, reason) {
      if (gone && reason) store.reason = reason;
      if (gone === store.gone) return;
      store.gone = gone;
      if (gone) {
        for (const item of writes.values()) item.working = false;
        shelve();
        again = setInterval(resend, AGAIN);
        onGone?.(store);
      } else {
        clearInterval(again);
        store.reason = null;
        shelf.delete(key());
        onBack?.(store);
      }
      refresh();
    }

    function shelve() { if (key() && writes.size) shelf.set(key(), [...writes.values()]); }

    // A first answer shows that the way is open again: then everything that waits is sent at once.
    function resend() { for (const item of writes.size ? writes.values() : [ping()]) send(item); }
    function tryNow() { resend(); changed(); }

    function ping() {
      const request = newId();
      reads.set(request, { resolve: () => {} });
      return { request, verb: "ping", args: {} };
    }

    /** Is anyone there? Without an answer in time the store counts as gone, even when nothing waits. */
    function check() {
      const item = ping();
      send(item);
      setTimeout(() => { if (!closed && reads.delete(item.request)) become(true); }, PATIENCE);
    }

    function overdue(item) {
      if (!writes.has(item.request) || item.working || closed) return;
      become(true);
    }

    /** Somebody is on it and it takes a while: from now on it is the kernel's life that is asked after. */
    function takesLong(item) {
      if (store.gone) become(false);
      if (item.working) return;
      item.working = true;
      const ask = () => { if (writes.has(item.request) && !closed) { check(); setTimeout(ask, AGAIN); } };
      setTimeout(ask, AGAIN);
    }

    function track(item) {
      writes.set(item.request, item);
      item.working = false;
      send(item);
      setTimeout(overdue, PATIENCE, item);
      clearTimeout(timer);
      timer = setTimeout(() => { store.slow = writes.size > 0; if (store.slow) changed(); }, 400);
      // The answer is mostly here before a drawing would be: what waits is drawn when it has to wait.
      list();
      setTimeout(() => { if (writes.has(item.request) && !closed) changed(); }, 40);
    }

    /**
     * Have something stored.
     * @param {string} verb @param {Object} args @param {string} [about] what the store line says: "B, 4"
     * @returns {Promise<Object>} the answer: `ok` true with `at` and `event`, or `ok` false with `message`
     */
    function act(verb, args = {}, about = null) {
      if (store.gone) return Promise.resolve({ ok: false, paused: true, message: "The store cannot be reached. Entries wait until it is back." });
      return new Promise((resolve) => track({ request: newId(), verb, args, about, resolve }));
    }

    /** Ask for something that changes nothing (a page's picture). Rejects with a sentence when nobody answers. */
    function ask(verb, args = {}) {
      const request = newId();
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => { reads.delete(request); reject(new Error("No answer from the notebook. Try again.")); }, READ_PATIENCE);
        reads.set(request, { resolve, reject, late });
        send({ request, verb, args });
      });
    }

    function settleRead(reply, buffers) {
      const item = reads.get(reply.request);
      if (!item) return;
      reads.delete(reply.request);
      clearTimeout(item.late);
      if (store.gone && !writes.size) become(false);
      if (reply.ok) item.resolve({ ...reply, buffers });
      else item.reject?.(new Error(reply.message));
    }

    function settle(reply, buffers = []) {
      if (reply.kind === "working" && writes.has(reply.request)) { takesLong(writes.get(reply.request)); return; }
      if (reply.kind !== "ack" && reply.kind !== "refused") return;
      const item = writes.get(reply.request);
      if (!item) return settleRead(reply, buffers);
      if (reply.again) { become(true, reply.message); return; }
      writes.delete(reply.request);
      const wasGone = store.gone;
      if (!writes.size) store.slow = false;
      if (reply.ok) {
        store.last = { at: words.hour(reply.at), about: item.about, event: reply.event };
        // Stored, and not yet in the state that is drawn: it stays on the screen until that state has come.
        stored.push({ ...item, at: reply.at, event: reply.event });
        setTimeout(() => { if (!closed) forget((one) => one.request !== item.request); }, 1000);
      }
      if (wasGone) { become(false); resend(); }
      refresh();
      item.resolve({ ...reply, buffers });
    }

    /** A state has come that holds the log up to event `log`: what it holds is no longer ahead of it. */
    function arrived(log) { forget((one) => typeof one.event === "number" && typeof log === "number" && one.event > log); }

    // What an earlier view of this widget could not hand over.
    function adopt() {
      const left = shelf.get(key()) || [];
      shelf.delete(key());
      for (const item of left) if (!writes.has(item.request)) track({ ...item, resolve: item.resolve ?? (() => {}) });
    }

    model.on("msg:custom", settle);
    model.on("comm_live_update", check);
    const close = () => {
      closed = true;
      shelve();
      clearInterval(again);
      clearTimeout(timer);
      model.off("msg:custom", settle);
      model.off("comm_live_update", check);
    };
    return { store, act, ask, adopt, arrived, close };
  }

  return { client, newId, PATIENCE };
}
