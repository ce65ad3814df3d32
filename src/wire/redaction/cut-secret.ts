import type { SecretFinder } from './find-secrets.js';
import { minimumSecretLength, secretForms } from './secret-forms.js';

/** Finds the beginning of a secret, long enough to be one, with which a text breaks off. */
export function createCutFinder(secrets: readonly string[]): SecretFinder {
  const texts = [...new Set(secrets.flatMap(secretForms).map(({ text }) => text))];
  return (view) => {
    const lengths = texts.map((text) => cutLength(view, text));
    const longest = Math.max(0, ...lengths);
    return longest === 0 ? [] : [[view.length - longest, view.length]];
  };
}

function cutLength(view: string, text: string): number {
  for (let length = Math.min(text.length - 1, view.length); length >= minimumSecretLength; length -= 1) {
    if (view.endsWith(text.slice(0, length))) return length;
  }
  return 0;
}
