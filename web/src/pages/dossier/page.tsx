import { useEffect } from 'react';
import { findingsIn } from '../../../../src/domain/dossier.ts';
import type { Vetting } from '../../../../src/domain/vetting.ts';
import { originSentence } from '../../../../src/reports/facts.ts';
import { firstStep, groupFindings, headline, reasonRows } from '../../../../src/reports/view.ts';
import { OUTCOME_WORDS } from '../../../../src/reports/words.ts';
import { useAnswer } from '../../frame/answers.ts';
import { Icon } from '../../parts/icons.tsx';
import { Head } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Code, Hash, Name, When } from '../../parts/text.tsx';
import { Checks, Evidence } from './checks.tsx';
import { Files } from './files.tsx';
import { Findings } from './findings.tsx';
import { Duties, Grounds, Unknowns, Use } from './grounds.tsx';

/** A dossier, whole: the verdict, why, what to do, what could not be known, and all it rests on. */
export function DossierPage({ dossier, hash }: { readonly dossier: string; readonly hash: string }) {
  const asked = useAnswer('dossier.show', { dossier });
  return (
    <Answered asked={asked} what="dossier">
      {(output) => <Whole vetting={output as unknown as Vetting} hash={hash} />}
    </Answered>
  );
}

function Whole({ vetting, hash }: { readonly vetting: Vetting; readonly hash: string }) {
  const { dossier, verdict } = vetting;
  const { origin } = dossier.artifact;
  const groups = groupFindings(findingsIn(dossier), vetting.rules);
  const reasons = reasonRows(verdict.reasons, groups);
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  const tabs = [
    ['why', 'Why', reasons.length],
    ['findings', 'Findings', groups.length],
    ['unknown', 'Not known', vetting.openQuestions.length],
    ['duties', 'Duties', verdict.duties.length],
    ['checks', 'Checks', dossier.checks.length],
    ['evidence', 'Evidence', dossier.evidence.length],
    ['files', 'Files', dossier.artifact.files.length],
  ] as const;
  return (
    <>
      <Head title={<Name>{origin.name}</Name>} tab={origin.name}>
        {originSentence(origin)}. Vetted <When at={vetting.vettedAt} />, asked for as <Name>{vetting.reference}</Name>.
        Dossier <Hash>{dossier.digest}</Hash>
      </Head>
      <Ticket vetting={vetting} />
      <nav className="tabs" aria-label="Sections of the dossier">
        {tabs.map(([id, label, count]) => (
          <a key={id} href={`#${id}`}>
            {label} <span className="count">{count}</span>
          </a>
        ))}
      </nav>
      <Grounds reasons={reasons} />
      <Findings groups={groups} waivers={verdict.waivers} />
      <div className="cols">
        <Unknowns questions={vetting.openQuestions} />
        <Duties duties={verdict.duties} />
      </div>
      <Checks checks={dossier.checks} />
      <div className="cols">
        <Evidence evidence={dossier.evidence} />
        <Use use={dossier.use} vetting={vetting} />
      </div>
      <Files vetting={vetting} />
    </>
  );
}

/** The one large coloured thing of the page. */
function Ticket({ vetting }: { readonly vetting: Vetting }) {
  const word = OUTCOME_WORDS[vetting.verdict.outcome];
  const step = firstStep(vetting);
  return (
    <section className="ticket" data-tone={word.tone} aria-labelledby="verdict">
      <div className="ticket-stub">
        <Icon name={word.tone} />
        <h2 className="ticket-word" id="verdict">
          <span className="visually-hidden">Verdict: </span>
          {word.label}
        </h2>
        <p className="ticket-note">
          by policy <b>{vetting.policy.id}</b>
        </p>
      </div>
      <div className="ticket-body">
        <p className="lead">
          <Name>{headline(vetting)}</Name>
        </p>
        {step === '' ? null : (
          <p>
            <b>To do:</b> <Name>{step}</Name>
          </p>
        )}
        {vetting.actions[0]?.command == null ? null : <Code>{vetting.actions[0].command}</Code>}
      </div>
    </section>
  );
}
