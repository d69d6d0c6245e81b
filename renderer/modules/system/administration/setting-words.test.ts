import { expect, it } from 'vitest';
import { defaultCentralisedEdition } from '#shared/codes/centralised-catalogue.ts';
import { settingWords } from './setting-words.ts';

it('names the edition of the 集中采购目录 by its title, and keeps one it does not know', () => {
  expect(settingWords('catalogue.centralisedEdition', defaultCentralisedEdition)).toMatch(
    /政府集中采购目录/u,
  );
  expect(settingWords('catalogue.centralisedEdition', 'xuchang-2031')).toBe('xuchang-2031');
});
