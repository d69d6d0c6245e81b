import { describe, expect, it } from 'vitest';
import { palettes, primaryShade } from './theme.ts';

/** WCAG 2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** As Mantine makes the ground of the light variant in dark. */
function halfBlack(colour: string): string {
  const part = (at: number) =>
    Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.5)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}

const { gray, dark, ...accents } = palettes;
const readable = 4.5;

describe('text can be read', () => {
  it('counts as the standard does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it.each(Object.entries(accents))('%s', (_name, shades) => {
    expect(contrast('#ffffff', shades[primaryShade.light])).toBeGreaterThanOrEqual(readable);
    expect(contrast('#ffffff', shades[primaryShade.dark])).toBeGreaterThanOrEqual(readable);
    expect(contrast(shades[9], shades[1])).toBeGreaterThanOrEqual(readable);
    expect(contrast(shades[0], halfBlack(shades[9]))).toBeGreaterThanOrEqual(readable);
    // The accent as text: on the page and on the ground behind it.
    for (const ground of ['#ffffff', gray[0], gray[1]]) {
      expect(contrast(shades[7], ground)).toBeGreaterThanOrEqual(readable);
    }
    for (const ground of [dark[5], dark[6], dark[7], dark[8]]) {
      expect(contrast(shades[4], ground)).toBeGreaterThanOrEqual(readable);
    }
  });

  it('greys', () => {
    for (const ground of ['#ffffff', gray[0], gray[1]]) {
      expect(contrast(gray[6], ground)).toBeGreaterThanOrEqual(readable);
      expect(contrast(gray[9], ground)).toBeGreaterThanOrEqual(readable);
    }
    for (const ground of [dark[5], dark[6], dark[7], dark[8]]) {
      expect(contrast(dark[2], ground)).toBeGreaterThanOrEqual(readable);
      expect(contrast(dark[0], ground)).toBeGreaterThanOrEqual(readable);
    }
  });
});
