// The sections of the form, in the order of DOMAIN §2.2 as one fills it in.
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { codeOptions } from '#renderer/ui/fields/code-options.ts';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { OrganisationPicker } from '#renderer/ui/fields/organisation-picker.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { methodReasons, methodReasonsFor } from '#shared/codes/method-reasons.ts';
import { smeIndustries, smeReserveExemptions, smeReserveModes } from '#shared/codes/policies.ts';
import {
  evaluationMethods,
  organisationForms,
  procurementMethods,
  projectCategories,
} from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { type FilePurpose, filePurposes } from '#shared/domain/plans/model.ts';
import { choosablePolicies } from '#shared/domain/plans/policies.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { label, planForm, forms as words } from '#shared/text/index.ts';
import { changeFacts } from '../content/change-facts.ts';
import { ChoiceField, ManyField, YesNoField } from './choice-fields.tsx';
import { fieldIdOf, usePlanForm } from './form-context.ts';
import { isNonOpenMethod, reservesForSme, type SectionId } from './form-sections.ts';
import { FundsTable } from './funds-table.tsx';
import { IntentionField } from './intention-field.tsx';
import { ItemsTable } from './items-table.tsx';
import css from './plan-field.module.css';
import {
  CodeField,
  DateField,
  IntegerField,
  LongTextField,
  MoneyField,
  PlanFieldFrame,
  TelephoneField,
  TextField,
} from './plan-field.tsx';
import { PlannedSectionsTable } from './planned-sections-table.tsx';
import { PolicyAnswers } from './policy-answers.tsx';

export const sectionBodies: Readonly<Record<SectionId, () => ReactNode>> = {
  basic: Basic,
  items: Items,
  money: Money,
  method: Method,
  policy: Policy,
  schedule: Schedule,
  sections: PlannedSectionsTable,
  platform: Platform,
  files: Files,
};

function Basic() {
  const { content, set, today } = usePlanForm();
  const areas = useMemo(() => codeOptions(regions, today), [today]);
  return (
    <FieldGrid>
      <TextField name="projectName" wide />
      <IntegerField name="fiscalYear" />
      <ChoiceField
        name="category"
        onChange={(category) => set('category', category)}
        options={projectCategories.entries.map(({ code, name }) => ({ value: code, text: name }))}
        value={content.category}
      />
      <TextField name="budgetUnitCode" />
      <TextField name="supervisingUnit" />
      <CodeField name="regionCode" options={areas} table={regions} />
      <YesNoField name="classified" />
    </FieldGrid>
  );
}

function Items() {
  return (
    <>
      <FieldGrid>
        <YesNoField name="importAllowed" />
      </FieldGrid>
      <ItemsTable />
    </>
  );
}

function Money() {
  return (
    <>
      <FieldGrid>
        <MoneyField name="budgetAmount" />
        <MoneyField name="ceilingPrice" />
      </FieldGrid>
      <FundsTable />
    </>
  );
}

function Method() {
  const { content, predecessor, set, today } = usePlanForm();
  const { method, category, entrusted } = content;
  const methods = useMemo(
    () =>
      codeOptions(
        procurementMethods,
        today,
        ({ categories }) => category === null || categories.some((each) => each === category),
      ),
    [today, category],
  );
  const forms = useMemo(() => codeOptions(organisationForms, today), [today]);
  const reasons = useMemo(
    () =>
      method === null
        ? []
        : methodReasonsFor(method, today).map(({ code, name, law }) => ({
            code,
            name,
            detail: law === undefined ? undefined : words.law(law),
          })),
    [method, today],
  );
  const nonOpen = isNonOpenMethod(content);
  // What was filled in stays in sight when it is no longer asked for: it would travel with the plan.
  const reasoned = nonOpen || content.methodReasonCode !== null || content.methodReason !== '';
  const approved = nonOpen || content.methodApprovalNo !== '';
  const hasAgency = entrusted || content.agencyId !== null || content.agencyAgreementNo !== '';
  return (
    <>
      {predecessor === null ? null : (
        <div className={css['changed']}>
          <Facts facts={changeFacts(predecessor)} />
        </div>
      )}
      <FieldGrid>
        <CodeField name="method" options={methods} table={procurementMethods} />
        <CodeField name="orgForm" options={forms} table={organisationForms} />
        {reasoned ? (
          <>
            <CodeField name="methodReasonCode" options={reasons} table={methodReasons} wide />
            <LongTextField name="methodReason" wide />
          </>
        ) : null}
        {approved ? <TextField name="methodApprovalNo" /> : null}
        <ChoiceField
          name="entrusted"
          onChange={(value) => set('entrusted', value === 'yes')}
          options={[
            { value: 'no', text: planForm.entrusted.no },
            { value: 'yes', text: planForm.entrusted.yes },
          ]}
          value={entrusted ? 'yes' : 'no'}
        />
        {hasAgency ? (
          <>
            <Agency />
            <TextField name="agencyAgreementNo" />
          </>
        ) : null}
      </FieldGrid>
    </>
  );
}

function Agency() {
  const { content, set, touch } = usePlanForm();
  return (
    <PlanFieldFrame name="agencyId">
      {(control) => (
        <OrganisationPicker
          control={control}
          kind="agency"
          onBlur={() => touch('agencyId')}
          onChange={(id) => set('agencyId', id)}
          {...(content.orgForm === 'CENTRAL'
            ? { filter: ({ agencyKind }) => agencyKind === 'CENTRAL_AGENCY' }
            : {})}
          value={content.agencyId}
        />
      )}
    </PlanFieldFrame>
  );
}

function Policy() {
  const { content, policies, set, today } = usePlanForm();
  const { smeMode, smeAmount, budgetAmount } = content;
  const modes = useMemo(() => codeOptions(smeReserveModes, today), [today]);
  const exemptions = useMemo(() => codeOptions(smeReserveExemptions, today), [today]);
  const industries = useMemo(() => codeOptions(smeIndustries, today), [today]);
  const green = choosablePolicies(policies, content, today);
  const reserves = reservesForSme(content);
  const whole = smeMode === 'WHOLE_PROJECT' && budgetAmount !== null && smeAmount !== budgetAmount;
  return (
    <FieldGrid>
      <CodeField name="smeMode" options={modes} table={smeReserveModes} />
      <CodeField name="smeIndustry" options={industries} table={smeIndustries} />
      {reserves || smeAmount !== null ? (
        <MoneyField
          aside={
            whole ? (
              <Button onClick={() => set('smeAmount', budgetAmount)} size="compact-xs" variant="light">
                {planForm.sums.whole(formatYuan(budgetAmount))}
              </Button>
            ) : undefined
          }
          name="smeAmount"
        />
      ) : null}
      {reserves || content.smeSmallAmount !== null ? <MoneyField name="smeSmallAmount" /> : null}
      {smeMode !== null && smeMode !== 'WHOLE_PROJECT' ? (
        <CodeField name="smeExemptReason" options={exemptions} table={smeReserveExemptions} wide />
      ) : null}
      <PolicyAnswers />
      <ManyField name="greenPolicies" options={green} />
    </FieldGrid>
  );
}

function Schedule() {
  const { content, today } = usePlanForm();
  const { method } = content;
  const evaluation = useMemo(
    () =>
      codeOptions(
        evaluationMethods,
        today,
        ({ methods }) => method === null || methods.some((each) => each === method),
      ),
    [today, method],
  );
  return (
    <FieldGrid>
      <IntentionField />
      <DateField name="intentionPublishedOn" />
      <DateField name="plannedStart" />
      <TextField name="performancePlace" />
      <TextField name="performancePeriod" wide />
      <CodeField name="evalMethod" options={evaluation} table={evaluationMethods} />
      <IntegerField name="priceWeight" />
    </FieldGrid>
  );
}

function Platform() {
  const platforms = useAsk('platforms.active', {}).data?.platforms;
  const options = useMemo(
    () =>
      (platforms ?? []).map(({ id, name, regionCode }) => ({
        code: id,
        name,
        detail: regions.entries.find(({ code }) => code === regionCode)?.name,
      })),
    [platforms],
  );
  return (
    <FieldGrid>
      <CodeField name="platformId" options={options} wide />
      <TextField name="contact" />
      <TelephoneField name="phone" />
    </FieldGrid>
  );
}

function Files() {
  const { content, set, messages, newId } = usePlanForm();
  const purposes = filePurposes.map((code) => ({ code, name: label(`plans.filePurpose.${code}`) }));
  return (
    <>
      <p className={css['blockHint']}>{planForm.help.files}</p>
      <Attachments<FilePurpose>
        files={content.files}
        id={fieldIdOf('files')}
        label={label('plans.content.files')}
        newId={newId}
        onChange={(files) => set('files', [...files])}
        purposes={purposes}
        suggest={(files) => suggestedPurpose(content.entrusted, files)}
      />
      <FieldMessages id={`${fieldIdOf('files')}-messages`} messages={messages.get('files') ?? []} />
    </>
  );
}

/** What is most likely still missing. */
function suggestedPurpose(
  entrusted: boolean,
  files: readonly { readonly purpose: FilePurpose }[],
): FilePurpose {
  const has = (purpose: FilePurpose) => files.some((file) => file.purpose === purpose);
  if (entrusted && !has('agency_agreement')) return 'agency_agreement';
  return has('requirements') ? 'other' : 'requirements';
}
