-- Who did what is already written where it is done: the timeline of a dossier, the changes of an envelope, the versions of
-- a call. Here these facts are put in one order and sealed: each seal holds the one before, so that whoever changes, takes
-- out or slips in a fact afterwards would have to change every later seal, and the ones that were published.

-- Rights leave a trace whatever changes them, a statement by hand included; never what a password is.
create table account_change (
    id       bigint generated always as identity primary key,
    username varchar(40)  not null,
    action   varchar(40)  not null,
    told     text         not null,
    at       timestamptz  not null default clock_timestamp(),
    by_name  varchar(100) not null default coalesce(nullif(current_setting('ruche.actor', true), ''), session_user)
);

create function account_is_traced() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into account_change (username, action, told) values (new.username, 'ACCOUNT_CREATED', new.username);
    elsif tg_op = 'DELETE' then
        insert into account_change (username, action, told) values (old.username, 'ACCOUNT_DELETED', old.username);
        return old;
    else
        if new.enabled <> old.enabled then
            insert into account_change (username, action, told)
            values (new.username, case when new.enabled then 'ACCOUNT_OPENED' else 'ACCOUNT_CLOSED' end, new.username);
        end if;
        if new.username <> old.username or new.email <> old.email or new.display_name <> old.display_name then
            insert into account_change (username, action, told) values (new.username, 'ACCOUNT_RENAMED', old.username);
        end if;
        if new.password <> old.password then
            insert into account_change (username, action, told) values (new.username, 'PASSWORD_CHANGED', new.username);
        end if;
    end if;
    return new;
end $$;
create trigger account_is_traced after insert or update or delete on account
    for each row execute function account_is_traced();

create function membership_is_traced() returns trigger language plpgsql as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        insert into account_change (username, action, told)
        select coalesce((select username from account where id = old.account_id), '#' || old.account_id), 'RIGHT_TAKEN',
               old.role || ' ' || old.scope;
    end if;
    if tg_op in ('UPDATE', 'INSERT') then
        insert into account_change (username, action, told)
        select coalesce((select username from account where id = new.account_id), '#' || new.account_id), 'RIGHT_GIVEN',
               new.role || ' ' || new.scope;
        return new;
    end if;
    return old;
end $$;
create trigger membership_is_traced after insert or update or delete on account_membership
    for each row execute function membership_is_traced();

-- Every fact, from where it was written. content is what its seal is made of: it is built of the same things for ever, and
-- of moments as numbers, which no time zone writes otherwise. rank is the number of a timeline's line, by which the
-- latest of many are found.
create view audited_fact as
select 'dossier_event'::text as source, id::text as fact, id as rank, at, author::text as actor,
       coalesce(author_name, 'Ruche')::text as actor_name, on_behalf_name::text as on_behalf, 'DOSSIER'::text as domain,
       dossier::text as subject, kind::text as action, text as told,
       jsonb_build_array(dossier, extract(epoch from at), kind, text, author, author_name, on_behalf_of, on_behalf_name) as content
from dossier_event
union all
select 'envelope_change', c.id::text, 0, c.changed_at, c.changed_by, c.changed_by, null, 'ENVELOPE',
       e.call || ' ' || e.jury, 'ENVELOPE_CHANGED', c.was || ' → ' || c.becomes || ' € : ' || c.reason,
       jsonb_build_array(c.envelope, c.was, c.becomes, c.reason, c.changed_by, extract(epoch from c.changed_at), c.counterpart)
from envelope_change c join envelope e on e.id = c.envelope
union all
select 'call_version', call || ' ' || version, 0, created_at, author, author, null, 'RULE', call, 'CALL_CHANGED', reason,
       jsonb_build_array(call, version, parameters, author, reason, extract(epoch from created_at))
from call_version
union all
select 'letter_template', letter || ' ' || version, 0, changed_at, changed_by, changed_by, null, 'RULE', letter,
       'LETTER_CHANGED', coalesce(subject, ''),
       jsonb_build_array(letter, version, subject, body, changed_by, extract(epoch from changed_at))
from letter_template
union all
select 'account_change', id::text, 0, at, by_name, by_name, null, 'RIGHT', username, action, told,
       jsonb_build_array(username, action, told, extract(epoch from at), by_name)
from account_change
union all
select 'absence', id::text, 0, declared_at, declared_by, declared_by, null, 'RIGHT', absent, 'ABSENCE_DECLARED',
       coalesce(substitute, '–') || ', ' || first_day || ' – ' || last_day,
       jsonb_build_array(absent, substitute, first_day, last_day, lends, declared_by, extract(epoch from declared_at))
from absence
union all
select 'absence_end', id::text, 0, ended_at, ended_by, ended_by, null, 'RIGHT', absent, 'ABSENCE_ENDED',
       coalesce(substitute, '–'), jsonb_build_array(absent, ended_by, extract(epoch from ended_at))
from absence where ended_at is not null
union all
select 'jury_seat', id::text, 0, recorded_at, recorded_by, recorded_by, null, 'RIGHT', jury, 'SEAT_GIVEN',
       name || ', ' || college,
       jsonb_build_array(jury, college, name, username, president, substitute, since, recorded_by, extract(epoch from recorded_at))
from jury_seat
union all
select 'jury_seat_end', id::text, 0, ended_at, ended_by, ended_by, null, 'RIGHT', jury, 'SEAT_ENDED',
       name || coalesce(' : ' || end_motive, ''), jsonb_build_array(jury, name, ended_by, extract(epoch from ended_at), end_motive)
from jury_seat where ended_at is not null
union all
select 'dossier_recusal', id::text, 0, declared_at, declared_by, declared_by, null, 'DOSSIER', dossier, 'RECUSAL_DECLARED',
       name || ' : ' || motive, jsonb_build_array(dossier, username, name, motive, declared_by, extract(epoch from declared_at))
from dossier_recusal
union all
select 'dossier_recusal_lift', id::text, 0, lifted_at, lifted_by, lifted_by, null, 'DOSSIER', dossier, 'RECUSAL_UNDONE',
       name || coalesce(' : ' || lift_motive, ''),
       jsonb_build_array(dossier, name, lifted_by, extract(epoch from lifted_at), lift_motive)
from dossier_recusal where lifted_at is not null
union all
select 'personal_interest', id::text, 0, declared_at, declared_by, declared_by, null, 'RIGHT', username, 'INTEREST_DECLARED',
       capacity || ' ' || coalesce(siren, rna, commune),
       jsonb_build_array(username, siren, rna, commune, capacity, declared_by, extract(epoch from declared_at))
from personal_interest
union all
select 'personal_interest_end', id::text, 0, ended_at, ended_by, ended_by, null, 'RIGHT', username, 'INTEREST_ENDED',
       capacity, jsonb_build_array(username, capacity, ended_by, extract(epoch from ended_at))
from personal_interest where ended_at is not null
union all
select 'dossier_export', id::text, 0, started_at, account, account_name, null, 'EXPORT', format, 'LIST_EXPORTED', filters,
       jsonb_build_array(account, account_name, format, filters, columns, extract(epoch from started_at))
from dossier_export;

-- actor, domain and subject stand here too, to be searched; what was done is read from where it was written.
create table audit_seal (
    position  bigint       primary key,
    source    varchar(40)  not null,
    fact      varchar(80)  not null,
    rank      bigint       not null,
    at        timestamptz  not null,
    actor     varchar(200),
    domain    varchar(20)  not null,
    subject   varchar(300) not null,
    content   char(64)     not null,
    previous  char(64)     not null,
    seal      char(64)     not null,
    sealed_at timestamptz  not null,
    unique (source, fact)
);
create index audit_seal_at on audit_seal (at, position);
create index audit_seal_actor on audit_seal (actor, at, position);
create index audit_seal_subject on audit_seal (subject, at, position);
create index audit_seal_domain on audit_seal (domain, at, position);

create function audit_is_kept() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever appended', tg_table_name;
end $$;
create trigger audit_seal_is_kept before update or delete or truncate on audit_seal
    for each statement execute function audit_is_kept();
create trigger account_change_is_kept before update or delete or truncate on account_change
    for each statement execute function audit_is_kept();

-- All lines of timelines up to this one are sealed, or belong to no transaction that can still be open.
create table audit_progress (settled bigint not null);
insert into audit_progress values (0);
