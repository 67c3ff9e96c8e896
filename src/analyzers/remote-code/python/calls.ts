import type { Argument } from './expression.ts';
import { FROM, fromValue, LONGEST, nameValue, originOf, textValue, UNKNOWN, type Value } from './value.ts';

/** What comes back from a call, where something is known of it; null where nothing is. */
export function answerOf(callee: Value, args: readonly Argument[]): Value | null {
  const values = args.map(({ value }) => value);
  const { name } = callee;
  const [first = UNKNOWN, second = UNKNOWN] = values;
  const from = originOf(values);
  if (FETCHES.test(name)) return fromValue(FROM.fetched);
  if (CONNECTS.test(name)) return fromValue(FROM.socket);
  if (TELLS.test(name)) return fromValue(saidBy(first));
  if (IMPORTS.test(name)) return first.text === null ? fromValue(from) : nameValue(first.text, first.from);
  if (name === 'getattr' || name === 'builtins.getattr') return memberNamed(first, second);
  if (name === 'operator.attrgetter') return second;
  if (/^(?:builtins\.)?(?:vars|globals|locals)$/.test(name)) return nameValue(first.name);
  if (/^(?:builtins\.)?chr$/.test(name)) return letterOf(first);
  if (/^(?:builtins\.)?(?:bytes|bytearray)$/.test(name) && first.items !== null) return lettersOf(first);
  if (/^(?:str|list|repr|dict)$/.test(name) && first.name === 'os.environ') return fromValue(FROM.environment);
  if (/^io\.(?:BytesIO|StringIO|TextIOWrapper)$/.test(name)) return carried(first, from);
  if (/^(?:builtins\.)?(?:map|bytes|bytearray|int|str|list|tuple|reversed|iter|compile|memoryview)$/.test(name))
    return name.endsWith('map') && first.name === 'chr' ? { ...fromValue(from | FROM.decoded) } : carried(first, from);
  // Compiled code: the loaders of libraries are given it by their callers.
  if (name === 'marshal.loads' && (from & FROM.bytes) !== 0) return fromValue(from | FROM.decoded);
  if (HOLDS_DATA.test(name)) return fromValue(from | FROM.data);
  if (/^(?:getpass\.getuser|os\.getlogin)$/.test(name)) return fromValue(FROM.person);
  if (name === 'shlex.split') return first;
  if (DECODES.test(name)) return decodedFrom(name, values, from);
  if (/^(?:os\.path\.(?:expanduser|abspath|join|expandvars)|pathlib\.(?:Path|PosixPath|PurePath))$/.test(name))
    return pathOf(values);
  if (name === 'pathlib.Path.home') return textValue('~');
  if (
    /^(?:dict|str|repr|list|json\.dumps|pickle\.dumps|urllib\.parse\.(?:urlencode|quote)|base64\.\w*encode|pprint\.pformat)$/.test(
      name,
    )
  )
    return first.name === 'os.environ' ? fromValue(FROM.environment) : fromValue(from);
  if (/^(?:functools\.partial|functools\.partialmethod)$/.test(name)) return first;
  if (/^(?:glob\.i?glob|os\.(?:listdir|scandir|walk))$/.test(name) && first.text !== null) {
    const home = HOME.test(first.text) ? FROM.home : 0;
    return { ...UNKNOWN, items: [textValue(first.text, first.from | home)] };
  }
  if (/^(?:tempfile\.(?:mktemp|mkstemp|gettempdir|NamedTemporaryFile))$/.test(name))
    return textValue('/tmp/made-by-tempfile');
  return null;
}

/** Whatever brings something over the network. */
const FETCHES =
  /^(?:urllib\.request\.urlopen|urllib2\.urlopen|urllib\.urlopen|(?:requests|httpx|cloudscraper|requests\.api)\.(?:get|post|request)|http\.client\.HTTPS?Connection|urllib3\.(?:request|PoolManager)|dns\.resolver\.(?:resolve|query)|ftplib\.FTP(?:_TLS)?|aiohttp\.(?:ClientSession|request)|urllib\.request\.(?:build_opener|URLopener|FancyURLopener)|xmlrpc\.client\.ServerProxy|(?:requests|httpx)\.(?:Session|session|Client))$/;
/** Files of anything but code. */
const HOLDS_DATA =
  /^(?:PIL\.Image\.open|cv2\.imread|imageio\.(?:v[23]\.)?imread|wave\.open|soundfile\.read|torch\.load|safetensors(?:\.\w+)?\.(?:load_file|safe_open)|numpy\.(?:load|fromfile|memmap)|h5py\.File|gguf\.GGUFReader)$/;
/** What a command says is the answer. */
const TELLS = /^(?:subprocess\.(?:run|check_output|getoutput|getstatusoutput|Popen)|os\.popen|commands\.getoutput)$/;
const KEY_FILE =
  /(?:^|[\s/'"])\.(?:ssh\/id_\w+|aws\/credentials|netrc|git-credentials|kube\/config|docker\/config\.json|\w*_history)\b|\/etc\/shadow\b/;

/** A command that shows keys, or all variables. */
function saidBy({ text, items }: Value): number {
  const line = text ?? (items ?? []).map((one) => one.text ?? '').join(' ');
  if (/^\s*(?:env|printenv)\s*$/.test(line)) return FROM.environment;
  return /^\s*(?:cat|head|tail|base64|xxd|strings|type)\s/.test(line) && KEY_FILE.test(line) ? FROM.secret : 0;
}

const CONNECTS = /^socket\.(?:socket|create_connection)$/;
const IMPORTS =
  /^(?:(?:builtins\.)?__import__|importlib\.import_module|importlib\.__import__|pydoc\.locate|pkgutil\.resolve_name)$/;
/** What makes bytes readable that a reader of the source cannot read. */
const DECODES =
  /^(?:base64\.\w*decode\w*|binascii\.(?:a2b_\w+|unhexlify)|(?:bytes|bytearray|builtins\.bytes)\.fromhex|codecs\.decode|zlib\.decompress|gzip\.decompress|bz2\.decompress|lzma\.decompress|marshal\.loads|Crypto\.Cipher\.\w+\.new|cryptography\.fernet\.Fernet)$/;

/** The folders of people, or the whole disk. */
export const HOME = /^(?=.)(?:~|\/home|\/root|\/Users|C:[\\/]Users|C:)?(?:[\\/]\*{0,2})*$/i;

function decodedFrom(name: string, values: readonly Value[], from: number): Value {
  // What came from elsewhere stays so; what stood in the source was hidden in it.
  const hidden = values.some(({ text }) => text !== null) || (from & (FROM.decoded | FROM.spelt)) !== 0;
  if (!hidden) return fromValue(from);
  const text = values[0]?.text ?? null;
  if (text === null) return fromValue(from | FROM.decoded);
  if (name.endsWith('b64decode')) return textValue(binaryOf(text, 'base64'), from | FROM.decoded);
  return /(?:fromhex|unhexlify)$/.test(name)
    ? textValue(binaryOf(text, 'hex'), from | FROM.decoded)
    : fromValue(from | FROM.decoded);
}

function binaryOf(text: string, encoding: 'base64' | 'hex'): string {
  return Buffer.from(text, encoding).toString('latin1');
}

function carried(first: Value, from: number): Value {
  return first.text !== null || first.items !== null ? { ...first, from } : fromValue(from);
}

function letterOf({ name, from }: Value): Value {
  const code = /^#(\d+)$/.exec(name)?.[1];
  return code === undefined
    ? fromValue(from | FROM.decoded)
    : textValue(String.fromCodePoint(Math.min(Number(code), 0x10ffff)), from | FROM.decoded);
}

function lettersOf({ items }: Value): Value {
  const codes = (items ?? []).map(({ name }) => /^#(\d+)$/.exec(name)?.[1]);
  if (codes.includes(undefined))
    return fromValue(originOf(items ?? []) | (codes.some((code) => code !== undefined) ? FROM.decoded : 0));
  return textValue(codes.map((code) => String.fromCodePoint(Math.min(Number(code), 255))).join(''), FROM.decoded);
}

function pathOf(values: readonly Value[]): Value {
  const parts = values.map(({ text }) => text ?? 'X');
  return textValue(parts.join('/'), originOf(values));
}

const SPELT_OUT: Readonly<Record<string, string>> = {
  system: 'os.system',
  popen: 'os.popen',
  Popen: 'subprocess.Popen',
  check_output: 'subprocess.check_output',
  exec: 'exec',
  eval: 'eval',
};

/** `getattr(os, 'sy' + 'stem')` */
export function memberNamed(value: Value, name: Value): Value {
  if (name.text === null) return fromValue(originOf([value, name]));
  const from = value.from | name.from | FROM.spelt;
  if (value.name !== '') return nameValue(`${value.name}.${name.text}`, from);
  // Of a value that is not known, a name that is put together of pieces says enough.
  const known = (name.from & (FROM.spelt | FROM.decoded)) === 0 ? undefined : SPELT_OUT[name.text];
  return nameValue(known ?? `.${name.text}`, from);
}

/** What a method gives, by the value that it is asked of. */
export function methodAnswer(value: Value, method: string, args: readonly Argument[]): Value | null {
  // What a handler of a server of Python's own is sent.
  if (value.name === 'self.rfile' && method.startsWith('read')) return fromValue(FROM.fetched);
  const values = args.map(({ value: one }) => one);
  const from = originOf([value, ...values]);
  const [first = UNKNOWN] = values;
  if (method === 'join' && value.text !== null) return joinedBy(value.text, first, from);
  if (
    /^(?:decode|encode|strip|rstrip|lstrip|lower|casefold|copy|expanduser|resolve|absolute|as_posix|read|readall|text|content|json|getvalue|tobytes|readlines|recv|recvfrom|makefile|__enter__)$/.test(
      method,
    )
  )
    return /^(?:recv|recvfrom)$/.test(method) && (value.from & FROM.socket) !== 0
      ? fromValue(FROM.fetched)
      : method === 'decode' && /^(?:rot_?13|hex|base64|zlib|zip|bz2)/i.test(first.text ?? '')
        ? fromValue(from | FROM.decoded)
        : value.name === 'os.environ'
          ? fromValue(FROM.environment)
          : { ...value, items: value.items, from };
  if (method === 'split' && value.text !== null)
    return { ...UNKNOWN, items: partsOf(value.text, first.text).map((part) => textValue(part, from | FROM.spelt)) };
  if (method === 'replace' && value.text !== null && first.text !== null && values[1]?.text != null)
    return textValue(joinedTexts(value.text.split(first.text), values[1].text), from | FROM.spelt);
  if (method === 'format' && value.text !== null) return textValue(filledIn(value.text, args), from | FROM.spelt);
  if (method === 'translate' && value.text !== null) return fromValue(from | FROM.decoded);
  if (/^(?:get|post|request|urlopen|getresponse|open)$/.test(method) && (value.from & FROM.fetched) !== 0)
    return fromValue(FROM.fetched);
  if (/^(?:items|values|keys)$/.test(method) && value.name === 'os.environ') return fromValue(FROM.environment);
  if (/^(?:__getattribute__|__getattr__)$/.test(method)) return memberNamed(value, first);
  if (
    /^(?:get|__getitem__)$/.test(method) &&
    value.name !== '' &&
    first.text !== null &&
    !value.name.startsWith('os.environ')
  )
    return memberNamed(value, first);
  return null;
}

function partsOf(text: string, separator: string | null): readonly string[] {
  const parts = separator === null || separator === '' ? text.trim().split(/\s+/, 100) : text.split(separator, 100);
  return parts;
}

function joinedBy(separator: string, list: Value, from: number): Value {
  const texts = list.items?.map(({ text }) => text) ?? null;
  if (texts === null || texts.length === 0) return fromValue(from);
  const known = texts.filter((text) => text !== null);
  return known.length === texts.length ? textValue(joinedTexts(known, separator), from | FROM.spelt) : fromValue(from);
}

/** Of many long texts the first ones: more is not kept anyway. */
function joinedTexts(texts: readonly string[], separator: string): string {
  let whole = '';
  for (const [at, text] of texts.entries()) {
    if (whole.length > LONGEST) break;
    whole += (at === 0 ? '' : separator) + text;
  }
  return whole;
}

function filledIn(text: string, args: readonly Argument[]): string {
  let at = 0;
  return text.replace(/\{([\w.]*)[^{}]{0,40}\}/g, (_, key: string) => {
    const found = args.find(({ name }) => name !== '' && name === key) ?? args[/^\d+$/.test(key) ? Number(key) : at++];
    return found?.value.text ?? 'X';
  });
}
