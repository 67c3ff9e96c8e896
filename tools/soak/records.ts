/** Lines that are kept. */
const MOST = 50_000;

/**
 * What gateways write down of calls, of those alone in which something was not as usual: a caller who leaves is usual here, and
 * so is all that the limited key is told.
 */
export function createRecords() {
  const kept = new Map<string, string>();
  return {
    take: (line: string): void => {
      const usual = line.includes('"code":null') ? line.includes('"found":[]') : line.includes('"code":"caller_gone"');
      if (usual || line.includes('"key":"limited"')) return;
      const id = /"requestId":"([^"]+)"/.exec(line)?.[1];
      if (id === undefined) return;
      kept.set(id, line);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    of: (requestId: string): string | null => kept.get(requestId) ?? null,
  };
}
