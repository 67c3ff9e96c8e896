import { type FormEvent, useEffect, useState } from 'react';
import { ERRORS, type ErrorCode, WeighbridgeError } from '../../../src/kernel/errors.ts';
import { useAct } from '../frame/act.ts';
import { useAnswer } from '../frame/answers.ts';
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
  const [refused] = useState(refusalIn);
  const { answer: sso } = useAnswer('sso.show', {});
  const provider = sso.kind === 'ready' ? sso.output.provider : null;
  if (!wanted && error instanceof WeighbridgeError && error.code === 'code-wanted') setWanted(true);
  useEffect(() => {
    document.title = 'Sign in · Weighbridge';
    // Said once: a reload does not say it again.
    if (refused !== null) history.replaceState(null, '', location.pathname);
  }, [refused]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => call('session.open', { organisation, email, password, ...(wanted ? { code } : {}) }), done);
  };
  const leave = () => {
    const begin = async () => location.assign((await call('sso.start', { organisation })).address);
    run(begin, () => {});
  };
  return (
    <main className="gate">
      <h1 className="brand">
        <Brand />
      </h1>
      <form className="panel gate-card" onSubmit={submit} aria-label="Sign in">
        <div className="panel-body">
          {error === null && refused === null ? null : (
            <Failed error={error ?? refused} what="You are not signed in." />
          )}
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
          {provider === null ? null : (
            <button type="button" className="button" disabled={busy || organisation === ''} onClick={leave}>
              Sign in with {provider}
            </button>
          )}
        </div>
      </form>
    </main>
  );
}

/** Why the identity provider's answer signed nobody in, as the server sent the browser back; only codes that we know. */
function refusalIn(): WeighbridgeError | null {
  const code = new URLSearchParams(location.search).get('refused');
  return code !== null && isCode(code) ? new WeighbridgeError(code, '') : null;
}

function isCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}
