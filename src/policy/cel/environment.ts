import { type CelEnv, CelScalar, celEnv, celFunc, celUint } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';

const { DOUBLE, INT, STRING, UINT } = CelScalar;

const WHOLE = /^[-+]?\d+$/;
const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const [LEAST, MOST, MOST_UNSIGNED] = [-(2n ** 63n), 2n ** 63n - 1n, 2n ** 64n - 1n];

/**
 * Numbers in texts as CEL's definition has them: @bufbuild/cel 0.6.1 takes '' for 0 and words for NaN, so that a condition
 * about what was not given would be false, or true, instead of without an answer.
 */
const NUMBERS_IN_TEXTS = [
  celFunc('int', [STRING], INT, (text) => wholeIn(text, LEAST, MOST)),
  celFunc('uint', [STRING], UINT, (text) => celUint(wholeIn(text, 0n, MOST_UNSIGNED))),
  celFunc('double', [STRING], DOUBLE, (text) => {
    if (!DECIMAL.test(text)) throw new RangeError(`'${text}' is no number`);
    return Number(text);
  }),
];

/** Where conditions of policies are evaluated. */
export const ENVIRONMENT: CelEnv = celEnv({ funcs: [...strings, ...NUMBERS_IN_TEXTS] });

function wholeIn(text: string, least: bigint, most: bigint): bigint {
  const number = WHOLE.test(text) ? BigInt(text.replace(/^\+/, '')) : null;
  if (number === null || number < least || number > most) throw new RangeError(`'${text}' is no whole number in range`);
  return number;
}
