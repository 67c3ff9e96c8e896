import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Write } from './kinds.ts';

/**
 * Chat of our own writing as people and models have it: questions in haste, long answers with lists, tables, links, code, numbers,
 * names and dates. What stands in braces is another word each time, so that no message comes again as it was.
 */
const MESSAGES: readonly string[] = [
  'hey, quick q: how do i {verb} a {noun} without breaking the {noun} next to it?? thx',
  "Can you explain what a {noun} is, like I'm ten? My {noun} teacher couldn't.",
  'Write a short story about a {quality} {noun} and an old {noun}. No more than 200 words, please, and a happy end.',
  "I've been asked to give a talk on the {noun} industry in {year}. Could you draft an outline with five points and a strong opening line?",
  'Translate this to French: "The {noun} arrives on {date}, and the {noun} is {quality}."',
  'whats the capital of {place} and how many people live there',
  "Sure! Here's a simple plan:\n\n1. **Prepare the {noun}.** Clean it, dry it and put it on a {quality} surface.\n2. **{verb} the {noun}.** Take your time; {number} minutes are usually enough.\n3. **Check the result.** If the {noun} is still {quality}, repeat step 2.\n\nLet me know if you'd like more detail on any of these!",
  'That depends on a few things:\n\n* **Budget**: a decent {noun} costs between ${price} and ${price}.\n* **Space**: measure your {noun} first (at least {number} cm are needed).\n* **Noise**: the {quality} ones run at about {number} dB.\n\nIf you tell me more about your {noun}, I can narrow it down.',
  "I'm sorry to hear that your {noun} didn't {verb} as expected. This usually happens for one of two reasons: either the {noun} was too {quality}, or nobody looked at it for {number} days. In the first case, wait until it is dry. In the second, there's little you can do but {verb} it again.",
  'The {noun} was invented in {year} by a clockmaker from {place}, who wanted to {verb} letters faster than his neighbours. By {year} more than {number},{number}00 of them had been sold. Historians still argue whether the {quality} design was his own; a letter dated {date} suggests that it was not.',
  'Here\'s a function that does it:\n\n```python\ndef {verb}_{noun}(items, limit={number}):\n    """Return the first items that are not {quality}."""\n    result = []\n    for index, item in enumerate(items):\n        if item.get(\'{noun}\') is None or index >= limit:\n            continue\n        result.append(item[\'{noun}\'] * {number} / 100)\n    return sorted(result, reverse=True)\n```\n\nCall it with a list of dictionaries. It runs in O(n log n), since the result is sorted.',
  'You can use `{verb}()` from the `{noun}-utils` package:\n\n```js\nimport {{ {verb} }} from "{noun}-utils";\n\nconst {noun}s = await {verb}("./{noun}s.json", {{ limit: {number} }});\nconsole.log(`${{{noun}s.length}} found`);\n```\n\nSee https://docs.example.org/{noun}/{verb}?version={number}#usage for all options.',
  '| {noun} | price | rating | since |\n| --- | ---: | ---: | --- |\n| {quality} {noun} | {price} | {number}/100 | {date} |\n| {quality} {noun} | {price} | {number}/100 | {date} |\n| {noun}, second hand | {price} | n/a | {year} |\n\nPrices are in euros and include 19% VAT.',
  'Solve for x: {number}x + {number} = {number}.\n\nSubtract {number} from both sides, then divide by {number}. So x ≈ {price}, which you can check by putting it back: {number} · {price} + {number} ≈ {number}. ✔',
  'Dear {name},\n\nThank you for your message of {date}. We are glad that the {noun} reached you, and sorry that the {noun} was {quality}. Please send it back until the end of the month; we will replace it and refund the €{price} that you paid for the parcel.\n\nKind regards,\n{name}\nCustomer care, {place}',
  '{name}: Did you bring the {noun}?\n{name}: No, I thought that you had it!\n{name}: Then we have {number} minutes to {verb} one.',
  'Roses are red,\nthe {noun} is blue,\nif I had a {noun}\nI would {verb} it for you.\nThe evening is {quality},\nthe river is near,\nand all that I wanted\nis already here.',
  'Great question! Think of memory as a {noun} with {number} drawers. Each drawer has a number (its address), and in each lies one byte. A pointer is a slip of paper with such a number on it. So when your program says "{verb} the drawer at 0x{number}f", it doesn\'t copy the {noun}; it only goes where the slip says.',
  '1. {noun}\n2. {noun}\n3. {quality} {noun}\n4. {noun} ({number} g)\n5. {noun} oil, 2 tbsp\n6. salt & pepper\n\nHeat the oven to {number}0 °C. Mix 1–3, add 4 slowly, and bake for {number} min. Serve warm, with a glass of something cold 🙂',
  'In my opinion, the {quality} answer is "it depends". On the one hand, a {noun} makes life easier; on the other, it is one more thing that somebody has to {verb}. (I once kept one for {number} years and never used it.) What would you do if it broke tomorrow?',
  'We met on Monday {date} at 10:{number} in {place}. Present: {name}, {name}, {name}. Decided: the {noun} will be moved to the second floor; {name} asks three firms for offers; next meeting in two weeks. Open: who pays for the {noun}?',
  'Könntest du mir bitte erklären, wie man einen Lebenslauf schreibt? Ich habe {number} Jahre in {place} gearbeitet und weiß nicht, ob ich das Jahr {year} erwähnen soll.',
  "Merci beaucoup pour votre réponse ! J'ai encore une question : combien de temps faut-il pour aller de {place} à la mer, et vaut-il mieux prendre le train ?",
  '¿Qué me recomiendas para la cena del sábado? Somos {number} personas y a dos no les gusta el pescado.',
  "As of {year}, the main differences between the two are:\n\n- Licence: the first is {quality}, the second isn't.\n- Speed: {number}% faster on small files, about the same on large ones.\n- Support: e-mail only vs. phone and chat (9am-5pm).\n\nFor a team of {number} I'd pick the second.",
  "ok that worked, thank you!! one more thing - the {noun} shows 'Error {number}: could not {verb} {noun}' every time I restart. any idea?",
  'Error {number} means that the {noun} service is not running. Try this:\n\n```\nsudo systemctl restart {noun}\njournalctl -u {noun} -n {number} --no-pager\n```\n\nIf the log ends in "permission denied", look at who owns `/var/lib/{noun}`.',
  '{{"name": "{noun}", "quantity": {number}, "price": {price}, "tags": ["{quality}", "{noun}"], "updated": "{date}"}}',
  'Please summarise the text below in one sentence.\n\nThe council of {place} voted on {date} to {verb} the old {noun} on the market square. Mayor {name} called it "a {quality} day for everybody"; the opposition had asked for {number} more weeks. Work begins in spring {year} and will cost about {number} million.',
  'Imagine you are a tour guide in {place}. Describe the {noun} by the harbour to a group of {number} pupils, with a joke and a question at the end.',
  'There once was a {noun} from {place}\nwho tried very hard to {verb} his face.\n\nNot my best, I admit. Shall I try again with another rhyme?',
  'Yes, you can freeze it. Let the {noun} cool down first, fill it into small boxes, leave 2 cm for it to expand, write the date on the lid ({date}), and eat it within {number} weeks. Defrost it in the fridge overnight; never twice.',
];

const WORDS: Readonly<Record<string, readonly string[]>> = {
  noun: 'garden letter engine printer bicycle recipe window camera lantern notebook platform bridge kitchen piano festival battery market museum sweater turbine teapot orchard router cabinet glacier harbour puppet compass violin canal greenhouse keyboard'.split(
    ' ',
  ),
  verb: 'repair paint measure carry explain collect sharpen translate compare deliver replace organise polish borrow restore simplify'.split(
    ' ',
  ),
  quality: 'quiet narrow gentle bright wooden careful modern reliable warm unusual sturdy fragile ordinary plain'.split(
    ' ',
  ),
  name: ['Anna Keller', 'Tomasz', 'Mrs. Okafor', 'Ravi', 'Lucía Prieto', 'Mr. Hale', 'Yuki', 'Dr. Lindqvist', 'Bea'],
  place: ['Lisbon', 'Graz', 'the north of Norway', 'Kyoto', 'New Mexico', 'Lyon', 'Accra', 'a small town near Turin'],
};

const MONTHS = ['March', 'June', 'September', 'November'];

/** One message, with other words each time. */
export const chat: Write = (pick, number) => {
  const slots: Readonly<Record<string, () => string>> = {
    number: () => String(2 + number(97)),
    price: () => `${number(300)}.${10 + number(90)}`,
    year: () => String(1850 + number(175)),
    date: () => `${1 + number(28)} ${pick(MONTHS)} ${2015 + number(10)}`,
  };
  return pick(MESSAGES)
    .replace(/\{([a-z]+)\}/g, (_, slot: string) => slots[slot]?.() ?? pick(WORDS[slot] ?? [slot]))
    .replaceAll('{{', '{')
    .replaceAll('}}', '}');
};

const ROWS = join('..', 'shared', 'data', 'guard');
const LONGEST = 8192;

/** Questions of people and answers of models among the development rows, in messages of at most 8 KB; none where these are not at hand. */
export function developmentChat(): readonly string[] {
  if (!existsSync(ROWS)) return [];
  const rows = ['injection', 'pii'].flatMap((name) =>
    readFileSync(join(ROWS, `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { readonly kind: string; readonly text: string }),
  );
  const texts = (kinds: RegExp) => rows.filter(({ kind }) => kinds.test(kind)).map(({ text }) => text);
  const questions = texts(/^benign\.(?:alpaca-eval|mtbench)$/);
  return texts(/^benign\.model-output$/).flatMap((answer, at) => {
    const text = `${questions[at % questions.length] ?? ''}\n\n${answer}`;
    return Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, part) =>
      text.slice(part * LONGEST, (part + 1) * LONGEST),
    );
  });
}
