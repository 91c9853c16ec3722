// Before the first paint: style sheets may tell a page with scripts from one without.
document.documentElement.classList.add("js");
