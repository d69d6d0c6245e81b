// 采购意向公告 of a plan: typed, or taken from what the unit has published here, with the day of its publication.
import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { limitOf } from '#shared/domain/fields.ts';
import { planContentSchema } from '#shared/domain/plans/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { planForm } from '#shared/text/index.ts';
import { usePlanForm } from './form-context.ts';
import { PlanFieldFrame } from './plan-field.tsx';

export function IntentionField() {
  const { content, set, touch } = usePlanForm();
  const listed = useAsk('intentions.list', {}).data?.items ?? [];
  const published = listed.flatMap(({ id, title, status, publishedAt }) =>
    status === 'published' && publishedAt !== null
      ? [{ id, title, publishedOn: toPlainDate(publishedAt) }]
      : [],
  );
  const take = ({ title, publishedOn }: (typeof published)[number]) => {
    set('intentionId', title);
    set('intentionPublishedOn', publishedOn);
    touch('intentionId');
  };
  return (
    <PlanFieldFrame name="intentionId">
      {(control) => (
        <TextBox
          control={control}
          limit={limitOf(planContentSchema.shape.intentionId)}
          onBlur={() => touch('intentionId')}
          onChange={(text) => set('intentionId', text === '' ? null : text)}
          value={content.intentionId ?? ''}
          {...(published.length === 0
            ? {}
            : {
                rightSection: (
                  <Menu position="bottom-end" shadow="md" withinPortal>
                    <Menu.Target>
                      <ActionIcon aria-label={planForm.chooseIntention} size={28} variant="subtle">
                        <IconChevronDown aria-hidden size={16} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {published.map((each) => (
                        <Menu.Item key={each.id} onClick={() => take(each)}>
                          {planForm.intentionOf(each.title, each.publishedOn)}
                        </Menu.Item>
                      ))}
                    </Menu.Dropdown>
                  </Menu>
                ),
              })}
        />
      )}
    </PlanFieldFrame>
  );
}
