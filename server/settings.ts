// What can be set of a server, with its defaults. Business settings are rows that an administrator changes; these belong to the installation.
import { type AuthSettings, defaultAuthSettings } from './auth/auth.ts';
import { defaultPasswordCost, type PasswordCost } from './auth/passwords.ts';
import type { ExchangeSettings } from './exchange/deps.ts';

export type ServerSettings = {
  /** Our name in exchange envelopes. */
  readonly systemId: string;
  /** For the first administrator; without it one is made up and told once. */
  readonly firstAdminPassword: string | undefined;
  readonly auth: AuthSettings;
  readonly passwordCost: PasswordCost;
  /** Per address. An office of many desks may share one. */
  readonly requestsPerMinute: number;
  readonly trustProxy: boolean;
  /** Where citizens find the website, without a slash behind; undefined: wherever their browser says they are. */
  readonly websiteUrl: string | undefined;
  readonly exchange: Partial<ExchangeSettings>;
};

export const defaultServerSettings: ServerSettings = {
  systemId: 'zhengcai',
  firstAdminPassword: undefined,
  auth: defaultAuthSettings,
  passwordCost: defaultPasswordCost,
  requestsPerMinute: 6000,
  trustProxy: false,
  websiteUrl: undefined,
  exchange: {},
};
