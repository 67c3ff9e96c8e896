import { chat } from './chat.ts';

/** Ordinary text of many kinds, of our own writing, that never says the same twice for long: a word met before costs less. */
export type Write = (pick: <T>(list: readonly T[]) => T, number: (most: number) => number) => string;

const NOUNS =
  'garden letter engine river harbour ticket recipe window colleague orchard journey library printer meadow concert bridge kitchen festival lantern notebook platform quarry saddle teapot umbrella valley workshop yard archive balcony cabinet dialect estimate fabric glacier helmet island jacket kettle ladder market needle option parcel question railway schedule timetable village weather'.split(
    ' ',
  );
const VERBS =
  'repair borrow compare measure paint carry explain collect deliver finish gather improve mention notice order prepare remember replace sharpen translate water'.split(
    ' ',
  );
const QUALITIES =
  'quiet narrow gentle early careful bright wooden familiar honest modern patient reliable seasonal sturdy tidy unusual warm wide young plain'.split(
    ' ',
  );

const prose: Write = (pick, number) =>
  pick([
    () =>
      `Could you tell me how to ${pick(VERBS)} a ${pick(QUALITIES)} ${pick(NOUNS)}? We have ${number(40)} of them, and the ${pick(NOUNS)} is far away.`,
    () =>
      `Before you ${pick(VERBS)} the ${pick(NOUNS)}, look at the ${pick(NOUNS)}; it is often more ${pick(QUALITIES)} than people expect.`,
    () =>
      `It depends. A ${pick(QUALITIES)} ${pick(NOUNS)} lasts about ${number(30)} years, while a ${pick(NOUNS)} that nobody will ${pick(VERBS)} is gone by spring.`,
    () =>
      `Here is what I would do:\n- ${pick(VERBS)} the ${pick(NOUNS)}\n- ${pick(VERBS)} the ${pick(QUALITIES)} ${pick(NOUNS)}\n- leave the ${pick(NOUNS)} for later`,
    () =>
      `**Note:** “${pick(QUALITIES)}” doesn’t mean the ${pick(NOUNS)} is finished — only that somebody tried to ${pick(VERBS)} it…`,
  ])();

const code: Write = (pick, number) =>
  `To ${pick(VERBS)} it, keep the ${pick(NOUNS)} apart from the ${pick(NOUNS)}:\n\n\`\`\`ts\nexport function ${pick(VERBS)}${number(99)}(${pick(NOUNS)}: readonly number[], most = ${number(500)}): number {\n  let ${pick(NOUNS)} = 0;\n  for (const one of ${pick(NOUNS)}) if (one < most) ${pick(NOUNS)} += one * ${number(12)};\n  return ${pick(NOUNS)};\n}\n\`\`\`\n\nThen call it once for each ${pick(NOUNS)}.`;

const json: Write = (pick, number) =>
  JSON.stringify(
    {
      id: 100_000 + number(900_000),
      name: `${pick(QUALITIES)}-${pick(NOUNS)}`,
      created_at: `2024-0${1 + number(9)}-1${number(10)}T1${number(10)}:2${number(10)}:00Z`,
      price: number(10_000) / 100,
      tags: [pick(NOUNS), pick(NOUNS)],
      note: `The ${pick(NOUNS)} is ${pick(QUALITIES)}, says the ${pick(NOUNS)}.`,
      stock: { ours: number(50), theirs: number(50) },
    },
    null,
    1,
  );

const table: Write = (pick, number) =>
  `${number(9000)},${pick(NOUNS)},${number(100_000) / 100},2024-0${1 + number(9)}-1${number(10)},${pick(QUALITIES)},${number(1_000_000)}`;

const log: Write = (pick, number) =>
  `2024-05-1${number(10)}T12:${10 + number(50)}:0${number(10)}.${100 + number(900)}Z INFO [worker-${number(8)}] ${pick(VERBS)} ${pick(NOUNS)} id=${(number(0x7fffffff) >>> 0).toString(16)} path=/api/v1/${pick(NOUNS)}/${number(9999)} status=200 took ${number(97)}ms`;

const words =
  (sentences: readonly string[], lists: Readonly<Record<string, string>>): Write =>
  (pick, number) =>
    pick(sentences).replaceAll(/[A-Z]{2,}|#/g, (slot) =>
      slot === '#' ? String(number(60)) : pick((lists[slot] ?? slot).split(' ')),
    );

const german = words(
  [
    'Könnten Sie mir sagen, wie man den DING am besten pflegt? Wir haben # davon, und der DING ist weit weg.',
    'Bevor du den DING holst, schau dir den DING an; er ist oft ART, als man denkt.',
    'Das hängt davon ab: Ein DING hält etwa # Jahre, wenn ihn jemand pflegt.',
  ],
  {
    DING: 'Garten Brief Motor Hafen Schlüssel Kollegen Zug Kalender Drucker Bericht Schrank Löffel Fluss Händler',
    ART: 'größer leiser früher älter schöner schwerer',
  },
);
const french = words(
  [
    'Pourriez-vous m’expliquer comment réparer le CHOSE ? Nous en avons #, et le CHOSE est déjà loin.',
    'Avant de déplacer le CHOSE, regardez le CHOSE : il est souvent plus QUALITE qu’on ne l’espère.',
  ],
  {
    CHOSE: 'jardin moteur billet voyage théâtre marché cahier château tiroir rivage gâteau métier',
    QUALITE: 'étroit léger tranquille récent fidèle',
  },
);
const russian = words(
  [
    'Подскажите, пожалуйста, как починить VEW? У нас их #, а VEW уже далеко.',
    'Прежде чем нести VEW, посмотрите на VEW: он часто бывает KAK, чем кажется.',
  ],
  {
    VEW: 'сад двигатель билет мост словарь шкаф поезд календарь принтер отчёт ключ берег',
    KAK: 'тише шире старше легче дороже',
  },
);
const chinese = words(
  [
    '请问怎样修理这个WU？我们一共有#个，而WU已经很远了。',
    '在搬走WU之前，先看看旁边的WU；它往往比想象的更XING。',
    '这要看情况：一个WU大约能用#年。',
  ],
  { WU: '花园 信件 发动机 车票 图书馆 打印机 书架 月历 桥梁 钥匙 报告 厨房', XING: '安静 宽敞 陈旧 可靠 明亮' },
);
const japanese = words(
  [
    'このMONOはどうやって直せばいいですか？全部で#個ありますが、MONOはもう遠くにあります。',
    'MONOを運ぶ前に、隣のMONOを見てください。思ったよりSAMAことが多いです。',
  ],
  { MONO: '庭 手紙 エンジン 切符 図書館 プリンター 本棚 カレンダー 橋 鍵 台所', SAMA: '静かな 広い 古い 明るい' },
);
const arabic = words(
  [
    'هل يمكنك أن تخبرني كيف أصلح SHAY؟ لدينا # منها، و SHAY بعيد الآن.',
    'قبل أن تنقل SHAY انظر إلى SHAY، فهو غالبا أكثر SIFA مما تظن.',
  ],
  {
    SHAY: 'الحديقة الرسالة المحرك التذكرة الجسر القاموس القطار المفتاح التقرير المطبخ',
    SIFA: 'هدوءا اتساعا قدما ضوءا',
  },
);
const turkish = words(
  [
    'Bu SEYI nasıl onarabilirim? Bizde # tane var ve SEYI artık çok uzakta.',
    'SEYI taşımadan önce SEYI için bakın; çoğu zaman sanıldığından daha NASIL olur.',
  ],
  {
    SEYI: 'bahçeyi mektubu motoru bileti köprüyü sözlüğü dolabı treni takvimi yazıcıyı anahtarı',
    NASIL: 'sessiz geniş eski hafif sağlam',
  },
);

export const KINDS: readonly (readonly [name: string, write: Write, between: string])[] = [
  ['English', prose, '\n\n'],
  ['chat of many kinds', chat, '\n\n'],
  ['English with code', code, '\n\n'],
  ['results of tools, JSON', json, ',\n'],
  ['tables', table, '\n'],
  ['logs', log, '\n'],
  ['German', german, ' '],
  ['French', french, ' '],
  ['Turkish', turkish, ' '],
  ['Russian', russian, ' '],
  ['Arabic', arabic, ' '],
  ['Chinese', chinese, ''],
  ['Japanese', japanese, ''],
];

/** At least this many characters of a kind, always the same. */
export function textOf(write: Write, between: string, length: number): string {
  const parts: string[] = [];
  let state = 11;
  const number = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % most;
  };
  const pick = <T>(list: readonly T[]): T => {
    const one = list[number(list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };
  for (let size = 0; size < length; ) {
    const part = write(pick, number);
    parts.push(part);
    size += part.length + between.length;
  }
  return parts.join(between);
}
