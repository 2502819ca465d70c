CREATE TABLE "company_road" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"basis" text DEFAULT 'exact' NOT NULL,
	"position" integer NOT NULL,
	"carrier_id" uuid,
	"room" text,
	"area" integer,
	"until_on" date,
	"reason" text DEFAULT '' NOT NULL,
	"struck_at" timestamp with time zone,
	"struck_by" uuid,
	"struck_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_road_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_road_kind" CHECK ("company_road"."kind" in ('applied', 'under_review', 'declined', 'admitted', 'moved', 'extended', 'graduated', 'exited', 'removed')),
	CONSTRAINT "company_road_basis" CHECK ("company_road"."basis" in ('exact', 'inferred', 'unknown')),
	CONSTRAINT "company_road_until" CHECK (("company_road"."kind" = 'extended') = ("company_road"."until_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "company_road" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "term_from" date;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "extended_until" date;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "term_field" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "due_on" date GENERATED ALWAYS AS (case when state = 'incubating' then coalesce(extended_until, (term_from + case when coalesce(term_field, leading_industry) in ('biomedicine', 'modern_agriculture', 'integrated_circuits') then interval '60 months' else interval '48 months' end)::date) end) STORED;--> statement-breakpoint
ALTER TABLE "company_road" ADD CONSTRAINT "company_road_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_road" ADD CONSTRAINT "company_road_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_road" ADD CONSTRAINT "company_road_center_id_carrier_id_carriers_center_id_id_fk" FOREIGN KEY ("center_id","carrier_id") REFERENCES "public"."carriers"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_road_company" ON "company_road" USING btree ("center_id","company_id","on_day" DESC NULLS LAST,"position" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_due" ON "companies" USING btree ("center_id","due_on","id");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_term_field" CHECK ("companies"."term_field" in ('general', 'biomedicine', 'modern_agriculture', 'integrated_circuits'));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_road" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_road" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_road" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_road" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_road" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));