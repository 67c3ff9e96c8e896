import { Option } from 'commander';
import { SILENT } from '../../contract/progress.ts';
import type { FoundModel, OutOfReach } from '../../domain/adoption.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT, exitOfOutcome, worstExit } from '../exit.ts';
import type { Io } from '../io.ts';
import { USE_OPTIONS, useFlagsIn } from '../options.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { type Adopted, renderAdoption, resultWord } from '../terminal/adoption.ts';
import { paperFor } from '../terminal/paper.ts';

interface Options extends RemoteOptions {
  readonly policy: 'default' | 'strict' | 'research';
  readonly offline?: boolean;
  readonly wait: boolean;
}

const HELP = `
Finds folders with weights, MLflow models, Hugging Face caches, Ollama stores, and what Kubernetes manifests serve. Each gets
a first dossier, which is kept; the worst come first. With a server it is asked for each instead: models of a hub by their
name, others by their path below the folder, which the server must see as its --models. Its verdicts are waited for.

Examples:
  weighbridge adopt ~/models
  weighbridge adopt ~/.cache/huggingface/hub --commercial yes --exposure internal
  weighbridge adopt ~/.ollama/models --policy strict
  weighbridge adopt ./deploy --offline                       what manifests name, without asking the hub
  weighbridge adopt /models --server https://weighbridge.example
  weighbridge adopt /models --server https://weighbridge.example --no-wait

Exit codes: 0 all admitted, or asked for · 1 one denied · 2 wrong call · 3 one in review · 4 one could not be looked at`;

export const register: Register = (program, io, done) => {
  const command = program
    .command('adopt')
    .description('Give every model that is there already a first dossier: what the real risk is.')
    .argument('<folder>', 'where the models, or the manifests that name them, lie')
    .addOption(
      new Option('--policy <name>', 'a built-in policy').choices(['default', 'strict', 'research']).default('default'),
    )
    .option('--offline', 'leave out what only a hub has')
    .option('--no-wait', 'with a server: ask for each, and do not wait for the verdicts')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .addHelpText('after', HELP);
  for (const option of USE_OPTIONS) command.addOption(option);
  command.action(async (folder: string, options: Options) => {
    done(await adopt(folder, options, useFlagsIn(command.opts()), io));
  });
};

async function adopt(folder: string, options: Options, use: ReturnType<typeof useFlagsIn>, io: Io): Promise<number> {
  const found = await io.findModels(folder);
  const isRemote = ({ reference }: FoundModel) => /^(hf:|https:)/.test(reference);
  const models = found.models.filter((model) => options.offline !== true || !isRemote(model));
  const outOfReach: readonly OutOfReach[] = [
    ...found.outOfReach,
    ...found.models
      .filter((model) => !models.includes(model))
      .map((model) => ({ ...model, why: 'left out by --offline' })),
  ];
  const handle = options.server === undefined ? vetter(options, use, io) : await asker(folder, options, use, io);
  const results: Adopted[] = [];
  for (const [at, model] of models.entries()) {
    if (io.signal.aborted) throw new WeighbridgeError('stopped', `${at} of ${models.length} were done`);
    io.stderr.write(`${at + 1} of ${models.length}  ${printable(model.name)}\n`);
    results.push(await handle(model).catch((error: unknown) => failed(model, error)));
  }
  if (options.server !== undefined && options.wait)
    for (const [at, result] of results.entries()) results[at] = await settled(result, options, io);
  io.stdout.write(
    options.format === 'json'
      ? asJson(results, outOfReach)
      : renderAdoption(results, outOfReach, paperFor(io.stdout, io.env)),
  );
  return worstExit(results.map(exitOf));
}

function vetter({ policy }: Options, useFlags: ReturnType<typeof useFlagsIn>, io: Io) {
  return async (model: FoundModel): Promise<Adopted> => {
    const weighbridge = await io.weighbridge();
    const input = { reference: model.reference, policy: { kind: 'profile', id: policy }, use: null, useFlags } as const;
    const vetting = await weighbridge.vet(
      { ...input, downloadTo: null, sign: null, keep: true },
      { signal: io.signal, progress: SILENT },
    );
    return { kind: 'vetted', model, vetting };
  };
}

async function asker(folder: string, options: Options, use: ReturnType<typeof useFlagsIn>, io: Io) {
  const call = await controlFor(options, io);
  const { id: owner } = await call('me.show', {});
  const { regions, ...rest } = use;
  return async (model: FoundModel): Promise<Adopted> => {
    const { id: request } = await call('request.open', {
      direction: 'adopt',
      reference: io.belowFolder(folder, model.reference),
      // Who looks at the queue sees what it is called where it lives.
      use: {
        purpose: `In use already: ${model.name} (${model.house})`,
        ...rest,
        ...(regions === undefined ? {} : { regions: [...regions] }),
      },
      policy: options.policy,
      owner,
      role: 'deployer',
    });
    return { kind: 'asked', model, request, state: 'vetting' };
  };
}

/** A request once the server has vetted it: all are asked for before any is waited for. */
async function settled(result: Adopted, options: Options, io: Io): Promise<Adopted> {
  if (result.kind !== 'asked') return result;
  const call = await controlFor(options, io);
  for (let { state } = result; ; ) {
    if (io.signal.aborted) throw new WeighbridgeError('stopped', `${result.request} is ${state}`);
    ({ state } = await call('request.show', { request: result.request }));
    if (state !== 'vetting') return { ...result, state };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** One model that cannot be looked at says so; the others go on. */
function failed(model: FoundModel, error: unknown): Adopted {
  if (!(error instanceof WeighbridgeError) || error.code === 'stopped') throw error;
  return { kind: 'failed', model, error };
}

function exitOf(result: Adopted): number {
  if (result.kind === 'vetted') return exitOfOutcome(result.vetting.verdict.outcome, 'review');
  return result.kind === 'asked' ? EXIT_OF[resultWord(result)] : EXIT.couldNotLook;
}

const EXIT_OF: Readonly<Record<ReturnType<typeof resultWord>, number>> = {
  asked: EXIT.ok,
  admit: EXIT.ok,
  review: EXIT.review,
  deny: EXIT.deny,
  'could not look': EXIT.couldNotLook,
};

function asJson(results: readonly Adopted[], outOfReach: readonly OutOfReach[]): string {
  const models = results.map((result) => ({
    ...result.model,
    result: resultWord(result),
    dossier: result.kind === 'vetted' ? result.vetting.dossier.digest : null,
    request: result.kind === 'asked' ? result.request : null,
    error: result.kind === 'failed' ? result.error.code : null,
  }));
  return `${JSON.stringify({ models, outOfReach }, null, 2)}\n`;
}
