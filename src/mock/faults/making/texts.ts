import { type Edit, isRecord } from './edit.js';

/** A change of texts that leaves everything else as it is. */
export function ofText(change: (text: string) => string): Edit {
  return (old) => (typeof old === 'string' ? change(old) : old);
}

/** UTF-8 that is read as ISO 8859-1. */
export const misread = ofText((text) => Buffer.from(text, 'utf8').toString('latin1'));

/** Unicode's normalization form C. */
export const composed = ofText((text) => text.normalize('NFC'));

export const htmlEscaped = ofText((text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
);

export const unixLineEnds = ofText((text) => text.replaceAll('\r\n', '\n'));

export const trimmed = ofText((text) => text.trim());

export const inCodeFence = ofText((text) => `\`\`\`json\n${text}\n\`\`\``);

/** Everything outside ASCII as the escape sequences of JSON, as text. */
export const asciiEscaped = ofText((text) =>
  text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
);

/** An object whose keys keep only the characters of identifiers. */
export const withIdentifiersForKeys: Edit = (old) =>
  isRecord(old)
    ? Object.fromEntries(Object.entries(old).map(([key, value]) => [key.replaceAll(/\W/g, '_'), value]))
    : old;

/** Changes every text of a value, however deep it stands. */
export function texts(change: (text: string) => string): Edit {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, changed(inside)]));
  };
  return changed;
}
