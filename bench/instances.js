// @ts-check
/** How many chat requests each side sends, and how many at once. */
export const count = 5000;
export const concurrency = 64;

/** The prompt of one request: different in each, so that nothing can be remembered.
 * @param {number} number
 */
export const prompt = (number) => `Say hello to number ${number}.`;
