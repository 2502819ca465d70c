ALTER TABLE "request_returns" ADD COLUMN "after_acceptance" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "request_returns" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "answers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "acceptance_days" integer;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "promised_days" integer;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "received_on" date;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "accepted_by" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "clock_from_on" date;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "completed_by" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "withdraw_reason" text;--> statement-breakpoint
ALTER TABLE "service_items" ADD COLUMN "fields" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "service_items" ADD COLUMN "files_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_accepted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","accepted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_completed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","completed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_next" ON "requests" USING btree ("center_id","next_due_on","id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_promised" CHECK ("requests"."state" = 'draft' or ("requests"."acceptance_days" is not null and "requests"."promised_days" is not null and "requests"."submitted_at" is not null));--> statement-breakpoint
ALTER POLICY "app_read" ON "requests" TO dxe_app USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (state <> 'draft')) or (app_scope() = 'auditor' and (state <> 'draft')) or (app_scope() = 'company' and (company_id = app_company()))));