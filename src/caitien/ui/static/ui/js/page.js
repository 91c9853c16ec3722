// What every page has: menus that close, the theme switch without a reload, toasts.

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

for (const form of document.querySelectorAll("[data-theme-form]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const theme = event.submitter?.value ?? "";
    const root = document.documentElement;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of form.querySelectorAll("[name=theme]")) {
      button.setAttribute("aria-pressed", String(button.value === theme));
    }
    const menu = form.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
    const body = new FormData(form);
    body.set("theme", theme);
    fetch(form.action, { method: "POST", body, redirect: "manual" });
  });
}

const TOAST_TIME = 8000;

/** Let a toast of the page go after eight seconds, unless someone is reading or using it. */
export function dismissLater(toast) {
  let timer;
  const wait = () => (timer = setTimeout(() => toast.remove(), TOAST_TIME));
  const stay = () => clearTimeout(timer);
  for (const kind of ["mouseenter", "focusin"]) toast.addEventListener(kind, stay);
  for (const kind of ["mouseleave", "focusout"]) toast.addEventListener(kind, wait);
  wait();
}
