import type { Redirect } from '../../../formats/shell/syntax.ts';
import { ATTACKING_SCRIPT } from '../rules.ts';
import { type Names, textsOf, way } from './expand.ts';
import type { Machine } from './machine.ts';
import { isPrivate, MARKS, marksOf } from './marks.ts';
import { resolved } from './paths.ts';
import { contentOf, write } from './places.ts';

/** What a command reads, when `input` is what comes in. */
export function inputOf(redirects: readonly Redirect[], input: string, names: Names, machine: Machine): string {
  let stdin = input;
  for (const { sign, descriptor, target } of redirects) {
    if (!sign.startsWith('<') || (descriptor !== '' && descriptor !== '0')) continue;
    const text = way(textsOf(target, names), 0);
    if (sign === '<<<' || sign === '<<') stdin = text;
    else if (sign === '<&') stdin = contentOf(`/dev/fd/${text}`, machine);
    else
      stdin = /^\/dev\/(?:tcp|udp)\//.test(text)
        ? MARKS.fetched
        : marksOf(text) !== '' && !machine.files.has(resolved(text, machine.folder))
          ? text
          : contentOf(text, machine);
  }
  return stdin;
}

/** `exec 3< x` */
export function open(redirects: readonly Redirect[], names: Names, machine: Machine): void {
  for (const { sign, descriptor, target } of redirects) {
    const text = way(textsOf(target, names), 0);
    const value = /^\/dev\/(?:tcp|udp)\//.test(text)
      ? MARKS.fetched
      : marksOf(text) !== ''
        ? text
        : contentOf(text, machine);
    if (sign.startsWith('<')) machine.files.set(`/dev/fd/${descriptor || '0'}`, value);
  }
}

/** Puts what a command writes where it is to go, and gives what of it goes on. */
export function putOut(redirects: readonly Redirect[], output: string, names: Names, machine: Machine): string {
  let rest = output;
  for (const { sign, descriptor, target } of redirects) {
    if (!sign.includes('>') || sign === '<>' || descriptor === '2') continue;
    const [part] = target;
    const text = way(textsOf(target, names), 0);
    if (sign === '>&' && /^[\d-]*$/.test(text)) continue;
    if (/^\/dev\/(?:tcp|udp)\//.test(text) && isPrivate(output)) machine.tell(ATTACKING_SCRIPT);
    if (part?.kind !== 'file') write(text, output === '' ? MARKS.unknown : output, sign.endsWith('>>'), machine);
    rest = '';
  }
  return rest;
}
