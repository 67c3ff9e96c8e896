import type { OutputOf } from '../../../../src/contract/control/operations.ts';
import type { Digest } from '../../../../src/kernel/digest.ts';
import { formatBytes, formatCount } from '../../../../src/reports/words.ts';
import { useAct } from '../../frame/act.ts';
import { useAnswer } from '../../frame/answers.ts';
import { type NameOf, useMe } from '../../frame/people.tsx';
import { call } from '../../frame/server.ts';
import { Badge, stateWord } from '../../parts/badge.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Head } from '../../parts/page.tsx';
import { Answered, Callout, Failed } from '../../parts/states.tsx';
import { Code, ModelName, Name, When } from '../../parts/text.tsx';
import { Findings } from './findings.tsx';
import { RuleForm } from './rule-form.tsx';
import { Rulings } from './rulings.tsx';

type Request = OutputOf<'request.show'>;

/** A request with all it takes to rule on it. While it is vetted, it is asked for again and again. */
export function RequestView({ request: id, nameOf }: { readonly request: string; readonly nameOf: NameOf }) {
  const asked = useAnswer('request.show', { request: id }, { every: 2_000 });
  return (
    <div className="stack stack-lg">
      <Answered asked={asked} what="request">
        {(request) => <Whole request={request} nameOf={nameOf} />}
      </Answered>
    </div>
  );
}

function Whole({ request, nameOf }: { readonly request: Request; readonly nameOf: NameOf }) {
  const { reference, state, use, owner, role, requestedBy, requestedAt, dossier } = request;
  return (
    <>
      <Head title={<ModelName>{reference}</ModelName>} tab={reference} actions={<Badge {...stateWord(state)} />}>
        Asked for by <Name>{nameOf(requestedBy)}</Name>, <When at={requestedAt} />, for{' '}
        <b>{[use.exposure, use.commercial ? 'commercial' : 'not commercial', ...use.regions].join(', ')}</b>
        {use.purpose === '' ? null : (
          <>
            {' '}
            use: <Name>{use.purpose}</Name>
          </>
        )}
        . Owner: <Name>{nameOf(owner)}</Name>, as {role}.
      </Head>
      <State request={request} nameOf={nameOf} />
      {dossier === null ? null : <Findings dossier={dossier} />}
      {dossier === null || request.rulings.length + Number(state === 'review') === 0 ? null : (
        <Rulings request={request} nameOf={nameOf} />
      )}
      <Evaluating request={request} />
      <Form request={request} />
    </>
  );
}

/** The news of it, in a sentence. */
function State({ request, nameOf }: { readonly request: Request; readonly nameOf: NameOf }) {
  const { state, failure, policy, owner } = request;
  switch (state) {
    case 'vetting':
      return <Vetting request={request} />;
    case 'cancelled':
      return (
        <Callout tone="unknown" icon="unknown">
          <p>
            <strong>Given up before it was vetted.</strong> There is no verdict.
          </p>
        </Callout>
      );
    case 'failed':
      return (
        <Callout tone="unscannable" icon="unscannable">
          <p>
            <strong>No dossier could be made.</strong> <Name>{failure ?? 'Nobody said why.'}</Name> There is no verdict;
            ask again when it is mended.
          </p>
        </Callout>
      );
    case 'review':
      return (
        <Callout tone="review" icon="review">
          <p>
            <strong>Policy</strong> <Code>{policy}</Code> <strong>leaves it to people.</strong> Two of reviewer,
            security and legal admit it, each with a reason; one denial denies. <Name>{nameOf(owner)}</Name> answers for
            it and does not rule.
          </p>
        </Callout>
      );
    case 'admitted':
    case 'denied':
      return <Decided request={request} />;
  }
}

/** How far it is, and the way to give it up. */
function Vetting({ request: { id, progress, requestedBy, owner } }: { readonly request: Request }) {
  const me = useMe();
  const { busy, error, run } = useAct();
  const mayCancel = me.id === requestedBy || me.id === owner || me.roles.includes('admin');
  const measured = progress !== null && progress.total > 0;
  return (
    <div className="panel panel-body stack">
      {error === null ? null : <Failed error={error} what="It was not given up." />}
      <div className="progress" role="status">
        <span>
          <b>{progress === null ? 'Waits for a worker.' : `Being vetted: ${progress.step}.`}</b> This page follows by
          itself.
        </span>
        <span className="num">{measured ? amount(progress) : ''}</span>
        <progress aria-label="Vetting" {...(measured ? { value: progress.done, max: progress.total } : {})} />
      </div>
      {mayCancel ? (
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => run(() => call('request.cancel', { request: id }))}
          >
            Give it up
          </button>
        </div>
      ) : null}
    </div>
  );
}

function amount({ done, total, unit }: NonNullable<Request['progress']>): string {
  return unit === 'bytes'
    ? `${formatBytes(done)} of ${formatBytes(total)}`
    : `${formatCount(done)} of ${formatCount(total)} files`;
}

function Decided({ request: { id, state, rulings, policy } }: { readonly request: Request }) {
  const { tone, label } = stateWord(state);
  return (
    <Callout tone={tone} icon={tone}>
      <p>
        <strong>
          {label[0]?.toUpperCase()}
          {label.slice(1)}
        </strong>{' '}
        {rulings.every((one) => one.void) ? (
          <>
            by policy <Code>{policy}</Code> alone.
          </>
        ) : (
          'by people, with the reasons below.'
        )}{' '}
        {['admitted', 'denied'].includes(state)
          ? 'The decision is signed; weighbridge verify checks it without this server.'
          : ''}
      </p>
      {['admitted', 'denied'].includes(state) ? (
        <p className="buttons">
          <button type="button" className="button" onClick={() => void save(id)}>
            <Icon name="key" />
            Save the signed decision
          </button>
        </p>
      ) : null}
    </Callout>
  );
}

async function save(request: string): Promise<void> {
  const envelope = await call('decision.show', { request });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(envelope, null, 2)], { type: 'application/json' }));
  link.download = `${request}.decision.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What they say may change what there is to rule on. */
function Evaluating({ request: { state, evaluation } }: { readonly request: Request }) {
  if (state !== 'review' || evaluation === null) return null;
  return (
    <Callout tone="unknown" icon="unknown">
      <p>
        <strong>Evaluators run on it:</strong> {evaluation.evaluators.join(', ')}. With what they find there is another
        dossier; rulings on this one are void then.
      </p>
    </Callout>
  );
}

/** Shown to who may rule; who may not is told why. */
function Form({ request }: { readonly request: Request }) {
  const me = useMe();
  const { state, owner, requestedBy, rulings, dossier } = request;
  if (state !== 'review' || dossier === null) return null;
  const roles = me.roles.filter((role) => role === 'reviewer' || role === 'security' || role === 'legal');
  const why =
    me.id === requestedBy || me.id === owner
      ? 'You asked for this model or answer for it: others rule.'
      : rulings.some((one) => one.by === me.id && !one.void)
        ? 'You have ruled; somebody else is next.'
        : roles.length === 0
          ? 'Rulings are for reviewer, security and legal.'
          : null;
  if (why !== null)
    return (
      <Callout>
        <p>{why}</p>
      </Callout>
    );
  // A form for another dossier is another form: what was begun on the one before is not sent for the next.
  return <RuleForm key={dossier} request={request.id} dossier={dossier as Digest} roles={roles} />;
}
