/** Whether extracting a member of this name could write outside the folder, on any system. */
export function escapes(name: string): boolean {
  const plain = name.replaceAll('\\', '/');
  return plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..');
}

/** Whether a link of this name that points at `target` leads out of the folder. */
export function leadsOut(name: string, target: string): boolean {
  const plain = target.replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain)) return true;
  let depth = name.split('/').length - 1;
  for (const step of plain.split('/')) {
    if (step === '..') depth -= 1;
    else if (step !== '' && step !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Text that is shown backwards (Unicode Standard Annex 9), and a program in a stream beside a file (NTFS). */
const HIDES = /[\u202a-\u202e\u2066-\u2069]|\.\w{1,8}:[^/]*\.(?:exe|dll|com|bat|cmd|ps1|scr|vbs|js|hta|lnk)$/iu;

/** Whether readers may take the name for another one: a backslash, a control character, an empty step. */
export function isOdd(name: string): boolean {
  return /[\\\p{Cc}]/u.test(name) || HIDES.test(name) || name.includes('//') || name.split('/').includes('.');
}

/**
 * The name as the laxest reader would take it: cut at NUL, slashes made one, `.` steps left out; the case of pickles
 * does not count, since PyTorch's own reader (miniz) ignores it.
 */
export function asLaxest(name: string): string {
  const whole = name.split('\0')[0] ?? '';
  const steps = whole
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
  // Some systems keep one name for both spellings of an accent.
  const path = steps.join('/').normalize('NFC');
  return /\.pkl$/i.test(path) ? path.toLowerCase() : path;
}

/** Folders that hold a checkpoint of PyTorch, a TorchScript or a package of `torch.package`, with the slash. */
export function pytorchRoots(names: readonly string[]): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const name of names) {
    const root = /^([^/]+\/)(?:data\.pkl|\.data\/extern_modules)$/.exec(name)?.[1];
    if (root !== undefined) roots.add(root);
  }
  const confirmed = new Set<string>();
  for (const name of names) {
    const root = /^([^/]+\/)(?:version$|data\/|\.data\/version$)/.exec(name)?.[1];
    if (root !== undefined && roots.has(root)) confirmed.add(root);
  }
  return confirmed;
}

/**
 * Whether a name is that of a raw tensor storage of such a checkpoint: a number, counted up, or until PyTorch 1.7 the address
 * at which the storage lay.
 */
export function isStorage(name: string, roots: ReadonlySet<string>): boolean {
  const root = /^([^/]+\/)(?:(?:data|constants)\/[0-9]{1,20}(?:\.storage)?|\.data\/[0-9]{1,20}\.storage)$/.exec(
    name,
  )?.[1];
  return root !== undefined && roots.has(root);
}
