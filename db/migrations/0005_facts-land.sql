CREATE TABLE "company_facts" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"key" text NOT NULL,
	"value" bigint NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"word" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_facts_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_facts_year" CHECK ("company_facts"."year" between 1950 and 2100),
	CONSTRAINT "company_facts_state" CHECK ("company_facts"."state" in ('proposed', 'verified', 'disputed', 'superseded')),
	CONSTRAINT "company_facts_source" CHECK ("company_facts"."source" in ('company', 'staff', 'import', 'collection'))
);
--> statement-breakpoint
ALTER TABLE "company_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_bank_accounts" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"bank" text NOT NULL,
	"number" text NOT NULL,
	"branch_code" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_bank_accounts_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_bank_accounts_number" CHECK ("company_bank_accounts"."number" ~ '^[0-9]{8,30}$')
);
--> statement-breakpoint
ALTER TABLE "company_bank_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_names" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"until_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_names_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_notes" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_notes_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_people" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"degree" text,
	"founder" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_people_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_products" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"high_tech" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_products_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_proposals" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"word" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_proposals_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_proposals_state" CHECK ("company_proposals"."state" in ('open', 'accepted', 'refused', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "company_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_relations" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_id" uuid,
	"other_name" text NOT NULL,
	"since_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_relations_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_relations_kind" CHECK ("company_relations"."kind" in ('parent', 'subsidiary', 'spun_off_from', 'spin_off', 'merged_into', 'took_over')),
	CONSTRAINT "company_relations_self" CHECK ("company_relations"."other_id" is null or "company_relations"."other_id" <> "company_relations"."company_id")
);
--> statement-breakpoint
ALTER TABLE "company_relations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "paid_in_capital_fen" bigint;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "industry_section" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "industry_division" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "tech_field" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "founder_traits" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "taxpayer_kind" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "registration_type" text;--> statement-breakpoint
ALTER TABLE "company_facts" ADD CONSTRAINT "company_facts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_facts" ADD CONSTRAINT "company_facts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_bank_accounts" ADD CONSTRAINT "company_bank_accounts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_bank_accounts" ADD CONSTRAINT "company_bank_accounts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_names" ADD CONSTRAINT "company_names_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_names" ADD CONSTRAINT "company_names_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_notes" ADD CONSTRAINT "company_notes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_notes" ADD CONSTRAINT "company_notes_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_people" ADD CONSTRAINT "company_people_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_people" ADD CONSTRAINT "company_people_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_products" ADD CONSTRAINT "company_products_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_products" ADD CONSTRAINT "company_products_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_proposals" ADD CONSTRAINT "company_proposals_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_proposals" ADD CONSTRAINT "company_proposals_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_relations" ADD CONSTRAINT "company_relations_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_relations" ADD CONSTRAINT "company_relations_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_relations" ADD CONSTRAINT "company_relations_center_id_other_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","other_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "company_facts_verified" ON "company_facts" USING btree ("center_id","company_id","year","key") WHERE state = 'verified';--> statement-breakpoint
CREATE UNIQUE INDEX "company_facts_proposed" ON "company_facts" USING btree ("center_id","company_id","year","key") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "company_facts_company" ON "company_facts" USING btree ("center_id","company_id","year","key","id");--> statement-breakpoint
CREATE INDEX "company_facts_year" ON "company_facts" USING btree ("center_id","key","year","state");--> statement-breakpoint
CREATE INDEX "company_facts_waiting" ON "company_facts" USING btree ("center_id","state","year","company_id");--> statement-breakpoint
CREATE INDEX "company_bank_accounts_company" ON "company_bank_accounts" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_names_company" ON "company_names" USING btree ("center_id","company_id","until_on");--> statement-breakpoint
CREATE INDEX "company_notes_company" ON "company_notes" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_people_company" ON "company_people" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_products_company" ON "company_products" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_proposals_company" ON "company_proposals" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_proposals_state" ON "company_proposals" USING btree ("center_id","state","id");--> statement-breakpoint
CREATE INDEX "company_relations_company" ON "company_relations" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_relations_other" ON "company_relations" USING btree ("center_id","other_id");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_paid_in" CHECK ("companies"."paid_in_capital_fen" >= 0);--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_facts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_facts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_facts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_facts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_facts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_bank_accounts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_bank_accounts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_bank_accounts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_bank_accounts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_bank_accounts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_names" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_names" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_names" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_names" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_names" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_notes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_notes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_notes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_notes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_notes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_people" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_people" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_people" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_people" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_people" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_products" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_products" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_products" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_products" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_products" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_proposals" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_proposals" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_proposals" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_proposals" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_proposals" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_relations" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_relations" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_relations" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_relations" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_relations" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));