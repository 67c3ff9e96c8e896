import { describe, expect, it } from 'vitest';
import { createGibberishReader } from './gibberish.ts';
import { createLanguageReader } from './language.ts';
import { createRepetitionReader } from './repetition.ts';

describe('the language of a text', () => {
  it.each([
    ['en', 'The house on the hill was not for sale, but they would have bought it.'],
    ['de', 'Das Haus auf dem Berg ist nicht zu verkaufen, und sie werden es auch nicht mieten.'],
    ['fr', 'La maison sur la colline est dans une rue qui est belle, mais elle est pour nous.'],
    ['es', 'La casa de los abuelos está en el campo, pero también hay una en la ciudad para los niños.'],
    ['it', 'La casa che sono andato a vedere non è della famiglia, ma anche questa è più bella.'],
    ['pt', 'A casa que não foi vendida é muito bonita, e você também tem uma com os seus pais.'],
    ['nl', 'Het huis op de heuvel is niet te koop, maar ik heb ook een huis voor je.'],
    ['pl', 'To nie jest tak, że dom na wzgórzu jest dla nich, ale może być od tego roku.'],
    ['tr', 'Bu ev çok güzel bir ev ve daha önce olduğu gibi bizim için değil ama onun için var.'],
    ['ru', 'Это не дом, но он был на горе, и все так же было для нас.'],
    ['ja', 'この家は丘の上にあって、とてもきれいです。'],
    ['zh', '这座房子在山上，非常漂亮，但是不出售。'],
    ['ko', '이 집은 언덕 위에 있고 아주 아름답습니다.'],
    ['ar', 'هذا البيت في المدينة التي كان من على الجبل مع كل ذلك.'],
  ])('is %s of: %s', (language, text) => {
    const reader = createLanguageReader();
    reader.read(text);
    expect(reader.verdict()?.language).toBe(language);
  });

  it.each([
    ['ru', 'Привет, как дела?'],
    ['ru', 'Спасибо большое!'],
    ['uk', 'Дякую, все гаразд її.'],
    ['el', 'Καλημέρα σας'],
    ['he', 'תודה רבה לכם'],
    ['ar', 'شكرا جزيلا لكم'],
    ['hi', 'धन्यवाद दोस्तों'],
    ['de', 'Das ist nicht gut.'],
    ['de', 'Unser Zug hatte gestern fast zwei Stunden Verspätung.'],
    ['sr', 'Да ли продавница ради недељом?'],
    ['be', 'Ці працуе крама ў нядзелю?'],
    ['mk', 'Дали продавницата работи во недела?'],
    ['bg', 'Отворен ли е магазинът в неделя?'],
    ['ru', 'Поезд из Казани опоздал почти на два часа.'],
    ['ur', 'کیا دکان اتوار کو کھلی ہے؟'],
    ['fa', 'آیا مغازه یکشنبه‌ها باز است؟'],
    ['mr', 'तुम्ही मला बिल पाठवू शकता का?'],
    ['te', 'దుకాణం ఆదివారం తెరుస్తారా?'],
    ['gu', 'દુકાન રવિવારે ખુલ્લી છે?'],
    ['km', 'ហាងបើកថ្ងៃអាទិត្យទេ'],
    ['am', 'ሱቁ እሁድ ክፍት ነው?'],
    ['ja', '皆さん、よい夜を。'],
    ['zh', '明天见。'],
    ['lt', 'Ar parduotuvė dirba sekmadieniais?'],
    ['lv', 'Vai veikals ir atvērts svētdienās?'],
    ['is', 'Er búðin opin á sunnudögum?'],
    ['pl', 'Czy sklep jest otwarty w niedziele?'],
    ['de', 'Ich komme mit dem Zug.'],
  ])('is %s of a few words: %s', (language, text) => {
    const reader = createLanguageReader();
    reader.read(text);
    expect(reader.verdict()?.language).toBe(language);
  });

  it.each([
    'Las Vegas, Los Angeles',
    'Yes.',
    'See α and β below.',
    'const x = 1;',
    'PRJ-1234',
    'Van der Berg',
    'Ok, да',
    'SELECT a.id, a.name FROM orders a JOIN items e ON a.id = e.order_id WHERE a.total > 100;',
    'UPDATE t SET a = 1, b = 2 WHERE c IS NOT NULL AND d <> 3;',
    '{"a":1,"e":2,"o":3,"i":4,"u":5}',
    'id,de,en,fr\n1,a,b,c\n2,d,e,f',
    '<div class="la el"><a href="#">x</a></div>',
    'de-DE en-US fr-FR es-ES it-IT',
    'if (a && e) { o = i; y = u; }',
    'José García, Łukasz Müller',
    'ERROR in ./src/a.ts 1:2 Module e: o',
  ])('is not guessed of names, code and numbers: %s', (text) => {
    const reader = createLanguageReader();
    reader.read(text);
    expect(reader.verdict()).toBeNull();
  });

  it('is not guessed from a word', () => {
    const reader = createLanguageReader();
    reader.read('OK');
    expect(reader.verdict()).toBeNull();
  });
});

describe('gibberish', () => {
  const told = (text: string) => createGibberishReader()(text);

  it.each([
    'jfkdls wieqop vnmcxz tyghfj qpwldk zmxnbv rutyei sldkfj cnvbmx qwpoei alskdj fjghty mznxbc weiqru kdjfls vbcnxm',
    'Xkq vrtz plmw gthb qzzk wrtp lkjh mnbv trwq pzxc vbnm qwrt hjkl zxcv tgbh yhnu wsxq',
  ])('is told: %s', (text) => {
    expect(told(text)).toBeGreaterThan(0.6);
  });

  it.each([
    'The committee met in the old town hall to discuss whether the bridge should be rebuilt before winter came again.',
    'Kissa istui ikkunan ja katseli pihalla lintuja koko aamun ennen kuin talon emäntä tuli kotiin kaupasta ja antoi sille maitoa.',
    'Neithiwr es i sinema gyda fy ffrindiau ond roedd tocynnau gyd wedi eu gwerthu felly aethon adref chwarae gwyddbwyll dair awr ystafell fyw.',
    'Wczoraj wieczorem poszli kina nowy film ale wszystkie bilety wyprzedane domu grali szachy przez trzy godziny potem spali dobrze rano.',
    'const args = parse(argv); if (args.cwd) chdir(args.cwd); for (const src of srcs) fs.cp(src, dst); exec(cmd, opts, cb); stdout.pipe(gzip);',
    'xkq vrtz plmw',
  ])('is not: %s', (text) => {
    expect(told(text) ?? 0).toBeLessThan(0.6);
  });
});

describe('a text that goes round in circles', () => {
  it.each([1, 2, 5, 12])('is noticed with a period of %i words', (period) => {
    const words = Array.from({ length: period }, (_, at) => `w${'x'.repeat(at)}`).join(' ');
    const reader = createRepetitionReader();
    expect(reader.read(`${words} `.repeat(Math.ceil(100 / period)))).not.toBeNull();
  });

  it('is not a chorus that comes a few times', () => {
    expect(createRepetitionReader().read('row, row, row your boat gently down the stream. '.repeat(4))).toBeNull();
  });
});
