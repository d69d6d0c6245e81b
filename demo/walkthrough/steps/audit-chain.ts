import { expect } from '../outcome.ts';
import { serverTruth } from '../server-truth.ts';
import type { Step } from '../world.ts';

export const auditChain: Step = {
  title: '审计链校验',
  async run({ server }) {
    await server.stop();
    const whole = await serverTruth(server.folder, (database) => database.audit());
    expect(
      whole.findings.length === 0,
      `the chain has findings: ${JSON.stringify(whole.findings.slice(0, 3))}`,
    );
    expect(whole.entries > 100, `the chain has only ${whole.entries} entries`);
    // A verifier that finds nothing proves something only if it finds an edit.
    const edited = await serverTruth(server.folder, (database) => database.auditAfterAnEdit());
    expect(edited.findings.length > 0, 'an edited entry was not found');
    return `${whole.entries} 条记录首尾相连，末条 ${whole.lastHash.slice(0, 16)}…；改动一条即被发现`;
  },
};
