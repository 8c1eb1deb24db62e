// What is to be looked at again in the evidence stands under “Where it stands”; here it is said at its row, too.
export function showNotes() {
  for (const old of document.querySelectorAll("[data-note]")) old.remove();
  const rows = document.querySelectorAll("#evidence-rows > [data-evidence]");
  for (const note of document.querySelectorAll("#evidence-notes [data-row]")) {
    const said = document.createElement("p");
    said.dataset.note = "";
    said.className = "notice notice-warning small";
    said.textContent = note.dataset.says;
    rows[note.dataset.row]?.querySelector("legend").after(said);
  }
}
