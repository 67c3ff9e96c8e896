import { templatesIn } from '../../analyzers/chat-template/find.ts';
import { segmentsOf, TemplateError } from '../../analyzers/chat-template/lexer.ts';
import type { FactKind } from '../../domain/rule-pack.ts';
import { readYaml } from '../../formats/yaml/document.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** Something decoded from a file, in one line or a text of its own. */
export interface Fact {
  readonly kind: FactKind;
  readonly text: string;
  /** The way in, outermost first; empty for the file itself. */
  readonly member: readonly string[];
}

/** The facts of a file, each once, in the order of its readings. Texts are cut at LIMITS.packFact characters. */
export function* factsOf(item: Item): Iterable<Fact> {
  const seen = new Set<string>();
  yield { kind: 'file', text: item.file.path, member: [] };
  for (const reading of item.readings) {
    for (const [kind, whole] of factsOfReading(item.file.path, reading)) {
      const text = whole.slice(0, LIMITS.packFact);
      const key = `${kind} ${reading.member.join('\0')} ${text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { kind, text, member: reading.member };
    }
  }
}

type Found = readonly [kind: FactKind, text: string];

function* factsOfReading(path: string, reading: Reading): Iterable<Found> {
  const { facts, member } = reading;
  if (member.length > 0) yield ['file', member.at(-1) ?? ''];
  for (const { name, template } of templatesIn(path, reading)) yield* inTemplate(template, name);
  if (facts.format === 'pickle') {
    for (const { imports, calls } of facts.programs) {
      for (const { module, name } of imports) yield ['import', `${module ?? '?'}.${name ?? '?'}`];
      for (const { text } of calls) yield ['call', text];
    }
  }
  if (facts.format === 'python') {
    for (const { module } of facts.imports) yield ['import', module];
    for (const { text } of facts.topLevelCalls) yield ['call', text];
  }
  if (facts.format === 'rds') for (const name of facts.calls) yield ['call', name];
  if (facts.format === 'json') yield* inSettings(facts.value);
  if (facts.format === 'gguf' || facts.format === 'safetensors') yield* inSettings(facts.metadata as Json);
  if (facts.format === 'text' && /\.ya?ml$|(?:^|\/)MLmodel$/i.test(member.at(-1) ?? path))
    for (const value of readYaml(facts.text).values) yield* inSettings(value);
  if (facts.format === 'zip' || facts.format === 'tar') for (const { name } of facts.entries) yield ['file', name];
  // Whatever graph it is.
  if ('operators' in facts)
    for (const { domain, type } of facts.operators) yield ['operator', domain === '' ? type : `${domain}.${type}`];
}

/** Keys as the way to them, `a.b.0`, and values behind them: `a.b.0 = true`. */
function* inSettings(root: Json): Iterable<Found> {
  const open: { readonly way: string; readonly value: Json }[] = [{ way: '', value: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { way, value } = next;
    if (way !== '') yield ['key', way];
    if (typeof value !== 'object' || value === null) {
      if (way !== '') yield ['setting', `${way} = ${String(value)}`];
      continue;
    }
    const entries = isJsonObject(value) ? Object.entries(value) : [...(value as readonly Json[]).entries()];
    for (const [key, inner] of entries.toReversed())
      open.push({ way: way === '' ? String(key) : `${way}.${key}`, value: (inner ?? null) as Json });
  }
}

/** What a template says: its text, and the texts in its expressions. One that cannot be followed is a text as a whole. */
function* inTemplate(template: string, name: string): Iterable<Found> {
  try {
    for (const { kind, text, tokens } of segmentsOf(template)) {
      if (kind === 'text' && text.trim() !== '') yield ['template', text];
      for (const token of tokens)
        if (token.kind === 'string' && token.value.trim() !== '') yield ['template', token.value];
    }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield ['template', template];
  }
  if (name !== '') yield ['key', name];
}
