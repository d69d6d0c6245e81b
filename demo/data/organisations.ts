// Some 60 purchasing units spread over the city and its counties, 12 agencies, an office and a trading centre each region. All invented:
// every name says 示例, every USCC is valid in form and belongs to nobody.
import type { Organisation } from '#shared/domain/admin/model.ts';
import { makeName, makePhone } from './names.ts';
import { type Random, randomOf } from './random.ts';
import { type DemoRegion, demoRegions } from './regions.ts';
import { makeUscc } from './uscc.ts';

/** What a unit does decides what it buys. */
export type UnitKind = 'school' | 'hospital' | 'bureau' | 'street' | 'police' | 'city_services' | 'culture';
/** The row, and what the generator knows about it besides. */
export type DemoOrganisation = {
  readonly row: Organisation;
  readonly region: DemoRegion;
  /** For user names: `xc-syxx`. */
  readonly slug: string;
  readonly unitKind: UnitKind | null;
};
type UnitLine = readonly [
  slug: string,
  name: string,
  registration: '11' | '12' | '13',
  kind: UnitKind,
  supervisor: string,
];

const cityUnits: readonly UnitLine[] = [
  ['syxx', '示例第一实验小学', '12', 'school', '许昌市教育局（示例）'],
  ['jyj', '示例教育局', '11', 'bureau', '许昌市人民政府（示例）'],
  ['wjw', '示例卫生健康委员会', '11', 'bureau', '许昌市人民政府（示例）'],
  ['gaj', '示例公安局', '11', 'police', '许昌市人民政府（示例）'],
  ['cgj', '示例城市管理局', '11', 'city_services', '许昌市人民政府（示例）'],
  ['jtj', '示例交通运输局', '11', 'city_services', '许昌市人民政府（示例）'],
  ['slj', '示例水利局', '11', 'bureau', '许昌市人民政府（示例）'],
  ['sthj', '示例生态环境局', '11', 'bureau', '许昌市人民政府（示例）'],
  ['wglj', '示例文化广电和旅游局', '11', 'culture', '许昌市人民政府（示例）'],
  ['dsj', '示例政务服务和大数据管理局', '11', 'bureau', '许昌市人民政府（示例）'],
  ['scjg', '示例市场监督管理局', '11', 'bureau', '许昌市人民政府（示例）'],
  ['zxyy', '示例中心医院', '12', 'hospital', '许昌市卫生健康委员会（示例）'],
  ['zyy', '示例中医院', '12', 'hospital', '许昌市卫生健康委员会（示例）'],
  ['fby', '示例妇幼保健院', '12', 'hospital', '许昌市卫生健康委员会（示例）'],
  ['cdc', '示例疾病预防控制中心', '12', 'hospital', '许昌市卫生健康委员会（示例）'],
  ['gz1', '示例第一高级中学', '12', 'school', '许昌市教育局（示例）'],
  ['zyxy', '示例职业技术学院', '12', 'school', '许昌市教育局（示例）'],
  ['tsg', '示例图书馆', '12', 'culture', '许昌市文化广电和旅游局（示例）'],
  ['fy', '示例中级人民法院', '11', 'police', ''],
  ['zgh', '示例总工会', '13', 'bureau', ''],
];

const countyUnits: readonly UnitLine[] = [
  ['jtj', '示例教育体育局', '11', 'bureau', '人民政府（示例）'],
  ['rmyy', '示例人民医院', '12', 'hospital', '卫生健康委员会（示例）'],
  ['gz1', '示例第一高级中学', '12', 'school', '教育体育局（示例）'],
  ['syxx', '示例第二实验小学', '12', 'school', '教育体育局（示例）'],
  ['cgj', '示例城市管理局', '11', 'city_services', '人民政府（示例）'],
  ['jdb', '示例街道办事处', '11', 'street', '人民政府（示例）'],
];

const agencyNames: readonly (readonly [slug: string, name: string, regionCode: string])[] = [
  ['jzcg', '许昌市示例政府集中采购中心', '411000'],
  ['zhzb', '河南示例正衡招标代理有限公司', '411000'],
  ['hxgl', '河南示例恒信工程管理有限公司', '411000'],
  ['xczx', '许昌示例中兴工程咨询有限公司', '411000'],
  ['lyzb', '许昌示例莲城招标代理有限公司', '411002'],
  ['bhzb', '河南示例百汇招标采购有限公司', '411002'],
  ['cwzx', '河南示例曹魏项目咨询有限公司', '411003'],
  ['hdgl', '鄢陵示例花都项目管理有限公司', '411024'],
  ['sszb', '襄城示例首山招标代理有限公司', '411025'],
  ['jdzb', '禹州示例钧都招标代理有限公司', '411081'],
  ['dyzx', '禹州示例大禹工程咨询有限公司', '411081'],
  ['gtgl', '长葛示例葛天项目管理有限公司', '411082'],
];

// The time in the ids of demo records; it only sorts them.
const idTime = Date.UTC(2026, 0, 1);

export function demoOrganisations(seed: string): readonly DemoOrganisation[] {
  return [
    ...demoRegions.flatMap((region) => [
      make(seed, region, `${region.short}-cgb`, {
        kind: 'office',
        name: `${region.name}财政局政府采购监督管理办公室（示例）`,
        registration: '11',
      }),
      make(seed, region, `${region.short}-ggzy`, {
        kind: 'centre',
        name: `${region.name}公共资源交易中心（示例）`,
        registration: '12',
      }),
    ]),
    ...demoRegions.flatMap((region) => unitsOf(seed, region)),
    ...agencyNames.map(([slug, name, regionCode], index) =>
      make(seed, regionOf(regionCode), slug, {
        kind: 'agency',
        name,
        registration: index === 0 ? '12' : '91',
        agencyKind: index === 0 ? 'CENTRAL_AGENCY' : 'SOCIAL_AGENCY',
      }),
    ),
  ];
}

export function regionOf(code: string): DemoRegion {
  const found = demoRegions.find((region) => region.code === code);
  if (found === undefined) throw new Error(`no demo region ${code}`);
  return found;
}

function unitsOf(seed: string, region: DemoRegion): readonly DemoOrganisation[] {
  const lines = region.city ? cityUnits : countyUnits;
  return lines.map(([slug, name, registration, unitKind, supervisor], index) =>
    make(seed, region, `${region.short}-${slug}`, {
      kind: 'purchaser',
      name: `${region.name}${name}`,
      registration,
      unitKind,
      supervisingUnit: region.city || supervisor === '' ? supervisor : `${region.name}${supervisor}`,
      budgetUnitCode: `${region.code.slice(-2)}${String(101 + index)}001`,
    }),
  );
}

type Parts = {
  readonly kind: Organisation['kind'];
  readonly name: string;
  readonly registration: '11' | '12' | '13' | '91';
  readonly agencyKind?: 'CENTRAL_AGENCY' | 'SOCIAL_AGENCY';
  readonly unitKind?: UnitKind;
  readonly supervisingUnit?: string;
  readonly budgetUnitCode?: string;
};

function make(seed: string, region: DemoRegion, slug: string, parts: Parts): DemoOrganisation {
  const random = randomOf(`${seed}/organisation/${slug}`);
  const row: Organisation = {
    id: random.uuid(idTime),
    kind: parts.kind,
    name: parts.name,
    uscc: makeUscc(parts.registration, region.code, random),
    regionCode: region.code,
    budgetUnitCode: parts.budgetUnitCode ?? '',
    supervisingUnit: parts.supervisingUnit ?? '',
    agencyKind: parts.agencyKind ?? null,
    address: addressIn(region, random),
    contact: makeName(random),
    phone: makePhone(random),
    active: true,
  };
  return { row, region, slug, unitKind: parts.unitKind ?? null };
}

function addressIn(region: DemoRegion, random: Random): string {
  const street = random.pick(['示例大道', '文明示例路', '建设示例路', '莲城示例大道', '示例东街']);
  return `河南省许昌市${region.city ? '' : region.name}${street}${random.int(1, 399)}号`;
}
