import { once } from 'node:events';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ORIGINS, type Origin } from '../../domain/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { nearest } from '../../kernel/nearest.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import { refusal } from '../guard/answer.ts';
import { guardsOf } from '../guard/guards.ts';
import { registerImage } from '../guard/image.ts';
import { type Line, linesOf } from '../guard/lines.ts';
import { type Guards, NO_JSON, textOfLine } from '../guard/question.ts';
import type { GuardDesk, GuardSetup, Headers } from '../guard/setup.ts';
import type { Io } from '../io.ts';
import { portFrom } from '../numbers.ts';
import { several } from '../options.ts';
import type { Register } from '../register.ts';
import { fold, paperFor } from '../terminal/paper.ts';

interface Options {
  readonly policy?: readonly string[];
  readonly protect?: readonly string[];
  readonly origin: Origin;
  readonly serve?: number;
  readonly host: string;
  readonly pseudonymKey?: string;
}

const HELP = `
Reads lines {"text": "…"} (also "origin"; "channel", "team", "key" and "region", which a policy's conditions may ask for;
"policy", the name of a policy given with --policy; "id", which comes back) from standard input. Answers each, in order, with
{"action", "findings": [{"type", "detector", "start", "end", "score"}], "text", "origin", "ms"}: the action is allow, flag,
redact or block, offsets count code points, "text" is what may go on, and unsafe code has "advice" beside it. A line that cannot be read,
is blank, or has a field that there is not, is blocked, with an "error": the n-th answer is the n-th line's. Without a policy
the built-in one holds.

With "context": {"earlier": ["…"], "canaries": ["wb…"]} it is told, too, when an address repeats what was said earlier, or
when a word shows up that was planted in a prompt.

With --pseudonym-key, an answer whose text has pseudonyms has a sealed "vault" beside it. {"text", "origin": "assistant", "vault",
"restore": true} is the way back: the model's answer is guarded, and then says again what was sent. The same vault on a further
question keeps its pseudonyms. A line may name a "tenant": the vault of one opens for no other.

A line {"transcript": {"segments": [{"start", "end", "text", "words"?}]}, "headers"?} is answered with times and what to mute.

Examples:
  echo '{"text": "mail me at ann@example.com"}' | weighbridge guard
  weighbridge guard --origin assistant --policy guard.yaml < texts.jsonl > answers.jsonl
  weighbridge guard --origin assistant --protect handbook/   tell what stands word for word in these texts
  weighbridge guard --policy guard.yaml --pseudonym-key key   pseudonyms that lead back (openssl rand -hex 32 > key)
  weighbridge guard --serve 8088 --policy guard.yaml          the same over HTTP: POST one line as a body
  weighbridge guard test rows.jsonl                           recall, false alarms and latency on rows of your own
  weighbridge guard calibrate traffic.jsonl --budget 0.01     thresholds for your own traffic
  weighbridge guard policy guard.yaml                         mistakes, with line and column
  weighbridge guard classifier install                        what runs a policy's classifiers`;

/** A text that takes long does not keep the others waiting. */
const SERVING_THREADS = 2;

export const register: Register = (program, io, done) => {
  const guard = program
    .command('guard')
    .description('Find secrets, personal data, injected instructions and more in texts, and redact or block them.')
    .option('--policy <file>', 'a GuardPolicy in YAML; several may be given, the first is the one that holds', several)
    .option(
      '--protect <folder>',
      'find what stands word for word in a text of this folder; several may be given',
      several,
    )
    .addOption(new Option('--origin <who>', 'who wrote the text').choices([...ORIGINS]).default('user'))
    .option('--pseudonym-key <file>', 'a secret of 32 characters or more, which pseudonyms lead back by')
    .option('--serve <port>', 'answer POST bodies on this port instead', portFrom)
    .option('--host <address>', 'the address to serve on', '127.0.0.1')
    .addHelpText('after', HELP)
    .allowExcessArguments()
    .action(async (options: Options, command: Command) => {
      refuseUnknown(command);
      const serves = options.serve !== undefined;
      const desk = await io.guardApart({ ...(await setupOf(io, options)), serves }, serves ? SERVING_THREADS : 1);
      tellRemarks(io, desk.remarks);
      try {
        if (options.serve === undefined) await answerLines(io, desk);
        else await serve(io, desk, { host: options.host, port: options.serve });
      } finally {
        await desk.close();
      }
      done(EXIT.ok);
    });
  guard
    .command('test')
    .description(
      'Run rows {"id", "text", "label", "kind", "want"?, "origin"?, "channel"?, …} (label 1 is to be told, 0 is to pass) and count: recall, false alarms, latency by kind.',
    )
    .argument('<rows>', 'a file of JSON lines')
    .addOption(new Option('--format <name>', 'text or json').choices(['text', 'json']).default('text'))
    .option('--policy <file>', POLICY_HERE, several)
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge guard test rows.jsonl\n  weighbridge guard test rows.jsonl --format json',
    )
    .action(async (rows: string, { format, policy }: { format: string; policy?: readonly string[] }) => {
      const { testRows } = await import('../guard/test.ts');
      const guards = await guardsFor(io, bothOf(guard.opts<Options>(), policy));
      io.stdout.write(await testRows(io, { rows, format, guards }));
      done(EXIT.ok);
    });
  registerCalibrate(guard, io, done);
  registerReplay(guard, io, done);
  registerPolicy(guard, io, done);
  registerIndex(guard, io, done);
  registerImage(guard, io, done);
  registerCanary(guard, io, done);
  registerClassifier(guard, io, done);
};

const POLICY_HERE = 'the same as before the word';

/** What stood before the word of a command below, with the policies that stood behind it. */
function bothOf(said: Options, policy: readonly string[] | undefined): Options {
  return policy === undefined ? said : { ...said, policy: [...(said.policy ?? []), ...policy] };
}

/** A misspelt command below this one would be taken for texts that never come. */
function refuseUnknown(command: Command): void {
  const [word] = command.args;
  if (word === undefined) return;
  const meant = nearest(
    word,
    command.commands.map((below) => below.name()),
  );
  const hint = meant === undefined ? '' : `\n(Did you mean ${meant}?)`;
  command.error(`error: unknown command '${printable(word)}'${hint}`, { code: 'commander.unknownCommand' });
}

function registerCalibrate(guard: Command, io: Io, done: (code: number) => void): void {
  guard
    .command('calibrate')
    .description(
      'Find the thresholds that keep false alarms on your own benign texts within a budget; tell what drifts.',
    )
    .argument('<texts>', 'a file of JSON lines {"text", "origin"?}, none of which should be found')
    .option('--budget <share>', 'the share of texts in which something may be found', shareOf, 0.01)
    .option('--compare <file>', 'what an earlier run gave with --format json: types whose rate is another now are told')
    .addOption(
      new Option('--format <name>', 'yaml to paste into a policy, or json').choices(['yaml', 'json']).default('yaml'),
    )
    .option('--policy <file>', POLICY_HERE, several)
    .addHelpText(
      'after',
      `
Examples:
  weighbridge guard calibrate traffic.jsonl --budget 0.005
  weighbridge guard calibrate june.jsonl --format json > june.json
  weighbridge guard calibrate july.jsonl --compare june.json   exits with 3 where a rate is another

It exits with 3 also where no threshold keeps the budget.`,
    )
    .action(async (texts: string, { policy, ...options }: TuneOptions) => {
      const { calibrateTexts } = await import('../guard/tune.ts');
      const [file, other] = bothOf(guard.opts<Options>(), policy).policy ?? [];
      if (other !== undefined)
        throw new WeighbridgeError(
          'call-invalid',
          `calibrate finds thresholds for one policy, and was given ${other}, too`,
        );
      const open = file === undefined ? await io.guard(null, LOOSE) : await openFile(io, file, LOOSE);
      const call = { texts, ...options, origin: guard.opts<Options>().origin };
      const { text, kept, drifted } = await calibrateTexts(io, open, call);
      io.stdout.write(text);
      done(drifted || !kept ? EXIT.review : EXIT.ok);
    });
}

const LOOSE = { loose: true };

interface TuneOptions {
  readonly budget: number;
  readonly compare?: string;
  readonly format: string;
  readonly policy?: readonly string[];
}

function registerReplay(guard: Command, io: Io, done: (code: number) => void): void {
  guard
    .command('replay')
    .description('Say what a policy would have done about recorded answers, without their texts.')
    .argument(
      '<answers>',
      'a file of JSON lines {"action", "findings": [{"type", "score", "detector"?}], "origin"?, "channel"?, …}, as guard gives them',
    )
    .option('--policy <file>', POLICY_HERE, several)
    .addHelpText('after', '\nExamples:\n  weighbridge guard replay answers.jsonl --policy new.yaml')
    .action(async (answers: string, { policy }: { policy?: readonly string[] }) => {
      const { replayAnswers } = await import('../guard/replay.ts');
      const guards = await guardsFor(io, bothOf(guard.opts<Options>(), policy));
      io.stdout.write(await replayAnswers(io, guards, answers));
      done(EXIT.ok);
    });
}

function registerIndex(guard: Command, io: Io, done: (code: number) => void): void {
  guard
    .command('index')
    .description('Make an index of texts that must not go out word for word; a policy names it under "protect".')
    .argument('<folder>', 'the texts: every file in UTF-8 below it')
    .requiredOption('--out <file>', 'where to write the index')
    .addHelpText('after', '\nExamples:\n  weighbridge guard index handbook/ --out handbook.prints')
    .action(async (folder: string, { out }: { out: string }) => {
      const { indexFolder } = await import('../guard/protect.ts');
      const { bytes, texts, others } = await indexFolder(io, folder);
      await io.write(out, bytes);
      const rest = others === 0 ? '' : others === 1 ? '; 1 file is no text' : `; ${others} files are no texts`;
      io.stdout.write(`${out}: ${texts} ${texts === 1 ? 'text' : 'texts'}, ${bytes.length} bytes${rest}\n`);
      done(EXIT.ok);
    });
}

function registerCanary(guard: Command, io: Io, done: (code: number) => void): void {
  guard
    .command('canary')
    .description('Plant a word in a prompt: where it shows up in an answer, the prompt got out.')
    .argument('<prompt>', 'a file with the prompt')
    .requiredOption(
      '--key <file>',
      'a file with a secret of your own, one line of any text: the same key and prompt give the same word',
    )
    .addHelpText(
      'after',
      `
Writes {"canary", "prompt"}: send the prompt as it is given, and name the word with every answer to look at.

Examples:
  openssl rand -hex 32 > canary.key                            once: the secret, in a file
  weighbridge guard canary prompt.txt --key canary.key         the prompt with its word
  weighbridge guard canary prompt.txt --key canary.key | jq -r .prompt > planted.txt
  echo '{"origin": "assistant", "text": "…", "context": {"canaries": ["wb0123456789abcdef"]}}' | weighbridge guard`,
    )
    .action(async (file: string, { key: keyFile }: { key: string }) => {
      const { canaryFor, plantCanary } = await import('../../guard/conversation.ts');
      const [prompt, key] = [await io.readText(file, LIMITS.policyFile), await io.readText(keyFile, LIMITS.policyFile)];
      if (key.trim() === '') throw new WeighbridgeError('call-invalid', `${keyFile} is empty: it must hold a secret`);
      const canary = canaryFor(key.trim(), prompt);
      io.stdout.write(`${JSON.stringify({ canary, prompt: plantCanary(prompt, canary) })}\n`);
      done(EXIT.ok);
    });
}

function registerClassifier(guard: Command, io: Io, done: (code: number) => void): void {
  guard
    .command('classifier')
    .description('What runs classifiers of your own, which a policy names under "classifiers".')
    .command('install')
    .description('Put onnxruntime-node and a tokenizer into the data folder, by your own npm: some 300 MB.')
    .addHelpText('after', '\nExamples:\n  weighbridge guard classifier install')
    .action(async () => {
      io.stdout.write(`${await io.installClassifiers()}: classifiers can be run now\n`);
      done(EXIT.ok);
    });
}

function registerPolicy(guard: Command, io: Io, done: (code: number) => void): void {
  guard
    .command('policy')
    .description('Check a GuardPolicy; every mistake with its line and column.')
    .argument('<file>', 'a GuardPolicy in YAML')
    .addHelpText('after', '\nExamples:\n  weighbridge guard policy guard.yaml')
    .action(async (file: string) => {
      const { policy } = await openFile(io, file);
      const { remarksOn } = await import('../../guard/remarks.ts');
      io.stdout.write(`${policy.id} v${policy.version}: ${policy.rules.length} rules, ${policy.terms.length} terms\n`);
      tellRemarks(io, remarksOn(policy));
      done(EXIT.ok);
    });
}

function tellRemarks(io: Io, remarks: readonly string[]): void {
  const { width } = paperFor(io.stderr, io.env);
  for (const remark of remarks)
    io.stderr.write(
      `${io.stderr.isTTY ? fold(`note: ${remark}`, width, 0).join('\n') : `note: ${printable(remark)}`}\n`,
    );
}

function shareOf(value: string): number {
  const share = Number(value);
  if (!/^\d*\.?\d+$/.test(value) || share > 1) throw new InvalidArgumentError('Give a share: 0 to 1.');
  return share;
}

async function openFile(io: Io, file: string, how?: Parameters<Io['guard']>[1]) {
  return io.guard({ name: file, text: await io.readText(file, LIMITS.policyFile) }, how);
}

async function setupOf(
  io: Io,
  { policy: files = [], protect = [], origin, pseudonymKey: file }: Options,
): Promise<GuardSetup> {
  const texts = files.map(async (name) => ({ name, text: await io.readText(name, LIMITS.policyFile) }));
  const key = file === undefined ? {} : { pseudonymKey: await io.readText(file, LIMITS.policyFile) };
  return { policies: await Promise.all(texts), protect, origin, ...key };
}

async function guardsFor(io: Io, options: Options): Promise<Guards> {
  const guards = await guardsOf(io, await setupOf(io, options));
  const { remarksOn } = await import('../../guard/remarks.ts');
  for (const { policy } of guards.byPolicy.values()) tellRemarks(io, remarksOn(policy));
  return guards;
}

async function answerLines(io: Io, desk: GuardDesk): Promise<void> {
  for await (const lines of linesOf(io.stdin)) {
    // Some at a time, so that answers go out while others are made.
    for (let first = 0; first < lines.length; first += TOGETHER) {
      const answers = await Promise.all(lines.slice(first, first + TOGETHER).map((line) => answerOne(desk, line)));
      io.stdout.write(`${answers.join('\n')}\n`);
      await io.stdout.drained?.();
    }
    if (io.signal.aborted) return;
  }
}

/** Lines that are answered together. */
const TOGETHER = 64;

async function answerOne(desk: GuardDesk, line: Line, said: Headers = {}): Promise<string> {
  if (line === null) return refusal(`a line may have ${LIMITS.guardLine} bytes at most`);
  const text = textOfLine(line);
  if (text === null) return refusal(NO_JSON);
  return desk.answer(Object.keys(said).length === 0 ? text : { line: text, said });
}

async function serve(io: Io, desk: GuardDesk, { host, port }: { host: string; port: number }): Promise<void> {
  const { createGuardServer } = await import('../guard/serve.ts');
  const server = createGuardServer((body, said) => answerOne(desk, body, said));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw cannotServe(`${host}:${port}`, cause);
  }
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  io.stderr.write(`The guard answers POST on http://${host.includes(':') ? `[${host}]` : host}:${bound}\n`);
  if (!io.signal.aborted) await once(io.signal, 'abort');
  // Whoever waits for an answer gets it, within bounds; nobody new is heard.
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MILLISECONDS);
  await closed;
  clearTimeout(late);
}

/** What a supervisor waits for at least before it ends a program by force. */
const LAST_ANSWERS_MILLISECONDS = 5_000;

function cannotServe(where: string, cause: unknown): WeighbridgeError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = WHY_NOT_SERVED[code] ?? (cause instanceof Error ? cause.message : code);
  return new WeighbridgeError('call-invalid', `cannot serve on ${where}: ${printable(why)}`, {
    cause,
    remedy: 'Give another --serve or --host.',
  });
}

const WHY_NOT_SERVED: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'nobody knows a host of this name',
};
