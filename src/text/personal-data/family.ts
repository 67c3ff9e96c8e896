import { pairOf } from '../sought.ts';
import { wideOf } from '../view/wide.ts';
import { FAMILIES, NO_NAME } from './name.ts';
import { mayHold, withLetter } from './name-set.ts';

/** Ends of family names that hardly any other word has: patronymics, and what the languages of Europe and the Caucasus make names with. */
export const FAMILY_ENDS =
  'dóttir|dottir|sdatter|sson|ssen|[^aeiou]sen|vić|vic|nić|čić|ović|ková|nová|rová|ská|ński|ńska|wski|wska|wicz|czyk|czak|enko|chuk|shvili|adze|idis|poulos|akis|oğlu|escu|ieva|ovich|ovych|nikov|rova|nova|kova|leva|ström|strom|όπουλος|οπούλου|ίδης|ίδου|άκης|άκη|ιάδης|άδης|qvist|quist|lund|gren|ovic|evic|vich|[krlnmtsdzp]ova?|[aeiyndrszt]eva?|[rlkbzt]sk[iay]|idze|ashvili|[nrdlmpvgq]u?ez|poulou|[aouyäö]nen|[^aeiou]mann|auskas|vičius|aitė|ienė|iūtė|mäki|järvi|zadeh|[бвгдзклмнпрст](?:ов|ев|ин)(?:а|у|ым|ой|ых)?|ск(?:ий|ая|ого|ой|ому|им)|енко|чук|ович|евич|овна|евна|gård|dijk|(?:ij|el|oek|ens|ing|and)stra|ema|inen|nyi|ssy';
const FAMILY = new RegExp(`^\\p{Lu}[\\p{L}'’-]{2,18}(?:${FAMILY_ENDS})$`, 'u');

/** The last two letters of those that have no others than ASCII. */
export const LAST_TWO =
  'ir er on en ic ki ka cz yk ak ko uk li ze is os cu va ch ov ev st nd om ky ez ou nn as eh jk ra ma yi sy';
const LAST_OF_FAMILY = new Uint8Array(1 << 14);
for (const pair of LAST_TWO.split(' ')) LAST_OF_FAMILY[pairOf(pair.charCodeAt(0), pair.charCodeAt(1))] = 1;

/** What goes before a letter that is no initial: `Vitamin C Serum`. */
const LETTERED =
  /^(?:Vitamin|Hepatitis|Plan|Class|Type|Group|Appendix|Section|Part|Figure|Table|Grade|Series|Schedule|Option|Exhibit|Building|Unit|Phase|Step|Model|Route|Team|Line|Gate|Platform|Zone|Block|Level|Row|Column|Point|Annex|Article|Chapter|Category|Terminal|Hall|Room|Generation|Malcolm)$/;

/** Where nobody is known by the given name, whether what begins here is built like a name: an initial in its midst, a family name by its end. */
export function isBuiltLikeName(text: string, at: number, end: number): boolean {
  if (!mayBeFamily(text, end)) return false;
  const first = text.slice(at, end);
  if (NO_NAME.has(first) || LETTERED.test(first) || first === first.toUpperCase()) return false;
  const [, second = '', third = ''] = SECOND.exec(text.slice(end, end + 48)) ?? [];
  if (/^\p{Lu}\.?$/u.test(second)) return /^\p{Lu}[\p{Ll}’']{2}/u.test(third) && !NO_NAME.has(third);
  return isFamilyName(second);
}

const SECOND = /^ ([\p{L}.'’-]{1,24})(?: ([\p{L}'’-]{1,24}))?/u;
const LONGEST_SECOND = 24;

/** Whether the word behind a space may be the second that such a name needs; most words in capitals are none. */
function mayBeFamily(text: string, end: number): boolean {
  const units = wideOf(text);
  if (units[end] !== SPACE) return false;
  const letters = WITHIN_NAME;
  const least = end + 1;
  const most = Math.min(text.length, least + LONGEST_SECOND);
  let at = least;
  let hash = 0;
  for (; at < most; at++) {
    const unit = units[at] ?? 0;
    if (unit > 127) return true;
    if (letters[unit] === 0) break;
    hash = withLetter(hash, unit);
  }
  const last = units[at - 1] ?? 0;
  // An initial.
  if (at - least < 2 || (at - least === 2 && last === DOT)) return at > least;
  return LAST_OF_FAMILY[pairOf(units[at - 2] ?? 0, last)] === 1 || mayHold(FAMILIES, hash);
}

const DOT = 46;
/** Of ASCII, what a word of a name is made of. */
const WITHIN_NAME = new Uint8Array(128).fill(1, 65, 91).fill(1, 97, 123);
for (const mark of ".'-") WITHIN_NAME[mark.charCodeAt(0)] = 1;

const SPACE = 32;

/** Whether a word is a family name, by the list of them or by its end. */
export function isFamilyName(word: string): boolean {
  return FAMILIES.names.has(word) || FAMILY.test(word);
}
