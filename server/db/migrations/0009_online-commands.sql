CREATE TABLE "online_outcomes" (
	"desk_id" text NOT NULL,
	"command_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"error" json,
	"at" bigint NOT NULL,
	CONSTRAINT "online_outcomes_desk_id_command_id_pk" PRIMARY KEY("desk_id","command_id")
);
--> statement-breakpoint
CREATE INDEX "online_outcomes_at" ON "online_outcomes" USING btree ("at");
