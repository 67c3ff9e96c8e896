import type { POLICY_OPERATIONS } from '../../contract/control/operations/policies.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import type { WantedPolicy } from '../../contract/vetting.ts';
import type { HousePolicy } from '../../domain/house-policy.ts';
import type { Digest } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { readHouseDocument } from '../../policy/house/document.ts';
import { flipOf } from '../policy/what-if.ts';
import { choicesIn, choicesOf, standingPolicy } from './house-policies.ts';
import { type Desk, record, saidBy } from './parts.ts';
import type { UseCases } from './use-case.ts';

export const POLICIES: UseCases<typeof POLICY_OPERATIONS> = {
  'policy.what-if': whatIf,
  'policy.put': putPolicy,
  'policy.list': listPolicies,
  'policy.show': async (desk, { policy }) => {
    const kept = await policyBy(desk, policy);
    return { ...shown(kept), text: kept.text };
  },
  'policy.withdraw': withdrawPolicy,
  'policy.choices': async ({ books }) => ({
    items: (await choicesOf(books)).map(({ when, policies }) => ({ when, policies: [...policies] })),
  }),
};

/** Keeps a document. The same again is no mistake and changes nothing; other words under the same version are refused. */
async function putPolicy(desk: Desk, { text }: ParsedInputOf<'policy.put'>): Promise<OutputOf<'policy.put'>> {
  const { books, actor, now } = desk;
  const document = readHouseDocument(text, 'the document');
  const known = await books.housePolicies.byDigest(document.digest);
  if (known !== null) return shown(known);
  if (document.kind === 'PolicyChoice')
    for (const name of new Set(choicesIn(document).flatMap(({ policies }) => policies)))
      await standingPolicy(books, name);
  const policy: HousePolicy = { ...document, by: actor.person.id, at: now.toISOString(), withdrawn: null };
  const { digest, kind, name, version } = policy;
  if (!(await books.housePolicies.put(policy)))
    throw new WeighbridgeError('policy-exists', `${kind} ${name} has a version ${version} that says something else`);
  await record(desk, 'policy.put', digest, { kind, name, version: String(version) });
  return shown(policy);
}

async function listPolicies({ books }: Desk, input: ParsedInputOf<'policy.list'>): Promise<OutputOf<'policy.list'>> {
  const { items, next } = await books.housePolicies.list(input);
  return { items: items.map(shown), next };
}

/** What was ruled under it stands, and so does what is being ruled on; nothing else is opened under it. */
async function withdrawPolicy(
  desk: Desk,
  { policy: digest, reason }: ParsedInputOf<'policy.withdraw'>,
): Promise<OutputOf<'policy.withdraw'>> {
  const { books, actor, now } = desk;
  const policy = await policyBy(desk, digest);
  const withdrawn = { by: actor.person.id, at: now.toISOString(), reason };
  if (!(await books.housePolicies.withdraw(digest, withdrawn))) return shown(await policyBy(desk, digest));
  const { kind, name, version } = policy;
  await record(desk, 'policy.withdraw', digest, { kind, name, version: String(version) }, saidBy(desk, reason));
  return shown({ ...policy, withdrawn });
}

async function policyBy({ books }: Desk, digest: Digest): Promise<HousePolicy> {
  const policy = await books.housePolicies.byDigest(digest);
  if (policy === null) throw new WeighbridgeError('policy-not-found', digest);
  return policy;
}

function shown({ digest, kind, name, version, by, at, withdrawn }: HousePolicy): OutputOf<'policy.put'> {
  return { digest, kind, name, version, by, at, withdrawn };
}

async function whatIf(
  { parts, books }: Desk,
  { policy: wanted, from, limit }: ParsedInputOf<'policy.what-if'>,
): Promise<OutputOf<'policy.what-if'>> {
  const policy: WantedPolicy =
    wanted.kind === 'stored' ? { kind: 'stored', policy: await standingPolicy(books, wanted.name) } : wanted;
  const all = await books.dossiers.list();
  const page = all.slice(from, from + limit);
  const items: OutputOf<'policy.what-if'>['items'] = [];
  for (const { dossier } of page) {
    const vetting = await books.dossiers.newest(dossier);
    const { verdict } = await parts.judge({ policy, dossier: vetting.dossier, on: null });
    if (verdict.outcome === vetting.verdict.outcome) continue;
    const flip = flipOf(vetting, verdict);
    items.push({ ...flip, reasons: [...flip.reasons] });
  }
  const seen = from + page.length;
  return { items, looked: page.length, next: seen < all.length ? seen : null };
}
