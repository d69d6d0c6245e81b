CREATE TABLE "exchange_event_differences" (
	"platform_id" text NOT NULL,
	"lot_uid" text NOT NULL,
	"kind" text NOT NULL,
	"project_id" text NOT NULL,
	"plan_no" text NOT NULL,
	"ours" integer NOT NULL,
	"theirs" integer NOT NULL,
	"found_at" bigint NOT NULL,
	"requested_at" bigint,
	"resolved_at" bigint,
	CONSTRAINT "exchange_event_differences_platform_id_lot_uid_kind_pk" PRIMARY KEY("platform_id","lot_uid","kind")
);
--> statement-breakpoint
ALTER TABLE "section_events" ADD COLUMN "letter_no" text;--> statement-breakpoint
CREATE INDEX "exchange_event_differences_newest" ON "exchange_event_differences" USING btree ("found_at");--> statement-breakpoint
CREATE INDEX "section_events_letter_no" ON "section_events" USING btree ("letter_no");