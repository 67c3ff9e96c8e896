/** Of what was told last; a server that lost its database says the same twice a second. */
const REMEMBERED = 100;

/**
 * Tells a line unless it told the same within so many milliseconds by `now`, in milliseconds: what goes on is told again
 * each minute, and a new thing at once.
 */
export function logLines(write: (line: string) => void, now: () => number, quiet = 60_000): (line: string) => void {
  const told = new Map<string, number>();
  return (line) => {
    const at = now();
    const last = told.get(line);
    if (last !== undefined && at - last < quiet) return;
    told.delete(line);
    told.set(line, at);
    const [oldest] = told.keys();
    if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
    write(line);
  };
}
