/** Who may import whom: the whole architecture in one table (ARCHITECTURE.md, section 2). A room always may import itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  domain: ['kernel'],
  formats: ['kernel'],
  text: ['kernel'],
  stats: ['kernel'],
  attest: ['kernel'],
  wire: ['kernel'],
  contract: ['kernel', 'domain'],
  ports: ['kernel', 'domain'],
  intake: ['kernel', 'domain', 'formats'],
  policy: ['kernel', 'domain'],
  licences: ['kernel', 'domain', 'formats'],
  advisories: ['kernel', 'domain'],
  lineage: ['kernel', 'domain', 'formats'],
  papers: ['kernel', 'domain', 'formats'],
  audit: ['kernel', 'domain'],
  guard: ['kernel', 'domain', 'text'],
  scorecard: ['kernel', 'domain'],
  reports: ['kernel', 'domain'],
  analyzers: [
    'kernel',
    'domain',
    'formats',
    'text',
    'intake',
    'attest',
    'licences',
    'advisories',
    'lineage',
    'papers',
    'stats',
  ],
  gateway: ['kernel', 'domain', 'contract', 'wire', 'guard'],
  runner: ['kernel', 'ports', 'wire'],
  client: ['kernel', 'domain', 'contract'],
  http: ['kernel', 'domain', 'contract'],
  cli: ['kernel', 'domain', 'contract', 'reports', 'guard', 'stats'],
  adapters: ['kernel', 'domain', 'ports', 'attest', 'advisories', 'audit'],
  app: [
    'kernel',
    'domain',
    'formats',
    'text',
    'attest',
    'licences',
    'wire',
    'gateway',
    'contract',
    'ports',
    'intake',
    'policy',
    'advisories',
    'lineage',
    'papers',
    'guard',
    'scorecard',
    'reports',
    'analyzers',
    'audit',
  ],
};

/** Rooms that touch the world; `main` beside them. */
export const EDGES: readonly string[] = ['adapters', 'client', 'http', 'cli', 'gateway', 'runner', 'main'];

/** What all rooms may use of Node: it computes, and reaches nothing. */
export const COMPUTES: readonly string[] = ['crypto', 'zlib', 'util', 'assert'];

/** Whose folders are plug-ins, which do not know each other. */
export const PLUGINS: readonly string[] = ['analyzers', 'formats', 'guard/detectors'];

/**
 * What plug-ins may import all the same: protobuf and flatbuffer are grammars that several formats are written in, and no
 * formats of their own, xgboost is a model that is written in two of them; archives borrow the decoders of compressed.
 */
export const SHARED_PLUGINS: readonly string[] = ['protobuf', 'flatbuffer', 'compressed', 'xgboost'].map(
  (name) => `src/formats/${name}/`,
);
