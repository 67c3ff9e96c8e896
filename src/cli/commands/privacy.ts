import { Option } from 'commander';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type PrivateTraining, privacySpent } from '../../stats/privacy.ts';
import { EXIT } from '../exit.ts';
import { fraction, positive, whole } from '../numbers.ts';
import type { Register } from '../register.ts';

const HELP = `
For DP-SGD, and for federated averaging with noise: every step takes each example (or client) with the same probability,
clips what it gives, and adds Gaussian noise. The answer is the epsilon of a Renyi accountant (Mironov, Talwar and Zhang
2019; conversion by Canonne, Kamath and Steinke 2020), for adding or removing one example or client. It is an upper bound
that holds: an accountant that works with whole distributions may claim somewhat less.

Examples:
  weighbridge privacy --sampling-rate 0.04 --noise-multiplier 1.5 --steps 2250 --delta 1e-5
  weighbridge privacy --batch-size 256 --examples 60000 --epochs 60 --noise-multiplier 1.1 --delta 1e-5
  weighbridge privacy --clients-per-round 100 --clients 5000 --rounds 1000 --noise-multiplier 1.0 --delta 1e-6
  weighbridge privacy ... --claimed-epsilon 3 --format json

Exit codes: 0 computed, and no claim is lower · 1 the claim is lower than the arithmetic allows · 2 wrong call`;

interface Options {
  readonly samplingRate?: number;
  readonly batchSize?: number;
  readonly examples?: number;
  readonly epochs?: number;
  readonly clientsPerRound?: number;
  readonly clients?: number;
  readonly rounds?: number;
  readonly steps?: number;
  readonly noiseMultiplier: number;
  readonly noiseAddedBy: 'server' | 'client';
  readonly delta: number;
  readonly claimedEpsilon?: number;
  readonly format: 'text' | 'json';
}

export const register: Register = (program, io, done) => {
  program
    .command('privacy')
    .description('What differential privacy a training really gives.')
    .option('--sampling-rate <q>', 'part of the data in one step', fraction)
    .option('--batch-size <n>', 'instead of a rate, with --examples', whole)
    .option('--examples <n>', 'examples in all', whole)
    .option('--epochs <n>', 'instead of --steps, with --batch-size', positive)
    .option('--steps <n>', 'steps in all', whole)
    .option('--clients-per-round <n>', 'federated: clients in one round, with --clients', whole)
    .option('--clients <n>', 'federated: clients in all', whole)
    .option('--rounds <n>', 'federated: rounds in all', whole)
    .requiredOption('--noise-multiplier <s>', 'deviation of the noise over the clip norm', positive)
    .addOption(
      new Option('--noise-added-by <who>', 'a client’s share of noise adds up over the round’s clients')
        .choices(['server', 'client'])
        .default('server'),
    )
    .requiredOption('--delta <d>', 'the chance that it does not hold, below 1', fraction)
    .option('--claimed-epsilon <e>', 'what somebody claims, to be held against it', positive)
    .addOption(new Option('-f, --format <format>', 'how to answer').choices(['text', 'json']).default('text'))
    .addHelpText('after', HELP)
    .action((options: Options) => {
      const training = trainingOf(options);
      const { epsilon, order } = privacySpent(training);
      const claimed = options.claimedEpsilon ?? null;
      const lower = claimed !== null && isLower(claimed, epsilon);
      const answer = {
        epsilon: finite(epsilon),
        order: finite(order),
        ...training,
        claimedEpsilon: claimed,
        claimIsLower: lower,
      };
      io.stdout.write(
        options.format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : render(training, epsilon, claimed),
      );
      done(lower ? EXIT.deny : EXIT.ok);
    });
};

/** A claim is rounded to the digits it has: 7.3 is no lie for 7.33. */
function isLower(claimed: number, epsilon: number): boolean {
  const digits = (String(claimed).split('.')[1] ?? '').length;
  return claimed + 0.5 * 10 ** -digits < epsilon;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function trainingOf(options: Options): PrivateTraining {
  const { noiseMultiplier, delta, clientsPerRound } = options;
  if (delta >= 1) throw new WeighbridgeError('call-invalid', '--delta is below 1: at 1 nothing is promised');
  const shares = options.noiseAddedBy === 'client' ? clientsPerRound : 1;
  if (shares === undefined)
    throw new WeighbridgeError('call-invalid', 'noise added by clients needs --clients-per-round');
  return {
    samplingRate: rateOf(options),
    steps: stepsOf(options),
    // Independent noises of m clients have sqrt(m) times the deviation of one, in their sum.
    noiseMultiplier: noiseMultiplier * Math.sqrt(shares),
    delta,
  };
}

function rateOf({ samplingRate, batchSize, examples, clientsPerRound, clients }: Options): number {
  if (samplingRate !== undefined) return samplingRate;
  const pairs = [
    [batchSize, examples],
    [clientsPerRound, clients],
  ] as const;
  for (const [part, all] of pairs) {
    if (part === undefined || all === undefined) continue;
    if (part > all) throw new WeighbridgeError('call-invalid', `${part} of ${all} is more than all`);
    return part / all;
  }
  throw new WeighbridgeError(
    'call-invalid',
    'give --sampling-rate, or --batch-size with --examples, or --clients-per-round with --clients',
  );
}

function stepsOf({ steps, rounds, epochs, batchSize, examples }: Options): number {
  const given = steps ?? rounds;
  if (given !== undefined) return given;
  if (epochs !== undefined && batchSize !== undefined && examples !== undefined)
    return Math.max(1, Math.ceil((epochs * examples) / batchSize));
  throw new WeighbridgeError('call-invalid', 'give --steps, or --rounds, or --epochs with --batch-size and --examples');
}

function render(
  { samplingRate, noiseMultiplier, steps, delta }: PrivateTraining,
  epsilon: number,
  claimed: number | null,
): string {
  const bound = Number.isFinite(epsilon) ? epsilon.toFixed(4) : 'none';
  const lines = [
    `epsilon ${bound} at delta ${delta}`,
    `for ${steps} steps, each with ${(100 * samplingRate).toPrecision(4)} % of the data and noise ${noiseMultiplier.toPrecision(4)}`,
  ];
  if (claimed !== null) {
    lines.push(
      isLower(claimed, epsilon)
        ? `The claim of ${claimed} is lower than this arithmetic allows.`
        : `The claim of ${claimed} is not lower than this arithmetic allows.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
