CREATE TABLE "exchange_announcement_differences" (
	"platform_id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"project_id" text NOT NULL,
	"plan_no" text NOT NULL,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"found_at" bigint NOT NULL,
	"resolved_at" bigint,
	CONSTRAINT "exchange_announcement_differences_platform_id_announcement_id_pk" PRIMARY KEY("platform_id","announcement_id")
);
--> statement-breakpoint
CREATE INDEX "exchange_announcement_differences_newest" ON "exchange_announcement_differences" USING btree ("found_at");