-- What was paid for a granted dossier. A line never changes: an error is cancelled by a contra-entry.
create table payment (
    id          bigint generated always as identity primary key,
    dossier     varchar(40)    not null,
    credit      varchar(12)    not null check (credit in ('OPERATING', 'INVESTMENT')),
    amount      numeric(14, 2) not null,
    paid_on     date           not null,
    reference   varchar(100)   not null,
    motive      text,
    cancels     bigint         unique references payment,
    recorded_by varchar(200)   not null,
    recorded_at timestamptz    not null,
    check ((cancels is null and amount > 0 and motive is null) or (cancels is not null and amount < 0 and motive is not null))
);
create index payment_dossier on payment (dossier, id);

create function payment_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a payment never changes';
end $$;
create trigger payment_is_kept before update or delete on payment for each row execute function payment_is_kept();

-- The last decision of each dossier.
create view last_decision as
select distinct on (dossier) * from funding_decision order by dossier, decided_at desc;

-- What each dossier asks, is proposed, granted, told of and paid, by section. Read from the dossiers each time, so that
-- no counter can drift from them.
create view money_of_dossier as
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
left join last_decision g on g.dossier = d.number and g.outcome = 'ATTRIBUE'
where d.jury is not null;
