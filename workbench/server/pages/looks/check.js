/** The connection check: one question over a socket, and what its answer means in plain words. */
(() => {
  const TRIES = 5, PATIENCE = 8000, SLOW = 300, LATE = 120;
  const say = (name, kind, text) => {
    const row = document.querySelector(`[data-check=${name}]`);
    row.dataset.is = kind;
    (row.querySelector("span") ?? row).textContent = text;
    return kind === "good";
  };
  const long = (trip) => (trip === 1 ? "a millisecond" : `${trip} milliseconds`);
  const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

  function failed() {
    say("socket", "bad", "It did not open. A company proxy or a browser extension may be closing it: try another network, or ask who runs yours to allow websockets to this address.");
    say("cookie", "open", "Not known without it.");
    say("clock", "open", "Not known without it.");
    say("all", "bad", "Something is in the way. Tell the facilitator what it says above.");
  }

  function told(trips, { cookie, now }, at) {
    const trip = Math.max(1, Math.round(middle(trips))), off = Math.round(Math.abs(now * 1000 - at) / 1000);
    const good = [
      say("socket", trip <= SLOW ? "good" : "care", trip <= SLOW ? `Open: a click is answered in ${long(trip)}.`
        : `Open, but slow: a click takes ${long(trip)}. It works; a cable or a nearer network makes it quicker.`),
      say("cookie", cookie ? "good" : "bad", cookie ? "This browser does."
        : "This browser does not keep cookies of this address. Allow them, or leave its private mode."),
      say("clock", off <= LATE ? "good" : "care", off <= LATE ? "It agrees with the meeting’s."
        : `It is ${Math.round(off / 60)} minutes off. Scoring works; the time that is left may show wrongly.`),
    ];
    say("all", good.every(Boolean) ? "good" : "care", good.every(Boolean) ? "This device can take part." : cookie
      ? "This device can take part; see what is marked above." : "This device cannot take part yet; see what is marked above.");
  }

  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/check/echo`);
  const late = setTimeout(() => { socket.onclose = null; failed(); }, PATIENCE);
  const trips = [];
  let asked = 0;
  const ask = () => { asked = performance.now(); socket.send(String(trips.length)); };
  socket.onopen = ask;
  socket.onmessage = (event) => {
    trips.push(performance.now() - asked);
    if (trips.length < TRIES) { ask(); return; }
    clearTimeout(late);
    socket.onclose = null;
    told(trips, JSON.parse(event.data), Date.now());
    socket.close();
  };
  socket.onclose = () => { clearTimeout(late); failed(); };
})();
