import { z } from 'zod';
import { EVALUATOR_NAME, type Evaluator, entryOf, saysFailed, TOOL_IDS } from '../../domain/evaluator.ts';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { compareText } from '../../kernel/order.ts';
import type { Collector, CollectRequest } from '../../ports/collector.ts';
import type { Keys } from '../../ports/keys.ts';
import { readDocument } from './evidence-document.ts';
import { placeOf, toolEvidence } from './other-tools.ts';
import { printedBy } from './tools/bounded-child.ts';
import { inOwnFolder } from './tools/own-folder.ts';
import { environment, LIMITS, runTool } from './tools/run-tool.ts';

const ID = 'evaluators';
/** Of a document: it says what came of an evaluation, and where the whole of it is. Bytes. */
const LONGEST_DOCUMENT = 1024 * 1024;

const askedShape = z.object({
  runs: z.array(
    z.object({
      name: z.string().regex(EVALUATOR_NAME),
      tool: z.enum(TOOL_IDS).nullable(),
      program: z.string(),
      args: z.array(z.string()),
      minutes: z.number(),
      environment: z.array(z.string()),
    }),
  ),
  /** What evaluators said of the same bytes before, with the time at which they did. */
  before: z.array(z.object({ kind: z.enum(['external', 'tool-report']), collectedAt: z.string(), body: z.json() })),
});

/**
 * Programs that whoever vets has named, run on the model's files. What one said before stands until it is run again; that
 * the model failed stands beside a later answer that it passed.
 */
export function createEvaluatorCollector(keys: Pick<Keys, 'signers'>): Collector {
  return {
    id: ID,
    brings: ['external', 'tool-report'],
    collect: async (request) => {
      const asked = request.asked.get(ID);
      if (asked === undefined) return [];
      const { runs, before } = askedShape.parse(JSON.parse(asked));
      const again = new Set<Json | undefined>(runs.map(({ name }) => name));
      const evidence: Evidence[] = [];
      const { keys: trusted } = await keys.signers();
      for (const [at, run] of runs.entries()) {
        request.onNotice(`running ${run.name}`);
        request.onProgram({ done: at, total: runs.length, note: run.name });
        evidence.push(await evaluated(request, run, trusted));
      }
      const failedAgain = new Set<Json | undefined>(
        evidence.filter(({ body }) => saysFailed(body)).map(({ body }) => member(body, 'name')),
      );
      const stands = before
        .filter(({ body }) => {
          const name = member(body, 'name');
          return !again.has(name) || (saysFailed(body) && !failedAgain.has(name));
        })
        .map(({ kind, collectedAt, body }) => evidenceOf(kind, ID, collectedAt, asOfToday(body, request.now)));
      // Who ran when makes no other dossier.
      return [...stands, ...evidence].sort((one, other) => compareText(nameIn(one), nameIn(other)));
    },
  };
}

function nameIn({ body }: Evidence): string {
  const name = member(body, 'name');
  return typeof name === 'string' ? name : '';
}

function asOfToday(body: Json, now: string): Json {
  const expiresAt = member(body, 'expiresAt');
  if (!isJsonObject(body) || typeof expiresAt !== 'string') return body;
  return { ...body, expired: !(Date.parse(now) < Date.parse(expiresAt)) };
}

type Trusted = Awaited<ReturnType<Keys['signers']>>['keys'];

async function evaluated(request: CollectRequest, run: Evaluator, trusted: Trusted): Promise<Evidence> {
  const { name, tool } = run;
  const { artifact, model, now, signal } = request;
  if (model.localPath === null || artifact.manifest === null) {
    throw new WeighbridgeError('tool-failed', `${name} runs on files of this machine alone`, {
      remedy: 'Vet a copy on this machine (vet --download; on a server, one below its folder of models).',
    });
  }
  const place = placeOf(request, model.localPath);
  const limits = { milliseconds: run.minutes * 60_000, bytes: tool === null ? LONGEST_DOCUMENT : LIMITS.bytes };
  if (tool !== null) {
    const text = await runTool(tool, run.program, place, signal, limits);
    return givenBy(run, toolEvidence(request, { collector: ID, tool, name, text, ranHere: true }));
  }
  const madeOf = hexOf(artifact.manifest);
  const text = await inOwnFolder((own) => {
    const handedOn = Object.fromEntries(run.environment.map((variable) => [variable, process.env[variable]]));
    const env = { ...environment(own), ...handedOn, WEIGHBRIDGE_MANIFEST: artifact.manifest ?? '' };
    const call = {
      command: run.program,
      args: [...run.args, place],
      cwd: own,
      env,
      signal,
      mustSucceed: true,
    } as const;
    return printedBy(name, call, limits);
  });
  const body = readDocument(name, text, { trusted, now, madeOf });
  if (body.kind === 'waiver')
    throw new WeighbridgeError('evidence-invalid', `${name} printed a waiver: no program waives anything`);
  if (body.result === undefined)
    throw new WeighbridgeError('evidence-invalid', `${name}: it says neither passed nor failed`);
  return givenBy(run, evidenceOf('external', ID, now, body));
}

function givenBy(run: Evaluator, { kind, collector, collectedAt, body }: Evidence): Evidence {
  return evidenceOf(kind, collector, collectedAt, isJsonObject(body) ? { ...body, entry: entryOf(run) } : body);
}
