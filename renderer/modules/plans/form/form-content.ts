// The content of a plan as a form sees it: field by field.
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { planContentSchema } from '#shared/domain/plans/model.ts';

export const planContents = contentsOf(planContentSchema.shape, emptyContent);
