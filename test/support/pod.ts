import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** As far as a manifest of ours has them. */
export interface Container {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly startupProbe?: { readonly httpGet: { readonly path: string } };
}

export interface Pod {
  readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number };
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

/** The pod of an object in `deploy/kubernetes`. */
export function podOf(kind: string, name: string): Pod {
  const folder = 'deploy/kubernetes';
  const objects = readdirSync(folder).flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map(
      (one) => one.toJS() as { kind: string; metadata?: { name?: string }; spec?: { template?: { spec: Pod } } },
    ),
  );
  const found = objects.find((one) => one.kind === kind && one.metadata?.name === name)?.spec?.template?.spec;
  if (found === undefined) throw new Error(`no ${kind} ${name} in ${folder}`);
  return found;
}

/** The files of an image that was built from `deploy/Dockerfile` and unpacked; without one, what it would copy is put together. */
export const IMAGE_ROOT = process.env.WEIGHBRIDGE_IMAGE_ROOT ?? null;

/** Why no container can be played here; null when one can. */
export const NO_SANDBOX =
  spawnSync('bwrap', ['--unshare-all', '--ro-bind', '/', '/', 'true']).status === 0 ? null : 'bubblewrap is absent';

export interface RunOptions {
  /** Folders of this machine by the name of a volume; what is not named is an empty one in memory. */
  readonly volumes: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly network: boolean;
}

/**
 * Runs a container as its manifest writes it: its arguments behind the image's entry point, as its user, without a capability, with
 * its volumes, on a root that is read-only. Not the cluster's part: limits, seccomp's default profile, secrets.
 */
export function start(pod: Pod, container: Container, { volumes, env = {}, network }: RunOptions): ChildProcess {
  const { runAsUser, runAsGroup } = pod.securityContext;
  if (!container.securityContext.readOnlyRootFilesystem) throw new Error('its root could be written');
  const mounts = (container.volumeMounts ?? []).flatMap(({ name, mountPath, readOnly }) => {
    const folder = volumes[name];
    if (folder === undefined) return ['--tmpfs', mountPath];
    return [readOnly === true ? '--ro-bind' : '--bind', folder, mountPath];
  });
  const given = (container.env ?? []).map(({ name, value }) => [name, value ?? ''] as const);
  const all: Readonly<Record<string, string>> = { ...IMAGE_ENV, ...Object.fromEntries(given), ...env };
  const args = [
    ...(network ? ['--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts'] : ['--unshare-all']),
    // The program is the first process, as in a container.
    '--die-with-parent',
    '--as-pid-1',
    '--clearenv',
    '--uid',
    String(runAsUser),
    '--gid',
    String(runAsGroup),
    ...Object.entries(all).flatMap(([name, value]) => ['--setenv', name, value]),
    ...root(),
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    ...mounts,
    '--remount-ro',
    '/',
    '--chdir',
    '/var/lib/weighbridge',
    '--',
    'node',
    '/app/dist/bin.js',
    ...container.args,
  ];
  return spawn('bwrap', args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Tells the first process within to end, as the kubelet does. */
export function terminate({ pid = 0 }: ChildProcess): void {
  const [within] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  process.kill(Number(within), 'SIGTERM');
}

const IMAGE_ENV = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  NODE_ENV: 'production',
  WEIGHBRIDGE_HOME: '/var/lib/weighbridge/home',
};

/** Bound one by one, so that mount points can be made beside them, as a runtime does. */
function root(): readonly string[] {
  if (IMAGE_ROOT !== null) return readdirSync(IMAGE_ROOT).flatMap((name) => bound(join(IMAGE_ROOT, name), `/${name}`));
  const node = dirname(realpathSync(process.execPath));
  const host = ['/usr', '/lib', '/lib64', '/bin', '/etc/ssl'].filter((path) => existsSync(path));
  return [
    ...[...host, ...(node.startsWith('/usr') ? [] : [node])].flatMap((path) => bound(path, path)),
    ...['package.json', 'schemas', 'dist', 'node_modules'].flatMap((name) => ['--ro-bind', name, `/app/${name}`]),
    '--dir',
    '/var/lib/weighbridge',
  ];
}

function bound(from: string, to: string): readonly string[] {
  return lstatSync(from).isSymbolicLink() ? ['--symlink', readlinkSync(from), to] : ['--ro-bind', from, to];
}
