-- Who takes part in a session, from when on; a line is never changed.
create table jury_roll (
    id          bigint generated always as identity primary key,
    session     uuid         not null references jury_session,
    sitting     integer      not null check (sitting >= 1),
    member      varchar(200) not null,
    presence    varchar(20)  not null,
    mandatary   varchar(200),
    since       timestamptz  not null,
    recorded_by varchar(200) not null,
    recorded_at timestamptz  not null,
    check ((presence = 'MANDAT') = (mandatary is not null))
);
create index jury_roll_session on jury_roll (session, id);

create function jury_roll_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a line of jury_roll never changes';
end $$;
create trigger jury_roll_is_kept before update or delete on jury_roll
    for each row execute function jury_roll_is_kept();

-- The convocations to which too few came.
create table jury_sitting (
    session   uuid         not null references jury_session,
    position  integer      not null,
    starts_at timestamptz  not null,
    place     varchar(300) not null,
    motive    text         not null,
    primary key (session, position)
);

-- The quorum of each college as it stood when the outcome was recorded.
alter table jury_agenda_item add column quorum jsonb not null default '[]';
