CREATE TABLE "term_warnings" (
	"center_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"months" integer NOT NULL,
	"warned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "term_warnings_center_id_company_id_due_on_months_pk" PRIMARY KEY("center_id","company_id","due_on","months")
);
--> statement-breakpoint
ALTER TABLE "term_warnings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "admission_rule_versions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"effective_from" date NOT NULL,
	"conditions" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "admission_rule_versions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "admission_rule_versions_day" UNIQUE("center_id","effective_from")
);
--> statement-breakpoint
ALTER TABLE "admission_rule_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_reviews" (
	"center_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"rubric_id" uuid NOT NULL,
	"scores" jsonb NOT NULL,
	"total" integer NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "application_reviews_center_id_application_id_membership_id_pk" PRIMARY KEY("center_id","application_id","membership_id")
);
--> statement-breakpoint
ALTER TABLE "application_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "applications" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"person_id" uuid,
	"company_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"credit_code" text,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text,
	"contact_email" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"submitted_at" timestamp with time zone,
	"said" text DEFAULT '' NOT NULL,
	"waiting_since" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"rule_version_id" uuid,
	"verdict" jsonb,
	"condition_text" text,
	"condition_due_on" date,
	"condition_met_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "applications_number" UNIQUE("center_id","number"),
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('draft', 'submitted', 'returned', 'under_review', 'waiting', 'admitted', 'refused', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "graduation_evidence" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"condition" text NOT NULL,
	"on_day" date,
	"year" integer,
	"amount_fen" bigint,
	"words" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "graduation_evidence_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "graduation_evidence_condition" CHECK ("graduation_evidence"."condition" in ('hnte', 'venture', 'revenue', 'capital'))
);
--> statement-breakpoint
ALTER TABLE "graduation_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rubric_versions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"effective_from" date NOT NULL,
	"criteria" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "rubric_versions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "rubric_versions_day" UNIQUE("center_id","effective_from")
);
--> statement-breakpoint
ALTER TABLE "rubric_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "applicants" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"consent_version" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "applicants_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "applicants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "term_warnings" ADD CONSTRAINT "term_warnings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_warnings" ADD CONSTRAINT "term_warnings_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admission_rule_versions" ADD CONSTRAINT "admission_rule_versions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_center_id_application_id_applications_center_id_id_fk" FOREIGN KEY ("center_id","application_id") REFERENCES "public"."applications"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_center_id_rubric_id_rubric_versions_center_id_id_fk" FOREIGN KEY ("center_id","rubric_id") REFERENCES "public"."rubric_versions"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_center_id_decided_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","decided_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_center_id_rule_version_id_admission_rule_versions_center_id_id_fk" FOREIGN KEY ("center_id","rule_version_id") REFERENCES "public"."admission_rule_versions"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graduation_evidence" ADD CONSTRAINT "graduation_evidence_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graduation_evidence" ADD CONSTRAINT "graduation_evidence_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicants" ADD CONSTRAINT "applicants_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicants" ADD CONSTRAINT "applicants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("center_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("center_id","person_id","id");--> statement-breakpoint
CREATE INDEX "applications_company" ON "applications" USING btree ("center_id","company_id");--> statement-breakpoint
CREATE INDEX "applications_condition" ON "applications" USING btree ("center_id","condition_due_on") WHERE condition_due_on is not null and condition_met_on is null;--> statement-breakpoint
CREATE INDEX "graduation_evidence_company" ON "graduation_evidence" USING btree ("center_id","company_id","created_at");--> statement-breakpoint
CREATE INDEX "applicants_person" ON "applicants" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applicants_one_open" ON "applicants" USING btree ("center_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE POLICY "owner_all" ON "term_warnings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "term_warnings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "term_warnings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "term_warnings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "term_warnings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "admission_rule_versions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "admission_rule_versions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'administrator' then true when 'public' then true when 'applicant' then true when 'company' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "admission_rule_versions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "admission_rule_versions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "admission_rule_versions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "application_reviews" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "application_reviews" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "application_reviews" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true when 'staff' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "application_reviews" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true when 'staff' then (membership_id = app_membership()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true when 'staff' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "application_reviews" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true when 'staff' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "applications" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "applications" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'applicant' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "applications" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'applicant' then (person_id = app_person() and state in ('draft', 'submitted', 'returned', 'withdrawn')) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "applications" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'applicant' then (person_id = app_person() and state in ('draft', 'submitted', 'returned', 'withdrawn')) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'applicant' then (person_id = app_person() and state in ('draft', 'submitted', 'returned', 'withdrawn')) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "applications" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'applicant' then (person_id = app_person() and state in ('draft', 'submitted', 'returned', 'withdrawn')) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "graduation_evidence" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "graduation_evidence" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "graduation_evidence" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "graduation_evidence" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "graduation_evidence" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "rubric_versions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "rubric_versions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "rubric_versions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "rubric_versions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "rubric_versions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'operator' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "applicants" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "applicants" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'auditor' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'applicant' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "applicants" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "applicants" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "applicants" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
ALTER POLICY "app_read" ON "counters" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
ALTER POLICY "app_insert" ON "counters" TO dxe_app WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
ALTER POLICY "app_update" ON "counters" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
ALTER POLICY "app_delete" ON "counters" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
ALTER POLICY "app_read" ON "files" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'auditor' then ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and (company_id = app_company() or (company_id is null and subject_type = 'notice' and subject_id in (select app_told_notices())))) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person())) when 'mentor' then (audience = 'mentor' and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_insert" ON "files" TO dxe_app WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_update" ON "files" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
ALTER POLICY "app_delete" ON "files" TO dxe_app USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));