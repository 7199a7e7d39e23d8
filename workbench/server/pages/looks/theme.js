/** Light or dark, as the system has it until somebody presses the switch; set before anything is drawn. */
(() => {
  const KEPT = "workbench-theme", system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (localStorage.getItem(KEPT) ?? (system.matches ? "dark" : "light")) === "dark";
  const put = () => {
    for (const element of [document.documentElement, document.body]) {
      if (element) element.dataset.jpThemeLight = String(!dark());
    }
  };
  put();
  window.voila_heartbeat = () => {}; // Voilà calls it while a page takes long to be drawn
  document.addEventListener("DOMContentLoaded", put);
  system.addEventListener("change", put);
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-theme-switch]")) return;
    localStorage.setItem(KEPT, dark() ? "light" : "dark");
    put();
  });
})();
