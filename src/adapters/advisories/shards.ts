import { createHash } from 'node:crypto';

/** Files of one ecosystem's packages, and of its ids: small enough that looking up one package reads some kilobytes. */
const PARTS = 1024;

/** Which file of an ecosystem holds this package or id: `PyPI/n/3ff`. */
export function shardOf(ecosystem: string, what: 'name' | 'id', key: string): string {
  const part = createHash('sha256').update(key).digest().readUInt16BE(0) % PARTS;
  return `${ecosystem}/${what}/${part.toString(16).padStart(3, '0')}`;
}

/** A shard is lines of a key, a tab, and JSON, sorted by key. Keys hold neither tabs nor line feeds. */
export function writeShard(lines: ReadonlyMap<string, string>): string {
  return [...lines]
    .filter(([, json]) => json !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, json]) => `${key}\t${json}\n`)
    .join('');
}

export function readShard(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return lines;
}

/** The JSON of one key, without parsing the others. */
export function lineOf(text: string, key: string): string | null {
  const start = text.startsWith(`${key}\t`) ? 0 : text.indexOf(`\n${key}\t`) + 1;
  if (start === 0 && !text.startsWith(`${key}\t`)) return null;
  const end = text.indexOf('\n', start);
  return text.slice(start + key.length + 1, end < 0 ? undefined : end);
}

export function isKey(key: string): boolean {
  return !/[\t\n\r\0]/.test(key) && key !== '';
}
