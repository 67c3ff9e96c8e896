/**
 * How often one character follows another in English chat and documents: `2 ** level - 1` times in a million, a row a
 * character and a column the next one: white space, `a` to `z` in either case, digits, `.` with `,`, other marks.
 */
const LEVELS: readonly string[] = [
  'decdccdbcd9acdcdd8cdebad7b7c6e',
  'c6bbb59b7b5acbe5a4dcd9a87b7688',
  '8a654c244a72b55a33a86a21292667',
  'ac495c43cb2aa54c43b8ba37180577',
  'ea669c594c54776a509a5a864806aa',
  'fc8ccba97a47cbd9a8ddc8baba56bb',
  'ca242aa20b21933c30a59903272577',
  'ca434b48aa22869950a86923173598',
  'cc845e413c25778b3396a824182488',
  'aa9cbbab5649bbec97bdd8b4749469',
  '570209121633221830371802021334',
  'a8555b444a03749751695623062588',
  'cc67ac863c37c76b805aaa862b3599',
  'bca44c542b23796bb4595904392588',
  'db6bdc9d6b79879b756cca945955aa',
  'c99ab8c9797abcdba3dabdab785488',
  'ab456b559a23b74ba2b99a34382478',
  '440110022002501010302a01220223',
  'dc7aad895c299aac839bba962a45a9',
  'ea5a6d75bc29887ba66bdb483925cb',
  'ec686d75ed13976d81bbaa593a55ab',
  'aa9a9a692936bab592ccb332555267',
  '6a213c123b03423832352620042535',
  'ab445b42bb22749a30985205041377',
  '982727424822243492049401142567',
  'd76659354723776b815984452464aa',
  '673219222711422622234502256445',
  'b65464443333144344466242434dba',
  'e53855253665454452566333453a78',
  'e99a9897896899a8969ba888676aac',
];

const DIGIT = 27;
const STOP = 28;
const OTHER = 29;

function classOf(byte: number): number {
  const letter = (byte | 0x20) - 96;
  if (byte <= 32) return 0;
  if (byte < 128 && letter >= 1 && letter <= 26) return letter;
  if (byte >= 48 && byte <= 57) return DIGIT;
  return byte === 44 || byte === 46 ? STOP : OTHER;
}

/** Members of each class that are about as common. */
const MEMBERS: ReadonlyMap<number, number> = new Map([
  [DIGIT, 10],
  [STOP, 2],
  [OTHER, 20],
]);

/** Capitals are this much rarer than small letters. */
const CAPITAL = 0.05;

function shareOf(byte: number): number {
  const isCapital = byte >= 65 && byte <= 90;
  return isCapital ? CAPITAL : 1 / (MEMBERS.get(classOf(byte)) ?? 1);
}

const FREQUENCIES = Float64Array.from(LEVELS.join(''), (level) => (2 ** Number.parseInt(level, 16) - 1 + 0.5) / 1e6);
const CLASSES = LEVELS.length;

/** About how often these two bytes stand in a row, as a share of all places. */
export function frequencyOfPair(first: number, second: number): number {
  const pair = FREQUENCIES[classOf(first) * CLASSES + classOf(second)] ?? 0;
  return pair * shareOf(first) * shareOf(second);
}

const OF_BYTES = Float64Array.from({ length: 256 }, (_, byte) => {
  const first = classOf(byte) * CLASSES;
  return FREQUENCIES.subarray(first, first + CLASSES).reduce((sum, pair) => sum + pair, 0) * shareOf(byte);
});

/** About how often this byte stands anywhere. */
export function frequencyOfByte(byte: number): number {
  return OF_BYTES[byte] ?? 0;
}
