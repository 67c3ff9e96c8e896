import type { POLICY_OPERATIONS } from '../../../contract/control/operations/policies.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { WantedPolicy } from '../../../contract/vetting.ts';
import { type HousePolicy, placeOf } from '../../../domain/house-policy.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { readHouseDocument } from '../../../policy/house/document.ts';
import { flipOf } from '../../policy/what-if.ts';
import { type Desk, record, saidBy } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { confirmLoosening, drop, loosens, overtake, wait } from './house-loosenings.ts';
import { choicesIn, choicesOf, standingPolicy } from './house-policies.ts';
import { shownHousePolicy as shown } from './shown-house-policy.ts';

export const POLICIES: UseCases<typeof POLICY_OPERATIONS> = {
  'policy.what-if': whatIf,
  'policy.put': putPolicy,
  'policy.list': listPolicies,
  'policy.show': async (desk, { policy }) => {
    const kept = await policyBy(desk, policy);
    return { ...shown(kept), text: kept.text };
  },
  'policy.withdraw': withdrawPolicy,
  'policy.confirm': confirmLoosening,
  'policy.choices': listChoices,
};

/** Keeps a document. The same again is no mistake and changes nothing; other words under the same version are refused. */
async function putPolicy(desk: Desk, { text }: ParsedInputOf<'policy.put'>): Promise<OutputOf<'policy.put'>> {
  const { books, actor, now } = desk;
  const document = readHouseDocument(text, 'the document');
  await books.housePolicies.lock();
  const known = await books.housePolicies.byDigest(document.digest);
  if (known !== null) return shown(known);
  if (document.kind === 'PolicyChoice')
    for (const name of new Set(choicesIn(document).flatMap(({ policies }) => policies)))
      await standingPolicy(books, name);
  const policy: HousePolicy = { ...document, by: actor.person.id, at: now.toISOString(), withdrawn: null, waits: null };
  const { digest, kind, name, version } = policy;
  const before = await books.housePolicies.newest(...placeOf(policy));
  if (!(await books.housePolicies.put(policy)))
    throw new WeighbridgeError('policy-exists', `${kind} ${name} has a version ${version} that says something else`);
  await record(desk, 'policy.put', digest, { kind, name, version: String(version) });
  await overtake(desk, policy);
  const isLaxer = await loosens(books, policy, before, policy);
  return shown(isLaxer ? await wait(desk, policy, { act: 'put', reason: null }) : policy);
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
  await books.housePolicies.lock();
  const policy = await policyBy(desk, digest);
  const { kind, name, version, waits } = policy;
  if (policy.withdrawn !== null || waits?.act === 'withdraw') return shown(policy);
  const place = placeOf(policy);
  const before = await books.housePolicies.newest(...place);
  if (waits === null) await overtake(desk, policy);
  // What waits is not in force: nothing is loosened without it.
  const after = before?.digest === digest ? await books.housePolicies.newest(...place, digest) : before;
  if (await loosens(books, policy, before, after)) return shown(await wait(desk, policy, { act: 'withdraw', reason }));
  const withdrawn = { by: actor.person.id, at: now.toISOString(), reason };
  if (waits === null) await books.housePolicies.withdraw(digest, withdrawn);
  else await drop(desk, policy, reason);
  await record(desk, 'policy.withdraw', digest, { kind, name, version: String(version) }, saidBy(desk, reason));
  return shown({ ...policy, withdrawn, waits: null });
}

async function policyBy({ books }: Desk, digest: Digest): Promise<HousePolicy> {
  const policy = await books.housePolicies.byDigest(digest);
  if (policy === null) throw new WeighbridgeError('policy-not-found', digest);
  return policy;
}

async function listChoices({ books }: Desk): Promise<OutputOf<'policy.choices'>> {
  const choices = await choicesOf(books);
  const waiting = await books.housePolicies.waiting('PolicyChoice', null);
  return {
    items: choices.map(({ when, policies }) => ({ when, policies: [...policies] })),
    waiting: waiting === null ? null : shown(waiting),
  };
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
