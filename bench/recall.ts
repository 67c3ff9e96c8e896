import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { COMPANIONS } from '../test/corpus/make/companions.ts';
import { CASES as CONTAINERS } from '../test/corpus/make/containers.ts';
import { HOSTILE } from '../test/corpus/make/fresh/all.ts';
import { MALFORMED } from '../test/corpus/make/fresh/malformed.ts';
import { GRAPH_CASES } from '../test/corpus/make/graphs.ts';
import { CASES as PACKAGES } from '../test/corpus/make/packages.ts';
import { gadgetPickles, PICKLE_TRICKS } from '../test/corpus/make/pickle.ts';
import { ARRAY_TRICKS } from '../test/corpus/make/pickle-arrays.ts';
import { EXPANSIONS } from '../test/corpus/make/pickle-expansion.ts';
import { SEVENZIPS } from '../test/corpus/make/sevenzip.ts';
import { SURROUNDINGS } from '../test/corpus/make/surroundings.ts';
import { ZIP_TRICKS } from '../test/corpus/make/zip.ts';
import { type Flagged, PEERS, weighbridge } from './recall-peers.ts';

/**
 * Who flags what of our own corpus: recall and false positives of Weighbridge and its peers in one run, over the same
 * files. BENCH_PEERS names the folders where their programs lie, as for `bench/scan.ts`. The corpus is ours and our tests
 * hold it, so our own column is what they promise and no measure; the peers' columns are one.
 */
const scratch = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'weighbridge-recall-'));

interface Made {
  readonly path?: string;
  readonly name?: string;
  readonly bytes: Uint8Array;
  readonly verdict: string | readonly string[];
}

/** Classes of the second set that are no models. */
const AROUND: ReadonlySet<string> = new Set(['templates', 'settings of loaders', 'places and scripts']);

const FAMILIES: Readonly<Record<string, readonly Made[]>> = {
  'pickle gadgets': [...gadgetPickles()],
  'pickle tricks': [...PICKLE_TRICKS, ...ARRAY_TRICKS, ...EXPANSIONS],
  containers: [...ZIP_TRICKS, ...CONTAINERS, ...SEVENZIPS],
  'model formats': [...GRAPH_CASES, ...PACKAGES, ...COMPANIONS],
  'code and settings': SURROUNDINGS,
  // Written before the scanner was asked; two classes, since the second is of files that few peers say they read.
  'second set, models': HOSTILE.filter(({ family }) => !AROUND.has(family)).map((one) => ({
    ...one,
    verdict: 'malicious',
  })),
  'second set, around them': HOSTILE.filter(({ family }) => AROUND.has(family)).map((one) => ({
    ...one,
    verdict: 'malicious',
  })),
  'second set, malformed': MALFORMED.map((one) => ({ ...one, verdict: 'unscannable' })),
};

/** What a file is, by what our scanner has to say of it. */
type Sort = 'hostile' | 'malformed' | 'benign';

interface Laid {
  readonly path: string;
  readonly family: string;
  readonly sort: Sort;
}

function layOut(): readonly Laid[] {
  const laid: Laid[] = [];
  const lay = (family: string, sort: Sort, name: string, bytes: Uint8Array): void => {
    const path = join(scratch, family === 'genuine' ? family : String(laid.length), name.replace(/^\/+/, ''));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    laid.push({ path, family, sort });
  };
  for (const [family, all] of Object.entries(FAMILIES))
    for (const { path = 'model.pkl', bytes, verdict } of all) lay(family, sortOf(verdict), path, bytes);
  const genuine = 'test/corpus/genuine';
  for (const name of readdirSync(genuine, { recursive: true, encoding: 'utf8' })) {
    const whole = join(genuine, name);
    if (statSync(whole).isFile() && !/\.(?:md|py|py\.txt)$/.test(name))
      lay('genuine', UNREAD.test(name) ? 'malformed' : 'benign', name, readFileSync(whole));
  }
  return laid;
}

/** Made by the genuine tools, and closed to every reader: their verdict is unscannable. */
const UNREAD = /encrypted|ppmd/;

function sortOf(verdict: string | readonly string[]): Sort {
  const all = typeof verdict === 'string' ? [verdict] : verdict;
  if (all.includes('clean')) return 'benign';
  return all.every((one) => one === 'unscannable') ? 'malformed' : 'hostile';
}

function share(of: readonly Laid[], flagged: ReadonlySet<string>): string {
  const hits = of.filter(({ path }) => flagged.has(path)).length;
  return of.length === 0 ? '' : `${hits} of ${of.length} (${((100 * hits) / of.length).toFixed(1)} %)`;
}

try {
  const laid = layOut();
  const columns: Flagged[] = [];
  for (const scan of [weighbridge, ...PEERS]) {
    const answer = scan(
      scratch,
      laid.map(({ path }) => path),
    );
    if (typeof answer === 'string') console.log(`left out: ${answer}`);
    else columns.push(answer);
  }
  const rows: (readonly [string, readonly Laid[]])[] = [
    ...Object.keys(FAMILIES)
      .filter((family) => !family.endsWith('malformed'))
      .map(
        (family) =>
          [`hostile: ${family}`, laid.filter((one) => one.family === family && one.sort === 'hostile')] as const,
      ),
    ['**all hostile, both sets**', laid.filter(({ sort }) => sort === 'hostile')],
    ['malformed', laid.filter(({ sort, family }) => sort === 'malformed' && !family.startsWith('second'))],
    ['second set, malformed', laid.filter(({ family }) => family === 'second set, malformed')],
    ['benign, made', laid.filter(({ sort, family }) => sort === 'benign' && family !== 'genuine')],
    ['benign, by the genuine libraries', laid.filter(({ sort, family }) => sort === 'benign' && family === 'genuine')],
    ['**all benign flagged**', laid.filter(({ sort }) => sort === 'benign')],
  ];
  console.log(
    `| files flagged | ${columns.map(({ name }) => name).join(' | ')} |\n| --- |${' ---: |'.repeat(columns.length)}`,
  );
  for (const [title, of] of rows)
    console.log(`| ${title} | ${columns.map(({ paths }) => share(of, paths)).join(' | ')} |`);
  console.log(`| seconds | ${columns.map(({ seconds }) => seconds.toFixed(0)).join(' | ')} |`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
