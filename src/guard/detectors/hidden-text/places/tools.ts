import { matchesIn } from '../../../../kernel/matches.ts';
import type { Reusable } from '../../idle.ts';
import type { Coded } from '../codes/coded.ts';

/**
 * Reads a message sentence by sentence for descriptions of tools that ask for more than their tool's own values: models read them
 * whole, and who uses the tool hardly ever sees them.
 */
export interface ToolReader extends Reusable {
  read(sentence: string): readonly Coded[];
}

const DESCRIPTION = /"description"\s{0,2}:\s{0,2}"((?:[^"\\]|\\.){0,2000})/g;
const QUOTE = /(?<!\\)"/;
/** Sentences of one description that are looked at. */
const LONGEST = 12;

export function createToolReader(): ToolReader {
  let inside = 0;
  return {
    restart: () => {
      inside = 0;
    },
    read: (text) => {
      if (inside === 0 && !text.includes('"description"')) return NOTHING;
      const found: Coded[] = [];
      const look = (said: string, start: number) => {
        if (MORE.some((pattern) => pattern.test(said))) found.push({ start, end: start + said.length, says: said });
      };
      if (inside > 0) {
        const end = text.search(QUOTE);
        look(end < 0 ? text : text.slice(0, end), 0);
        inside = end < 0 ? inside - 1 : 0;
      }
      for (const { 0: run, 1: said = '', index } of matchesIn(DESCRIPTION, text)) {
        look(said, index + run.length - said.length);
        if (index + run.length === text.length) inside = LONGEST;
      }
      return found;
    },
  };
}

const NOTHING: readonly Coded[] = [];

/** What no tool needs for what it does. */
const MORE: readonly RegExp[] = [
  // That the one who uses it is not to know.
  /\b(?:do not|don't|never) (?:mention|reveal|disclose|explain|report) (?:this|it|so)\b|\bwithout (?:saying so|(?:telling|informing|notifying) (?:the user|anyone|anybody|them))\b|\b(?:hide|conceal|keep) (?:this|it|that)\b[^.]{0,20} from the user\b|\bkeep (?:quiet|silent) about\b/i,
  // What was said to the model, or what opens other doors, as a value of its own.
  /\b(?:pass|give|hand over|append|attach|copy|put|include|needs|hold|write)\b[^.]{0,60}\b(?:passwords?|private keys?|api keys?|credentials|environment variables|(?:whole|entire|full) (?:conversation|chat)|(?:earlier|previous|prior) messages|last \w{2,10} messages|system prompt|contents of ~\/\.\w{2,20})\b[^.]{0,40}\b(?:as|in|into|to) (?:the )?(?:parameter|field|argument|context|input|note|value)\b/i,
  /\bmust (?:hold|contain|have|be given|get|be passed)\b[^.]{0,30}(?:\bcontents of ~\/\.|\b(?:user's|their) passwords?\b)/i,
  // That other tools are not to be called, or with other values.
  /\b(?:all |every )?other (?:tools?|servers?) (?:is|are) (?:unsafe|broken|forbidden|compromised)\b|\bnever use\b[^.]{0,30} of (?:other|another) servers?\b|\bwhen(?:ever)? \w{1,20}_\w{1,20} is (?:called|used|invoked)[^.]{0,10} (?:change|replace|set|send|copy|append)\b/i,
  // That what comes back is obeyed, and nobody asked.
  /\b(?:results?|output|whatever \w{1,12} \w{1,12} says|what it returns)\b[^.]{0,30}\b(?:must|are to|is to) be (?:obeyed|carried out|executed)\b|\b(?:do not|don't|never) (?:ask|wait) (?:the user )?for (?:permission|confirmation|approval|consent)\b/i,
];
