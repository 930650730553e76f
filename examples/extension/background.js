// A click on the button puts the panel above the article, or takes it away. embed.js beside this file is the package's
// dist/embed.js; it runs in the page's own world, for only there can an element be defined.

chrome.action.onClicked.addListener(async (tab) => {
  await chrome.scripting.executeScript({ target: { tabId: tab.id }, world: "MAIN", func: show, args: [chrome.runtime.getURL("embed.js")] });
});

/** Runs in the page: takes the panel away where it is shown, else loads the embed, which puts it there. */
function show(address) {
  const shown = document.querySelector("nutgraf-summary");
  if (shown) return shown.remove();
  if (customElements.get("nutgraf-summary")) {
    (document.querySelector("article, main") ?? document.body).prepend(document.createElement("nutgraf-summary"));
    return;
  }
  const script = document.createElement("script");
  script.type = "module";
  script.src = address;
  // Who has clicked wants to see it at once.
  script.dataset.place = "start";
  document.head.append(script);
}
