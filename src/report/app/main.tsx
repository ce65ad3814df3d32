import { render } from 'preact';
import { App } from './app.js';
import { showVisibly } from './parts/show-visibly.js';
import { reportOf } from './state/report.js';
import { loadReport } from './state/unpack.js';

/** The summary stays in the document, unseen, to be printed; without the app, or when it cannot start, it is the report. */
async function start(): Promise<void> {
  const root = document.getElementById('app');
  // A browser of before 2023 shows the summary.
  if (root === null || !('DecompressionStream' in globalThis) || !('toSorted' in Array.prototype)) return;
  const report = reportOf(await loadReport());
  showVisibly();
  document.body.classList.add('app');
  render(<App report={report} />, root);
}

start().catch((error: unknown) => {
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.textContent = `Only the summary can be shown: ${String(error)}`;
  document.body.prepend(note);
});
