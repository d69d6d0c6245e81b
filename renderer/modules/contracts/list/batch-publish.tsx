// 提交公告及备案 of several approved contracts.
import { useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { BatchDialog } from '#renderer/ui/dialogs/batch-dialog.tsx';
import { type BatchKind, batchState } from '#renderer/ui/dialogs/use-batch.ts';
import { contractPages, describeRefusal } from '#shared/text/index.ts';
import { contractName } from '../form/contract-record.ts';

const { batch: words } = contractPages;

type Props = {
  readonly ids: readonly string[];
  readonly onClose: (done: boolean) => void;
};

export function BatchPublish(props: Props) {
  const kind = useMemo((): BatchKind => ({ command: 'contracts.publish', readOne }), []);
  return <BatchDialog {...props} kind={kind} pageOf={(id) => `/contracts/${id}`} words={words} />;
}

async function readOne(id: string): ReturnType<BatchKind['readOne']> {
  const answer = await ask('contracts.get', { id });
  if (!answer.ok) return { id, name: contractPages.unnamed, state: 'gone', why: '' };
  const { contract, actions } = answer.value;
  const { sectionId, content } = contract;
  const name = contractName(content);
  const checked = await ask('contracts.check', { id, sectionId, content });
  if (!checked.ok) {
    return { id, name, state: 'errors', why: describeRefusal('contracts.publish', checked.error) };
  }
  const mayGo = actions.includes('contracts.publish');
  return { id, name, state: batchState(mayGo, checked.value.findings), why: '' };
}
