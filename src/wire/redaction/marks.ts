/** What stands where a header, a parameter or user information was, which are secret by their name. */
export const authorizationMark = '‹redacted: authorization›';
/** What stands where a known secret was echoed. */
export const secretMark = '‹redacted: secret›';
/** What stands for a whole body that is compressed and cannot be shown without what it hides. */
export const codedBodyMark = '‹redacted: compressed body›';

/** Every mark in a view of bytes as latin1. */
export const markInBytes = new RegExp(
  [authorizationMark, secretMark, codedBodyMark].map((mark) => Buffer.from(mark).toString('latin1')).join('|'),
  'g',
);
