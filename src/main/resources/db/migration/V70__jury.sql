create table jury_session (
    id                  uuid         primary key,
    call                varchar(40)  not null,
    jury                varchar(20)  not null,
    starts_at           timestamptz  not null,
    place               varchar(300) not null,
    status              varchar(30)  not null,
    convened_by         varchar(100) not null,
    convened_at         timestamptz  not null,
    cancellation_motive varchar(4000),
    attendees           varchar(4000),
    remarks             varchar(4000),
    minutes_remarks     varchar(4000),
    minutes             text,
    minutes_approved_by varchar(200),
    minutes_approved_at timestamptz
);
create index jury_session_call on jury_session (call, jury, starts_at);

create table jury_session_member (
    session   uuid         not null references jury_session,
    position  integer      not null,
    name      varchar(200) not null,
    college   varchar(20)  not null,
    president boolean      not null,
    username  varchar(100),
    primary key (session, position)
);

create table jury_agenda_item (
    id              uuid         primary key,
    session         uuid         not null references jury_session,
    dossier         varchar(40)  not null,
    position        integer      not null,
    added_by        varchar(100) not null,
    added_at        timestamptz  not null,
    outcome         varchar(30),
    operating       numeric(14, 2) not null default 0 check (operating >= 0),
    investment      numeric(14, 2) not null default 0 check (investment >= 0),
    reason          varchar(4000),
    outcome_by      varchar(100),
    outcome_by_name varchar(200),
    outcome_at      timestamptz,
    removal_motive  varchar(4000),
    removed_by      varchar(100),
    removed_at      timestamptz
);
create index jury_agenda_item_session on jury_agenda_item (session, position);
create index jury_agenda_item_dossier on jury_agenda_item (dossier, added_at);
-- A dossier waits for one session at a time.
create unique index jury_agenda_item_open on jury_agenda_item (dossier) where outcome is null and removed_at is null;
