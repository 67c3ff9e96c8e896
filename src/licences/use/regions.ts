/** Member states of the European Union, ISO 3166. */
const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:eu|e\.u\.|eea|european union|europe|european|gdpr)\b/i, 'EU'],
  [/\bgerman(?:y|s)?\b|\bberlin\b|\bmunich\b/i, 'DE'],
  [/\bfrance\b|\bfrench\b|\bparis\b/i, 'FR'],
  [/\bspain\b|\bspanish (?:customers|users|market)|\bmadrid\b/i, 'ES'],
  [/\bital(?:y|ian)\b|\bmilan\b/i, 'IT'],
  [/\bnetherlands\b|\bdutch\b|\bamsterdam\b/i, 'NL'],
  [/\bpoland\b|\bpolish (?:customers|users|market)|\bwarsaw\b/i, 'PL'],
  [/\bireland\b|\bdublin\b/i, 'IE'],
  [/\bsweden\b|\bswedish\b|\bstockholm\b/i, 'SE'],
  [/\bfinland\b|\bfinnish\b|\bhelsinki\b/i, 'FI'],
  [/\bdenmark\b|\bdanish\b/i, 'DK'],
  [/\bbelgi(?:um|an)\b|\bbrussels\b/i, 'BE'],
  [/\baustria(?:n)?\b|\bvienna\b/i, 'AT'],
  [/\bportug(?:al|uese)\b|\blisbon\b/i, 'PT'],
  [/\bczech\b|\bprague\b/i, 'CZ'],
  [/\bgreece\b|\bgreek (?:customers|users|market)/i, 'GR'],
  [/\b(?:uk|u\.k\.|united kingdom|great britain|britain|british|england|london)\b/i, 'GB'],
  [/\b(?:south korea|korea|korean|seoul)\b/i, 'KR'],
  [/\b(?:usa|u\.s\.a?\.|united states|america|american)\b|\bUS\b/, 'US'],
  [/\bcalifornia\b|\bnew york\b|\btexas\b|\bsan francisco\b/i, 'US'],
  [/\bjapan(?:ese)?\b|\btokyo\b/i, 'JP'],
  [/\bchin(?:a|ese market)\b|\bprc\b|\bbeijing\b/i, 'CN'],
  [/\bindia(?:n)?\b/i, 'IN'],
  [/\bcanad(?:a|ian)\b/i, 'CA'],
  [/\bswitzerland\b|\bswiss\b|\bzurich\b/i, 'CH'],
  [/\bsingapore\b/i, 'SG'],
  [/\bbrazil(?:ian)?\b/i, 'BR'],
  [/\baustralia(?:n)?\b/i, 'AU'],
];

const ANYWHERE =
  /\b(?:world-?wide|global(?:ly)?|international(?:ly)?|every(?:where| country)|all (?:regions|countries)|any(?:where)?|emea)\b/i;

/** `WORLD!EU,GB` spares two of them. */
export const WORLD = 'WORLD';

/** Regions in a person's words, as ISO 3166 codes, `EU` or `WORLD`; `uk` is GB. */
export function regionsIn(text: string): readonly string[] {
  const found = NAMES.filter(([match]) => match.test(text)).map(([, code]) => code);
  return [...(ANYWHERE.test(text) ? [WORLD] : []), ...found];
}

/** The same for the value of a field: a code alone counts as one, whatever its case. */
export function regionsOfField(value: string): readonly string[] {
  const [, head = '', but = ''] = EXCEPT.exec(value) ?? [];
  if (but !== '' && !/\bnot\b/i.test(value)) {
    const spared = regionsOfField(but).filter((region) => !region.startsWith(WORLD));
    if (head.trim() !== '' && !ANYWHERE.test(head)) return regionsOfField(head);
    if (spared.length > 0) return [`${WORLD}${BUT}${spared.join(',')}`];
  }
  const codes = value
    .split(/[\s,;/|+&]+/)
    .filter((word) => /^[a-z]{2,3}$/i.test(word))
    .map((word) => word.toUpperCase())
    .map((code) => THREE.get(code) ?? code)
    .filter((code) => code.length === 2 || code === WORLD);
  const named = regionsIn(value);
  const stop = new Set(['OF', 'IN', 'AT', 'TO', 'OR', 'AND', 'ALL', 'THE', 'NO', 'ON', 'BY', 'IS', 'AS', 'WE']);
  const plain = /^[\sa-z,;/|+&]*$/i.test(value) ? codes.filter((code) => !stop.has(code)) : [];
  return [...new Set([...(named.length > 0 && value.length > 12 ? [] : plain), ...named])];
}

/** `worldwide except the EU and UK`: only what stands plainly after such a word is spared. */
const EXCEPT =
  /^([^.;]*?)\(?\b(?:except(?:ing)?(?: for)?|excluding|excl\.?|other than|apart from|but not|without|outside(?: of)?|ex)\b([^.;()]*)\)?\s*$/i;
const BUT = '!';

const THREE: ReadonlyMap<string, string> = new Map([
  ['USA', 'US'],
  ['GBR', 'GB'],
  ['UK', 'GB'],
  ['KOR', 'KR'],
  ['EEA', 'EU'],
  ['DEU', 'DE'],
  ['FRA', 'FR'],
  ['WW', WORLD],
]);

/** Whether somebody in `region` is in `territory` (`EU`, or a country); the world holds every territory but those it spares. */
export function isWithin(region: string, territory: string): boolean {
  if (region === WORLD || region === territory) return true;
  if (region.startsWith(`${WORLD}${BUT}`))
    return !region
      .slice(WORLD.length + BUT.length)
      .split(',')
      .some((spared) => isWithin(territory, spared));
  if (territory === 'EU') return EU.has(region);
  return false;
}
