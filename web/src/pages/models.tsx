import { useState } from 'react';
import type { OutputOf } from '../../../src/contract/control/operations.ts';
import { OUTCOMES } from '../../../src/domain/verdict.ts';
import { formatCount, OUTCOME_WORDS, plural } from '../../../src/reports/words.ts';
import { useAnswer } from '../frame/answers.ts';
import { useMe } from '../frame/people.tsx';
import { go, Link } from '../frame/router.tsx';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { Head } from '../parts/page.tsx';
import { Answered, Empty } from '../parts/states.tsx';
import { Code, Hash, ModelName, When } from '../parts/text.tsx';
import { VetSheet } from './vet-sheet.tsx';

type Summary = OutputOf<'dossier.list'>['items'][number];

/** Rows that a page shows before it asks for a word to look for. */
const SHOWN = 200;

/** Every model with its verdict. The filter lies in the address, so that it can be handed on. */
export function Models({ query }: { readonly query: URLSearchParams }) {
  const me = useMe();
  const asked = useAnswer('dossier.list', {}, { every: 10_000 });
  const items = asked.answer.kind === 'ready' ? asked.answer.output.items : [];
  const mayAsk = me.roles.includes('requester');
  return (
    <>
      <Head
        title={items.length === 0 ? 'Models' : summary(items)}
        tab="Models"
        actions={
          mayAsk ? (
            <button
              type="button"
              className="button button-primary"
              onClick={() => go('/models?vet', { replace: true })}
            >
              <Icon name="scale" />
              Vet a model
            </button>
          ) : null
        }
      >
        The newest verdict of each dossier. A model that was vetted twice and found the same has one.
      </Head>
      <Answered asked={asked} what="models">
        {({ items: all }) => (all.length === 0 ? <None /> : <Table items={all} query={query} />)}
      </Answered>
      {query.has('vet') && mayAsk ? <VetSheet close={() => go('/models', { replace: true })} /> : null}
    </>
  );
}

function summary(items: readonly Summary[]): string {
  const denied = items.filter(({ outcome }) => outcome === 'deny').length;
  return `${plural(items.length, 'model')}, ${denied === 0 ? 'none' : formatCount(denied)} denied`;
}

function None() {
  return (
    <Empty title="No model was vetted yet">
      <p>Name a model of a hub, or one below the folder that the server was given, and say what it is for.</p>
    </Empty>
  );
}

function Table({ items, query }: { readonly items: readonly Summary[]; readonly query: URLSearchParams }) {
  const [words, setWords] = useState(query.get('q') ?? '');
  const outcome = query.get('outcome');
  const named = items.filter(({ reference, dossier }) =>
    `${reference} ${dossier}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const found = named.filter((item) => outcome === null || item.outcome === outcome);
  const search = (text: string) => {
    setWords(text);
    go(addressOf(text, outcome), { replace: true });
  };
  return (
    <>
      <search className="filters">
        <label className="visually-hidden" htmlFor="find-model">
          Search models
        </label>
        <input
          className="input"
          id="find-model"
          type="search"
          placeholder="Name or digest"
          value={words}
          onChange={({ target }) => search(target.value)}
        />
        {[null, ...OUTCOMES].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="pill"
            aria-pressed={outcome === one}
            onClick={() => go(addressOf(words, one), { replace: true })}
          >
            {one ?? 'all'} {formatCount(named.filter((item) => one === null || item.outcome === one).length)}
          </button>
        ))}
      </search>
      <section className="panel" aria-label="Models">
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col">Verdict</th>
                <th scope="col">Policy</th>
                <th scope="col">Dossier</th>
                <th scope="col" className="end">
                  Vetted
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, SHOWN).map((item) => (
                <tr key={item.dossier}>
                  <th scope="row">
                    <Link to={`/dossiers/${item.dossier}`}>
                      <ModelName>{item.reference}</ModelName>
                    </Link>
                  </th>
                  <td>
                    <Badge {...OUTCOME_WORDS[item.outcome]} />
                  </td>
                  <td data-label="Policy">
                    <Code>{item.policy}</Code>
                  </td>
                  <td data-label="Dossier">
                    <Hash>{item.dossier}</Hash>
                  </td>
                  <td className="end nowrap">
                    <When at={item.vettedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {found.length === 0 ? (
          <p className="panel-body soft">No model goes by that. Clear the search to see all.</p>
        ) : null}
        {found.length > SHOWN ? (
          <p className="panel-foot">
            The newest {formatCount(SHOWN)} of {formatCount(found.length)}; search for the others.
          </p>
        ) : null}
      </section>
    </>
  );
}

function addressOf(words: string, outcome: string | null): string {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words.trim());
  if (outcome !== null) query.set('outcome', outcome);
  return query.size === 0 ? '/models' : `/models?${query.toString()}`;
}
