const models = '/ai-gateway/gemini/v1beta/models/';
const streaming = ':streamGenerateContent';

/** As the contract has it; the name of the model stands where other APIs have a fixed path. */
export const geminiPath = `${models}{model}:generateContent`;

/** Without `alt=sse` a streamed answer is one JSON list, and no event stream. */
export function pathOf(model: string, stream: boolean): string {
  const name = encodeURIComponent(wellFormed(model));
  return stream ? `${models}${name}${streaming}?alt=sse` : `${models}${name}:generateContent`;
}

/** Of any model, also one whose name was not encoded: the gateway has to answer for it all the same. */
export function isGeminiPath(path: string): boolean {
  return /^\/ai-gateway\/gemini\/v1beta\/models\/.+:(generateContent|streamGenerateContent)$/.test(path);
}

export function streamsByPath(path: string): boolean {
  const [bare = '', query = ''] = path.split('?');
  return bare.endsWith(streaming) && new URLSearchParams(query).get('alt') === 'sse';
}

/** Half a surrogate pair is no character, and has no encoding in a path. */
function wellFormed(name: string): string {
  return name.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
