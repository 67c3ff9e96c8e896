import { type FormEvent, useEffect, useState } from 'react';
import { WeighbridgeError } from '../../../src/kernel/errors.ts';
import { useAct } from '../frame/act.ts';
import { call } from '../frame/server.ts';
import { Field } from '../parts/field.tsx';
import { Brand } from '../parts/icons.tsx';
import { Failed } from '../parts/states.tsx';

/** The one page for those whom nobody knows yet. */
export function SignIn({ done }: { readonly done: () => void }) {
  const [organisation, setOrganisation] = useState('main');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { busy, error, run } = useAct();
  const [wanted, setWanted] = useState(false);
  if (!wanted && error instanceof WeighbridgeError && error.code === 'code-wanted') setWanted(true);
  useEffect(() => {
    document.title = 'Sign in · Weighbridge';
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => call('session.open', { organisation, email, password, ...(wanted ? { code } : {}) }), done);
  };
  return (
    <main className="gate">
      <h1 className="brand">
        <Brand />
      </h1>
      <form className="panel gate-card" onSubmit={submit} aria-label="Sign in">
        <div className="panel-body">
          {error === null ? null : <Failed error={error} what="You are not signed in." />}
          <Field label="Organisation">
            <input
              className="input"
              required
              autoComplete="organization"
              autoCapitalize="none"
              spellCheck={false}
              value={organisation}
              onChange={({ target }) => setOrganisation(target.value)}
            />
          </Field>
          <Field label="E-mail">
            <input
              className="input"
              required
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              inputMode="email"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          </Field>
          <Field label="Password">
            <input
              className="input"
              required
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </Field>
          {wanted ? (
            <Field label="Code" note="As your authenticator app shows it, or a recovery code.">
              <input
                className="input"
                required
                autoComplete="one-time-code"
                inputMode="numeric"
                spellCheck={false}
                value={code}
                onChange={({ target }) => setCode(target.value.trim())}
              />
            </Field>
          ) : null}
          <button type="submit" className="button button-primary" disabled={busy}>
            {busy ? 'Signing in' : 'Sign in'}
          </button>
        </div>
      </form>
    </main>
  );
}
