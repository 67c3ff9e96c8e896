import type { LicenceRecord } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';
import { condition, DUE, type Judgement, OWNER, type Subject, spanOfPurpose } from './clause.ts';
import { DERIVATIVE_TERMS, forCounsel } from './duties.ts';
import { carries } from './trained-on-outputs.ts';

/**
 * What the licence of training data says of using a model that was made from it. How far data licences reach into weights
 * is unsettled; a clause that forbids the use forbids it here, until counsel says otherwise.
 */
export function dataset(record: LicenceRecord, use: SettledUse, _subject: Subject): readonly Judgement[] {
  if (record.category === 'ambiguous' || record.category === 'none') {
    return [{ verdict: 'unknown', field: 'category', says: 'names no licence for this data' }];
  }
  return [
    ...commerceInData(record, use),
    ...madeByModel(record, use),
    ...limits(record, use),
    ...kept(record, use),
    ...secondHand(record),
  ];
}

function secondHand({ confidence }: LicenceRecord): readonly Judgement[] {
  return confidence === 'secondary'
    ? [{ verdict: 'unknown', field: 'confidence', says: 'is known second-hand only' }]
    : [];
}

function commerceInData(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  const field = 'commercial_use';
  if (record.commercial_use === 'unknown')
    return [{ verdict: 'unknown', field, says: 'has terms on commercial use that are not known' }];
  if (record.commercial_use !== 'no') return [];
  const span = spanOfPurpose(use.signals.get('commercial') ?? null);
  if (use.commercial)
    return [
      {
        verdict: 'deny',
        field,
        says: 'forbids commercial use of this data (NonCommercial), and the model was made from it',
        span,
      },
    ];
  if (use.nature === 'business') {
    return [
      {
        verdict: 'unknown',
        field: 'internal_business_use',
        says: 'forbids commercial use of this data, and whether internal use in a business is commercial is disputed',
      },
    ];
  }
  return [
    condition(field, 'limits this data, and what is made from it, to non-commercial use', {
      id: 'keep-non-commercial',
      text: 'Keep the use of the model to non-commercial purposes.',
      owner: OWNER.product,
      due: DUE.running,
      probe: null,
    }),
  ];
}

/** Data that a model or a closed service wrote: its terms on training others reach this model. */
function madeByModel(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  const closed = record.category === 'closed-terms';
  if (!closed && !record.applies_to.every((kind) => kind === 'model')) return [];
  switch (record.outputs.train_other_models) {
    case 'allowed':
    case 'not_addressed':
      return [];
    case 'forbidden':
    case 'forbidden_if_competing':
    case 'forbidden_for_commercial':
    case 'non-commercial-only':
    case 'research-only':
      return [contested(use.commercial || closed)];
    case 'unknown':
      return [{ verdict: 'unknown', field: TRAINING, says: 'has terms on training with outputs that are not known' }];
    case 'allowed_with_naming':
    case 'allowed_with_attribution':
      return [carries(record)];
    case 'allowed_as_derivative':
      return [
        condition(TRAINING, 'makes models trained on its outputs derivatives under the same terms', DERIVATIVE_TERMS),
      ];
  }
}

const TRAINING = 'outputs.train_other_models';

function contested(open: boolean): Judgement {
  return {
    verdict: open ? 'unknown' : 'conditions',
    field: TRAINING,
    says: 'forbids or limits training other models on its outputs, and this data is such output; how far that reaches whoever downloads the model is contested',
    duty: forCounsel('data-terms', 'Have counsel look at the terms under which this data was generated.'),
  };
}

function limits(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  if (record.category === 'use-limited') {
    const field = 'commercial_note';
    const outside = record.redistribution === 'no' && (use.redistributes || use.hosted);
    const says = `limits this data${record.commercial_note === null ? '' : `: ${record.commercial_note}`}`;
    if (outside) return [{ verdict: 'unknown', field, says }];
    return [
      condition(field, says, {
        id: 'keep-to-stated-use',
        text: 'Keep to the use of the data that its licence names.',
        owner: OWNER.legal,
        due: DUE.running,
        probe: null,
      }),
    ];
  }
  if (record.redistribution === 'no-derivatives') {
    return [
      {
        verdict: 'unknown',
        field: 'redistribution',
        says: 'forbids sharing adapted versions of this data (NoDerivatives); whether weights are one is unsettled',
      },
    ];
  }
  return [];
}

/** Share-alike and attribution of data: a condition to flag, not a proven breach. */
function kept(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  const free =
    record.outputs.train_other_models === 'allowed' && record.share_alike !== 'strong-on-derivative-databases';
  const bound = /^(?:strong|same-terms)/.test(record.share_alike) && record.share_alike !== 'strong-on-data';
  const found: Judgement[] = [];
  if (record.share_alike === 'unknown' && use.redistributes)
    found.push({
      verdict: 'unknown',
      field: 'share_alike',
      says: 'may bind what is made from this data to its own terms',
    });
  if (bound && (use.redistributes || use.hosted)) {
    found.push(
      condition(
        'share_alike',
        'is share-alike; whether weights trained on the data are adapted material is unsettled',
        {
          id: 'share-alike-data',
          text: 'Have counsel say whether the weights must be under the data’s licence before they are shared.',
          owner: OWNER.legal,
          due: DUE.sharing,
          probe: null,
        },
      ),
    );
  }
  const credit = record.attribution.licence_copy === 'uri-or-copy' || record.attribution.keep_notices === 'yes';
  if (credit && !(free && record.attribution.display_when == null) && use.redistributes) {
    found.push(
      condition('attribution', 'asks for credit when what is made from the data is shared', {
        id: 'credit-data',
        text: 'Credit the data in the model’s card and notices.',
        owner: OWNER.release,
        due: DUE.sharing,
        probe: 'the card names the data',
      }),
    );
  }
  return found;
}
