import { type Dossier, findingsIn } from '../../../domain/dossier.ts';
import { type Finding, identityOf } from '../../../domain/finding.ts';
import { dayAfter, type Obligation } from '../../../domain/obligation.ts';
import type { FollowUp } from '../../../domain/policy.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { Clerk, ControlParts } from '../parts.ts';
import { record } from '../parts.ts';

/** More than that of one text no list shows. */
const SHOWN = 500;

interface Admitted {
  readonly request: Pick<AdmissionRequest, 'id' | 'owner'>;
  readonly dossier: Dossier;
  readonly verdict: Verdict;
  readonly followUp: FollowUp;
}

/**
 * Writes down what an admission leaves to its owner: each finding that is still there, to be closed within the days of the
 * policy or when its waiver ends, and each duty. What is written down already stays as it is, but for findings that were gone. Gives back what is new.
 */
export async function openObligations(
  desk: Clerk & { readonly parts: Pick<ControlParts, 'mint'> },
  admitted: Admitted,
): Promise<readonly Obligation[]> {
  const { parts, books, now } = desk;
  const at = now.toISOString();
  const today = at.slice(0, 10);
  const { request, verdict } = admitted;
  const rest = {
    request: request.id,
    owner: request.owner,
    told: 'nothing',
    consequence: null,
    closing: null,
  } as const;
  const base = { ...rest, inheritedFrom: null, openedAt: at };
  const findings = openFindings(admitted, today).map((one) => ({ ...base, ...one, id: parts.mint.id() }));
  const duties = verdict.duties.map(({ id, text, when, due }) => ({
    ...base,
    id: parts.mint.id(),
    kind: 'duty' as const,
    target: id,
    text: `${text} (${when})`.slice(0, SHOWN),
    rule: null,
    severity: null,
    // People may have ruled long after the policy did.
    due: due < today ? today : due,
    state: 'open' as const,
  }));
  const added = [
    ...(await books.obligations.open([...findings, ...duties])),
    ...(await reopened(desk, request.id, findings)),
  ];
  if (added.length > 0) {
    const count = (kind: Obligation['kind']): string => String(added.filter((one) => one.kind === kind).length);
    const about = { owner: request.owner, findings: count('finding'), duties: count('duty') };
    await record(desk, 'obligation.open', request.id, about);
  }
  return added;
}

/** A dossier showed that it was gone, and another shows that it is back. What a document closed stays closed. */
async function reopened(
  { books }: Clerk,
  request: string,
  found: readonly Obligation[],
): Promise<readonly Obligation[]> {
  const back: Obligation[] = [];
  for (const one of await books.obligations.of(request)) {
    const again = found.find(({ target }) => one.kind === 'finding' && target === one.target);
    if (again === undefined || one.state !== 'closed' || one.closing?.proof.kind !== 'dossier') continue;
    const { due, state } = again;
    const open: Obligation = { ...one, due, state, told: 'nothing', consequence: null, closing: null };
    await books.obligations.change(open);
    back.push(open);
  }
  return back;
}

function openFindings(
  { dossier, verdict, followUp }: Admitted,
  today: string,
): readonly Pick<Obligation, 'kind' | 'target' | 'text' | 'rule' | 'severity' | 'due' | 'state'>[] {
  const waived = new Map(
    verdict.waivers.filter(({ state }) => state === 'applied').map(({ target, until }) => [target, until]),
  );
  const byIdentity = new Map<string, Finding>();
  // A note changes nothing, and asks nothing of anybody.
  for (const one of findingsIn(dossier)) if (one.says !== 'note') byIdentity.set(identityOf(one), one);
  return [...byIdentity].map(([target, finding]) => {
    const until = waived.get(target);
    const due = until ?? dayAfter(today, followUp.days[finding.severity]);
    const state = until === undefined ? 'open' : 'accepted';
    return {
      kind: 'finding',
      target,
      text: textOf(finding),
      rule: finding.rule,
      severity: finding.severity,
      due,
      state,
    };
  });
}

function textOf({ rule, message, location }: Finding): string {
  const where = location === undefined ? '' : ` in ${[location.path, ...(location.member ?? [])].join(' > ')}`;
  return `${rule}${where}: ${message}`.slice(0, SHOWN);
}
