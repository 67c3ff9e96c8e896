import type { LicenceRecord } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';
import { type Clause, condition, DUE, type Judgement, OWNER, spanOfPurpose } from './clause.ts';
import { DERIVATIVE_TERMS, displayText, keepTo, namePrefix } from './duties.ts';

const FIELD = 'outputs.train_other_models';

/** Whether outputs may make other models better, and what becomes of those models. */
export const training: Clause = (record, use) => (use.trains ? judgeTraining(record, use) : kept(record));

/** Where outputs may not train others, that stays to be kept. */
function kept({ outputs }: LicenceRecord): readonly Judgement[] {
  const which = KEPT.get(outputs.train_other_models);
  if (which === undefined) return [];
  return [
    condition(FIELD, `forbids using outputs to improve ${which}`, {
      id: 'no-training-on-outputs',
      text: `Do not use outputs to train or improve ${which}.`,
      owner: OWNER.product,
      due: DUE.running,
      probe: 'outputs are flagged as not for training',
    }),
  ];
}

const KEPT: ReadonlyMap<string, string> = new Map([
  ['forbidden', 'other models'],
  ['forbidden_if_competing', 'competing models'],
]);

function judgeTraining(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  const note = record.outputs.train_note ? ` (${record.outputs.train_note})` : '';
  const bars = (verdict: 'deny' | 'unknown', says: string): readonly Judgement[] => [
    { verdict, field: FIELD, says: `${says}${note}`, span: spanOfPurpose(use.signals.get('trains') ?? null) },
  ];
  switch (record.outputs.train_other_models) {
    case 'allowed':
    case 'not_addressed':
      return [];
    case 'allowed_as_derivative':
      return [
        condition(
          FIELD,
          `makes a model trained on its outputs a derivative under the same terms${note}`,
          DERIVATIVE_TERMS,
        ),
      ];
    case 'allowed_with_naming':
      return [named(record, note)];
    case 'allowed_with_attribution':
      return [shown(record, note)];
    case 'forbidden':
      return bars('deny', 'forbids using outputs to train or improve other models');
    case 'forbidden_for_commercial':
      if (use.commercial) return bars('deny', 'forbids synthetic data and training for commercial purposes');
      return [limited('non-commercial purposes', note)];
    case 'non-commercial-only':
      if (use.commercial) return bars('deny', 'allows training on outputs for non-commercial purposes only');
      return [limited('non-commercial purposes', note)];
    case 'research-only':
      if (use.nature !== 'research') return bars('deny', 'restricts outputs to research');
      return [limited('research', note)];
    case 'forbidden_if_competing':
      return [ifCompeting(use, note)];
    case 'unknown':
      return bars('unknown', 'has terms on training with outputs that are not known');
  }
}

function named(record: LicenceRecord, note: string): Judgement {
  const prefix = record.derivative_naming?.text ?? record.name;
  const says = `lets outputs train other models, whose names must begin with “${prefix}” when they are distributed${note}`;
  return condition(FIELD, says, namePrefix(prefix, 'any model that outputs trained'));
}

function shown(record: LicenceRecord, note: string): Judgement {
  const text = record.attribution.display_text ?? record.name;
  const says = `lets outputs train other models that show “${text}”${note}`;
  return condition(FIELD, says, displayText(text, 'with any distributed model that outputs trained'));
}

function limited(to: string, note: string): Judgement {
  return condition(FIELD, `allows training on outputs for ${to} only${note}`, keepTo(to, 'models trained on outputs'));
}

function ifCompeting(use: SettledUse, note: string): Judgement {
  const forbids = `forbids using outputs to train competing models${note}`;
  const rival = use.signals.get('competes');
  if (rival !== undefined) return { verdict: 'deny', field: FIELD, says: forbids, span: spanOfPurpose(rival) };
  const narrow = use.signals.get('narrow-training');
  if (narrow === undefined) {
    const says = `${forbids}, and whether the trained model competes was not said`;
    return { verdict: 'unknown', field: FIELD, says };
  }
  return condition(FIELD, `${forbids}; “${narrow}” is none`, {
    id: 'not-competing',
    text: 'Train no model that competes with the licensor’s.',
    owner: OWNER.product,
    due: DUE.running,
    probe: null,
  });
}
