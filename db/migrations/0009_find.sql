CREATE TABLE "company_merges" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survivor_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"merged_name" text NOT NULL,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"merged_row" jsonb,
	"moved" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"kept" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changed" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "company_merges_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_merges_survivor" ON "company_merges" USING btree ("center_id","survivor_id","merged_at");--> statement-breakpoint
CREATE INDEX "company_merges_merged" ON "company_merges" USING btree ("center_id","merged_id");--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_merges" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_merges" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_merges" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_merges" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_merges" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
ALTER POLICY "app_read" ON "entries" TO dxe_app USING (center_id = app_center() and (app_scope() in ('job', 'auditor') or (app_scope() = 'staff' and (for_center)) or (app_scope() = 'administrator' and (company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar'))) or (app_scope() = 'operator' and (company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar'))) or (app_scope() = 'company' and (for_company and company_id in (select app_company_files()))) or (app_scope() = 'mentor' and (for_mentor and company_id in (select app_mentored_companies()))) or (app_scope() = 'person' and (person_id = app_person()))));