import type { Redirect, Word } from '../../../formats/shell/syntax.ts';
import { type Names, textsOf, way } from './expand.ts';
import { baseOf } from './paths.ts';

/** What a program only says is no command, unless it goes somewhere. */
export function shownCommand(argv: readonly string[], redirected: boolean): string {
  const name = baseOf(argv[0] ?? '');
  if (SAYS.test(name) && !redirected) return name;
  if (/^(?:curl|wget)$/.test(name)) return withoutBodies(argv).join(' ');
  return argv.join(' ');
}

export const SAYS = /^(?:echo|printf|log|info|warn|error|fatal|die|abort|usage|:|#|print|say|msg|logger)$/;

/** Long texts are words to somebody. */
export function shownAssignment(name: string, value: string): string {
  return /^[A-Z_]+$/.test(name) && !/\s/.test(value) ? `${name}=${value} ` : '';
}

function withoutBodies(argv: readonly string[]): readonly string[] {
  return argv.map((arg, at) =>
    /^(?:-d|--data(?:-\w+)?|--json)$/.test(argv[at - 1] ?? '') && /^\s*[{[]/.test(arg) ? '{}' : arg,
  );
}

export function shownRedirect({ sign, descriptor, target }: Redirect, names: Names): string {
  if (sign === '<<' || sign === '<<<') return '';
  return ` ${descriptor}${sign}${way(target.some(({ kind }) => kind === 'output' || kind === 'file') ? [''] : textsOf(target, names), 0)}`;
}

export function literalOf(word: Word): string {
  return word.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}
