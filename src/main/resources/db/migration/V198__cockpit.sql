-- What the cockpit counts: how far dossiers came, how long each holder had them, how long each step took. All of it is
-- written in the transaction of what it tells.
alter table dossier
    add column complete boolean not null default false,
    add column version integer,
    add column waits_since timestamptz,
    add column spent_porteur bigint not null default 0,
    add column spent_intercommunality bigint not null default 0,
    add column spent_region bigint not null default 0,
    add column spent_jury bigint not null default 0;

update dossier d set complete = true
where (select c.verdict from completeness_check c where c.dossier = d.number order by c.checked_at desc limit 1) = 'COMPLETE';

-- What follows from the row alone cannot drift from it. milestone: the furthest that a dossier has come, and the one
-- before follows from it; the names are those of fr.ruche.dossier.Milestone.
alter table dossier
    add column holder_kind text generated always as (fiche -> 'holder' ->> 'kind') stored,
    add column granted numeric(13, 2) not null generated always as
        (coalesce(granted_operating, 0) + coalesce(granted_investment, 0)) stored,
    add column milestone smallint not null generated always as
        (case when fiche_received_at is null then 0
              when status = 'ATTRIBUE' then 6
              when jury is not null and coalesce(granted_operating, 0) + coalesce(granted_investment, 0) > 0 then 5
              when jury is not null then 4
              when complete then 3
              when conformity in ('CONFORM', 'CONFORM_WITH_RESERVES') then 2
              else 1 end) stored;

-- version: of the diagram that the dossier followed then. seconds: how long the step lasted; overdue: past its due date.
alter table dossier_step
    add column call varchar(40),
    add column version integer,
    add column seconds bigint generated always as (extract(epoch from (left_at - entered_at))::bigint) stored,
    add column overdue boolean generated always as (left_at > due_at) stored;

update dossier_step s
set call = d.call,
    version = (select p.version_ from act_hi_procinst h join act_re_procdef p on p.id_ = h.proc_def_id_
               where h.business_key_ = s.dossier order by h.start_time_ desc limit 1)
from dossier d
where d.number = s.dossier;

-- How long each had a dossier, counted anew from its steps.
create view dossier_time as
select dossier,
       coalesce(sum(seconds) filter (where clock = 'PORTEUR'), 0)::bigint as porteur,
       coalesce(sum(seconds) filter (where clock = 'INTERCOMMUNALITE'), 0)::bigint as intercommunality,
       coalesce(sum(seconds) filter (where clock = 'REGION'), 0)::bigint as region,
       coalesce(sum(seconds) filter (where clock = 'JURY'), 0)::bigint as jury
from dossier_step group by dossier;

update dossier d
set spent_porteur = t.porteur, spent_intercommunality = t.intercommunality, spent_region = t.region, spent_jury = t.jury,
    version = (select s.version from dossier_step s where s.dossier = d.number order by s.entered_at desc, s.task_id limit 1),
    waits_since = (select max(entered_at) from dossier_step s where s.dossier = d.number and s.left_at is null)
from dossier_time t
where t.dossier = d.number;

-- The figures of a call are read from these alone, without the dossiers, which are wide.
create index dossier_figures on dossier (call)
    include (number, version, milestone, territory, sector, measure, holder_kind, jury, status, requested, granted, step, clock,
             due_at, due_order, waits_since, spent_porteur, spent_intercommunality, spent_region, spent_jury)
    where status <> 'BROUILLON';
create index dossier_step_lasted on dossier_step (call, step, seconds) include (version, clock, overdue)
    where left_at is not null;

-- The load of groups and officers is counted from this one, which lists of tasks walk.
drop index dossier_step_offered;
create index dossier_step_offered on dossier_step (due_order, task_id) include (dossier, groups, assignee)
    where left_at is null and groups <> '{}';
