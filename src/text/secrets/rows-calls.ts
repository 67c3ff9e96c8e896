import { LETTERS_AND_DIGITS, textFrom, URL_SAFE } from './examples.ts';
import { form, PASSWORD } from './form.ts';
import { isPassword, isStrong } from './passwords.ts';
import { entropyOf, isPlaceholder } from './placeholder.ts';
import { looksRandom } from './randomness.ts';
import type { SpotRow } from './spot.ts';

/** Words that stand for a key in examples of a library. */
const NO_KEY =
  /^(?:s+h+|shh?.{0,12}|secret\w{0,12}|key\d?|my.{0,20}|your.{0,40}|keyboard ?cat|test.{0,12}|some.{0,20})$/i;

function isKey(secret: string): boolean {
  if (secret.length < 8 || NO_KEY.test(secret) || isPlaceholder(secret)) return false;
  if (/^[A-Z]{2,8}\//.test(secret)) return false;
  return (
    looksRandom(secret) || (/^[\w!@#$%^&*+=-]+$/.test(secret) && isStrong(secret) && isPassword(secret, 'password'))
  );
}

/** Secrets that calls take as an argument, without a name for them. */
export const CALL_ROWS: readonly SpotRow[] = [
  form({
    id: 'connection-password',
    title: 'Password of a connection to a database',
    literals: ['onnection(', 'connect(', 'PDO(', 'mysqli('],
    lead: String.raw`(?:onnection|connect|PDO|mysqli)\(\s{0,20}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[$\w.]{1,60})\s{0,20},\s{0,20}["'][^"'\n]{1,64}["']\s{0,20},\s{0,20}`,
    value: String.raw`(?:"(?<double>[^"\n]{4,128})"|'(?<single>[^'\n]{4,128})')`,
    longest: 460,
    source: 'java.sql.DriverManager; PHP: PDO, mysqli; DBI; PEP 249',
    fires: () => [
      `DriverManager.getConnection(url, "app", "${PASSWORD}");`,
      `$db = new PDO('mysql:host=db;dbname=shop', 'app', '${PASSWORD}');`,
      `DBI->connect("DBI:mysql:shop", "app", "${PASSWORD}", { RaiseError => 1 })`,
    ],
    quiet: [
      'DriverManager.getConnection(url, "app", "password")',
      'getConnection(url, user, pass)',
      'signal.connect("clicked", "on_clicked", "data")',
      'socket.connect("tcp", "localhost", "5432")',
    ],
  }),
  form({
    id: 'signing-key',
    title: 'Key that a call signs or encrypts with',
    literals: ['.sign(', '.verify(', '.encode(', '.decode(', 'createHmac('],
    lead: String.raw`(?:(?<=\bjwt|JWT|jsonwebtoken)\.(?:sign|verify|encode|decode)|createHmac)\(\s{0,12}[^,\n]{1,120},\s{0,12}b?`,
    value: String.raw`(?<quote>["'])(?<secret>[^"'\n]{8,128})\k<quote>`,
    longest: 300,
    judge: isKey,
    source: 'CWE-321',
    fires: () => [
      `jwt.sign(payload, '${textFrom(LETTERS_AND_DIGITS, 24)}', { expiresIn: '1h' })`,
      `crypto.createHmac('sha256', '${textFrom(LETTERS_AND_DIGITS, 28)}')`,
    ],
    quiet: [
      "jwt.sign({ id: 1 }, 'shhhhhhh')",
      "crypto.createHmac('sha256', 'your-256-bit-secret')",
      "s.encode('a', 'utf-8')",
    ],
  }),
  form({
    id: 'encryption-key',
    title: 'Key that a call takes',
    literals: ['cookieParser(', 'Fernet(', 'SecretKeySpec(', 'AES.new(', 'HMAC256(', 'HMAC512('],
    lead: String.raw`(?:cookieParser|Fernet|SecretKeySpec|AES\.new|HMAC(?:256|512))\(\s{0,12}b?`,
    value: String.raw`(?<quote>["'])(?<secret>[^"'\n]{8,128})\k<quote>`,
    judge: isKey,
    source: 'CWE-321',
    fires: () => [
      `cookieParser('${textFrom(LETTERS_AND_DIGITS, 22)}')`,
      `Fernet(b"${textFrom(URL_SAFE, 43)}=")`,
      `new SecretKeySpec("${textFrom(LETTERS_AND_DIGITS, 16)}".getBytes(), "AES")`,
    ],
    quiet: ["cookieParser('secret')", 'Fernet(key)', 'new SecretKeySpec("AES/CBC/PKCS5".getBytes(), "AES")'],
  }),
  form({
    id: 'defined-key',
    title: 'Key or salt of an installation',
    literals: ['define('],
    lead: String.raw`define\(\s{0,4}["'][A-Z_]{0,30}(?:KEY|SALT|SECRET)["']\s{0,4},\s{0,12}`,
    value: String.raw`(?:'(?<single>[^'\n]{20,128})'|"(?<double>[^"\n]{20,128})")`,
    longest: 230,
    // Any character may stand in it, also those that mark a placeholder elsewhere.
    judge: (secret) => entropyOf(secret) >= 3.5 && /[0-9]/.test(secret) && !/phrase|your|example|here$/i.test(secret),
    source: 'developer.wordpress.org: wp-config.php, security keys',
    fires: () => [`define('AUTH_KEY', '${textFrom(`${LETTERS_AND_DIGITS}!#%&*()-_[]{}<>~+=,.;:/?|`, 64)}');`],
    quiet: ["define('AUTH_KEY', 'put your unique phrase here');", "define('CACHE_KEY', 'posts');"],
  }),
];
