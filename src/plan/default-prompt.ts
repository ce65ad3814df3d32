/** What a call asks that says neither what it asks nor what it embeds. */
export const defaultPrompt = 'Say hello.';
