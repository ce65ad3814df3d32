/** Text that came from a file or a gateway, without what would move the cursor of a terminal or reverse the reading order. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}
