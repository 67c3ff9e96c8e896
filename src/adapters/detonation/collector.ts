import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { Collector, CollectRequest } from '../../ports/collector.ts';
import { runInChamber } from './chamber.ts';
import { EXIT, type Loader, SCRIPT, trialsOf } from './loaders.ts';
import { findPython, type Python } from './python.ts';

const ID = 'detonation';
/** Trials of one model; each takes seconds. The rest is named as not tried. */
const MOST_TRIALS = 32;
const PROGRAMS = ['bwrap', 'strace', 'prlimit'] as const;

/** Loads the model's files for real, in a chamber, and writes down what they do. Only when asked; never without the chamber. */
export const detonationCollector: Collector = {
  id: ID,
  brings: ['detonation-request', 'detonation'],
  collect: async (request) => {
    const python = request.asked.get(ID);
    if (python === undefined) return [];
    if (request.model.localPath === null) {
      throw new WeighbridgeError(
        'call-invalid',
        '--detonate loads files of this machine: fetch the model with --download',
      );
    }
    const asked = evidenceOf('detonation-request', ID, request.now, {});
    const chamber = await chamberFor(python === '' ? '/usr/bin/python3' : python);
    if (typeof chamber === 'string') {
      request.onNotice(`nothing was loaded: ${chamber}`);
      return [evidenceOf('detonation-request', ID, request.now, { refused: chamber })];
    }
    return [asked, await detonate(request, chamber)];
  },
};

/** The interpreter; or why nothing can be tried here. */
async function chamberFor(program: string): Promise<Python | string> {
  if (process.platform !== 'linux') return 'the chamber is made of bubblewrap, which runs on Linux';
  const missing = PROGRAMS.filter((name) => !isOnPath(name));
  if (missing.length > 0) return `${missing.join(' and ')} not found: apt-get install bubblewrap strace util-linux`;
  return (await findPython(program)) ?? `${program} is no Python that answers`;
}

async function detonate(request: CollectRequest, python: Python): Promise<Evidence> {
  const trials = trialsOf(request.artifact);
  const runs: Json[] = [];
  for (const { loader, path } of trials.slice(0, MOST_TRIALS)) {
    request.onNotice(`loading ${path ?? 'the folder'} with ${loader.id}`);
    runs.push(await tryOne(request, python, loader, path));
  }
  const untried = trials.slice(MOST_TRIALS).map(({ path }) => path ?? '');
  return evidenceOf('detonation', ID, request.now, { runs, untried });
}

async function tryOne(
  { artifact, model, signal }: CollectRequest,
  python: Python,
  { id }: Loader,
  path: string | null,
): Promise<Json> {
  const [first] = artifact.files;
  const at = (name: string): string => model.localPath?.(name) ?? '';
  const one = artifact.files.length === 1 && first !== undefined ? first.path : null;
  // One file alone is shown alone: its folder is none of the model's.
  const input =
    one === null
      ? { outside: folderOf(at(first?.path ?? ''), first?.path ?? ''), inside: '/model' }
      : { outside: at(one), inside: `/model/${one}` };
  const target = path === null ? '/model' : `/model/${path}`;
  const ended = await runInChamber({ python, script: SCRIPT, args: [id, target], input }, signal);
  signal.throwIfAborted();
  const { acts, more, began, returned } = ended.trace;
  return {
    path,
    loader: id,
    outcome: outcomeOf(ended.code, ended.why, began, returned),
    said: ended.said.toWellFormed().slice(-300),
    acts: acts.map(({ kind, what }) => ({ kind, what: what.toWellFormed() })),
    more,
  };
}

function folderOf(file: string, path: string): string {
  return file.slice(0, file.length - path.length).replace(/\/+$/, '') || '/';
}

function outcomeOf(code: number | null, why: string, began: boolean, returned: boolean): string {
  if (code === EXIT.missing) return 'missing';
  if (!began) return 'no-start';
  if (code === EXIT.raised) return 'raised';
  if (code === EXIT.loaded && returned) return 'loaded';
  return why === 'itself' ? 'ended' : why;
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
