const widest = 120;

/**
 * A name that the account gave, within one line of a comment: no control character or line break of any kind ends it,
 * and in quotes it cannot be taken for words of ours.
 */
export function shown(name: string): string {
  const harmless = [...name].map((character) => (/[\p{C}\p{Zl}\p{Zp}]/u.test(character) ? '\uFFFD' : character));
  const cut = harmless.length > widest ? `${harmless.slice(0, widest).join('')}…` : harmless.join('');
  return /^[\p{L}\p{N}_.@+-]+$/u.test(cut) ? cut : JSON.stringify(cut);
}
