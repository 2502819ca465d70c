CREATE TABLE "request_links" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone,
	CONSTRAINT "request_links_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_links_order" CHECK ("request_links"."request_id" < "request_links"."other_id"),
	CONSTRAINT "request_links_removed" CHECK (("request_links"."removed_at" is null) = ("request_links"."removed_by" is null))
);
--> statement-breakpoint
ALTER TABLE "request_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_message_reads" (
	"center_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"by_company" boolean NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_message_reads_center_id_message_id_membership_id_pk" PRIMARY KEY("center_id","message_id","membership_id")
);
--> statement-breakpoint
ALTER TABLE "request_message_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_item_samples" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "service_item_samples_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "service_item_samples_key" UNIQUE("center_id","version_id","key")
);
--> statement-breakpoint
ALTER TABLE "service_item_samples" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "requests_completed";--> statement-breakpoint
DROP INDEX "approval_lanes_decided";--> statement-breakpoint
ALTER TABLE "approval_absences" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "approval_opinions" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "approval_stops" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "answer_templates" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "answer_templates" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "calendar_years" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "center_settings" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "center_settings" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "centers" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "centers" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "departments" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "departments" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "collection_answers" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "collection_answers" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "collection_rounds" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "collection_rounds" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_facts" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_bank_accounts" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_bank_accounts" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_names" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_notes" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_people" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_people" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_products" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_products" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_proposals" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_relations" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "ip_rights" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "ip_rights" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "carriers" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "carriers" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "companies" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "companies" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_assignments" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_contacts" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_contacts" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_fields" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_fields" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_road" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "company_segments" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "published_figures" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "files" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "import_batches" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "import_batches" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "admission_rule_versions" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "application_reviews" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "application_reviews" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "applications" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "applications" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "graduation_evidence" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "rubric_versions" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "mentor_appointments" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "mentor_appointments" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notice_drafts" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notice_drafts" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notice_recipients" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "channel_messages" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "channels" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "channels" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "emails" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "applicants" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "memberships" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "memberships" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "one_time_links" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "operators" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "persons" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "persons" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "saved_views" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "request_materials" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "request_messages" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "service_item_versions" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "service_item_versions" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "service_items" ALTER COLUMN "created_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "service_items" ALTER COLUMN "updated_at" SET DEFAULT app_now();--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD COLUMN "warn_on" date;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD COLUMN "warned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD COLUMN "by_center" uuid;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "kept" jsonb;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "effect" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "effect_road_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "effect_document_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "company_days" integer;--> statement-breakpoint
ALTER TABLE "service_item_versions" ADD COLUMN "effects" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_other_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","other_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_linked_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","linked_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_removed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","removed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_message_reads" ADD CONSTRAINT "request_message_reads_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_message_reads" ADD CONSTRAINT "request_message_reads_center_id_message_id_request_messages_center_id_id_fk" FOREIGN KEY ("center_id","message_id") REFERENCES "public"."request_messages"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_message_reads" ADD CONSTRAINT "request_message_reads_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_samples" ADD CONSTRAINT "service_item_samples_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_samples" ADD CONSTRAINT "service_item_samples_center_id_version_id_service_item_versions_center_id_id_fk" FOREIGN KEY ("center_id","version_id") REFERENCES "public"."service_item_versions"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "request_links_pair" ON "request_links" USING btree ("center_id","request_id","other_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "request_links_other" ON "request_links" USING btree ("center_id","other_id");--> statement-breakpoint
ALTER TABLE "calendar_years" ADD CONSTRAINT "calendar_years_by_center_centers_id_fk" FOREIGN KEY ("by_center") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_effect_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","effect_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_lanes_warn" ON "approval_lanes" USING btree ("center_id","warn_on","id") WHERE warn_on is not null;--> statement-breakpoint
CREATE INDEX "approval_lanes_running" ON "approval_lanes" USING btree ("center_id","subject_type","state","name","name_en","due_on","days","company_id") WHERE state in ('open', 'stopped');--> statement-breakpoint
CREATE INDEX "requests_decided" ON "requests" USING btree ("center_id","decided_at","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_merged" ON "requests" USING btree ("center_id","duplicate_of","id") WHERE duplicate_of is not null;--> statement-breakpoint
CREATE INDEX "approval_lanes_decided" ON "approval_lanes" USING btree ("center_id","decided_at","id","company_id","subject_type","name","name_en","used_days","stopped_days");--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_links" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_links" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (exists (select from requests r where r.center_id = request_links.center_id and r.id = request_links.request_id and r.company_id = app_company()) and exists (select from requests r where r.center_id = request_links.center_id and r.id = request_links.other_id and r.company_id = app_company())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_links" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_links" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_links" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_message_reads" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_message_reads" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_message_reads" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership() and not by_company) when 'company' then (membership_id = app_membership() and by_company and exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_message_reads" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership() and not by_company) when 'company' then (membership_id = app_membership() and by_company and exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership() and not by_company) when 'company' then (membership_id = app_membership() and by_company and exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_message_reads" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership() and not by_company) when 'company' then (membership_id = app_membership() and by_company and exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "service_item_samples" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "service_item_samples" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (exists (select from service_item_versions v where v.center_id = service_item_samples.center_id and v.id = service_item_samples.version_id)) when 'applicant' then (exists (select from service_item_versions v where v.center_id = service_item_samples.center_id and v.id = service_item_samples.version_id)) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "service_item_samples" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "service_item_samples" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "service_item_samples" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
ALTER POLICY "app_insert" ON "calendar_days" TO dxe_app WITH CHECK (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center())));--> statement-breakpoint
ALTER POLICY "app_update" ON "calendar_days" TO dxe_app USING (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center()) and year > extract(year from app_today()))) WITH CHECK (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center()) and year > extract(year from app_today())));--> statement-breakpoint
ALTER POLICY "app_delete" ON "calendar_days" TO dxe_app USING (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center()) and year > extract(year from app_today())));--> statement-breakpoint
ALTER POLICY "app_insert" ON "calendar_years" TO dxe_app WITH CHECK (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager'))));--> statement-breakpoint
ALTER POLICY "app_update" ON "calendar_years" TO dxe_app USING (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager')) and year > extract(year from app_today()))) WITH CHECK (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager')) and year > extract(year from app_today())));--> statement-breakpoint
ALTER POLICY "app_delete" ON "calendar_years" TO dxe_app USING (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager')) and year > extract(year from app_today())));--> statement-breakpoint
ALTER POLICY "app_read" ON "files" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'auditor' then ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and (company_id = app_company() or (company_id is null and subject_type = 'notice' and subject_id in (select app_told_notices())) or (company_id is null and subject_type = 'item-sample' and exists (select from service_item_samples s where s.center_id = files.center_id and s.id = files.subject_id)))) when 'applicant' then ((company_id is null and subject_type = 'item-sample' and exists (select from service_item_samples s where s.center_id = files.center_id and s.id = files.subject_id)) or (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person()))) when 'mentor' then (audience = 'mentor' and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_insert" ON "files" TO dxe_app WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_update" ON "files" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_delete" ON "files" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_read" ON "request_materials" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then (exists (select from requests r where r.center_id = app_center() and r.id = request_id)) when 'job' then true when 'auditor' then (exists (select from requests r where r.center_id = app_center() and r.id = request_id)) when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
ALTER POLICY "app_read" ON "service_item_versions" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (state = 'published') when 'mentor' then (state = 'published') when 'administrator' then true when 'applicant' then (state = 'published' and filers @> '["prospect"]') when 'public' then (state = 'published') else false end));--> statement-breakpoint
ALTER POLICY "app_read" ON "service_items" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'administrator' then true when 'applicant' then true when 'public' then true else false end));