import { describe, expect, it } from 'vitest';
import { recogniseLicence } from './recognise.ts';

const filler = (length: number): string => 'the work and its terms '.repeat(Math.ceil(length / 23));

const MIT = `MIT License

Copyright (c) 2024 Somebody

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

describe('a licence text', () => {
  it.each<[string, string]>([
    ['mit', MIT],
    ['mit', `# The MIT License (MIT)\n\n${MIT.slice(MIT.indexOf('Copyright'))}`],
    [
      'apache-2.0',
      `   Apache License\n   Version 2.0, January 2004\n   http://www.apache.org/licenses/\n${filler(10_000)}`,
    ],
    ['gpl-3.0', `GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007\n${filler(30_000)}`],
    ['agpl-3.0', `GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3, 19 November 2007\n${filler(30_000)}`],
    ['lgpl-3.0', `GNU LESSER GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007\n${filler(7_000)}`],
    ['gpl-2.0', `GNU GENERAL PUBLIC LICENSE\n Version 2, June 1991\n${filler(16_000)}`],
    ['mpl-2.0', `Mozilla Public License Version 2.0\n====\n${filler(15_000)}`],
    ['cc0-1.0', `Creative Commons Legal Code\n\nCC0 1.0 Universal\n${filler(6_000)}`],
    [
      'cc-by-4.0',
      `Attribution 4.0 International\n=====\n${filler(900)}Creative Commons Attribution 4.0 International Public License\n${filler(13_000)}`,
    ],
    [
      'cc-by-nc-sa-4.0',
      `Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International Public License\n${filler(13_000)}`,
    ],
    [
      'creativeml-openrail-m',
      `Copyright (c) 2022 X and contributors\n\nCreativeML Open RAIL-M\ndated August 22, 2022\n${filler(12_000)}`,
    ],
    ['openrail++', `Copyright (c) 2023 X\nCreativeML Open RAIL++-M License dated July 26, 2023\n${filler(12_000)}`],
    [
      'llama3.1',
      `LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\nLlama 3.1 Version Release Date: July 23, 2024\n${filler(6_000)}`,
    ],
    ['llama2', `LLAMA 2 COMMUNITY LICENSE AGREEMENT\t\n${filler(6_000)}`],
    ['gemma', `Gemma Terms of Use\n\nLast modified: April 1, 2024\n${filler(9_000)}`],
  ])('is recognised: %s', (id, text) => {
    expect(recogniseLicence(text)).toBe(id);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['other words', 'All rights reserved.'],
    ['its name alone', 'MIT'],
    ['a heading alone', 'Apache License\nVersion 2.0, January 2004\n'],
    ['an MIT text with another sentence', `${MIT}\nIf you have more than 100 million users, show our name.\n`],
    [
      'an MIT text with a condition within',
      MIT.replace('The above', `You must show our name in every product. ${filler(200)} The above`),
    ],
    ['a modified MIT text', `Modified ${MIT}`],
    ['an Apache text with terms of its own', `Apache License Version 2.0, January 2004\n${filler(14_000)}`],
    [
      'a text that names a licence further down',
      `Somebody's own licence. ${filler(400)} Apache License Version 2.0, January 2004 ${filler(9_000)}`,
    ],
    ['megabytes', `MIT License ${'a'.repeat(3_000_000)}`],
  ])('is not recognised: %s', (_, text) => {
    expect(recogniseLicence(text)).toBe(null);
  });
});
