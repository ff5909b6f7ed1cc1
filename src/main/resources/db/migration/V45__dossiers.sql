create table dossier (
    number              varchar(40)   primary key,
    revision            bigint        not null,
    call                varchar(40)   not null,
    call_version        integer       not null,
    status              varchar(24)   not null,
    holder              varchar(100)  not null,
    organisation        varchar(300),
    measure             varchar(10),
    title               varchar(300),
    commune             varchar(5),
    territory           varchar(9),
    sector              varchar(100),
    search_text         text          not null,
    conformity          varchar(24),
    uncovered_need      boolean,
    route               varchar(24),
    route_reason        text,
    jury                varchar(20),
    step                varchar(100),
    step_label          varchar(200),
    clock               varchar(24),
    due_at              timestamptz,
    fiche_received_at   timestamptz,
    dossier_received_at timestamptz,
    total_cost          numeric(12, 2) not null check (total_cost >= 0),
    requested_operating numeric(12, 2) not null check (requested_operating >= 0),
    requested_investment numeric(12, 2) not null check (requested_investment >= 0),
    granted_operating   numeric(12, 2) check (granted_operating >= 0),
    granted_investment  numeric(12, 2) check (granted_investment >= 0),
    fiche               jsonb         not null,
    full_dossier        jsonb,
    closing_reason      text,
    created_at          timestamptz   not null,
    check (status in ('BROUILLON', 'EN_COURS', 'ATTRIBUE', 'REJETE', 'LISTE_COMPLEMENTAIRE', 'REORIENTE',
                      'NON_CONFORME', 'IRRECEVABLE', 'CADUC', 'ABANDONNE', 'RETIRE')),
    check (clock in ('PORTEUR', 'INTERCOMMUNALITE', 'REGION', 'JURY'))
);

-- One list per kind of reader: the porteur, the EPCI, the sector, the jury, the manager.
create index dossier_by_holder on dossier (holder, number);
create index dossier_by_territory on dossier (territory, status, number);
create index dossier_by_sector on dossier (sector, status, number);
create index dossier_by_jury on dossier (jury, status, number);
create index dossier_by_call on dossier (call, status, number);
create index dossier_by_step on dossier (step, due_at);

-- What was deposited, word for word, at the instant the server received it (DL-02): never changed afterwards.
create table dossier_deposit (
    id          uuid         primary key,
    dossier     varchar(40)  not null references dossier,
    kind        varchar(24)  not null check (kind in ('FICHE', 'CORRECTION', 'DOSSIER', 'COMPLEMENT')),
    received_at timestamptz  not null,
    channel     varchar(10)  not null,
    by          varchar(100) not null,
    content     text         not null,
    sha256      char(64)     not null
);
create index dossier_deposit_by_dossier on dossier_deposit (dossier, received_at);

create function dossier_deposit_is_evidence() returns trigger language plpgsql as $$
begin
    raise exception 'A deposit is evidence: it is neither changed nor deleted';
end $$;
create trigger dossier_deposit_is_evidence before update or delete on dossier_deposit
    for each row execute function dossier_deposit_is_evidence();

create table dossier_step (
    task_id    varchar(64)  primary key,
    dossier    varchar(40)  not null references dossier,
    step       varchar(100) not null,
    label      varchar(200) not null,
    clock      varchar(24)  not null,
    entered_at timestamptz  not null,
    due_at     timestamptz,
    left_at    timestamptz,
    left_by    varchar(100),
    completed  boolean
);
create index dossier_step_by_dossier on dossier_step (dossier, entered_at);

create table dossier_event (
    id          bigint generated always as identity primary key,
    dossier     varchar(40)  not null references dossier,
    at          timestamptz  not null,
    kind        varchar(60)  not null,
    text        text         not null,
    author      varchar(100),
    author_name varchar(300)
);
create index dossier_event_by_dossier on dossier_event (dossier, id);

create table rule_evaluation (
    id            bigint generated always as identity primary key,
    dossier       varchar(40) not null references dossier,
    moment        varchar(24) not null,
    at            timestamptz not null,
    call_version  integer     not null,
    rules_version integer     not null,
    verdict       varchar(40) not null,
    input         jsonb       not null,
    result        jsonb       not null
);
create index rule_evaluation_by_dossier on rule_evaluation (dossier, id);
