/** Whether extracting a member of this name writes outside the folder, on any system. */
export function escapes(name: string): boolean {
  const plain = name.replaceAll('\\', '/');
  return plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..');
}

/** Whether a link at `name` that points at `target` leads out of the folder. Hard links count from its top. */
export function leadsOut(name: string, target: string, kind: 'symlink' | 'hardlink'): boolean {
  const plain = target.replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain)) return true;
  let depth = kind === 'hardlink' ? 0 : stepsOf(name).length - 1;
  for (const step of plain.split('/')) {
    if (step === '' || step === '.') continue;
    depth += step === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}

export function stepsOf(name: string): string[] {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
}

/** The name as every reader would take it: `.` steps, doubled slashes and a slash at the end left out. */
export function plainName(name: string): string {
  return stepsOf(name.split('\0')[0] ?? '').join('/');
}

/** Whether readers may take the name for another one. */
export function isOdd(name: string): boolean {
  return /[\\\p{Cc}]/u.test(name) || name.includes('//') || name.split('/').slice(1).includes('.');
}
