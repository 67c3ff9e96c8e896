import type { LicenceRecord } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';
import { type Clause, condition, type Judgement, type Subject } from './clause.ts';
import { displayText, keepTo, namePrefix } from './duties.ts';

const FIELD = 'outputs.train_other_models';

/** A model that was taught by what another said (distilled): that model's terms on training decide what reaches this one. */
export function trainedOnOutputs(
  record: LicenceRecord,
  use: SettledUse,
  subject: Subject,
  asModel: Clause,
): readonly Judgement[] {
  const says = (verdict: 'deny' | 'unknown' | 'conditions', text: string): Judgement => ({
    verdict,
    field: FIELD,
    says: text,
  });
  if (record.category === 'ambiguous' || record.category === 'none') return asModel(record, use, subject);
  switch (record.outputs.train_other_models) {
    case 'allowed':
    case 'not_addressed':
      // A teacher's licence that forbids commerce is silent on its outputs: that silence is no permission.
      return record.commercial_use === 'no' && use.commercial
        ? [
            says(
              'unknown',
              'forbids commercial use and does not say whether a model trained on its outputs is free of that',
            ),
          ]
        : [];
    case 'allowed_as_derivative':
      return [
        says('conditions', 'makes a model trained on its outputs a derivative under the same terms'),
        ...asModel(record, use, subject),
      ];
    case 'allowed_with_naming':
    case 'allowed_with_attribution':
      return [carries(record)];
    case 'forbidden':
      return [says('deny', 'forbids training other models on its outputs, and this model was')];
    case 'forbidden_for_commercial':
    case 'non-commercial-only':
    case 'research-only':
      return use.commercial
        ? [says('deny', 'allows training on its outputs for non-commercial or research purposes only')]
        : [
            condition(
              FIELD,
              'keeps models trained on its outputs to non-commercial or research purposes',
              keepTo('non-commercial or research purposes'),
            ),
          ];
    case 'forbidden_if_competing':
    case 'unknown':
      return [
        says(
          'unknown',
          'forbids or limits training on its outputs, and whether this model is within that is not known',
        ),
      ];
  }
}

/** Trained on its outputs, a model carries its name or its display text. */
export function carries(record: LicenceRecord): Judgement {
  const prefix = record.derivative_naming?.text;
  if (prefix !== undefined) {
    return condition(
      FIELD,
      `asks that names of models trained on its outputs begin with “${prefix}” when they are distributed`,
      namePrefix(prefix),
    );
  }
  const text = record.attribution.display_text ?? record.name;
  return condition(
    FIELD,
    `asks that models trained on its outputs show “${text}” when they are distributed`,
    displayText(text, 'in the documentation of the model'),
  );
}
