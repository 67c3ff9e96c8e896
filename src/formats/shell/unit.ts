import { quoted } from './quoted.ts';
import type { ShellFile, ShellStep } from './syntax.ts';

/**
 * A unit of systemd (systemd.service(5)), or a service of D-Bus: what it starts, each line as a command with its words, and
 * the names that it gives. Signs before the program say as whom and how.
 */
export function readUnit(text: string): ShellFile {
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    if (/^\s*[#;]/.test(line)) continue;
    const [, key = '', value = ''] = /^\s*(\w{1,40})\s*=\s*(.*)$/.exec(line) ?? [];
    if (STARTS.test(key)) steps.push({ text: written(value.replace(/^[-@:+!|]+\s*/, '')), own: true });
    else if (key === 'Environment') steps.push(...namesOf(value));
    else others.push(line);
  }
  return { steps, others: others.join('\n') };
}

const STARTS = /^Exec(?:Start(?:Pre|Post)?|Stop(?:Pre|Post)?|Reload|Condition|Mount|Search)?$/;

/** `%%` and `$$` are the signs themselves; `%h` and its like are places. */
function written(value: string): string {
  return value.replace(/%h/g, '~').replace(/%%/g, '%').replace(/\$\$/g, '$');
}

/** `A=b "C=d e"`. */
function* namesOf(value: string): Iterable<ShellStep> {
  for (const [, double, single, bare] of value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)) {
    const [, name, given = ''] = /^(\w{1,80})=([\s\S]*)$/.exec(double ?? single ?? bare ?? '') ?? [];
    if (name !== undefined) yield { text: `export ${name}=${quoted(written(given))}`, own: false };
  }
}

/** A Procfile: a kind of process, and the command that it is. */
export function readProcfile(text: string): ShellFile {
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  for (const line of text.split(/\r?\n/)) {
    const command = /^[\w-]{1,80}\s*:\s*(.+)$/.exec(line)?.[1];
    if (command !== undefined) steps.push({ text: command, own: true });
    else if (!/^\s*#/.test(line)) others.push(line);
  }
  return { steps, others: others.join('\n') };
}
