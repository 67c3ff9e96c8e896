import type { ModelVerification } from '../../contract/signing.ts';
import { plural, wordOf } from '../../reports/words.ts';
import { clean, fold, type Paper, signOf } from './paper.ts';

/** Refusals and ignored paths that are printed; the rest are counted. */
const SHOWN = 20;

/** Whether the folder is what was signed, by whom, and everything that is not. */
export function renderModelVerification(folder: string, verification: ModelVerification, paper: Paper): string {
  const { ok, signer, refusals, ignored, filesChecked } = verification;
  const label = ok ? ' verified ' : ' refused ';
  const lines = [` ${paper.ground(ok ? 'admit' : 'deny')(label)} ${paper.bold(clean(folder))}`];
  if (signer !== null) {
    const about = `${plural(filesChecked, 'file')} hashed, signed by ${signerName(signer)}`;
    lines.push(...fold(about, paper.width, label.length + 2).map(paper.dim));
  }
  if (refusals.length > 0) lines.push('', paper.bold('Why'));
  const deny = wordOf('deny', 'refused');
  for (const { path, message, kind } of refusals.slice(0, SHOWN)) {
    const [first = '', ...rest] = fold(path === null ? message : `${path}: ${message}`, paper.width, 17);
    lines.push(`  ${paper.tone('deny')(`${signOf(paper, deny)} ${kind.padEnd(13)}`)}${first.trimStart()}`, ...rest);
  }
  if (refusals.length > SHOWN) lines.push(`  and ${refusals.length - SHOWN} more`);
  if (ignored.length > 0) {
    const named = ignored.slice(0, SHOWN).join(', ');
    lines.push('', ...fold(`Left out, so nobody vouches for it: ${named}`, paper.width, 2).map(paper.dim));
    if (ignored.length > SHOWN) lines.push(paper.dim(`  and ${ignored.length - SHOWN} more`));
  }
  return `${lines.join('\n')}\n`;
}

export function signerName(signer: NonNullable<ModelVerification['signer']>): string {
  switch (signer.kind) {
    case 'key':
      return `key ${signer.keyId.slice(0, 16)}…`;
    case 'certificate':
      return signer.subject;
    case 'identity':
      return `${signer.identity} (by ${signer.issuer})`;
  }
}
