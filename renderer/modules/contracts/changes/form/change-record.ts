// What a 合同变更 says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type ContractChange,
  type ContractChangeContent,
  type ContractChangeField,
  contractChangeContentSchema,
  emptyContractChange,
} from '#shared/domain/contracts/changes/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { contractChangePages } from '#shared/text/index.ts';

/** Of which contract; it stays so. */
const aboutSchema = z.object({ contractId: idSchema });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const ending: ContractChangeContent = { ...emptyContractChange, kind: 'termination' };
const contents = contentsOf<ContractChangeContent>(contractChangeContentSchema.shape, emptyContractChange);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const changeRecord = recordForm<ContractChange, ContractChangeContent, ContractChangeField, About>({
  module: 'contractChanges',
  page: '/contracts/changes',
  draft: 'contract-change',
  contents,
  empty: emptyContractChange,
  about: aboutSchema,
  aboutOfAddress(params) {
    const contractId = params.get('contractId') ?? '';
    return isId(contractId) ? { contractId } : undefined;
  },
  ofRecord: ({ contractId, content }) => ({ about: { contractId }, content }),
  createInput: ({ about, content }) => ({ ...about, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    return data && { about: { contractId: data.contractId }, content: contents.read(data.content) };
  },
  nameOf: () => contractChangePages.title,
  away: ({ contractId }) => `/contracts/${contractId}`,
  useRecord(id) {
    const { data, error, refetch } = useAsk('contractChanges.get', { id }, { keepPrevious: false });
    return { record: data?.change, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: useKindOfAddress,
});

/** 终止合同 leads to the form of a change too, and so does a decision on a breach; what was typed before comes back as it was. */
function useKindOfAddress(): ContractChangeContent | undefined {
  const [params] = useSearchParams();
  const breach = params.get('breach') ?? '';
  const decided = useAsk('breaches.get', { id: breach }, { enabled: isId(breach), keepPrevious: false });
  if (isId(breach) && decided.error === null) return decided.data && (decided.data.termination ?? ending);
  return params.get('kind') === 'termination' ? ending : emptyContractChange;
}

export type OpenChange = OpenForm<ContractChange, ContractChangeContent, ContractChangeField, About>;
