-- What a deliberation stands on, read once from marks, dossiers and rules, so that every try is a calculation.
create table deliberation (
    session uuid         primary key references jury_session,
    call    varchar(40)  not null,
    jury    varchar(20)  not null,
    facts   jsonb        not null,
    read_by varchar(200) not null,
    read_at timestamptz  not null,
    -- What the session might grant when its scenario was validated.
    held_operating  numeric(14, 2),
    held_investment numeric(14, 2)
);
create index deliberation_envelope on deliberation (call, jury);

create table deliberation_scenario (
    id           uuid          primary key,
    session      uuid          not null references deliberation,
    name         varchar(80)   not null,
    version      integer       not null,
    mode         varchar(20)   not null,
    threshold    numeric(5, 2) not null,
    partial      boolean       not null,
    partial_min  integer       not null,
    strict       boolean       not null,
    pooling      boolean       not null,
    unit         numeric(14, 2) not null,
    created_by   varchar(200)  not null,
    created_at   timestamptz   not null,
    validated_by varchar(200),
    validated_at timestamptz,
    unique (session, name)
);
-- A jury adopts one scenario.
create unique index deliberation_scenario_validated on deliberation_scenario (session) where validated_at is not null;

create table deliberation_choice (
    scenario   uuid          not null references deliberation_scenario,
    dossier    varchar(40)   not null,
    operating  numeric(14, 2) check (operating >= 0),
    investment numeric(14, 2) check (investment >= 0),
    fate       varchar(20),
    place      integer       check (place >= 0),
    reason     varchar(4000) not null,
    primary key (scenario, dossier)
);

-- What the validated scenario proposes to whoever records the outcomes.
create table deliberation_proposal (
    session    uuid           not null references deliberation,
    dossier    varchar(40)    not null,
    place      integer        not null,
    standing   varchar(30)    not null,
    operating  numeric(14, 2) not null check (operating >= 0),
    investment numeric(14, 2) not null check (investment >= 0),
    reason     varchar(4000)  not null,
    scenario   varchar(80)    not null,
    primary key (session, dossier)
);

-- Who changed what when. Only ever appended.
create table deliberation_change (
    id       bigint        generated always as identity primary key,
    scenario uuid          not null references deliberation_scenario,
    version  integer       not null,
    action   varchar(20)   not null,
    dossier  varchar(40),
    told     text          not null,
    by_name  varchar(200)  not null,
    at       timestamptz   not null
);
create index deliberation_change_scenario on deliberation_change (scenario, id);

create function deliberation_change_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'deliberation_change is only ever appended';
end $$;
create trigger deliberation_change_is_kept before update or delete on deliberation_change
    for each row execute function deliberation_change_is_kept();
