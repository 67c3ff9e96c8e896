import { useState } from 'react';
import type { Check } from '../../../../src/domain/check.ts';
import type { Evidence as Seen } from '../../../../src/domain/evidence.ts';
import { type CheckRow, checkRows } from '../../../../src/reports/view.ts';
import { NOT_EXAMINED, plural } from '../../../../src/reports/words.ts';
import { Badge } from '../../parts/badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { Hash, Name, When } from '../../parts/text.tsx';

/** Every question that was asked, with its answer in a sentence; those with nothing to say fold away. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const rows = checkRows(checks);
  const quiet = rows.filter(isQuiet);
  const clean = quiet.filter(({ check }) => check.outcome.kind === 'completed').length;
  return (
    <Panel id="checks" title="Checks" foot={NOT_EXAMINED}>
      <CheckTable rows={rows.filter((row) => !isQuiet(row))} />
      {quiet.length === 0 ? null : (
        <details className="fold">
          <summary>
            {plural(clean, 'question')} answered with nothing found, {quiet.length - clean} not applicable
          </summary>
          <CheckTable rows={quiet} />
        </details>
      )}
    </Panel>
  );
}

function isQuiet({ check, findings }: CheckRow): boolean {
  return findings === 0 && (check.outcome.kind === 'completed' || check.outcome.kind === 'not-applicable');
}

function CheckTable({ rows }: { readonly rows: readonly CheckRow[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Result</th>
            <th scope="col">In a sentence</th>
            <th scope="col" className="num">
              Findings
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ check, word, sentence, findings }) => (
            <tr key={check.analyzer}>
              <th scope="row">{check.question}</th>
              <td>
                <Badge {...word} />
              </td>
              <td>
                <Name>{sentence}</Name>
              </td>
              <td className="num" data-label="Findings">
                {findings}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of one piece of evidence, as much as a page bears. Characters. */
const LONGEST = 20_000;

/** What was seen, by whom and when, as it was received; what follows from it stands in the findings. */
export function Evidence({ evidence }: { readonly evidence: readonly Seen[] }) {
  return (
    <Panel id="evidence" title="Evidence" note="as it was received, unjudged">
      {evidence.length === 0 ? (
        <p className="panel-body soft">Nothing besides the bytes themselves.</p>
      ) : (
        <ul className="grounds tree">
          {evidence.map((one) => (
            <Piece key={`${one.digest} ${one.collector}`} evidence={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Piece({ evidence: { kind, collector, collectedAt, digest, body } }: { readonly evidence: Seen }) {
  const [open, setOpen] = useState(false);
  return (
    <li className="piece">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <b>{kind}</b>{' '}
          <span className="small soft">
            by <Name>{collector}</Name>, <When at={collectedAt} />
          </span>
        </summary>
        {open ? (
          <div className="stack">
            <p className="small soft">
              Digest <Hash>{digest}</Hash>
            </p>
            <pre className="code code-plain">
              <Lines text={JSON.stringify(body, null, 2)} />
            </pre>
          </div>
        ) : null}
      </details>
    </li>
  );
}

function Lines({ text }: { readonly text: string }) {
  const lines = text.slice(0, LONGEST).split('\n');
  return (
    <>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which never move.
        <span key={at}>
          <Name>{line}</Name>
          {'\n'}
        </span>
      ))}
      {text.length > LONGEST ? '… cut short here; weighbridge dossier show --format json has it whole.' : null}
    </>
  );
}
