import type { CodeRule } from './rule.ts';

/** Dice that can be guessed, in functions that say by their names that nobody may. */
export const RANDOM_RULES: readonly CodeRule[] = [
  {
    id: 'cs-random-for',
    cwe: 338,
    safer: 'Use `RandomNumberGenerator`.',
    at: ['Random('],
    match: /(?<=new )Random\(\s*\)/y,
    story:
      /\bstring\s+\w*(?:Passw|Token|Secret|Session|ApiKey|Salt|Nonce|Otp|OTP|Captcha|Code)\w*\([^)\n]*\)\s*(?:\{|=>)(?:(?!\n\s{0,4}\})[\s\S])*$/,
    fires: ['public string NewPassword(int length)\n{\n    var random = new Random();'],
    quiet: ['public int Roll()\n{\n    var random = new Random();'],
  },
  {
    id: 'py-random-for',
    cwe: 338,
    safer: 'Use the `secrets` module for what must not be guessed.',
    at: ['random.', 'randint('],
    match:
      /(?:(?<![\w.]|np\.|numpy\.)random\.(?:random|randint|choice|choices|randrange|sample|getrandbits|randbytes)\(|(?<![\w.])(?:randint|choices?)\()/y,
    story:
      /\bdef \w*(?:passw|pwd|secret|reset_?|session_?id|api_?key|auth_?|access_?|csrf_?|otp|one_time|salt|nonce|captcha|token|verification)\w*\((?:(?!\n(?:async )?def |\n {4}(?:async )?def |\nclass )[\s\S])*$/i,
    unless: /token(?:s|ize)|SystemRandom/,
    settled: /SystemRandom/,
    fires: ['def reset_token():\n    return "".join(random.choice(LETTERS) for _ in range(8))'],
    quiet: ['def pick_color():\n    return random.choice(COLORS)', 'def salt():\n    return secrets.token_hex(8)'],
  },
  {
    id: 'go-rand-for',
    cwe: 338,
    safer: 'Use `crypto/rand`.',
    at: ['rand.'],
    match: /rand\.(?:Read|Intn?|Int63n?|Int31n?|Perm|Shuffle|N|IntN)\(/y,
    story:
      /"math\/rand(?:\/v2)?"[\s\S]*\nfunc (?:\([^)\n]*\) )?\w*(?:[Tt]oken|[Pp]assw|[Ss]ecret|[Ss]ession|[Kk]ey|[Ss]alt|[Nn]once|OTP|[Oo]tp|[Cc]ode|[Cc]srf|CSRF)\w*\((?:(?!\n\}|\nfunc )[\s\S])*$/,
    fires: ['import "math/rand"\n\nfunc newToken() string {\n\tb := make([]byte, 16)\n\trand.Read(b)'],
    quiet: ['import "math/rand"\n\nfunc roll() int {\n\treturn rand.Intn(6)'],
  },
];
