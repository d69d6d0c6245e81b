// Projects and their sections (标段), on which the modules after the plan stand.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { recordDelivery } from './commands/push.ts';
import { cancelSection, changeSection, receiveSections } from './commands/sections.ts';
import { projectList } from './list.ts';
import { projects, sections } from './model.ts';
import { projectWorkflow } from './workflow.ts';

export const projectsModule = defineModule({
  name: 'projects',
  entities: [projects, sections],
  commands: [recordDelivery, receiveSections, changeSection, cancelSection],
  workflows: [projectWorkflow],
  lists: [projectList],
  search: [
    searchKind(projects, { place: 1, detail: 'planNo' }),
    searchKind(sections, {
      place: 4,
      detail: 'sectionNo',
      shownOn: { entity: projects.name, column: 'projectId' },
    }),
  ],
});
