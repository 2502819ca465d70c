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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "departments_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "departments_name" UNIQUE("center_id","name")
);
--> statement-breakpoint
ALTER TABLE "departments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "carriers" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"campus" text DEFAULT '' NOT NULL,
	"closed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"carrier_id" uuid,
	"room" text,
	"area" integer,
	"state" text NOT NULL,
	"admitted_on" date,
	"left_on" date,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	"demo" boolean DEFAULT false NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"name_key" text GENERATED ALWAYS AS (company_key(name)) STORED NOT NULL,
	"search_key" text GENERATED ALWAYS AS (company_key(name) || '|' || company_key(short_name) || '|' || lower(pinyin)) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "companies_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "companies_state" CHECK ("companies"."state" in ('prospect', 'incubating', 'graduated', 'exited', 'removed')),
	CONSTRAINT "companies_capital" CHECK ("companies"."registered_capital_fen" >= 0),
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"revoked_at" timestamp with time zone,
	"scan_file_id" uuid,
	"scan_sha256" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problem" jsonb,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "tasks_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentor_appointments" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"field" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"appointed_on" date NOT NULL,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "visits_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "visits_number" UNIQUE("center_id","number"),
	CONSTRAINT "visits_minutes" CHECK ("visits"."minutes" between 1 and 1440),
	CONSTRAINT "visits_state" CHECK ("visits"."state" in ('recorded', 'confirmed', 'disputed')),
	CONSTRAINT "visits_place" CHECK ("visits"."place_kind" in ('company', 'center', 'online', 'elsewhere')),
	CONSTRAINT "visits_decided" CHECK (("visits"."state" = 'recorded') = ("visits"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "emails_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "emails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "one_time_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "one_time_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operators" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
CREATE TABLE "request_messages" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"from_company" boolean NOT NULL,
	"internal" boolean DEFAULT false NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "request_messages_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "request_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_ratings" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"grade" integer NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_ratings_center_id_request_id_pk" PRIMARY KEY("center_id","request_id"),
	CONSTRAINT "request_ratings_grade" CHECK ("request_ratings"."grade" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "request_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_returns" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"round" integer NOT NULL,
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
CREATE TABLE "requests" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"item_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text NOT NULL,
	"filed_by" uuid,
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
	"returned_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"completed_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdraw_reason" text,
	"result" text,
	"result_document_id" uuid,
	"grade" integer,
	"rated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "requests_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "requests_number" UNIQUE("center_id","number"),
	CONSTRAINT "requests_state" CHECK ("requests"."state" in ('draft', 'submitted', 'accepted', 'returned', 'completed', 'withdrawn')),
	CONSTRAINT "requests_numbered" CHECK (("requests"."state" = 'draft') = ("requests"."number" is null)),
	CONSTRAINT "requests_promised" CHECK ("requests"."state" = 'draft' or ("requests"."acceptance_days" is not null and "requests"."promised_days" is not null and "requests"."submitted_at" is not null)),
	CONSTRAINT "requests_grade" CHECK ("requests"."grade" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_items" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"acceptance_days" integer DEFAULT 1 NOT NULL,
	"promised_days" integer NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"files_required" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_items_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "service_items_key" UNIQUE("center_id","key"),
	CONSTRAINT "service_items_days" CHECK ("service_items"."acceptance_days" between 1 and 5 and "service_items"."promised_days" between 1 and 250)
);
--> statement-breakpoint
ALTER TABLE "service_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_changes" ADD CONSTRAINT "entry_changes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_changes" ADD CONSTRAINT "entry_changes_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_heads" ADD CONSTRAINT "entry_heads_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_personal_values" ADD CONSTRAINT "entry_personal_values_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_personal_values" ADD CONSTRAINT "entry_personal_values_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_queue" ADD CONSTRAINT "entry_queue_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_queue" ADD CONSTRAINT "entry_queue_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_seals" ADD CONSTRAINT "entry_seals_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_year_calendar_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."calendar_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "center_settings" ADD CONSTRAINT "center_settings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carriers" ADD CONSTRAINT "carriers_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_center_id_carrier_id_carriers_center_id_id_fk" FOREIGN KEY ("center_id","carrier_id") REFERENCES "public"."carriers"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_assignments" ADD CONSTRAINT "company_assignments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_assignments" ADD CONSTRAINT "company_assignments_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_assignments" ADD CONSTRAINT "company_assignments_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contacts" ADD CONSTRAINT "company_contacts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contacts" ADD CONSTRAINT "company_contacts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "mentor_appointments" ADD CONSTRAINT "mentor_appointments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_appointments" ADD CONSTRAINT "mentor_appointments_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_center_id_decided_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","decided_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "operators" ADD CONSTRAINT "operators_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_acting_center_id_centers_id_fk" FOREIGN KEY ("acting_center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_returns" ADD CONSTRAINT "request_returns_center_id_returned_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","returned_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_item_id_service_items_center_id_id_fk" FOREIGN KEY ("center_id","item_id") REFERENCES "public"."service_items"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_first_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","first_owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_filed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","filed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_result_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","result_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_accepted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","accepted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_completed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","completed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_items" ADD CONSTRAINT "service_items_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_subject" ON "entries" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "entries_company" ON "entries" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "entries_membership" ON "entries" USING btree ("center_id","membership_id","id");--> statement-breakpoint
CREATE INDEX "entries_time" ON "entries" USING btree ("center_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "calendar_days_year" ON "calendar_days" USING btree ("year");--> statement-breakpoint
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
CREATE INDEX "companies_updated" ON "companies" USING btree ("center_id","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "company_assignments_open" ON "company_assignments" USING btree ("center_id","company_id","role") WHERE until_on is null;--> statement-breakpoint
CREATE INDEX "company_assignments_membership" ON "company_assignments" USING btree ("center_id","membership_id","until_on","company_id");--> statement-breakpoint
CREATE INDEX "company_contacts_company" ON "company_contacts" USING btree ("center_id","company_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "company_contacts_primary" ON "company_contacts" USING btree ("center_id","company_id") WHERE is_primary;--> statement-breakpoint
CREATE INDEX "documents_subject" ON "documents" USING btree ("center_id","subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "documents_company" ON "documents" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "published_figures_indicator" ON "published_figures" USING btree ("center_id","indicator");--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "files_company" ON "files" USING btree ("center_id","company_id","id");--> statement-breakpoint
CREATE INDEX "import_batches_time" ON "import_batches" USING btree ("center_id","kind","id");--> statement-breakpoint
CREATE INDEX "import_rows_verdict" ON "import_rows" USING btree ("center_id","batch_id","verdict","row");--> statement-breakpoint
CREATE INDEX "form_keys_time" ON "form_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("created_at") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_membership" ON "tasks" USING btree ("center_id","membership_id","id");--> statement-breakpoint
CREATE INDEX "tasks_running" ON "tasks" USING btree ("heartbeat_at") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "mentor_appointments_membership" ON "mentor_appointments" USING btree ("center_id","membership_id");--> statement-breakpoint
CREATE INDEX "mentor_appointments_day" ON "mentor_appointments" USING btree ("center_id","appointed_on");--> statement-breakpoint
CREATE INDEX "visits_company" ON "visits" USING btree ("center_id","company_id","visited_at","id");--> statement-breakpoint
CREATE INDEX "visits_membership" ON "visits" USING btree ("center_id","membership_id","visited_at","id");--> statement-breakpoint
CREATE INDEX "visits_state" ON "visits" USING btree ("center_id","state","visited_at","id");--> statement-breakpoint
CREATE INDEX "visits_time" ON "visits" USING btree ("center_id","visited_at","id");--> statement-breakpoint
CREATE INDEX "emails_time" ON "emails" USING btree ("center_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "emails_once" ON "emails" USING btree ("center_id","entry_id","recipient");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("center_id","membership_id","entry_id");--> statement-breakpoint
CREATE INDEX "notifications_membership" ON "notifications" USING btree ("center_id","membership_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("center_id","membership_id","id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "invitations_company" ON "invitations" USING btree ("center_id","company_id");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_role" ON "memberships" USING btree ("center_id","role","id");--> statement-breakpoint
CREATE INDEX "memberships_company" ON "memberships" USING btree ("center_id","company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "memberships" USING btree ("center_id","person_id","role",coalesce(company_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "rate_limits_over" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("center_id","membership_id","page","name");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "request_messages_request" ON "request_messages" USING btree ("center_id","request_id","id");--> statement-breakpoint
CREATE INDEX "requests_next" ON "requests" USING btree ("center_id","next_due_on","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_due" ON "requests" USING btree ("center_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_owner_due" ON "requests" USING btree ("center_id","owner_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_company" ON "requests" USING btree ("center_id","company_id","id","state");--> statement-breakpoint
CREATE INDEX "requests_item" ON "requests" USING btree ("center_id","item_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "requests_submitted" ON "requests" USING btree ("center_id","submitted_at","id","state","company_id");--> statement-breakpoint
CREATE INDEX "requests_completed" ON "requests" USING btree ("center_id","completed_at","id","state","company_id");--> statement-breakpoint
CREATE POLICY "owner_all" ON "entries" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entries" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job', 'auditor') or (app_scope() = 'staff' and (for_center)) or (app_scope() = 'administrator' and (company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar'))) or (app_scope() = 'operator' and (company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar'))) or (app_scope() = 'company' and (for_company and company_id = app_company())) or (app_scope() = 'mentor' and (for_mentor and company_id in (select app_mentored_companies()))) or (app_scope() = 'person' and (person_id = app_person()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entries" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_update" ON "entries" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entries" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_changes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_changes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('auditor', 'staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_changes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_changes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_changes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_heads" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_heads" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('auditor', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_heads" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_heads" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_heads" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_personal_values" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_personal_values" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_personal_values" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_personal_values" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_personal_values" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_queue" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_queue" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_queue" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_queue" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_queue" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_seals" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_seals" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator', 'auditor', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_seals" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_seals" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_seals" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "calendar_days" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "calendar_days" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (true);--> statement-breakpoint
CREATE POLICY "app_insert" ON "calendar_days" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager'));--> statement-breakpoint
CREATE POLICY "app_update" ON "calendar_days" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager')) WITH CHECK (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager'));--> statement-breakpoint
CREATE POLICY "app_delete" ON "calendar_days" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager'));--> statement-breakpoint
CREATE POLICY "owner_all" ON "calendar_years" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "calendar_years" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (true);--> statement-breakpoint
CREATE POLICY "app_insert" ON "calendar_years" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager'));--> statement-breakpoint
CREATE POLICY "app_update" ON "calendar_years" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager')) WITH CHECK (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager'));--> statement-breakpoint
CREATE POLICY "app_delete" ON "calendar_years" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() in ('operator', 'administrator') or app_role() in ('director', 'manager'));--> statement-breakpoint
CREATE POLICY "owner_all" ON "center_settings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "center_settings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "center_settings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "center_settings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director')))) WITH CHECK (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director'))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "center_settings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director'))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "centers" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "centers" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (true);--> statement-breakpoint
CREATE POLICY "app_insert" ON "centers" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director')));--> statement-breakpoint
CREATE POLICY "app_update" ON "centers" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director'))) WITH CHECK (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "centers" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "departments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "departments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'operator', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "departments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "departments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director')))) WITH CHECK (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director'))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "departments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('administrator', 'operator') or (app_scope() = 'staff' and (app_role() = 'director'))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "carriers" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "carriers" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor', 'company', 'mentor', 'public', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "carriers" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "carriers" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "carriers" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "companies" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "companies" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (id = app_company())) or (app_scope() = 'mentor' and (id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "companies" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "companies" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (id = app_company() and app_role() = 'company_owner')))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "companies" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_assignments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_assignments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (membership_id = app_membership() or company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_assignments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_assignments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_assignments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_contacts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_contacts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_contacts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_contacts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_contacts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_grams" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_grams" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_grams" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_grams" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_grams" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "counters" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "counters" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'company', 'mentor', 'job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "counters" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'company', 'mentor', 'job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_update" ON "counters" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'company', 'mentor', 'job', 'administrator'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'company', 'mentor', 'job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "counters" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'company', 'mentor', 'job', 'administrator')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "documents" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "documents" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (kind = 'visit' and company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "documents" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and kind = 'visit'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "documents" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and kind = 'visit')))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and kind = 'visit'))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "documents" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and kind = 'visit'))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "published_figures" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "published_figures" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "published_figures" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and ((app_scope() = 'staff' and (app_role() in ('director', 'manager')))));--> statement-breakpoint
CREATE POLICY "app_update" ON "published_figures" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (app_role() in ('director', 'manager'))))) WITH CHECK (center_id = app_center() and ((app_scope() = 'staff' and (app_role() in ('director', 'manager')))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "published_figures" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (app_role() in ('director', 'manager')))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "file_contents" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "file_contents" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "file_contents" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "file_contents" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "file_contents" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "files" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "files" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (subject_type <> 'export' or created_by = app_membership())) or (app_scope() = 'auditor' and (subject_type <> 'export' or created_by = app_membership())) or (app_scope() = 'administrator' and (created_by = app_membership())) or (app_scope() = 'company' and (audience in ('company', 'mentor') and company_id = app_company())) or (app_scope() = 'mentor' and (audience = 'mentor' and company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "files" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'auditor' and (subject_type = 'export' and created_by = app_membership())) or (app_scope() = 'administrator' and (created_by = app_membership())) or (app_scope() = 'company' and (audience in ('company', 'mentor') and company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_update" ON "files" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'auditor' and (subject_type = 'export' and created_by = app_membership())) or (app_scope() = 'administrator' and (created_by = app_membership())) or (app_scope() = 'company' and (audience in ('company', 'mentor') and company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies()))))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'auditor' and (subject_type = 'export' and created_by = app_membership())) or (app_scope() = 'administrator' and (created_by = app_membership())) or (app_scope() = 'company' and (audience in ('company', 'mentor') and company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "files" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'auditor' and (subject_type = 'export' and created_by = app_membership())) or (app_scope() = 'administrator' and (created_by = app_membership())) or (app_scope() = 'company' and (audience in ('company', 'mentor') and company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "import_batches" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "import_batches" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "import_batches" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "import_batches" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "import_batches" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "import_rows" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "import_rows" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'auditor', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "import_rows" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "import_rows" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "import_rows" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
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
CREATE POLICY "app_read" ON "outbox" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "outbox" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_update" ON "outbox" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "outbox" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "tasks" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "tasks" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'job') or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "tasks" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'job') or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "tasks" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'job') or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'job') or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "tasks" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'job') or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "mentor_appointments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "mentor_appointments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor', 'company') or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "mentor_appointments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "mentor_appointments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "mentor_appointments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "visits" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "visits" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "visits" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (membership_id = app_membership() and company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_update" ON "visits" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (membership_id = app_membership() and company_id in (select app_mentored_companies()))))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (membership_id = app_membership() and company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "visits" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())) or (app_scope() = 'mentor' and (membership_id = app_membership() and company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "emails" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "emails" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('administrator', 'job')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "emails" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_update" ON "emails" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job', 'administrator'))) WITH CHECK (center_id = app_center() and (app_scope() in ('job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "emails" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job', 'administrator')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notifications" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notifications" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notifications" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "notifications" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership())))) WITH CHECK (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notifications" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "credentials" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "credentials" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "credentials" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "credentials" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "credentials" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "invitations" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "invitations" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'administrator', 'auditor', 'operator') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "invitations" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "invitations" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner')))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "invitations" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "known_devices" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "known_devices" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_insert" ON "known_devices" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "known_devices" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "known_devices" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());--> statement-breakpoint
CREATE POLICY "owner_all" ON "looks" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "looks" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "looks" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "looks" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership())))) WITH CHECK (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "looks" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())) or (app_scope() = 'company' and (membership_id = app_membership())) or (app_scope() = 'mentor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "memberships" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "memberships" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'administrator', 'auditor', 'operator') or (app_scope() = 'person' and (person_id = app_person())) or (app_scope() = 'company' and (company_id is null or company_id = app_company())) or (app_scope() = 'mentor' and (company_id is null or company_id in (select app_mentored_companies())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "memberships" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'person' and (person_id = app_person())) or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "app_update" ON "memberships" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'person' and (person_id = app_person())) or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner')))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'person' and (person_id = app_person())) or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "memberships" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'operator') or (app_scope() = 'person' and (person_id = app_person())) or (app_scope() = 'company' and (company_id = app_company() and app_role() = 'company_owner'))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "one_time_links" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "one_time_links" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (person_id = app_person() or created_by = coalesce(app_membership(), app_person()));--> statement-breakpoint
CREATE POLICY "app_insert" ON "one_time_links" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id));--> statement-breakpoint
CREATE POLICY "app_update" ON "one_time_links" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id)) WITH CHECK (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id));--> statement-breakpoint
CREATE POLICY "app_delete" ON "one_time_links" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id));--> statement-breakpoint
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
CREATE POLICY "app_insert" ON "persons" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (id = app_person() or app_scope() = 'operator'
  or (app_scope() in ('staff', 'administrator', 'auditor', 'job')
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center()))
  or (app_scope() = 'company'
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center() and m.company_id = app_company())));--> statement-breakpoint
CREATE POLICY "app_update" ON "persons" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (id = app_person() or app_scope() = 'operator'
  or (app_scope() in ('staff', 'administrator', 'auditor', 'job')
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center()))
  or (app_scope() = 'company'
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center() and m.company_id = app_company()))) WITH CHECK (id = app_person() or app_scope() = 'operator'
  or (app_scope() in ('staff', 'administrator', 'auditor', 'job')
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center()))
  or (app_scope() = 'company'
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center() and m.company_id = app_company())));--> statement-breakpoint
CREATE POLICY "app_delete" ON "persons" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (id = app_person() or app_scope() = 'operator'
  or (app_scope() in ('staff', 'administrator', 'auditor', 'job')
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center()))
  or (app_scope() = 'company'
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center() and m.company_id = app_company())));--> statement-breakpoint
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
CREATE POLICY "app_read" ON "saved_views" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "saved_views" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "saved_views" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership())))) WITH CHECK (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "saved_views" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'staff' and (membership_id = app_membership())) or (app_scope() = 'administrator' and (membership_id = app_membership())) or (app_scope() = 'auditor' and (membership_id = app_membership()))));--> statement-breakpoint
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
CREATE POLICY "owner_all" ON "request_messages" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_messages" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company() and not internal))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_messages" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and not internal and from_company))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_messages" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and not internal and from_company)))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and not internal and from_company))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_messages" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company() and not internal and from_company))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_ratings" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_ratings" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_ratings" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_ratings" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_ratings" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_returns" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_returns" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_returns" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_returns" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_returns" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "requests" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "requests" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and (state <> 'draft')) or (app_scope() = 'auditor' and (state <> 'draft')) or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "requests" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "requests" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "requests" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "service_items" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "service_items" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor', 'company', 'mentor', 'administrator', 'public')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "service_items" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "service_items" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "service_items" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));