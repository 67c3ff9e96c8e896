import { useEffect, useState } from 'react';
import { leafHash } from '../../../src/audit/hashing.ts';
import { includes } from '../../../src/audit/proofs.ts';
import { formatCount } from '../../../src/reports/words.ts';
import { useAct } from '../frame/act.ts';
import { useAnswer } from '../frame/answers.ts';
import { call } from '../frame/server.ts';
import { Answered, Callout, Failed } from '../parts/states.tsx';
import { Name } from '../parts/text.tsx';

type Proof =
  | { readonly kind: 'holds'; readonly neighbours: number }
  | { readonly kind: 'fails' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Whether the log holds: its newest entry proved in this browser, and the whole of it by the server when asked. */
export function ProofState() {
  const asked = useAnswer('audit.checkpoint', {});
  return (
    <Answered asked={asked} what="checkpoint">
      {({ size, note }) => (size === 0 ? null : <Newest size={size} root={note.split('\n')[2] ?? ''} key={size} />)}
    </Answered>
  );
}

function Newest({ size, root }: { readonly size: number; readonly root: string }) {
  const [proof, setProof] = useState<Proof | null>(null);
  const { busy, error, run } = useAct();
  const [whole, setWhole] = useState<{
    readonly ok: boolean;
    readonly size: number;
    readonly says: readonly string[];
  } | null>(null);
  useEffect(() => {
    proveHere(size, root).then(setProof, (cause: unknown) => setProof({ kind: 'failed', error: cause }));
  }, [size, root]);
  const check = () =>
    run(
      () => call('audit.verify', {}),
      ({ ok, size: checked, problems }) =>
        setWhole({ ok, size: checked, says: problems.map(({ message }) => message) }),
    );
  if (proof === null) return null;
  if (proof.kind === 'failed') return <Failed error={proof.error} what="The proof could not be fetched." />;
  const holds = proof.kind === 'holds' && (whole === null || whole.ok);
  return (
    <Callout tone={holds ? 'admit' : 'deny'} icon={holds ? 'admit' : 'deny'}>
      {proof.kind === 'holds' ? (
        <p>
          <strong>Holds.</strong> Entry {formatCount(size)} with {proof.neighbours} neighbours gives the root{' '}
          <span className="hash">{root.slice(0, 10)}…</span> of the signed checkpoint: hashed in this browser.
        </p>
      ) : (
        <p>
          <strong>Does not hold.</strong> Entry {formatCount(size)} does not give the root of the signed checkpoint.
          Export the log, and have <code>weighbridge audit verify</code> name what was changed.
        </p>
      )}
      {whole === null ? null : (
        <p>
          {whole.ok
            ? `All ${formatCount(whole.size)} entries were read by the server and agree with what it signed.`
            : 'Of the whole log the server says:'}{' '}
          {whole.says.map((one) => (
            <Name key={one}>{one}</Name>
          ))}
        </p>
      )}
      {error === null ? null : <Failed error={error} what="The log was not checked." />}
      <p className="buttons">
        <button type="button" className="button" onClick={check} disabled={busy}>
          {busy ? 'Checking' : 'Check everything'}
        </button>
      </p>
    </Callout>
  );
}

async function proveHere(size: number, root: string): Promise<Proof> {
  const { entry, path } = await call('audit.prove', { position: size - 1, size });
  const leaf = leafHash(new TextEncoder().encode(entry));
  const ok = includes({ size, root: bytesIn(root) }, size - 1, leaf, path.map(bytesIn));
  return ok ? { kind: 'holds', neighbours: path.length } : { kind: 'fails' };
}

function bytesIn(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
