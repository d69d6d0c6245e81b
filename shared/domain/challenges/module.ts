// 质疑登记.
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { createChallenge } from './commands/create.ts';
import { receiveChallenge } from './commands/receive.ts';
import { challengeList } from './list.ts';
import { challenges } from './model.ts';
import { challengeTasks } from './tasks.ts';
import { challengeWorkflow } from './workflow.ts';

export const challengesModule = defineModule({
  name: 'challenges',
  entities: [challenges],
  commands: [createChallenge, receiveChallenge],
  workflows: [challengeWorkflow],
  lists: [challengeList],
  tasks: challengeTasks,
  search: [searchKind(challenges, { place: 5, detail: 'projectName' })],
});
