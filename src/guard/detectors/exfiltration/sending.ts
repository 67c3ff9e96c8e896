import { cargoOf, decoded } from './carries.ts';
import { FILES_SENT } from './files-sent.ts';
import { createKnownParts } from './known-parts.ts';
import { isSentence } from './said.ts';
import { SECRETS_SENT } from './secrets-sent.ts';
import type { Shape } from './shape.ts';

/** Commands and calls that send a text as it stands, or look up a host that is one. */
export const SENDING: readonly Shape[] = [
  {
    literals: ['nslookup', 'dig ', 'ping ', 'host ', 'hostname', 'resolve', 'docker pull'],
    // One part alone is of no fixed length before the host: with two, each pair of lengths would be tried on every text.
    pattern: /[a-z" ]{4}[^\n]{0,72}?(?:[a-z0-9-]{1,63}\.){0,5}?[a-z0-9-]{24,63}(?:\.[a-z0-9-]{1,63}){1,6}/iy,
    most: 600,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found) => {
      const [host = ''] = /[a-z0-9.-]+$/i.exec(found) ?? [];
      return cargoOf(`dns://${host}/`, { loads: false, known: createKnownParts() }) !== null;
    },
  },
  {
    literals: ['echo ', 'printf '],
    pattern:
      /(?:echo|printf) {1,3}(?:-\w{1,3} )?["']?([^"'\n|>]{20,400})["']?\s{0,3}(?:\|\s{0,3}(?:nc|ncat|netcat|telnet|openssl s_client)\s[^\n|]{0,40}[a-z0-9-]\.[a-z0-9]|>\s{0,3}\/dev\/(?:tcp|udp)\/)/iy,
    most: 500,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found) => !/(?:nc|ncat) +-l/.test(found),
  },
  {
    literals: ['curl ', 'wget '],
    pattern:
      /(?:curl|wget) [^\n]{0,120}?(?:-d|--data(?:-raw|-binary|-urlencode)?|--post-data)[ =]{1,2}["']([^"'\n{}[\]@$=&]{20,400})["'][^\n]{0,120}?\/\/(?!localhost|127\.)/iy,
    most: 700,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) => saysSomething(/["']([^"'\n{}[\]@$=&]{20,400})["']/.exec(found)),
  },
  {
    literals: ['fetch(', 'sendbeacon(', 'encodeuricomponent(', 'quote(', 'quote_plus('],
    pattern:
      /(?:(?:fetch|sendBeacon)\(\s{0,3}["'`](?:https?:)?\/\/(?!localhost|127\.)[^"'`\s]{3,200}["'`]\s{0,3},\s{0,3}(?:\{[^{}\n]{0,80}?body["']?\s{0,2}:\s{0,2})?|(?:encodeURIComponent|quote(?:_plus)?)\(\s{0,3})["'`](?:[^"'`\n{}$=<>]{20,400})["'`]/iy,
    most: 760,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) => saysSomething(/["'`]([^"'`\n{}$=<>]{20,400})["'`]$/.exec(found)),
  },
  SECRETS_SENT,
  ...FILES_SENT,
  {
    literals: ['.post(', '.put(', 'urlopen('],
    pattern:
      /(?:\.(?:post|put)|urlopen)\(\s{0,3}["'`]https?:\/\/(?!localhost|127\.)[^"'`\s]{3,200}["'`]\s{0,3},\s{0,3}(?:(?:data|json)\s{0,2}=\s{0,2})?[^"'`\n]{0,30}(?:["'][\w ]{1,24}["']\s{0,3}:\s{0,3})?["'`](?:[^"'`\n{}$=<>]{20,400})["'`]/iy,
    most: 720,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) => saysSomething(/["'`]([^"'`\n{}$=<>]{20,400})["'`]$/.exec(found)),
  },
  {
    literals: ['docker pull'],
    pattern: /docker pull [a-z0-9.-]{4,100}\/[a-z2-7]{24,400}/iy,
    most: 520,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found) =>
      cargoOf(`//${found.slice(found.lastIndexOf(' ') + 1)}`, { loads: false, known: createKnownParts() }) !== null,
  },
  {
    // A share of Windows that a page loads by itself: it also tells who asks.
    literals: ['src=', 'href=', 'background='],
    pattern: /(?:src|href|background)=\s{0,2}["']?\\\\(?:[a-z0-9-]{1,63}\.){1,5}[a-z0-9]{2,12}\\[^\s"'<>]{1,400}/iy,
    most: 720,
    type: 'exfiltration/command',
    score: 0.7,
    tells: (found) => !/\.(?:local|lan|corp|internal|intra)\\/i.test(found),
  },
  {
    literals: ['tel:'],
    // The longest numbers have fifteen digits, and who types one may add an extension.
    pattern: /tel:\+?\d{22,60}/iy,
    most: 66,
    type: 'exfiltration/mail',
    score: 0.7,
  },
];

function saysSomething(found: RegExpExecArray | null): boolean {
  return found?.[1] !== undefined && (isSentence(found[1]) || /\s/.test(decoded(found[1]) ?? ''));
}
