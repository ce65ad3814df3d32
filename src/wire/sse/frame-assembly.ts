import { type SseFault, sseFault } from './fault.js';
import { readField } from './field.js';
import type { SseFrame } from './frame.js';
import { addField, beginFrame, type FrameDraft, faultsOf, finishFrame, mark } from './frame-draft.js';
import { createGrowingBuffer } from './growing-buffer.js';
import { readLine } from './line-text.js';
import { hasEnd, type SseLine } from './lines.js';

/** A finished frame and what is wrong with it. */
export interface AssembledFrame {
  readonly frame: SseFrame;
  readonly faults: readonly SseFault[];
}

/** A frame that got no blank line, and how it broke off if this is where the stream ended. */
export interface CutFrame extends AssembledFrame {
  readonly break: SseFault;
}

/** Makes frames of lines. */
export interface FrameAssembler {
  /** The frame that this line, a blank one, completes. */
  take(line: SseLine): AssembledFrame | undefined;
  /** Gives up the frame that is open, if one is. */
  cut(): CutFrame | undefined;
}

export function createFrameAssembler(): FrameAssembler {
  const bytes = createGrowingBuffer();
  let index = 0;
  let draft: FrameDraft | undefined;
  let lastLine: LastLine = { ended: true };

  function finish(open: FrameDraft, outcome: SseFrame['outcome']): AssembledFrame {
    const frame = finishFrame(open, bytes.copy(), outcome);
    bytes.clear();
    draft = undefined;
    index += 1;
    return { frame, faults: faultsOf(open) };
  }

  function take(line: SseLine): AssembledFrame | undefined {
    const open = draft ?? beginFrame(index, line);
    draft = open;
    bytes.append(line.bytes);
    const { text, offset, byteOrderMark, invalid, replacements, unfinishedAt } = readLine(line);
    lastLine = { ended: hasEnd(line), unfinishedAt };
    open.at = line.at;
    open.lineEnd = withEnd(open.lineEnd, line);
    open.byteOrderMark ||= byteOrderMark;
    mark(open, 'invalid-utf8', invalid);
    mark(open, 'replacement-character', replacements);
    if (text !== '') addField(open, readField(text), offset, lastLine.ended);
    else if (lastLine.ended) return finish(open, open.data === undefined ? 'ignored' : 'dispatched');
    return undefined;
  }

  function cut(): CutFrame | undefined {
    if (draft === undefined) return undefined;
    const fault = breakOf(draft);
    return { ...finish(draft, 'cut'), break: fault };
  }

  function breakOf(open: FrameDraft): SseFault {
    const { ended, unfinishedAt } = lastLine;
    if (unfinishedAt !== undefined) return sseFault({ code: 'frame-cut-in-character' }, open.index, unfinishedAt);
    const code = ended ? 'frame-without-blank-line' : 'frame-cut-in-line';
    return sseFault({ code }, open.index, open.offset + bytes.length());
  }

  return { take, cut };
}

/** What says how a frame broke off. */
interface LastLine {
  readonly ended: boolean;
  readonly unfinishedAt?: number | undefined;
}

function withEnd(before: SseFrame['lineEnd'], { end }: SseLine): SseFrame['lineEnd'] {
  if (end === 'none' || end === 'too-long' || end === before) return before;
  return before === 'none' ? end : 'mixed';
}
