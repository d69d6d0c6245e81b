// 视图: how lists are looked at, kept for a person and shared. Nothing refers to them.
import { defineModule } from '../module.ts';
import { editView, removeView, saveView } from './commands.ts';
import { viewList } from './list.ts';
import { savedViews } from './model.ts';

export const viewsModule = defineModule({
  name: 'views',
  entities: [savedViews],
  commands: [saveView, editView, removeView],
  lists: [viewList],
});
