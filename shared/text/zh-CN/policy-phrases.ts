// How notices and results speak of 政府采购政策; read, never written (shared/rules/announcement-policies.ts).
const sentences = /[。；;\n]/;
const negation = '不(?:再)?(?:执行|适用|落实|实行|享受|给予|予)';
/** A deduction of their own for groups of suppliers. */
const otherGroups = /联合体|分包|中型/;

/** Sentences for the examples of rules. */
export const policyExamples = {
  denied: (mention: string): string => `不执行${mention}政策。`,
  deduction: (mention: string, percent: number): string => `对${mention}的报价给予${percent}%的扣除。`,
} as const;

type PolicyWords = { readonly mention: string; readonly notice: string; readonly result: string };

/** Whether a sentence names the policy and does not deny it. Where its own sentences do, no negation counts. */
export function isPolicySaid(text: string, { mention, notice, result }: PolicyWords): boolean {
  const own = sentencesOn(`${notice}\n${result}`, mention).some((each) => isDenied(each, mention));
  return sentencesOn(text, mention).some((each) => own || !isDenied(each, mention));
}

/** Of each sentence on the deduction of the policy, the percentages in it. */
export function deductionsIn(text: string, mention: string): readonly (readonly number[])[] {
  return sentencesOn(text, mention)
    .filter((sentence) => sentence.includes('扣除') && !otherGroups.test(sentence))
    .map((sentence) =>
      [...sentence.matchAll(/(\d+(?:\.\d+)?)\s*[%％]/g)].map(([, percent]) => Number(percent)),
    );
}

function sentencesOn(text: string, mention: string): readonly string[] {
  return text.split(sentences).filter((sentence) => sentence.includes(mention));
}

function isDenied(sentence: string, mention: string): boolean {
  const [before = '', ...after] = sentence.split(mention);
  return (
    new RegExp(`${negation}[^，,：:]*$`).test(before) ||
    new RegExp(`^[^，,：:]{0,12}${negation}`).test(after.join(mention))
  );
}
