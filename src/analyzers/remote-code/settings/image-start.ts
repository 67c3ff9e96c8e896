import { readDockerfile } from '../../../formats/shell/dockerfile.ts';
import { quoted } from '../../../formats/shell/quoted.ts';
import type { ShellFile, ShellStep } from '../../../formats/shell/syntax.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../../../kernel/json.ts';

/**
 * What a runtime starts of an image by its settings (OCI image-spec, config.md; Docker's image-spec v1.2 and v1.1, which
 * stand in what `docker save` writes), as the Dockerfile would say it; null where a document is no such settings. What
 * built the image, its history, ran on another machine.
 */
export function startOfImage(value: Json): ShellFile | null {
  const settings = settingsOf(value);
  if (settings === null) return null;
  const [entry, command] = [wordsOf(settings['Entrypoint']), wordsOf(settings['Cmd'])];
  const asks = healthOf(settings['Healthcheck']);
  const names = textsOf(settings['Env']);
  const others = names.map((name) => `ENV ${name.replaceAll('\n', ' ')}`);
  // Where a shell of Windows reads them: what stands in them is looked at line by line.
  if (member(value, 'os') === 'windows')
    return { steps: [], others: [...others, ...entry, ...command, ...asks].join('\n') };
  const built = readDockerfile(textsOf(settings['OnBuild']).slice(0, MOST).join('\n'));
  const folder = settings['WorkingDir'];
  const steps: ShellStep[] = [
    ...names.flatMap((name) => exported(name)),
    ...(typeof folder === 'string' && folder !== '' ? [{ text: `cd ${quoted(folder)}`, own: false }] : []),
    // An entry that is a script of the image starts the command by itself: `exec "$@"`.
    ...[[...entry, ...command], entry.length > 0 ? command : [], asks]
      .filter((words) => words.length > 0)
      .map((words) => ({ text: words.map(quoted).join(' '), own: true })),
    ...(built?.steps ?? []),
  ];
  const unread = built === null ? textsOf(settings['OnBuild']) : [built.others];
  return { steps, others: [...others, ...unread].filter((text) => text !== '').join('\n') };
}

/** People write some dozen. */
const MOST = 1_000;

/** Settings lie under `config`, beside the machine that they are for or the layers that they are of. */
function settingsOf(value: Json): JsonObject | null {
  if (!isJsonObject(value)) return null;
  const settings = value['config'] ?? value['container_config'] ?? null;
  if (!isJsonObject(settings) || !STARTS.some((key) => Object.hasOwn(settings, key))) return null;
  const isImage = isJsonObject(value['rootfs'] ?? null) || ['architecture', 'os'].some((key) => isText(value[key]));
  return isImage ? settings : null;
}

const STARTS = ['Entrypoint', 'Cmd', 'Env', 'OnBuild', 'Healthcheck'];

/** `["CMD", …]`, or `["CMD-SHELL", "…"]`. */
function healthOf(value: Json | undefined): readonly string[] {
  const [kind, ...words] = isJsonObject(value ?? null) ? textsOf((value as JsonObject)['Test']) : [];
  if (kind === 'CMD') return words;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : [];
}

function exported(line: string): readonly ShellStep[] {
  const [, name, value = ''] = /^(\w{1,200})=([\s\S]*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ text: `export ${name}=${quoted(value)}`, own: false }];
}

/** Lists of words; old tools wrote a text, which is one for a shell. */
function wordsOf(value: Json | undefined): readonly string[] {
  return typeof value === 'string' && value !== '' ? ['/bin/sh', '-c', value] : textsOf(value);
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).slice(0, MOST).filter(isText) : [];
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}
