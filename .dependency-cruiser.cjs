/** Who may import whom: the whole architecture in one table (ARCHITECTURE.md, section 2). A room always may import itself. */
const MAY_IMPORT = {
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

const ROOMS = Object.keys(MAY_IMPORT);
const EDGES = ['adapters', 'client', 'http', 'cli', 'gateway', 'runner', 'main'];
const TESTS = '\\.test\\.ts$';
const inside = (rooms) => `^src/(${rooms.join('|')})/`;

const rooms = ROOMS.map((room) => ({
  name: `what-${room}-may-import`,
  severity: 'error',
  from: { path: inside([room]), pathNot: TESTS },
  to: { path: '^src/', pathNot: inside([room, ...MAY_IMPORT[room]]) },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'every-folder-has-a-row',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: inside([...ROOMS, 'main']) },
      to: {},
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'outside-world-only-at-the-edges',
      severity: 'error',
      from: { path: '^src/', pathNot: `${inside(EDGES)}|${TESTS}` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|util|assert)$' },
    },
    {
      name: 'plug-ins-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/(analyzers|formats|guard/detectors)/([^/]+)/', pathNot: TESTS },
      // protobuf and flatbuffer are grammars that several formats are written in, and no formats of their own, xgboost is a model
      // that is written in two of them; archives borrow the decoders of compressed.
      to: { path: '^src/$1/[^/]+/', pathNot: '^src/$1/$2/|^src/formats/(protobuf|flatbuffer|compressed|xgboost)/' },
    },
    { name: 'nobody-imports-a-test', severity: 'error', from: { pathNot: `${TESTS}|^test/` }, to: { path: TESTS } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
