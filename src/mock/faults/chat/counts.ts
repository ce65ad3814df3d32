import { type Edit, isRecord, replace } from '../making/edit.js';

type Counts = readonly [prompt: number, completion: number, total?: number];

/** Other counts of the tokens of prompt and answer; the total is their sum where none is given. */
export function countedAs(change: (prompt: number, completion: number) => Counts): Edit {
  return replace('$.usage', (usage: unknown) => {
    if (!isRecord(usage)) return usage;
    const [prompt, completion, total = prompt + completion] = change(
      Number(usage['prompt_tokens']),
      Number(usage['completion_tokens']),
    );
    return { ...usage, prompt_tokens: prompt, completion_tokens: completion, total_tokens: total };
  });
}
