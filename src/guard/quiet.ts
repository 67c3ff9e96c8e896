import { escapedIn } from '../text/view/escapes.ts';
import { readingOf } from '../text/view/reading.ts';
import { runsIn } from '../text/view/runs.ts';
import { asciiScratchOf } from '../text/view/scratch.ts';
import { STEP } from './scanner.ts';
import { NOWHERE } from './spans.ts';
import type { GuardTable } from './table.ts';

const WHOLE = { from: 0, begins: true, ends: true, via: 'plain' } as const;

/**
 * Whether nobody finds anything in a whole message, told by one look and without all that a message in pieces needs: most
 * messages are short and have nothing in them. `false` says nothing: whoever breaks here is asked again, and told, there.
 */
export function isQuiet(table: GuardTable, text: string): boolean {
  const { canonical, triggers, stopwatch, policy, glance } = table;
  if (table.units.length > 0 || table.raw.length > 0 || mayOverrun(text, policy)) return false;
  const scanned = asciiScratchOf(text);
  if (scanned === null) return false;
  const places = triggers.placesIn(scanned, 0);
  if (canonical.length > 0 && runsIn(scanned).runs.length > 0) return false;
  if (canonical.length > 0 && escapedIn(text, 0).spans.length > 0) return false;
  const reading = readingOf(text, WHOLE);
  const started = stopwatch.now();
  glance.text = null;
  glance.hits.clear();
  let found = false;
  try {
    for (let index = 0; index < canonical.length && !found; index++) {
      const detector = canonical[index];
      const own = detector?.triggers === undefined ? NOWHERE : places[index];
      if (detector === undefined || own === undefined) return false;
      const hits = detector.find(reading, own);
      glance.hits.set(detector, hits);
      found = hits.length > 0;
    }
  } catch {
    return false;
  }
  if (stopwatch.hasStalled(started)) return false;
  if (found) glance.text = text;
  return !found;
}

/** Whether anything could be held too long: then it is told at the last step of those within the text. */
function mayOverrun({ length }: string, { hold }: GuardTable['policy']): boolean {
  return length - (length % STEP) > hold.characters;
}
