import { describe, expect, it } from 'vitest';
import { compiledFolder } from './keep-compiled.ts';

const nowhere = () => {
  throw new Error('uv_os_homedir returned ENOENT');
};

describe('what Node compiled', () => {
  it('lies where caches do, or with all else of a home of its own', () => {
    expect(compiledFolder({}, () => '/home/ann')).toBe('/home/ann/.cache/weighbridge/code');
    expect(compiledFolder({ XDG_CACHE_HOME: '/cache' }, nowhere)).toBe('/cache/weighbridge/code');
    expect(compiledFolder({ WEIGHBRIDGE_HOME: '/wb', XDG_CACHE_HOME: '/cache' }, nowhere)).toBe('/wb/code');
  });

  it('lies nowhere that depends on where a command is called', () => {
    expect(compiledFolder({ XDG_CACHE_HOME: '.cache' }, () => '/home/ann')).toBe('/home/ann/.cache/weighbridge/code');
    expect(compiledFolder({ WEIGHBRIDGE_HOME: 'wb' }, () => '/home/ann')).toBeNull();
  });

  it('is not kept for somebody without a home', () => {
    expect(compiledFolder({}, nowhere)).toBeNull();
  });
});
