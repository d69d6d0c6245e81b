import { describe, expect, it } from 'vitest';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { anId } from '#test/builders/ids.ts';
import { followingPackage } from './content.ts';
import type { PlanContent, PlanItem, PlannedSection } from './model.ts';
import { catalogueChoices, packageOfSection, packagesOf } from './packages.ts';

const [item] = exampleContent.items as [PlanItem];
const anItem = (name: string, parts: Partial<PlanItem>): PlanItem => ({ ...item, id: anId(name), ...parts });
const aPackage = (no: string, parts: Partial<PlannedSection> = {}): PlannedSection => ({
  id: anId(`package ${no}`),
  no,
  name: `Package ${no}`,
  budget: null,
  reserve: null,
  ...followingPackage,
  ...parts,
});
const divided = (parts: Partial<PlanContent>): PlanContent => ({ ...exampleContent, ...parts });

describe('a plan in packages', () => {
  const content = divided({
    smeMode: 'LOT',
    evalMethod: 'COMPREHENSIVE_SCORE',
    items: [
      anItem('a', { catalogCode: 'A02010301', amount: 300, plannedSectionId: anId('package 1') }),
      anItem('b', { catalogCode: 'A02010307', amount: 900, plannedSectionId: anId('package 2') }),
      anItem('c', { catalogCode: 'A02010303', amount: 400, plannedSectionId: anId('package 1') }),
      anItem('lost', { amount: 1, plannedSectionId: anId('package gone') }),
    ],
    plannedSections: [aPackage('1', { budget: 700 }), aPackage('2', { budget: 900, reserve: 900 })],
  });

  it('gives each package its own items, sum, 品目, 预留 and 评审方法', () => {
    expect(
      packagesOf(content).map(({ items, itemsSum, catalogue, smeReserved, reserve, evalMethod }) => [
        items.map(({ id }) => id),
        itemsSum,
        catalogue?.code,
        smeReserved,
        reserve,
        evalMethod,
      ]),
    ).toEqual([
      // The costlier item stands for the package.
      [[anId('a'), anId('c')], 700, 'A02010303', false, null, 'COMPREHENSIVE_SCORE'],
      [[anId('b')], 900, 'A02010307', true, 900, 'COMPREHENSIVE_SCORE'],
    ]);
  });

  it('lets a package say otherwise', () => {
    const [first, second] = content.plannedSections as [PlannedSection, PlannedSection];
    const otherwise = packagesOf({
      ...content,
      plannedSections: [
        { ...first, catalogCode: 'A02010301', smeReserved: true, evalMethod: 'LOWEST_PRICE' },
        { ...second, smeReserved: false, reserve: null },
      ],
    });
    expect(otherwise).toMatchObject([
      {
        catalogue: { edition: '2022', code: 'A02010301' },
        smeReserved: true,
        reserve: 700,
        evalMethod: 'LOWEST_PRICE',
      },
      { smeReserved: false, reserve: null },
    ]);
  });

  it.each([
    ['WHOLE_PROJECT', [true, true]],
    ['LOT', [false, true]],
    ['SUBCONTRACT', [false, false]],
    ['NONE', [false, false]],
    [null, [false, false]],
  ])('reserves by %s what the mode says', (smeMode, expected) => {
    expect(packagesOf({ ...content, smeMode }).map(({ smeReserved }) => smeReserved)).toEqual(expected);
  });

  it('has every item in its only package, whatever they name', () => {
    const [only] = packagesOf({ ...content, plannedSections: [aPackage('1')] });
    expect(only?.items).toHaveLength(4);
  });

  it('offers the 品目 of the items, each once, the costliest first', () => {
    expect(catalogueChoices(content.items).map(({ code }) => code)).toEqual([
      'A02010307',
      'A02010303',
      'A02010301',
      'A02321900',
    ]);
  });

  it('finds the package of a section by what the centre names, and by the name where it names none', () => {
    const packages = packagesOf(content);
    const found = (plannedSectionId: string | null, name: string) =>
      packageOfSection(packages, { plannedSectionId, name })?.planned.no;
    expect(found(anId('package 2'), 'Package 1')).toBe('2');
    expect(found(anId('package gone'), 'Package 1')).toBeUndefined();
    expect(found(null, 'Package 1')).toBe('1');
    expect(found(null, 'Another name')).toBeUndefined();
    const twice = packagesOf({
      ...content,
      plannedSections: [aPackage('1'), aPackage('2', { name: 'Package 1' })],
    });
    expect(packageOfSection(twice, { plannedSectionId: null, name: 'Package 1' })).toBeUndefined();
  });
});
