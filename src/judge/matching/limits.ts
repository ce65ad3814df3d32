/** A pattern of the spec's author runs over text of the gateway's choosing: bounded, so that backtracking is too. */
export const longestMatchedText = 100_000;
