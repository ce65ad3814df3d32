import { readableImage } from '../images.js';
import type { GeminiRequest, Part } from './request.js';

/** A parameter that is silently ignored would make the simulation lie: what it cannot honour, it refuses. */
export function notSimulated({ contents, generationConfig, tools, cachedContent }: GeminiRequest): string | undefined {
  if ((cachedContent ?? null) !== null) return 'cache contents';
  if (generationConfig?.responseLogprobs === true) return 'report log probabilities';
  if (generationConfig?.responseModalities?.some((modality) => modality !== 'TEXT'))
    return 'answer in anything but text';
  if (tools?.some((tool) => Object.keys(tool).some((key) => key !== 'functionDeclarations'))) {
    return 'run tools of the provider';
  }
  return contents.flatMap(({ parts }) => parts).some(isUnseen) ? 'look at anything but text and PNG images' : undefined;
}

function isUnseen({ text, inlineData, functionCall, functionResponse }: Part): boolean {
  if (inlineData) return inlineData.mimeType !== readableImage;
  return (text ?? null) === null && !functionCall && !functionResponse;
}
