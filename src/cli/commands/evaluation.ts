import type { Command } from 'commander';
import type { Control, OutputOf } from '../../contract/control/operations.ts';
import { demandInWords } from '../../domain/review.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { several } from '../options.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { EXIT_OF_STATE } from './request.ts';

type Request = OutputOf<'request.show'>;
type Evaluation = OutputOf<'evaluation.start'> &
  Partial<Pick<OutputOf<'evaluation.show'>, 'progress' | 'said'>> & {
    /** What has become of the request. */
    readonly now?: Pick<Request, 'state' | 'missing' | 'rulings'>;
  };

interface StartOptions extends RemoteOptions {
  readonly evaluator: readonly string[];
  readonly wait: boolean;
}

const HELP = `
A request in review is vetted again, with what the evaluators say of its model. The new dossier is the request's from then on: the
policy rules on it anew, and rulings on the dossier before are void. What fails leaves the request as it was. Which programs the
names stand for, the operator says (weighbridge up --evaluators FILE, and worker).

Examples:
  weighbridge evaluation start 41c0… --evaluator harm --evaluator second-scan
  weighbridge evaluation list 41c0…
  weighbridge evaluation show 7b1e…
  weighbridge evaluation cancel 7b1e…

Exit codes: 0 admitted, or nobody waited · 1 denied · 2 wrong call · 3 in review · 4 nothing came of it · 5 not yours to do`;

export const register: Register = (program, io, done) => {
  const evaluation = program
    .command('evaluation')
    .description('Have an operator’s evaluators run on a request, before people rule on it.')
    .addHelpText('after', HELP);
  remote(evaluation, 'start', 'Run evaluators; wait until the policy has ruled anew.', 'start 41c0… --evaluator harm')
    .argument('<request>', 'its id')
    .requiredOption('--evaluator <name>', 'which; several', several)
    .option('--no-wait', 'do not wait for what comes of it')
    .action(async (request: string, { evaluator, wait, ...options }: StartOptions) => {
      const call = await controlFor(options, io);
      const started = await call('evaluation.start', { request, evaluators: [...evaluator] });
      const ended = wait ? await endOf(call, started, io) : started;
      const now = await call('request.show', { request });
      print(io, options, ended, (one) => renderEvaluation({ ...one, now }));
      done(ended.state === 'done' ? EXIT_OF_STATE[now.state] : ended.state === 'running' ? EXIT.ok : EXIT.couldNotLook);
    });
  remote(evaluation, 'show', 'An evaluation, and what came of it.', 'show 7b1e…')
    .argument('<evaluation>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      const answer = await call('evaluation.show', { evaluation: id });
      const now = await call('request.show', { request: answer.request });
      print(io, options, answer, (one) => renderEvaluation({ ...one, now }));
      done(EXIT.ok);
    });
  remote(evaluation, 'list', 'A request’s evaluations, newest first.', 'list 41c0…')
    .argument('<request>', 'its id')
    .action(async (request: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('evaluation.list', { request, limit: 100 });
      print(io, options, answer, ({ items }) => items.map(evaluationLine).join('') || 'It was never evaluated.\n');
      done(EXIT.ok);
    });
  remote(evaluation, 'cancel', 'Give up an evaluation; nothing comes of it.', 'cancel 7b1e…')
    .argument('<evaluation>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('evaluation.cancel', { evaluation: id });
      print(io, options, answer, renderEvaluation);
      done(EXIT.ok);
    });
};

function remote(evaluation: Command, name: string, description: string, example: string): Command {
  return evaluation
    .command(name)
    .description(description)
    .addHelpText('after', `\nExamples:\n  weighbridge evaluation ${example}`)
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT);
}

/** Evaluators take minutes, or hours: each step is told once. ^C gives up waiting, not the evaluation. */
async function endOf(call: Control, started: Evaluation, io: Io): Promise<Evaluation> {
  let evaluation = started;
  let told = '';
  while (evaluation.state === 'running') {
    if (io.signal.aborted) throw new WeighbridgeError('stopped', `waiting; evaluation ${started.id} goes on`);
    await new Promise((resolve) => setTimeout(resolve, 250));
    evaluation = await call('evaluation.show', { evaluation: started.id });
    const now = evaluation.state === 'running' ? (standing(evaluation) ?? told) : told;
    if (now !== told) io.stderr.write(`${now}\n`);
    told = now;
  }
  return evaluation;
}

/** Milliseconds. A worker tells how far it is once a second: what says nothing for longer has none. */
const PATIENCE = 5000;

function standing({ progress, at }: Evaluation): string | null {
  if (progress == null)
    return Date.now() - Date.parse(at) < PATIENCE ? null : 'waits     for a worker that has its evaluators';
  const { step, done, total, unit, note } = progress;
  if (unit === 'programs') return `evaluate  ${printable(note ?? '')}, ${done + 1} of ${total}`;
  return step;
}

function standingOf({ state, missing }: NonNullable<Evaluation['now']>): string {
  return state !== 'review' || missing === null ? state : `${state}; waits for ${demandInWords(missing)} to rule`;
}

function evaluationLine({ id, state, evaluators, at, outcome, saidFailed }: Evaluation): string {
  const against = saidFailed.length === 0 ? '' : `; ${saidFailed.map(printable).join(', ')} said failed`;
  const came = outcome === null ? '' : `  ${outcome}${against}`;
  return `${id}  ${state.padEnd(9)}  ${at.slice(0, 10)}  ${evaluators.map(printable).join(', ')}${came}\n`;
}

/** What is said besides of an answer, and in its place where it does not count. */
const BUT = {
  'other-model': 'about another model',
  part: 'about a part of it',
  expired: 'expired',
  earlier: 'failed before',
} as const;

function saidLine({ evaluator, result, but, text }: NonNullable<Evaluation['said']>[number]): string {
  const failed = result === 'failed' && but === 'other-model' ? 'failed, ' : '';
  const what = but === null ? result : `${failed}${BUT[but]}`;
  return `  ${printable(evaluator).padEnd(11)} ${what === null ? '' : `${what}: `}${printable(text)}`;
}

function renderEvaluation(evaluation: Evaluation): string {
  const { id, request, state, evaluators, before, dossier, outcome, failure, now, said = [] } = evaluation;
  const at = state === 'running' ? standing(evaluation) : null;
  const isVoid = now?.rulings.some((one) => one.void && one.dossier === before) === true;
  return `${[
    `${state}  ${evaluators.map(printable).join(', ')}`,
    `  evaluation  ${id}`,
    `  request     ${request}${now === undefined ? '' : `, ${standingOf(now)}`}`,
    ...(at === null ? [] : [`  ${at}`]),
    ...said.map(saidLine),
    ...(failure === null ? [] : [`  failed      ${printable(failure)}; the request is as it was`]),
    ...(dossier === null ? [] : [`  dossier     ${dossier}; the policy says ${outcome ?? ''}`]),
    ...(dossier === null || dossier === before
      ? []
      : [`  before      ${before}${isVoid ? '; rulings on it are void' : ''}`]),
  ].join('\n')}\n`;
}
