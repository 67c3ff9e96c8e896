import { useState } from 'react';
import { shortReference } from '../../../src/reports/model-name.ts';
import { useAct } from '../frame/act.ts';
import { useAnswer } from '../frame/answers.ts';
import { call } from '../frame/server.ts';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Answered, Failed } from '../parts/states.tsx';
import { Name, When } from '../parts/text.tsx';
import type { Channel, Release } from './channels.tsx';

/** Releases what a request admitted, for all calls or a share of them. */
export function PromoteSheet({ channel, close }: { readonly channel: Channel; readonly close: () => void }) {
  const { busy, error, run } = useAct();
  const asked = useAnswer('request.list', { state: 'admitted', limit: 100 });
  const [request, setRequest] = useState('');
  const [share, setShare] = useState(100);
  const [reason, setReason] = useState('');
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const submit = () =>
    request === ''
      ? undefined
      : run(() => call('release.promote', { channel: channel.name, request, share, ...why }), close);
  return (
    <Sheet
      title={
        <>
          Promote to <Name>{channel.name}</Name>
        </>
      }
      icon="arrow"
      close={close}
      submit={submit}
      foot={
        <button type="submit" className="button button-primary" disabled={busy || request === ''}>
          {busy ? 'Promoting' : 'Promote'}
        </button>
      }
    >
      {error === null ? null : <Failed error={error} what="Nothing was released." />}
      <Answered asked={asked} what="admitted models">
        {({ items }) => (
          <Field
            label="What was admitted"
            note="its decision must not have expired, and the channel’s gate must let it pass"
          >
            <select className="input" required value={request} onChange={({ target }) => setRequest(target.value)}>
              <option value="">choose one</option>
              {items.map(({ id, reference, requestedAt }) => (
                <option key={id} value={id}>
                  {shortReference(reference)}, asked for {requestedAt.slice(0, 10)}
                </option>
              ))}
            </select>
          </Field>
        )}
      </Answered>
      <Field label="Percent of the calls" note="the rest stays with what serves now">
        <input
          className="input"
          type="number"
          min={1}
          max={100}
          value={share}
          onChange={({ target }) => setShare(Number(target.value))}
        />
      </Field>
      <Field label="Why">
        <textarea
          className="input"
          rows={2}
          maxLength={4000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </Sheet>
  );
}

/** Says what will happen, shows from and to, and asks for the channel's name. */
export function RollbackSheet({
  channel,
  now,
  close,
}: {
  readonly channel: string;
  readonly now: Release;
  readonly close: () => void;
}) {
  const { busy, error, run } = useAct();
  const asked = useAnswer('channel.show', { channel });
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const back = asked.answer.kind === 'ready' ? asked.answer.output.restorable : null;
  const ready = back !== null && typed === channel && reason.trim() !== '';
  const submit = () =>
    ready ? run(() => call('release.rollback', { channel, reason: reason.trim() }), close) : undefined;
  return (
    <Sheet
      title={
        <>
          Roll back <Name>{channel}</Name>
        </>
      }
      icon="rollback"
      close={close}
      submit={submit}
      foot={
        <button type="submit" className="button button-danger" disabled={busy || !ready}>
          <Icon name="rollback" />
          {busy ? 'Rolling back' : 'Roll back'}
        </button>
      }
    >
      {error === null ? null : <Failed error={error} what="Nothing was rolled back." />}
      <Answered asked={asked} what="way back">
        {() =>
          back === null ? (
            <p>No earlier release of this channel may serve: there is nothing to go back to.</p>
          ) : (
            <>
              <div className="swap">
                <Side title="serves now" release={now} now={false} />
                <Icon name="arrow" />
                <Side title="will serve" release={back} now />
              </div>
              <ul className="ticks">
                <li data-tone="admit">
                  <Icon name="admit" />
                  <span>
                    <Name>{back.model}</Name> is admitted until <When at={back.expiresAt} />, and was neither revoked
                    nor withdrawn.
                  </span>
                </li>
                <li>
                  <Icon name="info" />
                  <span>Gateways change over as they hear of it; answers that run finish where they began.</span>
                </li>
                <li>
                  <Icon name="info" />
                  <span>The audit log gets one more release, with your reason.</span>
                </li>
              </ul>
            </>
          )
        }
      </Answered>
      <Field label="Reason">
        <textarea
          className="input"
          rows={2}
          required
          maxLength={4000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <Field
        label={
          <>
            Type <code>{channel}</code> to confirm
          </>
        }
      >
        <input
          className="input"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
    </Sheet>
  );
}

function Side({ title, release, now }: { readonly title: string; readonly release: Release; readonly now: boolean }) {
  return (
    <div className={now ? 'release release-now' : 'release'}>
      <span className="soft">{title}</span>
      <b>
        <Name>{release.model}</Name>
      </b>
      <span className="hash">{release.manifest.slice(0, 19)}…</span>
    </div>
  );
}
