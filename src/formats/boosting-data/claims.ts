import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';
import type { BoostingDataFacts } from './facts.ts';

export const BOOSTING_DATA_SIGNS: Signs = { first: '\x01_C' };

export function claimsBoostingData(_path: string, head: Uint8Array): boolean {
  return libraryOf(head) !== undefined;
}

/** The magic number 0xffffab01, then `version:`. Releases before 1.0 wrote no version, and the present ones refuse that. */
export const XGBOOST_MARK = [0x01, 0xab, 0xff, 0xff, ...new TextEncoder().encode('version:')];
export const LIGHTGBM_MARK = new TextEncoder().encode('______LightGBM_Binary_File_Token______\n');
export const CATBOOST_MARK = new TextEncoder().encode('CatboostQuantizedPool\0');

const MARKS: readonly (readonly [library: BoostingDataFacts['library'], mark: ArrayLike<number>])[] = [
  ['xgboost', XGBOOST_MARK],
  ['lightgbm', LIGHTGBM_MARK],
  ['catboost', CATBOOST_MARK],
];

/** Whose mark a data set begins with. */
export function libraryOf(head: Uint8Array): BoostingDataFacts['library'] | undefined {
  return MARKS.find(([, mark]) => bytesAt(head, 0, mark))?.[0];
}
