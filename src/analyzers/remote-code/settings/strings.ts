import { type Json, member } from '../../../kernel/json.ts';
import { READS_SECRET, RESOLVER, RESOLVER_ATTACK, TRUST } from '../rules.ts';
import { type CodeReference, short } from './targets.ts';

/** A switch on a command line, not followed by a no. */
const TRUST_FLAG = /(?:^|[\s"'=,[])--trust[-_]remote[-_]code\b(?!["']?[\s=,]*["']?(?:false|no|0)\b)/i;
const TRUST_VARIABLE = /^(?:export\s+)?(?:\w+_)?TRUST_REMOTE_CODE\s*=\s*["']?(?:true|yes|on|1)\b/i;

/** OmegaConf: `${resolver:arguments}`. Several projects register `eval` under that name; none of its own runs code. */
const RESOLVES = /\$\{\s*(eval|python|py|exec|shell|sh|cmd|command|run|import|getattr|call)\s*:\s*/i;
/** Sums: digits, operators, brackets, rounding. Names of other settings are taken out of them first. */
const ARITHMETIC =
  /^(?:[\s\d.,+\-*/%()[\]<>=!_e"'{}$:|&]|\b(?:int|float|max|min|round|abs|len|if|else|and|or|not|True|False|None)\b)*$/;
const SETTING = /\$\{[\w.]*\}/g;
const RUNS_CODE = /__\w+__|\b(?:import|exec|eval|compile|open|getattr|globals|locals|subprocess|system|popen|os)\b/;

/** A value that is an expression of Python's: loaders that evaluate their settings run it, and no setting needs it. */
const EVALUATED = /^[^\n]{0,40}\b__import__\(\s*["'][\w.]+["']\s*\)\s*\./;

/** A value that is a substitution of the shell's, which fetches and runs. */
const SUBSTITUTED = /^\s*(?:\$\(|`)\s*(?:curl|wget)\b[^\n|]{0,300}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/i;

/** Variables that hold what must not leave the machine. */
const SECRET_VARIABLE =
  /\$\{\s*(?:oc\.)?env:\s*(\w*(?:TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_KEY|PRIVATE_KEY)\w*)/i;

/** OmegaConf: `${section.name}` is another value of the document, from its root. */
const NODE_NAME = /\$\{\s*([A-Za-z_]\w*(?:\.\w+){0,8})\s*\}/g;

/** An address with another value of the document in it, which is a secret of the environment. */
export function* handsOnSecret(text: string, root: Json): Iterable<CodeReference> {
  if (text.length > LONGEST || !/\w+:\/\//.test(text)) return;
  for (const [, path = ''] of text.matchAll(NODE_NAME)) {
    const value = path.split('.').reduce<Json | undefined>((at, key) => member(at, key), root);
    if (typeof value === 'string' && SECRET_VARIABLE.test(value))
      yield { rule: READS_SECRET, operation: short(`${text.trim()}, where ${path} is ${value.trim()}`) };
  }
}

/** What a text in a configuration makes its reader do. */
export function* referencesInText(text: string): Iterable<CodeReference> {
  if (text.length > LONGEST) return;
  if (TRUST_FLAG.test(text)) yield { rule: TRUST, operation: short(text.trim()) };
  else if (TRUST_VARIABLE.test(text.trim())) yield { rule: TRUST, operation: short(text.trim()) };
  if (EVALUATED.test(text.trim()) || SUBSTITUTED.test(text))
    yield { rule: RESOLVER_ATTACK, operation: short(text.trim()) };
  const resolver = RESOLVES.exec(text);
  if (resolver !== null) yield* resolved(text.slice(resolver.index), text.slice(resolver.index + resolver[0].length));
  const secret = SECRET_VARIABLE.exec(text)?.[1];
  // A setting that is the secret and nothing else hands it to the program that is set up: usual. In an address it leaves.
  if (secret !== undefined && /\w+:\/\//.test(text)) yield { rule: READS_SECRET, operation: short(text.trim()) };
}

/** Command lines are short; a prompt is no command. */
const LONGEST = 20_000;

function* resolved(whole: string, body: string): Iterable<CodeReference> {
  if (RUNS_CODE.test(body)) yield { rule: RESOLVER_ATTACK, operation: short(whole) };
  else if (!ARITHMETIC.test(body.replaceAll(SETTING, ' '))) yield { rule: RESOLVER, operation: short(whole) };
}
