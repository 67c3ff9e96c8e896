import { z } from 'zod';
import type { Evidence } from '../../domain/evidence.ts';
import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import {
  COMMIT_NOT_VERIFIED,
  COMMIT_SIGNATURE_BROKEN,
  COMMIT_SIGNED,
  CONTRADICTED,
  GIT_UNREADABLE,
  NOT_COVERED,
  SIGNATURE_INVALID,
  SIGNED,
  SIGNED_BY_STRANGER,
  UNSIGNED,
} from './rules.ts';

const counted = z.object({ count: z.number(), first: z.array(z.string()) });
const signer = z.union([
  z.object({ kind: z.literal('key'), keyId: z.string() }),
  z.object({ kind: z.literal('certificate'), subject: z.string() }),
  z.object({ kind: z.literal('identity'), identity: z.string(), issuer: z.string() }),
]);
const modelSignature = z.union([
  z.object({
    path: z.string(),
    state: z.literal('held'),
    signer,
    covers: z.number(),
    changed: counted,
    missing: counted,
    extra: counted,
    unreadable: counted,
    uncompared: counted,
    ignored: counted,
  }),
  z.object({ path: z.string(), state: z.enum(['stranger', 'invalid']), signer: signer.nullable(), why: z.string() }),
]);
type ModelSignature = z.output<typeof modelSignature>;

const gitSignature = z.object({
  object: z.enum(['commit', 'tag', 'repository']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  author: z.string(),
  signature: z.looseObject({ kind: z.string(), state: z.string().optional(), fingerprint: z.string().optional() }),
});
type GitSignature = z.output<typeof gitSignature>;

/** What signatures say, of the model and of the commit it was checked out from. */
export function* signatureFindings(evidence: readonly Evidence[]): Iterable<Finding> {
  const bundles = evidence.filter(({ kind }) => kind === 'model-signature');
  for (const one of bundles) yield* ofBundle(modelSignature.parse(one.body), one);
  const commits = evidence.filter(({ kind }) => kind === 'git-signature');
  for (const one of commits) yield* ofGit(gitSignature.parse(one.body), one);
  if (bundles.length === 0) yield findingOf(UNSIGNED, {});
}

function* ofBundle(body: ModelSignature, { digest }: Evidence): Iterable<Finding> {
  const location = { path: body.path };
  const evidence = [digest];
  if (body.state !== 'held') {
    const rule = body.state === 'stranger' ? SIGNED_BY_STRANGER : SIGNATURE_INVALID;
    yield findingOf(rule, { message: `${rule.title} ${sentence(body.why)}`, location, evidence });
    return;
  }
  const who = nameOf(body.signer);
  for (const path of body.changed.first) {
    yield findingOf(CONTRADICTED, {
      message: `${path} is not the file that ${who} signed.`,
      location: { path },
      evidence,
    });
  }
  const gaps = (['missing', 'extra', 'unreadable', 'ignored'] as const).flatMap((kind) => gap(kind, body[kind]));
  if (gaps.length > 0) {
    yield findingOf(NOT_COVERED, { message: `${who} signed it: ${gaps.join('; ')}.`, location, evidence });
  } else if (body.changed.count === 0 && body.uncompared.count === 0) {
    yield findingOf(SIGNED, {
      message: `${who} signed all ${body.covers} files, and they are as signed.`,
      location,
      evidence,
    });
  } else if (body.changed.count === 0) {
    const message = `${who} signed it, and ${body.uncompared.count} files have no digest to compare.`;
    yield findingOf(NOT_COVERED, { message, location, evidence });
  }
}

const GAPS = {
  missing: 'is not there',
  extra: 'was not signed',
  unreadable: 'cannot be read',
  ignored: 'was left out by the signer',
} as const;

function gap(kind: keyof typeof GAPS, { count, first }: z.output<typeof counted>): readonly string[] {
  const [path] = first;
  if (path === undefined) return [];
  return [count === 1 ? `${path} ${GAPS[kind]}` : `${path} ${GAPS[kind]}, and ${count - 1} more`];
}

function* ofGit({ object, id, name, signature }: GitSignature, { digest }: Evidence): Iterable<Finding> {
  const rule = ruleOf(object, signature);
  if (rule === null) return;
  const what = object === 'tag' ? `The tag ${name}` : `The commit ${id?.slice(0, 12) ?? ''}`;
  const how = signature.kind === 'ssh' ? `with the SSH key ${signature.fingerprint}` : `with ${signature.kind}`;
  const message = object === 'repository' ? rule.title : `${what} is signed ${how}. ${rule.title}`;
  yield findingOf(rule, {
    message,
    location: { path: '.git' },
    operation: `${object} ${name ?? id ?? ''}`,
    evidence: [digest],
  });
}

function ruleOf(object: GitSignature['object'], { kind, state }: GitSignature['signature']): Rule | null {
  if (object === 'repository') return GIT_UNREADABLE;
  if (kind === 'none') return null;
  if (kind !== 'ssh') return COMMIT_NOT_VERIFIED;
  if (state === 'broken') return COMMIT_SIGNATURE_BROKEN;
  return state === 'trusted' ? COMMIT_SIGNED : COMMIT_NOT_VERIFIED;
}

function nameOf(who: z.output<typeof signer>): string {
  switch (who.kind) {
    case 'key':
      return `The key ${who.keyId.slice(0, 16)}…`;
    case 'certificate':
      return who.subject;
    case 'identity':
      return `${who.identity} (by ${who.issuer})`;
  }
}

function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
