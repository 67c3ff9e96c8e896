import type { Analyzer } from '../../analyzers/analyzer.ts';
import { trustedSignerOf } from '../../attest/dsse.ts';
import type { NamedText } from '../../contract/caller.ts';
import type { RulePack } from '../../domain/rule-pack.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { parseRulePack } from '../../policy/rule-pack.ts';
import type { Parts } from '../parts.ts';
import { analyzerOfPack, firesOn } from './analyzer.ts';
import { envelopeIn, packIn } from './envelope.ts';
import { loadPatterns, type Patterns } from './patterns.ts';

/** The application with these packs as further checks. Throws `rules-invalid`, `rules-untrusted`. */
export async function withRulePacks(parts: Parts, named: readonly NamedText[]): Promise<Parts> {
  if (named.length > LIMITS.packs) throw new WeighbridgeError('call-invalid', `at most ${LIMITS.packs} rule packs`);
  const engine = await loadPatterns();
  const packs: RulePack[] = [];
  for (const one of named) packs.push(await loadPack(parts, one, engine));
  const builtIn = await parts.allAnalyzers();
  assertOwnNames(builtIn, packs, named);
  const own = packs.map((pack) => analyzerOfPack(pack, engine));
  return {
    ...parts,
    fileAnalyzers: [...parts.fileAnalyzers, ...own],
    allAnalyzers: () => Promise.resolve([...builtIn, ...own]),
    packs,
  };
}

/** One pack, plain or signed. A signed one counts only under a key that is trusted, or is among `keyFiles`. */
export async function loadPack(
  parts: Parts,
  { name, text }: NamedText,
  engine: Patterns,
  keyFiles: readonly string[] = [],
): Promise<RulePack> {
  const envelope = envelopeIn(text, name);
  if (envelope === null) return parseRulePack(text, name, judgeWith(engine));
  const keys = await parts.keys.trusted(keyFiles);
  if (trustedSignerOf(envelope, keys) === null) {
    throw new WeighbridgeError('rules-untrusted', `${name}: none of ${keys.length} trusted keys signed it`);
  }
  return parseRulePack(packIn(envelope, name), `${name} (signed)`, judgeWith(engine));
}

function judgeWith(engine: Patterns): Parameters<typeof parseRulePack>[2] {
  return {
    patternMistake: (pattern) => {
      const why = engine.wrongWithPattern(pattern);
      return why === null ? null : `this is no pattern of RE2: ${why.slice(0, LIMITS.quotation)}`;
    },
    fires: (rule, example) => firesOn(rule, example, engine),
  };
}

/** A pack must not speak in the name of a built-in check, nor two packs in one. */
function assertOwnNames(builtIn: readonly Analyzer[], packs: readonly RulePack[], named: readonly NamedText[]): void {
  const taken = new Set(builtIn.map(({ id }) => id));
  for (const [index, { name }] of packs.entries()) {
    if (taken.has(name))
      throw new WeighbridgeError('rules-invalid', `${named[index]?.name ?? name}: the name ${name} is taken`);
    taken.add(name);
  }
}
