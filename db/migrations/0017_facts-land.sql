ALTER TABLE "import_batches" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "control" jsonb;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "typed" jsonb;--> statement-breakpoint
CREATE INDEX "import_batches_group" ON "import_batches" USING btree ("center_id","group_id","position");