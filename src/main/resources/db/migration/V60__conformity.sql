create table conformity_opinion (
    id           uuid primary key,
    dossier      varchar(40)  not null,
    call         varchar(40)  not null,
    territory    varchar(9)   not null,
    measure      varchar(10)  not null,
    verdict      varchar(30)  not null,
    reason       varchar(4000),
    priority_rank integer check (priority_rank > 0),
    held_rank    integer,
    given_by     varchar(100) not null,
    given_by_name varchar(200) not null,
    in_place_of  varchar(9),
    given_at     timestamptz  not null
);
create index conformity_opinion_dossier on conformity_opinion (dossier, given_at);
-- A rank is taken once per EPCI, measure and call, by dossiers that are still running.
create unique index conformity_opinion_rank on conformity_opinion (call, territory, measure, held_rank)
    where held_rank is not null;
