CREATE TABLE "ip_rights" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"filed_on" date,
	"granted_on" date,
	"acquired" text DEFAULT 'own' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"expires_on" date,
	"ended_on" date,
	"pledged" boolean DEFAULT false NOT NULL,
	"used_before" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ip_rights_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "ip_rights" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ip_rights" ADD CONSTRAINT "ip_rights_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ip_rights" ADD CONSTRAINT "ip_rights_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ip_rights_number" ON "ip_rights" USING btree ("center_id","company_id","number") WHERE number is not null;--> statement-breakpoint
CREATE INDEX "ip_rights_company" ON "ip_rights" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "ip_rights_granted" ON "ip_rights" USING btree ("center_id","granted_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ip_rights_filed" ON "ip_rights" USING btree ("center_id","filed_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ip_rights_expires" ON "ip_rights" USING btree ("center_id","expires_on","id");--> statement-breakpoint
CREATE INDEX "ip_rights_kind" ON "ip_rights" USING btree ("center_id","kind","id");--> statement-breakpoint
CREATE INDEX "ip_rights_by_number" ON "ip_rights" USING btree ("center_id","number");--> statement-breakpoint
CREATE POLICY "owner_all" ON "ip_rights" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "ip_rights" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "ip_rights" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "ip_rights" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "ip_rights" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));