import type { PmmlFacts } from './facts.ts';
import type { XmlVisitor } from './parse.ts';

/** Told of one document, and kept of one text. */
const TOLD = 1000;
const KEPT = 16 * 1024;

interface Open {
  readonly element: string;
  readonly at: number;
  text: string;
}

/** PMML (dmg.org, version 4.4): what is no part of the model itself but may be run by who reads it. */
export function pmmlSurvey(): XmlVisitor & { readonly facts: () => PmmlFacts } {
  const open: Open[] = [];
  const extensions: { text: string; offset: number }[] = [];
  const scripts: { text: string; offset: number }[] = [];
  const classes: { name: string; offset: number }[] = [];
  let version = '';
  const add = <T>(list: T[], value: T): void => {
    if (list.length < TOLD) list.push(value);
  };
  return {
    open: (element, attributes, at) => {
      if (open.length === 0) version = attributes.get('version') ?? '';
      const values = [...attributes].map(([name, value]) => `${name}=${value}`).join(' ');
      const extension = open.find((each) => each.element === 'Extension');
      if (extension !== undefined) grow(extension, ` <${element} ${values}>`);
      open.push({ element, at, text: element === 'Extension' || /^script$/i.test(element) ? values : '' });
      const called = attributes.get('function') ?? '';
      if (element === 'Apply' && called.includes('.')) add(classes, { name: called, offset: at });
    },
    text: (content) => {
      for (const each of open)
        if (each.element === 'Extension' || /^script$/i.test(each.element)) grow(each, ` ${content}`);
    },
    close: () => {
      const closed = open.pop();
      if (closed === undefined) return;
      if (closed.element === 'Extension') add(extensions, { text: closed.text, offset: closed.at });
      if (/^script$/i.test(closed.element)) add(scripts, { text: closed.text, offset: closed.at });
    },
    instruction: () => {},
    facts: () => ({ version, extensions, scripts, classes }),
  };
}

function grow(open: Open, text: string): void {
  if (open.text.length < KEPT) open.text += text.slice(0, KEPT);
}
