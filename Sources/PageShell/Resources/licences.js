/** What those who made the engine's parts ask to come along with it; unpacked when it is opened. */
function renderLicences() {
  const texts = element("pre", { lang: "en" });
  const fold = element("details", { class: "licences" },
    element("summary", {}, say("Licenser", "Licences")),
    element("p", {}, say("Sidan bär motorn från Beredning, Apache License 2.0. De som har gjort motorns delar begär att detta följer med:",
      "The page carries the engine of Beredning, Apache License 2.0. Those who made the engine's parts ask that this comes along:")),
    texts);
  fold.addEventListener("toggle", () => {
    if (fold.open && texts.textContent === "") {
      texts.textContent = new TextDecoder().decode(unpackedParts(find("licenser").textContent).get("licenser"));
    }
  });
  return fold;
}
