import type { Asked } from '../../deviation/asked.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { Message } from '../../gateway/message.js';
import { encodeEvent, type ServerSentEvent } from '../../server-sent-events.js';
import { anywhere, type Where } from './where.js';

export type Events = Iterable<ServerSentEvent>;

/** Changes streams with all that belongs to them, with a memory of its own for each account. */
export function streamsWith<Memory>(
  begin: () => Memory,
  change: (message: Message, events: Events, memory: Memory, asked: Asked) => Message,
  where: Where = anywhere,
): Deviate {
  return () => {
    const memory = begin();
    return {
      at: 'message',
      change: (message, asked) =>
        message.body.kind === 'events' && where(asked) ? change(message, message.body.events, memory, asked) : message,
    };
  };
}

export function withEvents(message: Message, events: Events): Message {
  return message.body.kind === 'events' ? { ...message, body: { ...message.body, events } } : message;
}

/** The stream in one piece, made before anything of it is sent. */
export function asOnePiece(message: Message, events: Events): Message {
  return { ...message, body: { kind: 'text', text: [...events].map(encodeEvent).join('') } };
}

/** Events that tell when they have all been asked for, or are given up. */
export function watched(events: Events, over: (how: 'ended' | 'left') => void): Events {
  return {
    [Symbol.iterator]() {
      const source = events[Symbol.iterator]();
      return {
        next() {
          const step = source.next();
          if (step.done === true) over('ended');
          return step;
        },
        return() {
          over('left');
          source.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
