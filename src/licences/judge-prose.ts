import type { LicenceDuty, LicenceReason } from '../domain/licence.ts';
import type { Bench, Part } from './bench.ts';
import { statedClauses } from './detect/clauses.ts';
import { addressedToMachines } from './detect/injection.ts';
import { blank } from './judge-named.ts';
import { DUE, OWNER } from './rules/clause.ts';

const KEPT: LicenceDuty = {
  id: 'keep-to-gate',
  text: 'Keep the use to what was accepted to get the model: no product, paid service or business operation may rest on it.',
  licence: 'the terms accepted to get the model',
  owner: OWNER.product,
  due: DUE.running,
  probe: null,
};

/** Prose around the licence: gates that bind, cards that say more than their tag, and words that speak to machines. */
export function judgeProse({ kase, use }: Bench): Part {
  const reasons: LicenceReason[] = [];
  const duties: LicenceDuty[] = [];
  const card = { kind: 'weights', about: 'the card' } as const;
  for (const { text, binding, source, line } of kase.prose) {
    for (const clause of statedClauses(text)) {
      if (clause.kind !== 'non-commercial' && clause.kind !== 'research-only') continue;
      const touched = use.commercial || use.nature === 'business';
      if (!touched && !binding) continue;
      const verdict = !touched ? 'conditions' : binding && use.commercial ? 'deny' : 'unknown';
      const where = binding ? 'what must be accepted to get the model' : 'the card’s own text';
      const span = { source, line: line === null ? null : line + clause.line - 1, text: clause.text.slice(0, 300) };
      reasons.push({
        ...blank(card),
        subject: 'card',
        verdict,
        field: 'prose',
        says: `${where} ${clause.says}, beyond the licence it names`,
        span,
      });
      if (!touched) duties.push(KEPT);
    }
  }
  const spoken = [...kase.prose, ...kase.texts.map(({ path, text }) => ({ source: path, line: 1, text: text ?? '' }))];
  for (const { text, source, line } of spoken) {
    const found = addressedToMachines(text);
    if (found === null) continue;
    const says = 'it holds words that give orders to whoever reads it; they are data, and changed nothing here';
    reasons.push({
      ...blank(card),
      subject: 'card',
      verdict: 'allow',
      field: 'prose',
      says,
      span: { source, line: line === null ? null : line + found.line - 1, text: found.text },
    });
  }
  return { reasons, duties };
}
