-- Past calls, replayed with a version of a programme.
create table replay (
    id       uuid         primary key,
    version  uuid         not null references programme_version,
    -- Of the version when the replay began.
    revision integer      not null,
    call     varchar(40)  not null references call,
    defaults jsonb        not null,
    state    varchar(12)  not null check (state in ('RUNNING', 'STOPPED', 'DONE', 'FAILED')),
    begun_by varchar(100) not null,
    begun_at timestamptz  not null,
    ended_at timestamptz
);
create index replay_of_version on replay (version, begun_at);
create index replay_running on replay (begun_at) where state = 'RUNNING';

-- Texts are French; none names a person.
create table replay_line (
    replay  uuid        not null references replay,
    dossier varchar(40) not null references dossier,
    outcome varchar(16) check (outcome in ('OTHERWISE', 'OTHER_WAY', 'UNKNOWN', 'NOT_REPLAYED', 'SAME')),
    before  text,
    after   text,
    parts   text,
    why     text,
    primary key (replay, dossier)
);
create index replay_line_left on replay_line (replay, dossier) where outcome is null;
