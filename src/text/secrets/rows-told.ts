import { PASSWORD } from './form.ts';
import { isPassPhrase, isWordForPassword } from './passwords.ts';
import { isPlaceholder } from './placeholder.ts';
import { surprise } from './randomness.ts';
import type { SpotRow } from './spot.ts';

/** What a password is called: in English and German within the literal `pass`, elsewhere by a word of its own. */
const LITERALS =
  'pass kennwort contrase clave senha wachtwoord hasło lösenord adgangskode salasana heslo jelszó parola şifre mật kata'.split(
    ' ',
  );
const OTHER_SCRIPTS = 'парол Парол 密码 密碼 パスワード 비밀번호 كلمة סיסמ รหัสผ่าน पासवर्ड κωδικός رمز'.split(' ');

const NOUN = String.raw`(?<noun>passw(?:ord|ort|oord)|pass(?:phrase|code|ord)|(?<=mot de )passe|kennwort|contrase(?:ña|nya|na|ñas)|clave|senha|wachtwoord|hasło|lösenord(?:et)?|adgangskoden?|salasana(?:ni)?|heslo|jelsz[óa](?:m|vam)?|parola(?! chiave)(?:m|mea| d['’]ordine)?|parolă|şifre(?:m|niz)?|[Пп]арол[ья]|密[码碼]|パスワード|비밀번호|كلمة (?:المرور|السر)|סיסמ(?:ה|ת)\w{0,8}|รหัสผ่าน|पासवर्ड|κωδικός|رمز عبور|mật khẩu|kata sandi)`;
/** What stands between the word and what says that the password follows: `for the admin panel`. */
const MIDDLE = String.raw`[^\n.,;:!?"'“«=(]{0,40}?`;
const IS = String.raw`(?<is>(?:[ \u00a0]|’|')(?:is|s|was|are|lautet|ist|war|heißt|est|c['’]est|es|era|é|è|sarà|to|nu|är|er|on|jest|je|este|esta|olarak|это|был|είναι|هي|هو|היא|הוא|là|adalah)(?:[ \u00a0](?:now|still|currently|just|jetzt|maintenant|ahora|adesso|agora|nu|teraz|the|la|der|das))?[: ]{1,3}|["']?[ ]{0,3}[:：=][ ]{0,3}|[はが是为為는은이가]{1,2}[ ：:「]{0,3}|คือ ?|[ ][—–-][ ])`;
/** In some languages nothing says `is`: the password follows its word. */
const GAP = String.raw`(?<=[\u0400-\u0eff\u1100-\ud7af])(?<gap>[ \u00a0])`;
const VALUE = String.raw`(?:["“”„«『「'‘\x60](?<quoted>[^\s"”»』」'’\x60]{4,64})["”“»』」'’\x60]|(?<bare>(?:(?!["<>()\x60{}])[!-~\u00c0-\u024f]){3,63}(?!["<>()\x60{}.,;:?\]'])[!-~\u00c0-\u024f]))`;

const LONGEST = 180;

/** Passwords that somebody tells in a sentence, in the languages of most users. */
export const TOLD_ROWS: readonly SpotRow[] = [
  {
    id: 'password-in-words',
    title: 'Password told in words',
    literals: [...LITERALS.map((text) => ({ text, anyCase: true })), ...OTHER_SCRIPTS.map((text) => ({ text }))],
    pattern: new RegExp(`${NOUN}(?:${MIDDLE}${IS}|${GAP})${VALUE}`, 'diy'),
    open: new RegExp(
      `${NOUN.replace('?<noun>', '?:')}[^\\n.,;:!?"'“«=(]{0,44}(?:${IS.replace('?<is>', '?:')}["“”„«『「'‘\\x60]?[^\\s"]{0,65}|[’'：:=]? ?c?['’]?[a-zé]{0,4})?$|${NOUN.replace('?<noun>', '?:')}${GAP.replace('?<gap>', '?:')}[^\\s"]{0,65}$`,
      'iy',
    ),
    longest: LONGEST,
    judge: (secret, { noun = '', is = '', gap, quoted, bare }) =>
      // Another row knows `password =` and what stands behind it.
      !(/^pass(?:word|code|phrase)/i.test(noun) && /[:=]/.test(is)) &&
      isTold(quoted ?? bare ?? secret) &&
      (gap === undefined || !NAMED.test(bare ?? '')),
    confidence: 'possible',
    shown: 0,
    source: 'CWE-522',
    fires: () => [
      'my password is Tr0ub4dor&3',
      `The default password is '${PASSWORD}'.`,
      'the password for the admin panel is now Winter!2031, please change it',
      'mein Passwort lautet Sommer#77x.',
      'das Passwort ist Käse#99Brot',
      'the wifi password is p@ss/w0rd!x',
      'mon mot de passe est Lune42!bleue',
      'mi contraseña es Gato_88rojo',
      'minha senha é Praia!2049',
      'mijn wachtwoord is Fiets91!pad',
      'мой пароль: Zima4477k',
      `mot de passe : ${PASSWORD}`,
      `密码：${PASSWORD}`,
      '我的密码是Hk7731!mn',
      'мой пароль Zima4477k',
      'كلمة المرور هي Zima4477k',
      'הסיסמה היא Zima4477k',
      'รหัสผ่านคือ Zima4477k',
      'मेरा पासवर्ड Zima4477k है',
      'mật khẩu là Zima4477k',
      'kata sandi saya adalah Zima4477k',
      'my password is violet-anchor-prairie-lantern',
    ],
    quiet: [
      'the password is required',
      "the password is 'required'",
      'The password is "password"',
      'my password is not working',
      'the password is base64-encoded and the key is AES-256',
      'a password is 8-16 characters long',
      'das Passwort ist falsch',
      'le mot de passe est incorrect',
      'la contraseña es obligatoria',
      'the password is stored in /etc/app2/secret.txt',
      'the password is $DB_PASSWORD_1',
      'password is PBKDF2-hashed',
      'mot de passe : oublié',
      'пароль: забыт',
      'пароль WPA2 и выше',
      'пароль iPhone12 забыт',
      '密码是必填项',
      'senha: obrigatória',
    ],
  },
];

/** Methods, sizes, names of settings and files, which stand in the same place. */
const NO_PASSWORD =
  /^(?:sha|md|base|aes|utf|rsa|crc|pbkdf|bcrypt|b?crypt|argon|scrypt|ntlm|oauth|iso|rfc|cwe|cve|owasp|nist|v)[-_]?\d|^\d{1,5}(?:[-–+][A-Za-z\d]|(?:char|digit|bit|byte|letter|sign|zeich|caract|day|hour|min|sec|month|year|th|st|nd|rd|x|%)|$)|^[$@%]|^[\w.~:-]*[/\\][\w./\\~-]*$|:\/\/|^[\w.+-]+@[\w-]+\.|^\w+\.\w{1,12}(?:\.\w+)*$|^\w+\.\w+\(|^[a-z]+-(?:based|encoded|hashed|protected|encrypted|managed|style|only)$|-(?:based|encoded|hashed|protected|encrypted|managed|style|like|only|long)$|^\w+=/i;

/** What stands right behind the word where nothing says `is`, and is none. */
const NAMED =
  /^(?:wpa|wep|wi-?fi|ip(?:hone|ad)|ios|win(?:dows)?|mac(?:os)?|android|galaxy|excel|office|pdf|zip|rar|mp|ps|usb|sim|vpn|ssh|ftp|sql|mysql|postgres|http|imap|smtp|pop)[-\d]/i;

/** Names in code. */
const NAME = /^[A-Z]{2,}\d?(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z]+)+\d?$/;

/** A word that no language has: letters with digits or marks among them, or in no order. */
function isTold(value: string): boolean {
  // In code it is what examples have; somebody who says it of a password says so.
  if (value === 'hunter2') return true;
  if (value.length < 6 || isWordForPassword(value) || isPlaceholder(value) || NO_PASSWORD.test(value)) return false;
  if (NAME.test(value)) return false;
  if (!/[A-Za-z]/.test(value) || /[^\x21-\x7e\u00c0-\u024f]/.test(value)) return false;
  if (isPassPhrase(value)) return true;
  if (/[0-9]/.test(value)) return !/^[a-z]{1,3}\d$/i.test(value);
  return /[A-Za-z][!@#$%^&*+=?~][A-Za-z]|[!@#$%^&*+=?~]{2,}/.test(value) && surprise(value) >= 3.5;
}
