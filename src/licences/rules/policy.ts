import { POLICIES } from '../facts/policies.ts';
import type { LicenceRecord } from '../facts/record.ts';
import { FIELDS, type FieldOfUse, fieldsExcluded } from '../use/fields.ts';
import { inField, type SettledUse } from '../use/settle.ts';
import { type Clause, condition, DUE, distributes, type Judgement, OWNER, spanOfPurpose } from './clause.ts';

/** Fields of use that the licence or its use policy excludes, held against the purpose and the regulated domain. */
export const fieldsOfUse: Clause = (record, use) => {
  const excluded = new Map<FieldOfUse, string>(fieldsExcluded(record.fields_excluded));
  for (const field of POLICIES.get(record.id)?.fields ?? [])
    if (!excluded.has(field)) excluded.set(field, FIELDS[field]);
  return [...excluded].flatMap(([field, text]) => judgeField(record, field, text, use));
};

const FIELD = 'fields_excluded';

function judgeField(record: LicenceRecord, field: FieldOfUse, text: string, use: SettledUse): readonly Judgement[] {
  const words = inField(use, field);
  const clause = `excludes ${FIELDS[field]}${text === FIELDS[field] ? '' : ` (“${text}”)`}, by ${policyOf(record)}`;
  const span = spanOfPurpose(words);
  if (field === 'automated-decision') return decisions(clause, words, use);
  if (field === 'profession') return profession(clause, words, use);
  if (field === 'medical-advice' && words === null && isHealth(use)) {
    return [
      {
        verdict: 'unknown',
        field: FIELD,
        says: `${clause}; whether this use in health gives medical advice or interprets results was not said`,
      },
    ];
  }
  if (
    field === 'justice' &&
    words === null &&
    /justice|law|police|migration|immigration/i.test(use.regulatedDomain ?? '') &&
    !/legal/i.test(use.regulatedDomain ?? '')
  ) {
    return [{ verdict: 'unknown', field: FIELD, says: `${clause}; whether this use is part of it was not said` }];
  }
  if (field === 'military' && /defen[cs]e|military/i.test(use.regulatedDomain ?? ''))
    return [{ verdict: 'deny', field: FIELD, says: clause }];
  if (
    field === 'critical-infrastructure' &&
    words === null &&
    /energy|utilit|infrastructure|grid|water/i.test(use.regulatedDomain ?? '')
  ) {
    return [{ verdict: 'unknown', field: FIELD, says: `${clause}; whether this use operates it was not said` }];
  }
  if (words === null) return [];
  return [{ verdict: 'deny', field: FIELD, says: clause, span }];
}

const isHealth = ({ regulatedDomain }: SettledUse): boolean =>
  /health|medic|clinic|hospital|pharma/i.test(regulatedDomain ?? '');

/** Domains in which a decision touches rights or livelihood. */
const HIGH_STAKES =
  /insur|credit|lend|loan|bank|financ|employ|hiring|hr\b|recruit|housing|health|medic|educat|benefit|welfare|justice|law|migration|immigration|social|legal/i;

function decisions(clause: string, words: string | null, use: SettledUse): readonly Judgement[] {
  const person = use.signals.get('person-decides');
  if (words !== null && person === undefined)
    return [{ verdict: 'deny', field: FIELD, says: clause, span: spanOfPurpose(words) }];
  if (words === null && !HIGH_STAKES.test(use.regulatedDomain ?? '')) return [];
  return [
    condition(FIELD, `${clause}; a person must decide`, {
      id: 'person-decides',
      text: 'Have a person decide each case: nothing that affects rights or access may be decided by outputs alone.',
      owner: OWNER.product,
      due: DUE.release,
      probe: null,
    }),
  ];
}

function profession(clause: string, words: string | null, use: SettledUse): readonly Judgement[] {
  const licensed = use.signals.get('person-decides');
  const domain = /health|medic|legal|law|financ|account|tax|invest/i.test(use.regulatedDomain ?? '');
  if (words !== null && licensed === undefined)
    return [{ verdict: 'deny', field: FIELD, says: clause, span: spanOfPurpose(words) }];
  if (words === null && !domain) return [];
  return [
    condition(FIELD, `${clause}: only under a licensed professional`, {
      id: 'licensed-professional',
      text: 'Put outputs under the responsibility of a licensed professional; offer no professional advice without one.',
      owner: OWNER.product,
      due: DUE.release,
      probe: null,
    }),
  ];
}

function policyOf(record: LicenceRecord): string {
  return record.acceptable_use.policy_ref
    ? `its acceptable use policy (${record.acceptable_use.policy_ref})`
    : 'its terms of use';
}

const OWN_AGREEMENT = ['community-conditional', 'behavioural-use', 'registration', 'royalty'];

/** A publisher’s own agreement binds whoever uses the model, even where no single clause of it meets this use. */
export const ownTerms: Clause = (record) => {
  if (!OWN_AGREEMENT.includes(record.category)) return [];
  return [
    condition('category', 'is the publisher’s own agreement, accepted by using the model', {
      id: 'keep-agreement',
      text: `Keep the text of ${record.name}, as accepted, with the record of this admission.`,
      owner: OWNER.legal,
      due: DUE.use,
      probe: 'the licence file’s digest is in the dossier',
    }),
  ];
};

/** That there is a use policy, that it can change, and that it must be passed on. */
export const usePolicy: Clause = (record, use) => {
  const { has_policy: has, flow_down: flow, policy_can_change: change } = record.acceptable_use;
  const field = 'acceptable_use';
  if (has === 'unknown') return [{ verdict: 'unknown', field, says: 'may come with a use policy: nobody read it' }];
  if (!has || POLICIES.get(record.id)?.lawOnly === true) return [];
  const ref = record.acceptable_use.policy_ref ? ` (${record.acceptable_use.policy_ref})` : '';
  const comply = condition(field, `binds every use to its acceptable use policy${ref}`, {
    id: 'use-policy',
    text: `Keep to the acceptable use policy of ${record.name}${ref}.`,
    owner: OWNER.product,
    due: DUE.running,
    probe: null,
  });
  const watch = change.startsWith('yes')
    ? [
        condition(field, 'lets the licensor change its use policy', {
          id: 'watch-policy',
          text: `Watch the use policy of ${record.name}: a change reopens the case.`,
          owner: OWNER.legal,
          due: DUE.running,
          probe: 'the policy’s digest is the one that was read',
        }),
      ]
    : [];
  return [comply, ...watch, ...(flow === 'no' || flow === 'n/a' ? [] : passedOn(record, use))];
};

function passedOn(record: LicenceRecord, use: SettledUse): readonly Judgement[] {
  if (!distributes(record, use)) return [];
  return [
    condition(
      'acceptable_use.flow_down',
      'asks that its use restrictions be passed on to those who receive it or use it as a service',
      {
        id: 'policy-flow-down',
        text: `Put the use restrictions of ${record.name} into the terms that recipients and users accept.`,
        owner: OWNER.legal,
        due: DUE.release,
        probe: 'the service’s terms carry them',
      },
    ),
  ];
}

/** A licence that ends when safeguards are weakened. */
export const guardrails: Clause = (record, use, subject) => {
  if (!/guardrail/i.test(record.termination ?? '')) return [];
  const words = use.signals.get('weakens-guardrails') ?? subject.weakened;
  const field = 'termination';
  if (words !== null) {
    return [
      {
        verdict: 'deny',
        field,
        says: `ends automatically when a guardrail of the model is bypassed or weakened: “${words}”`,
        span: spanOfPurpose(use.signals.get('weakens-guardrails') ?? null),
      },
    ];
  }
  return [
    condition(field, 'ends automatically when a guardrail of the model is bypassed or weakened', {
      id: 'keep-guardrails',
      text: 'Keep the model’s guardrails and safety limits as they are.',
      owner: OWNER.release,
      due: DUE.running,
      probe: 'digests of the served files equal those vetted',
    }),
  ];
};

/** What is known second-hand, or names no licence, never allows. */
export const confidence: Clause = (record) => {
  if (record.category === 'ambiguous')
    return [
      {
        verdict: 'unknown',
        field: 'category',
        says: 'names no one licence: only the licence’s text can settle which terms hold',
      },
    ];
  if (record.category === 'none')
    return [
      {
        verdict: 'unknown',
        field: 'category',
        says: 'is no licence: without one nobody but the author has any rights',
      },
    ];
  if (record.category === 'closed-terms')
    return [
      { verdict: 'unknown', field: 'category', says: 'are the terms of a closed service, which license no weights' },
    ];
  if (record.confidence === 'secondary')
    return [
      {
        verdict: 'unknown',
        field: 'confidence',
        says: 'is known second-hand only: its text must be read before anything is allowed',
      },
    ];
  return [];
};
