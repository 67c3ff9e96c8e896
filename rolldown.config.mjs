import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';

/** Modules by their path below `src`. */
const among =
  (...paths) =>
  (id) =>
    paths.some((path) => id.endsWith(`/src/${path}`) || (path.endsWith('/') && id.includes(`/src/${path}`)));

/**
 * Node takes about half a millisecond to find and link a chunk, so that what a start needs lies in few: each group takes
 * what the named modules import, too, but for what groups above have. What two threads share stands above, so that none
 * loads what only the other one needs; entries themselves stand in no group, since whoever loads one runs it.
 */
const STARTS = [
  {
    name: 'kernel',
    test: among('kernel/', 'main/version.ts', 'adapters/isolation/serve.ts', 'adapters/isolation/stall-watch.ts'),
  },
  {
    name: 'start',
    test: among(
      'cli/run.ts',
      'cli/options.ts',
      'adapters/files/own-files.ts',
      'adapters/process/standard-input.ts',
      'adapters/isolation/worker-isolation.ts',
      'main/config.ts',
      'main/lazily.ts',
    ),
  },
  { name: 'condition', test: among('policy/conditions.ts') },
  { name: 'hash', test: among('adapters/hashing/hash-file.ts') },
  { name: 'text', test: among('text/secrets/', 'text/sieve.ts', 'text/hidden.ts') },
  { name: 'scan', test: among('cli/commands/scan.ts', 'main/compose.ts', 'main/config.ts', 'app/scan.ts') },
  // What the judge of pickles shares with the readers of scripts, so that it loads none of these.
  {
    name: 'shared',
    test: among(
      'formats/python/standard-library.ts',
      'formats/python/tokens.ts',
      'formats/pickle/dill.ts',
      'intake/torchscript.ts',
    ),
  },
  {
    name: 'surroundings',
    test: among(
      'analyzers/remote-code/',
      'analyzers/chat-template/',
      'analyzers/pages/',
      'analyzers/model-packages/',
      'analyzers/keras-code/',
      'analyzers/graph-code/',
    ),
  },
  { name: 'vet', test: among('cli/commands/vet.ts', 'app/vet.ts', 'analyzers/table.ts') },
];

/** Commander starts programs of its own for commands that lie apart; ours do not, and Node's part for that takes time to load. */
const withoutPrograms = {
  name: 'without-programs',
  resolveId: (source, importer = '') =>
    source.endsWith('child_process') && importer.includes('/commander/') ? '\0no-programs' : null,
  load: (id) => (id === '\0no-programs' ? 'export {};' : null),
};

/** npm makes the command executable when it installs; a later build writes a new file. What is built are scripts, not modules. */
const executable = {
  name: 'executable',
  writeBundle: ({ dir }) => {
    chmodSync(join(dir, 'bin.js'), 0o755);
    writeFileSync(join(dir, 'package.json'), '{ "type": "commonjs" }\n');
  },
};

/** One bundle for the command, its threads and the library: a command that is not called is not loaded. */
const product = {
  input: {
    bin: 'src/main/bin.ts',
    call: 'src/main/call.ts',
    index: 'src/index.ts',
    'workers/hash': 'src/main/workers/hash.ts',
    'workers/policy-condition': 'src/main/workers/policy-condition.ts',
    'workers/watch-stalls': 'src/main/workers/watch-stalls.ts',
    'workers/read-file': 'src/main/workers/read-file.ts',
    'workers/classify': 'src/main/workers/classify.ts',
    'workers/guard': 'src/main/workers/guard.ts',
  },
  platform: 'node',
  // Loaded with the first call of a server; the last two bring programs of their own.
  external: ['pg', 'fastify', '@node-rs/argon2'],
  moduleTypes: { '.sql': 'text', '.names': 'text' },
  plugins: [withoutPrograms, executable],
  output: {
    dir: 'dist',
    // What V8 compiled of a script can be kept, of a module only by Node 22 and later; and Node loads scripts in half the time.
    format: 'cjs',
    strict: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: true,
    cleanDir: true,
    codeSplitting: { groups: STARTS.map((group, at) => ({ ...group, priority: STARTS.length - at })) },
  },
};

/** What `npm start`, `npm test` and the maker of the examples run; not published. */
const tools = {
  input: {
    start: 'tools/start.ts',
    test: 'tools/test.ts',
    docs: 'tools/docs.ts',
    'licence-fingerprints': 'tools/licence-fingerprints.ts',
    floors: 'tools/floors.ts',
    'prove-fuzz': 'tools/prove-fuzz.ts',
    'prove-jobs': 'tools/prove-jobs.ts',
    'prove-kill': 'tools/prove-kill.ts',
    'prove-soak': 'tools/prove-soak.ts',
    'soak/upstream': 'tools/soak/upstream.ts',
    'soak/load-process': 'tools/soak/load-process.ts',
    'release/papers': 'tools/release/papers.ts',
    'template-fingerprints': 'tools/template-fingerprints.ts',
    'prove-node24': 'tools/prove-node24.ts',
    conformance: 'tools/conformance/main.ts',
    'guard/train-content': 'tools/guard/train-content.ts',
    'guard/prove': 'tools/guard/prove.ts',
    'guard/gather-passages': 'tools/guard/gather-passages.ts',
    'guard/train-injection': 'tools/guard/train-injection.ts',
    'guard/gather-wording': 'tools/guard/gather-wording.ts',
    'guard/count-programs': 'tools/guard/count-programs.ts',
    'guard/learn-hidden': 'tools/guard/learn-hidden.ts',
    'guard/held-out-hidden': 'tools/guard/held-out-hidden.ts',
    examples: 'examples/make/main.ts',
    'bench/cold-start': 'bench/cold-start.ts',
    'bench/hashing': 'bench/hashing.ts',
    'bench/scan': 'bench/scan.ts',
    'bench/recall': 'bench/recall.ts',
    'bench/vet': 'bench/vet.ts',
    'bench/audit': 'bench/audit.ts',
    'bench/guard': 'bench/guard/guard.ts',
    'bench/gateway': 'bench/gateway/main.ts',
    'bench/gateway/upstream': 'bench/gateway/upstream.ts',
    'bench/gateway/bare': 'bench/gateway/bare.ts',
    'bench/gateway/ours': 'bench/gateway/ours.ts',
    'bench/hostile-clients': 'bench/gateway/hostile-clients.ts',
    'bench/gateway/portkey-child': 'bench/gateway/portkey-child.ts',
  },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  moduleTypes: { '.sql': 'text', '.names': 'text' },
  output: { dir: 'build', format: 'esm', entryFileNames: '[name].js', cleanDir: true },
};

export default defineConfig([product, tools]);
