// Asks for the steps until the result is there. Without this script the page refreshes itself.

const box = document.querySelector("#tien-do");
const PAUSE = 400;
const LONGEST_PAUSE = 5000;

async function ask(pause) {
  let next = PAUSE;
  try {
    const answer = await fetch(box.dataset.url, { headers: { Accept: "text/html" } });
    if (answer.status === 205 || answer.status === 404 || answer.status === 410) {
      location.reload();
      return;
    }
    const html = await answer.text();
    if (answer.ok && html.trim() !== box.innerHTML.trim()) box.innerHTML = html;
  } catch {
    next = Math.min(pause * 2, LONGEST_PAUSE);
  }
  setTimeout(ask, next, next);
}

setTimeout(ask, PAUSE, PAUSE);
