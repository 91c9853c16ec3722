// Sends the chosen file at once and shows how much has gone out. Without this script the form works as it stands.

const form = document.querySelector("#gui");
const zone = form.querySelector(".dropzone");
const input = form.querySelector("#tep");
const sending = form.querySelector(".dropzone-sending");
const label = sending.querySelector("strong");
const words = sending.querySelector("span");
const bar = sending.querySelector("progress");
const errorBox = form.querySelector(".upload-error");
const limit = Number(form.dataset.limit);

function showError(sentence) {
  zone.classList.remove("dropzone-busy");
  sending.hidden = true;
  errorBox.querySelector("span").textContent = sentence;
  errorBox.hidden = false;
  input.value = "";
  input.focus();
}

function showSending(done, total) {
  const inKilobytes = (bytes) => Math.ceil(bytes / 1000).toLocaleString("vi-VN");
  bar.max = total;
  bar.value = done;
  words.textContent = form.dataset.sent.replace("{done}", inKilobytes(done)).replace("{total}", inKilobytes(total));
}

function send(body) {
  errorBox.hidden = true;
  document.querySelector("#loi")?.remove();
  zone.classList.add("dropzone-busy");
  sending.hidden = false;
  label.textContent = form.dataset.sending;
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = (event) => event.lengthComputable && showSending(event.loaded, event.total);
  request.onerror = () => showError(form.dataset.broken);
  request.onload = () => {
    if (request.status === 201) location.assign(request.response.url);
    else showError(request.response?.error ?? form.dataset.broken);
  };
  request.send(body);
}

input.addEventListener("change", () => {
  const [file] = input.files;
  if (!file) return;
  if (file.size > limit) {
    showError(form.dataset.tooLarge.replace("{size}", Math.ceil(file.size / 1048576)));
    return;
  }
  const body = new FormData(form);
  body.delete("van_ban");
  send(body);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new FormData(form);
  body.delete("tep");
  send(body);
});

for (const kind of ["dragenter", "dragover"]) {
  zone.addEventListener(kind, () => zone.classList.add("dropzone-over-now"));
}
for (const kind of ["dragleave", "drop"]) {
  zone.addEventListener(kind, () => zone.classList.remove("dropzone-over-now"));
}

form.querySelector(".dropzone-paste").addEventListener("click", () => {
  requestAnimationFrame(() => document.querySelector("#van-ban").focus());
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
