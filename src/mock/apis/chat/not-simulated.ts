import { dataUrl, readableImage } from '../images.js';
import type { ChatRequest, ContentPart } from './request.js';

/** A parameter that is silently ignored would make the simulation lie: what it cannot honour, it refuses. */
export function notSimulated({ messages, ...request }: ChatRequest): string | undefined {
  if (request.stream_options?.include_obfuscation === true) return 'obfuscate streams';
  if (request.logprobs === true) return 'report log probabilities';
  const parts = messages.flatMap(({ role, content }) => (role === 'user' && Array.isArray(content) ? content : []));
  for (const part of parts) {
    const cannot = cannotRead(part);
    if (cannot !== undefined) return cannot;
  }
  return undefined;
}

function cannotRead({ type, image_url }: ContentPart): string | undefined {
  if (type === 'text') return undefined;
  if (type !== 'image_url') return 'look at anything but text and images';
  const data = dataUrl(image_url?.url ?? '');
  if (data === undefined) return 'fetch images';
  return data.mediaType === readableImage ? undefined : 'look at images other than PNG';
}
