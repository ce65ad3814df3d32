/** What a target's owner expects of a cell of the matrix of identities and model services. */
export const grantKinds = ['allowed', 'denied'] as const;
export type GrantKind = (typeof grantKinds)[number];
