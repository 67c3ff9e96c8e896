/** Ordinary chat, of our own writing: questions, answers, lists, a little code; now and then a number. */
const PARAGRAPHS = [
  'Could you help me plan a weekend for two in the mountains? We like short walks, good bread and quiet evenings.',
  'Sure! Take the early train on Saturday, leave your bags at the inn, and follow the river up to the old mill. The path is easy, and the cafe there bakes its own rolls.',
  'Here is what I would pack:\n- a light coat, since the wind turns in the afternoon\n- two bottles of water\n- a map, because the signal is poor above the village',
  'The reason is that a function which both reads and writes is hard to test. Split it: one part gathers what is needed, the other decides.',
  '```python\ndef mean(values):\n    total = 0.0\n    for value in values:\n        total += value\n    return total / len(values)\n```',
  'I am not certain, but as far as I know the treaty was signed in 1648 and ended a war of thirty years.',
  'Dear team, thank you for the good work this quarter. The new office opens in spring; until then please book rooms early.',
  'To make the soup, fry two onions slowly, add 400 g of carrots and a litre of stock, and cook it all for 25 minutes.',
  'What is the difference between weather and climate? Weather is what you get today; climate is what you may expect.',
  'Let me think about this step by step. First we count the pairs, then we subtract those that were counted twice.',
] as const;

/** At least this many characters of it, always the same. */
export function chatText(length: number): string {
  const parts: string[] = [];
  let state = 7;
  for (let size = 0; size < length; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const paragraph = PARAGRAPHS[(state >>> 8) % PARAGRAPHS.length] ?? '';
    parts.push(paragraph);
    size += paragraph.length + 2;
  }
  return parts.join('\n\n');
}

/** Texts that are made to cost: what a rule begins with and never ends, over and over. */
export const WORST: readonly (readonly [name: string, piece: string])[] = [
  ['digits', '1'],
  ['groups of digits', '4111 '],
  ['at signs', 'a@'],
  ['dots and at signs', 'a.@-'],
  ['beginnings of keys', '-----BEGIN '],
  ['beginnings of tokens', 'ghp_'],
  ['beginnings of web tokens', 'eyJ'],
  ['names of secrets', 'password = '],
  ['schemes', 'http://'],
  ['addresses in addresses', 'http://a/aaaaaaaaaaaaaaaaaaaa?b=cccccccccccccccccccccccc&'],
  ['escaped queries', 'http://a?b=%61%62%63&'],
  ['letters', 'a'],
  ['capitals', 'Ab '],
  ['encoded letters', 'aGVsbG8gdGhlcmUg'],
  ['escapes', '%41'],
  ['broken escapes', '%4'],
  ['invisible characters', '\u200b'],
  ['joined letters', 'e\u0301'],
  ['lookalikes', 'pа'],
  ['brackets', '<['],
  ['fences', '```\n'],
  ['stops', '. '],
  ['half characters', '\ud83d'],
  // The dearest of some hundred thousand that a search put together and changed.
  ['numbers with noughts', `${'&#0000116;'.repeat(40)}chr(116)+`],
  ['calls in calls', 'exec('],
  ['calls among other letters', 'eval(eval(\\[アeval([eval(eval('],
  ['joined letters in addresses', '1.http://4\u03011.http://system:http://a?b=%61%62%63&4'],
  ['escapes between names of secrets', '%41token: %41=%41='],
  ['lookups before a long label', `${'dig '.repeat(12)}${'a'.repeat(63)} `],
  ['hidden between names of secrets', 'password = \ufe0faGVsbG8+1password = '],
];
