/**
 * A page that finds its way back: after sleep, a lost network or a kernel that ended it loads itself again, and its
 * state comes from the store. What was pressed and not stored yet goes along; what is being typed is not cut off.
 */
(() => {
  const EVERY = 4000, PATIENT = 3, SHELVED = 2000, MOST = 5, KEPT = "workbench-waiting", TRIES = "workbench-tries", SHELF = Symbol.for("workbench.waiting");
  const kernel = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}").kernelId;
  const box = document.getElementById("elsewhere");
  let gone = 0, leaving = null;

  // What waited when the page loaded itself again. Only the same widget of the same person takes it up.
  const left = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  sessionStorage.removeItem(KEPT);
  if (left.length) globalThis[SHELF] = new Map(left);

  function again() {
    const shelf = [...(globalThis[SHELF] ?? [])].map(([key, items]) => [key, items.map(({ request, verb, args, about }) => ({ request, verb, args, about }))]);
    if (shelf.length) sessionStorage.setItem(KEPT, JSON.stringify(shelf));
    location.reload();
  }

  function tell(text) {
    box.querySelector("p").textContent = text;
    box.hidden = false;
  }

  const typing = () => document.activeElement?.matches("textarea, input[type=text]") && document.activeElement.value.trim() !== "";

  function lost() {
    // A moment later the sheet has noticed, too, and has put aside what it pressed last and nobody answered.
    if (!typing()) { leaving ??= setTimeout(again, SHELVED); return; }
    tell("The connection was lost and is back. What says “Saved” is saved; copy what you are writing, then go on.");
  }

  /**
   * On a machine with much to do a widget's state may come too late for the page that asked for it: the page then has a
   * gap where the widget belongs, and the kernel, which is ready by now, fills it for a page that asks again.
   */
  function whole() {
    const parts = [...document.querySelectorAll(".jp-OutputArea-child")].filter((part) => !part.querySelector(".wb"));
    const missing = parts.some((part) => part.textContent.includes("Error displaying widget"));
    if (!missing) { if (document.querySelector(".wb") && !parts.length) sessionStorage.removeItem(TRIES); return; }
    const tries = Number(sessionStorage.getItem(TRIES) ?? 0);
    sessionStorage.setItem(TRIES, tries + 1);
    clearInterval(looking);
    if (tries < MOST) again();
    else tell("This page did not come up whole: the machine that serves it has too much to do. What was saved is safe.");
  }
  const looking = setInterval(whole, 1000);

  /** Ask whether the kernel this page was drawn in still answers. */
  async function look() {
    let reply = null;
    try {
      reply = await fetch(`/here?kernel=${kernel}`, { cache: "no-store", redirect: "manual" });
    } catch {
      return; // no network: the sheet says so itself, and this asks again
    }
    if (!reply.ok) { tell("This browser is not known here any more. What was saved is safe. Ask the facilitator for a new invitation."); return; }
    if (!(await reply.json()).alive) { lost(); return; }
    // The kernel lives, and the page's own line to it has been given up: that comes back with a new page.
    gone = document.querySelector(".wb[data-gone]") ? gone + 1 : 0;
    if (gone >= PATIENT) lost();
    else if (!gone) box.hidden = true;
  }

  box.querySelector("button").addEventListener("click", () => { sessionStorage.removeItem(TRIES); again(); });
  setInterval(look, EVERY);
  addEventListener("online", look);
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
})();
