import { describe, expect, it } from 'vitest';
import { artifactOf, checkOf, dossierOf, fileOf, findingThat } from '../../test/policy/builders.ts';
import { type Finding, identityOf, type Rule } from '../domain/finding.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';
import { type Explained, explain } from './explain.ts';

function ruleOf({ rule, says, severity }: Finding, remedy: string): Rule {
  return { id: rule, says, severity, title: `Title of ${says}.`, why: `Why ${says}.`, remedy, references: [] };
}

function reasonOf(outcome: Reason['outcome'], remedy: string, findings: readonly Finding[] = []): Reason {
  return { kind: 'rule', id: 'r', outcome, why: 'Why.', remedy, findings: findings.map(identityOf) };
}

function verdictOf(details: Partial<Verdict> = {}): Verdict {
  return { outcome: 'admit', reasons: [], waivers: [], duties: [], ...details };
}

function explained(details: Partial<Explained> = {}): Explained {
  return {
    reference: 'hf:org/name',
    dossier: dossierOf([checkOf([])]),
    verdict: verdictOf(),
    rules: [],
    decision: null,
    ...details,
  };
}

const DUTY = {
  id: 'verify-bytes',
  text: 'Prove them.',
  files: ['a'],
  owner: 'release owner',
  due: '2026-03-11',
  when: 'before first use',
  probe: null,
} as const;

describe('what to do', () => {
  it('starts with the worst ground, goes on with what its findings advise, and says each thing once', () => {
    const [low, high] = [
      findingThat('suspicious', { severity: 'low' }),
      findingThat('malicious', { severity: 'critical' }),
    ];
    const { actions } = explain(
      explained({
        dossier: dossierOf([checkOf([low, high])]),
        rules: [ruleOf(low, 'Read it.'), ruleOf(high, 'Look for machines that loaded it.')],
        verdict: verdictOf({
          outcome: 'deny',
          reasons: [
            reasonOf('review', 'Ask.', [low]),
            reasonOf('deny', 'Do not load it.', [low, high]),
            reasonOf('deny', 'Do not load it.'),
          ],
        }),
      }),
    );
    expect(actions.map(({ text }) => text)).toEqual([
      'Do not load it.',
      'Look for machines that loaded it. It is about data.pkl.',
      'Read it. It is about data.pkl.',
      'Ask.',
    ]);
  });

  it('names the first files that a step is about, each once, and counts the others', () => {
    const texts = [3, 4, 5].map((count) => {
      const paths = Array.from({ length: count }, (_, at) => `f${at}`);
      const findings = paths.flatMap((path) =>
        [1, 2].map((line) => findingThat('malicious', { location: { path, line } })),
      );
      const reasons = [reasonOf('deny', 'No.', findings)];
      const rules = findings.slice(0, 1).map((finding) => ruleOf(finding, 'Look.'));
      const { actions } = explain(
        explained({ dossier: dossierOf([checkOf(findings)]), rules, verdict: verdictOf({ outcome: 'deny', reasons }) }),
      );
      return actions.at(1)?.text;
    });
    expect(texts).toEqual([
      'Look. It is about f0, f1, f2.',
      'Look. It is about f0, f1, f2, f3.',
      'Look. It is about f0, f1, f2 and 2 more.',
    ]);
  });

  it.each<[string, string, string | null]>([
    ['a hub reference', 'hf:org/name@main', 'weighbridge vet hf:org/name@main --download'],
    ['a path with a quote', "./it's here", "weighbridge vet './it'\\''s here' --download"],
    ['a command in a name', '$(id)', "weighbridge vet '$(id)' --download"],
    ['an option in disguise', '--sign', null],
    ['a name that hides its type', 'a\u202Egnp.py', null],
  ])('gives a command that can be typed for %s, or none', (_, reference, command) => {
    const { actions } = explain(explained({ reference, verdict: verdictOf({ outcome: 'review', duties: [DUTY] }) }));
    expect(actions.at(-1)).toEqual({
      text: 'Download the model and prove the digests that its source stated.',
      command,
    });
  });

  it('after an admission is to sign it, or to check what was signed', () => {
    const folder = artifactOf();
    const local = dossierOf([checkOf([])], {}, { ...folder, origin: { ...folder.origin, source: 'directory' } });
    const decision = { file: 'wren.json' };
    const commands = [
      explained(),
      explained({ decision }),
      explained({ decision, dossier: local, reference: './wren' }),
    ].map((parts) => explain(parts).actions.at(-1)?.command);
    expect(commands).toEqual([
      'weighbridge vet hf:org/name --sign KEY',
      'weighbridge verify FOLDER --decision wren.json',
      'weighbridge verify ./wren --decision wren.json',
    ]);
  });

  it('names waivers whose day is over', () => {
    const waivers = [
      { target: 'check:a', owner: 'A. Ruler', reason: 'x', until: '2026-01-01', state: 'expired' },
    ] as const;
    expect(explain(explained({ verdict: verdictOf({ outcome: 'deny', waivers }) })).actions).toEqual([
      { text: 'Renew or remove the waiver of check:a: A. Ruler answered for it until 2026-01-01.', command: null },
    ]);
  });
});

describe('what could not be known', () => {
  it('is nothing where every check answered and every byte was hashed', () => {
    expect(explain(explained()).openQuestions).toEqual([]);
  });

  it('is every check that was silent, and every one that was never asked', () => {
    const dossier = dossierOf([
      checkOf({ kind: 'unanswered', missing: ['hub-model'] }, 'a'),
      checkOf({ kind: 'failed', reason: 'a stack overflow', findings: [] }, 'b'),
    ]);
    const reasons: readonly Reason[] = [{ ...reasonOf('deny', 'x'), kind: 'silence', id: 'c' }];
    const { openQuestions } = explain(explained({ dossier, verdict: verdictOf({ outcome: 'deny', reasons }) }));
    expect(openQuestions.map(({ state, question, why }) => [state, question, why])).toEqual([
      ['unanswered', 'Can loading it run code?', 'hub-model could not be had'],
      ['failed', 'Can loading it run code?', 'the check b broke: a stack overflow'],
      ['failed', 'What the check c would have said', 'it was never asked'],
    ]);
  });

  it('is one question a rule, however many files it met', () => {
    const files = ['a.zip', 'b.zip', 'c.zip', 'd.zip'];
    const findings = files.map((path) => findingThat('unscannable', { location: { path } }));
    const { openQuestions } = explain(
      explained({
        dossier: dossierOf([checkOf(findings)]),
        rules: findings.slice(0, 1).map((one) => ruleOf(one, 'Get a copy.')),
      }),
    );
    expect(openQuestions).toEqual([
      {
        state: 'unscannable',
        question: 'What is in a.zip, b.zip and 2 more files',
        why: 'Title of unscannable',
        answeredBy: 'Get a copy',
      },
    ]);
  });

  it('is whether the bytes are the stated ones', () => {
    const dossier = dossierOf([checkOf([])], {}, artifactOf([fileOf('a'), fileOf('b', 'claimed')]));
    expect(explain(explained({ dossier })).openQuestions).toMatchObject([
      {
        state: 'claimed',
        question: 'Whether the weights are the stated bytes',
        why: 'only hub.example states 1 of 2 digests; the bytes were not hashed here',
      },
    ]);
  });
});
