import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { familyOf } from '../src/analyzers/chat-template/families.ts';
import { fingerprintOf, piecesOf } from '../src/analyzers/chat-template/fingerprint.ts';
import { TemplateError } from '../src/analyzers/chat-template/lexer.ts';

/**
 * Makes the table of known chat templates: `node build/template-fingerprints.js 'SOURCE NAME=FOLDER' …`, each folder with
 * `.jinja` files of that source. Hashes alone are kept; no template is.
 */
const TABLE = 'src/analyzers/chat-template/fingerprints.ts';
const wholes = new Map<string, Map<string, string>>();
const pieces = new Map<string, Set<string>>();

for (const argument of process.argv.slice(2)) {
  const [source = '', folder = ''] = argument.split('=');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jinja'))
    .sort()) {
    add(`${source}: ${basename(file, '.jinja')}`, readFileSync(join(folder, file), 'utf8'));
  }
}

function add(source: string, template: string): void {
  const family = familyOf(template);
  if (family === null) return;
  try {
    const found = piecesOf(template);
    const known = wholes.get(family) ?? new Map<string, string>();
    const fingerprint = fingerprintOf(found);
    if (!known.has(fingerprint)) known.set(fingerprint, source);
    wholes.set(family, known);
    const own = pieces.get(family) ?? new Set<string>();
    for (const { hash } of found) own.add(hash);
    pieces.set(family, own);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
}

/** Eleven hashes and their blanks fill a line of 120. */
const A_LINE = 10;

function lines(hashes: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(hashes.length / A_LINE) }, (_, row) =>
    hashes.slice(row * A_LINE, (row + 1) * A_LINE).join(' '),
  );
  return rows.map((row) => `      ${row}`).join('\n');
}

const rows = [...wholes.entries()]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([family, known]) => {
    const templates = [...known].map(([hash, source]) => `      '${hash}', // ${source}`).join('\n');
    const hashes = lines([...(pieces.get(family) ?? [])].sort());
    return `  {\n    family: '${family}',\n    templates: [\n${templates}\n    ],\n    pieces: \`\n${hashes}\`,\n  },`;
  });
writeFileSync(
  TABLE,
  `/**
 * Known chat templates by family: fingerprints of whole ones, each with where it was read, and the hashes of all their
 * pieces. Facts only; made by tools/template-fingerprints.ts.
 */
export const FINGERPRINTS: readonly {
  readonly family: string;
  readonly templates: readonly string[];
  readonly pieces: string;
}[] = [
${rows.join('\n')}
];
`,
);
