import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { brokenWords, isCount, isId } from './broken-words.ts';
import { isPattern } from './pattern.ts';

/**
 * Why the library `tokenizers` refuses a file, or null: what its `from_file` asks of versions, tokens, steps and words
 * (tokenizers 0.22, `tokenizers/src`). Keys that it gives a value of its own may be absent.
 */
export function brokenTokenizer(value: Json): string | null {
  if (!isJsonObject(value)) return 'it is no object';
  const { version, truncation, padding, added_tokens: added, model } = value;
  if (version !== undefined && version !== '1.0') return 'its version is not 1.0';
  if (!isJsonObject(model)) return 'it has no model';
  return (
    brokenCut(truncation ?? null) ??
    brokenPadding(padding ?? null) ??
    brokenAdded(added === undefined ? [] : added) ??
    brokenSteps(value) ??
    brokenWords(model, addedTexts(added), isOfBytes(value))
  );
}

const SIDES: readonly unknown[] = ['Left', 'Right', undefined];
const STRATEGIES: readonly unknown[] = ['LongestFirst', 'OnlyFirst', 'OnlySecond'];

function brokenCut(cut: Json): string | null {
  if (cut === null) return null;
  if (!isJsonObject(cut)) return 'its truncation is no object';
  const { direction, max_length: length, strategy, stride } = cut;
  const known = SIDES.includes(direction) && STRATEGIES.includes(strategy);
  return known && isCount(length) && isCount(stride) ? null : 'its truncation is none that there is';
}

function brokenPadding(padding: Json): string | null {
  if (padding === null) return null;
  if (!isJsonObject(padding)) return 'its padding is no object';
  const {
    strategy,
    direction,
    pad_id: id,
    pad_type_id: type,
    pad_token: token,
    pad_to_multiple_of: multiple,
  } = padding;
  const fixed = isJsonObject(strategy) && isCount(strategy['Fixed']);
  const known = (strategy === 'BatchLongest' || fixed) && SIDES.includes(direction);
  const whole = isCount(id) && isCount(type) && typeof token === 'string' && (multiple ?? null) === null;
  return known && (whole || isCount(multiple)) ? null : 'its padding is none that there is';
}

/** Whether texts are cut into letters that stand for bytes, all of which are words as a rule: then none is unknown. */
function isOfBytes({ pre_tokenizer: cut, normalizer }: JsonObject): boolean {
  const steps = [cut, normalizer].flatMap((step) =>
    isJsonObject(step) ? [step, step['pretokenizers'], step['normalizers']].flat() : [],
  );
  return steps.some((step) => isJsonObject(step) && step['type'] === 'ByteLevel');
}

function addedTexts(added: Json | undefined): ReadonlySet<Json | undefined> {
  const tokens = Array.isArray(added) ? (added as readonly Json[]) : [];
  return new Set(tokens.map((token) => (isJsonObject(token) ? token['content'] : undefined)));
}

const MARKS = ['single_word', 'lstrip', 'rstrip', 'normalized', 'special'] as const;

function brokenAdded(tokens: Json): string | null {
  if (!Array.isArray(tokens)) return 'its added tokens are no list';
  for (const token of tokens as readonly Json[]) {
    if (!isJsonObject(token) || typeof token['content'] !== 'string') return 'an added token has no text';
    if (!isId(token['id'])) return `the token ${token['content']} has no number`;
    const odd = MARKS.find((mark) => typeof token[mark] !== 'boolean');
    if (odd !== undefined) return `${odd} of the token ${token['content']} is neither true nor false`;
  }
  return null;
}

/** Types of each kind of step, and the key under which a sequence has its steps. */
const STEPS: Readonly<Record<string, { readonly types: readonly string[]; readonly list: string }>> = {
  normalizer: {
    list: 'normalizers',
    types:
      'BertNormalizer Strip StripAccents NFC NFD NFKC NFKD Sequence Lowercase Nmt Precompiled Replace Prepend ByteLevel'.split(
        ' ',
      ),
  },
  pre_tokenizer: {
    list: 'pretokenizers',
    types:
      'BertPreTokenizer ByteLevel CharDelimiterSplit Metaspace Whitespace Sequence Split Punctuation WhitespaceSplit Digits UnicodeScripts FixedLength'.split(
        ' ',
      ),
  },
  post_processor: {
    list: 'processors',
    types: 'RobertaProcessing BertProcessing ByteLevel TemplateProcessing Sequence'.split(' '),
  },
  decoder: {
    list: 'decoders',
    types: 'BPEDecoder ByteLevel WordPiece Metaspace CTC Sequence Replace Fuse Strip ByteFallback'.split(' '),
  },
};

/** Genuine ones have a dozen; the library goes through as many as there are. */
const MOST_STEPS = 100_000;

function brokenSteps(value: JsonObject): string | null {
  for (const [kind, { types, list }] of Object.entries(STEPS)) {
    const open: Json[] = [value[kind] ?? null];
    for (let seen = 0; open.length > 0; seen++) {
      if (seen >= MOST_STEPS) return `its ${kind} has more than ${MOST_STEPS} steps`;
      const step = open.pop() ?? null;
      if (step === null && seen === 0) break;
      if (!isJsonObject(step)) return `its ${kind} is no object`;
      const { type } = step;
      // Files of the first releases name no types.
      if (type === undefined && Object.keys(step).length > 0) continue;
      if (typeof type !== 'string' || !types.includes(type)) return `its ${kind} has a type that there is not`;
      const inner = step[list];
      if (type === 'Sequence') {
        if (!Array.isArray(inner)) return `its ${kind} has no steps`;
        for (const step of inner as readonly Json[]) open.push(step);
      }
      const wrong = brokenStep(kind, type, step);
      if (wrong !== null) return `${wrong} in its ${kind}, ${type}`;
    }
  }
  return null;
}

/** Keys whose values are true or false wherever they stand. */
const SWITCHES =
  'add_prefix_space trim_offsets use_regex individual_digits invert cleanup clean_text handle_chinese_chars lowercase strip_left strip_right split'.split(
    ' ',
  );
const BEHAVIOURS: readonly unknown[] = ['Removed', 'Isolated', 'MergedWithPrevious', 'MergedWithNext', 'Contiguous'];
const SCHEMES: readonly unknown[] = ['first', 'never', 'always', undefined];

function brokenStep(kind: string, type: string, step: JsonObject): string | null {
  const odd = SWITCHES.find((key) => step[key] !== undefined && typeof step[key] !== 'boolean');
  if (odd !== undefined) return `${odd} is neither true nor false`;
  switch (type) {
    case 'ByteLevel':
      return kind === 'normalizer' ||
        (typeof step['add_prefix_space'] === 'boolean' && typeof step['trim_offsets'] === 'boolean')
        ? null
        : 'a switch is missing';
    case 'Split':
      return brokenPattern(step['pattern']) ?? (BEHAVIOURS.includes(step['behavior']) ? null : 'no such behaviour');
    case 'Punctuation':
      return step['behavior'] === undefined || BEHAVIOURS.includes(step['behavior']) ? null : 'no such behaviour';
    case 'Replace':
      return brokenPattern(step['pattern']) ?? (typeof step['content'] === 'string' ? null : 'no content');
    case 'Prepend':
      return typeof step['prepend'] === 'string' ? null : 'no text';
    case 'Precompiled':
      return isCharsMap(step['precompiled_charsmap']) ? null : 'no map of characters';
    case 'Metaspace':
      return isCharacter(step['replacement']) && SCHEMES.includes(step['prepend_scheme']) ? null : 'no such scheme';
    case 'CharDelimiterSplit':
      return isCharacter(step['delimiter']) ? null : 'no delimiter';
    case 'BertProcessing':
    case 'RobertaProcessing':
      return isPair(step['sep']) && isPair(step['cls']) ? null : 'no pair of a text and a number';
    case 'TemplateProcessing':
      return brokenTemplate(step);
    default:
      return null;
  }
}

function brokenPattern(pattern: Json | undefined): string | null {
  const { String: text, Regex: regex } = isJsonObject(pattern) ? pattern : {};
  if (typeof text === 'string') return null;
  return typeof regex === 'string' && isPattern(regex) ? null : 'no pattern';
}

function isCharacter(value: Json | undefined): boolean {
  return typeof value === 'string' && /^.$/su.test(value);
}

function isPair(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isId(value[1]);
}

/** In base64: the bytes of a trie behind their number, and texts (SentencePiece, normalizer.cc). */
function isCharsMap(value: Json | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0) return false;
  const bytes = Buffer.from(value, 'base64');
  return bytes.length >= 4 && bytes.readUInt32LE(0) <= bytes.length - 4;
}

function brokenTemplate({ single, pair, special_tokens: tokens }: JsonObject): string | null {
  if (!isJsonObject(tokens)) return 'no special tokens';
  for (const token of Object.values(tokens)) {
    const { ids, tokens: texts } = isJsonObject(token) ? token : {};
    if (!Array.isArray(ids) || !Array.isArray(texts) || ids.length !== texts.length) return 'a token without numbers';
    if (!(ids as readonly Json[]).every(isId)) return 'a token without numbers';
  }
  for (const template of [single, pair]) {
    if (template !== undefined && !Array.isArray(template) && typeof template !== 'string') return 'no template';
    for (const piece of Array.isArray(template) ? (template as readonly Json[]) : []) {
      const { SpecialToken: special, Sequence: text } = isJsonObject(piece) ? piece : {};
      const said = special ?? text;
      if (!isJsonObject(said) || !isId(said['type_id'])) return 'a piece that is none';
      const { id } = said;
      if (special === undefined ? id !== 'A' && id !== 'B' : typeof id !== 'string') return 'a piece that is none';
      if (special !== undefined && !Object.hasOwn(tokens, id as string)) return 'a token that is not listed';
    }
  }
  return null;
}
