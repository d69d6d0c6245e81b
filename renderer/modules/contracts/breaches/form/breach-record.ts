// What a 违约处理 says of its form. Its submission is the notice while it is a draft, and the review of the decision later.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type Breach,
  type BreachContent,
  type BreachField,
  breachContentSchema,
  emptyBreach,
} from '#shared/domain/contracts/breaches/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { kindName } from '../breach-name.ts';

/** Of which contract, and which decided breach it puts right; they stay so. */
const aboutSchema = z.object({ contractId: idSchema, predecessorId: idSchema.nullable() });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const contents = contentsOf<BreachContent>(breachContentSchema.shape, emptyBreach);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const breachRecord = recordForm<Breach, BreachContent, BreachField, About>({
  module: 'breaches',
  draft: 'breach',
  contents,
  empty: emptyBreach,
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
  nameOf: ({ content }) => kindName(content.kind),
  away: ({ contractId }) => `/contracts/${contractId}`,
  useRecord(id) {
    const { data, error, refetch } = useAsk('breaches.get', { id }, { keepPrevious: false });
    return { record: data?.breach, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: useKnown,
});

/** While it is a draft: 登记已通知 instead of 提交审核. */
export const noticeRecord: typeof breachRecord = {
  ...breachRecord,
  names: { ...breachRecord.names, submit: 'breaches.notify' },
};

export type OpenBreach = OpenForm<Breach, BreachContent, BreachField, About>;

function aboutIn(params: URLSearchParams): About | undefined {
  const contractId = params.get('contractId') ?? '';
  const after = params.get('after') ?? '';
  return isId(contractId) ? { contractId, predecessorId: isId(after) ? after : null } : undefined;
}

/** One that puts right a decision begins with its facts. */
function useKnown(): BreachContent | undefined {
  const [params] = useSearchParams();
  const after = aboutIn(params)?.predecessorId ?? null;
  const { data, error } = useAsk(
    'breaches.get',
    { id: after ?? '' },
    { enabled: after !== null, keepPrevious: false },
  );
  // Why it cannot be begun, the form says itself.
  if (after === null || error !== null) return emptyBreach;
  return data && (data.correction ?? emptyBreach);
}
