import { type FormEvent, useState } from 'react';
import type { RulingRole } from '../../../../src/domain/people.ts';
import type { Digest } from '../../../../src/kernel/digest.ts';
import { useAct } from '../../frame/act.ts';
import { call } from '../../frame/server.ts';
import { Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Failed } from '../../parts/states.tsx';

const RULINGS = {
  denied: 'May not run. One denial is enough.',
  admitted: 'May run, with its duties, once another person says so too.',
} as const;

/** A ruling: for the dossier that was read, in the name of a role, with a reason. */
export function RuleForm({
  request,
  dossier,
  roles,
}: {
  readonly request: string;
  readonly dossier: Digest;
  readonly roles: readonly RulingRole[];
}) {
  const { busy, error, run } = useAct();
  const [ruling, setRuling] = useState<keyof typeof RULINGS | null>(null);
  const [role, setRole] = useState<RulingRole | undefined>(roles[0]);
  const [reason, setReason] = useState('');
  const ready = ruling !== null && role !== undefined && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    run(() => call('request.rule', { request, dossier, role, ruling, reason: reason.trim() }));
  };
  return (
    <form className="panel" aria-labelledby="rule-h" onSubmit={submit}>
      <div className="panel-head">
        <h2 id="rule-h">Your ruling</h2>
        <span className="soft small">signed with the decision, kept in the audit log</span>
      </div>
      <div className="panel-body stack">
        {error === null ? null : <Failed error={error} what="The ruling was not given; your reason is kept." />}
        <fieldset className="options">
          <legend className="visually-hidden">Ruling</legend>
          {Object.entries(RULINGS).map(([value, says]) => (
            <label key={value} className="option">
              <input
                type="radio"
                name="ruling"
                required
                checked={ruling === value}
                onChange={() => setRuling(value as keyof typeof RULINGS)}
              />{' '}
              <b>{value}</b>
              <span>{says}</span>
            </label>
          ))}
        </fieldset>
        <Field label="As">
          <select className="input" value={role} onChange={({ target }) => setRole(target.value as RulingRole)}>
            {roles.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <div className="field">
          <label htmlFor="ruling-reason">Reason</label>
          <textarea
            className="input"
            id="ruling-reason"
            rows={3}
            required
            maxLength={4000}
            aria-describedby="ruling-note"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <span className="small soft" id="ruling-note">
            Read by the requester and by auditors. A ruling may be stricter than its verdict, never laxer.
          </span>
        </div>
        <div className="buttons">
          <button type="submit" className="button button-primary" disabled={busy || !ready}>
            <Icon name="key" />
            {busy ? 'Giving it' : 'Give the ruling'}
          </button>
        </div>
      </div>
    </form>
  );
}
