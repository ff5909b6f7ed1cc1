-- The rank that the jury gave, so that the reserve list can follow it.
alter table jury_agenda_item add column place integer check (place >= 1);
alter table funding_decision add column reserve_rank integer check (reserve_rank >= 1);

alter table dossier drop constraint dossier_status_check;
alter table dossier add constraint dossier_status_check
    check (status in ('BROUILLON', 'EN_COURS', 'ATTRIBUE', 'REJETE', 'LISTE_COMPLEMENTAIRE', 'REORIENTE',
                      'NON_CONFORME', 'IRRECEVABLE', 'CADUC', 'ABANDONNE', 'RETIRE', 'RENONCE', 'LISTE_CLOSE'));

-- What the porteur said of the grant; silence leaves no line.
create table grant_answer (
    dossier     varchar(40)  primary key,
    accepted    boolean      not null,
    motive      varchar(4000),
    answered_by varchar(200) not null,
    answered_at timestamptz  not null
);

-- Money that comes back after a decision, until the reserve list of its jury has moved on.
create table reserve_money (
    id         bigint generated always as identity primary key,
    call       varchar(40)    not null,
    jury       varchar(20)    not null,
    operating  numeric(14, 2) not null,
    investment numeric(14, 2) not null,
    dossier    varchar(40)    not null,
    freed_at   timestamptz    not null,
    handled_at timestamptz
);
create index reserve_money_open on reserve_money (id) where handled_at is null;

-- Who was called from the reserve list, and with whose money. A line never changes.
create table reserve_place (
    id         bigint generated always as identity primary key,
    dossier    varchar(40)    not null,
    call       varchar(40)    not null,
    operating  numeric(14, 2) not null,
    investment numeric(14, 2) not null,
    freed_by   varchar(40),
    motive     varchar(4000),
    called_by  varchar(200)   not null,
    called_at  timestamptz    not null
);
create index reserve_place_call on reserve_place (call, id);

create function reserve_place_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a line of reserve_place never changes';
end $$;
create trigger reserve_place_is_kept before update or delete on reserve_place
    for each row execute function reserve_place_is_kept();

-- A grant that was not accepted is decided no more.
create or replace view money_of_dossier as
select d.number as dossier, d.call, d.jury, s.credit,
       case s.credit when 'OPERATING' then d.requested_operating else d.requested_investment end as asked,
       coalesce(case s.credit when 'OPERATING' then d.granted_operating else d.granted_investment end, 0) as proposed,
       coalesce(case s.credit when 'OPERATING' then g.operating else g.investment end, 0) as decided,
       case when exists (select 1 from notification n where n.dossier = d.number and n.letter = 'GRANTED'
                           and (n.read_at is not null or n.handed_on is not null))
            then coalesce(case s.credit when 'OPERATING' then g.operating else g.investment end, 0)
            else 0 end as notified,
       coalesce((select sum(p.amount) from payment p where p.dossier = d.number and p.credit = s.credit), 0) as paid
from dossier d
cross join (values ('OPERATING'), ('INVESTMENT')) as s (credit)
left join last_decision g on g.dossier = d.number and g.outcome = 'ATTRIBUE' and d.status <> 'RENONCE'
where d.jury is not null;
