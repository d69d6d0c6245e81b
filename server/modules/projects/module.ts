// Projects on the server: plans leave for the trading centre, sections and what happens to them come from there, and what both sides hold is compared.
import {
  evaluationPushBodySchema,
  openingPushBodySchema,
  sectionPushBodySchema,
} from '#shared/contract/exchange.ts';
import { recordDelivery } from '#shared/domain/projects/commands/push.ts';
import { receiveEvaluation, receiveOpening } from '#shared/domain/projects/commands/receive-events.ts';
import { cancelSection, changeSection, receiveSections } from '#shared/domain/projects/commands/sections.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { answerReport } from '../../exchange/reconcile.ts';
import { answerEventsReport } from '../../exchange/reconcile-events.ts';
import { defineServerModule } from '../../server-module.ts';
import { forgetPages, projectsProjected, sectionsProjected } from '../../website/projects/public-course.ts';

export const projectsOnServer = defineServerModule({
  projections: [
    {
      entity: sections.name,
      tables: ['website_head'],
      write: sectionsProjected,
      rebuild: forgetPages,
    },
    {
      entity: projects.name,
      tables: ['website_head'],
      write: projectsProjected,
      rebuild: forgetPages,
    },
  ],
  incoming: [
    {
      type: 'section.push',
      command: receiveSections.name,
      input(body, newId) {
        const { sections, ...plan } = sectionPushBodySchema.parse(body);
        return { ...plan, sections: sections.map((section) => ({ ...section, id: newId() })) };
      },
    },
    { type: 'section.change', command: changeSection.name, input: (body) => body },
    { type: 'section.cancel', command: cancelSection.name, input: (body) => body },
    {
      type: 'opening.push',
      command: receiveOpening.name,
      input: (body, newId) => ({ ...openingPushBodySchema.parse(body), id: newId() }),
    },
    {
      type: 'evaluation.push',
      command: receiveEvaluation.name,
      input: (body, newId) => ({ ...evaluationPushBodySchema.parse(body), id: newId(), startedId: newId() }),
    },
    { type: 'reconcile', decide: answerReport },
    { type: 'reconcile.events', decide: answerEventsReport },
  ],
  outgoing: ['plan.push', 'plan.change', 'plan.withdraw'].map((type) => ({
    type,
    command: recordDelivery.name,
    subject: 'projectId',
  })),
});
