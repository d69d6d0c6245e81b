// What the law leaves open, or places decide (DOMAIN §4): none of it can make a date lawful that the law forbids.
import { settingDefinitions } from '#shared/domain/admin/settings.ts';

export type DeadlineSettings = {
  /** File supply and display periods count the day of publication as their first day, when it is a working day. */
  readonly countPublicationDay: boolean;
  /** Days added to the statutory minimum by cautious offices: 0 or 1. */
  readonly extraDay: number;
  /** Days to sign a contract in; some places set fewer than the law's 30. */
  readonly contractSignDays: number;
  readonly intentionDays: number;
};

export const defaultDeadlineSettings: DeadlineSettings = {
  countPublicationDay: settingDefinitions['deadlines.countPublicationDay'].fallback,
  extraDay: settingDefinitions['deadlines.extraDay'].fallback ? 1 : 0,
  contractSignDays: settingDefinitions['deadlines.contractSignDays'].fallback,
  intentionDays: settingDefinitions['plans.intentionDays'].fallback,
};
