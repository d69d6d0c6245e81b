// The regions of 许昌 that have a finance bureau of their own, with the abbreviations that number patterns and user names use.

export type DemoRegion = {
  readonly code: string;
  readonly name: string;
  /** For user names. */
  readonly short: string;
  /** For 备案号, e.g. 许财采购-2026-0001. */
  readonly prefix: string;
  /** City level: only here may a non-tender method above the threshold be approved (条例 art 23). */
  readonly city: boolean;
};

const region = (code: string, name: string, short: string, prefix: string): DemoRegion => ({
  code,
  name,
  short,
  prefix,
  city: code === '411000',
});

export const demoRegions = [
  region('411000', '许昌市', 'xc', '许财采购'),
  region('411002', '魏都区', 'wd', '魏财采购'),
  region('411003', '建安区', 'ja', '建财采购'),
  region('411024', '鄢陵县', 'yl', '鄢财采购'),
  region('411025', '襄城县', 'xx', '襄财采购'),
  region('411071', '许昌经济技术开发区', 'kf', '许经开财采购'),
  region('411081', '禹州市', 'yz', '禹财采购'),
  region('411082', '长葛市', 'cg', '长财采购'),
] as const satisfies readonly DemoRegion[];
