// The page's own script: switches the language, and unpacks the panel where the browser can.

const root = document.documentElement;
const buttons = [...document.querySelectorAll<HTMLElement>("[data-language]")];

function showLanguage(): void {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset["language"] === root.lang));
}

async function unpack(): Promise<void> {
  const packed = document.getElementById("report-panel")?.textContent ?? "";
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(unpacked).text();
  document.getElementById("panel")?.replaceChildren();
  document.body.classList.add(matchMedia("(prefers-color-scheme: dark)").matches ? "vscode-dark" : "vscode-light");
  document.body.append(script);
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    root.lang = button.dataset["language"] ?? "en";
    showLanguage();
    document.dispatchEvent(new Event("report-language"));
  });
}
showLanguage();
// Where it fails, what stands in the page says what is needed.
void unpack();
