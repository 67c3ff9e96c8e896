import type { FileRecord } from '../../../domain/artifact.ts';
import { hexOf } from '../../../kernel/digest.ts';
import type { Json } from '../../../kernel/json.ts';
import { compareText } from '../../../kernel/order.ts';
import type { ToolReport } from './report.ts';

/**
 * A report tied to a model's files: by path, and by the digest that the tool names or that was recorded when it ran here.
 * What names no digest is not evidence about these bytes, and is kept as such.
 */
export function tieReport(
  report: ToolReport,
  files: readonly FileRecord[],
  ranHere: boolean,
): { readonly [key: string]: Json } {
  const paths = files.map(({ path }) => path).sort((a, b) => b.length - a.length || compareText(a, b));
  const known = new Map(
    files.flatMap(({ path, digest }) => (digest.kind === 'unknown' ? [] : [[path, hexOf(digest.sha256)] as const])),
  );
  const named = new Map(
    Object.entries(report.digests).flatMap(([place, hash]) => {
      const path = pathOf(place, paths);
      return path === null ? [] : [[path, hash] as const];
    }),
  );
  const standing = (path: string | null): 'tied' | 'untied' | 'other-bytes' | 'elsewhere' => {
    if (path === null) return 'elsewhere';
    if (ranHere) return 'tied';
    const hash = named.get(path);
    if (hash === undefined) return 'untied';
    return hash === known.get(path) ? 'tied' : 'other-bytes';
  };
  const places = (report.scanned ?? []).map((place) => pathOf(place, paths));
  const scanned = [...new Set(places.flatMap((path) => (path === null || standing(path) !== 'tied' ? [] : path)))];
  return {
    tool: report.tool,
    version: report.version,
    ranHere,
    saysWhatItScanned: report.scanned !== null,
    scanned: scanned.sort(compareText),
    otherBytes: [...named.keys()].filter((path) => standing(path) === 'other-bytes').sort(compareText),
    elsewhere: places.filter((path) => path === null).length,
    issues: report.issues.map((issue) => {
      const path = pathOf(issue.place, paths);
      return { path, standing: standing(path), severity: issue.severity, what: issue.what, operation: issue.operation };
    }),
    errors: report.errors,
  };
}

/** The model's own path for how a tool spells it: whole, below some folder, with a member after a colon; the longest that fits. */
function pathOf(place: string, longestFirst: readonly string[]): string | null {
  return longestFirst.find((path) => isPlace(place, path)) ?? null;
}

function isPlace(place: string, path: string): boolean {
  const at = place.lastIndexOf(path, place.length);
  for (let from = at; from >= 0; from = from === 0 ? -1 : place.lastIndexOf(path, from - 1)) {
    const [before, after] = [place[from - 1], place[from + path.length]];
    if ((before === undefined || before === '/' || before === '\\') && (after === undefined || after === ':'))
      return true;
  }
  return false;
}
