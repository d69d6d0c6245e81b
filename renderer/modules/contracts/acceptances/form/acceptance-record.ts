// What a 履约验收 says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type Acceptance,
  type AcceptanceContent,
  type AcceptanceField,
  acceptanceContentSchema,
  emptyAcceptance,
} from '#shared/domain/contracts/acceptances/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { acceptancePages } from '#shared/text/index.ts';

/** Of which contract, and which acceptance before it did not pass; they stay so. */
const aboutSchema = z.object({ contractId: idSchema, predecessorId: idSchema.nullable() });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const contents = contentsOf<AcceptanceContent>(acceptanceContentSchema.shape, emptyAcceptance);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const acceptanceRecord = recordForm<Acceptance, AcceptanceContent, AcceptanceField, About>({
  module: 'acceptances',
  draft: 'acceptance',
  contents,
  empty: emptyAcceptance,
  about: aboutSchema,
  aboutOfAddress: aboutIn,
  ofRecord: ({ contractId, predecessorId, content }) => ({ about: { contractId, predecessorId }, content }),
  createInput: ({ about, content }) => ({ ...about, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    if (data === undefined) return undefined;
    const { contractId, predecessorId, content } = data;
    return { about: { contractId, predecessorId }, content: contents.read(content) };
  },
  nameOf: () => acceptancePages.title,
  away: () => '/acceptances',
  useRecord(id) {
    const { data, error, refetch } = useAsk('acceptances.get', { id }, { keepPrevious: false });
    return { record: data?.acceptance, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: useKnown,
});

export type OpenAcceptance = OpenForm<Acceptance, AcceptanceContent, AcceptanceField, About>;

function aboutIn(params: URLSearchParams): About | undefined {
  const contractId = params.get('contractId') ?? '';
  const after = params.get('after') ?? '';
  return isId(contractId) ? { contractId, predecessorId: isId(after) ? after : null } : undefined;
}

/** A new one begins with what is known of its contract; what is gone on with has that already. */
function useKnown(): AcceptanceContent | undefined {
  const [params] = useSearchParams();
  const about = aboutIn(params);
  const { data, error } = useAsk(
    'acceptances.check',
    { id: null, contractId: about?.contractId ?? '', content: emptyAcceptance },
    { enabled: about !== undefined, keepPrevious: false },
  );
  // Why it cannot be begun, the form says itself.
  if (about === undefined || error !== null) return emptyAcceptance;
  return data?.known;
}
