import { useState } from 'react';
import { WeighbridgeError } from '../../../src/kernel/errors.ts';
import { formatCount, plural } from '../../../src/reports/words.ts';
import { useAnswer } from '../frame/answers.ts';
import { type NameOf, usePeople } from '../frame/people.tsx';
import { Head, Panel } from '../parts/page.tsx';
import { Answered, Callout } from '../parts/states.tsx';
import { Code, Name, When } from '../parts/text.tsx';
import { ProofState } from './audit-proof.tsx';

interface Entry {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The newest, as many as a page bears; the log itself is exported. */
const SHOWN = 500;

/** Every act, newest first. */
export function Audit() {
  const { nameOf } = usePeople();
  const { answer } = useAnswer('audit.checkpoint', {});
  const size = answer.kind === 'ready' ? answer.output.size : 0;
  const asked = useAnswer('audit.list', { since: Math.max(0, size - SHOWN), limit: SHOWN });
  const refused =
    asked.answer.kind === 'failed' &&
    asked.answer.error instanceof WeighbridgeError &&
    asked.answer.error.code === 'not-permitted';
  return (
    <>
      <Head title="Audit log" tab="Audit log">
        Every act and every refusal, in the order it happened.
      </Head>
      {refused ? (
        <Callout>
          <p>
            <strong>The log is for auditors and admins.</strong> Ask an admin for the role if you are to read it.
          </p>
        </Callout>
      ) : (
        <>
          <ProofState />
          <Answered asked={asked} what="log">
            {({ items }) => <Log entries={items.map(entryIn)} nameOf={nameOf} />}
          </Answered>
        </>
      )}
    </>
  );
}

function entryIn({ position, entry }: { readonly position: number; readonly entry: string }): Entry {
  return { position, ...(JSON.parse(entry) as Omit<Entry, 'position'>) };
}

function Log({ entries, nameOf }: { readonly entries: readonly Entry[]; readonly nameOf: NameOf }) {
  const [words, setWords] = useState('');
  const found = entries
    .filter((entry) => spoken(entry, nameOf).toLowerCase().includes(words.trim().toLowerCase()))
    .toReversed();
  return (
    <>
      <search className="filters">
        <label className="visually-hidden" htmlFor="find-entry">
          Search the log
        </label>
        <input
          className="input"
          id="find-entry"
          type="search"
          placeholder="Who, act, subject or digest"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </search>
      <Panel title={plural(found.length, 'entry', 'entries')} note="newest first, times in your zone">
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col" className="num">
                  Entry
                </th>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Act</th>
                <th scope="col">On what</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, 300).map((entry) => (
                <tr key={entry.position}>
                  <td className="num" data-label="Entry">
                    {formatCount(entry.position + 1)}
                  </td>
                  <td>
                    <When at={entry.at} />
                  </td>
                  <td>
                    <Name>{nameOf(entry.actor)}</Name>
                  </td>
                  <td>
                    <Code>{entry.act}</Code>{' '}
                    <span className="soft small">
                      <Name>{details(entry, nameOf)}</Name>
                    </span>
                  </td>
                  <td>
                    <Code>{short(entry.subject, nameOf)}</Code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}

function spoken(entry: Entry, nameOf: NameOf): string {
  return [entry.act, entry.subject, nameOf(entry.actor), details(entry, nameOf)].join(' ');
}

/** What else was written down, with people by name and digests cut. */
function details({ detail }: Entry, nameOf: NameOf): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `${name} ${[value]
          .flat()
          .map((one) => short(String(one), nameOf))
          .join(', ')}`,
    )
    .join(' · ');
}

const DIGEST = /^(sha256:)?([0-9a-f]{12})[0-9a-f]{52}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function short(text: string, nameOf: NameOf): string {
  if (ID.test(text)) return nameOf(text);
  return text.replace(DIGEST, '$2…');
}
