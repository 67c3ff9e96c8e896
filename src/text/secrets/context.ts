/** What a value is assigned to, and the text before it. */
export interface Context {
  /** As it is written: `spring.datasource.password`; empty when there is none. */
  readonly name: string;
  /** Whether a mark of assignment stands between, or nothing but space. */
  readonly operator: boolean;
  /** The characters before the value, nearest last. */
  readonly before: string;
}

/** How far back a name may stand: a header of two parts, an element and its child, a short sentence. */
const WINDOW = 110;
const LONGEST_NAME = 64;

/** What a context is read from. */
export function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - WINDOW), at);
}

/** The context of what begins at `at`. */
export function contextOf(text: string, at: number): Context {
  const before = textBefore(text, at);
  const opened = /(?:[rbfuL@$]{0,2}(?:\\?["'`]){1,3}|&quot;|\\["'])?$/.exec(before)?.index ?? before.length;
  const schemed = SCHEME.exec(before.slice(0, opened))?.index ?? opened;
  const wrapped = WRAPPER.exec(before.slice(0, schemed))?.index ?? schemed;
  const assigned = OPERATOR.exec(before.slice(0, wrapped));
  const end = assigned?.index ?? wrapped;
  const closed = /["'`\])}\\]{0,4}$/.exec(before.slice(0, end))?.index ?? end;
  const written = nameBefore(before, closed);
  // A member of a name space names a kind of thing, not a value.
  const name = before.endsWith('::', closed - written.length) ? '' : written;
  const told = GENERIC.test(name) ? toldElsewhere(before.slice(0, closed - name.length), name) : name;
  const operator = assigned !== null && (/[=:>,(|]/.test(assigned[0]) || isGiven(name, told));
  return { name: told, operator, before };
}

/** Whether space alone gives the value: `ENV API_KEY x`, `setx API_KEY "x"`, `my key is x`. */
function isGiven(name: string, told: string): boolean {
  return /^[A-Z][A-Z0-9]{0,20}(?:_[A-Z0-9]{1,20}){1,6}$/.test(name) || (/^is$/i.test(name) && SAID.test(told));
}

const SAID =
  /^(?:(?!primary|foreign|public|sort|cache|object|partition)[\w.-]{1,30}[_-])?(?:key|token|secret|pat|credential)s?$/i;

const SCHEME = /(?:\bbase64:|\b(?:bearer|basic|token|apikey|api-key|key|ssws|digest) {1,2}|["'`]\s?\+\s?["'`])$/i;
/** Calls that only turn the value into another type, or take it when nothing else is there. */
const WRAPPER =
  /(?:\[\]byte|bytes?|string|str|Buffer\.from|SecretStr|SecureString|b64decode|atob|base64_decode|new [A-Z]\w{0,24})\($/i;
const OPERATOR =
  /\s{0,8}(?:(?:[:.?+|~]{0,4}=>?={0,2}|:{1,3}|->|,|>|\(|\|{1,2}|\?\?)[\s\\]{0,20}|\s{1,8})(?:["'`]{0,3})$/;

/** Letters, digits and what joins them, by the unit of ASCII. */
const OF_NAMES = new Uint8Array(128).fill(1, 48, 58).fill(1, 65, 91).fill(1, 97, 123);
for (const mark of '_.$-') OF_NAMES[mark.charCodeAt(0)] = 1;

function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME && OF_NAMES[text.charCodeAt(start - 1)] === 1) start -= 1;
  return text.slice(start, end);
}

/** Names that say only that a value follows; what it is, an attribute or element before it says. */
const GENERIC = /^(?:value|val|default|defaultValue|content|data|text|string|is|are|be|to|with|set|stringValue|v)$/i;

function toldElsewhere(before: string, name: string): string {
  const attribute =
    /(?:key|name|id|property|var|variable)["']?\s{0,4}[=:]\s{0,4}["']?([\w.$-]{2,64})["'\s,/]{0,40}[\s\S]{0,12}$/i.exec(
      before,
    );
  if (attribute?.[1] !== undefined) return attribute[1];
  const element = /<(?:key|name|string)>\s{0,4}([\w.$-]{2,64})\s{0,4}<\/(?:key|name)>[\s\S]{0,16}$/i.exec(before);
  if (element?.[1] !== undefined) return element[1];
  const variable = /\bvariable\s{1,4}"([\w-]{2,64})"\s{0,4}\{[^{}]{0,80}$/.exec(before);
  if (variable?.[1] !== undefined) return variable[1];
  if (/^is$/i.test(name))
    return /((?:[\w.$-]{2,30} )?[\w.$-]{2,30})[\s"'`]{1,4}$/.exec(before)?.[1]?.replace(' ', '_') ?? name;
  return /([\w.$-]{2,64})[\s"'`]{1,4}$/.exec(before)?.[1] ?? name;
}

/** Parts of names that promise a secret. */
const PROMISES =
  /passw|passwd|passphrase|pwd|secret|token|credential|creds|(?:api|access|auth|private|encryption|encrypt|signing|sign|session|master|app|account|admin|client|consumer|server|service|license|licence|shared|subscription|storage|secure|nonce|logged|developer|dev|prod|live|test|user|aes|hmac|jwt|security|secur|cipher|crypto|write|read|insert|deploy|ingest|ingestion|integration|routing|project|global|origin)[_.-]?key|apikey|[_.-]key$|[a-z]Key$|^key$|^auth$|[_.-]auth$|authorization|[aA]uth$|bearer|salt$|SALT$|hash[_-]?key|[_.-]pat$|^pat$|_PAT$|^-{1,2}(?:p|key|pass)$|authToken|[_.-]api$|sas[_-]?sig|^sig$/i;

/** Parts that take the promise back: what is public, what is not the thing itself, what is a key to look things up by. */
const TAKES_BACK =
  /public|pub_?key|csrf|xsrf|(?:next|page|continuation|cursor|sync|cancel|cancellation|pad|eos|bos|unk|mask|sep|cls|device|push|request|action|output|input|result|marker|lifecycle|idempotency|client|change)[_-]?token|(?:output|input|result|limit|more)[_-]?key|(?:cache|primary|foreign|sort|partition|group|index|map|bucket|object|row|column|translation|i18n|locale|registry|hot|short|arrow|storage|resource)[_-]?key|key[_-]?(?:id|name|path|file|word|board|code|frame|size|length|type|store|pair|tab|spec|hash|digest)|token[_-]?(?:id|type|name|count|i[sz]|url|uri|path|file|limit|index|length|endpoint|class)|secret[_-]?(?:id|name|path|file|arn|ref|version|manager|store|type)|secrets?id|sha\d|md5|checksum|integrity|fingerprint|etag|commit|revision|thumbprint|site_?key|websocket-key|idempotency|url$|uri$|endpoint$|host$|path$|file$|dir$|[_-]name$|Name$|[_-]id$|Id$|option|regex|pattern|message|label|title|placeholder|description|version|algorithm|keyword/i;

/** Whether a name promises that its value is to be kept secret. */
export function promisesSecret(name: string): boolean {
  return PROMISES.test(name) && !takesBack(name);
}

/** Whether a name says that its value is public, or no secret but about one. */
export function takesBack(name: string): boolean {
  return TAKES_BACK.test(name);
}

/** Whether a name is one of a digest, a revision, an identifier: values that look random and are told to everybody. */
export function namesDigest(name: string): boolean {
  return /sha\d|md5|checksum|integrity|fingerprint|etag|commit|revision|^rev$|thumbprint|digest|hash$|uuid|guid|blob|tree|ref$|csrf|xsrf|resolved/i.test(
    name,
  );
}
