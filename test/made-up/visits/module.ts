// What the module says of itself to both sides.
import { defineModule } from '#shared/domain/module.ts';
import { searchKind } from '#shared/domain/search-kind.ts';
import { taskKinds } from '#shared/domain/task.ts';
import { createVisit } from './create.ts';
import { visitList } from './list.ts';
import { visits } from './model.ts';
import { visitWorkflow } from './workflow.ts';

export const visitsModule = defineModule({
  name: 'visits',
  entities: [visits],
  commands: [createVisit],
  workflows: [visitWorkflow],
  lists: [visitList],
  tasks: taskKinds(visits, {}, [
    {
      command: 'visits.confirm',
      claim: ({ role }) => (role === 'purchaser_reviewer' ? { waitsFor: [role] } : null),
    },
  ]),
  search: [searchKind(visits, { place: 100, detail: 'purchaserName' })],
});
