import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEX, LETTERS_AND_DIGITS, textFrom, URL_SAFE } from './examples.ts';
import { findSecrets } from './find.ts';
import { uuidFrom } from './grammar.ts';
import { MARK_ROWS, NAMED_ROWS, SPOT_ROWS, TOKEN_ROWS } from './rows.ts';

const ROWS = [...TOKEN_ROWS, ...MARK_ROWS, ...SPOT_ROWS];
// Random text without a digit is not looked at: one in thirty of the shortest tokens.
const firing = ROWS.flatMap(({ id, fires }) => fires().map((text, at) => [id, at, text] as const)).filter(
  ([, , text]) => /[0-9]/.test(text) || text.startsWith('hf_'),
);
const quiet = ROWS.flatMap((row) => row.quiet.map((text) => [row.id, text] as const));
const named = NAMED_ROWS.flatMap(({ id, fires }) => fires().map((text) => [id, text] as const));

const spansIn = (text: string) => findSecrets(text).map(({ start, end }) => text.slice(start, end));

describe('findSecrets', () => {
  it('has a name of its own, a firing and a quiet example for every row', () => {
    const ids = [...ROWS, ...NAMED_ROWS].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ROWS.filter(({ fires, quiet }) => fires().length === 0 || quiet.length === 0)).toEqual([]);
  });

  it('finds every firing example, alone and in a file', () => {
    for (const [id, , text] of firing) {
      expect([id, findSecrets(text).length > 0]).toEqual([id, true]);
      expect([id, findSecrets(`{"a": "b", "c": "\n${text}\n"}`).length > 0]).toEqual([id, true]);
    }
  });

  it('names most tokens by their issuer', () => {
    const misnamed = firing.filter(([id, , text]) => !findSecrets(text).some(({ rule }) => rule === id));
    // Some issuers share a beginning: `sk_live_` is Stripe's, Paystack's and WorkOS's.
    expect(misnamed.length / firing.length).toBeLessThan(0.06);
  });

  it.each(quiet)('%s stays quiet on %s', (id, text) => {
    expect(findSecrets(text).map(({ rule }) => rule)).not.toContain(id);
  });

  it('finds the keys of issuers that only a name near by tells', () => {
    const missed = named.filter(([, text]) => findSecrets(text).length === 0);
    expect(missed.length / named.length).toBeLessThan(0.03);
  });

  it.each([
    'password: must-be-at-least-eight',
    'password: change-me-before-production',
    'password: my-app-secret-ref',
    'password: read-from-env-file',
  ])('takes words of settings for no pass phrase: %s', (text) => expect(findSecrets(text)).toEqual([]));

  const key = textFrom(LETTERS_AND_DIGITS, 32);
  const hex = textFrom(HEX, 40);
  it.each([
    ['a name in capitals', `SERVICE_KEY=${key}`, key],
    ['a name in the middle of others', `export const stripeSecretKey = '${key}';`, key],
    ['YAML', `service:\n  api_key: ${key}\n`, key],
    ['an escaped quote', `{\\"token\\": \\"${key}\\"}`, key],
    ['a header', `curl -H "X-Api-Key: ${key}" https://host.example`, key],
    ['the line below a user', 'user = ann\n# of the mill\npassword = open_mountains\n', 'open_mountains'],
    ['words of a pass phrase', 'password: copper-meadow-winter-falcon', 'copper-meadow-winter-falcon'],
    ['words of a pass phrase in quotes', 'password = "piano-velvet-rocket-maple"', 'piano-velvet-rocket-maple'],
    ['a word of another script', '密码是 dragon77', 'dragon77'],
    ['a word that nothing says is one', 'мой пароль medved44', 'medved44'],
    ['a name with space behind it', `ENV SERVICE_KEY ${key}`, key],
    ['a command of Windows', `setx SERVICE_ACCESS_KEY "${hex}"`, hex],
    ['a sentence', `my Acme key is ${key}`, key],
    ['an issuer and the word key', `// remove: VirusTotal key ${hex}${hex.slice(0, 24)}`, `${hex}${hex.slice(0, 24)}`],
    ['the end of a sentence', `# Acme\n\nUse this token to test: \`${key}\``, key],
    ['the default of a variable', `variable "acme_key" {\n  type    = string\n  default = "${key}"\n}`, key],
    ['a mark of how it is written', `APP_KEY=base64:${key}abcdefghijk=`, `${key}abcdefghijk=`],
    ['a bearer', `-H 'Authorization: Bearer ${key}'`, key],
    ['an argument', `os.environ.get("API_TOKEN", "${key}")`, key],
    ['an element', `<apiKey>${key}</apiKey>`, key],
    ['an attribute', `<add key="ApiKey" value="${key}" />`, key],
    ['a query', `https://host.example/v1?access_token=${key}&v=1`, key],
    ['an option', `deploy --token ${key}`, key],
    ['an issuer without a mark', `DATADOG_APP_KEY: "${hex}"`, hex],
    ['a call around it', `service_key := []byte("${key}")`, key],
    ['an option within an option', `--from-literal=service-token=${key}`, key],
    ['the line below a heading', `# service api key\n${key}`, key],
    ['a log', `[DEBUG] Using service Key=${key} [INFO] done`, key],
    ['a mark before digits', `"deploy_key": "acme_live_${hex}"`, `acme_live_${hex}`],
    ['two parts', `FAL_KEY=${uuidFrom(3)}:${hex}`, `${uuidFrom(3)}:${hex}`],
    ['the user of a call', `curl -u ${key}: https://host.example`, `${key}:`],
    ['a setter', 'store.setPassword("winter2019!");', 'winter2019!'],
    ['a UUID', `heroku_api_key = "${uuidFrom(3)}"`, uuidFrom(3)],
  ])('finds a key in %s', (_, text, secret) => {
    expect(spansIn(text)).toContain(secret);
  });

  it.each([
    ['a commit', `revision: ${hex}`],
    ['a lock file', `"integrity": "sha512-${textFrom(LETTERS_AND_DIGITS, 86)}=="`],
    ['a checksum by name', `"api_key_sha256": "sha256:${textFrom(HEX, 64)}"`],
    ['an environment variable', 'api_key = os.environ["OPENAI_API_KEY"]'],
    ['a picture', `data:image/png;base64,${textFrom(`${LETTERS_AND_DIGITS}+/`, 4000)}`],
    ['a vocabulary', '{"model": {"vocab": {"secret": 1, "password": 2, "hf_": 3, "sk-": 4, "://": 5}}}'],
    ['a special token', '"pad_token": "<|reserved_special_token_12|>", "token": "<|im_end|>"'],
    ['a public key', `public_key = "${key}"`],
    ['a page token', `nextPageToken: "${key}"`],
    ['a call', 'const token = createAccessToken2FromSession3Now4(user)'],
    ['a name with digits', 'const secretKey = base64EncodedSha256HmacKey;'],
    ['an identifier', `"userId": "${uuidFrom(4)}"`],
    ['a placeholder', 'SERVICE_KEY="your-service-key-0123456789"'],
    ['a template', 'token: ${{ secrets.GITHUB_TOKEN_2 }}'],
    ['a cut off token', `token: ops_eyJzaWduSW5B1x..`],
    ['random text with a mark in it', `service_token = "${key.slice(0, 9)}?${key.slice(10)}"`],
    ['a kind of thing by its name', `"Cloud::Manager::Secret": "${hex.slice(0, 16)}"`],
    ['a counted example', 'api_key = "k1l2m3n4o5p6q7r8s9t0"'],
    ['the member of a program', 'session_key = self._crypto.AES_256_cbc_key'],
    ['the name of an algorithm', "deriveKey(_password, 'PBKDF2', false)"],
    ['a place for a password in an address', 'proxy = "socks5://<user>:<password>@proxy4.example"'],
    ['a variable that begins like an issuer', 'sumObj = suG8yIk5imvAq'],
    ['a message in another script', '"pass": "要素に0より大きいtabindexは存在しません"'],
    ['a test vector', `"tcId": 7, "key": "${hex}"`],
    ['a fingerprint', `Release GPG key: ${hex.toUpperCase()}`],
    ['a public key', `"key": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A${key}"`],
    ['a signature', `"sig": "3045022100${hex}0220${hex}"`],
    ['text as hexadecimal digits', `key: "${Buffer.from('a key of thirty-two letters here').toString('hex')}"`],
    ['a verb', 'Pass `--max-old-space-size=4096` to node'],
    ['the type of an argument', 'int export_key(x509_privkey_t key,\n\t  tls_x509_crt_fmt_t format);'],
    ['a place in a list', `--page-token "${key}"`],
    ['ordinary words', 'Your password must have 12 characters, one of them a digit, and no secret words.'],
  ])('%s is no secret', (_, text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it('never shows more of a secret than a beginning', () => {
    for (const [, , text] of firing) {
      for (const { start, end, redacted } of findSecrets(text)) {
        const shown = redacted.slice(0, redacted.indexOf('…'));
        expect(text.slice(start, end).startsWith(shown)).toBe(true);
        if (end - start > 12) expect(end - start - shown.length).toBeGreaterThanOrEqual((end - start) / 3);
      }
    }
  });

  it('is certain when a checksum holds and only wonders when it does not', () => {
    const [token = ''] = TOKEN_ROWS.find(({ id }) => id === 'github')?.fires() ?? [];
    const broken = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    expect(findSecrets(token).map(({ confidence }) => confidence)).toEqual(['certain']);
    expect(findSecrets(broken).map(({ confidence }) => confidence)).toEqual(['possible']);
  });

  it('names a token by its issuer, and says where it stands', () => {
    const [token = ''] = TOKEN_ROWS.find(({ id }) => id === 'hugging-face')?.fires() ?? [];
    const text = `api_key = "${token}"`;
    expect(findSecrets(text)).toMatchObject([{ rule: 'hugging-face', start: 11, end: 11 + token.length }]);
  });

  it('has no pattern with a repetition that could go on for ever', () => {
    const patterns = [...TOKEN_ROWS, ...SPOT_ROWS, ...MARK_ROWS, ...NAMED_ROWS].map(({ id, pattern }) => ({
      id,
      pattern,
    }));
    const open = SPOT_ROWS.map(({ id, open }) => ({ id, pattern: open }));
    const unbounded = [...patterns, ...open].filter(({ pattern }) => {
      const bare = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
      return /[*+]|\{\d+,\}/.test(bare);
    });
    expect(unbounded.map(({ id }) => id)).toEqual([]);
  });

  it('answers any text without throwing, its matches in order and apart', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom(...firing.map(([, , text]) => text))), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        let last = 0;
        for (const { start, end } of findSecrets(parts.join(' '))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  it.each(['eyJ', 'sk-', '://', 'secret', '-----BEGIN ', ':AA', 'a1', 'password=', `${URL_SAFE}.`, '"d":"', ' -u a:'])(
    'is done with a long text of %s',
    (piece) => {
      expect(findSecrets(piece.repeat(Math.ceil(100_000 / piece.length))).length).toBeLessThan(100_000);
    },
  );
});
