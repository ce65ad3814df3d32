import type { RequestBody } from '../api.js';
import { anything, flag, integerFrom, listOf, nonEmptyText, numberWithin, object, oneOf, text } from '../rules.js';
import { callComplaint } from './call-complaint.js';
import { contents, systemInstruction } from './content-rules.js';
import type { GeminiRequest, GenerationConfig } from './request.js';
import { toolComplaint, toolConfig, tools } from './tool-rules.js';

const schema = object({ open: true });
const levels = ['MINIMAL', 'LOW', 'MEDIUM', 'HIGH'];

// Ranges: Google's reference of `GenerationConfig`.
const generationConfig = object({
  optional: {
    maxOutputTokens: integerFrom(1),
    stopSequences: listOf(nonEmptyText, { most: 5 }),
    temperature: numberWithin(0, 2),
    topP: numberWithin(0, 1),
    topK: integerFrom(1),
    candidateCount: oneOf(1),
    seed: integerFrom(Number.MIN_SAFE_INTEGER),
    presencePenalty: numberWithin(-2, 2),
    frequencyPenalty: numberWithin(-2, 2),
    responseMimeType: oneOf('text/plain', 'application/json'),
    responseSchema: schema,
    responseJsonSchema: schema,
    responseModalities: listOf(oneOf('TEXT', 'IMAGE', 'AUDIO')),
    responseLogprobs: flag,
    logprobs: integerFrom(0),
    mediaResolution: text,
    thinkingConfig: object({
      optional: {
        includeThoughts: flag,
        thinkingBudget: integerFrom(-1),
        // The guide writes them in lower case, the reference in upper case.
        thinkingLevel: oneOf(...levels, ...levels.map((level) => level.toLowerCase())),
      },
    }),
  },
});

const request = object({
  required: { contents },
  optional: {
    systemInstruction,
    generationConfig,
    tools,
    toolConfig,
    safetySettings: listOf(object({ required: { category: text, threshold: text }, optional: { method: text } })),
    cachedContent: text,
    labels: anything,
  },
});

export function complaintAbout(body: RequestBody): string | undefined {
  const complaint = request(body, '');
  if (complaint !== undefined) return complaint;
  const correct = body as unknown as GeminiRequest;
  return formatComplaint(correct.generationConfig ?? {}) ?? toolComplaint(correct) ?? callComplaint(correct.contents);
}

function formatComplaint({ responseMimeType, responseSchema, responseJsonSchema }: GenerationConfig) {
  if (responseSchema && responseJsonSchema) {
    return 'generationConfig: may not have both responseSchema and responseJsonSchema';
  }
  const structured = (responseSchema ?? responseJsonSchema ?? null) !== null;
  return structured && responseMimeType !== 'application/json'
    ? 'generationConfig: a response schema may only be set when responseMimeType is application/json'
    : undefined;
}
