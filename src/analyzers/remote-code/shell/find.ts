import { ATTACKING_SCRIPT } from '../rules.ts';
import type { Call, Machine } from './machine.ts';
import { isPrivate, MARKS, marksOf } from './marks.ts';
import { baseOf, looksForSecrets, resolved } from './paths.ts';
import { contentOf } from './places.ts';

/** find: what it starts for each file, and what it removes. */
export function find({ args, machine }: Call): string {
  const roots = args.slice(
    0,
    Math.max(
      0,
      args.findIndex((arg) => /^[-(!]/.test(arg)),
    ),
  );
  const wide = roots.some((root) => /^(?:~|\/|\/home|\/root|\/Users|\/etc)\/?$/.test(root));
  const secret = wide && args.some((arg, at) => /^-i?name$/.test(args[at - 1] ?? '') && looksForSecrets(arg));
  const narrowed = args.some((arg) => /^-i?(?:name|path|regex)$/.test(arg));
  if (wide && !narrowed && args.includes('-delete')) machine.tell(ATTACKING_SCRIPT);
  const written = narrowed ? writtenUnder(roots, args, machine) : null;
  const file =
    roots.some((root) => isPrivate(contentOf(root, machine))) || secret
      ? MARKS.secret
      : (written ?? (wide ? `~/${MARKS.unknown}` : MARKS.unknown));
  const start = args.findIndex((arg) => /^-(?:exec|execdir|ok)$/.test(arg));
  if (start < 0) return file;
  const command = args.slice(start + 1).filter((arg) => arg !== ';' && arg !== '+');
  if (wide && !narrowed && /^(?:rm|shred)$/.test(baseOf(command[0] ?? ''))) machine.tell(ATTACKING_SCRIPT);
  machine.files.set('{}', file);
  machine.run(command, file);
  machine.files.delete('{}');
  return MARKS.unknown;
}

/** Each star costs another pass over a name. */
const MOST_STARS = 3;

/** What the script put into a folder under a name that is looked for. */
function writtenUnder(roots: readonly string[], args: readonly string[], machine: Machine): string | null {
  const name = args.find((_, at) => /^-i?name$/.test(args[at - 1] ?? ''));
  if (name === undefined || name.includes('[') || name.length > 200 || name.split('*').length > MOST_STARS) return null;
  const pattern = new RegExp(
    `^${name
      .split(/([*?])/)
      .map((part) => (part === '*' ? '.*' : part === '?' ? '.' : part.replace(/[\\^$.|+()[\]{}]/g, '\\$&')))
      .join('')}$`,
  );
  const folders = roots.map((root) => resolved(root, machine.folder));
  for (const [path, value] of machine.files)
    if (
      marksOf(value) !== '' &&
      pattern.test(baseOf(path)) &&
      folders.some((folder) => folder === '.' || folder === '' || path.startsWith(`${folder.replace(/\/$/, '')}/`))
    )
      return value;
  return null;
}
