import { dataUrl, readableImage } from '../images.js';
import { type ContentPart, type InputItem, isMessage, itemsIn, type ResponsesRequest } from './request.js';

/** A parameter that is silently ignored would make the simulation lie: what it cannot honour, it refuses. */
export function notSimulated(request: ResponsesRequest): string | undefined {
  if (isSet(request.previous_response_id) || isSet(request.conversation)) return 'remember earlier responses';
  if (isSet(request.prompt)) return 'keep prompts';
  if (request.store === true) return 'store responses';
  if (request.background === true) return 'answer in the background';
  if (request.stream_options?.include_obfuscation === true) return 'obfuscate streams';
  if ((request.top_logprobs ?? 0) > 0 || request.include?.includes('message.output_text.logprobs')) {
    return 'report log probabilities';
  }
  if (request.tools?.some(({ type }) => type !== 'function')) return 'run tools of the provider';
  const items = itemsIn(request);
  if (items.some(({ type }) => type === 'item_reference')) return 'remember earlier responses';
  return items.flatMap(outputPartsOf).some(({ type }) => type !== 'input_text') || items.flatMap(partsOf).some(isUnseen)
    ? 'look at anything but text and PNG images in messages'
    : undefined;
}

function partsOf(item: InputItem): readonly ContentPart[] {
  return isMessage(item) && typeof item.content !== 'string' ? item.content : [];
}

function outputPartsOf(item: InputItem): readonly ContentPart[] {
  return item.type === 'function_call_output' && typeof item.output !== 'string' ? item.output : [];
}

function isUnseen(part: ContentPart): boolean {
  if (part.type === 'input_image') return dataUrl(part.image_url ?? '')?.mediaType !== readableImage;
  return part.type === 'input_file';
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
