import type { LicenceRecord } from '../facts/record.ts';
import { isWithin } from '../use/regions.ts';
import type { SettledUse } from '../use/settle.ts';
import { type Clause, condition, DUE, type Judgement, OWNER, type Subject } from './clause.ts';

const TERRITORIES: Readonly<Record<string, string>> = {
  EU: 'the European Union (EU)',
  GB: 'the United Kingdom',
  KR: 'South Korea',
};

/** Places where the licence gives no rights. */
export const territory: Clause = (record, use, subject) => {
  const { excluded } = record.territory;
  if (excluded === 'unknown') {
    return [{ verdict: 'unknown', field: 'territory.excluded', says: 'may exclude territories: nobody read it' }];
  }
  return excluded.flatMap((entry) => judge(record, entry, use, subject));
};

function judge(record: LicenceRecord, entry: string, use: SettledUse, subject: Subject): readonly Judgement[] {
  const [code = ''] = /^[A-Z]{2}/.exec(entry) ?? [];
  const multimodalOnly = /multimodal/i.test(entry);
  const place = TERRITORIES[code] ?? code;
  const modality = multimodalOnly ? modalityOf(record, use, subject) : 'multimodal';
  if (modality === 'text') return [];
  const clause = multimodalOnly
    ? `excludes persons domiciled, and companies seated, in ${place} for multimodal models, by its acceptable use policy`
    : `gives no rights in ${place}, and its outputs must not be used there either`;
  const field = 'territory.excluded';
  const where = multimodalOnly ? licensee(use) : use.regions;
  if (where === null) {
    return [{ verdict: 'unknown', field, says: `${clause}; where the use takes place was not said` }];
  }
  if (!where.some((region) => isWithin(region, code))) return outside(place, clause, use, multimodalOnly, code);
  if (modality === null) {
    return [{ verdict: 'unknown', field, says: `${clause}; whether this model is multimodal is not known` }];
  }
  return [{ verdict: 'deny', field, says: clause }];
}

/** The policy speaks of the licensee, not of end users of a product that holds the model. */
function licensee(use: SettledUse): readonly string[] | null {
  return use.seat === null ? use.regions : [use.seat];
}

function outside(
  place: string,
  clause: string,
  use: SettledUse,
  licenseeOnly: boolean,
  code: string,
): readonly Judgement[] {
  if (licenseeOnly) {
    const served = use.regions?.some((region) => isWithin(region, code)) ?? false;
    if (!served) return [];
    return [
      condition('territory.excluded', `${clause}; end users of a product that incorporates it are not affected`, {
        id: 'licensee-outside',
        text: `Keep licensee and operation seated outside ${place}; serve people there only as end users of an integrated product.`,
        owner: OWNER.legal,
        due: DUE.running,
        probe: null,
      }),
    ];
  }
  return [
    condition('territory.excluded', clause, {
      id: `not-in-${code.toLowerCase()}`,
      text: `Keep use, and use of outputs, out of ${place}.`,
      owner: OWNER.gateway,
      due: DUE.running,
      probe: 'the gateway sees callers’ regions',
    }),
  ];
}

/** Llama 4 is multimodal throughout, Llama 3.3 is text; Llama 3.2 is both, by its size. */
function modalityOf(record: LicenceRecord, use: SettledUse, subject: Subject): 'text' | 'multimodal' | null {
  if (subject.modality !== null) return subject.modality;
  if (record.id === 'llama4') return 'multimodal';
  if (record.id === 'llama3.3') return use.modality === 'multimodal' ? 'multimodal' : 'text';
  return use.modality;
}
