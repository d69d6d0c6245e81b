// Projects and their sections (标段), on which the modules after the plan stand.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { recordDelivery } from './commands/push.ts';
import { receiveEvaluation, receiveOpening } from './commands/receive-events.ts';
import { recordEvent, withdrawEvent } from './commands/record-event.ts';
import { cancelSection, changeSection, receiveSections } from './commands/sections.ts';
import { sectionEvents } from './events/model.ts';
import { projectList } from './list.ts';
import { projects, sections } from './model.ts';
import { projectWorkflow } from './workflow.ts';

export const projectsModule = defineModule({
  name: 'projects',
  entities: [projects, sections, sectionEvents],
  commands: [
    recordDelivery,
    receiveSections,
    changeSection,
    cancelSection,
    recordEvent,
    withdrawEvent,
    receiveOpening,
    receiveEvaluation,
  ],
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
