// What a payment says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import { knownPayment } from '#shared/domain/contracts/payments/known-content.ts';
import {
  emptyPayment,
  type Payment,
  type PaymentContent,
  type PaymentField,
  paymentContentSchema,
} from '#shared/domain/contracts/payments/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { kindName } from '../payment-name.ts';

/** Of which contract; it stays so. */
const aboutSchema = z.object({ contractId: idSchema });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const contents = contentsOf<PaymentContent>(paymentContentSchema.shape, emptyPayment);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const paymentRecord = recordForm<Payment, PaymentContent, PaymentField, About>({
  module: 'payments',
  draft: 'payment',
  contents,
  empty: emptyPayment,
  about: aboutSchema,
  aboutOfAddress: contractIn,
  ofRecord: ({ contractId, content }) => ({ about: { contractId }, content }),
  createInput: ({ about, content }) => ({ ...about, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    return data && { about: { contractId: data.contractId }, content: contents.read(data.content) };
  },
  nameOf: ({ content }) => kindName(content.kind),
  away: ({ contractId }) => `/contracts/${contractId}`,
  useRecord(id) {
    const { data, error, refetch } = useAsk('payments.get', { id }, { keepPrevious: false });
    return { record: data?.payment, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: useKnown,
});

export type OpenPayment = OpenForm<Payment, PaymentContent, PaymentField, About>;

function contractIn(params: URLSearchParams): About | undefined {
  const contractId = params.get('contractId') ?? '';
  return isId(contractId) ? { contractId } : undefined;
}

/** A new one begins with its line of the 付款计划, where the address names one. */
function useKnown(): PaymentContent | undefined {
  const [params] = useSearchParams();
  const about = contractIn(params);
  const { data, error } = useAsk(
    'contracts.get',
    { id: about?.contractId ?? '' },
    { enabled: about !== undefined, keepPrevious: false },
  );
  const known = useAsk(
    'payments.ofContract',
    { contractId: about?.contractId ?? '' },
    { enabled: about !== undefined, keepPrevious: false },
  );
  // Why it cannot be begun, the form says itself.
  if (about === undefined || error !== null || known.error !== null) return emptyPayment;
  if (data === undefined || known.data === undefined) return undefined;
  const lineId = params.get('lineId');
  return knownPayment(data.contract, known.data.openLines.find(({ id }) => id === lineId) ?? null);
}
