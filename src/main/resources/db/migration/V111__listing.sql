-- What each account keeps for its lists.
create table saved_search (
    id    uuid primary key,
    owner varchar(40) not null,
    name  varchar(80) not null,
    query text        not null,
    usual boolean     not null
);
create unique index saved_search_name on saved_search (owner, lower(name));
-- One begins with one list.
create unique index saved_search_usual on saved_search (owner) where usual;

create table list_columns (
    owner   varchar(40) primary key,
    columns text not null
);

-- Who took which dossiers away in a file. rows is null while they leave.
create table dossier_export (
    id           uuid primary key,
    account      varchar(40)  not null,
    account_name varchar(120) not null,
    format       varchar(10)  not null,
    filters      text         not null,
    columns      text         not null,
    started_at   timestamptz  not null,
    rows         bigint,
    complete     boolean      not null default false
);
create index dossier_export_latest on dossier_export (started_at);
