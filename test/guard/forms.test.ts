import { describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import { expectEveryCutAlike, textsOf } from './laws.ts';

const ORDER = '{type: object, required: [id], properties: {id: {type: integer}}, additionalProperties: false}';

function guardWith(spec: string) {
  const head = 'apiVersion: weighbridge/v1\nkind: GuardPolicy\nmetadata: {name: forms, version: 1, description: d}\n';
  return openGuard({
    policy: { name: 'p', text: `${head}spec: {extends: nothing, message: Not so., ${spec}}` },
    clock: () => 0,
  });
}

const acting = (form: string, action: string) =>
  guardWith(`forms: [{id: f, ${form}}], rules: [{id: r, types: [form/f], action: ${action}}]`);

describe('a form', () => {
  it.each<[string, string, string, string]>([
    ['is kept', 'characters: {most: 5}', 'abcde', 'allow'],
    ['has a most', 'characters: {most: 5}', 'abcdef', 'block'],
    ['counts characters and not their halves', 'characters: {most: 3}', '😀😀😀', 'allow'],
    ['has a least', 'characters: {least: 5}', 'abcd', 'block'],
    ['counts words', 'words: {most: 3}', 'one two three. Four', 'block'],
    ['has a least of words', 'words: {least: 3}', 'one two', 'block'],
    ['asks an answer that is not there', 'words: {least: 1}', '', 'block'],
    ['is kept by JSON that keeps its schema', `schema: ${ORDER}`, ' {"id": 7}\n', 'allow'],
    ['is not kept by JSON that does not', `schema: ${ORDER}`, '{"id": "7"}', 'block'],
    ['is not kept by words around JSON', `schema: ${ORDER}`, 'Here it is: {"id": 7}', 'block'],
    ['is not kept by half of it', `schema: ${ORDER}`, '{"id": 7', 'block'],
    ['is not kept by what nests without end', `schema: ${ORDER}`, '['.repeat(100_000), 'block'],
    ['does not see other origins', 'origins: [user], words: {most: 1}', 'one two', 'allow'],
    ['reads what stands there, and not what looks like it', `schema: {const: "\\uFF21"}`, '"\uFF21"', 'allow'],
  ])('%s', async (_, form, text, action) => {
    const answer = (await acting(form, 'block')).check(text, { origin: 'assistant' });
    expect(answer.action).toBe(action);
    if (action === 'allow') expect(answer.text).toBe(text);
  });

  it('is told without more, when no rule says what to do', async () => {
    const answer = (await openGuard({ policy: null, clock: () => 0 })).check('hi', { origin: 'assistant' });
    expect(answer.findings).toEqual([]);
    const head = 'apiVersion: weighbridge/v1\nkind: GuardPolicy\nmetadata: {name: a, version: 1, description: d}\n';
    const text = `${head}spec: {forms: [{id: brief, words: {most: 2}}]}`;
    const guard = await openGuard({ policy: { name: 'p', text }, clock: () => 0 });
    expect(guard.check('one two three', { origin: 'assistant' })).toMatchObject({
      action: 'flag',
      findings: [{ type: 'form/brief', start: 8, end: 13, detail: 'more than 2 words' }],
    });
  });

  it('ends a text where it gets too long', async () => {
    const guard = await acting('characters: {most: 12}', 'truncate');
    expect(guard.check('One is here. Two is here. Three.', { origin: 'assistant' }).text).toBe('One is here.');
    expect(guard.check('One is. Two is here.', { origin: 'assistant' }).text).toBe('One is. Two ');
  });

  it('asks for what was requested, when something was', async () => {
    const guard = await acting('schema: requested', 'block');
    const check = (text: string, schema?: object) =>
      guard.check(text, { origin: 'assistant' }, schema === undefined ? {} : { schema: schema as never }).action;
    expect(check('anything')).toBe('allow');
    expect(check('{"a": 1}', { type: 'object' })).toBe('allow');
    expect(check('[1]', { type: 'object' })).toBe('block');
    expect(check('{}', { type: 'objekt' })).toBe('block');
    expect(guard.check('[1]', { origin: 'assistant' }, { beside: true }).action).toBe('allow');
  });

  it.each([
    ['characters: {most: 20}', 'truncate'],
    ['words: {most: 4}', 'redact'],
    [`schema: ${ORDER}`, 'flag'],
    [`schema: ${ORDER}, characters: {least: 3, most: 400}`, 'block'],
  ])('comes to the same however the text is cut: %s, %s', async (form, action) => {
    const guard = await acting(`origins: [user, assistant], ${form}`, action);
    expectEveryCutAlike(guard, textsOf(['{"id": ', '7', '}', 'One. ', '😀', ' ', '\n\n', '"', '\\n']));
  });

  it.each([
    ['forms: [{id: f}]', 'give characters, words or a schema'],
    ['forms: [{id: f, words: {least: 3, most: 2}}]', 'least is more than most'],
    ['forms: [{id: f, schema: {type: strnig}}]', '#/type: there is no type strnig'],
    ['forms: [{id: f, words: {most: 1}}], rules: [{id: r, types: [form/g], action: flag}]', 'there is no type form/g'],
  ])('that says nothing is a mistake: %s', async (spec, mistake) => {
    await expect(guardWith(spec)).rejects.toThrow(mistake);
  });
});
