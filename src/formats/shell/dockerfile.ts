import { quoted } from './quoted.ts';
import type { ShellFile, ShellStep } from './syntax.ts';

/** The instructions of a Dockerfile; null where something else than a shell of Unix reads them. */
export function readDockerfile(text: string): ShellFile | null {
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  for (const { name, rest, here } of instructions(text)) {
    if (name === 'SHELL' && !UNIX_SHELL.test(rest)) return null;
    const told = stepOf(name, rest.replace(FLAGS, ''), here, rest);
    if (told !== null) steps.push(told);
    if (!RUNS.test(name)) others.push(`${name} ${rest}`);
  }
  return { steps, others: others.join('\n') };
}

const UNIX_SHELL = /^\s*\[\s*"(?:[\w./-]*\/)?(?:ba|da|z|k|a)?sh"/;

const RUNS = /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD)$/;

const FLAGS = /^(?:--[a-z]\S*\s+)+/;

function stepOf(name: string, rest: string, here: readonly Here[], whole: string): ShellStep | null {
  const inner = /^(?:ONBUILD|HEALTHCHECK)$/.test(name) ? /^\s*(\w+)\s+([\s\S]*)$/.exec(rest) : null;
  if (inner !== null)
    return stepOf((inner[1] ?? '').toUpperCase(), (inner[2] ?? '').replace(FLAGS, ''), here, inner[2] ?? '');
  switch (name) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return { text: commandOf(rest, here), own: true };
    case 'ENV':
    case 'ARG':
      return { text: `export ${namesOf(rest)}`, own: false };
    case 'FROM':
      return { text: 'cd /', own: false };
    case 'WORKDIR':
      return { text: `cd ${rest}`, own: false };
    case 'ADD':
    case 'COPY':
      return placed(rest, here, whole);
    default:
      return null;
  }
}

/** `a=b c=d`, or `a b c`, where all that follows is the value. */
function namesOf(rest: string): string {
  const [, name, value = ''] = /^\s*(\w+)\s+([^=]*)$/.exec(rest) ?? [];
  if (name === undefined) return rest;
  return `${name}=${/["']/.test(value) ? value : `"${value.trimEnd()}"`}`;
}

/** The form of a list is no shell's; a text that stands below it alone is a script. */
function commandOf(rest: string, here: readonly Here[]): string {
  const words = listOf(rest);
  if (words !== null) return words.map(quoted).join(' ');
  const [only] = here;
  if (only !== undefined && /^\s*<<-?\s*(["']?)[\w.-]+\1\s*$/.test(rest)) return only.body;
  return [rest, ...here.flatMap(({ body, name }) => [body.replace(/\n$/, ''), name])].join('\n');
}

/** `ADD https://… /x` fetches, `COPY <<E /x` writes, `COPY --from` copies. What is bound to its digest is what was meant. */
function placed(rest: string, here: readonly Here[], whole: string): ShellStep | null {
  const words = listOf(rest) ?? rest.trim().split(/\s+/);
  const to = words.at(-1) ?? '';
  const lines: string[] = [];
  for (const from of words.slice(0, -1)) {
    const name = (
      from
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? ''
    ).replace(/\.git$/, '');
    const target = /\/$|^\.$/.test(to) ? `${to}/${name}` : to;
    if (/^(?:git@|\w+:\/\/\S+\.git(?:[#?]|$))/.test(from)) lines.push(`git clone ${quoted(from)} ${quoted(to)}`);
    else if (/^https?:\/\//.test(from) && !/--checksum=/.test(whole))
      lines.push(`curl -o ${quoted(target)} ${quoted(from)}`);
    else if (/--from=/.test(whole)) lines.push(`cp ${quoted(from)} ${quoted(to)}`);
  }
  for (const { body, name } of here) lines.push(`cat > ${quoted(to)} <<'${name}'\n${body}${name}`);
  return lines.length === 0 ? null : { text: lines.join('\n'), own: true };
}

function listOf(text: string): readonly string[] | null {
  if (!/^\s*\[/.test(text)) return null;
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : null;
  } catch {
    return null;
  }
}

interface Here {
  readonly name: string;
  readonly body: string;
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
  readonly here: readonly Here[];
}

/** Lines that go on are joined, without comments and empty lines among them; texts follow the instruction that names them. */
function* instructions(text: string): Iterable<Instruction> {
  const lines = text.split(/\r?\n/);
  const goesOnBy = /^(?:\s*#[^\n]*\n)*?\s*#\s*escape\s*=\s*`/i.test(text.slice(0, 1_000)) ? '`' : '\\';
  for (let at = 0; at < lines.length; ) {
    const parts: string[] = [];
    let goesOn = true;
    while (goesOn && at < lines.length) {
      const line = lines[at++] ?? '';
      if (/^\s*#/.test(line) || (parts.length > 0 && line.trim() === '')) continue;
      const end = line.trimEnd();
      goesOn = end.endsWith(goesOnBy);
      parts.push(goesOn ? end.slice(0, -1) : line);
    }
    const [, name = '', rest = ''] = /^\s*([A-Za-z]+)(?:\s+([\s\S]*))?$/.exec(parts.join('')) ?? [];
    const here: Here[] = [];
    if (/^(?:RUN|COPY|ADD|ONBUILD)$/i.test(name)) {
      for (const [, dash, , ends = ''] of rest.matchAll(/(?<!<)<<(-?)\s*(["']?)([A-Za-z_][\w.-]*)\2/g)) {
        const body: string[] = [];
        while (at < lines.length && (dash === '-' ? (lines[at] ?? '').replace(/^\t+/, '') : lines[at]) !== ends)
          body.push(`${lines[at++] ?? ''}\n`);
        at++;
        here.push({ name: ends, body: body.join('') });
      }
    }
    if (name !== '') yield { name: name.toUpperCase(), rest, here };
  }
}
