// Where documents and pictures come from: blocks of data in this file, or the program's own server.

let setup = null;

/** What the page was made with: the list of documents, the words of checks. */
export function readSetup() {
  setup = JSON.parse(document.getElementById("setup").textContent);
  return setup;
}

export const isServed = () => setup.served;

/** The number of a document in the list; -1 where it is not there. */
export const indexOfDocument = (sha256) => setup.documents.findIndex((each) => each.sha256 === sha256);

async function asked(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** The document JSON. */
export async function readDocument(index) {
  if (setup.served) return (await asked(`documents/${setup.documents[index].sha256}.json`)).json();
  return JSON.parse(document.getElementById(`document-${index}`).textContent);
}

/** The picture of a page: {url}, or {words} of a text file, or null where there is none. */
export async function readPicture(index, page) {
  if (setup.served) {
    const answer = await asked(`documents/${setup.documents[index].sha256}/pages/${page}`).catch(() => null);
    if (answer === null) return null;
    if (answer.headers.get("content-type").startsWith("application/json")) return { words: await answer.json() };
    return { url: URL.createObjectURL(await answer.blob()) };
  }
  const block = document.getElementById(`page-${index}-${page}`);
  if (block === null) return null;
  if (block.type === "application/json") return { words: JSON.parse(block.textContent) };
  return { url: "data:image/webp;base64," + block.textContent };
}

/** The decisions that came with the page or lie in the dataset: a decisions file, or null. */
export async function readDecisions() {
  if (setup.served) return (await asked("decisions.json")).json();
  const block = document.getElementById("decisions");
  return block === null ? null : JSON.parse(block.textContent);
}

/** Keeps the decisions in the dataset. */
export async function saveDecisions(file) {
  await asked("decisions.json", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(file) });
}
