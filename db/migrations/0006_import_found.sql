ALTER TABLE "import_batches" ADD COLUMN "found" jsonb;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "task_id" uuid;