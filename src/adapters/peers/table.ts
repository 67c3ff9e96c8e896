/** Packages that are installed beside ours when somebody wants them; with exact versions: another version is another program. */
export interface Peers {
  readonly packages: readonly string[];
  /** Without what they name as optional. */
  readonly onlyThese: boolean;
  readonly env: Readonly<Record<string, string>>;
}

/** What runs classifiers of the guard. */
export const CLASSIFIER: Peers = {
  packages: ['onnxruntime-node@1.30.0', '@huggingface/tokenizers@0.2.0'],
  onlyThese: false,
  env: { ONNXRUNTIME_NODE_INSTALL: 'skip' },
};

const LLAMA_VERSION = '3.22.1';

/** Its programs for processors by platform and architecture, as Node names them; those for graphics cards are left out. */
const LLAMA_PROGRAMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-armv7l',
  'linux-riscv64': 'linux-riscv64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

/** What runs GGUF models, for one platform; null: there is none for it. */
export function llamaPeers(platform: string, architecture: string): Peers | null {
  const program = LLAMA_PROGRAMS[`${platform}-${architecture}`];
  if (program === undefined) return null;
  return {
    packages: [`node-llama-cpp@${LLAMA_VERSION}`, `@node-llama-cpp/${program}@${LLAMA_VERSION}`],
    onlyThese: true,
    env: { NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true' },
  };
}
