import { describe, expect, it } from 'vitest';
import { make } from './packed-answer.ts';
import { PageCache } from './page-cache.ts';

const page = (text: string) => make('text/html', text);

describe('pages that are kept', () => {
  it('are given as long as nothing has changed', () => {
    const cache = new PageCache(100_000);
    const made = page('a');
    cache.set('/', 1, made);
    expect(cache.get('/', 1)).toBe(made);
    expect(cache.get('/', 2)).toBeUndefined();
    expect(cache.get('/', 1)).toBeUndefined();
  });

  it('make room, the one asked for longest ago first', () => {
    const cache = new PageCache(30_000);
    const text = 'x'.repeat(1000);
    for (let index = 0; index < 20; index += 1) cache.set(`/${index}`, 1, page(`${index}${text}`));
    expect(cache.get('/0', 1)).toBeDefined();
    for (let index = 20; index < 40; index += 1) cache.set(`/${index}`, 1, page(`${index}${text}`));
    expect(cache.get('/1', 1)).toBeUndefined();
    expect(cache.get('/39', 1)).toBeDefined();
  });

  it('are none that would take the room of many', () => {
    const cache = new PageCache(30_000);
    cache.set('/', 1, page('x'.repeat(2000)));
    expect(cache.get('/', 1)).toBeUndefined();
  });
});
