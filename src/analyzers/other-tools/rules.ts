import type { Rule } from '../../domain/finding.ts';

function rule(
  id: string,
  says: Rule['says'],
  severity: Rule['severity'],
  words: Pick<Rule, 'title' | 'why' | 'remedy'>,
): Rule {
  return { id: `other-tools/${id}`, says, severity, ...words, references: [] };
}

const NOTHING = 'Nothing is to be done.';

export const AGREES = rule('agrees', 'note', 'info', {
  title: 'Another tool finds fault with the file as well.',
  why: 'Two tools that were made apart say the same.',
  remedy: 'See what is found here.',
});

export const ONLY_THEY = rule('only-they', 'review', 'high', {
  title: 'Another tool finds fault with a file that nothing was found in here.',
  why: 'One of the two is mistaken, and nobody knows which.',
  remedy:
    'Have a security engineer look at the place; waive this finding if the tool is mistaken, report it if we are.',
});

export const ONLY_WE = rule('only-we', 'note', 'low', {
  title: 'Another tool looked at a file and found nothing that is found here.',
  why: 'Tools know different things; what was found here stands.',
  remedy: 'See what is found here.',
});

export const QUIET = rule('finds-nothing', 'note', 'info', {
  title: 'Another tool found nothing either.',
  why: 'It counts for the files that it looked at.',
  remedy: NOTHING,
});

export const NOT_TIED = rule('not-tied', 'note', 'low', {
  title: 'A report of another tool names no digest, and is no evidence about these bytes.',
  why: 'It may be of another revision, or of other files of the same names.',
  remedy: 'Let vet run the tool itself (--run), which records what was scanned.',
});

export const OTHER_BYTES = rule('other-bytes', 'review', 'medium', {
  title: 'A report of another tool is about other bytes under the same names.',
  why: 'It was made of another revision, or the files were changed since.',
  remedy: 'Run the tool on this revision.',
});

export const OTHER_MODEL = rule('other-model', 'review', 'medium', {
  title: 'A report of another tool is about none of these files.',
  why: 'It was made of another model.',
  remedy: 'Hand over the report on this one, or none.',
});

export const HAD_ERRORS = rule('had-errors', 'note', 'low', {
  title: 'Another tool could not read everything.',
  why: 'What it did not read it cannot speak for.',
  remedy: 'See its report.',
});

export const PROJECT_HEALTH = rule('project-health', 'note', 'info', {
  title: 'OpenSSF Scorecard speaks of a source repository.',
  why: 'How the code around a model is looked after tells of who looks after the model.',
  remedy: NOTHING,
});

export const OTHER_TOOLS_RULES = [
  AGREES,
  ONLY_THEY,
  ONLY_WE,
  QUIET,
  NOT_TIED,
  OTHER_BYTES,
  OTHER_MODEL,
  HAD_ERRORS,
  PROJECT_HEALTH,
] as const;
