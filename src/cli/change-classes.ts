import { InvalidArgumentError } from 'commander';

/** As `changeClassNames` of the report, which are loaded only when something is compared; a test holds the two together. */
export const changeClassList = 'new-failures, lost, new-warnings, silenced, drift, changed-reasons, gone, any';

export const failOnText = `what counts as worse, of ${changeClassList} (default: new-failures,lost)`;

const known = changeClassList.split(', ');

/** `new-failures,drift` */
export function changeClasses(text: string): readonly string[] {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`there is no ${unknown || 'empty name'}: name some of ${changeClassList}`);
  return named;
}
