// 政策适用情况: each policy that asks for an answer, with its document; then whether it applies, at which deduction, or why not.
import { Autocomplete, Button, Select } from '@mantine/core';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { Counter } from '#renderer/ui/fields/text-box.tsx';
import { type Policy, policyName } from '#shared/codes/procurement-policies.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { type PolicyAnswer, policyAnswerSchema } from '#shared/domain/plans/model.ts';
import { askedPolicies, usualAnswer } from '#shared/domain/plans/policies.ts';
import { lengthOf } from '#shared/kernel/text.ts';
import { label, planForm } from '#shared/text/index.ts';
import { usePlanForm } from './form-context.ts';
import { PlanFieldFrame } from './plan-field.tsx';
import css from './policy-answers.module.css';

const words = planForm.policies;
const mostInReason = limitOf(policyAnswerSchema.shape.reason);

export function PolicyAnswers() {
  const { content, policies, set, today, touch } = usePlanForm();
  const asked = askedPolicies(policies, content, today);
  const answers = content.policies ?? [];
  const notAsked = answers.filter(({ code }) => !asked.some((policy) => policy.code === code));
  const without = (code: string) => answers.filter((answer) => answer.code !== code);
  const answer = (given: PolicyAnswer) => {
    const all = new Map([...answers, given].map((each) => [each.code, each]));
    set('policies', [...all.values()]);
    touch('policies');
  };
  return (
    <PlanFieldFrame group name="policies" wide>
      {({ id, 'aria-describedby': describedBy }) => (
        <div className={css['all']}>
          {asked.map((policy, index) => (
            <Answer
              answer={answers.find(({ code }) => code === policy.code)}
              describedBy={describedBy}
              id={index === 0 ? id : `${id}-${policy.code}`}
              key={policy.code}
              onChange={answer}
              policy={policy}
            />
          ))}
          {asked.length > 0 ? null : (
            <p className={css['document']}>{content.category === null ? words.noCategory : words.none}</p>
          )}
          {notAsked.map(({ code }) => (
            <div className={css['row']} key={code}>
              <span>{words.notAsked(policyName(policies, code))}</span>
              <Button onClick={() => set('policies', without(code))} size="compact-xs" variant="light">
                {words.remove}
              </Button>
            </div>
          ))}
        </div>
      )}
    </PlanFieldFrame>
  );
}

type AnswerProps = {
  readonly id: string;
  /** What is said of all of them. */
  readonly describedBy: string | undefined;
  readonly policy: Policy;
  readonly answer: PolicyAnswer | undefined;
  readonly onChange: (answer: PolicyAnswer) => void;
};

function Answer({ id, describedBy, policy, answer, onChange }: AnswerProps) {
  const { code, name, document, clause, exemptions } = policy;
  const usual = usualAnswer(policy);
  const options = [
    // What has to be chosen is not chosen beforehand.
    { key: 'applies', text: words.applies, value: isFixed(policy) ? usual : { ...usual, rate: null } },
    { key: 'not', text: words.appliesNot, value: { code, applies: false, rate: null, reason: '' } },
  ];
  return (
    <div>
      <Choices
        chosen={answer === undefined ? null : answer.applies ? 'applies' : 'not'}
        control={{ id, 'aria-describedby': describedBy }}
        name={{ heard: `${label('plans.content.policies')}：${name}`, seen: name }}
        onChange={onChange}
        options={options}
      >
        {answer?.applies === true ? <Deduction answer={answer} onChange={onChange} policy={policy} /> : null}
      </Choices>
      {answer?.applies === false ? (
        <>
          <Autocomplete
            aria-label={`${name}：${words.reason}`}
            data={[...exemptions]}
            onChange={(reason) => onChange({ ...answer, reason })}
            placeholder={words.chooseReason}
            value={answer.reason}
          />
          {mostInReason === undefined ? null : (
            <Counter length={lengthOf(answer.reason)} limit={mostInReason} />
          )}
        </>
      ) : null}
      <p className={css['document']}>
        {document}
        {clause}
      </p>
    </div>
  );
}

function Deduction({
  policy,
  answer,
  onChange,
}: Omit<AnswerProps, 'id' | 'describedBy'> & { readonly answer: PolicyAnswer }) {
  const { deduction, name } = policy;
  if (deduction === null) return null;
  const { least, most } = deduction;
  if (isFixed(policy) && answer.rate === least) return <span>{words.fixed(least)}</span>;
  const rates = Array.from({ length: most - least + 1 }, (_, index) => String(least + index));
  return (
    <Select
      aria-label={`${name}：${words.deduction}`}
      data={rates.map((value) => ({ value, label: words.fixed(Number(value)) }))}
      onChange={(rate) => onChange({ ...answer, rate: rate === null ? null : Number(rate) })}
      placeholder={words.between(least, most)}
      value={answer.rate === null ? null : String(answer.rate)}
      w={180}
    />
  );
}

function isFixed({ deduction }: Policy): boolean {
  return deduction !== null && deduction.least === deduction.most;
}
