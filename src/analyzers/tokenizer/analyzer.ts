import { type Finding, findingOf, locationIn, type Rule } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { brokenTokenizer } from './broken.ts';
import { ADDS_WORDS, BROKEN, CHANGES_WORDS, SLOW_PATTERN, TOKENIZER } from './rules.ts';
import { isSentence, sentencesIn } from './special-tokens.ts';

/** Judges the steps of a fast tokenizer (tokenizer.json of Hugging Face's tokenizers): none of them need change what is said. */
export const tokenizer: FileAnalyzer = { ...TOKENIZER, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const { facts, member } of readingsAs(item, 'json')) {
    const name = member.at(-1) ?? item.file.path;
    const whole = isWhole(facts.value);
    if (!whole && !TOKENIZER_FILE.test(name)) continue;
    const steps = whole || name.endsWith('tokenizer.json') ? judgeTokenizer(facts.value) : [];
    const sentences = [...sentencesIn(name, facts.value)].map((operation) => ({ rule: ADDS_WORDS, operation }));
    const wrong = whole || isTokenizers(name, facts.value) ? brokenTokenizer(facts.value) : null;
    const broken = wrong === null ? [] : [{ rule: BROKEN, operation: wrong }];
    for (const { rule, operation } of [...steps, ...sentences, ...broken]) {
      const what = printable(operation.slice(0, LIMITS.quotation));
      const location = locationIn(item.file, member);
      yield findingOf(rule, { message: `${rule.title} Here: ${what}.`, location, operation: what });
    }
  }
}

const TOKENIZER_FILE = /(?:^|\/)(?:tokenizer|tokenizer_config|special_tokens_map|added_tokens)\.json$/;

/** What `tokenizers` writes, under whatever name: `Tokenizer.from_file` takes any. */
function isWhole(value: Json): boolean {
  return isJsonObject(value) && ['added_tokens', 'model', ...STEPS].every((key) => Object.hasOwn(value, key));
}

/** Other libraries have files of this name too; one of `tokenizers` has a model, or some of what goes with it. */
function isTokenizers(name: string, value: Json): boolean {
  if (!/(?:^|\/)tokenizer\.json$/.test(name)) return false;
  return !isJsonObject(value) || ['model', 'added_tokens', 'pre_tokenizer'].some((key) => Object.hasOwn(value, key));
}

interface Judged {
  readonly rule: Rule;
  readonly operation: string;
}

const STEPS = ['normalizer', 'pre_tokenizer', 'post_processor', 'decoder'] as const;

/** What the steps of a tokenizer do that none of a genuine one does. */
export function* judgeTokenizer(value: Json): Iterable<Judged> {
  if (!isJsonObject(value)) return;
  const open: Json[] = STEPS.map((step) => value[step] ?? null);
  for (let seen = 0; open.length > 0 && seen < MOST_STEPS; seen++) {
    const step = open.pop() ?? null;
    if (Array.isArray(step)) for (const inner of step as readonly Json[]) open.push(inner);
    if (!isJsonObject(step)) continue;
    yield* judgeStep(step['type'], step['pattern'], step['content']);
    if (step['type'] === 'Prepend' && typeof step['prepend'] === 'string' && WORD.test(step['prepend']))
      yield { rule: ADDS_WORDS, operation: step['prepend'] };
    yield* judgeSpecial(step['SpecialToken']);
    for (const inner of Object.values(step)) open.push(inner ?? null);
  }
}

/** Genuine ones have a dozen; a document has no more values. */
const MOST_STEPS = LIMITS.jsonValues;

function* judgeStep(type: Json | undefined, pattern: Json | undefined, content: Json | undefined): Iterable<Judged> {
  const { String: text, Regex: regex } = isJsonObject(pattern) ? pattern : {};
  if (typeof regex === 'string' && isNested(regex)) yield { rule: SLOW_PATTERN, operation: regex };
  if (type !== 'Replace') return;
  const from = typeof text === 'string' ? text : typeof regex === 'string' ? lettersOf(regex) : '';
  const to = typeof content === 'string' ? content : '';
  if (WORD.test(from) || WORD.test(to)) yield { rule: CHANGES_WORDS, operation: `'${from}' becomes '${to}'` };
}

/** Marks like `<unk>` and names of bytes like `<0x0A>` are none. */
const WORD = /(?<![<\p{L}\p{N}_|])\p{L}{2,}(?![\p{L}\p{N}_|]*>)/u;

/** What a pattern spells out: without its classes, escapes and groups. */
function lettersOf(regex: string): string {
  return regex
    .slice(0, LONGEST_PATTERN)
    .replace(/\\[pPu]\{[^}]*\}|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\./gi, ' ')
    .replace(/\[(?:[^\]])*\]/g, ' ')
    .replace(/\(\?[a-z<=!:-]+/gi, ' ');
}

/** Genuine patterns have some hundred characters. */
const LONGEST_PATTERN = 4096;

/** A group with a repetition in it that is itself repeated without a bound, `(a+)+`: the plain shape of such patterns. */
function isNested(regex: string): boolean {
  const bare = regex
    .slice(0, LONGEST_PATTERN)
    .replace(/\\./g, 'x')
    .replace(/\[\^?\]?[^\]]*\]/g, 'c');
  return (
    /\((?:\?[:>a-z-]*)?[^()]*[^()\\|][+*](?![+])[^()|]?\)(?:[+*](?!\+)|\{\d+,\})/.test(bare) && !/\(\?>/.test(bare)
  );
}

function* judgeSpecial(token: Json | undefined): Iterable<Judged> {
  const id = isJsonObject(token) ? token['id'] : undefined;
  if (typeof id === 'string' && isSentence(id)) yield { rule: ADDS_WORDS, operation: id };
}
