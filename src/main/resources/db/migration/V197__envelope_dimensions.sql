-- An envelope is of a jury, a section, a year of the budget and, where money is kept for one, a measure.
alter table envelope add column measure varchar(10);
alter table envelope add column year smallint not null default extract(year from now() at time zone 'Europe/Paris');
alter table envelope drop constraint envelope_call_jury_credit_key;
alter table envelope add constraint envelope_dimensions unique nulls not distinct (call, jury, credit, measure, year);

-- From which envelope a dossier that holds nothing yet would draw: of this year, else of the last one before, else of
-- the first one to come; then the one kept for its measure before the one for all.
create function drawn_envelope(of_call varchar, of_jury varchar, of_credit varchar, of_measure varchar) returns uuid
language sql stable as $$
    select e.id
    from envelope e, (select extract(year from now() at time zone 'Europe/Paris') as year) this
    where e.call = of_call and e.jury = of_jury and e.credit = of_credit
      and (e.measure is null or e.measure = of_measure)
    order by e.year > this.year, abs(e.year - this.year), e.measure is null
    limit 1
$$;

-- Which envelopes the money came from.
alter table reserve_money add column operating_envelope uuid references envelope;
alter table reserve_money add column investment_envelope uuid references envelope;

-- What each of the envelopes of a session held when its scenario was validated.
alter table deliberation add column held jsonb;
update deliberation set held = jsonb_build_array(
    jsonb_build_object('credit', 'OPERATING', 'measure', null, 'available', held_operating),
    jsonb_build_object('credit', 'INVESTMENT', 'measure', null, 'available', held_investment))
where held_operating is not null;
alter table deliberation drop column held_operating, drop column held_investment;

create or replace view money_of_dossier as
select d.number as dossier, d.call, d.jury, s.credit,
       case s.credit when 'OPERATING' then d.requested_operating else d.requested_investment end as asked,
       coalesce(case s.credit when 'OPERATING' then d.granted_operating else d.granted_investment end, 0) as proposed,
       coalesce(case s.credit when 'OPERATING' then g.operating else g.investment end, 0) as decided,
       case when exists (select 1 from notification n where n.dossier = d.number and n.letter = 'GRANTED'
                           and (n.read_at is not null or n.handed_on is not null))
            then coalesce(case s.credit when 'OPERATING' then g.operating else g.investment end, 0)
            else 0 end as notified,
       coalesce((select sum(p.amount) from payment p where p.dossier = d.number and p.credit = s.credit), 0) as paid,
       d.measure,
       -- The envelope that holds its money; null as long as nothing is committed.
       (select c.envelope from envelope_commitment c join envelope e on e.id = c.envelope
        where c.dossier = d.number and c.released_at is null and e.credit = s.credit limit 1) as envelope
from dossier d
cross join (values ('OPERATING'), ('INVESTMENT')) as s (credit)
left join last_decision g on g.dossier = d.number and g.outcome = 'ATTRIBUE' and d.status <> 'RENONCE'
where d.jury is not null;
