import type { TSchema } from 'typebox';

interface Node {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly patternProperties?: Readonly<Record<string, Node>>;
}

/** The reference page: one section for each mapping, with a table of its keys. */
export function referencePage(formats: Readonly<Record<string, TSchema>>, matcher: TSchema): string {
  const head = [
    '# Reference: what the files may hold',
    '',
    'Made from the schemas by which the files are checked. Your editor can use them too: see `schema/`.',
    '',
  ];
  const files = Object.entries(formats).flatMap(([name, schema]) => [
    `## ${capital(name)} files`,
    '',
    ...sections(schema as Node),
  ]);
  const matchers = [
    '## Matchers',
    '',
    'They stand wherever an expectation compares a value: in `headers`, `body` and the options of an outcome.',
    '',
    ...sections(matcher as Node),
  ];
  return [...head, ...files, ...matchers].join('\n');
}

function sections(root: Node): string[] {
  const mappings = new Map<string, Node>();
  collect(root, mappings);
  return [...mappings.values()].flatMap(mappingSection);
}

/** Every titled mapping below a node, in the order in which a reader meets them. */
function collect(node: Node, found: Map<string, Node>): void {
  if (node.properties !== undefined && node.title !== undefined) {
    const known = found.get(node.title);
    // The same title with more keys is the fuller form of one thing.
    if (known === undefined || Object.keys(known.properties ?? {}).length < Object.keys(node.properties).length)
      found.set(node.title, node);
    if (known !== undefined) return;
  }
  for (const child of [
    ...Object.values(node.properties ?? {}),
    ...(node.items === undefined ? [] : [node.items]),
    ...(node.anyOf ?? []),
    ...Object.values(node.patternProperties ?? {}),
  ]) {
    collect(child, found);
  }
}

function mappingSection(node: Node): string[] {
  const rows = Object.entries(node.properties ?? {}).map(([key, value]) => {
    const required = node.required?.includes(key) === true ? ' (required)' : '';
    return `| \`${key}\`${required} | ${cell(kindOf(value))} | ${cell(value.description ?? value.anyOf?.[0]?.description ?? '')} |`;
  });
  const description = node.description === undefined ? [] : [node.description, ''];
  return [
    `### ${capital(node.title ?? '')}`,
    '',
    ...description,
    '| key | value | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ];
}

function kindOf(node: Node): string {
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(', ');
  if (node.anyOf !== undefined) return [...new Set(node.anyOf.map(kindOf))].join(' or ');
  if (node.type === 'array')
    return node.title ?? `list of ${node.items === undefined ? 'anything' : kindOf(node.items).replace(/^an? /, '')}`;
  if (node.type === 'object')
    return (
      node.title ??
      (node.patternProperties === undefined
        ? 'mapping'
        : `mapping to ${Object.values(node.patternProperties).map(kindOf).join(' or ')}`)
    );
  if (node.title !== undefined) return node.title;
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    null: 'nothing',
  };
  return words[node.type ?? ''] ?? 'anything';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
