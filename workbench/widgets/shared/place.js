/** Where this page stands: in a JupyterLab, whose server can open a notebook with its widgets alive. */
function place({ dom }) {
  const { h } = dom;

  /** The address under which Lab's server answers; null outside Lab. */
  function base() {
    try { return JSON.parse(document.getElementById("jupyter-config-data").textContent).baseUrl ?? null; } catch { return null; }
  }

  /**
   * A link that runs a notebook of the meeting and opens it in a tab of its own; null where no Lab is.
   * @param {?string} path of the notebook on the server's machine; without one there is no link
   * @param {string} text
   * @param {string} [name] what a screen reader says, where the text alone is not enough
   */
  function link(path, text, name) {
    const at = path ? base() : null;
    if (at === null) return null;
    const address = `${location.origin}${at}workbench/ready?file=${encodeURIComponent(path)}`;
    return h("a.lnk", { href: address, target: "_blank", rel: "noopener", "aria-label": name ?? null }, text);
  }

  return { link };
}
