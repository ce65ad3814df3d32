import type { Edit } from './edit.js';

/** Edits the JSON that a text holds; what is no JSON stays as it is. */
export function insideJson(edit: Edit): (old: unknown) => unknown {
  return (old) => {
    if (typeof old !== 'string') return old;
    try {
      return JSON.stringify(edit(JSON.parse(old)));
    } catch {
      return old;
    }
  };
}
