// From 待办, as reviewers begin.
import { planPageOf } from '../pages/plan-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { frames, type Stage } from './stage.ts';

export async function openTask(stage: Stage, name: string): Promise<void> {
  const { atOther } = frames(stage);
  const { page } = stage.other;
  await atOther.goTo('tasks');
  await taskListOf(page).open(name);
  await planPageOf(page).named(name);
}
