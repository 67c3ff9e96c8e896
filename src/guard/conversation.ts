import type { GuardAction } from '../domain/guard.ts';
import type { UnitDetector, UnitHit, UnitScanner } from './detector.ts';
import { canaryFinder } from './detectors/exfiltration/canary.ts';
import { exfiltration } from './detectors/exfiltration/detector.ts';
import { type Taint, taintOf } from './detectors/exfiltration/taint.ts';
import type { GuardTable } from './table.ts';

export { canaryFor, plantCanary } from './detectors/exfiltration/canary.ts';

/** What a message may not carry out: what was said before it, and words that were planted in prompts. */
export interface Conversation {
  readonly earlier: readonly string[];
  readonly canaries: readonly string[];
}

/** The table for a message of this conversation. */
export function inConversation(table: GuardTable, conversation: Conversation): GuardTable {
  if (conversation.earlier.length === 0 && conversation.canaries.length === 0) return table;
  const detector = detectorFor(conversation);
  return {
    ...table,
    units: [...table.units, ...table.enforce(detector)],
    // It stands in the text in many forms and cannot be taken out of it: what must not pass as it is does not pass.
    ruleFor: (id, found) => {
      const rule = table.ruleFor(id, found);
      const carried = found.type === SEEN || found.type === CANARY;
      return rule === undefined || !carried || STAYS.has(rule.action) ? rule : { ...rule, action: 'block' };
    },
  };
}

const STAYS: ReadonlySet<GuardAction> = new Set<GuardAction>(['allow', 'note', 'log', 'flag', 'approve']);
const SEEN = 'exfiltration/seen';
const CANARY = 'exfiltration/canary';

/** Policies know it as `exfiltration`, of which it is the part that needs a conversation. */
function detectorFor(conversation: Conversation): UnitDetector {
  const { types, ...known } = exfiltration;
  return {
    id: known.id,
    title: known.title,
    origins: known.origins,
    defaults: known.defaults,
    examples: known.examples,
    kind: 'unit',
    unit: 'sentence',
    judgesWhole: false,
    types: types.filter(({ type }) => type === SEEN || type === CANARY),
    open: () => createScanner(conversation),
  };
}

/** Addresses; longer ones are cut. */
const ADDRESS = /(?:\b[a-z][a-z+]{1,11}:)?\/\/[^\s"'<>)`]{8,2048}/gi;
/** Of the text before a sentence, for what is parted over several. */
const KEPT = 1024;

function createScanner({ earlier, canaries }: Conversation): UnitScanner {
  const readers = [
    ...(canaries.length === 0 ? [] : [createCanaryReader(canaries)]),
    ...(earlier.length === 0 ? [] : [createAddressReader(earlier)]),
  ];
  let before = '';
  return {
    see: ({ readings }) => {
      const hits: UnitHit[] = [];
      for (const [reading, { text, from }] of readings.entries()) {
        const sentence = text.slice(from);
        // What a sentence decodes to stands alone, and is news only where the sentence itself says nothing.
        if (reading > 0 && hits.length > 0) break;
        const [known, start] = reading === 0 ? [before + sentence, before.length] : [sentence, 0];
        for (const read of readers) {
          for (const hit of read(known, start))
            hits.push({ ...hit, start: from + Math.max(0, hit.start - start), end: from + hit.end - start, reading });
        }
        if (reading === 0) before = known.slice(-KEPT);
      }
      return hits;
    },
    end: () => [],
  };
}

/** What ends behind `fresh` in the text, of which the beginning was read before. */
type Read = (text: string, fresh: number) => readonly Omit<UnitHit, 'reading'>[];

function createCanaryReader(canaries: readonly string[]): Read {
  const finders = canaries.map(canaryFinder);
  return (text, fresh) =>
    finders.flatMap((find) => {
      // One that stands before, too, must not hide this one.
      for (let from = 0; from < text.length; ) {
        const place = find(text.slice(from));
        if (place === null) return [];
        const [start, end] = [from + place.start, from + place.end];
        if (end > fresh) return [{ type: CANARY, start, end, score: 1, detail: 'a word that was planted in a prompt' }];
        from = end;
      }
      return [];
    });
}

/** Addresses that say what was said before; those that stood there themselves are only repeated. */
function createAddressReader(earlier: readonly string[]): Read {
  const before = earlier.join('\n');
  let taint: Taint | null = null;
  let pieces = '';
  return (text, fresh) => {
    const found: Omit<UnitHit, 'reading'>[] = [];
    for (const { 0: address, index: start } of text.matchAll(ADDRESS)) {
      const end = start + address.length;
      if (end <= fresh || before.includes(address)) continue;
      taint ??= taintOf(earlier);
      // One text in pieces: nothing in any of them, all in all of them.
      const joined = (pieces + address.slice(address.lastIndexOf('=') + 1)).slice(-LONGEST_PIECES);
      const repeats = taint.in(address) !== null;
      const split = !repeats && pieces !== '' && taint.in(joined) !== null;
      pieces = repeats || split ? '' : joined;
      if (!repeats && !split) continue;
      found.push({ type: SEEN, start, end, score: 0.9, detail: 'an address that repeats what was said before' });
    }
    return found;
  };
}

/** Of pieces in a row, the last ones: each is looked at together with those before it. */
const LONGEST_PIECES = 512;
