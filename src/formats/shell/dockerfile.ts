import type { ShellStep } from './syntax.ts';

export interface Dockerfile {
  /** The instructions as a shell would be told them: what runs, what is fetched or written into the image, names and folders. */
  readonly steps: readonly ShellStep[];
  /** Instructions that no shell reads, one a line. */
  readonly others: string;
}

/** Null where another shell than those of Unix reads it. */
export function readDockerfile(text: string): Dockerfile | null {
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  for (const { name, rest, here } of instructions(text)) {
    if (name === 'SHELL' && /powershell|pwsh|\bcmd\b/i.test(rest)) return null;
    const told = stepOf(name, rest.replace(FLAGS, ''), here, rest);
    if (told !== null) steps.push(told);
    if (!RUNS.test(name)) others.push(`${name} ${rest}`);
  }
  return { steps, others: others.join('\n') };
}

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
      return { text: `export ${/^\s*\w+\s+[^=]*$/.test(rest) ? rest.trim().replace(/\s+/, '=') : rest}`, own: false };
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

/** The form of a list is no shell's; a text that stands below it alone is a script. */
function commandOf(rest: string, here: readonly Here[]): string {
  const words = listOf(rest);
  if (words !== null) return words.map(quoted).join(' ');
  const [only] = here;
  if (only !== undefined && /^\s*<<-?\s*(["']?)[\w.-]+\1\s*$/.test(rest)) return only.body;
  return [rest, ...here.flatMap(({ body, name }) => [body.replace(/\n$/, ''), name])].join('\n');
}

/** `ADD https://… /x` fetches, `COPY <<E /x` writes. What is bound to its digest is what was meant. */
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
  }
  for (const { body, name } of here) lines.push(`cat > ${quoted(to)} <<'${name}'\n${body}${name}`);
  return lines.length === 0 ? null : { text: lines.join('\n'), own: true };
}

function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
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
