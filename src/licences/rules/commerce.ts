import type { LicenceRecord } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';
import { type Clause, condition, DUE, type Judgement, OWNER, spanOfPurpose } from './clause.ts';

const RESEARCH_ONLY = ['research-only', 'non-production'];

/** Whether money may be earned with it, and whether a business may use it inside. */
export const commerce: Clause = (record, use) => {
  switch (record.commercial_use) {
    case 'yes':
      return [];
    case 'no':
      return use.commercial ? [commercialUseBarred(record, use)] : inside(record, use);
    case 'conditional':
      return use.commercial ? [...competing(record, use), ...conditional(record)] : [];
    case 'not_addressed':
      return use.commercial
        ? [{ verdict: 'unknown', field: 'commercial_use', says: `does not address commercial use${noted(record)}` }]
        : [];
    case 'unknown':
      return [{ verdict: 'unknown', field: 'commercial_use', says: 'has terms on commercial use that are not known' }];
  }
};

function commercialUseBarred(record: LicenceRecord, use: SettledUse): Judgement {
  const words = use.signals.get('commercial') ?? use.signals.get('sells-outputs') ?? null;
  const only = RESEARCH_ONLY.includes(record.category) ? ' and is for research or evaluation only' : ' (NonCommercial)';
  const span = spanOfPurpose(words);
  const evaluating =
    use.nature === 'evaluation' &&
    record.internal_business_use === 'evaluation-only' &&
    !use.hosted &&
    !use.sellsOutputs;
  if (evaluating && use.signals.get('commercial') === undefined) {
    const says = `forbids commercial use and allows a business only to test and evaluate outside production; the use is declared commercial and its purpose is evaluation: one of the two must be settled${noted(record)}`;
    return {
      verdict: 'unknown',
      field: 'commercial_use',
      says,
      span: spanOfPurpose(use.signals.get('evaluation') ?? null),
    };
  }
  return { verdict: 'deny', field: 'commercial_use', says: `forbids commercial use${only}${noted(record)}`, span };
}

/** Uses that earn nothing, under licences that forbid earning: inside a business, in research, at home. */
function inside(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  const limit = RESEARCH_ONLY.includes(record.category) ? 'research or evaluation' : 'non-commercial use';
  const keep = condition('commercial_use', `is for ${limit} only${noted(record)}`, {
    id: 'keep-non-commercial',
    text: `Keep the use to ${limit}: no product, paid service or business operation may rest on it.`,
    owner: OWNER.product,
    due: DUE.running,
    probe: null,
  });
  switch (use.nature) {
    case 'research':
      return [keep];
    case 'personal':
      if (record.category !== 'research-only' || /personal/i.test(record.commercial_note ?? '')) return [keep];
      return [
        { verdict: 'unknown', field: 'commercial_use', says: 'is for research only, and the purpose is private use' },
      ];
    case 'evaluation':
      return [ofEvaluation(record, keep)];
    case 'business':
      return [ofBusiness(record, use)];
    case 'unclear':
      return [unclear(record, use, keep)];
  }
}

function ofEvaluation(record: LicenceRecord, keep: Judgement): Judgement {
  const field = 'internal_business_use';
  switch (record.internal_business_use) {
    case 'evaluation-only':
    case 'yes':
      return keep;
    case 'no':
      return {
        verdict: 'deny',
        field,
        says: `forbids internal business use, even a trial or proof of concept${noted(record)}`,
      };
    case 'conditional':
    case 'not_addressed':
    case 'unknown':
      return { verdict: 'unknown', field, says: `does not clearly allow a business to evaluate it${noted(record)}` };
  }
}

function ofBusiness(record: LicenceRecord, use: SettledUse): Judgement {
  const field = 'internal_business_use';
  const span = spanOfPurpose(use.signals.get('production') ?? use.signals.get('business') ?? null);
  switch (record.internal_business_use) {
    case 'no':
      return { verdict: 'deny', field, says: `forbids internal business use${noted(record)}`, span };
    case 'evaluation-only':
      return {
        verdict: 'deny',
        field,
        says: `allows a business only to test and evaluate it, outside production${noted(record)}`,
        span,
      };
    case 'yes':
    case 'conditional':
    case 'not_addressed':
    case 'unknown':
      return {
        verdict: 'unknown',
        field,
        says: `forbids commercial use (NonCommercial), and whether internal use in a business is commercial is disputed: counsel must say${noted(record)}`,
        span,
      };
  }
}

function unclear(record: LicenceRecord, use: SettledUse, keep: Judgement): Judgement {
  if (!RESEARCH_ONLY.includes(record.category)) return keep;
  const verdict = use.hosted && use.purpose !== '' ? 'deny' : 'unknown';
  return {
    verdict,
    field: 'commercial_use',
    says: `is for research or evaluation only, and the purpose is neither${noted(record)}`,
  };
}

function conditional(record: LicenceRecord): readonly Judgement[] {
  const duty = CONDITIONAL.find(({ when }) => when(record));
  if (duty === undefined) return [];
  const { id, text } = duty;
  return [
    condition('commercial_use', `allows commercial use on conditions${noted(record)}`, {
      id,
      text,
      owner: OWNER.legal,
      due: DUE.use,
      probe: null,
    }),
  ];
}

/** A licence that its licensor’s competitors do not get, and a purpose that names the licensor as one. */
function competing({ commercial_note: note }: LicenceRecord, { purpose }: SettledUse): readonly Judgement[] {
  const [, licensor] = /competes with (\w+)/.exec(note ?? '') ?? [];
  if (licensor === undefined) return [];
  const words = new RegExp(
    `\\bcompet\\w*[^.;]{0,40}\\b${licensor}\\b|\\b(?:rival|alternative)\\w* (?:of|to|for) ${licensor}\\b`,
    'i',
  ).exec(purpose)?.[0];
  if (words === undefined || /\bnot\b[^.;]{0,20}$/i.test(purpose.slice(0, purpose.indexOf(words)))) return [];
  const says = `needs a separate licence for a product that competes with ${licensor}`;
  return [{ verdict: 'deny', field: 'commercial_note', says, span: spanOfPurpose(words) }];
}

const CONDITIONAL: readonly { when: (record: LicenceRecord) => boolean; id: string; text: string }[] = [
  {
    when: ({ category }) => category === 'royalty',
    id: 'get-permission',
    text: 'Get the licensor’s written permission before commercial use, and pay the royalty it sets.',
  },
  {
    when: ({ category, gated_or_registration: gate }) =>
      category === 'registration' || /registration|application/.test(gate ?? ''),
    id: 'register',
    text: 'Register with the licensor (or apply to it) before commercial use, and keep the answer.',
  },
  {
    when: ({ category }) => category === 'use-limited',
    id: 'keep-to-stated-use',
    text: 'Keep to the use that the licence names, and to no other.',
  },
  {
    when: ({ commercial_note: note }) => /competes with NAVER/i.test(note ?? ''),
    id: 'not-competing',
    text: 'Confirm that the product does not compete with the licensor; one that does needs a separate licence.',
  },
];

/** The record's note up to its first full stop: what follows is background. */
function noted({ commercial_note: note }: LicenceRecord): string {
  const [first = ''] = (note ?? '').split(/\. (?=[A-Z])/);
  return first === '' ? '' : `: ${first.replace(/\.$/, '')}`;
}

/** Terms on what the model makes. */
export const outputs: Clause = (record, use) => {
  if (!use.sellsOutputs) return [];
  const field = 'outputs.commercial_use_of_outputs';
  const span = spanOfPurpose(use.signals.get('sells-outputs') ?? null);
  switch (record.outputs.commercial_use_of_outputs) {
    case 'no':
      return [{ verdict: 'deny', field, says: 'forbids commercial use of the outputs', span }];
    case 'unknown':
      return [{ verdict: 'unknown', field, says: 'has terms on selling outputs that are not known', span }];
    case 'conditional':
      return [
        condition(field, 'allows selling outputs on conditions', {
          id: 'output-terms',
          text: 'Have the terms on commercial use of outputs agreed with the licensor.',
          owner: OWNER.legal,
          due: DUE.use,
          probe: null,
        }),
      ];
    case 'territory-only':
      return [
        condition(field, 'allows use of outputs inside its territory only', {
          id: 'outputs-in-territory',
          text: 'Keep outputs inside the licence’s territory: they must not be used outside it.',
          owner: OWNER.product,
          due: DUE.running,
          probe: 'the gateway sees callers’ regions',
        }),
      ];
    case 'yes':
    case 'not_addressed':
      return [];
  }
};
