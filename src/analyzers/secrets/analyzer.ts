import { type Finding, findingOf, locationIn, type Rule } from '../../domain/finding.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { findSecrets, type SecretMatch } from '../../text/secrets/find.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { CREDENTIAL, POSSIBLE, PRIVATE_KEY, SECRETS } from './rules.ts';

/** Finds credentials that were published along with the model. What it finds is told redacted. */
export const secrets: FileAnalyzer = { ...SECRETS, inspect };

function* inspect(item: Item): Iterable<Finding> {
  const seen = new Set<string>();
  for (const reading of item.readings) {
    const text = textOf(reading);
    const where = reading.member.join('\0');
    // Bytes that two readers claim hold their secrets once.
    if (text === null || seen.has(where) || isVocabulary(item.file.path, reading)) continue;
    seen.add(where);
    yield* secretsIn(text, { path: item.file.path, member: reading.member }, signaturesOf(reading));
  }
}

function textOf({ facts }: Reading): string | null {
  return facts.format === 'text' || facts.format === 'json' || facts.format === 'python' ? facts.text : null;
}

const VOCABULARY_NAME =
  /(?:^|\/)(?:merges|vocab|vocabulary|added_tokens|spiece|dict)[^/]*\.(?:txt|json|bpe|vocab)$|\.(?:tiktoken|bpe)$/i;

/** Lists of word pieces by the hundred thousand: some look like anything, and nobody keeps a key there. */
function isVocabulary(path: string, { facts }: Reading): boolean {
  if (VOCABULARY_NAME.test(path)) return true;
  return facts.format === 'json' && isJsonObject(member(member(facts.value, 'model'), 'vocab'));
}

/** Values of `sig` in a DSSE envelope, bare or in a Sigstore bundle: they are made to be shown. */
function signaturesOf({ facts }: Reading): ReadonlySet<string> {
  if (facts.format !== 'json') return NONE;
  const bundled = member(facts.value, 'dsseEnvelope');
  const envelope = isJsonObject(bundled) ? bundled : facts.value;
  const listed = member(envelope, 'signatures');
  if (typeof member(envelope, 'payloadType') !== 'string' || !Array.isArray(listed)) return NONE;
  return new Set(listed.map((one) => member(one, 'sig')).filter((sig) => typeof sig === 'string'));
}

const NONE: ReadonlySet<string> = new Set();

function* secretsIn(
  text: string,
  file: { readonly path: string; readonly member: readonly string[] },
  signatures: ReadonlySet<string>,
): Iterable<Finding> {
  let line = 1;
  let counted = 0;
  for (const match of findSecrets(text)) {
    if (match.rule === 'assigned-secret' && signatures.has(text.slice(match.start, match.end))) continue;
    line += linesIn(text, counted, match.start);
    counted = match.start;
    yield findingOf(ruleOf(match), {
      message: `${match.title}: ${match.redacted}.`,
      location: locationIn(file, file.member, { line }),
      operation: `${match.title}: ${match.redacted}`,
      confidence: match.confidence,
    });
  }
}

function ruleOf({ rule, confidence }: SecretMatch): Rule {
  if (rule === 'private-key') return PRIVATE_KEY;
  return confidence === 'possible' ? POSSIBLE : CREDENTIAL;
}

function linesIn(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
