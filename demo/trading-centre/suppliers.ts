// Suppliers who bid at the demo's trading centre; all invented.
import { randomOf } from '#demo/data/random.ts';
import { makeUscc } from '#demo/data/uscc.ts';

export const supplierNames: readonly string[] = [
  '河南示例科教设备有限公司',
  '许昌示例信息技术有限公司',
  '郑州示例医疗器械有限公司',
  '洛阳示例办公家具有限公司',
  '新乡示例建设工程有限公司',
  '漯河示例物业服务有限公司',
  '开封示例环境科技有限公司',
  '平顶山示例软件有限公司',
  '南阳示例仪器仪表有限公司',
  '周口示例图书文化有限公司',
  '安阳示例安防工程有限公司',
  '焦作示例商贸有限公司',
];

/** The same wherever it bids: it is what a supplier is known by. */
export function supplierUscc(name: string): string {
  return makeUscc('91', '411002', randomOf(`supplier/${name}`));
}
