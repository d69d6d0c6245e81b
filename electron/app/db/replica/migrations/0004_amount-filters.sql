DROP INDEX `plans_tab_amount`;--> statement-breakpoint
DROP INDEX `plans_region_amount`;--> statement-breakpoint
CREATE INDEX `plans_tab_amount` ON `plans` (`tab`,`amount_order`,`row_no`,`fiscal_year`,`method`,`region_code`);--> statement-breakpoint
CREATE INDEX `plans_region_amount` ON `plans` (`region_code`,`amount_order`,`row_no`,`status`,`fiscal_year`,`method`);