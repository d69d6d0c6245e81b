import { tellDone } from '#renderer/ui/tell.ts';
import { plansPages } from '#shared/text/index.ts';

export function tellSubmitted(): void {
  tellDone(plansPages.actions.done.submitted);
}
