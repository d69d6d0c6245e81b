// 提交, 审核同意 and 删除 of several plans.
import { useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { BatchDialog as Dialog } from '#renderer/ui/dialogs/batch-dialog.tsx';
import type { BatchKind as Kind } from '#renderer/ui/dialogs/use-batch.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { describeRefusal, plansPages } from '#shared/text/index.ts';
import { type BatchKind, batchCommands, batchInput, planBatchState } from './batch-check.ts';

const { batch: words } = plansPages;

type Props = {
  readonly kind: BatchKind;
  readonly ids: readonly string[];
  readonly onClose: (done: boolean) => void;
};

export function BatchDialog({ kind, ...props }: Props) {
  const actor = useActor();
  const how = useMemo(() => kindOf(kind, actor), [kind, actor]);
  return (
    <Dialog
      {...props}
      kind={how}
      pageOf={(id) => `/plans/${id}`}
      removes={kind === 'remove'}
      words={{ name: words.name, ...words.kinds[kind] }}
    />
  );
}

function kindOf(kind: BatchKind, actor: Actor): Kind {
  const command = batchCommands[kind];
  return {
    command,
    async readOne(id) {
      const answer = await ask('plans.get', { id });
      if (!answer.ok) return { id, name: plansPages.unnamed, state: 'gone', why: '' };
      const { plan } = answer.value;
      const name = plan.content.projectName === '' ? plansPages.unnamed : plan.content.projectName;
      const line = { id, name, why: '', input: batchInput(kind, plan) };
      if (kind === 'remove') return { ...line, state: planBatchState(kind, actor, plan, []) };
      const checked = await ask('plans.check', { id, content: plan.content });
      if (!checked.ok) return { ...line, state: 'errors', why: describeRefusal(command, checked.error) };
      return { ...line, state: planBatchState(kind, actor, plan, checked.value.findings) };
    },
  };
}
