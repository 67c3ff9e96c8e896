import type { Budget } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';

/** Names of ISO 32000-1 (12.6.4, 7.11.4, 13.6) behind which a reader runs, starts or unpacks something. */
const ACTIONS = ['JavaScript', 'Launch', 'RichMedia', 'EmbeddedFiles', 'ImportData', 'GoToE', 'SubmitForm'];
const NAME = new RegExp(`/(${ACTIONS.join('|')})(?![\\w#])`, 'g');
/** Names with letters as `#xx` (7.3.5), of which genuine writers spell no plain letter so. */
const SPELT = /\/(?:\w|#[0-9A-Fa-f]{2}){2,40}/g;
/** Papers beside models are smaller; the rest of a larger one is not looked through. */
const LOOKED_AT = 64 * 1024 * 1024;
const STEP = 1024 * 1024;
/** Longer than a name with all its letters spelt. */
const OVERLAP = 64;

/**
 * Actions that a PDF names outside its compressed streams, each once. What is compressed is not looked into: names there
 * are chance, or stand in streams of objects, which this does not open.
 */
export async function actionsOf(source: ByteSource, budget: Budget): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let at = 0; at < Math.min(source.size, LOOKED_AT); at += STEP) {
    budget.checkTime();
    const bytes = await source.read(at, Math.min(STEP + OVERLAP, source.size - at));
    const text = Buffer.from(bytes).toString('latin1');
    for (const [, name = ''] of text.matchAll(NAME)) found.add(name);
    if (text.includes('#')) for (const [spelt] of text.matchAll(SPELT)) addSpelt(found, spelt);
  }
  return [...found].sort();
}

function addSpelt(found: Set<string>, spelt: string): void {
  if (!spelt.includes('#')) return;
  const name = spelt
    .slice(1)
    .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (ACTIONS.includes(name)) found.add(name);
}
