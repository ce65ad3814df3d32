import { visible } from '../visible.js';

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
export interface Annotation {
  readonly title: string;
  readonly message: string;
  readonly place?: { readonly file: string; readonly line: number };
}

/** `::error file=specs/chat/answer.yaml,line=19,title=…::…`, one line whatever is in it. */
export function workflowCommand({ title, message, place }: Annotation): string {
  const properties = { ...place, title };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::error ${list.join(',')}::${escapedData(message)}\n`;
}

// As the runner reads them: actions/toolkit, packages/core/src/command.ts.

function escapedData(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
