import { z } from 'zod';
import type { ToolId } from '../../../domain/evaluator.ts';
import { MalformedError } from '../../../kernel/bytes.ts';
import { scanJson } from '../../../kernel/json-scan.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { MOST_ISSUES, type ToolIssue, type ToolReport } from './report.ts';

/** Reads what a tool wrote. Throws MalformedError for what is no report of that tool. */
export function readToolReport(tool: ToolId, text: string): ToolReport {
  const read = { modelscan: ofModelScan, picklescan: ofPicklescan, modelaudit: ofModelAudit }[tool];
  return read(text);
}

const SEVERITIES: Readonly<Record<string, ToolIssue['severity']>> = {
  critical: 'critical',
  error: 'high',
  high: 'high',
  medium: 'medium',
  warning: 'medium',
  low: 'low',
  info: 'low',
  debug: 'low',
};

function severityOf(word: string): ToolIssue['severity'] {
  return SEVERITIES[word.toLowerCase()] ?? 'high';
}

const modelScan = z.looseObject({
  summary: z.looseObject({
    modelscan_version: z.string(),
    scanned: z.looseObject({ scanned_files: z.array(z.string()).default([]) }),
  }),
  issues: z
    .array(
      z.looseObject({
        description: z.string(),
        source: z.string(),
        severity: z.string(),
        module: z.string().optional(),
        operator: z.string().optional(),
      }),
    )
    .max(MOST_ISSUES),
  errors: z.array(z.unknown()).max(MOST_ISSUES).default([]),
});

/** ModelScan 0.8 (`modelscan -p … -r json`). */
function ofModelScan(text: string): ToolReport {
  const { summary, issues, errors } = shaped(modelScan, text, 'ModelScan');
  return {
    tool: 'modelscan',
    version: summary.modelscan_version,
    scanned: summary.scanned.scanned_files,
    issues: issues.map(({ description, source, severity, module, operator }) => ({
      place: source,
      severity: severityOf(severity),
      what: description,
      operation: module !== undefined && operator !== undefined ? `${module}.${operator}` : null,
    })),
    errors: errors.map((error) => JSON.stringify(error).slice(0, LIMITS.quotation)),
    digests: {},
  };
}

const FOUND = /^(.{1,4096}): (dangerous|suspicious) import '(\S+) (\S+)' FOUND$/;

/** Picklescan 1.0 prints lines and no JSON; its summary stands at the end of every whole report. */
function ofPicklescan(text: string): ToolReport {
  if (!/^Scanned files: \d+$/m.test(text) || !/^Infected files: \d+$/m.test(text)) {
    throw new MalformedError('no report of picklescan: it has no summary', 0);
  }
  const issues: ToolIssue[] = [];
  const errors: string[] = [];
  for (const line of text.split('\n').slice(0, 100_000)) {
    const [, place = '', how, module = '', name = ''] = FOUND.exec(line) ?? [];
    if (how !== undefined && issues.length < MOST_ISSUES) {
      const severity = how === 'dangerous' ? 'critical' : 'medium';
      issues.push({ place, severity, what: `${how} import`, operation: `${module}.${name}` });
    } else if (/\bERROR\b/.test(line) && errors.length < MOST_ISSUES) errors.push(line.slice(0, LIMITS.quotation));
  }
  return { tool: 'picklescan', version: null, scanned: null, issues, errors, digests: {} };
}

const modelAudit = z.looseObject({
  files_scanned: z.number(),
  issues: z
    .array(
      z.looseObject({
        message: z.string(),
        severity: z.string(),
        location: z.string().nullish(),
        details: z.looseObject({ import_reference: z.string().optional() }).nullish(),
      }),
    )
    .max(MOST_ISSUES),
  file_metadata: z.record(z.string(), z.looseObject({ content_hash: z.string().nullish() })).default({}),
});

/** ModelAudit 0.2 (`modelaudit scan … --format json`). It hashes what it scans, so that its word can be tied to bytes. */
function ofModelAudit(text: string): ToolReport {
  const { issues, file_metadata: files } = shaped(modelAudit, text, 'ModelAudit');
  const digests = Object.entries(files).flatMap(([path, { content_hash: hash }]) =>
    typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? [[path, hash] as const] : [],
  );
  return {
    tool: 'modelaudit',
    version: null,
    scanned: Object.keys(files),
    issues: issues.map(({ message, severity, location, details }) => ({
      place: (location ?? '').replace(/ \(pos \d+\)$/, ''),
      severity: severityOf(severity),
      what: message.slice(0, LIMITS.quotation),
      operation: details?.import_reference ?? null,
    })),
    errors: [],
    digests: Object.fromEntries(digests),
  };
}

export function shaped<T>(shape: z.ZodType<T>, text: string, tool: string): T {
  scanJson(text, LIMITS.jsonDepth);
  const parsed = shape.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MalformedError(
    `no report of ${tool}: ${issue?.path.map(String).join('.') || 'the document'}: ${issue?.message ?? 'is not as it should be'}`,
    0,
  );
}
