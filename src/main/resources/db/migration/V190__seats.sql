-- The governance of each jury: who sits, in which college, from when to when. A seat is ended, never erased.
create table jury_seat (
    id          uuid         primary key,
    jury        varchar(20)  not null,
    college     varchar(20)  not null,
    name        varchar(200) not null,
    username    varchar(100),
    president   boolean      not null,
    substitute  boolean      not null,
    since       date         not null,
    until       date         check (until >= since),
    recorded_by varchar(200) not null,
    recorded_at timestamptz  not null,
    ended_by    varchar(200),
    ended_at    timestamptz,
    end_motive  text,
    check (not (president and substitute)),
    check (num_nonnulls(ended_by, ended_at, end_motive) in (0, 3))
);
create index jury_seat_jury on jury_seat (jury, since);

create function jury_seat_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
        or (new.id, new.jury, new.college, new.name, new.username, new.president, new.substitute, new.since,
            new.recorded_by, new.recorded_at)
            is distinct from
            (old.id, old.jury, old.college, old.name, old.username, old.president, old.substitute, old.since,
            old.recorded_by, old.recorded_at)
    then
        raise exception 'a seat of jury_seat is only ever ended, once';
    end if;
    return new;
end $$;
create trigger jury_seat_is_kept before update or delete on jury_seat
    for each row execute function jury_seat_is_kept();

-- Sits only in the place of a titular of the same college.
alter table jury_session_member add column substitute boolean not null default false;
