import { defineConfig } from 'rolldown';

/** One bundle for the command, its threads and the library: a command that is not called is not loaded. */
const product = {
  input: {
    bin: 'src/main/bin.ts',
    index: 'src/index.ts',
    'workers/hash': 'src/main/workers/hash.ts',
    'workers/policy-condition': 'src/main/workers/policy-condition.ts',
    'workers/read-file': 'src/main/workers/read-file.ts',
    'workers/classify': 'src/main/workers/classify.ts',
    'workers/guard': 'src/main/workers/guard.ts',
  },
  platform: 'node',
  // Loaded with the first call of a server; the last two bring programs of their own.
  external: ['pg', 'fastify', '@node-rs/argon2'],
  moduleTypes: { '.sql': 'text' },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: true,
    cleanDir: true,
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
    'guard/train-injection': 'tools/guard/train-injection.ts',
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
  moduleTypes: { '.sql': 'text' },
  output: { dir: 'build', format: 'esm', entryFileNames: '[name].js', cleanDir: true },
};

export default defineConfig([product, tools]);
