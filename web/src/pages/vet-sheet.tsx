import { useState } from 'react';
import type { InputOf } from '../../../src/contract/control/operations.ts';
import { STANDINGS } from '../../../src/domain/request.ts';
import { useAct } from '../frame/act.ts';
import { useAnswer } from '../frame/answers.ts';
import { useMe, usePeople } from '../frame/people.tsx';
import { go } from '../frame/router.tsx';
import { call } from '../frame/server.ts';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Failed } from '../parts/states.tsx';

type Input = InputOf<'request.open'>;

const EXPOSURES = { internal: 'inside the company', hosted: 'offered to users', redistributed: 'handed on' } as const;

/** Asks for a model: what, what for, and who answers for it. */
export function VetSheet({ close }: { readonly close: () => void }) {
  const me = useMe();
  const { people } = usePeople();
  const { busy, error, run } = useAct();
  const [reference, setReference] = useState('');
  const [purpose, setPurpose] = useState('');
  const [exposure, setExposure] = useState<keyof typeof EXPOSURES>('internal');
  const [commercial, setCommercial] = useState(true);
  const [policy, setPolicy] = useState('');
  const [owner, setOwner] = useState(me.id);
  const [role, setRole] = useState<Input['role']>('deployer');
  const asked = useAnswer('policy.choices', {});
  const choices = asked.answer.kind === 'ready' ? asked.answer.output.items : [];
  const policies = [...new Set(choices.flatMap((choice) => choice.policies))];
  const owners = people.some(({ id }) => id === me.id) ? people : [me, ...people];
  const submit = () =>
    run(
      () =>
        call('request.open', {
          direction: 'adopt',
          reference: reference.trim(),
          use: { purpose, exposure, commercial },
          ...(policy === '' ? {} : { policy }),
          owner,
          role,
        }),
      ({ id }) => go(`/review/${id}`),
    );
  return (
    <Sheet
      title="Vet a model"
      icon="scale"
      close={close}
      submit={submit}
      foot={
        <button type="submit" className="button button-primary" disabled={busy}>
          <Icon name="scale" />
          {busy ? 'Asking' : 'Ask and vet'}
        </button>
      }
    >
      {error === null ? null : <Failed error={error} what="Nothing was asked for." />}
      <Field label="Model" note="hf:org/name@revision, an https:// file, or a name below the server’s folder of models">
        <input
          className="input"
          required
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          value={reference}
          onChange={({ target }) => setReference(target.value)}
        />
      </Field>
      <Field label="What for">
        <textarea
          className="input"
          rows={2}
          maxLength={2000}
          value={purpose}
          onChange={({ target }) => setPurpose(target.value)}
        />
      </Field>
      <div className="two">
        <Field label="Where it will stand">
          <select
            className="input"
            value={exposure}
            onChange={({ target }) => setExposure(target.value as keyof typeof EXPOSURES)}
          >
            {Object.entries(EXPOSURES).map(([value, says]) => (
              <option key={value} value={value}>
                {value}: {says}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Policy">
          <select className="input" value={policy} onChange={({ target }) => setPolicy(target.value)}>
            <option value="">the house’s, for such a use</option>
            {policies.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
      </div>
      <label className="choice">
        <input type="checkbox" checked={commercial} onChange={({ target }) => setCommercial(target.checked)} />
        <span>Commercial use</span>
      </label>
      <div className="two">
        <Field label="Owner" note="answers for it, and does not rule on it">
          <select className="input" value={owner} onChange={({ target }) => setOwner(target.value)}>
            {owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="You are its">
          <select className="input" value={role} onChange={({ target }) => setRole(target.value as Input['role'])}>
            {STANDINGS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
      </div>
    </Sheet>
  );
}
