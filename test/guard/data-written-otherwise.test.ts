import { describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';

const guard = openGuard({ policy: null, clock: () => 0 });
const redacted = async (text: string) => (await guard).check(text, { origin: 'user' }).text;

describe('digits of other scripts', () => {
  it.each([
    ['رقم بطاقتي الائتمانية ٤١١١ ١١١١ ١١١١ ١١١١', 'رقم بطاقتي الائتمانية [CREDIT_CARD]'],
    ['رقم هاتفي ٠٥٠١٢٣٤٥٦٧', 'رقم هاتفي [PHONE_NUMBER]'],
    ['شماره تلفن من ۰۹۱۲۳۴۵۶۷۸۹ است', 'شماره تلفن من [PHONE_NUMBER] است'],
    ['मेरा फ़ोन नंबर ९८७६५४३२१० है', 'मेरा फ़ोन नंबर [PHONE_NUMBER] है'],
    ['আমার ফোন নম্বর ০১৭১২৩৪৫৬৭৮', 'আমার ফোন নম্বর [PHONE_NUMBER]'],
    ['โทร ๐๘๑๒๓๔๕๖๗๘', 'โทร [PHONE_NUMBER]'],
    ['card ४१११ ११११ ११११ ११११ now', 'card [CREDIT_CARD] now'],
    ['IBAN DE๘๙ ๓๗๐๔ ๐๐๔๔ ๐๕๓๒ ๐๑๓๐ ๐๐ ok', 'IBAN [IBAN_CODE] ok'],
    ['my SSN is ٥١٩-٤٢-٧٣٦١ thanks', 'my SSN is [US_SSN] thanks'],
  ])('are digits: %s', async (text, wanted) => {
    expect(await redacted(text)).toBe(wanted);
  });

  it.each([
    'الاجتماع يوم ١٢/٠٣/٢٠٢٤ الساعة ١٠:٣٠',
    'بلغت المبيعات ١٬٢٥٠٬٠٠٠ ريال في عام ٢٠٢٣',
    'قیمت این کالا ۱۲۵۰۰۰۰ تومان است',
    'در سال ۱۳۹۹ جمعیت شهر ۸۶۹۳۷۰۶ نفر بود',
    'वर्ष २०२३ में १२,५०,००० रुपये खर्च हुए',
    'কুমিল্লায় ২০২২ সালে ৬২,১২,২১৬ জন মানুষ ছিল',
    'ราคา ๑๒,๕๐๐ บาท ในปี ๒๕๖๗',
    'मैंने ५ फ़ोन १२००० रुपये में खरीदे',
    'الهاتف بسعر ١٢٥٠٠٠ دينار',
  ])('count and date as well: %s', async (text) => {
    expect(await redacted(text)).toBe(text);
  });
});

describe('mail addresses', () => {
  it.each([
    ['jörg.müller@example.de schreibt', '[EMAIL_ADDRESS] schreibt'],
    ['mail josé@corp.mx now', 'mail [EMAIL_ADDRESS] now'],
    ['пишите на иван@почта.рф сегодня', 'пишите на [EMAIL_ADDRESS] сегодня'],
    ['用户@例子.公司', '[EMAIL_ADDRESS]'],
    ['我的邮箱是用户@例子.公司。谢谢', '我的邮箱是[EMAIL_ADDRESS]。谢谢'],
    ['请联系zhang.wei@corp.cn谢谢', '请联系[EMAIL_ADDRESS]谢谢'],
    ['メールはtanaka@example.jpです', 'メールは[EMAIL_ADDRESS]です'],
    ['अजय@डाटा.भारत पर लिखें', '[EMAIL_ADDRESS] पर लिखें'],
    ['δοκιμή@παράδειγμα.ελ εδώ', '[EMAIL_ADDRESS] εδώ'],
    ['zoë+news@example.nl,', '[EMAIL_ADDRESS],'],
    ['In-Reply-To: <CAF=abc123@mail.gmail.com>', 'In-Reply-To: <[EMAIL_ADDRESS]>'],
    ['write ann.lee&#64;example.com', 'write [EMAIL_ADDRESS]'],
    ['write ann.lee&commat;example.com', 'write [EMAIL_ADDRESS]'],
    ['see mailto:ann.lee%40example.com?x', 'see mailto:[EMAIL_ADDRESS]?x'],
    ['{"email":"ann\\u0040example.com"}', '{"email":"[EMAIL_ADDRESS]"}'],
    ['ann@example.com: hello', '[EMAIL_ADDRESS]: hello'],
    ['ann@example.com/bob', '[EMAIL_ADDRESS]/bob'],
  ])('are whole: %s', async (text, wanted) => {
    expect(await redacted(text)).toBe(wanted);
  });

  it.each([
    'icon@2x.png logo@3x.png',
    "SELECT * FROM users WHERE mail LIKE '%@example.com'",
    'git clone git@github.com:org/repo.git',
    'git clone ssh://git@github.com/org/repo.git',
    'root@web01.corp.local:~# ls',
    'deploy@web01.corp.local:/var/log$ tail x',
    'https://cdn.example/npm/vue%403.4.js',
    '50% @home.now &#64; 12%40',
  ])('are not: %s', async (text) => {
    expect(await redacted(text)).toBe(text);
  });
});

describe('private keys', () => {
  const body = 'MIIEpAIBAAKCAQEA3Tz2mr7SZiAMfQyuvBjM9Oi8Jk1pQwXcVbN5aLhGtReYsUdF';
  const rest = 'q7WmZkP0vXyTn4RbHs9LcJdG2fEoUa6iKwQlBpVxNzMtCrYhS3gDjF5eO1uIA8Zx';
  const key = ['-----BEGIN RSA PRIVATE KEY-----', body, rest, 'Zk3=', '-----END RSA PRIVATE KEY-----'];

  it.each(['', '> ', '# ', '// ', '* ', '    ', '> > ', '# | ', '-- ', '- ', 'REM ', '/// '])(
    'are taken with %j before each line',
    async (mark) => {
      const text = `see\n${key.map((line) => mark + line).join('\n')}\nend`;
      expect(await redacted(text)).toBe(`see\n${mark}[SECRET_PRIVATE_KEY]\nend`);
    },
  );

  it('are taken out of a listing with numbers', async () => {
    const numbered = (mark: string) => key.map((line, at) => `${at + 9}${mark}${line}`).join('\n');
    for (const mark of [' ', ': ', '. ', ' | '])
      expect(await redacted(numbered(mark))).toBe(`9${mark}[SECRET_PRIVATE_KEY]`);
  });
});

describe('passwords', () => {
  it.each([
    ['password: Tr0ub4dor&3xyz', 'password: [SECRET_PASSWORD]'],
    ['DB_PASSWORD=abc12&Xyz99Qw', 'DB_PASSWORD=[SECRET_PASSWORD]'],
    ['https://a.example/?password=Zima4477k&user=ann', 'https://a.example/?password=[SECRET_PASSWORD]&user=ann'],
    ['PASSWORD=Zima4477k&& run', 'PASSWORD=[SECRET_PASSWORD]&& run'],
    ['Das WLAN-Passwort lautet Käse#99Brot', 'Das WLAN-Passwort lautet [SECRET_PASSWORD_IN_WORDS]'],
    ['password="M(y)P4ss>word"', 'password="[SECRET_PASSWORD]"'],
    ['the wifi password is p@ss/w0rd!x', 'the wifi password is [SECRET_PASSWORD_IN_WORDS]'],
  ])('are whole: %s', async (text, wanted) => {
    expect(await redacted(text)).toBe(wanted);
  });

  it.each([
    'the password is stored in /etc/app2/secret.txt',
    'the password is in vault/team2/db',
    'Das Passwort lautet hoffentlich schöner',
    '?password=&user=ann2',
    'password: see https://docs.example/reset2?a=1&b=2',
    'password="<your(password)>"',
  ])('are not: %s', async (text) => {
    expect(await redacted(text)).not.toContain('[SECRET');
  });
});

describe('cards in other groups', () => {
  it.each([
    ['my card is 4111.1111.1111.1111 thanks', 'my card is [CREDIT_CARD] thanks'],
    ['credit card 4111–1111–1111–1111.', 'credit card [CREDIT_CARD].'],
    ['Kreditkarte: 4111 – 1111 – 1111 – 1111', 'Kreditkarte: [CREDIT_CARD]'],
  ])('are found behind a word for them: %s', async (text, wanted) => {
    expect(await redacted(text)).toBe(wanted);
  });

  it.each(['build 4111.1111.1111.1111 of it', 'pages 4111–1111', 'the cardinal 4111.1111.1111.1111'])(
    'are not: %s',
    async (text) => {
      expect(await redacted(text)).not.toContain('[CREDIT_CARD]');
    },
  );
});

it('tells a PIN as no plate, and a title as no name', async () => {
  const types = async (text: string) => (await guard).check(text, { origin: 'user' }).findings.map(({ type }) => type);
  expect(await types('my PIN is 4831')).not.toContain('DE_KFZ');
  expect((await types('Herr Dr. Schmidt kommt')).filter((type) => type === 'PERSON')).toHaveLength(1);
});
