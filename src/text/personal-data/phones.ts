import type { PersonalData } from './found.ts';
import { isCalledOtherwise } from './identifiers.ts';

interface Form {
  readonly pattern: RegExp;
  readonly score: number;
  /** Whether a word for telephones must stand before it. */
  readonly needsContext?: boolean;
}

const EXTENSION = String.raw`(?:[ ,]{0,2}(?:x|ext[.:]?|extension)\s?\d{1,6})?`;
const END = String.raw`(?![\w@]|[-./]\d|:[A-Za-z])`;

/** Countries' codes that are given out (ITU-T E.164, list of assigned codes), by first digits. */
const CODES =
  '1|7|2[07]|21[1-3689]|22\\d|23[0-9]|24\\d|25[0-8]|26[0-9]|29[0178]|3[0-469]|35\\d|37[0-8]|38[0-9]|4[013-9]|42[013]|5[1-8]|50\\d|59\\d|6[0-6]|67\\d|68\\d|69[012]|8[1246]|85[02356]|88[06]|9[0-58]|96\\d|97\\d|99[2-8]';

const FORMS: readonly Form[] = [
  {
    pattern: form(String.raw`(?:\+|00)(?:${CODES})[ .-]?(?:\(0?\d{1,4}\)[ .-]?)?(?:\d{1,5}[ .-]?){1,5}\d{2,5}`),
    score: 0.8,
  },
  { pattern: form(String.raw`\(\d{3}\) ?\d{3}[ .-]\d{4}`), score: 0.8 },
  { pattern: form(String.raw`(?:1[ .-])?[2-9]\d{2}([.-])\d{3}[.-]\d{4}`), score: 0.7 },
  { pattern: form(String.raw`1-\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]?\d{4}`), score: 0.7 },
  { pattern: form(String.raw`(?:1 )?[2-9]\d{2} \d{3} \d{4}`), score: 0.5 },
  { pattern: form(String.raw`\(0\d{1,5}\) ?\d{3,4}[ -]?\d{3,4}`), score: 0.7 },
  { pattern: form(String.raw`[18] \(\d{3}\) ?\d{3}[ -]\d{2}-?\d{2}|[2-9]\d{2}/\d{3}-\d{4}`), score: 0.7 },
  { pattern: form(String.raw`0\d{1,4}[ /-]\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4}){0,2}`), score: 0.6 },
  { pattern: form(String.raw`0\d{2,4} / \d{3,8}(?:[ -]\d{2,5}){0,2}`), score: 0.6 },
  { pattern: form(String.raw`0\d(?:\.\d{2}){4}`), score: 0.6 },
  { pattern: form(String.raw`0\d{4,5} \d{5,6}|0\d{3} \d{7}|0\d{2,3}[ /-]\d{7,8}|0[1-9]-\d{8}`), score: 0.5 },
  { pattern: form(String.raw`\(\d{2,4}\) ?\d{4,5}[ -]\d{4}`), score: 0.6 },
  {
    pattern: form(
      String.raw`\d{1,5}(?:[ ./-]\d{1,5}){1,4}[ ./-]\d{2,5}|0?\d{7,14}|\d{1,5}[ /-]\d{4,9}|(?:\d )?\(\d[\d -]{0,5}\) ?\d{1,5}(?:[ -]?\d{2,5}){1,4}`,
    ),
    score: 0.6,
    needsContext: true,
  },
];

function form(source: string): RegExp {
  return new RegExp(`(?:${source})${EXTENSION}${END}`, 'y');
}

/** Matches where any of them does: most numbers are none. */
const ANY_FORM = new RegExp(FORMS.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'y');

export const PHONE_WORD =
  /(?:phone|\btel(?:efon|éfono|\.|:|ephone)?|\btél(?:\.| ?:|éphone)|\bmobile?|\bcell(?!ar|ul)|call(?:ed|ing)?|fax|\bdial\b|text me|sms|whatsapp|reach (?:me|us|him|her)|contact|ll[aá]m[ae]|chiam|\bligue|\bruf(?:en|e|t)? (?:sie|mich|uns|ihn)|anrufen|appele[rz]|\b(?:cell|home|work|office) number|rufnummer|handy|móvil|portable|numéro de (?:tél|port)|telefone|celular|answer(?:ing|ed)?|☎|📞|messages? (?:to|at)|ring (?:me|us|him|her|on)|voice ?mail|hotline|helpline|landline|\b(?:desk|office|work|home|direct): ?$|\btelepon\b|\bponsel\b|zadzwoń|\bcep tel|\bpuhelin|matkapuh|\bmobil(?:nummer|ní)|telefoon|telefonszám|telefón|điện thoại|\bsđt\b)/i;

/**
 * The same in other scripts, where the word for the thing is the word for its number, too: so nothing but what says that it is
 * somebody's, or that the number follows, may stand between.
 */
const CALLED_ABROAD =
  /(?:手[机機]|电话|電話|携帯|传真|傳真|ファックス|連絡先|联系方式)(?:电话|電話|号码?|號碼?|番号|给我|给他|ください){0,2}(?:[ :：]|是|为|為|は|が){0,4}$|(?:전화|휴대폰|핸드폰|연락처|팩스)(?: ?번호)?(?:는|은|이|가)?[ :：]{0,3}$|(?:телефон|мобильн|моб[.:]|тел[.:]|позвони|звони|факс|дзвон)\p{L}{0,4}(?:[ :—–-]{1,3}(?:мне|мой|мобильн\p{L}{1,4}|на|по|за|номер\p{L}{0,4}|телефон\p{L}{0,4}|это)){0,3}[ :—–-]{0,3}$|(?:هاتف|جوال|موبايل|موبایل|موبائل|فون|تلفن|فاكس)\p{L}{0,4}(?: (?:هو|هي|رقم|من|همراه|شما|ما|نمبر|ہے)){0,2}[ :]{0,3}$|(?:اتصل)\p{L}{0,3}(?: (?:على|بـ?|بالرقم|الرقم)){0,2}[ :]{0,3}$|(?:טלפון|נייד|פקס)(?: (?:שלי|שלו|שלה|הוא|מספר)){0,2}[ :]{0,3}$|(?:फ़?ोन|मोबाइल)(?: (?:नंबर|है|का)){0,3}[ :]{0,3}$|(?:ফোন|মোবাইল)(?: (?:নম্বর|নাম্বার|হল|হলো)){0,3}[ :]{0,3}$|(?:โทร(?:ศัพท์)?|มือถือ)[ .:]{0,3}$|(?:τηλ(?:\.|έφων\p{L}{1,2})|κινητό|φαξ)(?: (?:μου|είναι)){0,2}[ :]{0,3}$/u;
/** What counts things there. */
const COUNTED_ABROAD =
  /^ ?(?:台|部|元|个|個|件|位|人|次|条|円|대|원|개|명|건|штук|шт|руб|тысяч|человек|रुपये|บาท|টাকা|ريال|ریال|دينار|درهم|جنيه|تومان|نفر)/u;

/** A number of somebody's is one to call, where nothing says what else it is. */
const NUMBER_WORD =
  /\b(?:(?:my|your) (?:cn|us|uk|eu|in|old|other) number|(?:the|this|new|local) number is|(?:my|your|his|her|our|their) number|(?:meine|deine|ihre|seine|unsere)(?: neue| alte| private)? nummer|mi número|il mio numero|(?:o )?meu número|mijn nummer|mój numer|mitt nummer|mit nummer|min nummer|numaram)\b|\b(?:mon|ton|son|notre|votre|leur|au)(?: nouvel?| ancien| autre)? numéro(?=\s?(?:[:=,(]|est|c['’]est|actuel|perso|suivant|direct|vert|le|\d|\+|$))|numéro (?:de contact|direct|vert|perso|d['’](?:appel|urgence))|registered(?: number)?:? ?$/i;
/** Numbers of other things. */
const OTHER_NUMBER =
  /\b(?:order|invoice|account|reference|ref|case|ticket|tracking|parcel|booking|reservation|part|serial|model|batch|licen[cs]e|policy|contract|customer|client|member(?:ship)?|employee|student|patient|tax|vat|company|registration|passport|identity|security|card|room|version|build|article|product|item|job|phase) (?:number|no\b|id\b|#)|\bnumber (?:of|for|on|one)\b|numéro d(?:e (?!t[eé]l|port|mob|fax|contact)|u |es |['’](?!appel|urgence))|numéro (?:client|fiscal|siren|siret|tva|insee|nir)/i;
/** What is counted is no telephone. */
const COUNTED_BEHIND =
  /^ ?(?:units?|pieces|pcs|items|per|people|users|shares|votes|copies|times|steps|records|rows|tokens|bytes|tons?|tonnes|km|kg|kwh|mwh|euros?|dollars|unités|pièces|par|Stück|unidades|por|abonnés|đồng|rupiah|złotych|zł)(?![\p{L}\p{N}])|^ ?[%€$£]/iu;

/** Kinds of telephones, right behind the number. */
const PHONE_KIND = /^[ -]{1,2}(?:office|fax|home|mobile|cell|work|direct|main|toll)\b/i;
export const KIND_BEHIND = 10;

/** Most texts have none of these. */
const NOT_LATIN = /[\u0370-\uffff]/;

export const LONGEST_PHONE = 40;
const PHONE_CONTEXT = 40;

/** A telephone number that begins here, with its `+` or bracket. */
export function phoneAt(text: string, at: number): PersonalData | null {
  ANY_FORM.lastIndex = at;
  if (!ANY_FORM.test(text)) return null;
  if (/[A-Za-z0-9_]/.test(text[at - 1] ?? '') && !/[a-z]$/.test(text.slice(at - 1, at))) return null;
  if (/\d[.\-/:,]$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  // An address in memory.
  if (text[at - 1] === 'x' && text[at - 2] === '0') return null;
  const before = text.slice(Math.max(0, at - PHONE_CONTEXT), at);
  const abroad = NOT_LATIN.test(before) && CALLED_ABROAD.test(before);
  const called = abroad || PHONE_WORD.test(before);
  const told = called || (NUMBER_WORD.test(before) && !OTHER_NUMBER.test(before));
  if (/[a-z]/.test(text[at - 1] ?? '') && !told) return null;
  if (!told && (BYTES_BEFORE.test(before) || DRAWN.test(before) || GOES_ON_BEFORE.test(before))) return null;
  const otherwise = !told && isCalledOtherwise(text, at);
  for (const { pattern, score, needsContext = false } of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || !isNumber(match[0]) || (!told && isShortAbroad(match[0]))) continue;
    if (SOCIAL.test(match[0]) && (!told || SOCIAL_WORD.test(before))) continue;
    const end = at + match[0].length;
    const behind = needsContext ? text.slice(end, end + KIND_BEHIND) : '';
    if (abroad && COUNTED_ABROAD.test(text.slice(end, end + KIND_BEHIND))) continue;
    if (otherwise && score < 0.8) continue;
    if (needsContext && (told ? COUNTED_BEHIND.test(behind) : !PHONE_KIND.test(behind))) continue;
    return { type: 'PHONE_NUMBER', start: at, end, score: called ? 0.85 : told ? 0.75 : score };
  }
  return null;
}

/** As social security numbers are written in America, also those that nobody has. */
const SOCIAL = /^\d{3}([ -])\d{2}\1\d{4}$/;
const SOCIAL_WORD = /\b(?:ssn|social|itin|tin|taxpayer)\b/i;
/** Bytes in a row, as tools show them: what goes on is no telephone. */
const BYTES_BEFORE = /(?<![\w+])[0-9a-f]{2} {1,2}(?:[0-9a-f]{2} {1,2}){2}$/i;

/** Numbers that are drawn, and rights of files. */
const DRAWN =
  /\b(?:lott[oe]\w{0,2}|lottery|powerball|jackpot|euromillions|chmod|umask|tracking|sendungsnummer|isbn|issn)\b[^\n]{0,24}$/i;
/** A group of letters and digits before it: what goes on is no telephone. */
const GOES_ON_BEFORE = /(?:^|[\s:])(?:[A-Z]{1,4}[0-9]|[0-9]{1,4}[A-Z]{1,4}[0-9]{0,4}|(?<=[A-Za-z] )[0-9]{1,4}) $/;

/** Two zeros before too few digits for a country, an area and somebody there: a number of something else. */
function isShortAbroad(text: string): boolean {
  return /^00[0-9]{0,8}$/.test(text);
}

/** Behind +1 stand ten digits: fewer are an area, or a beginning. */
function isShortInAmerica(text: string, digits: string): boolean {
  return digits.length < 11 && /^(?:(?:\+|00)1[^0-9]|1 \()/.test(text);
}

/** E.164 has fifteen digits at most; below seven it is local, or no number. Dates are none. */
function isNumber(text: string): boolean {
  const digits = text.replace(/\s?(?:x|ext).*$/, '').replace(/[^0-9]/g, '');
  return (
    digits.length >= 7 &&
    digits.length <= 15 &&
    !/^(?:19|20)\d{2}[-./ ]\d{2}[-./ ]\d{2}$/.test(text) &&
    !/^(\d)\1+$|^[01]+$/.test(digits) &&
    !isShortInAmerica(text, digits)
  );
}
