// The result page without reloads: applies and undoes fixes in place, leads from remark to text and back.
// Every button here is a form or link that also works without this script.

import { dismissLater } from "../ui/js/page.js";

const desk = document.querySelector(".paper-desk");
const steps = document.querySelector(".paper-steps");
const toasts = document.querySelector(".toasts");
let at = 0;

const marks = () => [...document.querySelectorAll('#giay [id^="cho-"]')];

/* Between remark and text */

function openFinding(key) {
  const anchor = document.getElementById(`nx-${key}`);
  const card = anchor?.closest("details.finding");
  const more = anchor?.closest("details.findings-more");
  if (more) more.open = true;
  if (card) card.open = true;
  return card ?? anchor;
}

function highlight(key) {
  for (const old of document.querySelectorAll(".found-now")) old.classList.remove("found-now");
  for (const mark of document.querySelectorAll(`#giay .k-${CSS.escape(key)}`)) mark.classList.add("found-now");
}

function showPlace(key) {
  const mark = document.getElementById(`cho-${key}`);
  if (!mark) return;
  highlight(key);
  at = Math.max(0, marks().indexOf(mark));
  steps.querySelector("[data-at]").textContent = at + 1;
  const text = document.querySelector(`#giay .k-${CSS.escape(key)}`) ?? mark;
  if (desk.scrollHeight > desk.clientHeight) {
    const top = text.getBoundingClientRect().top - desk.getBoundingClientRect().top + desk.scrollTop;
    desk.scrollTo({ top: top - desk.clientHeight / 3 });
  }
  const wide = text.closest(".paper-wide");
  if (wide) {
    const left = text.getBoundingClientRect().left - wide.getBoundingClientRect().left + wide.scrollLeft;
    wide.scrollTo({ left: left - wide.clientWidth / 3 });
  }
}

function step(by) {
  const all = marks();
  if (!all.length) return;
  at = (at + by + all.length) % all.length;
  const key = all[at].dataset.key;
  showPlace(key);
  openFinding(key)?.scrollIntoView({ block: "nearest" });
}

function countMarks() {
  const total = marks().length;
  steps.hidden = total === 0;
  steps.querySelector("[data-of]").textContent = total;
}

document.addEventListener("toggle", (event) => {
  const card = event.target;
  if (card.matches?.("details.finding") && card.open) showPlace(card.dataset.key);
}, true);

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.paper-mark, .finding-actions a:not([data-ask])");
  if (!link) return;
  const [kind, key] = link.hash.slice(1).split(/-(.*)/s);
  if (!document.getElementById(link.hash.slice(1))) return;
  event.preventDefault();
  location.hash = link.hash;
  if (kind === "cho") showPlace(key);
  else openFinding(key)?.querySelector("summary")?.focus({ preventScroll: true });
});

steps.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  step(event.shiftKey ? -1 : 1);
});

/* Changes in place */

function openKeys() {
  return [...document.querySelectorAll("details.finding[open]")].map((card) => card.dataset.key);
}

function swap(page) {
  const open = openKeys();
  const moreOpen = [...document.querySelectorAll("details.findings-more")].map((more) => more.open);
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.innerHTML = fresh.innerHTML;
  }
  for (const card of document.querySelectorAll("details.finding")) card.open = open.includes(card.dataset.key);
  [...document.querySelectorAll("details.findings-more")].forEach((more, i) => (more.open = moreOpen[i] ?? false));
  loadPaper();
  document.querySelector("#bang").innerHTML = page.querySelector("#bang").innerHTML;
  document.querySelector(".switch-findings").textContent = page.querySelector(".switch-findings").textContent;
  placeNumbers();
  countMarks();
}

function tell(page) {
  const told = page.querySelector("#loi-nhan");
  if (!told) return;
  toasts.replaceChildren(told.content.cloneNode(true));
  dismissLater(toasts.firstElementChild);
}

function sayBroken(button) {
  button.removeAttribute("aria-busy");
  const sentence = document.createElement("div");
  sentence.className = "toast";
  sentence.textContent = document.querySelector("#viec").dataset.broken;
  toasts.replaceChildren(sentence);
}

function focusNear(key) {
  const place = document.getElementById(`nx-${key}`);
  const card = place?.closest(".finding");
  const target = card?.querySelector("summary, button") ?? document.querySelector("#tom-tat button, #tom-tat summary");
  target?.focus({ preventScroll: true });
}

async function send(form, button) {
  const body = new FormData(form);
  body.append(button.name, button.value);
  button.setAttribute("aria-busy", "true");
  const answer = await fetch(form.action, { method: "POST", body });
  if (!answer.ok) {
    location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  swap(page);
  tell(page);
  focusNear(button.value);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!button?.name || !(form.id === "viec" || form.matches(".set-aside"))) return;
  event.preventDefault();
  send(form, button).catch(() => sayBroken(button));
});

/* "Không áp dụng…" asks for a reason in the card itself */

async function ask(link) {
  const key = link.hash.slice(4);
  const answer = await fetch(link.href);
  if (!answer.ok) return location.assign(link.href);
  swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
  openFinding(key);
  (document.querySelector("#ly-do") ?? document.querySelector(`[data-key="${CSS.escape(key)}"] summary`))?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-ask]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  ask(link).catch(() => location.assign(link.href));
});

/* Numbers in the margin must not lie upon each other */

const NUMBER_HEIGHT = 27;

function placeNumbers() {
  const numbers = [...document.querySelectorAll("#giay .paper-mark")];
  for (const number of numbers) number.style.marginTop = "";
  const tops = numbers.map((number) => number.getBoundingClientRect().top);
  let free = -Infinity;
  numbers.map((number, i) => [tops[i], number]).sort((a, b) => a[0] - b[0]).forEach(([top, number]) => {
    const shift = Math.max(0, free - top);
    if (shift) number.style.marginTop = `${shift}px`;
    free = top + shift + NUMBER_HEIGHT;
  });
}

/* A long document comes after the page */

const paper = document.querySelector("#giay");

async function loadPaper() {
  if (!paper.dataset.src) return;
  const answer = await fetch(paper.dataset.src);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  paper.innerHTML = page.querySelector("#giay").innerHTML;
  placeNumbers();
  countMarks();
}

loadPaper();
placeNumbers();
countMarks();
new ResizeObserver(placeNumbers).observe(desk);
tell(document);
if (location.hash.startsWith("#nx-")) openFinding(location.hash.slice(4));
if (location.hash.startsWith("#cho-")) showPlace(location.hash.slice(5));
