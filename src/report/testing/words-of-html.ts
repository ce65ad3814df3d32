/** What a reader of a page sees, a line for each block: a golden file that survives a change of style. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<(?:p|li|tr|h\d|details|summary|section|dt|dl|nav|div|pre)[ >]/g, '\n$&')
    .replace(/<\/?(?:td|th|dd|caption)[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/ +/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{2,}/g, '\n');
}
