import { FAMILY_NAMES } from './family-names.ts';
import { FIRST_NAMES } from './first-names.ts';
import { nameSetOf } from './name-set.ts';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’]{1,24}(?:-\p{Lu}[\p{L}\p{M}]{1,24})?`;
const INITIAL = String.raw`\p{Lu}\.`;
const PARTICLE = String.raw`(?:de|da|di|del|della|dos|van|von|der|den|la|le|bin|al|el|Mc|Mac|O')`;
/** One to four words of a name: capitals, initials, particles between. */
const NAME = new RegExp(
  String.raw`(?:${WORD}|${INITIAL})(?:[ ](?:${PARTICLE} ){0,2}(?:${WORD}|${INITIAL}|\p{Lu}(?=\s))){0,3}`,
  'uy',
);

/** Words in capitals that begin sentences and fields, not names. */
export const NO_NAME = new Set(
  'I The A An This That These Those My Your Our We You He She It They Please Thanks Thank Hello Hi Dear Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Street Road Avenue Inc Ltd LLC Corp Company University College School Hospital Bank North South East West New Is Are Was Will Can Could Should Would Not And Or But If When What Who How Why Where All Team Support Customer Sir Madam Everyone Customers Friend Friends Hiring Manager Students Users Colleagues Fellow San Santa Los Las Committee Minister Board Office Department Council Members Family Fans Parents Readers Guests Owner Editor Officer Director Applicant Subscriber Subscribers Diary God Lord Valued Human Resources Services Sales Marketing Prime Beach River City County Lake Island Valley Mountain Park Award Prize Museum Church Cathedral Bridge Airport Station Festival Foundation Institute Act Law Theorem Effect Method Algorithm Day Night Week Christmas Easter States Kingdom Republic Empire Dynasty War Battle Bay Falls Springs Square Center Centre Theatre Theater Library Clinic Bakery Restaurant Hotel Café Cafe Bar Grill Pizza Group Bank Bros Brothers Sons Associates Partners Systems Software Technologies Then There Here As At By For From In Into On Of With Was Also So Just Because Since While Although However Therefore Project Code Studio Server Edition Version Chapter Book Series Show Movie Awards Cup League Team United Club Stadium Experience Tower Mosque Temple Palace Jewish Christian Muslim Optional Magic Drive Terrace Creek Lane Court Apt Suite Box Unit Investments Cliffs Lodge Fort Union Orchestra Boulevard Highway Holdings Industries Brewery Winery Ranch Farm Hills Heights Gardens House Villa Palazzo Folks World Both Guys Ladies Gentlemen Recruiter Admin Administrator Developer Developers Partner Neighbor Neighbour Neighbors Reader Parent Teacher Doctor Professor Captain Chef Coach Boss Mom Mum Dad Mother Father Grandma Grandpa Number Date Name Id ID Status Total Amount Type Email Phone Address Price Quantity International LTD PLC GmbH AG Airlines News Newsletter Notifications Alerts Shop Store Online Security Account Accounts Billing Delivery Shipping'.split(
    ' ',
  ),
);

/** Given names, and family names, that somebody has. */
export const GIVEN = nameSetOf(FIRST_NAMES);
export const FAMILIES = nameSetOf(FAMILY_NAMES);

/** Longest name, and what may stand before it: another name that holds it, with its introduction. */
export const LONGEST_NAME = 110;
export const BEFORE_NAME = 100;
export const NESTED_NAME = 64;

/** Forms leave room before what is filled in. */
export function nameStart(text: string, at: number): number {
  let start = at;
  while (start < at + 6 && text[start] === ' ') start += 1;
  return start;
}

/** Where the name of one to four words ends that begins at `start`; null where there is none. */
export function nameEnd(text: string, start: number): number | null {
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  if (match === null) return null;
  const words = match[0].split(' ');
  const stop = words.findIndex((word) => NO_NAME.has(word));
  const kept = (stop < 0 ? words : words.slice(0, stop))
    .join(' ')
    .replace(/['’](?:s)?$| (?:de|da|di|del|della|dos|van|von|der|den|la|le|bin|al|el)$/, '');
  return kept.length < 2 || /^\p{Lu}\.?$/u.test(kept) ? null : start + kept.length;
}

/** Whether the name that begins at `start` may go on behind the end of the text. */
export function isNameOpen(text: string, start: number, introduced: boolean): boolean {
  if (text.length - start > LONGEST_NAME) return false;
  if (introduced && /^[\p{L}\p{M}'’々-]{0,16}(?: [\p{L}\p{M}'’-]{0,20})?(?: (?:an?|and)?)?$/u.test(text.slice(start)))
    return true;
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  const rest = text.slice(start + (match?.[0].length ?? 0));
  return GOES_ON.test(rest) || LIST_GOES_ON.test(rest) || VERB_GOES_ON.test(rest);
}

/** The next of a list of names, not whole yet. */
const LIST_GOES_ON = /^(?:,|,? (?:a|an|and|&|u|un|und|y|e|et)?|(?:,|,? (?:and|&|und|y|et)) \p{Lu}\p{L}{0,15})$/u;

/** What somebody does in two words, the second not whole yet. */
const VERB_GOES_ON = /^ (?:is|was|has|had|will) [a-z]{0,6}$/;

const GOES_ON = new RegExp(String.raw`^(?:-\p{Lu}?|['’.])?(?: (?:${PARTICLE} ){0,2}[\p{L}.'’]{0,10})?$`, 'u');
