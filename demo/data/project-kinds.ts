// What the units of a city like 许昌 buy: names, 品目 of the 2022 catalogue, usual prices in yuan, the trade of the suppliers. Prices are
// plausible, not taken from any real notice.
import type { ProjectCategory } from '#shared/codes/procurement.ts';
import type { UnitKind } from './organisations.ts';

export type ItemKind = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Yuan a piece, from and to. Null when the item is the whole job (a works or service contract). */
  readonly price: readonly [from: number, to: number] | null;
  readonly green?: 'ENERGY_MANDATORY' | 'ENERGY_PRIORITY' | 'ENVIRONMENT_LABEL' | 'GREEN_MATERIALS';
};

export type ProjectKind = {
  readonly title: string;
  readonly units: readonly UnitKind[];
  readonly category: ProjectCategory;
  readonly industry: string;
  /** Yuan; half of such projects cost less. */
  readonly median: number;
  /** 技术、服务等标准统一: 条例 art 34 demands the lowest price then. */
  readonly uniform: boolean;
  readonly period: string;
  readonly items: readonly [ItemKind, ...ItemKind[]];
};

const everybody: readonly UnitKind[] = [
  'school',
  'hospital',
  'bureau',
  'street',
  'police',
  'city_services',
  'culture',
];

const goods = (
  title: string,
  units: readonly UnitKind[],
  median: number,
  uniform: boolean,
  items: ProjectKind['items'],
): ProjectKind => ({
  title,
  units,
  category: 'A',
  industry: 'INDUSTRY',
  median,
  uniform,
  period: '合同签订之日起45个日历日内完成供货、安装和调试',
  items,
});
const works = (
  title: string,
  units: readonly UnitKind[],
  median: number,
  code: string,
  name: string,
): ProjectKind => ({
  title,
  units,
  category: 'B',
  industry: 'CONSTRUCTION',
  median,
  uniform: false,
  period: '合同签订之日起90个日历日内完工',
  items: [{ code, name, unit: '项', price: null, green: 'GREEN_MATERIALS' }],
});
const service = (
  title: string,
  units: readonly UnitKind[],
  median: number,
  industry: string,
  code: string,
  name: string,
): ProjectKind => ({
  title,
  units,
  category: 'C',
  industry,
  median,
  uniform: false,
  period: '合同签订之日起一年',
  items: [{ code, name, unit: '项', price: null }],
});

export const projectKinds: readonly [ProjectKind, ...ProjectKind[]] = [
  goods('办公设备采购项目', everybody, 180_000, true, [
    { code: 'A02010105', name: '台式计算机', unit: '台', price: [4200, 6500], green: 'ENERGY_MANDATORY' },
    { code: 'A02021003', name: 'A4黑白打印机', unit: '台', price: [1100, 2400], green: 'ENERGY_MANDATORY' },
    { code: 'A02020400', name: '多功能一体机', unit: '台', price: [2600, 5200] },
  ]),
  goods('办公家具采购项目', everybody, 220_000, true, [
    { code: 'A05010201', name: '办公桌', unit: '张', price: [900, 2200], green: 'ENVIRONMENT_LABEL' },
    { code: 'A05010301', name: '办公椅', unit: '把', price: [320, 880], green: 'ENVIRONMENT_LABEL' },
    { code: 'A05010502', name: '文件柜', unit: '组', price: [600, 1300], green: 'ENVIRONMENT_LABEL' },
  ]),
  goods('机房设备更新项目', ['bureau', 'police', 'school', 'hospital'], 780_000, false, [
    { code: 'A02010104', name: '服务器', unit: '台', price: [38_000, 92_000] },
    { code: 'A02010202', name: '核心交换机', unit: '台', price: [26_000, 68_000] },
    { code: 'A02010502', name: '磁盘阵列', unit: '套', price: [90_000, 260_000] },
  ]),
  goods('网络安全设备采购项目', ['bureau', 'police', 'hospital', 'school'], 460_000, false, [
    { code: 'A02010301', name: '下一代防火墙', unit: '台', price: [48_000, 120_000] },
    { code: 'A02010307', name: '日志审计系统', unit: '套', price: [36_000, 88_000] },
    { code: 'A02010303', name: '入侵防御设备', unit: '台', price: [52_000, 110_000] },
  ]),
  goods('智慧教室设备采购项目', ['school'], 690_000, false, [
    { code: 'A02020800', name: '触控一体机', unit: '台', price: [13_000, 21_000] },
    { code: 'A02091200', name: '教室音频设备', unit: '套', price: [1800, 4200] },
    { code: 'A05010203', name: '学生课桌', unit: '张', price: [180, 340], green: 'ENVIRONMENT_LABEL' },
    { code: 'A05010304', name: '学生课椅', unit: '把', price: [90, 180], green: 'ENVIRONMENT_LABEL' },
  ]),
  goods('学生宿舍床具采购项目', ['school'], 320_000, true, [
    { code: 'A05010101', name: '钢木双层床', unit: '张', price: [780, 1260], green: 'ENVIRONMENT_LABEL' },
    { code: 'A05030300', name: '学生被服', unit: '套', price: [260, 420] },
  ]),
  goods('图书采购项目', ['school', 'culture'], 260_000, true, [
    { code: 'A04010100', name: '中文图书', unit: '册', price: [28, 56] },
  ]),
  goods('医用超声设备采购项目', ['hospital'], 1_900_000, false, [
    { code: 'A02320500', name: '彩色多普勒超声诊断系统', unit: '台', price: [680_000, 1_650_000] },
  ]),
  goods('磁共振成像系统采购项目', ['hospital'], 9_600_000, false, [
    { code: 'A02321000', name: '1.5T磁共振成像系统', unit: '台', price: [6_800_000, 9_800_000] },
  ]),
  goods('检验设备采购项目', ['hospital'], 1_250_000, false, [
    { code: 'A02321900', name: '全自动生化分析仪', unit: '台', price: [420_000, 980_000] },
    { code: 'A02320300', name: '多参数监护仪', unit: '台', price: [18_000, 42_000] },
  ]),
  goods('病房护理设备采购项目', ['hospital'], 540_000, true, [
    { code: 'A02322700', name: '电动病床', unit: '张', price: [5200, 12_000] },
    { code: 'A05030300', name: '病员被服', unit: '套', price: [180, 360] },
  ]),
  goods('环卫作业车辆采购项目', ['city_services', 'street'], 1_650_000, false, [
    { code: 'A02030627', name: '压缩式垃圾车', unit: '辆', price: [320_000, 560_000] },
    { code: 'A02030628', name: '洒水车', unit: '辆', price: [260_000, 420_000] },
  ]),
  goods('执法装备采购项目', ['police', 'city_services'], 380_000, true, [
    { code: 'A02020600', name: '执法记录仪', unit: '台', price: [1200, 2600] },
    { code: 'A02370400', name: '安全检查设备', unit: '套', price: [24_000, 86_000] },
  ]),
  goods('校园健身器材采购项目', ['school', 'street', 'culture'], 290_000, true, [
    { code: 'A02462600', name: '室外健身器材', unit: '件', price: [2200, 6800] },
  ]),
  goods('空调设备采购项目', everybody, 240_000, true, [
    { code: 'A02061804', name: '柜式空调机', unit: '台', price: [5200, 8800], green: 'ENERGY_MANDATORY' },
    { code: 'A02061804', name: '壁挂式空调机', unit: '台', price: [2300, 3600], green: 'ENERGY_MANDATORY' },
  ]),
  goods('复印纸采购项目', everybody, 45_000, true, [
    { code: 'A05040101', name: 'A4复印纸', unit: '箱', price: [110, 190], green: 'ENVIRONMENT_LABEL' },
  ]),
  works('办公楼维修改造工程', everybody, 880_000, 'B08010000', '办公用房修缮'),
  works('会议室装修工程', everybody, 420_000, 'B07000000', '室内装修'),
  works('校舍维修改造工程', ['school'], 1_450_000, 'B08010000', '校舍修缮'),
  works('道路维修工程', ['city_services', 'street'], 2_100_000, 'B02050000', '城市道路维修'),
  works(
    '监控系统建设工程',
    ['police', 'street', 'school'],
    960_000,
    'B06020200',
    '保安监控和防盗报警系统工程',
  ),
  service('物业管理服务采购项目', everybody, 620_000, 'PROPERTY_MANAGEMENT', 'C21040000', '物业管理服务'),
  service('保安服务采购项目', everybody, 480_000, 'LEASING_BUSINESS', 'C05040300', '保安服务'),
  service('信息系统运行维护服务采购项目', everybody, 360_000, 'SOFTWARE', 'C16070300', '软件运维服务'),
  service(
    '业务管理系统开发服务采购项目',
    ['bureau', 'police', 'hospital', 'city_services', 'culture'],
    1_180_000,
    'SOFTWARE',
    'C16010302',
    '行业应用软件开发服务',
  ),
  service(
    '网络接入服务采购项目',
    everybody,
    150_000,
    'INFORMATION_TRANSMISSION',
    'C17010200',
    '网络接入服务',
  ),
  service(
    '园林绿化养护服务采购项目',
    ['city_services', 'street', 'culture'],
    1_350_000,
    'OTHER',
    'C13030000',
    '园林绿化养护服务',
  ),
  service(
    '清扫保洁服务采购项目',
    ['city_services', 'street'],
    2_400_000,
    'OTHER',
    'C13040000',
    '清扫保洁服务',
  ),
  service('干部培训服务采购项目', ['bureau', 'school', 'street'], 130_000, 'OTHER', 'C02060000', '培训服务'),
  service('工程造价审计服务采购项目', ['bureau', 'city_services'], 240_000, 'OTHER', 'C23030000', '审计服务'),
  service(
    '法律顾问服务采购项目',
    ['bureau', 'street'],
    90_000,
    'LEASING_BUSINESS',
    'C23010000',
    '法律顾问服务',
  ),
  service('印刷服务采购项目', everybody, 85_000, 'INDUSTRY', 'C23090199', '资料印刷服务'),
];
