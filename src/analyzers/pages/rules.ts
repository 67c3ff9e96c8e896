import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

export const ACTIVE_PAGE: Rule = {
  id: 'pages/active',
  says: 'suspicious',
  severity: 'medium',
  title: 'A page or a drawing runs script when it is opened.',
  why: 'A browser, or an editor that shows it, runs the script as if the folder had written it: it reads what lies beside, and calls out.',
  remedy: 'Do not open it in a browser; weights need no pages. Read the source, or leave the file out.',
  references: ['CWE-79', 'AML.T0011'],
};

export const LEADS_AWAY: Rule = {
  id: 'pages/leads-away',
  says: 'suspicious',
  severity: 'low',
  title: 'A page fetches or sends something by itself.',
  why: 'Whoever opens it is told of, or led, to a place that the model has no need to reach.',
  remedy: 'Do not open it in a browser; read the source, or leave the file out.',
  references: ['CWE-601', 'AML.T0011'],
};

export const FORMULA: Rule = {
  id: 'pages/formula',
  says: 'suspicious',
  severity: 'medium',
  title: 'A cell of a table is a formula that fetches something or starts a program.',
  why: 'A spreadsheet that opens the table runs the formula, and sends what stands beside it; a table of numbers or texts holds none.',
  remedy: 'Do not open it in a spreadsheet; read it as text, or leave the file out.',
  references: ['CWE-1236', 'AML.T0011'],
};

export const ACTIVE_PAPER: Rule = {
  id: 'pages/active-paper',
  says: 'suspicious',
  severity: 'medium',
  title: 'A paper (PDF) runs script, starts a program or carries files.',
  why: 'A reader of PDF that obeys runs it when the paper is opened.',
  remedy: 'Open it in a reader that runs no script, or leave the file out.',
  references: ['CWE-94', 'AML.T0011'],
};

export const HIDDEN_ORDER: Rule = {
  id: 'pages/hidden-order',
  says: 'suspicious',
  severity: 'medium',
  title: 'A page holds words for an assistant that nobody sees.',
  why: 'An assistant that is shown the folder reads comments and invisible characters as it reads the rest, and may obey.',
  remedy: 'Keep the page from assistants, and ask the publisher what the words are for.',
  references: ['CWE-451', 'AML.T0051.001'],
};

export const OPEN_ORDER: Rule = {
  id: 'pages/order',
  says: 'suspicious',
  severity: 'medium',
  title: "A page tells an assistant to act behind a person's back.",
  why: 'An assistant that is shown the folder may obey: run what it is told to, hand out what is secret, and say nothing of it.',
  remedy: 'Keep the page from assistants, and ask the publisher what the words are for.',
  references: ['CWE-77', 'AML.T0051.001'],
};

export const PAGES_RULES = [ACTIVE_PAGE, LEADS_AWAY, FORMULA, ACTIVE_PAPER, HIDDEN_ORDER, OPEN_ORDER] as const;

/** What is known of the analyzer before it is loaded. */
export const PAGES: AboutFiles = {
  id: 'pages',
  version: 7,
  question: 'Do pages and drawings run script when they are opened?',
  rules: PAGES_RULES,
  scope: 'file',
  formats: ['text', 'json', 'media', 'xml', 'safetensors', 'gguf', 'onnx'],
};
