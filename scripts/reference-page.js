/** The reference page: one section for each mapping, with a table of its keys. */
export function referencePage(formats, matcher) {
  const head = [
    '# Reference: what the files may hold',
    '',
    'Made from the schemas by which the files are checked. Your editor can use them too: see `schema/`.',
    '',
  ];
  const files = Object.entries(formats).flatMap(([name, schema]) => [
    `## ${capital(name)} files`,
    '',
    ...sections(schema),
  ]);
  const matchers = [
    '## Matchers',
    '',
    'They stand wherever an expectation compares a value: in `headers`, `body` and the options of an outcome.',
    '',
    ...sections(matcher),
  ];
  return [...head, ...files, ...matchers].join('\n');
}
function sections(root) {
  const mappings = new Map();
  collect(root, mappings);
  return [...mappings.values()].flatMap(mappingSection);
}
/** Every titled mapping below a node, in the order in which a reader meets them. */
function collect(node, found) {
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
function mappingSection(node) {
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
function kindOf(node) {
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
  const words = {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    null: 'nothing',
  };
  return words[node.type ?? ''] ?? 'anything';
}
function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
