import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import {
  type LicenceReading,
  type LicenceReason,
  type LicenceVerdict,
  licenceReadingIn,
} from '../../domain/licence.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { CONDITIONS, FORBIDS, LICENCE_RULES, OPEN, ORDERS } from './rules.ts';

/** Turns the licence reading into findings, one a ground: what forbids, what stays open, what asks for duties. */
export const licence: ModelAnalyzer = {
  id: 'licence',
  version: 1,
  question: 'Do the licences of the model, and of what it was made from, allow this use?',
  rules: LICENCE_RULES,
  scope: 'model',
  needs: ['licence-reading'],
  fromEvidence: true,
  appliesTo: () => true,
  analyze: findingsOf,
};

/** Grounds that licence-claim tells already, with its own rules: broken front matter, and a model without any licence. */
function toldByClaim({ field, subject, verdict }: LicenceReason, { states }: LicenceReading): boolean {
  if (field === 'front_matter') return true;
  return field === 'declared' && subject === 'weights' && verdict === 'unknown' && states.length === 0;
}

function* findingsOf(material: Material): Iterable<Finding> {
  const { inventory, evidence } = material;
  const reading = licenceReadingIn(evidence);
  const seen = evidence.filter(({ kind }) => kind === 'licence-reading').map(({ digest }) => digest);
  if (reading === null) throw new Error('the licence reading is not one');
  const paths = new Set(inventory.artifact.files.map(({ path }) => path));
  for (const reason of reading.reasons) {
    const rule = ruleOf(reason);
    if (rule === undefined || toldByClaim(reason, reading)) continue;
    yield findingOf(rule, {
      message: middleCut(messageOf(reason), 3 * LIMITS.quotation),
      ...locationOf(reason, paths),
      operation: middleCut([reason.about, reason.licence ?? '', reason.field].join(' · '), LIMITS.quotation),
      evidence: seen,
    });
  }
  yield* conditions(reading, seen);
}

const RULES: Partial<Record<LicenceVerdict, Rule>> = { deny: FORBIDS, unknown: OPEN };

function ruleOf({ verdict, field, subject }: LicenceReason): Rule | undefined {
  return field === 'prose' && subject === 'card' && verdict === 'allow' ? ORDERS : RULES[verdict];
}

function messageOf({ licence: name, about, says, field }: LicenceReason): string {
  const who = name === null ? '' : `${name}${about === 'the weights' ? '' : ` (${about})`}: `;
  return `${who}${says} [${field}].`;
}

function locationOf({ span }: LicenceReason, paths: ReadonlySet<string>): object {
  if (span === null || !paths.has(span.source)) return {};
  return { location: { path: span.source, ...(span.line === null ? {} : { line: span.line }) } };
}

/** One finding for all duties: they stand by themselves in the verdict. */
function* conditions({ duties }: LicenceReading, evidence: Finding['evidence']): Iterable<Finding> {
  if (duties.length === 0) return;
  const names = [...new Set(duties.map(({ licence: name }) => name))].join(', ');
  const message = `${names}: this use is allowed with ${duties.length === 1 ? 'one duty' : `${duties.length} duties`}.`;
  yield findingOf(CONDITIONS, { message: middleCut(message, 2 * LIMITS.quotation), evidence });
}
