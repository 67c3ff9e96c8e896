import { cargoOf, decoded } from './carries.ts';
import { createKnownParts } from './known-parts.ts';
import { isSaid, isSentence, speaksOfSomebody, tellsOfSomebody } from './said.ts';
import type { Known, Shape } from './shape.ts';

/** A line of a command that may go on behind a backslash at its end. */
const LINE = String.raw`(?:[^\\\n]|\\[\s\S]){4,600}`;
/** What a command of these has behind it: an option, a value, a method, or an address. Words of prose have neither. */
const GOES_ON = String.raw`(?=\s{0,3}(?:[-"'$\x60\\@<>({[&|]|[^\s"']{0,80}[./:]|(?:get|post|put|patch|delete) ))`;
/** What stands in quotes, or behind an option without them. */
const QUOTED = /"((?:[^"\\\n]|\\.){6,400})"|'([^'\n]{6,400})'/g;
/** Hosts that are nobody's: the machine itself, and those of examples and tests. */
const NOBODYS =
  /\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\.docker\.internal|httpbin\.org|(?:[\w-]{1,30}\.){0,2}example\.(?:com|org|net)[/:"'\s])/gi;
/** Where nothing but an address says who is reached. */
const BY_ADDRESS = /^\s*(?:curl|wget|invoke-\w{7,10}|irm|iwr|https?|xh) /i;
const LITERAL = /"(?:[^"\\\n]|\\.){0,400}"|'[^'\n]{0,400}'/g;

/** Whether it reaches nobody's hosts and no other. What a sentence in it names is not reached. */
function isNobodys(command: string): boolean {
  if (!BY_ADDRESS.test(command)) return false;
  const left = command.replace(NOBODYS, '');
  if (left === command) return false;
  return !left
    .replace(LITERAL, (text) => (/\s/.test(text) && !/^.\w{0,8}:?\/\//.test(text) ? '' : text))
    .includes('//');
}

/** Fields under which people say something to a program that is to read it: a model, a board of tasks, a chat of theirs. */
const FOR_PROGRAMS =
  /(?:content|prompt|inputs?|system|instructions?|comment|commit|msg|message|subject|text|title|name|label|description|body|query|q|summary|status|channel|reason)$/i;

/** The text of a literal in a command, and what it is called: `X-Note: …`, `note=…`, `{"note": "…"}`. */
function* fieldsOf(literal: string): Iterable<readonly [name: string, value: string]> {
  const plain = literal.replaceAll('\\"', '"');
  if (/^\s?[[{]/.test(plain)) {
    for (const [, name = '', value = ''] of plain.matchAll(/"([\w -]{1,40})"\s{0,2}:\s{0,2}"([^"]{6,400})"/g))
      yield [name, value];
    return;
  }
  const [, name, value] = /^([\w-]{1,40})(?:: ?|=)(.{6,400})$/.exec(plain) ?? [];
  yield name === undefined || value === undefined ? ['', plain] : [name, value];
}

/** Options by which a command says more than it has to: who asks, from where, with what in his pocket. */
const ASIDE = /(?:^|\s)(?:-A|-H|-e|-b|--user-agent|--headers?|--referer|--cookie|-Headers|-UserAgent)[ =]{1,2}$/i;

/** More of them are asked anew. */
const MOST_KNOWN = 1024;

function once(known: Known, key: string, ask: () => boolean): boolean {
  const there = known.get(key);
  if (there !== undefined) return there;
  if (known.size >= MOST_KNOWN) known.clear();
  const answer = ask();
  known.set(key, answer);
  return answer;
}

function isEncodedText(value: string): boolean {
  return /\s/.test(decoded(value) ?? '');
}

function sends(command: string, known: Known): boolean {
  if (isNobodys(command)) return false;
  for (const [, value = ''] of command.matchAll(/\s[\w-]{1,40}={1,2}([^\s"'=]{16,400})/g)) {
    if (once(known, `value ${value}`, () => isEncodedText(value))) return true;
  }
  for (const { 0: whole, 1: double, 2: single, index } of command.matchAll(QUOTED)) {
    const aside = ASIDE.test(command.slice(Math.max(0, index - 24), index));
    const literal = double ?? single ?? whole;
    if (once(known, `${aside ? 'aside' : 'literal'} ${literal}`, () => saysLiteral(literal, aside))) return true;
  }
  return false;
}

function saysLiteral(literal: string, aside: boolean): boolean {
  for (const [name, value] of fieldsOf(literal)) {
    if (/^(?:authorization|accept\S*|content-type)$/i.test(name)) continue;
    if ((aside ? isSentence(value) : isTold(name, value)) || isEncodedText(value)) return true;
  }
  return false;
}

function isTold(name: string, value: string): boolean {
  return FOR_PROGRAMS.test(name) ? tellsOfSomebody(value) : name === '' ? saysAll(value) : isSentence(value);
}

/** Nothing but words: neither a form that is filled in nor a script. */
function saysAll(value: string): boolean {
  return /^[^{}[\]$=&<>;|\\]{12,400}$/.test(value) && isSaid(value);
}

/** Whether a host's name in a command has labels that are a text. */
function asksForText(command: string, known: Known): boolean {
  for (const [host] of command.matchAll(/(?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,12}(?![\w.-])/gi))
    if (host.length > 24 && once(known, `host ${host}`, () => isText(host))) return true;
  return false;
}

function isText(host: string): boolean {
  return cargoOf(`dns://${host}/`, { loads: true, known: createKnownParts() }) !== null;
}

/** Commands and calls that a person is told to run, or a tool runs. */
export const TOLD_TO_RUN: readonly Shape[] = [
  {
    literals: [
      'curl ',
      'wget ',
      'invoke-webrequest',
      'invoke-restmethod',
      'irm ',
      'iwr ',
      'http get',
      'http post',
      'http put',
      'xh ',
    ],
    pattern: new RegExp(
      String.raw`(?:curl|wget|invoke-\w{7,10}|irm|iwr|http (?:get|post|put)|xh) ${GOES_ON}${LINE}`,
      'iy',
    ),
    most: 640,
    apart: ['irm ', 'iwr ', 'xh '],
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found, known) => /\/\/|(?<=^(?:http|xh) \w{3,4} )[\w.-]+\.[a-z]{2,}/i.test(found) && sends(found, known),
  },
  {
    // What follows the line is what is sent.
    literals: ['curl ', 'nc ', 'ncat ', 'mail ', 'sendmail '],
    pattern: /(?:curl|nc|ncat|mail|sendmail) [^\n]{3,240}?<<[-~]?\s?["']?(\w{1,12})["']?[^\n]{0,80}\n([^\n]{12,400})/iy,
    most: 780,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) => !isNobodys(found) && saysAll(found.slice(found.indexOf('\n') + 1)),
  },
  {
    literals: ['echo ', 'printf '],
    pattern:
      /(?:echo|printf) {1,3}[^\n|]{12,420}\|\s{0,3}(?:(?:nc|ncat|netcat) (?!-l)|telnet |openssl |socat |curl |wget |http |mailx? |mutt |sendmail |websocat |ssh )[^\n|]{0,160}/iy,
    most: 620,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found) => {
      const [said = '', to = ''] = found.split('|');
      if (!/[\w-]\.[a-z0-9]/i.test(to) || isNobodys(`${to} `)) return false;
      // Builds and machines report to people by mail.
      const mails = /^\s*(?:mailx?|mutt|sendmail)/i.test(to);
      return [...said.matchAll(QUOTED)].some(([, double, single]) => {
        const text = double ?? single ?? '';
        return mails ? speaksOfSomebody(text) : saysAll(text);
      });
    },
  },
  {
    literals: ['nc ', 'ncat ', 'telnet ', 'curl ', 'socat '],
    pattern: /(?:nc|ncat|telnet|curl|socat) [^\n<]{3,160}<<< {0,3}["']([^"'\n]{12,400})["']/iy,
    most: 600,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) =>
      !isNobodys(found) && saysAll(found.slice(found.indexOf('<<<') + 3).replace(/^ {0,3}["']|["']$/g, '')),
  },
  {
    // Whoever gets the letter reads his own name.
    literals: ['mailto:'],
    pattern: /mailto:[\w+/=-]{16,200}@/iy,
    most: 220,
    type: 'exfiltration/mail',
    score: 0.7,
    tells: (found) => /\s/.test(decoded(found.slice(7, -1)) ?? ''),
  },
  {
    // Journals, queues, stores and letters of another machine.
    literals: ['logger ', 'mosquitto_pub', 'redis-cli ', 'swaks ', 'sendemail ', 'kafkacat ', 'nats pub'],
    pattern: new RegExp(String.raw`(?:logger|mosquitto_pub|redis-cli|swaks|sendemail|kafkacat|nats pub) ${LINE}`, 'iy'),
    most: 640,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) =>
      /(?:-[hnst]|--(?:host|server|to|url)|-r)[ =](?!localhost|127\.|\S{0,40}\.(?:local|lan|internal)\b)\S{0,60}[\w-]\.[a-z0-9]/i.test(
        found,
      ) && [...found.matchAll(QUOTED)].some(([, double, single]) => saysAll(double ?? single ?? '')),
  },
  {
    // Names that are looked up, whatever for.
    literals: [
      'ssh ',
      '-servername',
      'ldap://',
      'traceroute ',
      'tracert ',
      'mtr ',
      'drill ',
      'getent ',
      'whois ',
      'telnet ',
      'gethostbyname',
      'getaddrinfo',
      'resolve-dnsname',
      'resolvectl',
    ],
    pattern: /[a-z/-]{3}[^\n]{3,200}/iy,
    most: 220,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found, known) =>
      asksForText(found, known) ||
      (/^ssh /i.test(found) && decoded(/([\w+/=-]{16,200})@/.exec(found)?.[1] ?? '') !== null),
  },
  {
    literals: ['hostname"', 'host"', 'domain"'],
    pattern: /[a-z]{4,8}"\s{0,2}:\s{0,2}"[a-z0-9._-]{24,253}(?=")/iy,
    most: 280,
    type: 'exfiltration/command',
    score: 0.75,
    tells: asksForText,
  },
  {
    // The name of an image, or its tag.
    literals: ['docker run', 'docker push', 'podman '],
    pattern: /(?:docker|podman) [^\n]{3,300}/iy,
    most: 320,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found) =>
      [...found.matchAll(/(?<=[/:])[a-z0-9]{24,200}(?=[:\s]|$)/gi)].some(([part]) => decoded(part) !== null),
  },
];
