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
  html: { id: 'html', mediaType: 'text/html; charset=utf-8', extension: 'html' },
} as const;

/** The row called `format`; a RangeError when the table has none, which the types rule out. */
export function rowOf<Row extends { readonly id: string }>(rows: readonly Row[], format: Row['id']): Row {
  const row = rows.find(({ id }) => id === format);
  if (row === undefined) throw new RangeError(`no report ${format}`);
  return row;
}
