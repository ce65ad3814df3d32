import { InvalidArgumentError } from 'commander';
import { suggestion } from '../../spec/index.js';

const others = ['default', 'none'];

/** Reads a flag that lists names: `default,warnings` adds one to those that count anyway; `none` stands alone. */
export function failOnList<Name extends string>(
  names: readonly Name[],
  byDefault: readonly Name[],
): (text: string) => readonly Name[] {
  const isName = (word: string): word is Name => (names as readonly string[]).includes(word);
  return (text) => {
    const words = text.split(',').map((word) => word.trim());
    const unknown = words.find((word) => !isName(word) && !others.includes(word));
    if (unknown !== undefined) {
      const all = [...names, ...others];
      throw new InvalidArgumentError(
        `\`${unknown}\` is not one of: ${all.join(', ')}; ${suggestion(unknown, all, 'separate them with commas')}`,
      );
    }
    if (words.includes('none')) {
      if (words.length > 1) throw new InvalidArgumentError('`none` stands alone');
      return [];
    }
    return [...new Set(words.flatMap((word) => (isName(word) ? [word] : byDefault)))];
  };
}
