-- The meetings of the commission permanente that decide on dossiers.
create table commission_meeting (
    id                  uuid         primary key,
    call                varchar(40)  not null,
    day                 date         not null,
    title               varchar(200) not null,
    status              varchar(20)  not null,
    deliberation_number varchar(60),
    votes_for           integer check (votes_for >= 0),
    votes_against       integer check (votes_against >= 0),
    votes_abstained     integer check (votes_abstained >= 0),
    prepared_by         varchar(200) not null,
    prepared_at         timestamptz  not null,
    voted_by            varchar(200),
    voted_at            timestamptz,
    check ((status = 'EN_PREPARATION') = (voted_at is null)),
    check (num_nonnulls(deliberation_number, votes_for, votes_against, votes_abstained, voted_by, voted_at) in (0, 6))
);

create table commission_item (
    meeting        uuid        not null references commission_meeting,
    dossier        varchar(40) not null,
    outcome        varchar(30) not null,
    motive         text,
    removal_motive text,
    removed_by     varchar(200),
    done_at        timestamptz,
    refusal        text,
    primary key (meeting, dossier)
);
-- A dossier waits for one meeting at a time.
create unique index commission_item_open on commission_item (dossier) where removal_motive is null and done_at is null;

-- Who took no part in the vote on a dossier (CGCT L.2131-11).
create table commission_recusal (
    meeting uuid         not null,
    dossier varchar(40)  not null,
    name    varchar(200) not null,
    motive  text         not null,
    primary key (meeting, dossier, name),
    foreign key (meeting, dossier) references commission_item
);
