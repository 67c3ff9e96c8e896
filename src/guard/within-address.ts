/**
 * Whether what comes next would stand within an address. Who shows a text follows the addresses in it, pictures by themselves, so that
 * what is put into one after the guard has looked goes to whomever the model names. Reads what goes out, in any pieces.
 */
export interface AddressWatch {
  see(text: string): void;
  isWithin(): boolean;
}

/** Before what is an address all by itself, or one that nobody fetches. */
const ALONE = /^<?(?:(?:mailto|tel|sms):)?$/i;
/** Longer than all of these. */
const BEGINNING = 10;
/** What a browser reads as the signs of an address: written as entities or as JSON escapes them, too, and with one slash or none. */
const OPENS = /(?:[\\/]{2}|www\.|https?:|&(?:#|sol;|colon;)|\\u00(?:2f|3a|5c))$/i;
const LONGEST_OPENING = 7;
/** What stands in JSON outside its strings. */
const BETWEEN = /[[\]{},:\d.+\-truefalsnE]/;

const NAME = /[A-Za-z0-9:-]/;
const LETTER = /[A-Za-z]/;

type Tag = 'none' | 'name' | 'attributes' | 'value';

export function createAddressWatch(): AddressWatch {
  /** The last characters of the run without blanks. */
  let last = '';
  let isAddress = false;
  /** Within `<…>`, where an address may have blanks. */
  let angle = false;
  let tag: Tag = 'none';
  let quote = '';
  /** Within `](…)`. */
  let target = false;
  /** Of a target: it stands in `<…>`, where it may have brackets. */
  let pointed = false;
  /** Of a target, or of a tag's value, how it begins. */
  let beginning = '';
  let before = '';
  /** Whether the text is JSON, whose strings end what stands in them; null: it has not begun. */
  let json: boolean | null = null;
  let inString = false;
  let escaped = false;

  const seeTag = (sign: string): void => {
    if (sign === '<' && quote === '') {
      tag = 'name';
      beginning = '';
    } else if (sign === '>' && quote === '') tag = 'none';
    else if (tag === 'name' && !NAME.test(sign))
      tag = before === '<' || !(isBlank(sign) || sign === '/') ? 'none' : 'attributes';
    else if (tag === 'name' && before === '<' && !LETTER.test(sign)) tag = 'none';
    else if (tag === 'attributes' && sign === '=') {
      tag = 'value';
      beginning = '';
      quote = '';
    } else if (tag === 'value') seeValue(sign);
  };

  const seeValue = (sign: string): void => {
    if (quote === '' && beginning === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (quote === '' ? isBlank(sign) && beginning !== '' : sign === quote) {
      tag = 'attributes';
      quote = '';
    } else if (beginning.length < BEGINNING && !(quote === '' && isBlank(sign))) beginning += sign;
  };

  const seeTarget = (sign: string): void => {
    if (sign === '(' && before === ']') {
      target = true;
      pointed = false;
      beginning = '';
    } else if (sign === ')' && !(pointed && angle)) target = false;
    else if (target && beginning.length < BEGINNING && !isBlank(sign)) beginning += sign;
  };

  /** Whether a string of JSON begins or ends; what stands outside one and is no JSON shows that the text is none. */
  const seeJson = (sign: string): boolean => {
    if (escaped) escaped = false;
    else if (inString && sign === '\\') escaped = true;
    else if (sign === '"') {
      inString = !inString;
      return true;
    } else if (!inString && !BETWEEN.test(sign)) json = false;
    return false;
  };

  const seeRun = (sign: string): void => {
    if (sign === '<') angle = true;
    else if (sign === '>' || sign === '\n') angle = false;
    if (isBlank(sign)) {
      last = '';
      isAddress &&= angle;
      return;
    }
    json ??= sign === '{' || sign === '[';
    if (json && seeJson(sign)) {
      last = '';
      isAddress = false;
      return;
    }
    last = (last + sign).slice(-LONGEST_OPENING);
    isAddress ||= OPENS.test(last);
  };

  return {
    see: (text) => {
      for (const sign of text) {
        if (sign === '<' && target && before === '(') pointed = true;
        if (tag !== 'none' || sign === '<') seeTag(sign);
        if (tag === 'none') seeTarget(sign);
        seeRun(sign);
        before = sign;
      }
    },
    isWithin: () => isAddress || ((target || tag === 'value') && !ALONE.test(beginning)),
  };
}

/** Those of ASCII alone: others belong to an address. */
function isBlank(sign: string): boolean {
  return sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r';
}
