import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../../src/domain/artifact.ts';
import { findingsIn } from '../../src/domain/dossier.ts';
import { identityOf } from '../../src/domain/finding.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { placeBelow, relativeUri } from '../../src/reports/sarif-place.ts';
import type { ScanFormat } from '../../src/reports/scan-formats.ts';
import { scanLine } from '../../src/reports/scan-jsonl.ts';
import { renderScanReport } from '../../src/reports/scan-table.ts';
import { type ReportFormat, renderReport } from '../../src/reports/table.ts';
import { anyText } from '../support/any-text.ts';
import { cases } from '../support/deep.ts';
import { admitted, check, denied, exampleScan, HOSTILE_TEXTS, hostile, reviewed } from './example-vetting.ts';

const load = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'));

const ajv = new Ajv2020.default({ strict: true, allErrors: true });
addFormats.default(ajv);

/** Draft 4 differs for this schema only in how it names itself; one of its patterns is no Unicode expression. */
const { id: _id, $schema: _draft, ...sarifSchema } = load('vendor/sarif-2.1.0.schema.json');
const draft4 = new Ajv.default({ strict: false, unicodeRegExp: false });
addFormats.default(draft4);

const VALIDATORS = {
  report: ajv.compile(load('vet-report-1.0.schema.json')),
  line: ajv.compile(load('vet-line-1.0.schema.json')),
  scanLine: ajv.compile(load('scan-line-1.0.schema.json')),
  scanReport: ajv.compile(load('scan-report-1.0.schema.json')),
  sarif: draft4.compile(sarifSchema),
};

function complaints(schema: keyof typeof VALIDATORS, text: string): unknown {
  const validate = VALIDATORS[schema];
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

function linesOf(text: string): readonly string[] {
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

const EXAMPLES: readonly (readonly [string, Vetting])[] = [
  ['a denied model', denied()],
  ['a model to review', reviewed()],
  ['an admitted model', admitted()],
  [
    'a model with nothing in it',
    { ...denied(), dossier: { ...denied().dossier, checks: [], evidence: [] }, rules: [] },
  ],
  ...HOSTILE_TEXTS.map((text) => [`hostile ${JSON.stringify(text.slice(0, 30))}`, hostile(text)] as const),
];

describe('reports under their schemas', () => {
  it.each(EXAMPLES)('JSON, lines and SARIF of %s are valid', (_, vetting) => {
    expect(complaints('report', renderReport('json', vetting))).toEqual([]);
    for (const line of linesOf(renderReport('jsonl', vetting))) expect(complaints('line', line)).toEqual([]);
    expect(complaints('sarif', renderReport('sarif', vetting))).toEqual([]);
  });

  it('any text from outside leaves them valid', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 80 }), (text) => {
        const vetting = hostile(text);
        for (const [format, schema] of [
          ['json', 'report'],
          ['sarif', 'sarif'],
        ] as const) {
          expect(complaints(schema, renderReport(format, vetting))).toEqual([]);
        }
      }),
      { numRuns: cases(60) },
    );
  });

  it('scans are valid, as lines, whole, and as SARIF', () => {
    const scan = exampleScan();
    for (const file of scan.files) expect(complaints('scanLine', scanLine(file))).toEqual([]);
    expect(complaints('scanReport', renderScanReport('json', scan))).toEqual([]);
    expect(complaints('sarif', renderScanReport('sarif', scan))).toEqual([]);
    expect(complaints('sarif', renderScanReport('sarif', { ...scan, rules: [], files: [] }))).toEqual([]);
  });

  it.each<[keyof typeof VALIDATORS, string]>([
    ['report', renderReport('json', denied()).replace('"deny"', '"maybe"')],
    ['report', renderReport('json', denied()).replace('"reference"', '"referenze"')],
    ['line', '{"type":"finding"}'],
    [
      'scanLine',
      '{"path":"x","kind":"pickle","size":1,"coverage":"whole","verdict":"fine","newVerdict":"clean","findings":[],"known":[]}',
    ],
    ['sarif', '{"version":"2.1.0","runs":[{}]}'],
  ])('the schema %s refuses what is not so', (schema, text) => {
    expect(complaints(schema, text)).not.toEqual([]);
  });
});

describe('the kinds of files', () => {
  it.each(['scan-line-1.0', 'scan-report-1.0', 'vet-report-1.0'])('are all in the schema %s', (name) => {
    const { $defs } = load(`${name}.schema.json`) as unknown as { $defs: { fileKind: { enum: unknown } } };
    expect($defs.fileKind.enum).toEqual(FILE_KINDS);
  });
});

describe('JSON', () => {
  it('holds the vetting unchanged, and adds to each finding its identity', () => {
    const vetting = denied();
    const report = JSON.parse(renderReport('json', vetting));
    const found = report.dossier.checks.flatMap(
      (one: { outcome: { findings?: unknown[] } }) => one.outcome.findings ?? [],
    );
    expect(found.map(({ identity }: { identity: string }) => identity)).toEqual(
      findingsIn(vetting.dossier).map(identityOf),
    );
    const without = JSON.parse(JSON.stringify(report, (key, value) => (key === 'identity' ? undefined : value)));
    expect(without).toEqual(JSON.parse(JSON.stringify(vetting)));
  });

  it('brings no misleading character to a terminal, and loses none', () => {
    const text = '\u202E\u009B31m\u2028\u{E0041}';
    const json = renderReport('json', hostile(text));
    expect(json).toMatch(/^[\n\x20-\x7e’]*$/);
    expect(JSON.parse(json).reference).toBe(text);
  });

  it('says the verdict in the last line of the lines, after every finding', () => {
    const lines = linesOf(renderReport('jsonl', denied())).map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual([...findingsIn(denied().dossier).map(() => 'finding'), 'summary']);
    expect(lines[0]).toMatchObject({ says: 'malicious' });
    expect(lines.at(-1)).toMatchObject({ verdict: 'deny', findings: 9, files: 14 });
  });
});

interface SarifRun {
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly unknown[] },
  ];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly partialFingerprints: Record<string, string>;
    readonly suppressions?: readonly unknown[];
    readonly locations?: readonly {
      readonly physicalLocation: { readonly region: Record<string, number> };
      readonly logicalLocations?: readonly unknown[];
    }[];
  }[];
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
}

function runOf(text: string): SarifRun {
  return JSON.parse(text).runs[0];
}

describe('SARIF', () => {
  const run = runOf(renderReport('sarif', denied()));

  it('has a result a finding, each with its rule and its identity', () => {
    const identities = run.results.map(({ partialFingerprints }) => partialFingerprints['weighbridgeIdentity/v1']);
    expect(new Set(identities)).toEqual(new Set(findingsIn(denied().dossier).map(identityOf)));
    expect(identities).toHaveLength(findingsIn(denied().dossier).length);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('says that the run was not successful when a check broke, and which checks were silent', () => {
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2);
    expect(runOf(renderReport('sarif', admitted())).invocations[0]).toMatchObject({ executionSuccessful: true });
    const silent = [check('a', 'Is it?', { kind: 'unanswered', missing: ['hub-model'] })];
    const unanswered = { ...denied(), dossier: { ...denied().dossier, checks: silent } };
    expect(runOf(renderReport('sarif', unanswered)).invocations[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'warning' }],
    });
  });

  it('gives every place a line, as code hosts ask, and no offset that counts from within a member', () => {
    const places = [run, runOf(renderScanReport('sarif', exampleScan()))].flatMap(({ results }) =>
      results.flatMap(({ locations = [] }) => locations),
    );
    expect(places.length).toBeGreaterThan(10);
    for (const { physicalLocation, logicalLocations } of places) {
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      if (logicalLocations !== undefined) expect(physicalLocation.region).toEqual({ startLine: 1 });
    }
    expect(places.map(({ physicalLocation }) => physicalLocation.region)).toContainEqual({ startLine: 12 });
  });

  it('says that a run was not successful which did not look at every path', () => {
    const scan = runOf(renderScanReport('sarif', exampleScan()));
    expect(scan.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { descriptor: { id: 'path-unopened' }, level: 'error', properties: { path: 'gone' } },
      ],
    });
    const whole = runOf(renderScanReport('sarif', { ...exampleScan(), unopened: [] }));
    expect(whole.invocations[0]).toEqual({ executionSuccessful: true });
  });

  it.each([
    ['models/a b.pkl', { uri: 'models/a%20b.pkl', uriBaseId: '%SRCROOT%' }],
    ['/srv/house/models/a.pkl', { uri: 'models/a.pkl', uriBaseId: '%SRCROOT%' }],
    ['./models/../a.pkl', { uri: 'a.pkl', uriBaseId: '%SRCROOT%' }],
    ['../x/a.pkl', { uri: 'file:///srv/x/a.pkl' }],
    ['/srv/houses/a.pkl', { uri: 'file:///srv/houses/a.pkl' }],
    ['../../../../etc/a#b', { uri: 'file:///etc/a%23b' }],
    ['hf:org/name@main/a.pkl', { uri: 'hf%3Aorg/name%40main/a.pkl' }],
    ['https://host.example/a b.pkl', { uri: 'https://host.example/a%20b.pkl' }],
  ])('finds %s from the folder that the scan was started in', (path, location) => {
    const place = placeBelow('/srv/house');
    expect(place.bases).toMatchObject({ '%SRCROOT%': { uri: 'file:///srv/house/' } });
    expect(place.locationOf(path)).toEqual(location);
  });

  it('marks waived findings as suppressed', () => {
    expect(run.results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(1);
  });

  it('names no host, no scheme and no parent folder, whatever a path holds', () => {
    const base = 'https://base.example/model/';
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(fc.constantFrom('..', '.', '', 'a', '%2e', 'c:', '\\')).map((x) => x.join('/')),
        ),
        (path) => {
          expect(new URL(relativeUri(path), base).href.startsWith(base)).toBe(true);
        },
      ),
    );
  });
});

it.each<[ReportFormat]>([['json'], ['jsonl'], ['sarif'], ['markdown'], ['html']])(
  'the report %s of one vetting is one text, ended by a line feed',
  (format) => {
    expect(renderReport(format, denied())).toBe(renderReport(format, denied()));
    expect(renderReport(format, denied()).endsWith('\n')).toBe(true);
  },
);

it.each<[ScanFormat]>([['json'], ['jsonl'], ['sarif'], ['markdown']])(
  'the scan report %s ends with a line feed',
  (format) => {
    expect(renderScanReport(format, exampleScan()).endsWith('\n')).toBe(true);
  },
);
