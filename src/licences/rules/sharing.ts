import type { LicenceRecord } from '../facts/record.ts';
import { type Clause, condition, DUE, distributes, type Judgement, OWNER, spanOfPurpose } from './clause.ts';

/** Whether it may be offered as a service. */
export const hosting: Clause = (record, use) => {
  if (!use.hosted) return [];
  const field = 'hosting.saas';
  const note = record.hosting.note ? ` (${record.hosting.note})` : '';
  switch (record.hosting.saas) {
    case 'allowed':
    case 'not_addressed':
      return [];
    case 'forbidden':
      return [{ verdict: 'deny', field, says: `forbids hosting it as a service${note}` }];
    case 'forbidden-for-software-or-cloud-providers':
      return [
        {
          verdict: 'deny',
          field,
          says: `forbids use by software and cloud service providers, and a hosted service is one${note}`,
        },
      ];
    case 'separate-licence-required':
      return [{ verdict: 'deny', field, says: `needs a separate licence for hosting it as a service${note}` }];
    case 'non-commercial-only':
      return use.commercial
        ? [{ verdict: 'deny', field, says: `allows hosting for non-commercial purposes only${note}` }]
        : [];
    case 'conditional':
      return record.network_copyleft === true
        ? []
        : [
            condition(field, `allows hosting it on conditions${note}`, {
              id: 'hosting-terms',
              text: 'Meet the licence’s terms on hosting before the service opens.',
              owner: OWNER.legal,
              due: DUE.release,
              probe: null,
            }),
          ];
    default:
      return [{ verdict: 'unknown', field, says: 'has terms on hosting that are not known' }];
  }
};

/** Whether weights may be passed on, and changed ones at all. */
export const redistribution: Clause = (record, use, subject) => {
  const field = 'redistribution';
  const span = spanOfPurpose(use.signals.get('redistributes') ?? null);
  const passedOn = inherited(record, subject.kind === 'base' && subject.relation === 'derivative');
  if (passedOn.length > 0 || !use.redistributes) return passedOn;
  switch (record.redistribution) {
    case 'yes':
    case 'territory-only':
      return [];
    case 'no':
      return [{ verdict: 'deny', field, says: 'forbids passing it on at all', span }];
    case 'no-derivatives':
      return [noDerivatives(use.signals.get('modifies') ?? null)];
    case 'research-only':
    case 'yes-non-commercial': {
      const limit =
        record.redistribution === 'research-only' ? 'for research only' : 'for non-commercial purposes only';
      if (use.commercial) return [{ verdict: 'deny', field, says: `lets it be passed on ${limit}`, span }];
      return [
        condition(field, `lets it be passed on ${limit}`, {
          id: 'share-limited',
          text: `Pass it on ${limit}, under the same terms.`,
          owner: OWNER.release,
          due: DUE.sharing,
          probe: 'the licence file is shipped',
        }),
      ];
    }
    case 'same-terms':
      return [
        condition(field, 'lets it be passed on under the same terms', {
          id: 'share-same-terms',
          text: 'Pass it on under the same licence.',
          owner: OWNER.release,
          due: DUE.sharing,
          probe: 'the licence file is shipped',
        }),
      ];
    case 'not_addressed':
      return [{ verdict: 'unknown', field, says: 'does not address passing it on', span }];
    default:
      return [{ verdict: 'unknown', field, says: 'has terms on passing it on that are not known', span }];
  }
};

/** A derivative that was published under a base that allows none: nobody could give rights to it. */
function inherited({ redistribution: rule }: LicenceRecord, derivative: boolean): readonly Judgement[] {
  if (!derivative) return [];
  const field = 'redistribution';
  if (rule === 'no')
    return [
      {
        verdict: 'deny',
        field,
        says: 'forbids distributing it or anything made from it: publishing this derivative was a breach already',
      },
    ];
  if (rule === 'no-derivatives') {
    return [
      {
        verdict: 'deny',
        field,
        says: 'forbids sharing adapted versions (NoDerivatives), fine-tunes and quantised copies too: publishing this derivative was a breach already',
      },
    ];
  }
  return [];
}

function noDerivatives(modified: string | null): Judgement {
  const field = 'redistribution';
  if (modified !== null) {
    return {
      verdict: 'deny',
      field,
      says: 'forbids sharing adapted versions (NoDerivatives), quantised or fine-tuned ones too',
      span: spanOfPurpose(modified),
    };
  }
  return condition(field, 'lets only unchanged copies be shared (NoDerivatives)', {
    id: 'unchanged-copies',
    text: 'Share unchanged copies only: no fine-tune, merge or quantisation.',
    owner: OWNER.release,
    due: DUE.sharing,
    probe: 'digests of the shared files equal those vetted',
  });
}

/** What must be given back to those who receive it, or use it over a network. */
export const copyleft: Clause = (record, use) => [
  ...shareAlike(record, use.redistributes),
  ...overNetworks(record, use.hosted),
];

function shareAlike({ share_alike: rule, name }: LicenceRecord, redistributes: boolean): readonly Judgement[] {
  if (!redistributes || rule === 'none') return [];
  const field = 'share_alike';
  if (rule === 'unknown')
    return [{ verdict: 'unknown', field, says: 'may bind what is passed on to its own terms: nobody read it' }];
  const what = rule === 'weak' ? 'changed files' : 'what is made from it';
  return [
    condition(field, `binds ${what} to the same licence when it is passed on (share-alike)`, {
      id: 'share-alike',
      text: `Put ${what} under ${name} (or a licence it calls compatible) when it is passed on, with source where it asks for it.`,
      owner: OWNER.release,
      due: DUE.sharing,
      probe: 'the licence file is shipped',
    }),
  ];
}

function overNetworks(
  { network_copyleft: rule, name, hosting: { note } }: LicenceRecord,
  hosted: boolean,
): readonly Judgement[] {
  if (!hosted || rule === false) return [];
  const field = 'network_copyleft';
  if (rule === 'unknown')
    return [
      { verdict: 'unknown', field, says: 'may ask that users over a network be given the source: nobody read it' },
    ];
  return [
    condition(field, `reaches users over a network${note ? ` (${note})` : ''}`, {
      id: 'offer-source',
      text: `Offer users of the service the complete modified version under ${name}.`,
      owner: OWNER.release,
      due: DUE.release,
      probe: 'the service links to the source',
    }),
  ];
}

/** What must be shown, shipped and named. */
export const attribution: Clause = (record, use, subject) => {
  const shares = distributes(record, use);
  const creative = record.hosting.counts_as_distribution === 'conditional' && use.hosted;
  return [
    ...licenceCopy(record, use.redistributes || shares, creative),
    ...noticeFile(record, use.redistributes),
    ...stateChanges(record, use.redistributes, subject.relation !== 'itself' || use.signals.has('modifies')),
    ...displayed(record, use.redistributes || use.hosted, subject.names),
    ...prefixed(record, shares),
  ];
};

function licenceCopy(record: LicenceRecord, shares: boolean, creative: boolean): readonly Judgement[] {
  const { licence_copy: copy, keep_notices: keep } = record.attribution;
  const field = 'attribution.licence_copy';
  if (copy === 'unknown') {
    return shares
      ? [{ verdict: 'unknown', field, says: 'may ask for a copy of the licence and notices: nobody read it' }]
      : [];
  }
  if (copy === 'uri-or-copy' && (shares || creative)) {
    return [
      condition(field, 'asks for attribution on sharing: creator, notices, a link to the licence, and changes stated', {
        id: 'attribution',
        text: `Credit the creator, keep the notices, link ${record.name}, and say what was changed.`,
        owner: OWNER.release,
        due: DUE.release,
        probe: 'the credit is shipped or shown',
      }),
    ];
  }
  if (!shares || (copy === 'no' && keep !== 'yes')) return [];
  return [
    condition(field, 'asks for a copy of the licence and its notices with whatever is passed on', {
      id: 'ship-licence',
      text: `Give recipients a copy of ${record.name} with all notices kept.`,
      owner: OWNER.release,
      due: DUE.sharing,
      probe: 'the licence file is shipped',
    }),
  ];
}

function noticeFile(record: LicenceRecord, redistributes: boolean): readonly Judgement[] {
  const { notice_file: file, notice_text: text } = record.attribution;
  const field = 'attribution.notice_file';
  if (!redistributes || (file !== 'yes' && file !== 'if-present')) return [];
  if (file === 'if-present') {
    return [
      condition(field, 'asks for the NOTICE file where there is one', {
        id: 'notice-file',
        text: 'Ship the NOTICE file if the model came with one.',
        owner: OWNER.release,
        due: DUE.sharing,
        probe: 'the NOTICE is shipped',
      }),
    ];
  }
  const words = text ? ` reading “${text}”` : '';
  return [
    condition(field, `asks for a Notice file${words}`, {
      id: 'notice-file',
      text: `Ship a NOTICE file${words}.`,
      owner: OWNER.release,
      due: DUE.sharing,
      probe: 'the NOTICE is shipped',
    }),
  ];
}

function stateChanges(record: LicenceRecord, redistributes: boolean, changed: boolean): readonly Judgement[] {
  if (
    !redistributes ||
    !changed ||
    record.attribution.licence_copy === 'uri-or-copy' ||
    record.attribution.state_changes !== 'yes'
  )
    return [];
  return [
    condition('attribution.state_changes', 'asks that changed files say so', {
      id: 'state-changes',
      text: 'Mark changed files as changed.',
      owner: OWNER.release,
      due: DUE.sharing,
      probe: null,
    }),
  ];
}

function displayed(record: LicenceRecord, outside: boolean, names: string): readonly Judgement[] {
  const { display_text: text, display_when: when } = record.attribution;
  if (!text || !outside || /encouraged|threshold|publications/i.test(when ?? '')) return [];
  if (/cosmos/i.test(text) && !/cosmos/i.test(names)) return [];
  return [
    condition('attribution.display_text', `asks for “${text}” to be shown${when ? ` (${when})` : ''}`, {
      id: 'display-text',
      text: `Show “${text}” prominently where the product or its documentation is.`,
      owner: OWNER.product,
      due: DUE.release,
      probe: 'the page shows the text',
    }),
  ];
}

function prefixed(record: LicenceRecord, shares: boolean): readonly Judgement[] {
  const { derivative_naming: naming } = record;
  if (naming === null || !shares) return [];
  return [
    condition('derivative_naming', `asks that names of ${naming.applies} begin with “${naming.text}”`, {
      id: 'name-prefix',
      text: `Begin the name of ${naming.applies} with “${naming.text}”.`,
      owner: OWNER.release,
      due: DUE.sharing,
      probe: `the alias begins with “${naming.text}”`,
    }),
  ];
}
