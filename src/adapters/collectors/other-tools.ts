import { z } from 'zod';
import { TOOL_IDS, type ToolId } from '../../domain/evaluator.ts';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Collector, CollectRequest } from '../../ports/collector.ts';
import { readProjectHealth } from './tools/project-health.ts';
import { readToolReport } from './tools/read-report.ts';
import { runTool } from './tools/run-tool.ts';
import { tieReport } from './tools/tie.ts';

const tool = z.enum([...TOOL_IDS, 'scorecard']);
const askedShape = z.object({
  imports: z.array(z.object({ tool, name: z.string(), text: z.string() })),
  runs: z.array(z.object({ tool, command: z.string() })),
});

/** Reports of tools that people already trust: imported by the caller, or made here by running the tool. */
export const otherToolsCollector: Collector = {
  id: 'other-tools',
  brings: ['tool-report', 'project-health'],
  collect: async (request) => {
    const asked = request.asked.get('other-tools');
    if (asked === undefined) return [];
    const { imports, runs } = askedShape.parse(JSON.parse(asked));
    const evidence = imports.map((one) => evidenceIn(request, { ...one, ranHere: false }));
    for (const { tool: id, command } of runs) {
      if (request.model.localPath === null) {
        throw new WeighbridgeError('tool-failed', `${id} runs on files of this machine alone`, {
          remedy: 'Vet with --download, or leave out --run.',
        });
      }
      request.onNotice(`running ${id}`);
      const text = await runTool(id, command, placeOf(request, request.model.localPath), request.signal);
      evidence.push(evidenceIn(request, { tool: id, name: id, text, ranHere: true }));
    }
    return evidence;
  },
};

/** What a tool's report on these files is as evidence. Throws `evidence-invalid`. */
export function toolEvidence(
  { artifact, now }: CollectRequest,
  {
    collector,
    tool: id,
    name,
    text,
    ranHere,
  }: Omit<Report, 'tool'> & { readonly collector: string; readonly tool: ToolId },
): Evidence {
  const report = tieReport(
    malformedIsInvalid(name, () => readToolReport(id, text)),
    artifact.files,
    ranHere,
  );
  return evidenceOf('tool-report', collector, now, { name, ...report });
}

/** The folder; of a model that is one file, that file and nothing beside it. */
export function placeOf({ artifact }: CollectRequest, localPath: (path: string) => string): string {
  const [only, second] = artifact.files;
  const isOneFile = only !== undefined && second === undefined && only.path === artifact.origin.name;
  return isOneFile ? localPath(only.path) : localPath('').replace(/\/$/, '');
}

interface Report {
  readonly tool: z.output<typeof tool>;
  readonly name: string;
  readonly text: string;
  readonly ranHere: boolean;
}

function evidenceIn(request: CollectRequest, { tool: id, ...report }: Report): Evidence {
  if (id !== 'scorecard') return toolEvidence(request, { ...report, tool: id, collector: 'other-tools' });
  const health = malformedIsInvalid(report.name, () => readProjectHealth(report.text));
  return evidenceOf('project-health', 'other-tools', request.now, health);
}

function malformedIsInvalid<Read>(name: string, read: () => Read): Read {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause;
    throw new WeighbridgeError('evidence-invalid', `${name}: ${cause.message}`, { cause });
  }
}
