// People for the library of experts, and a server that has its key. The same number gives the same person.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createVault } from '#server/vault/vault.ts';
import { type ExpertApplication, emptyApplication } from '#shared/domain/experts/applications/model.ts';
import type { ExpertContent } from '#shared/domain/experts/library/person.ts';

export const expertKey = createHash('sha256').update('the key of the expert library in tests').digest();

const recovery = generateKeyPairSync('x25519');
export const recoveryPrivateKey = recovery.privateKey;
export const expertRecoveryKey = recovery.publicKey.export({ format: 'der', type: 'spki' });

/** Of commands that run in memory. */
export const testVault = createVault({ key: expertKey, recoveryKey: expertRecoveryKey, randomBytes });

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid 身份证号, another for each number below 800,000. */
function idNumberOf(no: number): string {
  const day = Math.floor(no / 999);
  const born = `${1960 + (Math.floor(day / 28) % 30)}01${String((day % 28) + 1).padStart(2, '0')}`;
  const body = `411002${born}${String((no % 999) + 1).padStart(3, '0')}`;
  const sum = weights.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const given = '明华丽强静磊芳军洋勇艳杰娟涛超敏';

/** Two names are the same from 256 on. */
export function anExpert(no: number, over: Partial<ExpertContent> = {}): ExpertContent {
  const name = `${surnames.charAt(no % 16)}示${given.charAt(Math.floor(no / 16) % 16)}`;
  return {
    name,
    idNumber: idNumberOf(no),
    phone: `139${String(10_000_000 + no).padStart(8, '0')}`,
    employer: `示例单位${no % 7}`,
    employerUscc: '',
    title: '高级工程师',
    level: 3,
    specialities: ['A0201'],
    regions: [],
    legal: false,
    remark: '',
    ...over,
  };
}

/** One that 采购办 has to draw for: three experts and a reserve, of A0201, from anywhere. */
export function anApplication(
  id: string,
  {
    content,
    ...over
  }: Partial<Omit<ExpertApplication, 'content'>> & {
    readonly content?: Partial<ExpertApplication['content']>;
  } = {},
): ExpertApplication {
  const party = '0190aa00-0000-7000-8000-0000000000aa';
  return {
    ...{
      id,
      projectId: party,
      projectName: '示例项目',
      purchaserId: party,
      purchaserName: '采购单位（示例）',
    },
    ...{ agencyId: null, regionCode: '411000', status: 'submitted', applyNo: 'ZJSQ-2026-0001' },
    content: {
      ...emptyApplication,
      demands: [{ specialities: ['A0201'], legal: false, regions: [], level: 0, count: 3, reserve: 1 }],
      ...content,
    },
    ...{ acknowledgedWarnings: [], fieldEdits: {}, createdBy: party, submittedBy: party },
    ...{ createdAt: 1, updatedAt: 1, submittedAt: 1, approvedAt: 1, history: [] },
    ...over,
  };
}
