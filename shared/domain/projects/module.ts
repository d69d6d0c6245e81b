// Projects and their sections (标段), on which the modules after the plan stand.
import { defineModule } from '../module.ts';
import { recordDelivery, requestSections } from './commands/push.ts';
import { cancelSection, changeSection, receiveSections } from './commands/sections.ts';
import { projects, sections } from './model.ts';

export const projectsModule = defineModule({
  name: 'projects',
  entities: [projects, sections],
  commands: [requestSections, recordDelivery, receiveSections, changeSection, cancelSection],
  search: [
    { entity: projects, place: 1, title: 'name', detail: 'planNo' },
    {
      entity: sections,
      place: 4,
      title: 'name',
      detail: 'sectionNo',
      shownOn: { entity: projects.name, column: 'projectId' },
    },
  ],
});
