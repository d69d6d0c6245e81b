CREATE TABLE "exchange_contacts" (
	"platform_id" text PRIMARY KEY NOT NULL,
	"last_contact_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_differences" (
	"platform_id" text NOT NULL,
	"plan_no" text NOT NULL,
	"kind" text NOT NULL,
	"our_sections" integer NOT NULL,
	"their_sections" integer NOT NULL,
	"found_at" bigint NOT NULL,
	"requested_at" bigint,
	"resolved_at" bigint,
	CONSTRAINT "exchange_differences_platform_id_plan_no_pk" PRIMARY KEY("platform_id","plan_no")
);
--> statement-breakpoint
CREATE TABLE "exchange_inbox" (
	"platform_id" text NOT NULL,
	"msg_id" text NOT NULL,
	"type" text NOT NULL,
	"business_key" text NOT NULL,
	"seq" integer NOT NULL,
	"ordered" boolean NOT NULL,
	"content_hash" text NOT NULL,
	"body" text NOT NULL,
	"created_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"state" text NOT NULL,
	"decided_at" bigint,
	"code" text,
	"field" text,
	"http_status" integer NOT NULL,
	CONSTRAINT "exchange_inbox_platform_id_msg_id_pk" PRIMARY KEY("platform_id","msg_id")
);
--> statement-breakpoint
CREATE TABLE "exchange_outbox" (
	"msg_id" text PRIMARY KEY NOT NULL,
	"platform_id" text NOT NULL,
	"type" text NOT NULL,
	"schema_version" integer NOT NULL,
	"business_key" text NOT NULL,
	"seq" integer NOT NULL,
	"ordered" boolean NOT NULL,
	"body" text NOT NULL,
	"not_before" bigint,
	"state" text NOT NULL,
	"queued_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" bigint,
	"last_attempt_at" bigint,
	"next_attempt_at" bigint NOT NULL,
	"claimed_until" bigint DEFAULT 0 NOT NULL,
	"claim" text,
	"received_at" bigint,
	"answered_at" bigint,
	"answer" text,
	"code" text,
	"field" text,
	"of_msg_id" text
);
--> statement-breakpoint
CREATE TABLE "exchange_refusals" (
	"bucket" text PRIMARY KEY NOT NULL,
	"verified" boolean NOT NULL,
	"platform_id" text,
	"msg_id" text,
	"type" text,
	"code" text NOT NULL,
	"field" text,
	"count" integer NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_sequences" (
	"direction" text NOT NULL,
	"platform_id" text NOT NULL,
	"business_key" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "exchange_sequences_direction_platform_id_business_key_pk" PRIMARY KEY("direction","platform_id","business_key")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"username" text,
	"role" text,
	"organisation_id" text
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_patterns" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"kind" text,
	"name" text,
	"uscc" text,
	"region_code" text
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"status" text,
	"plan_no" text,
	"project_name" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"agency_id" text,
	"region_code" text,
	"fiscal_year" bigint,
	"category" text,
	"method" text,
	"budget_amount" bigint,
	"platform_id" text,
	"planned_start" text,
	"created_at" bigint,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE TABLE "platforms" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"region_code" text
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"plan_id" text,
	"plan_no" text,
	"name" text,
	"status" text,
	"purchaser_id" text,
	"purchaser_name" text,
	"agency_id" text,
	"region_code" text,
	"method" text,
	"budget_amount" bigint,
	"platform_id" text,
	"filed_at" bigint,
	"updated_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"project_id" text,
	"plan_id" text,
	"platform_id" text,
	"lot_uid" text,
	"section_no" text,
	"name" text,
	"status" text,
	"purchaser_id" text,
	"region_code" text,
	"budget" bigint,
	"received_at" bigint
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment_refs" (
	"entity" text NOT NULL,
	"row_id" text NOT NULL,
	"sha256" text NOT NULL,
	"scopes" text[] NOT NULL,
	CONSTRAINT "attachment_refs_entity_row_id_sha256_pk" PRIMARY KEY("entity","row_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"day" text PRIMARY KEY NOT NULL,
	"no" bigint NOT NULL,
	"hash" text NOT NULL,
	"epoch" text NOT NULL,
	"signed_at" bigint NOT NULL,
	"public_key" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"no" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"desk_id" text,
	"action" text NOT NULL,
	"command_id" text,
	"input_hash" text,
	"outcome" text NOT NULL,
	"code" text,
	"seq" bigint,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"account_id" text PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"must_change" boolean NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"last_no" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"seq" bigint NOT NULL,
	"n" integer NOT NULL,
	"entity" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"op" text NOT NULL,
	"scopes" text[] NOT NULL,
	"prev_scopes" text[] NOT NULL,
	"body" json,
	CONSTRAINT "feed_seq_n_pk" PRIMARY KEY("seq","n")
);
--> statement-breakpoint
CREATE TABLE "feed_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"audit_no" bigint NOT NULL,
	"audit_hash" text NOT NULL,
	"audit_before" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_uploaders" (
	"sha256" text NOT NULL,
	"account_id" text NOT NULL,
	CONSTRAINT "file_uploaders_sha256_account_id_pk" PRIMARY KEY("sha256","account_id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"stored_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"desk_id" text NOT NULL,
	"no" bigint NOT NULL,
	"command_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"seq" bigint,
	"error" json,
	"at" bigint NOT NULL,
	CONSTRAINT "outcomes_desk_id_no_pk" PRIMARY KEY("desk_id","no")
);
--> statement-breakpoint
CREATE TABLE "scope_digests" (
	"scope" text PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL,
	"hi" integer NOT NULL,
	"lo" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "server_meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"desk_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_used_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" bigint NOT NULL,
	"locked_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_inbox_order" ON "exchange_inbox" USING btree ("platform_id","business_key","seq") WHERE "exchange_inbox"."ordered";--> statement-breakpoint
CREATE INDEX "exchange_inbox_held" ON "exchange_inbox" USING btree ("received_at") WHERE "exchange_inbox"."state" = 'held';--> statement-breakpoint
CREATE INDEX "exchange_inbox_newest" ON "exchange_inbox" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_outbox_order" ON "exchange_outbox" USING btree ("platform_id","business_key","seq") WHERE "exchange_outbox"."ordered";--> statement-breakpoint
CREATE INDEX "exchange_outbox_due" ON "exchange_outbox" USING btree ("next_attempt_at") WHERE "exchange_outbox"."state" in ('pending', 'received');--> statement-breakpoint
CREATE INDEX "exchange_outbox_state" ON "exchange_outbox" USING btree ("state","msg_id");--> statement-breakpoint
CREATE INDEX "exchange_outbox_answers" ON "exchange_outbox" USING btree ("platform_id","of_msg_id");--> statement-breakpoint
CREATE INDEX "exchange_refusals_newest" ON "exchange_refusals" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "accounts_scopes" ON "accounts" USING gin ("scopes");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_username" ON "accounts" USING btree ("username");--> statement-breakpoint
CREATE INDEX "calendar_years_scopes" ON "calendar_years" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "number_patterns_scopes" ON "number_patterns" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "number_series_scopes" ON "number_series" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "organisations_scopes" ON "organisations" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "organisations_uscc" ON "organisations" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "plans_scopes" ON "plans" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "plans_plan_no" ON "plans" USING btree ("plan_no");--> statement-breakpoint
CREATE INDEX "platforms_scopes" ON "platforms" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "projects_scopes" ON "projects" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "projects_plan_id" ON "projects" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "projects_plan_no" ON "projects" USING btree ("plan_no");--> statement-breakpoint
CREATE INDEX "sections_scopes" ON "sections" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "sections_project_id" ON "sections" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "sections_lot_uid" ON "sections" USING btree ("lot_uid");--> statement-breakpoint
CREATE INDEX "settings_scopes" ON "settings" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "attachment_refs_sha256" ON "attachment_refs" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "audit_log_account" ON "audit_log" USING btree ("account_id","no");--> statement-breakpoint
CREATE INDEX "feed_tombstones" ON "feed" USING btree ("id","entity") WHERE "feed"."op" = 'delete';--> statement-breakpoint
CREATE INDEX "outcomes_at" ON "outcomes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");