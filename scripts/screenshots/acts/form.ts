// The form of 采购计划备案, from the empty one to its dialogs.
import { fieldLabel, forms, label, planForm } from '#shared/text/index.ts';
import { planIn } from '../find.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const { buttons } = planForm;

const filled = async (stage: Stage) => {
  await stage.go(`/plans/${await planIn(stage, 'draft')}/edit`);
  await stage.page.getByRole('heading', { level: 1 }).filter({ hasText: planForm.editTitle }).waitFor();
};

async function newForm(stage: Stage): Promise<void> {
  await stage.go('/plans/new');
  const heading = stage.page.getByRole('heading', { level: 1 }).filter({ hasText: planForm.newTitle });
  const fresh = stage.button(planForm.resume.fresh);
  await heading.or(fresh).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

async function scrollTo(stage: Stage, section: string): Promise<void> {
  await stage.page.locator(`#plan-section-${section}`).evaluate((element) => element.scrollIntoView());
}

/** What was begun and not saved would be offered at every later start of the form. */
async function forgetDrafts(stage: Stage): Promise<void> {
  await stage.hash('/projects');
  await stage.page.waitForTimeout(1_200);
  const { drafts } = await stage.ask('drafts.list', {});
  for (const { key } of drafts) await stage.ask('drafts.remove', { key });
}

function at(section: string): Scene {
  return {
    name: `form-filled-${section}`,
    title: `The form filled in, at ${section}`,
    part: `#plan-section-${section}`,
    async show(stage) {
      await filled(stage);
      await scrollTo(stage, section);
    },
  };
}

/** Two packages more: each item names its own. */
function divided(section: 'items' | 'sections'): Scene {
  return {
    name: `form-packages-${section}`,
    title: `The form of a plan in packages, at ${section}`,
    async show(stage) {
      await filled(stage);
      for (let added = 0; added < 2; added += 1) {
        await stage.press(forms.rows.addTo(label('plans.content.plannedSections')));
      }
      await scrollTo(stage, section);
    },
    leave: forgetDrafts,
  };
}

export const planForms: readonly Scene[] = [
  { name: 'form-new', title: 'The form, empty', show: newForm, leave: forgetDrafts },
  {
    name: 'form-errors',
    title: 'Submitted while most is missing',
    async show(stage) {
      await newForm(stage);
      await stage.press(buttons.submit);
      await stage.page.getByText(forms.form.problemsHint).waitFor();
    },
    leave: forgetDrafts,
  },
  {
    name: 'form-error-at-field',
    title: 'An error at its field',
    async show(stage) {
      await newForm(stage);
      await stage.press(buttons.submit);
      await stage.page.getByText(forms.form.problemsHint).waitFor();
      await scrollTo(stage, 'money');
    },
    leave: forgetDrafts,
  },
  {
    name: 'form-odd-inputs',
    title: 'A name that is too long, two cells pasted as one amount, an amount in 万',
    async show(stage) {
      await newForm(stage);
      const text = (field: string) =>
        stage.page.getByRole('textbox', { name: new RegExp(`^${fieldLabel('plans.content', field)}`, 'u') });
      await text('projectName').fill(fieldLabel('plans.content', 'projectName').repeat(60));
      await text('ceilingPrice').fill('100\t200');
      await text('phone').fill('0374－2961598、１３８００１３８０００');
      await text('budgetAmount').fill('160万');
    },
    leave: forgetDrafts,
  },
  { name: 'form-filled', title: 'The form filled in', show: filled },
  ...['items', 'money', 'method', 'policy', 'schedule', 'sections', 'platform', 'files'].map(at),
  divided('items'),
  divided('sections'),
  {
    name: 'form-picker',
    title: 'A code being chosen',
    async show(stage) {
      await filled(stage);
      await scrollTo(stage, 'method');
      await stage.page.locator('#plan-method').click();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'form-date',
    title: 'A date being chosen',
    async show(stage) {
      await filled(stage);
      await scrollTo(stage, 'schedule');
      await stage.press(forms.date.pick(fieldLabel('plans.content', 'plannedStart')));
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'form-preview',
    title: 'Preview from the form',
    part: dialogPart,
    async show(stage) {
      await filled(stage);
      await stage.press(buttons.preview);
      await stage.page.getByText(planForm.document.title).first().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'form-remove',
    title: 'Deleting a draft',
    part: dialogPart,
    async show(stage) {
      await filled(stage);
      await stage.press(forms.more);
      await stage.item(buttons.remove);
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'form-resume',
    title: 'A form that was left unsaved',
    async show(stage) {
      await newForm(stage);
      await stage.page.locator('#plan-projectName').fill('2026年教学一体机采购项目');
      await stage.page.waitForTimeout(1_200);
      await stage.go('/plans/new');
      await stage.page.getByText(planForm.resume.title).waitFor();
    },
  },
  {
    name: 'form-restored',
    title: 'Its content is there again',
    async show(stage) {
      await stage.press(planForm.resume.go);
      await stage.page.locator('#plan-projectName').waitFor();
    },
    leave: forgetDrafts,
  },
  {
    name: 'form-returned',
    title: 'The form of a plan that was returned',
    show: async (stage) => stage.go(`/plans/${await planIn(stage, 'returned')}/edit`),
  },
  {
    name: 'preview',
    title: 'Preview and printing of a plan',
    part: dialogPart,
    async show(stage) {
      await stage.go(`/plans/${await planIn(stage, 'sections_received')}/preview`);
      await stage.page.getByText(planForm.document.title).first().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'plan-submit',
    title: 'Submitting from the page of the plan',
    part: dialogPart,
    async show(stage) {
      await stage.go(`/plans/${await planIn(stage, 'draft')}`);
      await stage.press('提交');
      await stage.dialog().waitFor();
      await stage.page
        .getByText(forms.submit.errors)
        .or(stage.button(forms.submit.confirm))
        .first()
        .waitFor();
    },
    leave: (stage) => stage.escape(),
  },
];
