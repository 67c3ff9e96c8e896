import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANALYZERS } from '../../src/analyzers/table.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { madeSchemas, referencePages } from '../../tools/reference.ts';

describe('the documents', () => {
  it.each(Object.entries(referencePages()))('docs/reference/%s is what the tables say (npm run docs)', (name, text) => {
    expect(readFileSync(join('docs/reference', name), 'utf8')).toBe(text);
  });

  it.each(Object.entries(madeSchemas()))('have in schemas/%s what is read (npm run docs)', (name, schema) => {
    expect(JSON.parse(readFileSync(join('schemas', name), 'utf8'))).toEqual(JSON.parse(schema));
  });

  it('name only files that are there', () => {
    const pages = [
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      ...readdirSync('docs/how-to').map((name) => join('docs/how-to', name)),
    ];
    for (const page of pages) {
      for (const [, path = ''] of readFileSync(page, 'utf8').matchAll(
        /`((?:src|test|docs|tools|bench|schemas|examples)\/[\w./-]+)`/g,
      )) {
        expect(() => readdirSync(path.replace(/\/[^/]*$/, '')), `${page} names ${path}`).not.toThrow();
      }
    }
  });

  it('name no path of a machine and no package registry', () => {
    const pages = [
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'CHANGELOG.md',
      'package-lock.json',
    ];
    for (const page of pages)
      expect(readFileSync(page, 'utf8'), page).not.toMatch(/\/root\/|\/home\/|registry\.npm|"resolved": "http/);
  });
});

describe('the tables', () => {
  it('have unique ids, in the analyzer’s own name', () => {
    const rules = ANALYZERS.flatMap(({ id, rules: own }) => own.map((rule) => ({ id, rule: rule.id })));
    for (const { id, rule } of rules) expect(rule.startsWith(`${id}/`), rule).toBe(true);
    expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length);
    expect(new Set(ANALYZERS.map(({ id }) => id)).size).toBe(ANALYZERS.length);
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  });

  it('say the why and the remedy of every rule in whole sentences', () => {
    for (const { rules } of ANALYZERS) {
      for (const { id, title, why, remedy } of rules) {
        for (const text of [title, why, remedy]) expect(text, id).toMatch(/^[A-Z“'`].*[.?!]$/s);
      }
    }
  });
});
