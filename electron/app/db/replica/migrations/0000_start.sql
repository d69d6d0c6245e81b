CREATE TABLE `accounts` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`username` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_id_unique` ON `accounts` (`id`);--> statement-breakpoint
CREATE INDEX `accounts_organisation` ON `accounts` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `accounts_username` ON `accounts` (`username`);--> statement-breakpoint
CREATE TABLE `base_rows` (
	`entity` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`body` text,
	PRIMARY KEY(`entity`, `id`)
);
--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_years_id_unique` ON `calendar_years` (`id`);--> statement-breakpoint
CREATE TABLE `counts` (
	`entity` text NOT NULL,
	`filter` text NOT NULL,
	`value` text NOT NULL,
	`tab` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`entity`, `filter`, `value`, `tab`)
);
--> statement-breakpoint
CREATE TABLE `digests` (
	`scope` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`hi` integer NOT NULL,
	`lo` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `number_patterns` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `number_patterns_id_unique` ON `number_patterns` (`id`);--> statement-breakpoint
CREATE TABLE `number_series` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `number_series_id_unique` ON `number_series` (`id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`uscc` text NOT NULL,
	`region_code` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_id_unique` ON `organisations` (`id`);--> statement-breakpoint
CREATE INDEX `organisations_name` ON `organisations` (`name`);--> statement-breakpoint
CREATE INDEX `organisations_kind_name` ON `organisations` (`kind`,`name`);--> statement-breakpoint
CREATE INDEX `organisations_region` ON `organisations` (`region_code`);--> statement-breakpoint
CREATE INDEX `organisations_uscc` ON `organisations` (`uscc`);--> statement-breakpoint
CREATE TABLE `overlays` (
	`no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`reads` text NOT NULL,
	`writes` text NOT NULL,
	`doubt` text
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`status` text NOT NULL,
	`plan_no` text,
	`project_name` text NOT NULL,
	`purchaser_id` text NOT NULL,
	`purchaser_name` text NOT NULL,
	`agency_id` text,
	`region_code` text,
	`fiscal_year` integer,
	`category` text,
	`method` text,
	`budget_amount` integer,
	`platform_id` text,
	`planned_start` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`tab` text GENERATED ALWAYS AS (CASE status WHEN 'filed' THEN 'filed' WHEN 'pushed' THEN 'filed' WHEN 'sections_received' THEN 'executing' WHEN 'in_execution' THEN 'executing' WHEN 'completed' THEN 'closed' WHEN 'cancelled' THEN 'closed' ELSE status END) VIRTUAL,
	`amount_order` integer GENERATED ALWAYS AS (coalesce(budget_amount, -1)) VIRTUAL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_id_unique` ON `plans` (`id`);--> statement-breakpoint
CREATE INDEX `plans_updated` ON `plans` (`updated_at`);--> statement-breakpoint
CREATE INDEX `plans_amount` ON `plans` (`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_tab_updated` ON `plans` (`tab`,`updated_at`);--> statement-breakpoint
CREATE INDEX `plans_tab_amount` ON `plans` (`tab`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_year_updated` ON `plans` (`fiscal_year`,`updated_at`);--> statement-breakpoint
CREATE INDEX `plans_year_amount` ON `plans` (`fiscal_year`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_method_updated` ON `plans` (`method`,`updated_at`);--> statement-breakpoint
CREATE INDEX `plans_method_amount` ON `plans` (`method`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_purchaser_updated` ON `plans` (`purchaser_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `plans_purchaser_amount` ON `plans` (`purchaser_id`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_number` ON `plans` (`plan_no`);--> statement-breakpoint
CREATE TABLE `platforms` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`region_code` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `platforms_id_unique` ON `platforms` (`id`);--> statement-breakpoint
CREATE INDEX `platforms_region` ON `platforms` (`region_code`);--> statement-breakpoint
CREATE TABLE `projects` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`plan_id` text NOT NULL,
	`plan_no` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`purchaser_id` text NOT NULL,
	`purchaser_name` text NOT NULL,
	`agency_id` text,
	`region_code` text NOT NULL,
	`method` text NOT NULL,
	`budget_amount` integer NOT NULL,
	`platform_id` text,
	`filed_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_id_unique` ON `projects` (`id`);--> statement-breakpoint
CREATE INDEX `projects_updated` ON `projects` (`updated_at`);--> statement-breakpoint
CREATE INDEX `projects_filed` ON `projects` (`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_status_updated` ON `projects` (`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `projects_status_filed` ON `projects` (`status`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_purchaser_updated` ON `projects` (`purchaser_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `projects_purchaser_filed` ON `projects` (`purchaser_id`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_plan` ON `projects` (`plan_id`);--> statement-breakpoint
CREATE INDEX `projects_number` ON `projects` (`plan_no`);--> statement-breakpoint
CREATE TABLE `search_dirty` (
	`entity` text NOT NULL,
	`row_no` integer NOT NULL,
	PRIMARY KEY(`entity`, `row_no`)
);
--> statement-breakpoint
CREATE TABLE `search_progress` (
	`entity` text PRIMARY KEY NOT NULL,
	`upto` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sections` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`project_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`platform_id` text NOT NULL,
	`lot_uid` text NOT NULL,
	`section_no` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`purchaser_id` text NOT NULL,
	`region_code` text NOT NULL,
	`budget` integer NOT NULL,
	`received_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_id_unique` ON `sections` (`id`);--> statement-breakpoint
CREATE INDEX `sections_project_number` ON `sections` (`project_id`,`section_no`);--> statement-breakpoint
CREATE INDEX `sections_plan` ON `sections` (`plan_id`);--> statement-breakpoint
CREATE INDEX `sections_lot` ON `sections` (`lot_uid`);--> statement-breakpoint
CREATE TABLE `settings` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settings_id_unique` ON `settings` (`id`);