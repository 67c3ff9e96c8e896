import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whoever writes there runs code as us: a folder that others own, or may write into, is not used. */
export function isOurs(folder: string): boolean {
  const own = process.getuid?.();
  if (own === undefined) return true;
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && !(found.isDirectory() && found.uid === own && (found.mode & OTHERS_WRITE) === 0))
      return false;
    return foldersAbove(folder).every((above) => holdsWhatIsOurs(above, own));
  } catch {
    return false;
  }
}

/** Whoever may write there could put another folder in the place of ours: others only where each has what it made. */
function holdsWhatIsOurs(folder: string, own: number): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return true;
  return (found.uid === own || found.uid === 0) && ((found.mode & OTHERS_WRITE) === 0 || (found.mode & STICKY) !== 0);
}

const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}
