import type { Evidence } from '../../domain/evidence.ts';
import type { FrontMatter } from '../../formats/yaml/front-matter.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import type { Digest } from '../../kernel/digest.ts';
import { member } from '../../kernel/json.ts';
import { normalId } from './ids.ts';

/** One place where a licence is named. */
export interface Declaration {
  readonly by: 'card' | 'hub' | 'weights' | 'config';
  readonly id: string;
  /** As it stands there: `license: mit`. */
  readonly quote: string;
  /** For `other`: the name that the publisher gives it. */
  readonly name: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly evidence: readonly Digest[];
}

export function* cardDeclarations(card: Item | undefined, matter: FrontMatter): Iterable<Declaration> {
  if (card === undefined || matter.kind !== 'read') return;
  const declared = matter.values.get('license') ?? matter.values.get('licence');
  const name = textValue(matter.values.get('license_name')?.value);
  for (const id of textsIn(declared?.value)) {
    const quote = name === null ? `license: ${id}` : `license: ${id}, license_name: ${name}`;
    const place = { path: card.file.path, line: declared?.line ?? null };
    yield { by: 'card', id: normalId(id), quote, name, ...place, evidence: [] };
  }
}

export function* hubDeclarations(evidence: readonly Evidence[]): Iterable<Declaration> {
  for (const { kind, body, digest } of evidence) {
    if (kind !== 'hub-model') continue;
    const tags = textsIn(member(body, 'tags')).filter((tag) => tag.startsWith('license:'));
    const ids =
      tags.length > 0
        ? tags.map((tag) => tag.slice('license:'.length))
        : textsIn(member(member(body, 'cardData'), 'license'));
    const name = textValue(member(member(body, 'cardData'), 'license_name'));
    for (const id of ids) {
      yield { by: 'hub', id: normalId(id), quote: `license:${id}`, name, path: null, line: null, evidence: [digest] };
    }
  }
}

/** What GGUF metadata and config.json say. */
export function* innerDeclarations(items: readonly Item[]): Iterable<Declaration> {
  for (const item of items) {
    const { path } = item.file;
    for (const { facts } of readingsAs(item, 'gguf')) {
      const name = textValue(facts.metadata['general.license.name']);
      for (const id of textsIn(member(facts.metadata, 'general.license'))) {
        yield {
          by: 'weights',
          id: normalId(id),
          quote: `general.license: ${id}`,
          name,
          path,
          line: null,
          evidence: [],
        };
      }
    }
    if (!/^config\.json$/i.test(path)) continue;
    for (const { facts } of readingsAs(item, 'json')) {
      for (const id of textsIn(member(facts.value, 'license'))) {
        yield {
          by: 'config',
          id: normalId(id),
          quote: `"license": "${id}"`,
          name: null,
          path,
          line: null,
          evidence: [],
        };
      }
    }
  }
}

/** A text, or the texts of a list. */
function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => textValue(one) ?? []);
}

function textValue(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
