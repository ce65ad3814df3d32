/**
 * What GitHub Actions takes for a command when it stands at the beginning of a line (`::add-path::`), and it and Azure
 * Pipelines anywhere in one (`##[`, `##vso[`): a gateway's text must not command the CI system that shows it.
 */
export function inert(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replace(/##(?=(?:vso)?\[)/gi, '# #');
}
