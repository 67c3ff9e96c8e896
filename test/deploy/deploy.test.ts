import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { debianPostgres, startDebianPostgres } from '../support/debian-postgres.ts';
import { wb } from '../support/world.ts';

const KUBERNETES = 'deploy/kubernetes';

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly securityContext?: unknown;
  readonly resources?: { readonly limits?: { readonly memory?: string } };
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
}

interface Pod {
  readonly automountServiceAccountToken?: boolean;
  readonly hostNetwork?: boolean;
  readonly securityContext?: object;
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes?: readonly object[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata?: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly spec?: {
    readonly template?: { readonly spec: Pod };
    readonly podSelector?: object;
    readonly policyTypes?: unknown;
  };
}

const manifests = readdirSync(KUBERNETES).flatMap((file) =>
  parseAllDocuments(readFileSync(join(KUBERNETES, file), 'utf8')).map((document) => {
    expect(document.errors, file).toEqual([]);
    return document.toJS() as Manifest;
  }),
);
const pods = manifests.flatMap(({ kind, metadata, spec }) =>
  spec?.template === undefined ? [] : [[`${kind} ${metadata?.name}`, spec.template.spec] as const],
);
const containers = pods.flatMap(([pod, { initContainers = [], containers: rest }]) =>
  [...initContainers, ...rest].map((container) => [`${container.name} of ${pod}`, container] as const),
);

describe('the Kubernetes manifests', () => {
  it.each(pods)('let the pod of %s be nobody, with no key to the cluster', (_, pod) => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.hostNetwork).toBeUndefined();
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    for (const volume of pod.volumes ?? []) expect(volume).not.toHaveProperty('hostPath');
  });

  it.each(containers)('let %s write nowhere but into its volumes, and gain nothing', (_, container) => {
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.resources?.limits?.memory).toMatch(/^\d+[MG]i$/);
    expect(container.image).toMatch(/:\d/);
  });

  it('close every pod to the network but for what is named', () => {
    const closed = manifests.find(({ metadata }) => metadata?.name === 'weighbridge-nothing');
    expect(closed?.spec).toMatchObject({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    const namespace = manifests.find(({ kind }) => kind === 'Namespace');
    expect(namespace?.metadata?.labels).toEqual({ 'pod-security.kubernetes.io/enforce': 'restricted' });
  });

  it('start a model server only after verify, on a folder that neither can write', () => {
    const [, pod] = pods.find(([name]) => name === 'Deployment tiny') ?? [];
    const [verify] = pod?.initContainers ?? [];
    expect(verify?.args?.[0]).toBe('verify');
    for (const container of [verify, pod?.containers[0]])
      expect(container?.volumeMounts?.[0]).toEqual({ name: 'models', mountPath: '/models', readOnly: true });
    expect(pod?.volumes?.[0]).toMatchObject({ persistentVolumeClaim: { readOnly: true } });
  });
});

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
}

const compose = parse(readFileSync('deploy/compose/compose.yaml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};

describe('the compose file', () => {
  it.each(['server', 'worker', 'gateway', 'valkey'])('runs %s as nobody, on a root that is read-only', (name) => {
    const service = compose.services[name];
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service?.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('opens ports to this machine alone, and none of the database', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:7203:7203', '127.0.0.1:7204:7204']);
    expect(readFileSync('deploy/compose/compose.yaml', 'utf8')).not.toMatch(/password: \w/i);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync('deploy/Dockerfile', 'utf8').replaceAll('\\\n', ' ').split('\n');
  const named = (instruction: string) => lines.filter((line) => line.startsWith(`${instruction} `));

  it('builds in one stage and runs in another, as nobody, with a look at its health', () => {
    expect(named('FROM')).toHaveLength(2);
    expect(named('USER')).toEqual(['USER 10001:10001']);
    expect(lines.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('RUN')),
    );
    expect(named('HEALTHCHECK')).toHaveLength(1);
    expect(named('ADD')).toEqual([]);
  });

  it('lets no package run a script while it is installed', () => {
    const installs = named('RUN').filter((line) => /npm (?:ci|install|prune)/.test(line));
    expect(installs).toHaveLength(2);
    for (const line of installs) expect(line).toContain('--ignore-scripts');
  });

  it('takes nothing along that the build makes anew or that is nobody’s', () => {
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['.git', 'node_modules', 'dist']),
    );
  });
});

/** What deploy files call, as far as it is ours: `[command, …arguments]`. */
const calls = [
  ...containers
    .filter(([, { image }]) => image.startsWith('weighbridge:'))
    .map(([name, { args = [] }]) => [name, args] as const),
  ...Object.entries(compose.services)
    .filter(([, { image }]) => image.startsWith('weighbridge:'))
    .map(([name, { command = [] }]) => [`${name} of compose`, command] as const),
];

describe('what is deployed', () => {
  it.each(calls)('calls %s by a command and options that there are', async (_, args) => {
    const [command = '', ...rest] = args;
    const { code, stdout } = await wb([command, '--help'], { home: 'dist' });
    expect(code).toBe(0);
    const options = rest.filter((arg) => arg.startsWith('--')).map((arg) => arg.replace(/=.*/s, ''));
    for (const option of options) expect(stdout).toContain(option);
  });

  it('makes the database by a script that can be run', () => {
    expect(statSync('deploy/compose/database.sh').mode & 0o111).not.toBe(0);
  });

  const debian = debianPostgres();
  it.skipIf(debian === null)('makes a role by it that is above nothing, whose password may be anything', async () => {
    const external = await startDebianPostgres(debian?.bin ?? '');
    try {
      const { port } = new URL(external.url);
      const secret = `'; drop role x; -- "$(id)" \\`;
      const env = { ...process.env, PGHOST: '127.0.0.1', PGPORT: port, WEIGHBRIDGE_DATABASE_PASSWORD: secret };
      const { status, stderr } = spawnSync('sh', ['deploy/compose/database.sh'], { env, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const database = await openDatabase(`postgresql://weighbridge@127.0.0.1:${port}/weighbridge`);
      await database.close();
    } finally {
      external.stop();
    }
  });
});
