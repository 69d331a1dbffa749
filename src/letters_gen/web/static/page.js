"use strict";
// Everything works without this: it spares a second press and a reload.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) button.disabled = true;
    });
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[data-once] button")) button.disabled = false;
});

const said = document.querySelector("[data-progress]");
if (said) {
  const bar = document.querySelector("progress");
  const look = async () => {
    try {
      const answer = await (await fetch(said.dataset.progress)).json();
      if (!answer.running) {
        location.reload();
        return;
      }
      const text = answer.waiting
        ? said.dataset.waiting.replace("{holder}", answer.waiting)
        : said.dataset.told.replace("{done}", answer.done).replace("{total}", answer.total);
      if (said.textContent.trim() !== text) said.textContent = text;
      bar.value = answer.done;
    } catch {
      // The program has ended or is busy: the next look will tell.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
}
