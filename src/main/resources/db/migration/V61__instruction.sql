create table completeness_check (
    id                uuid primary key,
    dossier           varchar(40)  not null,
    verdict           varchar(20)  not null,
    reason            varchar(4000),
    missing_documents varchar(4000) not null,
    overridden        boolean      not null,
    checked_by        varchar(100) not null,
    checked_by_name   varchar(200) not null,
    checked_at        timestamptz  not null
);
create index completeness_check_dossier on completeness_check (dossier, checked_at);

create table instruction_opinion (
    id             uuid primary key,
    dossier        varchar(40)  not null,
    favourable     boolean      not null,
    uncovered_need boolean,
    note           varchar(20000),
    given_by       varchar(100) not null,
    given_by_name  varchar(200) not null,
    given_at       timestamptz  not null
);
create index instruction_opinion_dossier on instruction_opinion (dossier, given_at);
