import type { Command } from 'commander';
import type { NamedText } from '../../contract/caller.ts';
import { SILENT } from '../../contract/progress.ts';
import type { VetInput } from '../../contract/vetting.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import { REPORTS, type ReportFormat, renderReport } from '../../reports/table.ts';
import { EXIT, exitOfOutcome, type FailOn } from '../exit.ts';
import type { Io } from '../io.ts';
import { refuseVetted } from '../not-vetted.ts';
import { FAIL_ON, QUIET, several, USE_OPTIONS, useFlagsIn } from '../options.ts';
import { parseOutputs, writeOutputs } from '../outputs.ts';
import type { Register } from '../register.ts';
import { rulePacksFrom } from '../rule-packs.ts';
import { paperFor } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { renderVetting } from '../terminal/vetting.ts';

const FORMATS = REPORTS.map(({ id }) => id);
/** Profiles of the same names are built in; anything else is a file. */
const PROFILES = ['default', 'strict', 'research'];

interface Options {
  readonly policy?: string;
  readonly use?: string;
  readonly format?: readonly string[];
  readonly download?: string | true;
  readonly sign?: string;
  readonly decision?: string;
  readonly attest?: string;
  readonly evidence?: readonly string[];
  readonly import?: readonly string[];
  readonly run?: readonly string[];
  readonly evaluators?: string;
  readonly keep: boolean;
  readonly rules?: readonly string[];
  readonly detonate?: string | true;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly failOn: FailOn;
}

const HELP = `
References:
  ./folder, ./file              on this machine
  hf:org/name[@revision]        on the hub (HF_ENDPOINT, HF_TOKEN), read by range: the model is not downloaded
  https://huggingface.co/org/name[/tree/revision]
  https://host/model.gguf       one file

Policy and use are looked for in this order: the flag; weighbridge.policy.yaml and weighbridge.use.yaml in the folder you
stand in; policy.yaml and use.yaml in your own settings; else the profile default, and a use nobody stated (commercial,
hosted). Nothing inside the model is ever one of them.

Examples:
  weighbridge vet ./my-model
  weighbridge vet hf:org/name@main --use claims.yaml --policy strict
  weighbridge vet hf:org/name --commercial no --exposure internal --policy research
  weighbridge vet ./my-model --format html=report.html --format sarif=report.sarif
  weighbridge vet ./my-model --format json --quiet | jq .verdict.outcome
  weighbridge vet ./my-model --detonate ~/venv/bin/python
  weighbridge vet hf:org/name --download ./name --sign ~/keys/release.key --decision name.decision.json
  weighbridge vet ./my-model --evaluators evaluators.yaml
  weighbridge vet ./my-model --run modelscan --import scorecard=scorecard.json
  weighbridge vet ./my-model --evidence audit.json --sign release.key --attest my-model.intoto.jsonl

Evidence is a DSSE envelope, an in-toto statement, or JSON with kind (certificate, audit, safety-report, acceptance), issuer,
scope and subject (name, digest.sha256), and as you like issuedAt, expiresAt, url, summary. It counts only for the digests it names.

Exit codes: 0 admit · 1 deny · 2 wrong call · 3 review · 4 no dossier could be made`;

export const register: Register = (program, io, done) => {
  const command = program
    .command('vet')
    .description('Look into a model without running or downloading it, and judge it by a policy.')
    .argument('<reference>', 'the model: see below')
    .option('-p, --policy <name|file>', `a built-in profile (${PROFILES.join(', ')}) or an AdmissionPolicy in YAML`)
    .option('-u, --use <file>', 'what the model is for, in YAML');
  for (const option of USE_OPTIONS) command.addOption(option);
  command
    .option(
      '-f, --format <format[=file]>',
      `${FORMATS.join(', ')}; several at once, at most one without a file`,
      several,
    )
    .option('--download [folder]', 'fetch the model, prove every digest the source states; resumes what was begun')
    .option(
      '--sign <key>',
      'sign the decision with this private key (weighbridge key new makes one), or by an identity: sigstore:',
    )
    .option('--decision <file>', 'where the signed decision goes')
    .option('--attest <file>', 'write all that was concluded as signed in-toto statements, one a line; needs --sign')
    .option(
      '--evidence <file>',
      'a certificate, audit, safety report or in-toto statement about these bytes; several',
      several,
    )
    .option('--import <tool=file>', `a report of another tool: ${TOOLS.join(', ')}; several`, several)
    .option('--run <tool[=command]>', 'run such a tool on the files, and compare what it finds; several', several)
    .option(
      '--evaluators <file>',
      'programs of yours that evaluate models: run all of them, and take what they say as evidence',
    )
    .option(
      '--detonate [python]',
      'also load the files for real, in a bubblewrap chamber without a network, and tell what they do (Linux)',
    )
    .option(
      '--rules <file>',
      'rules of your own, besides the built-in ones; several at once (weighbridge help rules)',
      several,
    )
    .option('--no-keep', 'do not keep the dossier in your data folder')
    .addOption(FAIL_ON)
    .addOption(QUIET)
    .option('-v, --verbose', 'show notes too')
    .addHelpText('after', HELP)
    .action(async (reference: string, options: Options, self: Command) =>
      done(await vet(reference, options, self.opts(), io)),
    );
};

async function vet(
  reference: string,
  options: Options,
  all: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<number> {
  const outputs = parseOutputs(options.format ?? [], FORMATS);
  const input = await inputFrom(reference, options, all, io);
  const weighbridge = await io.weighbridge();
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const vetting = await weighbridge.vet(input, { signal: io.signal, progress });
  const { direct, failures } = await writeOutputs(io, outputs, (format: ReportFormat) => renderReport(format, vetting));
  if (!direct) printForPerson(vetting, options, io);
  const code = exitOfOutcome(vetting.verdict.outcome, options.failOn);
  return code === EXIT.ok && failures > 0 ? EXIT.wrongCall : code;
}

function printForPerson(vetting: Vetting, options: Options, io: Io): void {
  const blank = options.quiet === true ? '' : '\n';
  io.stdout.write(
    blank +
      renderVetting(vetting, paperFor(io.stdout, io.env), { verbose: options.verbose === true, kept: options.keep }),
  );
}

async function inputFrom(
  reference: string,
  options: Options,
  all: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<VetInput> {
  const name =
    reference
      .replace(/\/+$/, '')
      .split('/')
      .at(-1)
      ?.replace(/[^A-Za-z0-9._-]+/g, '-') ?? 'model';
  const downloadTo = options.download === undefined ? null : options.download === true ? `./${name}` : options.download;
  if (options.decision !== undefined && options.sign === undefined) {
    throw new WeighbridgeError('call-invalid', '--decision says where a signed decision goes: give --sign KEY too');
  }
  if (options.attest !== undefined && options.sign === undefined) {
    throw new WeighbridgeError('call-invalid', '--attest writes signed statements: give --sign KEY too');
  }
  const vetted = { reference, downloadTo };
  return {
    reference,
    policy: await policyFrom(options, vetted, io),
    use: await textOf(options.use ?? (await found('use', vetted, options, io)), io),
    useFlags: useFlagsIn(all),
    downloadTo,
    sign:
      options.sign === undefined
        ? null
        : { keyFile: options.sign, decisionFile: options.decision ?? `${name}.decision.json` },
    keep: options.keep,
    rulePacks: await rulePacksFrom(options.rules, [reference], downloadTo, io),
    attestFile: options.attest ?? null,
    evaluators:
      options.evaluators === undefined ? null : ((await handedOver([options.evaluators], vetted, io))[0] ?? null),
    asked: await askedFor(options, vetted, io),
  };
}

/** What no collector does unasked, by its id. */
async function askedFor(options: Options, vetted: Vetted, io: Io): Promise<ReadonlyMap<string, string>> {
  const asked = new Map<string, string>();
  if (options.detonate !== undefined) asked.set('detonation', options.detonate === true ? '' : options.detonate);
  if (options.evidence !== undefined) {
    const documents = await handedOver(options.evidence, vetted, io);
    asked.set('external-evidence', JSON.stringify(documents));
  }
  if (options.import !== undefined || options.run !== undefined) {
    asked.set('other-tools', JSON.stringify(await otherTools(options, vetted, io)));
  }
  return asked;
}

/** Tools whose reports are read; the last one speaks of source repositories. */
const TOOLS = ['modelscan', 'picklescan', 'modelaudit', 'scorecard'] as const;

async function otherTools(options: Options, vetted: Vetted, io: Io): Promise<object> {
  const imports = (options.import ?? []).map((value) => toolIn(value, '--import'));
  const files = imports.map(({ rest }) => rest ?? '');
  if (files.includes(''))
    throw new WeighbridgeError('call-invalid', '--import names a file: --import modelscan=report.json');
  const texts = await handedOver(files, vetted, io);
  const runs = (options.run ?? []).map((value) => toolIn(value, '--run'));
  return {
    imports: imports.flatMap(({ tool }, at) => (texts[at] === undefined ? [] : [{ tool, ...texts[at] }])),
    runs: runs.map(({ tool, rest }) => ({ tool, command: rest ?? tool })),
  };
}

function toolIn(value: string, flag: string): { readonly tool: string; readonly rest: string | null } {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  const tool = TOOLS.find((known) => known === name);
  if (tool === undefined)
    throw new WeighbridgeError('call-invalid', `${flag} ${value}: the tools are ${TOOLS.join(', ')}`);
  return { tool, rest: at < 0 ? null : value.slice(at + 1) };
}

/** The texts of files that the caller hands over. One that lies in what is vetted is its publisher's, and is refused. */
async function handedOver(paths: readonly string[], vetted: Vetted, io: Io): Promise<readonly NamedText[]> {
  return Promise.all(
    paths.map(async (path) => {
      await refuseVetted(path, { references: [vetted.reference], downloadTo: vetted.downloadTo }, io);
      return { name: path.split('/').at(-1) ?? path, text: await io.readText(path, LARGEST_EVIDENCE) };
    }),
  );
}

/** A bill of materials, or the report of a tool on a large model. */
const LARGEST_EVIDENCE = 64 * 1024 * 1024;

type Vetted = Parameters<Io['ownFile']>[1];

async function policyFrom(options: Options, vetted: Vetted, io: Io): Promise<VetInput['policy']> {
  const wanted = options.policy;
  if (wanted !== undefined && PROFILES.includes(wanted)) return { kind: 'profile', id: wanted };
  if (wanted !== undefined && /^[\w-]+$/.test(wanted)) {
    const detail = `${wanted} is no profile (${PROFILES.join(', ')}); a file is named with its ending, or with ./ before it`;
    throw new WeighbridgeError('call-invalid', detail);
  }
  const text = await textOf(wanted ?? (await found('policy', vetted, options, io)), io);
  return text === null ? null : { kind: 'text', ...text };
}

/** The caller's own file, when there is one: said aloud, since nobody named it in this call. */
async function found(name: string, vetted: Vetted, options: Options, io: Io): Promise<string | null> {
  const file = await io.ownFile(name, vetted);
  if (file !== null && options.quiet !== true) io.stderr.write(`${name} from ${printable(file)}\n`);
  return file;
}

async function textOf(path: string | null, io: Io): Promise<NamedText | null> {
  return path === null ? null : { name: path, text: await io.readText(path, LIMITS.policyFile) };
}
