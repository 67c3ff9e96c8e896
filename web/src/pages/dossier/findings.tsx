import { useState } from 'react';
import type { WaiverUse } from '../../../../src/domain/verdict.ts';
import { referencePage } from '../../../../src/reports/facts.ts';
import { type FindingGroup, headingOf, placeOf, waiverSentences } from '../../../../src/reports/view.ts';
import { formatCount, plural, SAYS_WORDS } from '../../../../src/reports/words.ts';
import { Badge } from '../../parts/badge.tsx';
import { SeverityBars } from '../../parts/icons.tsx';
import { Code, Name } from '../../parts/text.tsx';

/** More than a person reads; the rest is in `dossier show --format json`. */
const SHOWN = 200;
const PLACES = 20;

/** Every finding, worst first; each opens to where, what it would do, why it matters, what to do. */
export function Findings({
  groups,
  waivers,
}: {
  readonly groups: readonly FindingGroup[];
  readonly waivers: readonly WaiverUse[];
}) {
  const [words, setWords] = useState('');
  const [serious, setSerious] = useState(false);
  const found = groups.filter((group) => matches(group, words) && (!serious || isSerious(group)));
  const grave = groups.filter(isSerious).length;
  return (
    <section className="stack anchor" id="findings" aria-labelledby="findings-h">
      <h2 id="findings-h">Findings</h2>
      {groups.length === 0 ? <p className="soft">None.</p> : null}
      {groups.length < 2 ? null : (
        <search className="filters">
          <label className="visually-hidden" htmlFor="find-finding">
            Search findings
          </label>
          <input
            className="input"
            id="find-finding"
            type="search"
            placeholder="Rule, file or word"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <button type="button" className="pill" aria-pressed={!serious} onClick={() => setSerious(false)}>
            all {formatCount(groups.length)}
          </button>
          <button type="button" className="pill" aria-pressed={serious} onClick={() => setSerious(true)}>
            high and critical {formatCount(grave)}
          </button>
        </search>
      )}
      {groups.length === 0 ? null : (
        <div className="panel">
          {found.slice(0, SHOWN).map((group, at) => (
            <One key={group.number} group={group} waivers={waivers} open={at === 0 && isSerious(group)} />
          ))}
          {found.length === 0 ? <p className="panel-body soft">No finding matches.</p> : null}
          {found.length > SHOWN ? (
            <p className="panel-foot">And {plural(found.length - SHOWN, 'more finding')}, none worse than these.</p>
          ) : null}
        </div>
      )}
    </section>
  );
}

function isSerious({ finding }: FindingGroup): boolean {
  return finding.severity === 'critical' || finding.severity === 'high';
}

function matches({ finding, rule, places }: FindingGroup, words: string): boolean {
  const text = [finding.message, rule.id, rule.title, ...places.map(placeOf)].join(' ').toLowerCase();
  return text.includes(words.trim().toLowerCase());
}

function One({
  group,
  waivers,
  open,
}: {
  readonly group: FindingGroup;
  readonly waivers: readonly WaiverUse[];
  readonly open: boolean;
}) {
  const { number, finding, rule, places } = group;
  const [place] = places;
  return (
    <details className="finding-row anchor" id={`f${number}`} open={open}>
      <summary>
        <span>
          <b>
            F{number}. <Name>{headingOf(rule)}</Name>
          </b>
          <small className="muted">
            <code>{rule.id}</code>
            {place === undefined ? null : (
              <>
                {' · '}
                <Code>{place.path}</Code>
                {places.length > 1 ? ` and ${plural(places.length - 1, 'more place')}` : ''}
              </>
            )}
          </small>
        </span>
        <SeverityBars severity={finding.severity} />
        <Badge {...SAYS_WORDS[finding.says]} />
      </summary>
      <div className="finding-body">
        {finding.message === rule.title ? null : (
          <p>
            <Name>{finding.message}</Name>
          </p>
        )}
        <dl className="facts">
          <dt>Where</dt>
          {places.length === 0 ? <dd>the model as a whole</dd> : null}
          {places.slice(0, PLACES).map((one) => (
            <dd key={placeOf(one)} className="where">
              <Code>{placeOf(one)}</Code>
            </dd>
          ))}
          {places.length > PLACES ? (
            <dd className="where">and {plural(places.length - PLACES, 'more place')}</dd>
          ) : null}
          {finding.operation === undefined ? null : (
            <>
              <dt>What it would do</dt>
              <dd className="operation">
                <Code>{finding.operation}</Code>
              </dd>
            </>
          )}
          {rule.why === '' ? null : (
            <>
              <dt>Why it matters</dt>
              <dd>
                <Name>{rule.why}</Name>
              </dd>
            </>
          )}
          {rule.remedy === '' ? null : (
            <>
              <dt>Remedy</dt>
              <dd>
                <Name>{rule.remedy}</Name>
              </dd>
            </>
          )}
          {finding.confidence === 'certain' ? null : (
            <>
              <dt>Confidence</dt>
              <dd>{finding.confidence}</dd>
            </>
          )}
          {rule.references.length === 0 ? null : (
            <>
              <dt>References</dt>
              <dd>{rule.references.map(reference)}</dd>
            </>
          )}
          {waiverSentences(group, waivers).map((sentence) => (
            <div key={sentence} className="contents">
              <dt>Waived</dt>
              <dd>
                <Name>{sentence}</Name>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function reference(text: string) {
  const page = referencePage(text);
  return page === null ? (
    <span key={text} className="tag">
      <Name>{text}</Name>
    </span>
  ) : (
    <a key={text} className="tag" href={page} rel="noreferrer noopener" target="_blank">
      {text}
    </a>
  );
}
