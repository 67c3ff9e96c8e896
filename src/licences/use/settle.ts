import type { LicenceSpan } from '../../domain/licence.ts';
import { readAmounts } from './amounts.ts';
import type { FieldOfUse } from './fields.ts';
import { LONGEST_PURPOSE, type PurposeSignals, readPurpose } from './purpose.ts';
import type { Signal } from './purpose-rows.ts';
import { regionsIn } from './regions.ts';
import type { StatedUse } from './stated.ts';

/** What kind of use it is, for licences that allow research, evaluation or private use alone. */
export type Nature = 'research' | 'evaluation' | 'personal' | 'business' | 'unclear';

/** The use as it is judged: stated and purpose together, the stricter of both; what nobody said counts as the stricter side. */
export interface SettledUse {
  readonly purpose: string;
  readonly commercial: boolean;
  /** Whether somebody said so, the purpose shows it, or it is assumed. */
  readonly commercialBy: 'stated' | 'purpose' | 'assumed';
  readonly nature: Nature;
  readonly internal: boolean;
  readonly hosted: boolean;
  readonly production: boolean;
  readonly redistributes: boolean;
  readonly sellsOutputs: boolean;
  readonly trains: boolean;
  readonly mau: number | null;
  readonly mauAtRelease: number | null;
  readonly annualRevenueUsd: number | null;
  /** Null: not said. */
  readonly regions: readonly string[] | null;
  readonly seat: string | null;
  readonly regulatedDomain: string | null;
  readonly modality: 'text' | 'multimodal' | null;
  readonly signals: PurposeSignals;
  readonly remarks: readonly UseRemark[];
}

/** Where purpose and fields disagree, or where something had to be assumed. */
export interface UseRemark {
  readonly field: string;
  readonly says: string;
  readonly span: LicenceSpan | null;
}

/** Holds what is stated against what the purpose tells. Pure; the purpose is data and decides nothing kindly. */
export function settleUse(stated: StatedUse): SettledUse {
  const signals = readPurpose(stated.purpose);
  const remarks: UseRemark[] = [];
  const purposeSays = (signal: Signal, field: string, says: string) => {
    const words = signals.get(signal);
    if (words !== undefined) remarks.push({ field, says: `${says}: “${words}”.`, span: spanOf(words) });
    return words !== undefined;
  };
  /** A field and a signal: true wins, and a disagreement is told. */
  const either = (value: boolean | undefined, signal: Signal, field: string, says: string): boolean => {
    if (value === true) return true;
    return purposeSays(signal, field, value === false ? `${says}, against what is declared` : says);
  };
  if (stated.purpose.length > LONGEST_PURPOSE) {
    remarks.push({
      field: 'purpose',
      says: `Of the purpose only the first ${LONGEST_PURPOSE} characters were read.`,
      span: null,
    });
  }
  const sellsOutputs = either(
    stated.sellsOutputs,
    'sells-outputs',
    'sell_outputs',
    'The purpose sells what the model makes',
  );
  const commerce = commerceOf(stated, signals, sellsOutputs, remarks);
  const external = either(stated.hosted, 'external', 'hosted_service', 'The purpose serves people outside');
  if (external && stated.internal === true && stated.hosted !== true) {
    remarks.push({
      field: 'internal',
      says: 'The use is declared internal, and its purpose serves people outside.',
      span: spanOf(signals.get('external') ?? ''),
    });
  }
  const amounts = readAmounts(stated.purpose);
  const told = regionsOf(stated, remarks);
  return {
    purpose: stated.purpose,
    ...commerce,
    nature: natureOf(stated, signals, commerce.commercial),
    internal: stated.internal === true,
    hosted: external,
    production: signals.has('production') || external,
    redistributes: either(
      stated.redistributes,
      'redistributes',
      'redistribute_weights',
      'The purpose passes the weights on',
    ),
    sellsOutputs,
    trains: either(
      stated.trainsOtherModels,
      'trains',
      'train_other_models',
      'The purpose uses outputs to train other models',
    ),
    mau: larger(stated.mau, amounts.mau),
    mauAtRelease: stated.mauAtRelease ?? amounts.mauAtRelease,
    annualRevenueUsd: larger(stated.annualRevenueUsd, amounts.annualRevenueUsd),
    regions: told,
    seat: stated.seat ?? amounts.seat,
    regulatedDomain: stated.regulatedDomain ?? null,
    modality: stated.modality ?? (signals.has('multimodal') ? 'multimodal' : null),
    signals,
    remarks,
  };
}

function spanOf(words: string): LicenceSpan {
  return { source: 'use.purpose', line: null, text: words };
}

function commerceOf(
  stated: StatedUse,
  signals: PurposeSignals,
  sellsOutputs: boolean,
  remarks: UseRemark[],
): Pick<SettledUse, 'commercial' | 'commercialBy'> {
  if (stated.commercial === true) return { commercial: true, commercialBy: 'stated' };
  const words = signals.get('commercial') ?? (sellsOutputs ? 'sells outputs' : undefined);
  if (words !== undefined) {
    const declared = stated.commercial === false ? 'The use is declared non-commercial, but its' : 'The';
    remarks.push({
      field: 'commercial',
      says: `${declared} purpose serves commerce: “${words}”.`,
      span: spanOf(words),
    });
    return { commercial: true, commercialBy: 'purpose' };
  }
  if (stated.commercial === false) return { commercial: false, commercialBy: 'stated' };
  if (signals.has('research') || signals.has('personal')) {
    remarks.push({
      field: 'commercial',
      says: 'Whether the use is commercial was not said; its purpose is research or private.',
      span: null,
    });
    return { commercial: false, commercialBy: 'purpose' };
  }
  remarks.push({
    field: 'commercial',
    says: 'Whether the use is commercial was not said: it counts as commercial.',
    span: null,
  });
  return { commercial: true, commercialBy: 'assumed' };
}

/** Business words outweigh the word research: `research for our underwriters` is business. Evaluation is told apart from both. */
function natureOf(stated: StatedUse, signals: PurposeSignals, commercial: boolean): Nature {
  if (signals.has('evaluation') && !signals.has('production') && !signals.has('external') && stated.hosted !== true) {
    return signals.has('research') && !signals.has('business') && !commercial ? 'research' : 'evaluation';
  }
  if (commercial || signals.has('production')) return 'business';
  if (signals.has('business')) return signals.has('research') && academic(stated.purpose) ? 'research' : 'business';
  if (signals.has('research')) return 'research';
  if (signals.has('personal')) return 'personal';
  return stated.internal === true ? 'business' : 'unclear';
}

/** An institution whose business is research. */
function academic(purpose: string): boolean {
  return /\b(?:academic|universit(?:y|ies)|phd|thesis|dissertation|students?|classroom|coursework|non-?profit research)\b/i.test(
    purpose,
  );
}

function regionsOf({ regions, purpose }: StatedUse, remarks: UseRemark[]): readonly string[] | null {
  const named = regionsIn(purpose.slice(0, LONGEST_PURPOSE));
  const added = named.filter((region) => regions !== undefined && !regions.includes(region));
  if (regions === undefined && named.length === 0) return null;
  if (added.length > 0) {
    remarks.push({
      field: 'region',
      says: `The purpose names a region that the use does not: ${added.join(', ')}.`,
      span: null,
    });
  }
  return [...new Set([...(regions ?? []), ...named])];
}

/** Two figures for one thing: the stricter side. */
function larger(stated: number | undefined, told: number | null): number | null {
  return stated === undefined ? told : Math.max(stated, told ?? 0);
}

/** Whether the purpose is in this field, with the words that put it there. */
export function inField(use: SettledUse, field: FieldOfUse): string | null {
  return use.signals.get(field) ?? null;
}
