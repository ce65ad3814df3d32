import { readableImage } from '../images.js';
import { type Block, blocksIn, type MessagesRequest } from './request.js';
import { isServerTool } from './tool-rules.js';

/** A parameter that is silently ignored would make the simulation lie: what it cannot honour, it refuses. */
export function notSimulated({ messages, tools }: MessagesRequest): string | undefined {
  if ((tools ?? []).some(isServerTool)) return 'run tools of the provider';
  for (const block of messages.flatMap(({ content }) => blocksIn(content))) {
    const cannot = cannotRead(block);
    if (cannot !== undefined) return cannot;
  }
  return undefined;
}

function cannotRead({ type, source, content }: Block): string | undefined {
  if (type === 'document') return 'read documents';
  if (type === 'tool_result' && blocksIn(content).some((block) => block.type !== 'text')) {
    return 'look at anything but text in the results of tools';
  }
  if (source === undefined) return undefined;
  if (source.type !== 'base64') return 'fetch images';
  return source.media_type === readableImage ? undefined : 'look at images other than PNG';
}
