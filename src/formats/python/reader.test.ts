import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { pythonFormat } from './reader.ts';

const read = (bytes: Uint8Array) => pythonFormat.read(sourceOf(bytes), { path: 'x.py', budget: createBudget(() => 0) });
const readText = async (text: string) => (await read(new TextEncoder().encode(text))).facts;
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the reader of Python', () => {
  it.each<[string, boolean]>([
    ['modeling_x.py', true],
    ['setup.PY', true],
    ['notes.txt', false],
  ])('claims %s by its name: %s', (path, expected) => {
    expect(pythonFormat.claims(path, bytesOf('x = 1'), 5)).toBe(expected);
  });

  it('claims a script by its first line', () => {
    expect(pythonFormat.claims('run', bytesOf('#!/usr/bin/env python3\nx'), 24)).toBe(true);
  });

  it.each<[string, readonly string[]]>([
    ['import os', ['os']],
    ['import os, sys as system\n', ['os', 'sys']],
    ['from . import util', ['.']],
    ['from ..deep.er import (a,\n  b)', ['..deep.er']],
    ['def f():\n  import subprocess', ['subprocess']],
    ['if True: import os; import sys', ['os', 'sys']],
    ['x = 1; import \\\n  socket', ['socket']],
    ['try:\n\timport a\nexcept ImportError:\n\tb = None', ['a']],
    ['import ｏｓ', ['os']],
    ['"import os"', []],
    ['"""\nimport os\n"""', []],
    ['# import os', []],
    ['f"{d["#"]}"; import os', ['os']],
    ['f"{x:\'>10}"; import os', ['os']],
    ['important = 1', []],
  ])('%j imports %j', async (text, modules) => {
    expect((await readText(text)).imports.map(({ module }) => module)).toEqual(modules);
  });

  it.each<[string, readonly string[]]>([
    ['x = 1\n"""doc"""\ndef f(a, b=2):\n  os.system(a)\nclass A(B):\n  y: int = 3', []],
    ["os.system('id')", ["os.system('id')"]],
    ['class A:\n  os.system("id")\n  def f(self):\n    eval("1")', ['os.system("id")']],
    ['def f(a=run()): pass', ['def f(a=run())']],
    ['def f(): run()\nrun2()', ['run2()']],
    ['@register\ndef f(): pass', ['@register']],
    ['for x in y:\n  z(x)', ['z(x)']],
    ['if (a): pass\nreturn_ = (1)', []],
    ['torch.load = mine', ['torch.load = mine']],
    ["os.environ['A'] = 'b'", ["os.environ['A'] = 'b'"]],
    ['x = f"{run()}"', ['x = f"{run()}"']],
    ['x = lambda a: 1; run()', ['run()']],
    ['if x: run()', ['run()']],
    ["x = re.match('a', b)", ["x = re.match('a', b)"]],
    ['f(\n  1,  2\n)', ['f( 1, 2 )']],
    ['(lambda: 1)()', ['(lambda: 1)()']],
    ['class A(metaclass=M): pass', ['class A(metaclass=M)']],
    ['class A(B, metaclass=abc.ABCMeta, x=1):\n  pass', []],
    ['class A:\n  def __init_subclass__(cls):\n    run()', ['def __init_subclass__(cls)']],
    ['class A:\n  def __class_getitem__(c, k): run()\nA[1]', ['def __class_getitem__(c, k)']],
    ['class A:\n  def __set_name__(self, o, n):\n    self.n = n', ['def __set_name__(self, o, n)']],
    ['async def f():\n  await g()\n', []],
    ['if 1:\n  def f():\n    a()\n  b()', ['b()']],
  ])('%j does %j when it is imported', async (text, effects) => {
    expect((await readText(text)).topLevelCalls.map(({ text: call }) => call)).toEqual(effects);
  });

  it('says at which line', async () => {
    const { imports, topLevelCalls } = await readText('"""\na\n"""\nimport os\r\nf(1,\n 2)\ng()');
    expect(imports).toEqual([{ module: 'os', line: 4 }]);
    expect(topLevelCalls.map(({ line }) => line)).toEqual([5, 7]);
  });

  it('lists a statement that is too long to be followed', async () => {
    const { topLevelCalls } = await readText(`x = [${'0,'.repeat(10_000)}]; import os`);
    expect(topLevelCalls).toHaveLength(1);
  });

  it('names an encoding under which Python might read something else', async () => {
    const { defects } = await read(bytesOf('# -*- coding: utf-7 -*-\nx = 1'));
    expect(defects.map(({ code }) => code)).toEqual(['source-encoding']);
  });

  it('answers any bytes with facts or with MalformedError', async () => {
    const answers = async (bytes: Uint8Array) => {
      const answer = await read(bytes).catch((error: unknown) => error);
      expect(answer instanceof MalformedError || (answer as { facts?: unknown }).facts !== undefined).toBe(true);
    };
    const fragments = fc.constantFrom(
      'import ',
      'from ',
      'def f(',
      'class A:',
      '\n',
      '  ',
      '\t',
      '(',
      ')',
      '{',
      '}',
      'f"',
      '"',
      "'''",
      '\\',
      ':',
      ';',
      'lambda',
      'a.b',
      '=',
      '#',
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array(), answers));
    await fc.assert(
      fc.asyncProperty(fc.array(fragments, { maxLength: 60 }), (parts) => answers(bytesOf(parts.join('')))),
    );
    await answers(bytesOf('f"{'.repeat(50_000)));
    await answers(bytesOf('('.repeat(200_000)));
  });
});
