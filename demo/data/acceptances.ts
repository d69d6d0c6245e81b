// Acceptances of the demo: how far each contract in force comes, and what its group finds.
import {
  type AcceptanceContent,
  type AcceptancePurpose,
  stagesOf,
} from '#shared/domain/contracts/acceptances/model.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { demoFile, demoPapers } from './demo-files.ts';
import type { Random } from './random.ts';

export type AcceptanceStep = 'submit' | 'return' | 'approve' | 'conclude';

type Course = {
  /** What comes of it: of a stage, of everything, or not at all. */
  readonly as: 'stage' | 'whole' | 'failed';
  readonly steps: readonly AcceptanceStep[];
};
const concluded = ['submit', 'approve', 'conclude'] as const;

/** One after the other on one contract; the contracts behind them are left for a first acceptance. */
export const demoAcceptances: readonly (readonly Course[])[] = [
  [{ as: 'whole', steps: concluded }],
  [
    { as: 'stage', steps: concluded },
    { as: 'failed', steps: concluded },
    { as: 'whole', steps: [] },
  ],
  [{ as: 'whole', steps: ['submit'] }],
  [{ as: 'whole', steps: ['submit', 'return'] }],
  [{ as: 'whole', steps: ['submit', 'approve'] }],
];

export const acceptanceReturned = '请逐项写明检测数据，并补充验收小组专家的工作单位（示例）。';

type Of = {
  readonly as: Course['as'];
  readonly category: 'A' | 'B' | 'C';
  readonly unit: string;
  readonly today: PlainDate;
  readonly random: Random;
  readonly idTime: number;
};

/** On what is known of its contract. */
export function acceptanceContent(known: AcceptanceContent, of: Of): AcceptanceContent {
  const { as, category, unit, today, random, idTime } = of;
  const newId = () => random.uuid(idTime);
  const served = category === 'C';
  const member = (
    name: string,
    from: string,
    role: AcceptanceContent['members'][number]['role'],
    head = false,
  ) => ({ id: newId(), name, unit: from, role, head });
  const file = (purpose: AcceptancePurpose, paper: keyof typeof demoPapers) => ({
    ...demoFile(newId(), demoPapers[paper]),
    purpose,
  });
  const evidence = file('evidence', 'acceptanceEvidence');
  const stage = as === 'stage' ? (stagesOf[category][0] ?? null) : known.stage;
  const failed = as === 'failed';
  return {
    ...known,
    ...{ requestedOn: today, answeredOn: today, heldOn: today },
    part: as === 'stage' ? 'part' : known.part === 'once' ? 'once' : 'last',
    stage,
    ...(stage === 'period' ? { periodFrom: addDays(today, -30), periodUntil: today } : {}),
    publicService: served,
    method: '清点数量，核对品牌型号，逐项试运行，抽查资料（示例）。',
    place: known.place || unit,
    standards: known.standards || '按采购文件、响应文件和合同约定验收（示例）。',
    members: [
      member('陈建军（示例）', unit, 'purchaser', true),
      served ? member('李桂兰（示例）', '', 'served') : member('周明（示例）', unit, 'user'),
      member('赵志远（示例）', '示例职业技术学院', 'expert'),
    ],
    rows: known.rows.map((row, index) => ({
      ...row,
      requirement: row.requirement || '符合采购文件和合同约定',
      found:
        failed && index === 0
          ? '抽测两台，运行指标低于合同约定（示例）'
          : '数量、规格与合同一致，运行正常（示例）',
      passed: !(failed && index === 0),
      evidenceId: index === 0 ? evidence.id : null,
    })),
    servedOpinion: served ? '服务及时，态度良好，希望增加巡检次数（示例）。' : '',
    problems: failed ? '部分设备运行指标不达标（示例）。' : '',
    groupOpinion: failed
      ? '不符合合同约定的技术标准，整改后再次验收（示例）。'
      : '符合合同约定的技术、服务、安全标准（示例）。',
    conclusion: failed ? 'failed' : 'passed',
    ...(failed
      ? {
          rectification: '更换不达标的部件并重新调试，提交检测报告（示例）。',
          rectifyUntil: addDays(today, 14),
        }
      : {}),
    purchaserOpinion: failed ? '同意验收小组意见，请供应商按期整改（示例）。' : '同意验收小组意见（示例）。',
    supplierAnswer: 'confirmed',
    files: [
      file('signed', 'acceptanceRecord'),
      evidence,
      ...(stage === 'completion' ? [file('completion', 'completionRecord')] : []),
    ],
  };
}
