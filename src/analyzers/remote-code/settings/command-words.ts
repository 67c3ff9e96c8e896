import { quoted } from '../../../formats/shell/quoted.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';

/** What a map runs by its words: `command` and `args` of a container or a task together, and what asks for its health; empty where there is none. */
export function commandOf(map: JsonObject): string {
  if (map['command'] === undefined && map['entrypoint'] === undefined && map['healthcheck'] === undefined) return '';
  const [entry, command, args] = ['entrypoint', 'command', 'args'].map((key) => wordsOf(map[key]));
  const health = isJsonObject(map['healthcheck'] ?? null) ? wordsOf((map['healthcheck'] as JsonObject)['test']) : '';
  const all = [entry, command, args].filter((text) => text !== '').join(' ');
  return [
    all,
    (health ?? '').replace(
      /^CMD(?:-SHELL '([\s\S]*)'$|\s)/,
      (_, text?: string) => text?.replaceAll(`'\\''`, "'") ?? '',
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function wordsOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return (value as readonly Json[])
    .filter((word) => typeof word === 'string' || typeof word === 'number')
    .map((word) => quoted(String(word)))
    .join(' ');
}
