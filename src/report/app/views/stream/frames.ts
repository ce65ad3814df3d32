/**
 * One frame of an event stream as a reader sees it: the lines up to and including a blank line, numbered from 0 as the
 * findings do. `event`: a client sees an event; `ignored`: comments and spare blank lines; `cut`: no blank line came.
 */
export interface StreamFrame {
  readonly index: number;
  readonly outcome: 'event' | 'ignored' | 'cut';
  /** As received. */
  readonly text: string;
  readonly bytes: number;
  /** Offset behind its last byte, counted from the start of the body. */
  readonly end: number;
  readonly event?: string;
  /** Values of the `data` lines, joined by LF. */
  readonly data?: string;
}

/**
 * Takes the text of an event stream apart (WHATWG HTML section 9.2.5). For people to look at: it judges nothing, and
 * leaves no character out.
 */
export function splitFrames(stream: string): readonly StreamFrame[] {
  const frames: StreamFrame[] = [];
  const lines = /([^\r\n]*)(\r\n|\r|\n|$)/gy;
  let from = 0;
  let end = 0;
  let event: string | undefined;
  let data: string[] = [];
  const close = (to: number, complete: boolean) => {
    const text = stream.slice(from, to);
    const bytes = utf8Length(text);
    end += bytes;
    const outcome = complete ? (data.length > 0 ? 'event' : 'ignored') : 'cut';
    frames.push({
      index: frames.length,
      outcome,
      text,
      bytes,
      end,
      ...(event === undefined ? {} : { event }),
      ...(data.length === 0 ? {} : { data: data.join('\n') }),
    });
    from = to;
    event = undefined;
    data = [];
  };
  while (lines.lastIndex < stream.length) {
    const first = lines.lastIndex === 0;
    const [, raw = '', lineEnd = ''] = lines.exec(stream) ?? [];
    const line = first ? raw.replace(/^\ufeff/, '') : raw;
    if (line === '' && lineEnd !== '') {
      close(lines.lastIndex, true);
    } else {
      const [name, value] = fieldOf(line);
      if (name === 'data') data.push(value);
      else if (name === 'event') event = value;
    }
  }
  if (from < stream.length) close(stream.length, false);
  return frames;
}

function fieldOf(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}

function utf8Length(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      length += 4;
      index += 1;
    } else length += 3;
  }
  return length;
}
