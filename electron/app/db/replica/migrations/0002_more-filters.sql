DROP INDEX IF EXISTS `accounts_organisation`;--> statement-breakpoint
CREATE INDEX `accounts_organisation_username` ON `accounts` (`organisation_id`,`username`);--> statement-breakpoint
CREATE INDEX `accounts_role_username` ON `accounts` (`role`,`username`);--> statement-breakpoint
DROP INDEX IF EXISTS `organisations_region`;--> statement-breakpoint
CREATE INDEX `organisations_region_name` ON `organisations` (`region_code`,`name`);--> statement-breakpoint
DROP INDEX IF EXISTS `plans_tab_updated`;--> statement-breakpoint
DROP INDEX IF EXISTS `plans_year_updated`;--> statement-breakpoint
DROP INDEX IF EXISTS `plans_method_updated`;--> statement-breakpoint
DROP INDEX IF EXISTS `plans_purchaser_updated`;--> statement-breakpoint
CREATE INDEX `plans_region_updated` ON `plans` (`region_code`,`updated_at`,`row_no`,`status`,`fiscal_year`,`method`);--> statement-breakpoint
CREATE INDEX `plans_region_amount` ON `plans` (`region_code`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_agency_updated` ON `plans` (`agency_id`,`updated_at`,`row_no`,`status`,`fiscal_year`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `plans_agency_amount` ON `plans` (`agency_id`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_platform_updated` ON `plans` (`platform_id`,`updated_at`,`row_no`,`status`,`fiscal_year`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `plans_platform_amount` ON `plans` (`platform_id`,`amount_order`);--> statement-breakpoint
CREATE INDEX `plans_tab_updated` ON `plans` (`tab`,`updated_at`,`row_no`,`fiscal_year`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `plans_year_updated` ON `plans` (`fiscal_year`,`updated_at`,`row_no`,`status`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `plans_method_updated` ON `plans` (`method`,`updated_at`,`row_no`,`status`,`fiscal_year`,`region_code`);--> statement-breakpoint
CREATE INDEX `plans_purchaser_updated` ON `plans` (`purchaser_id`,`updated_at`,`row_no`,`status`,`fiscal_year`,`method`,`region_code`);--> statement-breakpoint
DROP INDEX IF EXISTS `projects_status_updated`;--> statement-breakpoint
DROP INDEX IF EXISTS `projects_purchaser_updated`;--> statement-breakpoint
ALTER TABLE `projects` ADD `fiscal_year` integer GENERATED ALWAYS AS (json_extract(body, '$.fiscalYear')) VIRTUAL;--> statement-breakpoint
ALTER TABLE `projects` ADD `push_status` text GENERATED ALWAYS AS (json_extract(body, '$.push.status')) VIRTUAL;--> statement-breakpoint
ALTER TABLE `projects` ADD `section_count` integer GENERATED ALWAYS AS (json_extract(body, '$.sectionCount')) VIRTUAL;--> statement-breakpoint
CREATE INDEX `projects_year_updated` ON `projects` (`fiscal_year`,`updated_at`,`row_no`,`status`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `projects_year_filed` ON `projects` (`fiscal_year`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_method_updated` ON `projects` (`method`,`updated_at`,`row_no`,`status`,`region_code`);--> statement-breakpoint
CREATE INDEX `projects_method_filed` ON `projects` (`method`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_region_updated` ON `projects` (`region_code`,`updated_at`,`row_no`,`status`,`method`);--> statement-breakpoint
CREATE INDEX `projects_region_filed` ON `projects` (`region_code`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_agency_updated` ON `projects` (`agency_id`,`updated_at`,`row_no`,`status`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `projects_agency_filed` ON `projects` (`agency_id`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_platform_updated` ON `projects` (`platform_id`,`updated_at`,`row_no`,`status`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `projects_platform_filed` ON `projects` (`platform_id`,`filed_at`);--> statement-breakpoint
CREATE INDEX `projects_status_updated` ON `projects` (`status`,`updated_at`,`row_no`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `projects_purchaser_updated` ON `projects` (`purchaser_id`,`updated_at`,`row_no`,`status`,`method`,`region_code`);--> statement-breakpoint
-- Counts are kept from now on by these filters too; rows that are already here are counted once.
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'plans', 'regionCode', coalesce(region_code, ''), tab, count(*) FROM plans GROUP BY coalesce(region_code, ''), tab;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'plans', 'agencyId', coalesce(agency_id, ''), tab, count(*) FROM plans GROUP BY coalesce(agency_id, ''), tab;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'plans', 'platformId', coalesce(platform_id, ''), tab, count(*) FROM plans GROUP BY coalesce(platform_id, ''), tab;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'projects', 'fiscalYear', coalesce(fiscal_year, ''), status, count(*) FROM projects GROUP BY coalesce(fiscal_year, ''), status;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'projects', 'method', coalesce(method, ''), status, count(*) FROM projects GROUP BY coalesce(method, ''), status;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'projects', 'regionCode', coalesce(region_code, ''), status, count(*) FROM projects GROUP BY coalesce(region_code, ''), status;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'projects', 'agencyId', coalesce(agency_id, ''), status, count(*) FROM projects GROUP BY coalesce(agency_id, ''), status;--> statement-breakpoint
INSERT INTO counts (entity, filter, value, tab, n) SELECT 'projects', 'platformId', coalesce(platform_id, ''), status, count(*) FROM projects GROUP BY coalesce(platform_id, ''), status;
