// What a contract says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type Contract,
  type ContractContent,
  type ContractField,
  contractContentSchema,
  emptyContract,
} from '#shared/domain/contracts/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { contractPages } from '#shared/text/index.ts';

/** Of which section; it stays so. */
const aboutSchema = z.object({ sectionId: idSchema });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const contents = contentsOf<ContractContent>(contractContentSchema.shape, emptyContract);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const contractRecord = recordForm<Contract, ContractContent, ContractField, About>({
  module: 'contracts',
  draft: 'contract',
  contents,
  empty: emptyContract,
  about: aboutSchema,
  aboutOfAddress: sectionIn,
  ofRecord: ({ sectionId, content }) => ({ about: { sectionId }, content }),
  createInput: ({ about, content }) => ({ ...about, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    return data && { about: { sectionId: data.sectionId }, content: contents.read(data.content) };
  },
  nameOf: ({ content }) => contractName(content),
  away: () => '/contracts',
  useRecord(id) {
    const { data, error, refetch } = useAsk('contracts.get', { id }, { keepPrevious: false });
    return { record: data?.contract, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: useKnown,
});

export type OpenContract = OpenForm<Contract, ContractContent, ContractField, About>;

export function contractName({ contractName: name }: Pick<ContractContent, 'contractName'>): string {
  return name.trim() === '' ? contractPages.unnamed : name;
}

function sectionIn(params: URLSearchParams): About | undefined {
  const sectionId = params.get('sectionId') ?? '';
  return isId(sectionId) ? { sectionId } : undefined;
}

/** A new one begins with what is known of its section; what is gone on with has that already. */
function useKnown(): ContractContent | undefined {
  const [params] = useSearchParams();
  const about = sectionIn(params);
  const { data, error } = useAsk(
    'contracts.check',
    { id: null, sectionId: about?.sectionId ?? '', content: emptyContract },
    { enabled: about !== undefined, keepPrevious: false },
  );
  // Why it cannot be begun, the form says itself.
  if (about === undefined || error !== null) return emptyContract;
  return data && { ...emptyContract, ...data.known };
}
