import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const REMEDY = "Use the template of the model's family instead, or ask the publisher what this is for.";

export const ESCAPE: Rule = {
  id: 'chat-template/sandbox-escape',
  says: 'malicious',
  severity: 'critical',
  title: 'The chat template reaches for the inside of Python.',
  why: 'Attributes such as __class__ and __globals__ lead from any value to the functions of the interpreter. No conversation needs them; in an engine without a sandbox they run commands at the first message.',
  remedy: 'Do not use the model. Tell the hub and the publisher.',
  references: ['CWE-1336', 'CVE-2024-34359', 'AML.T0011'],
};

export const UNKNOWN: Rule = {
  id: 'chat-template/unknown-name',
  says: 'suspicious',
  severity: 'medium',
  title: 'The chat template uses something that no known template needs.',
  why: 'Only filters, functions and methods that shape text are known to be harmless; what others do depends on the program that renders it.',
  remedy: REMEDY,
  references: ['CWE-1336'],
};

export const INCLUDE: Rule = {
  id: 'chat-template/include',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template pulls in another template.',
  why: 'What is pulled in was not checked, and may be any file that the rendering program can read.',
  remedy: REMEDY,
  references: ['CWE-98', 'CWE-1336'],
};

export const HIDDEN: Rule = {
  id: 'chat-template/hidden-text',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template holds text that a reader does not see.',
  why: 'Invisible characters reach the model with every message and pass by whoever reviews the file.',
  remedy: REMEDY,
  references: ['CWE-1007', 'AML.T0051'],
};

export const CONDITIONAL: Rule = {
  id: 'chat-template/conditional-text',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template looks for certain words in a message, or for a date.',
  why: 'A template that acts on what a message says can add instructions just when a trigger appears: a backdoor that no test of the weights finds.',
  remedy: REMEDY,
  references: ['CWE-506', 'AML.T0051'],
};

export const ORDER: Rule = {
  id: 'chat-template/order',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template orders the model to conceal, to disregard or to promote.',
  why: 'Text in a template goes before every conversation, and its user does not see it. No description of an assistant needs such orders.',
  remedy: REMEDY,
  references: ['CWE-506', 'AML.T0051'],
};

export const INSTRUCTION: Rule = {
  id: 'chat-template/instruction',
  says: 'review',
  severity: 'medium',
  title: 'The chat template brings a link into every conversation.',
  why: 'Text in a template goes before every conversation. A default description of the assistant is usual; an address is not.',
  remedy: 'Read the text and decide whether you want it in every conversation; pass a template of your own if not.',
  references: ['AML.T0051'],
};

export const FALSE_ROLE: Rule = {
  id: 'chat-template/false-role',
  says: 'suspicious',
  severity: 'high',
  title: "The chat template hands on what a user says as the system's words.",
  why: 'Models are trained to obey the system before its users: whoever writes a message may change every rule that was set.',
  remedy: 'Use the template of the base model.',
  references: ['CWE-269', 'AML.T0051'],
};

export const FORGED_TURN: Rule = {
  id: 'chat-template/forged-turn',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template puts words into the mouth of somebody who did not say them.',
  why: 'A model takes a turn of the user, an answer of a tool or a thought of its own for what it is: whoever forges one steers every conversation.',
  remedy: 'Use the template of the base model.',
  references: ['CWE-290', 'AML.T0051'],
};

export const CARRIES_AWAY: Rule = {
  id: 'chat-template/carries-away',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template writes what a message says into an address.',
  why: 'Whoever shows the answer, or follows the link, sends the conversation to that address.',
  remedy: REMEDY,
  references: ['CWE-200', 'AML.T0057'],
};

export const ALTERED: Rule = {
  id: 'chat-template/altered-message',
  says: 'suspicious',
  severity: 'high',
  title: 'The chat template changes what a message says.',
  why: 'The model reads other words than were written: turned round, cut, or in another order, and nobody who sees the conversation sees that.',
  remedy: REMEDY,
  references: ['CWE-506', 'AML.T0051'],
};

export const ENDLESS: Rule = {
  id: 'chat-template/endless',
  says: 'suspicious',
  severity: 'medium',
  title: 'The chat template makes a loop or a text without a sensible end.',
  why: 'Every conversation is put through the template: one that counts to milliards stops the server, or takes its memory.',
  remedy: REMEDY,
  references: ['CWE-400', 'CWE-834'],
};

export const UNPARSED: Rule = {
  id: 'chat-template/unparsed',
  says: 'suspicious',
  severity: 'medium',
  title: 'The chat template could not be followed.',
  why: 'Either a rendering program refuses it too, or it is written so that only that program understands it.',
  remedy: REMEDY,
  references: ['CWE-1336'],
};

export const ADDED_TEXT: Rule = {
  id: 'chat-template/added-text',
  says: 'review',
  severity: 'medium',
  title: "Somebody added words to a known family's chat template.",
  why: 'Most of the template is one that the family uses, and the text named here is not: a small edit is how instructions are slipped in, for every conversation or for some.',
  remedy: 'Compare it with the template of the base model, and decide whether you want the added text.',
  references: ['CWE-506', 'AML.T0051'],
};

export const ADDED_LINK: Rule = {
  id: 'chat-template/added-link',
  says: 'suspicious',
  severity: 'high',
  title: "Somebody added a link to a known family's chat template.",
  why: 'Most of the template is one that the family uses, and the address is not: every conversation is told of it, to show it to users or to send them or their words there.',
  remedy: 'Use the template of the base model.',
  references: ['CWE-506', 'AML.T0051'],
};

export const ADDED_ORDER: Rule = {
  id: 'chat-template/added-order',
  says: 'suspicious',
  severity: 'medium',
  title: "Somebody added orders to a known family's chat template.",
  why: 'The templates of a family say who the assistant is and in what form it answers. What it is to say, or to do, of any matter is no part of them, and its user does not see it.',
  remedy: 'Use the template of the base model, and give such orders in a system message.',
  references: ['CWE-506', 'AML.T0051'],
};

export const OWN_ORDER: Rule = {
  id: 'chat-template/own-order',
  says: 'suspicious',
  severity: 'medium',
  title: 'The chat template orders what the model is to say or do, and not in what form.',
  why: 'A template turns a conversation into a prompt. Who the assistant is, formats and tools are usual in it; orders on a matter go before every conversation, and its user does not see them.',
  remedy: 'Read the text; use the template of the base model, and give orders in a system message.',
  references: ['CWE-506', 'AML.T0051'],
};

export const DIVERGES: Rule = {
  id: 'chat-template/diverges',
  says: 'note',
  severity: 'low',
  title: 'The chat template is not one of those known of its family.',
  why: 'It has the marks of a family and parts of its own. Newer versions and fine-tunes have such; so does a template that was tampered with.',
  remedy: 'Compare it with the template of the base model.',
  references: ['AML.T0051'],
};

export const CHAT_TEMPLATE_RULES = [
  ESCAPE,
  UNKNOWN,
  INCLUDE,
  HIDDEN,
  CONDITIONAL,
  ORDER,
  INSTRUCTION,
  FALSE_ROLE,
  FORGED_TURN,
  CARRIES_AWAY,
  ALTERED,
  ENDLESS,
  UNPARSED,
  ADDED_TEXT,
  ADDED_LINK,
  ADDED_ORDER,
  OWN_ORDER,
  DIVERGES,
] as const;

/** What is known of the analyzer before it is loaded. */
export const CHAT_TEMPLATE: AboutFiles = {
  id: 'chat-template',
  version: 5,
  question: 'Is its chat template harmless?',
  rules: CHAT_TEMPLATE_RULES,
  scope: 'file',
  formats: ['json', 'text', 'gguf', 'safetensors', 'pickle'],
};
