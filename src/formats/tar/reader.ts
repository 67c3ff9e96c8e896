import type { Budget } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Defect, Format } from '../format.ts';
import { claimsTar } from './claims.ts';
import { escapes, isOdd, leadsOut, plainName } from './names.ts';
import { type Member, walk } from './walk.ts';

/**
 * Tar archives: POSIX ustar and pax, GNU and the oldest. All members are handed out, those that only some readers see as
 * well: behind a broken header, after the end, or where sizes are told twice.
 *
 * Defects:
 * - `traversal`, `link-out`, `through-link-out`: a name, a link, or a member below such a link leaves the folder.
 * - `device`: a device is made; `pipe`: a pipe; `link`: a link within the folder; `through-link`: a member below a link.
 * - `set-id`: a file that runs with the rights of its owner; `odd-name`: readers may take a name for another one.
 * - `duplicate-names`: two files have one name.
 * - `two-sizes`, `data-of-none`: readers differ in where the next header is.
 * - `bad-header`, `cut-off`, `no-end`, `trailing-bytes`, `concatenated`: it is broken, or more follows its end.
 * - `sparse`: a file with holes, whose bytes are handed out without them.
 */
export const tarFormat: Format<'tar'> = {
  id: 'tar',
  claims: claimsTar,
  read: async (source, { budget }) => {
    const { members, defects } = await walk(source, budget);
    const [first] = defects;
    if (members.length === 0 && first !== undefined) throw new MalformedError(`no tar: ${first.message}`, first.offset);
    return {
      facts: { format: 'tar', entries: members.map(({ entry }) => entry), pytorch: isPytorch(members) },
      parts: members.flatMap(({ part }) => (part === null ? [] : [part])),
      defects: [...defects, ...memberDefects(members, budget)],
      coverage: 'whole',
    };
  },
};

/** torch/serialization.py, `legacy_load`: four members of a tar. */
const PYTORCH = ['sys_info', 'pickle', 'storages', 'tensors'] as const;

function isPytorch(members: readonly Member[]): boolean {
  const names = new Set(members.map(({ entry }) => plainName(entry.name)));
  return PYTORCH.every((name) => names.has(name));
}

function* memberDefects(members: readonly Member[], budget: Budget): Iterable<Defect> {
  const files = new Set<string>();
  const links = new Map<string, boolean>();
  for (const member of members) {
    budget.checkTime();
    const { entry, at } = member;
    const say = (code: string, message: string): Defect => ({ code, message: `${entry.name}: ${message}`, offset: at });
    if (escapes(entry.name)) yield say('traversal', 'extracting it would write outside the folder');
    else if (isOdd(entry.name) || entry.name.length > LIMITS.pathBytes)
      yield say('odd-name', 'readers may take this name for another one');
    yield* linkDefects(member, links, say);
    yield* kindDefects(member, say);
    if (entry.kind === 'folder') continue;
    const plain = plainName(entry.name);
    if (files.has(plain)) yield say('duplicate-names', 'the archive has two members of this name');
    files.add(plain);
  }
}

type Say = (code: string, message: string) => Defect;

function* linkDefects({ entry }: Member, links: Map<string, boolean>, say: Say): Iterable<Defect> {
  const below = linkAbove(entry.name, links);
  if (below === true) yield say('through-link-out', 'it is written through a link that leads out of the folder');
  else if (below === false) yield say('through-link', 'it is written through a link');
  if (entry.kind !== 'symlink' && entry.kind !== 'hardlink') return;
  const out = leadsOut(entry.name, entry.target ?? '', entry.kind);
  links.set(plainName(entry.name), out);
  yield out
    ? say('link-out', `it is a link to ${entry.target}, outside the folder`)
    : say('link', `it is a link to ${entry.target}`);
}

/** Whether a step of the name, but for the last, is a link, and whether one of them leads out; undefined for none. */
function linkAbove(name: string, links: ReadonlyMap<string, boolean>): boolean | undefined {
  if (links.size === 0 || name.length > LIMITS.pathBytes) return undefined;
  const plain = plainName(name);
  let found: boolean | undefined;
  for (let end = plain.indexOf('/'); end >= 0; end = plain.indexOf('/', end + 1)) {
    const out = links.get(plain.slice(0, end));
    if (out !== undefined) found = found === true || out;
  }
  return found;
}

const SET_ID = 0o6000;

function* kindDefects({ entry, mode }: Member, say: Say): Iterable<Defect> {
  if (entry.kind === 'character-device' || entry.kind === 'block-device') yield say('device', 'it makes a device');
  if (entry.kind === 'pipe') yield say('pipe', 'it makes a pipe');
  if (entry.kind === 'file' && (mode & SET_ID) !== 0) yield say('set-id', 'it would run with the rights of its owner');
}
