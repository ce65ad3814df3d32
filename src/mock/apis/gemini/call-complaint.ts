import type { Content } from './request.js';

/**
 * What is wrong with calls and their responses: all responses to the calls of a turn stand together in the next one
 * (Google's messages, as in mlflow/mlflow#25788).
 */
export function callComplaint(contents: readonly Content[]): string | undefined {
  for (const [index, content] of contents.entries()) {
    const calls = callsIn(contents[index - 1]);
    const responses = responsesIn(content);
    const path = `contents.${index}`;
    if (responses.length > 0 && calls.length === 0) {
      return `${path}: Please ensure that function response turn comes immediately after a function call turn.`;
    }
    if (responses.length !== calls.length) {
      return `${path}: Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.`;
    }
    const stranger = responses.find((name) => !calls.includes(name));
    if (stranger !== undefined) return `${path}: '${stranger}' was not called`;
  }
  return undefined;
}

function callsIn(content: Content | undefined): readonly string[] {
  return content?.role === 'model' ? content.parts.flatMap(({ functionCall }) => functionCall?.name ?? []) : [];
}

function responsesIn({ parts }: Content): readonly string[] {
  return parts.flatMap(({ functionResponse }) => functionResponse?.name ?? []);
}
