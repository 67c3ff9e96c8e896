/** A way to print something: the same value always gives the same text, ended by a line feed. */
export interface Report<Subject> {
  /** What `--format` takes. */
  readonly id: string;
  readonly mediaType: string;
  /** Of a file's name, without a dot before it. */
  readonly extension: string;
  render(subject: Subject): string;
}

/** How each format is called and served, whatever it prints. */
export const FORMATS = {
  json: { id: 'json', mediaType: 'application/json', extension: 'json' },
  jsonl: { id: 'jsonl', mediaType: 'application/jsonl', extension: 'jsonl' },
  sarif: { id: 'sarif', mediaType: 'application/sarif+json', extension: 'sarif' },
  markdown: { id: 'markdown', mediaType: 'text/markdown; charset=utf-8', extension: 'md' },
  junit: { id: 'junit', mediaType: 'application/xml', extension: 'xml' },
  known: { id: 'known', mediaType: 'application/yaml', extension: 'yaml' },
  // 1.7 is the newest that is a standard (ECMA-424, second edition); many readers know 1.6 only.
  cyclonedx: { id: 'cyclonedx', mediaType: 'application/vnd.cyclonedx+json; version=1.7', extension: 'cdx.json' },
  'cyclonedx-1.7': {
    id: 'cyclonedx-1.7',
    mediaType: 'application/vnd.cyclonedx+json; version=1.7',
    extension: 'cdx.json',
  },
  'cyclonedx-1.6': {
    id: 'cyclonedx-1.6',
    mediaType: 'application/vnd.cyclonedx+json; version=1.6',
    extension: 'cdx.json',
  },
  spdx: { id: 'spdx', mediaType: 'application/spdx+json', extension: 'spdx.json' },
  openlineage: { id: 'openlineage', mediaType: 'application/json', extension: 'openlineage.json' },
  html: { id: 'html', mediaType: 'text/html; charset=utf-8', extension: 'html' },
} as const;

/** The row called `format`; a RangeError when the table has none, which the types rule out. */
export function rowOf<Row extends { readonly id: string }>(rows: readonly Row[], format: Row['id']): Row {
  const row = rows.find(({ id }) => id === format);
  if (row === undefined) throw new RangeError(`no report ${format}`);
  return row;
}
