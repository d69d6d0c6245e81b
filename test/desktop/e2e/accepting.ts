// 履约验收: filled in by the 经办岗 for a contract that is filed, reviewed by the 审核岗, concluded; the contract says from then on that it is accepted.
import { demoFiles } from '#demo/data/demo-files.ts';
import { acceptancePages, forms, label } from '#shared/text/index.ts';
import { acceptancePagesOf } from '../pages/acceptance-page.ts';
import { expect } from '../pages/expect.ts';
import { taskListOf } from '../pages/task-list.ts';
import { today } from './a-plan.ts';
import { announcedName } from './announcing.ts';
import { contractNo, paper } from './contracting.ts';
import { frames, type Stage } from './stage.ts';

const { decisions, form, ofContract, part, tasks, toContract } = acceptancePages;
const [signed, completion] = [label('acceptances.purpose.signed'), label('acceptances.purpose.completion')];

export async function acceptanceFilledIn(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const acceptance = acceptancePagesOf(page);
  await atDesk.goTo('acceptances');
  await acceptance.add();
  await acceptance.choose(contractNo);

  // What the contract demands stands there; what is missing is said at its place.
  await expect(acceptance.heading).toHaveText(form.newTitle);
  await expect(acceptance.box('standards')).not.toHaveValue('');
  const rows = await acceptance.rows();
  expect(rows).toBeGreaterThan(0);
  await acceptance.trySubmit();
  await expect(acceptance.summary).toBeVisible();
  await expect(acceptance.frame('method')).toContainText(forms.error);

  await acceptance.type('requestedOn', today());
  await acceptance.type('heldOn', today());
  await acceptance.pick('stage', label('acceptances.stage.completion'));
  await acceptance.type('method', '现场查验，核对竣工图纸（示例）');
  const group = [
    ['王一（示例）', '示例单位'],
    ['李二（示例）', '示例单位'],
    ['赵三（示例）', '示例大学'],
  ] as const;
  for (const [index, [name, unit]] of group.entries()) {
    await acceptance.addMember();
    await acceptance.typeCell('members', index + 1, 'name', name);
    await acceptance.typeCell('members', index + 1, 'unit', unit);
    await acceptance.cell('members', index + 1, 'role').selectOption('purchaser');
  }
  for (let line = 1; line <= rows; line += 1) {
    await acceptance.typeCell('rows', line, 'requirement', '按图施工（示例）');
    await acceptance.typeCell('rows', line, 'found', '与图纸一致（示例）');
    await acceptance.cell('rows', line, 'passed').selectOption('false');
  }
  await acceptance.type('groupOpinion', '符合合同约定（示例）');
  // Nothing passes as a whole of which a part does not.
  await acceptance.pick('conclusion', label('acceptances.conclusion.passed'));
  await expect(acceptance.frame('conclusion')).toContainText('结论不能为“合格”');
  for (let line = 1; line <= rows; line += 1) {
    await acceptance.cell('rows', line, 'passed').selectOption('true');
  }
  await expect(acceptance.frame('conclusion')).not.toContainText('结论不能为“合格”');
  await acceptance.type('purchaserOpinion', '同意（示例）');
  await acceptance.pick('supplierAnswer', label('acceptances.supplierAnswer.confirmed'));
  await acceptance.attach([
    paper(data, `${signed}.pdf`, demoFiles.other.bytes),
    paper(data, `${completion}.pdf`, demoFiles.requirements.bytes),
  ]);
  await expect(acceptance.fileRow(`${completion}.pdf`)).toBeVisible();
  await acceptance.submit();
  await expect(acceptance.heading).toHaveText(ofContract(contractNo));
  await acceptance.status('review');
  await atDesk.synced();
}

export async function acceptanceConcluded(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const own = acceptancePagesOf(clerk.page);
  const review = acceptancePagesOf(other.page);
  await atOther.signedInAs('purchaser_reviewer');
  await atOther.syncNow();
  await atOther.goTo('tasks');
  await taskListOf(other.page).open(announcedName, tasks.approve);
  await review.status('review');
  await review.approve();
  await review.status('approved');
  await atOther.synced();

  await atDesk.syncNow();
  await own.status('approved');
  await own.askToConclude();
  await expect(own.dialog).toContainText(decisions.conclude.whole);
  await own.conclude();
  await own.status('concluded');
  await own.press(toContract);
  await expect(own.part).toContainText(part.acceptedOn(today()));
  await expect(own.part).toContainText(label('acceptances.conclusion.passed'));
}
