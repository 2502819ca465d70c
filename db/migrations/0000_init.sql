CREATE TABLE "approval_absences" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"stand_in_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "approval_absences_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_absences_order" CHECK ("approval_absences"."until_on" >= "approval_absences"."from_on" and "approval_absences"."stand_in_id" <> "approval_absences"."membership_id")
);
--> statement-breakpoint
ALTER TABLE "approval_absences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_lanes" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"stage" integer NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"party" text NOT NULL,
	"department_id" uuid,
	"role" text,
	"decides" text DEFAULT 'anyone' NOT NULL,
	"days" integer NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"owner_id" uuid,
	"first_owner_id" uuid,
	"from_on" date,
	"due_on" date,
	"next_due_on" date,
	"warn_on" date,
	"warned" integer DEFAULT 0 NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"used_days" integer,
	"stopped_days" integer,
	CONSTRAINT "approval_lanes_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_lanes_place" UNIQUE("center_id","round_id","stage","position"),
	CONSTRAINT "approval_lanes_state" CHECK ("approval_lanes"."state" in ('waiting', 'open', 'stopped', 'agreed', 'disagreed', 'cancelled')),
	CONSTRAINT "approval_lanes_party" CHECK (("approval_lanes"."party" = 'department') = ("approval_lanes"."department_id" is not null) and ("approval_lanes"."party" = 'role') = ("approval_lanes"."role" is not null)),
	CONSTRAINT "approval_lanes_days" CHECK ("approval_lanes"."days" between 1 and 250)
);
--> statement-breakpoint
ALTER TABLE "approval_lanes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_opinions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"company_id" uuid,
	"kind" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"ticked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"membership_id" uuid NOT NULL,
	"instead_of" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "approval_opinions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_opinions_kind" CHECK ("approval_opinions"."kind" in ('agree', 'disagree', 'return'))
);
--> statement-breakpoint
ALTER TABLE "approval_opinions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_rounds" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"state" text NOT NULL,
	"from_on" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "approval_rounds_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_rounds_state" CHECK ("approval_rounds"."state" in ('open', 'agreed', 'disagreed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "approval_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_stages" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"company_id" uuid,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"started_on" date,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approval_stages_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_stages_position" UNIQUE("center_id","round_id","position")
);
--> statement-breakpoint
ALTER TABLE "approval_stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_stops" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"company_id" uuid,
	"kind" text NOT NULL,
	"party" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"started_by" uuid,
	"ended_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "approval_stops_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_stops_kind" CHECK ("approval_stops"."kind" in ('company', 'outside', 'pause')),
	CONSTRAINT "approval_stops_said" CHECK (("approval_stops"."kind" <> 'outside' or "approval_stops"."party" <> '') and ("approval_stops"."kind" <> 'pause' or "approval_stops"."reason" <> '')),
	CONSTRAINT "approval_stops_order" CHECK ("approval_stops"."to_on" is null or "approval_stops"."to_on" >= "approval_stops"."from_on")
);
--> statement-breakpoint
ALTER TABLE "approval_stops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entries" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_name" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"membership_id" uuid,
	"address" text,
	"request_id" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"company_id" uuid,
	"for_center" boolean NOT NULL,
	"for_company" boolean NOT NULL,
	"for_mentor" boolean NOT NULL,
	"data" jsonb NOT NULL,
	"changes_hash" text,
	CONSTRAINT "entries_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_changes" (
	"center_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "entry_changes_center_id_entry_id_pk" PRIMARY KEY("center_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "entry_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_heads" (
	"center_id" uuid NOT NULL,
	"day" date NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"exported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entry_heads_center_id_day_pk" PRIMARY KEY("center_id","day")
);
--> statement-breakpoint
ALTER TABLE "entry_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_personal_values" (
	"center_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"path" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "entry_personal_values_center_id_entry_id_path_pk" PRIMARY KEY("center_id","entry_id","path")
);
--> statement-breakpoint
ALTER TABLE "entry_personal_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_queue" (
	"center_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "entry_queue_center_id_entry_id_pk" PRIMARY KEY("center_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "entry_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_redactions" (
	"center_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"redacted_at" timestamp with time zone NOT NULL,
	"fields_hash" text NOT NULL,
	CONSTRAINT "entry_redactions_center_id_entry_id_pk" PRIMARY KEY("center_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "entry_redactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_seals" (
	"center_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entry_seals_center_id_sequence_pk" PRIMARY KEY("center_id","sequence"),
	CONSTRAINT "entry_seals_entry" UNIQUE("center_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "entry_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer_templates" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "answer_templates_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "answer_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	CONSTRAINT "calendar_days_kind" CHECK ("calendar_days"."kind" in ('off', 'work'))
);
--> statement-breakpoint
ALTER TABLE "calendar_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"by_center" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "calendar_years_range" CHECK ("calendar_years"."year" between 1990 and 2100)
);
--> statement-breakpoint
ALTER TABLE "calendar_years" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "center_settings" (
	"center_id" uuid PRIMARY KEY NOT NULL,
	"second_factor_roles" text[] DEFAULT '{director,finance,administrator}' NOT NULL,
	"staff_idle_minutes" integer DEFAULT 30 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"offer_stamp" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "center_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "centers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"short_name" text NOT NULL,
	"address" text,
	"phone" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "centers_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "centers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "departments" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "departments_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "departments_name" UNIQUE("center_id","name")
);
--> statement-breakpoint
ALTER TABLE "departments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "collection_answers" (
	"center_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"form" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"reminded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "collection_answers_center_id_round_id_company_id_pk" PRIMARY KEY("center_id","round_id","company_id"),
	CONSTRAINT "collection_answers_state" CHECK ("collection_answers"."state" in ('waiting', 'draft', 'answered'))
);
--> statement-breakpoint
ALTER TABLE "collection_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "collection_rounds" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"due_on" date NOT NULL,
	"keys" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "collection_rounds_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "collection_rounds_year" UNIQUE("center_id","year"),
	CONSTRAINT "collection_rounds_years" CHECK ("collection_rounds"."year" between 1990 and 2100)
);
--> statement-breakpoint
ALTER TABLE "collection_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_consents" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"scene" text NOT NULL,
	"version" text NOT NULL,
	"given_on" date NOT NULL,
	"how" text NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"withdrawn_on" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "personal_consents_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "personal_consents_kind" CHECK ("personal_consents"."person_kind" in ('contact', 'key', 'member')),
	CONSTRAINT "personal_consents_how" CHECK ("personal_consents"."how" in ('paper', 'online', 'message', 'spoken')),
	CONSTRAINT "personal_consents_order" CHECK ("personal_consents"."withdrawn_on" is null or "personal_consents"."withdrawn_on" >= "personal_consents"."given_on"),
	CONSTRAINT "personal_consents_scene" CHECK ("personal_consents"."scene" in ('contact', 'mentors', 'investors', 'publicity', 'bankAccount'))
);
--> statement-breakpoint
ALTER TABLE "personal_consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_erasures" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"counts" jsonb NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"erased_by" uuid,
	CONSTRAINT "personal_erasures_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "personal_erasures_reason" CHECK ("personal_erasures"."reason" in ('expired', 'withdrawn', 'asked', 'unlawful'))
);
--> statement-breakpoint
ALTER TABLE "personal_erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_facts_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_facts_year" CHECK ("company_facts"."year" between 1950 and 2100),
	CONSTRAINT "company_facts_state" CHECK ("company_facts"."state" in ('proposed', 'verified', 'disputed', 'superseded')),
	CONSTRAINT "company_facts_source" CHECK ("company_facts"."source" in ('company', 'staff', 'import', 'collection'))
);
--> statement-breakpoint
ALTER TABLE "company_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_field_values" (
	"center_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"text_value" text,
	"number_value" bigint,
	"date_value" date,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "company_field_values_center_id_company_id_field_id_pk" PRIMARY KEY("center_id","company_id","field_id")
);
--> statement-breakpoint
ALTER TABLE "company_field_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_fields" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"in_list" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_fields_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_fields_name" UNIQUE("center_id","name"),
	CONSTRAINT "company_fields_kind" CHECK ("company_fields"."kind" in ('text', 'number', 'money', 'date', 'choice'))
);
--> statement-breakpoint
ALTER TABLE "company_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_bank_accounts" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"bank" text NOT NULL,
	"number" text NOT NULL,
	"branch_code" text,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_relations_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_relations_kind" CHECK ("company_relations"."kind" in ('parent', 'subsidiary', 'spun_off_from', 'spin_off', 'merged_into', 'took_over')),
	CONSTRAINT "company_relations_self" CHECK ("company_relations"."other_id" is null or "company_relations"."other_id" <> "company_relations"."company_id")
);
--> statement-breakpoint
ALTER TABLE "company_relations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ip_rights_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "ip_rights" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "carriers" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"campus" text DEFAULT '' NOT NULL,
	"closed_on" date,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "carriers_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "carriers_name" UNIQUE("center_id","name")
);
--> statement-breakpoint
ALTER TABLE "carriers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"short_name" text DEFAULT '' NOT NULL,
	"credit_code" text,
	"registration_number" text,
	"legal_representative" text,
	"registered_capital_fen" bigint,
	"established_on" date,
	"address" text,
	"industry" text,
	"leading_industry" text,
	"paid_in_capital_fen" bigint,
	"industry_section" text,
	"industry_division" text,
	"tech_field" text,
	"founder_traits" text[] DEFAULT '{}' NOT NULL,
	"taxpayer_kind" text,
	"registration_type" text,
	"carrier_id" uuid,
	"room" text,
	"area" integer,
	"state" text NOT NULL,
	"admitted_on" date,
	"left_on" date,
	"term_from" date,
	"extended_until" date,
	"term_field" text,
	"due_on" date GENERATED ALWAYS AS (case when state = 'incubating' then coalesce(extended_until, (term_from + case when coalesce(term_field, leading_industry) in ('biomedicine', 'modern_agriculture', 'integrated_circuits') then interval '60 months' else interval '48 months' end)::date) end) STORED,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	"demo" boolean DEFAULT false NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"sounds" text DEFAULT '' NOT NULL,
	"former_key" text DEFAULT '' NOT NULL,
	"name_key" text GENERATED ALWAYS AS (company_key(name)) STORED NOT NULL,
	"search_key" text GENERATED ALWAYS AS (company_key(name) || '|' || company_key(short_name) || '|' || lower(pinyin)) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "companies_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "companies_state" CHECK ("companies"."state" in ('prospect', 'incubating', 'graduated', 'exited', 'removed')),
	CONSTRAINT "companies_term_field" CHECK ("companies"."term_field" in ('general', 'biomedicine', 'modern_agriculture', 'integrated_circuits')),
	CONSTRAINT "companies_capital" CHECK ("companies"."registered_capital_fen" >= 0),
	CONSTRAINT "companies_paid_in" CHECK ("companies"."paid_in_capital_fen" >= 0),
	CONSTRAINT "companies_area" CHECK ("companies"."area" >= 0)
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_assignments" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"role" text NOT NULL,
	"membership_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_assignments_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_assignments_order" CHECK ("company_assignments"."until_on" is null or "company_assignments"."until_on" >= "company_assignments"."from_on")
);
--> statement-breakpoint
ALTER TABLE "company_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_contacts" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"phone" text,
	"email" text,
	"is_primary" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_contacts_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_grams" (
	"center_id" uuid NOT NULL,
	"gram" text NOT NULL,
	"company_id" uuid NOT NULL,
	CONSTRAINT "company_grams_center_id_gram_company_id_pk" PRIMARY KEY("center_id","gram","company_id")
);
--> statement-breakpoint
ALTER TABLE "company_grams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_road_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_road_kind" CHECK ("company_road"."kind" in ('applied', 'under_review', 'declined', 'admitted', 'moved', 'extended', 'graduated', 'exited', 'removed')),
	CONSTRAINT "company_road_basis" CHECK ("company_road"."basis" in ('exact', 'inferred', 'unknown')),
	CONSTRAINT "company_road_until" CHECK (("company_road"."kind" = 'extended') = ("company_road"."until_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "company_road" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_segments" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_segments_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_segments_name" UNIQUE("center_id","name")
);
--> statement-breakpoint
ALTER TABLE "company_segments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "counters" (
	"center_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "counters_center_id_kind_year_pk" PRIMARY KEY("center_id","kind","year")
);
--> statement-breakpoint
ALTER TABLE "counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"company_id" uuid,
	"party" text NOT NULL,
	"issued_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"code" text NOT NULL,
	"check_code" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"superseded_by" uuid,
	"set_aside_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"scan_file_id" uuid,
	"scan_sha256" text,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "documents_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "documents_code_unique" UNIQUE("code"),
	CONSTRAINT "documents_number" UNIQUE("center_id","number")
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_figures" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"indicator" text,
	"quote" text NOT NULL,
	"scope" text NOT NULL,
	"period_from" date,
	"period_to" date,
	"unit" text NOT NULL,
	"value" bigint,
	"decimals" integer DEFAULT 0 NOT NULL,
	"value_to" bigint,
	"hedge" text NOT NULL,
	"source" text NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "published_figures_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "published_figures_value" CHECK (("published_figures"."hedge" = 'undisclosed') = ("published_figures"."value" is null))
);
--> statement-breakpoint
ALTER TABLE "published_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_contents" (
	"center_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"type" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "file_contents_center_id_sha256_pk" PRIMARY KEY("center_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "file_contents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"given_by" uuid,
	"audience" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "files_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_batches" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_id" uuid NOT NULL,
	"state" text NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"found" jsonb,
	"digest" text,
	"task_id" uuid,
	"group_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"control" jsonb,
	"typed" jsonb,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problem" jsonb,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_batches_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"center_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"verdict" text NOT NULL,
	"target_id" uuid,
	"label" text DEFAULT '' NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"before" jsonb,
	"kept" jsonb,
	"undone" jsonb,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "import_rows_center_id_batch_id_row_pk" PRIMARY KEY("center_id","batch_id","row")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "form_keys" (
	"actor_key" text NOT NULL,
	"key" uuid NOT NULL,
	"action" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_keys_actor_key_key_pk" PRIMARY KEY("actor_key","key")
);
--> statement-breakpoint
ALTER TABLE "form_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"relayed_at" timestamp with time zone,
	CONSTRAINT "outbox_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"membership_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"error" jsonb,
	"runner" uuid,
	"heartbeat_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "tasks_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "admission_rule_versions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"effective_from" date NOT NULL,
	"conditions" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "rubric_versions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "rubric_versions_day" UNIQUE("center_id","effective_from")
);
--> statement-breakpoint
ALTER TABLE "rubric_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentor_appointments" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"field" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"appointed_on" date NOT NULL,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mentor_appointments_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "mentor_appointments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visits" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"visited_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"place_kind" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"topics" text[] NOT NULL,
	"advice" text NOT NULL,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"remark" text,
	"withdrawn_reason" text,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "visits_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "visits_number" UNIQUE("center_id","number"),
	CONSTRAINT "visits_minutes" CHECK ("visits"."minutes" between 1 and 1440),
	CONSTRAINT "visits_state" CHECK ("visits"."state" in ('recorded', 'confirmed', 'disputed', 'withdrawn')),
	CONSTRAINT "visits_withdrawn" CHECK (("visits"."state" = 'withdrawn') = ("visits"."withdrawn_reason" is not null)),
	CONSTRAINT "visits_place" CHECK ("visits"."place_kind" in ('company', 'center', 'online', 'elsewhere')),
	CONSTRAINT "visits_decided" CHECK (("visits"."state" = 'recorded') = ("visits"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_drafts" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notice_drafts_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "notice_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_recipients" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"read_by" uuid,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"first_answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "notice_recipients_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "notice_recipients_once" UNIQUE("center_id","notice_id","company_id"),
	CONSTRAINT "notice_recipients_read" CHECK (("notice_recipients"."read_at" is null) = ("notice_recipients"."read_by" is null)),
	CONSTRAINT "notice_recipients_answer" CHECK (("notice_recipients"."answered_at" is null) = ("notice_recipients"."first_answered_at" is null) and ("notice_recipients"."answered_at" is not null or "notice_recipients"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "notice_recipients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"wants_text" boolean DEFAULT false NOT NULL,
	"wants_files" boolean DEFAULT false NOT NULL,
	"due_on" date,
	"chosen" jsonb,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"recipients" integer DEFAULT 0 NOT NULL,
	"reminded_on" date,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notices_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "notices_number" UNIQUE("center_id","number"),
	CONSTRAINT "notices_states" CHECK ("notices"."state" in ('draft', 'sent', 'closed')),
	CONSTRAINT "notices_sent_whole" CHECK (("notices"."state" = 'draft') = ("notices"."sent_at" is null) and ("notices"."sent_at" is null) = ("notices"."number" is null)),
	CONSTRAINT "notices_closed_whole" CHECK (("notices"."state" = 'closed') = ("notices"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channel_messages" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"entry_id" uuid,
	"target" text NOT NULL,
	"body" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text,
	"hold_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "channel_messages_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "channel_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channels" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text DEFAULT '' NOT NULL,
	"reach" text NOT NULL,
	"kinds" text[] NOT NULL,
	"template" text NOT NULL,
	"enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "channels_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "channels_kind" CHECK ("channels"."kind" in ('wecom', 'dingtalk', 'sms', 'other')),
	CONSTRAINT "channels_reach" CHECK ("channels"."reach" in ('desk', 'person'))
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "digest_items" (
	"center_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"digested_at" timestamp with time zone,
	CONSTRAINT "digest_items_center_id_membership_id_entry_id_pk" PRIMARY KEY("center_id","membership_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "digest_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emails" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"person_id" uuid,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"confidential" boolean DEFAULT false NOT NULL,
	"entry_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text,
	"hold_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "emails_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "emails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_settings" (
	"center_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"ways" jsonb NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"digest_hour" integer NOT NULL,
	"digested_on" date,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notification_settings_center_id_membership_id_pk" PRIMARY KEY("center_id","membership_id"),
	CONSTRAINT "notification_settings_quiet" CHECK (("notification_settings"."quiet_from" is null) = ("notification_settings"."quiet_until" is null)),
	CONSTRAINT "notification_settings_hour" CHECK ("notification_settings"."digest_hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "notification_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "applicants" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"consent_version" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "applicants_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "applicants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"recovery_set_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	"department_id" uuid,
	"company_id" uuid,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_membership_id" uuid,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "invitations_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "known_devices" (
	"person_id" uuid NOT NULL,
	"device_hash" text NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_devices_person_id_device_hash_pk" PRIMARY KEY("person_id","device_hash")
);
--> statement-breakpoint
ALTER TABLE "known_devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "looks" (
	"center_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"page" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "looks_center_id_membership_id_page_pk" PRIMARY KEY("center_id","membership_id","page")
);
--> statement-breakpoint
ALTER TABLE "looks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"department_id" uuid,
	"company_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "memberships_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "memberships_belongs" CHECK (("memberships"."role" in ('company_owner', 'company_member')) = ("memberships"."company_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "one_time_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "one_time_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operator_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"actor_name" text NOT NULL,
	"address" text,
	"request_id" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operator_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operators" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
ALTER TABLE "operators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "password_history" (
	"person_id" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"password_hash" text NOT NULL,
	CONSTRAINT "password_history_person_id_set_at_pk" PRIMARY KEY("person_id","set_at")
);
--> statement-breakpoint
ALTER TABLE "password_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"shortcuts" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "persons_phone_unique" UNIQUE("phone"),
	CONSTRAINT "persons_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "persons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_person_id_code_hash_pk" PRIMARY KEY("person_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "saved_views_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"membership_id" uuid,
	"acting_center_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"device" text DEFAULT '' NOT NULL,
	"address" text
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "service_item_versions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"effective_from" date,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	"basis_en" text DEFAULT '' NOT NULL,
	"situations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"filers" jsonb DEFAULT '["incubating"]'::jsonb NOT NULL,
	"materials" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"asks_body" boolean DEFAULT true NOT NULL,
	"acceptance_days" integer DEFAULT 1 NOT NULL,
	"promised_days" integer NOT NULL,
	"stages" jsonb NOT NULL,
	"result_title" text DEFAULT '' NOT NULL,
	"result_text" text DEFAULT '' NOT NULL,
	"outcome_words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"channels" jsonb DEFAULT '["portal","window","phone","visit"]'::jsonb NOT NULL,
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_item_versions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "service_item_versions_number" UNIQUE("center_id","item_id","number"),
	CONSTRAINT "service_item_versions_state" CHECK ("service_item_versions"."state" in ('draft', 'published') and ("service_item_versions"."state" = 'draft' or "service_item_versions"."effective_from" is not null)),
	CONSTRAINT "service_item_versions_days" CHECK ("service_item_versions"."acceptance_days" between 1 and 5 and "service_item_versions"."promised_days" between 1 and 250)
);
--> statement-breakpoint
ALTER TABLE "service_item_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_items" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_items_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "service_items_key" UNIQUE("center_id","key")
);
--> statement-breakpoint
ALTER TABLE "service_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_codes" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"spoken" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "request_codes_center_id_request_id_pk" PRIMARY KEY("center_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "request_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_confirmations" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"typed_by" uuid NOT NULL,
	"typed_at" timestamp with time zone NOT NULL,
	"typed" jsonb NOT NULL,
	"method" text,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"letter_file_id" uuid,
	CONSTRAINT "request_confirmations_center_id_request_id_pk" PRIMARY KEY("center_id","request_id"),
	CONSTRAINT "request_confirmations_method" CHECK (("request_confirmations"."method" is null) = ("request_confirmations"."confirmed_at" is null) and ("request_confirmations"."method" <> 'letter' or "request_confirmations"."letter_file_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "request_confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_materials" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"reused_file_id" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "request_materials_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_materials_key" UNIQUE("center_id","request_id","key")
);
--> statement-breakpoint
ALTER TABLE "request_materials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_returns" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"lane_id" uuid,
	"items" jsonb NOT NULL,
	"after_acceptance" boolean NOT NULL,
	"reason" text,
	"returned_by" uuid NOT NULL,
	"returned_at" timestamp with time zone NOT NULL,
	"resubmitted_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "request_returns_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_returns_round" UNIQUE("center_id","request_id","round")
);
--> statement-breakpoint
ALTER TABLE "request_returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_ratings" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"turn" integer DEFAULT 1 NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"grade" integer NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_ratings_center_id_request_id_round_turn_pk" PRIMARY KEY("center_id","request_id","round","turn"),
	CONSTRAINT "request_ratings_grade" CHECK ("request_ratings"."grade" between 1 and 5 and "request_ratings"."turn" in (1, 2))
);
--> statement-breakpoint
ALTER TABLE "request_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_repairs" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"company_id" uuid NOT NULL,
	"grade" integer NOT NULL,
	"owner_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"contact_due_on" date NOT NULL,
	"contacted_at" timestamp with time zone,
	"contacted_by" uuid,
	"contact_note" text,
	"days" integer DEFAULT 5 NOT NULL,
	"long_reason" text,
	"due_on" date NOT NULL,
	"repaired_at" timestamp with time zone,
	"repaired_by" uuid,
	"repair_note" text,
	"in_time" boolean,
	"warn_on" date,
	"contact_warned" integer DEFAULT 0 NOT NULL,
	"warned" integer DEFAULT 0 NOT NULL,
	"second_grade" integer,
	CONSTRAINT "request_repairs_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_repairs_round" UNIQUE("center_id","request_id","round"),
	CONSTRAINT "request_repairs_days" CHECK ("request_repairs"."days" = 5 or ("request_repairs"."days" = 15 and "request_repairs"."long_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "request_repairs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "request_messages" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"from_company" boolean NOT NULL,
	"internal" boolean DEFAULT false NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "request_messages_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "request_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_supervisions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"note" text,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"passed_told_at" timestamp with time zone,
	CONSTRAINT "request_supervisions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_supervisions_note" CHECK (("request_supervisions"."lifted_at" is null) = ("request_supervisions"."note" is null))
);
--> statement-breakpoint
ALTER TABLE "request_supervisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_urges" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"urged_on" date NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"urged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_urges_center_id_request_id_urged_on_pk" PRIMARY KEY("center_id","request_id","urged_on")
);
--> statement-breakpoint
ALTER TABLE "request_urges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_rounds" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text NOT NULL,
	"due_on" date,
	"decided_at" timestamp with time zone,
	"spot" boolean DEFAULT false NOT NULL,
	"completed_at" timestamp with time zone,
	"delivery" text,
	"outcome" text,
	"result" text,
	"result_document_id" uuid,
	"refuse_reason" text,
	"used_days" integer,
	"waited_days" integer,
	"company_days" integer,
	"grade" integer,
	"reason" text NOT NULL,
	"reopened_by" uuid NOT NULL,
	"reopened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_rounds_center_id_request_id_round_pk" PRIMARY KEY("center_id","request_id","round")
);
--> statement-breakpoint
ALTER TABLE "request_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requests" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"item_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"channel" text DEFAULT 'portal' NOT NULL,
	"spot" boolean DEFAULT false NOT NULL,
	"filed_by" uuid,
	"declared_by" uuid,
	"declared_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"acceptance_days" integer,
	"promised_days" integer,
	"received_on" date,
	"accept_due_on" date,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"clock_from_on" date,
	"owner_id" uuid,
	"first_owner_id" uuid,
	"due_on" date,
	"next_due_on" date,
	"warn_on" date,
	"warned" integer DEFAULT 0 NOT NULL,
	"returned_at" timestamp with time zone,
	"lane_waits" boolean DEFAULT false NOT NULL,
	"refused_at" timestamp with time zone,
	"refuse_reason" text,
	"decided_at" timestamp with time zone,
	"outcome" text,
	"completed_at" timestamp with time zone,
	"completed_by" uuid,
	"delivery" text,
	"withdrawn_at" timestamp with time zone,
	"withdraw_reason" text,
	"result" text,
	"result_document_id" uuid,
	"effect" text,
	"effect_road_id" uuid,
	"effect_document_id" uuid,
	"used_days" integer,
	"waited_days" integer,
	"company_days" integer,
	"grade" integer,
	"rated_at" timestamp with time zone,
	"repair" text,
	"supervised_until" date,
	"duplicate_of" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "requests_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "requests_number" UNIQUE("center_id","number"),
	CONSTRAINT "requests_state" CHECK ("requests"."state" in ('draft', 'confirming', 'submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn')),
	CONSTRAINT "requests_numbered" CHECK (("requests"."state" = 'draft') = ("requests"."number" is null)),
	CONSTRAINT "requests_promised" CHECK ("requests"."state" in ('draft', 'confirming') or ("requests"."state" = 'withdrawn' and "requests"."submitted_at" is null) or ("requests"."acceptance_days" is not null and "requests"."promised_days" is not null and "requests"."submitted_at" is not null)),
	CONSTRAINT "requests_grade" CHECK ("requests"."grade" between 1 and 5),
	CONSTRAINT "requests_told" CHECK ("requests"."state" not in ('accepted', 'decided', 'completed') or "requests"."owner_id" is null or "requests"."first_owner_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approval_absences" ADD CONSTRAINT "approval_absences_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_absences" ADD CONSTRAINT "approval_absences_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_absences" ADD CONSTRAINT "approval_absences_center_id_stand_in_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","stand_in_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_round_id_approval_rounds_center_id_id_fk" FOREIGN KEY ("center_id","round_id") REFERENCES "public"."approval_rounds"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_department_id_departments_center_id_id_fk" FOREIGN KEY ("center_id","department_id") REFERENCES "public"."departments"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_first_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","first_owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_decided_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","decided_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_lane_id_approval_lanes_center_id_id_fk" FOREIGN KEY ("center_id","lane_id") REFERENCES "public"."approval_lanes"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_instead_of_memberships_center_id_id_fk" FOREIGN KEY ("center_id","instead_of") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rounds" ADD CONSTRAINT "approval_rounds_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rounds" ADD CONSTRAINT "approval_rounds_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stages" ADD CONSTRAINT "approval_stages_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stages" ADD CONSTRAINT "approval_stages_center_id_round_id_approval_rounds_center_id_id_fk" FOREIGN KEY ("center_id","round_id") REFERENCES "public"."approval_rounds"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stages" ADD CONSTRAINT "approval_stages_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stops" ADD CONSTRAINT "approval_stops_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stops" ADD CONSTRAINT "approval_stops_center_id_lane_id_approval_lanes_center_id_id_fk" FOREIGN KEY ("center_id","lane_id") REFERENCES "public"."approval_lanes"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stops" ADD CONSTRAINT "approval_stops_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_changes" ADD CONSTRAINT "entry_changes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_changes" ADD CONSTRAINT "entry_changes_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_heads" ADD CONSTRAINT "entry_heads_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_personal_values" ADD CONSTRAINT "entry_personal_values_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_personal_values" ADD CONSTRAINT "entry_personal_values_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_queue" ADD CONSTRAINT "entry_queue_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_queue" ADD CONSTRAINT "entry_queue_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_seals" ADD CONSTRAINT "entry_seals_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_templates" ADD CONSTRAINT "answer_templates_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_year_calendar_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."calendar_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD CONSTRAINT "calendar_years_by_center_centers_id_fk" FOREIGN KEY ("by_center") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "center_settings" ADD CONSTRAINT "center_settings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_answers" ADD CONSTRAINT "collection_answers_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_answers" ADD CONSTRAINT "collection_answers_center_id_round_id_collection_rounds_center_id_id_fk" FOREIGN KEY ("center_id","round_id") REFERENCES "public"."collection_rounds"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_answers" ADD CONSTRAINT "collection_answers_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_rounds" ADD CONSTRAINT "collection_rounds_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_consents" ADD CONSTRAINT "personal_consents_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_erasures" ADD CONSTRAINT "personal_erasures_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_facts" ADD CONSTRAINT "company_facts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_facts" ADD CONSTRAINT "company_facts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_field_values" ADD CONSTRAINT "company_field_values_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_field_values" ADD CONSTRAINT "company_field_values_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_field_values" ADD CONSTRAINT "company_field_values_center_id_field_id_company_fields_center_id_id_fk" FOREIGN KEY ("center_id","field_id") REFERENCES "public"."company_fields"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_fields" ADD CONSTRAINT "company_fields_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "ip_rights" ADD CONSTRAINT "ip_rights_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ip_rights" ADD CONSTRAINT "ip_rights_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carriers" ADD CONSTRAINT "carriers_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_center_id_carrier_id_carriers_center_id_id_fk" FOREIGN KEY ("center_id","carrier_id") REFERENCES "public"."carriers"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_assignments" ADD CONSTRAINT "company_assignments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_assignments" ADD CONSTRAINT "company_assignments_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_assignments" ADD CONSTRAINT "company_assignments_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contacts" ADD CONSTRAINT "company_contacts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contacts" ADD CONSTRAINT "company_contacts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_road" ADD CONSTRAINT "company_road_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_road" ADD CONSTRAINT "company_road_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_road" ADD CONSTRAINT "company_road_center_id_carrier_id_carriers_center_id_id_fk" FOREIGN KEY ("center_id","carrier_id") REFERENCES "public"."carriers"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_segments" ADD CONSTRAINT "company_segments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_warnings" ADD CONSTRAINT "term_warnings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_warnings" ADD CONSTRAINT "term_warnings_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_center_id_superseded_by_documents_center_id_id_fk" FOREIGN KEY ("center_id","superseded_by") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_contents" ADD CONSTRAINT "file_contents_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_center_id_sha256_file_contents_center_id_sha256_fk" FOREIGN KEY ("center_id","sha256") REFERENCES "public"."file_contents"("center_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_center_id_file_id_files_center_id_id_fk" FOREIGN KEY ("center_id","file_id") REFERENCES "public"."files"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_center_id_batch_id_import_batches_center_id_id_fk" FOREIGN KEY ("center_id","batch_id") REFERENCES "public"."import_batches"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "mentor_appointments" ADD CONSTRAINT "mentor_appointments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_appointments" ADD CONSTRAINT "mentor_appointments_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_decided_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","decided_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_id_notice_recipients_center_id_id_fk" FOREIGN KEY ("center_id","id") REFERENCES "public"."notice_recipients"("center_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_notice_id_notices_center_id_id_fk" FOREIGN KEY ("center_id","notice_id") REFERENCES "public"."notices"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_read_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","read_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_answered_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","answered_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_center_id_sent_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","sent_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_center_id_closed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","closed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_messages" ADD CONSTRAINT "channel_messages_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_messages" ADD CONSTRAINT "channel_messages_center_id_channel_id_channels_center_id_id_fk" FOREIGN KEY ("center_id","channel_id") REFERENCES "public"."channels"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicants" ADD CONSTRAINT "applicants_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicants" ADD CONSTRAINT "applicants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_center_id_department_id_departments_center_id_id_fk" FOREIGN KEY ("center_id","department_id") REFERENCES "public"."departments"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_center_id_accepted_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","accepted_membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_center_id_department_id_departments_center_id_id_fk" FOREIGN KEY ("center_id","department_id") REFERENCES "public"."departments"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_entries" ADD CONSTRAINT "operator_entries_person_id_operators_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."operators"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_acting_center_id_centers_id_fk" FOREIGN KEY ("acting_center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_samples" ADD CONSTRAINT "service_item_samples_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_samples" ADD CONSTRAINT "service_item_samples_center_id_version_id_service_item_versions_center_id_id_fk" FOREIGN KEY ("center_id","version_id") REFERENCES "public"."service_item_versions"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_versions" ADD CONSTRAINT "service_item_versions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_versions" ADD CONSTRAINT "service_item_versions_center_id_item_id_service_items_center_id_id_fk" FOREIGN KEY ("center_id","item_id") REFERENCES "public"."service_items"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_items" ADD CONSTRAINT "service_items_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_codes" ADD CONSTRAINT "request_codes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_codes" ADD CONSTRAINT "request_codes_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_codes" ADD CONSTRAINT "request_codes_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_typed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","typed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_confirmed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","confirmed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_letter_file_id_files_center_id_id_fk" FOREIGN KEY ("center_id","letter_file_id") REFERENCES "public"."files"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_reused_file_id_files_center_id_id_fk" FOREIGN KEY ("center_id","reused_file_id") REFERENCES "public"."files"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_returned_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","returned_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_contacted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","contacted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_repaired_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","repaired_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_other_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","other_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_linked_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","linked_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_center_id_removed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","removed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_message_reads" ADD CONSTRAINT "request_message_reads_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_message_reads" ADD CONSTRAINT "request_message_reads_center_id_message_id_request_messages_center_id_id_fk" FOREIGN KEY ("center_id","message_id") REFERENCES "public"."request_messages"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_message_reads" ADD CONSTRAINT "request_message_reads_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_placed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","placed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_lifted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","lifted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_result_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","result_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_reopened_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","reopened_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_item_id_service_items_center_id_id_fk" FOREIGN KEY ("center_id","item_id") REFERENCES "public"."service_items"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_version_id_service_item_versions_center_id_id_fk" FOREIGN KEY ("center_id","version_id") REFERENCES "public"."service_item_versions"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_first_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","first_owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_filed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","filed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_declared_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","declared_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_result_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","result_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_effect_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","effect_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_accepted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","accepted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_completed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","completed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_duplicate_of_requests_center_id_id_fk" FOREIGN KEY ("center_id","duplicate_of") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_absences_stand_in" ON "approval_absences" USING btree ("center_id","stand_in_id","until_on");--> statement-breakpoint
CREATE INDEX "approval_absences_member" ON "approval_absences" USING btree ("center_id","membership_id","until_on");--> statement-breakpoint
CREATE INDEX "approval_lanes_subject" ON "approval_lanes" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "approval_lanes_due" ON "approval_lanes" USING btree ("center_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_lanes_department" ON "approval_lanes" USING btree ("center_id","department_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_lanes_owner" ON "approval_lanes" USING btree ("center_id","owner_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_lanes_warn" ON "approval_lanes" USING btree ("center_id","warn_on","id") WHERE warn_on is not null;--> statement-breakpoint
CREATE INDEX "approval_lanes_running" ON "approval_lanes" USING btree ("center_id","subject_type","state","name","name_en","due_on","days","company_id") WHERE state in ('open', 'stopped');--> statement-breakpoint
CREATE INDEX "approval_lanes_decided" ON "approval_lanes" USING btree ("center_id","decided_at","id","company_id","subject_type","name","name_en","used_days","stopped_days");--> statement-breakpoint
CREATE INDEX "approval_opinions_lane" ON "approval_opinions" USING btree ("center_id","lane_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_rounds_open" ON "approval_rounds" USING btree ("center_id","subject_type","subject_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "approval_rounds_subject" ON "approval_rounds" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "approval_stops_lane" ON "approval_stops" USING btree ("center_id","lane_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_stops_open" ON "approval_stops" USING btree ("center_id","lane_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "entries_subject" ON "entries" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "entries_company" ON "entries" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "entries_membership" ON "entries" USING btree ("center_id","membership_id","id");--> statement-breakpoint
CREATE INDEX "entries_time" ON "entries" USING btree ("center_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "answer_templates_title" ON "answer_templates" USING btree ("center_id","title","id");--> statement-breakpoint
CREATE INDEX "calendar_days_year" ON "calendar_days" USING btree ("year");--> statement-breakpoint
CREATE INDEX "collection_answers_state" ON "collection_answers" USING btree ("center_id","round_id","state","company_id");--> statement-breakpoint
CREATE INDEX "collection_answers_company" ON "collection_answers" USING btree ("center_id","company_id","round_id");--> statement-breakpoint
CREATE INDEX "collection_answers_answered" ON "collection_answers" USING btree ("center_id","answered_at");--> statement-breakpoint
CREATE INDEX "personal_consents_person" ON "personal_consents" USING btree ("center_id","subject_id","recorded_at");--> statement-breakpoint
CREATE INDEX "personal_consents_time" ON "personal_consents" USING btree ("center_id","recorded_at");--> statement-breakpoint
CREATE INDEX "personal_erasures_time" ON "personal_erasures" USING btree ("center_id","erased_at");--> statement-breakpoint
CREATE UNIQUE INDEX "company_facts_verified" ON "company_facts" USING btree ("center_id","company_id","year","key") WHERE state = 'verified';--> statement-breakpoint
CREATE UNIQUE INDEX "company_facts_proposed" ON "company_facts" USING btree ("center_id","company_id","year","key") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "company_facts_company" ON "company_facts" USING btree ("center_id","company_id","year","key","id");--> statement-breakpoint
CREATE INDEX "company_facts_year" ON "company_facts" USING btree ("center_id","key","year","state");--> statement-breakpoint
CREATE INDEX "company_facts_waiting" ON "company_facts" USING btree ("center_id","state","year","company_id");--> statement-breakpoint
CREATE INDEX "company_field_values_text" ON "company_field_values" USING btree ("center_id","field_id","text_value","company_id");--> statement-breakpoint
CREATE INDEX "company_field_values_number" ON "company_field_values" USING btree ("center_id","field_id","number_value","company_id");--> statement-breakpoint
CREATE INDEX "company_field_values_date" ON "company_field_values" USING btree ("center_id","field_id","date_value","company_id");--> statement-breakpoint
CREATE INDEX "company_bank_accounts_company" ON "company_bank_accounts" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_names_company" ON "company_names" USING btree ("center_id","company_id","until_on");--> statement-breakpoint
CREATE INDEX "company_notes_company" ON "company_notes" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_people_company" ON "company_people" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_products_company" ON "company_products" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_proposals_company" ON "company_proposals" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_proposals_state" ON "company_proposals" USING btree ("center_id","state","id");--> statement-breakpoint
CREATE INDEX "company_relations_company" ON "company_relations" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "company_relations_other" ON "company_relations" USING btree ("center_id","other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ip_rights_number" ON "ip_rights" USING btree ("center_id","company_id","number") WHERE number is not null;--> statement-breakpoint
CREATE INDEX "ip_rights_company" ON "ip_rights" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "ip_rights_granted" ON "ip_rights" USING btree ("center_id","granted_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ip_rights_filed" ON "ip_rights" USING btree ("center_id","filed_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ip_rights_expires" ON "ip_rights" USING btree ("center_id","expires_on","id");--> statement-breakpoint
CREATE INDEX "ip_rights_kind" ON "ip_rights" USING btree ("center_id","kind","id");--> statement-breakpoint
CREATE INDEX "ip_rights_by_number" ON "ip_rights" USING btree ("center_id","number");--> statement-breakpoint
CREATE INDEX "company_merges_survivor" ON "company_merges" USING btree ("center_id","survivor_id","merged_at");--> statement-breakpoint
CREATE INDEX "company_merges_merged" ON "company_merges" USING btree ("center_id","merged_id");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_credit_code" ON "companies" USING btree ("center_id","credit_code") WHERE credit_code is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "companies_name" ON "companies" USING btree ("center_id","name");--> statement-breakpoint
CREATE INDEX "companies_state" ON "companies" USING btree ("center_id","state","id");--> statement-breakpoint
CREATE INDEX "companies_name_key" ON "companies" USING btree ("center_id","name_key");--> statement-breakpoint
CREATE INDEX "companies_code_prefix" ON "companies" USING btree ("center_id","credit_code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "companies_pinyin" ON "companies" USING btree ("center_id","pinyin","id");--> statement-breakpoint
CREATE INDEX "companies_admitted" ON "companies" USING btree ("center_id","admitted_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_established" ON "companies" USING btree ("center_id","established_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_state_admitted" ON "companies" USING btree ("center_id","state","admitted_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_state_updated" ON "companies" USING btree ("center_id","state","updated_at","id");--> statement-breakpoint
CREATE INDEX "companies_leading" ON "companies" USING btree ("center_id","leading_industry","id");--> statement-breakpoint
CREATE INDEX "companies_state_leading" ON "companies" USING btree ("center_id","state","leading_industry","id");--> statement-breakpoint
CREATE INDEX "companies_carrier" ON "companies" USING btree ("center_id","carrier_id","id");--> statement-breakpoint
CREATE INDEX "companies_due" ON "companies" USING btree ("center_id","due_on","id");--> statement-breakpoint
CREATE INDEX "companies_updated" ON "companies" USING btree ("center_id","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "company_assignments_open" ON "company_assignments" USING btree ("center_id","company_id","role") WHERE until_on is null;--> statement-breakpoint
CREATE INDEX "company_assignments_membership" ON "company_assignments" USING btree ("center_id","membership_id","until_on","company_id");--> statement-breakpoint
CREATE INDEX "company_contacts_company" ON "company_contacts" USING btree ("center_id","company_id","position");--> statement-breakpoint
CREATE INDEX "company_contacts_phone" ON "company_contacts" USING btree ("center_id","phone" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "company_contacts_name" ON "company_contacts" USING btree ("center_id","name" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "company_contacts_primary" ON "company_contacts" USING btree ("center_id","company_id") WHERE is_primary;--> statement-breakpoint
CREATE INDEX "company_road_company" ON "company_road" USING btree ("center_id","company_id","on_day" DESC NULLS LAST,"position" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "documents_subject" ON "documents" USING btree ("center_id","subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "documents_company" ON "documents" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "published_figures_indicator" ON "published_figures" USING btree ("center_id","indicator");--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "files_company" ON "files" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "import_batches_group" ON "import_batches" USING btree ("center_id","group_id","position");--> statement-breakpoint
CREATE INDEX "import_batches_time" ON "import_batches" USING btree ("center_id","kind","id");--> statement-breakpoint
CREATE INDEX "import_rows_verdict" ON "import_rows" USING btree ("center_id","batch_id","verdict","row");--> statement-breakpoint
CREATE INDEX "form_keys_time" ON "form_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("created_at") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_membership" ON "tasks" USING btree ("center_id","membership_id","id");--> statement-breakpoint
CREATE INDEX "tasks_running" ON "tasks" USING btree ("heartbeat_at") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("center_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("center_id","person_id","id");--> statement-breakpoint
CREATE INDEX "applications_company" ON "applications" USING btree ("center_id","company_id");--> statement-breakpoint
CREATE INDEX "applications_condition" ON "applications" USING btree ("center_id","condition_due_on") WHERE condition_due_on is not null and condition_met_on is null;--> statement-breakpoint
CREATE INDEX "graduation_evidence_company" ON "graduation_evidence" USING btree ("center_id","company_id","created_at");--> statement-breakpoint
CREATE INDEX "mentor_appointments_membership" ON "mentor_appointments" USING btree ("center_id","membership_id");--> statement-breakpoint
CREATE INDEX "mentor_appointments_day" ON "mentor_appointments" USING btree ("center_id","appointed_on");--> statement-breakpoint
CREATE INDEX "visits_company" ON "visits" USING btree ("center_id","company_id","visited_at","id");--> statement-breakpoint
CREATE INDEX "visits_membership" ON "visits" USING btree ("center_id","membership_id","visited_at","id");--> statement-breakpoint
CREATE INDEX "visits_state" ON "visits" USING btree ("center_id","state","visited_at","id");--> statement-breakpoint
CREATE INDEX "visits_time" ON "visits" USING btree ("center_id","visited_at","id");--> statement-breakpoint
CREATE INDEX "notice_recipients_company" ON "notice_recipients" USING btree ("center_id","company_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "notice_recipients_sent" ON "notice_recipients" USING btree ("center_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "notice_recipients_answered" ON "notice_recipients" USING btree ("center_id","notice_id","answered_at");--> statement-breakpoint
CREATE INDEX "notices_time" ON "notices" USING btree ("center_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_state" ON "notices" USING btree ("center_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("center_id","due_on","id");--> statement-breakpoint
CREATE INDEX "notices_sent" ON "notices" USING btree ("center_id","sent_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_messages_once" ON "channel_messages" USING btree ("center_id","channel_id","entry_id","target");--> statement-breakpoint
CREATE INDEX "channel_messages_time" ON "channel_messages" USING btree ("center_id","created_at","id");--> statement-breakpoint
CREATE INDEX "channel_messages_held" ON "channel_messages" USING btree ("hold_until") WHERE hold_until is not null;--> statement-breakpoint
CREATE INDEX "digest_items_waiting" ON "digest_items" USING btree ("center_id","membership_id","created_at") WHERE digested_at is null;--> statement-breakpoint
CREATE INDEX "emails_time" ON "emails" USING btree ("center_id","created_at","id");--> statement-breakpoint
CREATE INDEX "emails_held" ON "emails" USING btree ("hold_until") WHERE hold_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "emails_once" ON "emails" USING btree ("center_id","entry_id","recipient");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("center_id","membership_id","entry_id");--> statement-breakpoint
CREATE INDEX "notifications_membership" ON "notifications" USING btree ("center_id","membership_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("center_id","membership_id","id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "applicants_person" ON "applicants" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applicants_one_open" ON "applicants" USING btree ("center_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "invitations_company" ON "invitations" USING btree ("center_id","company_id");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_role" ON "memberships" USING btree ("center_id","role","id");--> statement-breakpoint
CREATE INDEX "memberships_company" ON "memberships" USING btree ("center_id","company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "memberships" USING btree ("center_id","person_id","role",coalesce(company_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "operator_entries_time" ON "operator_entries" USING btree ("occurred_at","id");--> statement-breakpoint
CREATE INDEX "rate_limits_over" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("center_id","membership_id","page","name");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_item_versions_day" ON "service_item_versions" USING btree ("center_id","item_id","effective_from") WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "service_item_versions_draft" ON "service_item_versions" USING btree ("center_id","item_id") WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX "request_materials_company" ON "request_materials" USING btree ("center_id","company_id","key","id");--> statement-breakpoint
CREATE INDEX "request_ratings_at" ON "request_ratings" USING btree ("center_id","rated_at","request_id","company_id");--> statement-breakpoint
CREATE INDEX "request_repairs_open" ON "request_repairs" USING btree ("center_id","repaired_at","due_on","id");--> statement-breakpoint
CREATE INDEX "request_repairs_opened" ON "request_repairs" USING btree ("center_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "request_repairs_warn" ON "request_repairs" USING btree ("center_id","warn_on","id") WHERE warn_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "request_links_pair" ON "request_links" USING btree ("center_id","request_id","other_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "request_links_other" ON "request_links" USING btree ("center_id","other_id");--> statement-breakpoint
CREATE INDEX "request_messages_request" ON "request_messages" USING btree ("center_id","request_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_supervisions_open" ON "request_supervisions" USING btree ("center_id","request_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "request_supervisions_until" ON "request_supervisions" USING btree ("center_id","until_on","id") WHERE lifted_at is null and passed_told_at is null;--> statement-breakpoint
CREATE INDEX "request_rounds_decided" ON "request_rounds" USING btree ("center_id","decided_at","request_id","round","company_id") WHERE decided_at is not null;--> statement-breakpoint
CREATE INDEX "requests_next" ON "requests" USING btree ("center_id","next_due_on","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_due" ON "requests" USING btree ("center_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_owner_due" ON "requests" USING btree ("center_id","owner_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_company" ON "requests" USING btree ("center_id","company_id","id","state");--> statement-breakpoint
CREATE INDEX "requests_item" ON "requests" USING btree ("center_id","item_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_submitted" ON "requests" USING btree ("center_id","submitted_at","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_decided" ON "requests" USING btree ("center_id","decided_at","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_in_hand" ON "requests" USING btree ("center_id","owner_id","next_due_on","state","company_id") WHERE state in ('submitted', 'accepted');--> statement-breakpoint
CREATE INDEX "requests_spot" ON "requests" USING btree ("center_id","completed_at","id","state","company_id") WHERE spot;--> statement-breakpoint
CREATE INDEX "requests_merged" ON "requests" USING btree ("center_id","duplicate_of","id") WHERE duplicate_of is not null;--> statement-breakpoint
CREATE INDEX "requests_warn" ON "requests" USING btree ("center_id","warn_on","id") WHERE warn_on is not null;--> statement-breakpoint
CREATE INDEX "requests_supervised" ON "requests" USING btree ("center_id","supervised_until","id","state","company_id") WHERE supervised_until is not null;--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_absences" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_absences" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_absences" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_absences" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_absences" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_lanes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_lanes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_lanes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_lanes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_lanes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_opinions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_opinions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_opinions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_opinions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_opinions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_rounds" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_rounds" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_rounds" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_rounds" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_rounds" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_stages" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_stages" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_stages" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_stages" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_stages" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_stops" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_stops" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_stops" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_stops" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_stops" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entries" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entries" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (for_center) when 'job' then true when 'auditor' then true when 'administrator' then (company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar')) when 'operator' then (company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar')) when 'company' then (for_company and company_id in (select app_company_files())) when 'mentor' then (for_mentor and company_id in (select app_mentored_companies())) when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entries" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'administrator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'auditor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'company' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'mentor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'applicant' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'operator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'public' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'job' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'person' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "entries" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'administrator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'auditor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'company' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'mentor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'applicant' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'operator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'public' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'job' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'person' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'administrator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'auditor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'company' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'mentor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'applicant' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'operator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'public' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'job' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'person' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entries" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'administrator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'auditor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'company' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'mentor' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'applicant' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'operator' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'public' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'job' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) when 'person' then (person_id is not distinct from app_person() and membership_id is not distinct from app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_changes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_changes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'auditor' then true when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_changes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_changes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_changes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_heads" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_heads" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_heads" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_heads" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_heads" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_personal_values" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_personal_values" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_personal_values" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_personal_values" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_personal_values" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_queue" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_queue" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_queue" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_queue" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_queue" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_redactions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_redactions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_redactions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_redactions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_redactions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_seals" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_seals" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_seals" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_seals" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_seals" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "answer_templates" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "answer_templates" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "answer_templates" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "answer_templates" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "answer_templates" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "calendar_days" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "calendar_days" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (true);--> statement-breakpoint
CREATE POLICY "app_insert" ON "calendar_days" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center())));--> statement-breakpoint
CREATE POLICY "app_update" ON "calendar_days" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center()) and year > extract(year from app_today()))) WITH CHECK (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center()) and year > extract(year from app_today())));--> statement-breakpoint
CREATE POLICY "app_delete" ON "calendar_days" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() = 'operator' or ((app_scope() = 'administrator' or app_role() in ('director', 'manager')) and exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center()) and year > extract(year from app_today())));--> statement-breakpoint
CREATE POLICY "owner_all" ON "calendar_years" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "calendar_years" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (true);--> statement-breakpoint
CREATE POLICY "app_insert" ON "calendar_years" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "calendar_years" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager')) and year > extract(year from app_today()))) WITH CHECK (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager')) and year > extract(year from app_today())));--> statement-breakpoint
CREATE POLICY "app_delete" ON "calendar_years" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() = 'operator' or (by_center = app_center() and (app_scope() = 'administrator' or app_role() in ('director', 'manager')) and year > extract(year from app_today())));--> statement-breakpoint
CREATE POLICY "owner_all" ON "center_settings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "center_settings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "center_settings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "center_settings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "center_settings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "centers" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "centers" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (true);--> statement-breakpoint
CREATE POLICY "app_insert" ON "centers" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director')));--> statement-breakpoint
CREATE POLICY "app_update" ON "centers" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director'))) WITH CHECK (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "centers" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "departments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "departments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'operator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "departments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "departments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "departments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'operator' then true when 'staff' then (app_role() = 'director') else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "collection_answers" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "collection_answers" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "collection_answers" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "collection_answers" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "collection_answers" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "collection_rounds" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "collection_rounds" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "collection_rounds" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "collection_rounds" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "collection_rounds" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "personal_consents" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "personal_consents" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "personal_consents" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "personal_consents" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "personal_consents" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "personal_erasures" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "personal_erasures" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "personal_erasures" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "personal_erasures" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "personal_erasures" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_facts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_facts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_facts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_facts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_facts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_field_values" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_field_values" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_field_values" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_field_values" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_field_values" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_fields" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_fields" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_fields" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_fields" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_fields" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_bank_accounts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_bank_accounts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_bank_accounts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_bank_accounts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_bank_accounts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_names" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_names" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_names" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_names" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_names" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_notes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_notes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_notes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_notes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_notes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_people" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_people" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_people" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_people" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_people" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_products" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_products" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_products" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_products" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_products" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_proposals" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_proposals" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_proposals" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_proposals" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_proposals" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_relations" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_relations" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_relations" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_relations" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_relations" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "ip_rights" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "ip_rights" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "ip_rights" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "ip_rights" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "ip_rights" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_merges" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_merges" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_merges" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_merges" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_merges" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "carriers" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "carriers" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'public' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "carriers" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "carriers" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "carriers" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "companies" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "companies" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (id = app_company()) when 'mentor' then (id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "companies" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "companies" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (id = app_company() and app_role() = 'company_owner') else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "companies" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_assignments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_assignments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'mentor' then (membership_id = app_membership() or company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_assignments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_assignments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_assignments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_contacts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_contacts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_contacts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_contacts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_contacts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_grams" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_grams" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_grams" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_grams" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_grams" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_road" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_road" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_road" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_road" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_road" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_segments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_segments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_segments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_segments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_segments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "term_warnings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "term_warnings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "term_warnings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "term_warnings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "term_warnings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "counters" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "counters" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "counters" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "counters" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "counters" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'company' then true when 'mentor' then true when 'job' then true when 'administrator' then true when 'applicant' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "documents" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "documents" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'mentor' then (kind = 'visit' and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "documents" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and kind = 'visit') else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "documents" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and kind = 'visit') else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and kind = 'visit') else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "documents" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and kind = 'visit') else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "published_figures" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "published_figures" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "published_figures" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (app_role() in ('director', 'manager')) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "published_figures" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (app_role() in ('director', 'manager')) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (app_role() in ('director', 'manager')) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "published_figures" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (app_role() in ('director', 'manager')) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "file_contents" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "file_contents" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "file_contents" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "file_contents" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "file_contents" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "files" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "files" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'auditor' then ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and (company_id = app_company() or (company_id is null and subject_type = 'notice' and subject_id in (select app_told_notices())) or (company_id is null and subject_type = 'item-sample' and exists (select from service_item_samples s where s.center_id = files.center_id and s.id = files.subject_id)))) when 'applicant' then ((company_id is null and subject_type = 'item-sample' and exists (select from service_item_samples s where s.center_id = files.center_id and s.id = files.subject_id)) or (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person()))) when 'mentor' then (audience = 'mentor' and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "files" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "files" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "files" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then ((subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'request-material' or exists (select from request_materials q join requests r on r.center_id = q.center_id and r.id = q.request_id where q.center_id = files.center_id and q.id = files.subject_id and r.state <> 'draft')) and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))) when 'job' then true when 'auditor' then (subject_type = 'export' and created_by = app_membership()) when 'administrator' then (created_by = app_membership()) when 'company' then (audience in ('company', 'mentor') and company_id = app_company()) when 'applicant' then (subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "import_batches" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "import_batches" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "import_batches" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "import_batches" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "import_batches" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "import_rows" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "import_rows" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "import_rows" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "import_rows" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "import_rows" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "form_keys" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "form_keys" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (actor_key = app_actor_key());--> statement-breakpoint
CREATE POLICY "app_insert" ON "form_keys" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (actor_key = app_actor_key());--> statement-breakpoint
CREATE POLICY "app_update" ON "form_keys" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (actor_key = app_actor_key()) WITH CHECK (actor_key = app_actor_key());--> statement-breakpoint
CREATE POLICY "app_delete" ON "form_keys" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (actor_key = app_actor_key());--> statement-breakpoint
CREATE POLICY "owner_all" ON "job_runs" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "job_runs" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (false);--> statement-breakpoint
CREATE POLICY "app_insert" ON "job_runs" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "app_update" ON "job_runs" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "app_delete" ON "job_runs" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (false);--> statement-breakpoint
CREATE POLICY "owner_all" ON "outbox" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "outbox" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "outbox" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "outbox" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "outbox" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'applicant' then true when 'operator' then true when 'public' then true when 'job' then true when 'person' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "tasks" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "tasks" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "tasks" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "tasks" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "tasks" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
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
CREATE POLICY "owner_all" ON "mentor_appointments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "mentor_appointments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then true when 'mentor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "mentor_appointments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "mentor_appointments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "mentor_appointments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "visits" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "visits" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) when 'mentor' then (company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "visits" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) when 'mentor' then (membership_id = app_membership() and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "visits" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) when 'mentor' then (membership_id = app_membership() and company_id in (select app_mentored_companies())) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) when 'mentor' then (membership_id = app_membership() and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "visits" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) when 'mentor' then (membership_id = app_membership() and company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notice_drafts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notice_drafts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notice_drafts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "notice_drafts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notice_drafts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notice_recipients" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notice_recipients" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notice_recipients" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "notice_recipients" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notice_recipients" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notices" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notices" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (id in (select app_told_notices())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notices" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "notices" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notices" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "channel_messages" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "channel_messages" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "channel_messages" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "channel_messages" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "channel_messages" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "channels" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "channels" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "channels" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "channels" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "channels" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "digest_items" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "digest_items" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "digest_items" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "digest_items" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "digest_items" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "emails" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "emails" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'administrator' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "emails" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "emails" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true when 'administrator' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'job' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "emails" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'job' then true when 'administrator' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notification_settings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notification_settings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notification_settings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "notification_settings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notification_settings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notifications" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notifications" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notifications" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "notifications" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notifications" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "applicants" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "applicants" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'auditor' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'applicant' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "applicants" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "applicants" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "applicants" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'person' then (person_id = app_person()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "credentials" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "credentials" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "credentials" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "credentials" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "credentials" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "invitations" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "invitations" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'auditor' then true when 'operator' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "invitations" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "invitations" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "invitations" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "known_devices" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "known_devices" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "known_devices" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "known_devices" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "known_devices" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "looks" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "looks" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "looks" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "looks" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "looks" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) when 'company' then (membership_id = app_membership()) when 'mentor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "memberships" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "memberships" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'administrator' then true when 'auditor' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'company' then (company_id is null or company_id = app_company()) when 'mentor' then (company_id is null or company_id in (select app_mentored_companies())) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "memberships" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "memberships" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "memberships" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'administrator' then true when 'operator' then true when 'person' then (person_id = app_person()) when 'company' then (company_id = app_company() and app_role() = 'company_owner') else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "one_time_links" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "one_time_links" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person() or created_by = coalesce(app_membership(), app_person()));--> statement-breakpoint
CREATE POLICY "app_insert" ON "one_time_links" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id));--> statement-breakpoint
CREATE POLICY "app_update" ON "one_time_links" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id)) WITH CHECK (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id));--> statement-breakpoint
CREATE POLICY "app_delete" ON "one_time_links" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id));--> statement-breakpoint
CREATE POLICY "owner_all" ON "operator_entries" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "operator_entries" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (app_scope() = 'operator');--> statement-breakpoint
CREATE POLICY "app_insert" ON "operator_entries" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "operator_entries" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "operator_entries" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "operators" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "operators" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (app_scope() = 'operator' or person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "operators" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() = 'operator');--> statement-breakpoint
CREATE POLICY "app_update" ON "operators" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() = 'operator') WITH CHECK (app_scope() = 'operator');--> statement-breakpoint
CREATE POLICY "app_delete" ON "operators" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() = 'operator');--> statement-breakpoint
CREATE POLICY "owner_all" ON "password_history" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "password_history" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "password_history" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "password_history" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "password_history" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "persons" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "persons" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (id = app_person() or app_scope() = 'operator'
  or (app_scope() in ('staff', 'administrator', 'auditor', 'job')
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center()))
  or (app_scope() = 'company'
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center() and m.company_id = app_company())));--> statement-breakpoint
CREATE POLICY "app_insert" ON "persons" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "persons" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (id = app_person()) WITH CHECK (id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "persons" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "rate_limits" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "rate_limits" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (false);--> statement-breakpoint
CREATE POLICY "app_insert" ON "rate_limits" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "app_update" ON "rate_limits" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "app_delete" ON "rate_limits" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (false);--> statement-breakpoint
CREATE POLICY "owner_all" ON "recovery_codes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "recovery_codes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "recovery_codes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "recovery_codes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "recovery_codes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "saved_views" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "saved_views" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "saved_views" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "saved_views" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "saved_views" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (membership_id = app_membership()) when 'administrator' then (membership_id = app_membership()) when 'auditor' then (membership_id = app_membership()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "sessions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "sessions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
CREATE POLICY "app_insert" ON "sessions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
CREATE POLICY "app_update" ON "sessions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id))) WITH CHECK (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
CREATE POLICY "app_delete" ON "sessions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
CREATE POLICY "owner_all" ON "service_item_samples" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "service_item_samples" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (exists (select from service_item_versions v where v.center_id = service_item_samples.center_id and v.id = service_item_samples.version_id)) when 'applicant' then (exists (select from service_item_versions v where v.center_id = service_item_samples.center_id and v.id = service_item_samples.version_id)) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "service_item_samples" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "service_item_samples" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "service_item_samples" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "service_item_versions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "service_item_versions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (state = 'published') when 'mentor' then (state = 'published') when 'administrator' then true when 'applicant' then (state = 'published' and filers @> '["prospect"]') when 'public' then (state = 'published') else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "service_item_versions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "service_item_versions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "service_item_versions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "service_items" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "service_items" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then true when 'mentor' then true when 'administrator' then true when 'applicant' then true when 'public' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "service_items" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "service_items" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "service_items" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_codes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_codes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_codes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_codes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_codes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_confirmations" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_confirmations" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_confirmations" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_confirmations" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_confirmations" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_materials" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_materials" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (exists (select from requests r where r.center_id = app_center() and r.id = request_id)) when 'job' then true when 'auditor' then (exists (select from requests r where r.center_id = app_center() and r.id = request_id)) when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_materials" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_materials" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_materials" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_returns" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_returns" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_returns" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_returns" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_returns" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_ratings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_ratings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_ratings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_ratings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_ratings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_repairs" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_repairs" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_repairs" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_repairs" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_repairs" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
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
CREATE POLICY "owner_all" ON "request_messages" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_messages" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company() and not internal) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_messages" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and not internal and from_company) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_messages" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and not internal and from_company) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and not internal and from_company) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_messages" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company() and not internal and from_company) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_supervisions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_supervisions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_supervisions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_supervisions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_supervisions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_urges" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_urges" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_urges" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_urges" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_urges" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_rounds" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_rounds" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_rounds" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_rounds" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_rounds" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "requests" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "requests" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then (state <> 'draft') when 'auditor' then (state <> 'draft') when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "requests" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "requests" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "requests" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));