// How many suppliers a method asks for at least: three (法 art 36), with the exceptions that depend on method and 适用情形 alone. 谈判 with the two that are left
// (74号令 art 27) takes 采购办's consent, which somebody answers for.
type Procurement = { readonly method: string; readonly methodReasonCode: string | null };

const fewest = 3;

export function fewestSuppliers({ method, methodReasonCode }: Procurement): number {
  if (method === 'SINGLE_SOURCE') return 1;
  return isPurchasedService({ method, methodReasonCode }) ? 2 : fewest;
}

/** 竞争性磋商 of 政府购买服务, which goes on with two (财库〔2015〕124号). */
export function isPurchasedService({ method, methodReasonCode }: Procurement): boolean {
  return method === 'COMPETITIVE_CONSULTATION' && methodReasonCode === 'D214_3_1';
}
