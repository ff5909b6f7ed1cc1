-- What the cockpit compares and draws besides: how far each dossier had come on any day, and every element of the diagram
-- that it passed by. Both are written in the transaction of what they tell.

-- changed_at: by the clock of the program, when it last wrote the row. end_event: at which end of the diagram the process of
-- the dossier came out; null as long as it runs.
alter table dossier
    add column changed_at timestamptz,
    add column end_event varchar(100);

-- How far a dossier had come, and for how much, at the end of each day on which that changed. What it was before stands in
-- the same row, so that the state of a call on a day is a sum over the rows until then. Amounts in cents; a day in Paris.
create table dossier_progress (
    dossier       varchar(40) not null references dossier,
    day           date        not null,
    call          varchar(40) not null,
    milestone     smallint    not null,
    requested     bigint      not null,
    granted       bigint      not null,
    was_milestone smallint    not null,
    was_requested bigint      not null,
    was_granted   bigint      not null,
    primary key (dossier, day)
);
create index dossier_progress_of_call on dossier_progress (call, day)
    include (dossier, milestone, requested, granted, was_milestone, was_requested, was_granted);

create function paris_day(moment timestamptz) returns date language sql stable parallel safe
    return (moment at time zone 'Europe/Paris')::date;

create function dossier_progresses() returns trigger language plpgsql as $$
declare
    today date;
    was_milestone smallint := 0;
    was_requested bigint := 0;
    was_granted bigint := 0;
begin
    if tg_op = 'UPDATE' and old.milestone > 0 then
        was_milestone := old.milestone;
        was_requested := old.requested * 100;
        was_granted := old.granted * 100;
        today := paris_day(case when new.changed_at is distinct from old.changed_at then new.changed_at else now() end);
        -- a fiche may be received before its day by the clock of whoever changes it next
        select greatest(today, max(day)) into today from dossier_progress where dossier = new.number;
    else
        today := paris_day(new.fiche_received_at); -- the day that counts, not the one on which paper was typed in
    end if;
    insert into dossier_progress
    values (new.number, today, new.call, new.milestone,
            case when new.milestone > 0 then new.requested * 100 else 0 end,
            case when new.milestone > 0 then new.granted * 100 else 0 end, was_milestone, was_requested, was_granted)
    on conflict (dossier, day)
    do update set milestone = excluded.milestone, requested = excluded.requested, granted = excluded.granted;
    return null;
end $$;
create trigger dossier_progresses after update on dossier for each row
    when ((old.milestone > 0 or new.milestone > 0)
          and (old.milestone, old.requested, old.granted) is distinct from (new.milestone, new.requested, new.granted))
    execute function dossier_progresses();
create trigger dossier_begins_with_progress after insert on dossier for each row
    when (new.milestone > 0) execute function dossier_progresses();

-- The day on which each milestone was established, by what established it, for the command that compares. Whoever came
-- further on a day had come so far.
create view milestone_evidence as
select dossier, milestone, min(first) over (partition by dossier order by milestone desc) as day
from (select number as dossier, 1 as milestone, paris_day(fiche_received_at) as first
      from dossier where fiche_received_at is not null
      union all
      select dossier, 2, paris_day(min(given_at)) from conformity_opinion
      where verdict in ('CONFORM', 'CONFORM_WITH_RESERVES') group by dossier
      union all
      select dossier, 3, paris_day(min(checked_at)) from completeness_check where verdict = 'COMPLETE' group by dossier
      union all
      select o.dossier, 4, paris_day(min(o.given_at)) from instruction_opinion o
      join dossier d on d.number = o.dossier and d.jury is not null group by o.dossier
      union all
      select dossier, 5, paris_day(min(outcome_at)) from jury_agenda_item
      where outcome in ('FAVORABLE', 'FAVORABLE_PARTIEL', 'FAVORABLE_SOUS_RESERVE', 'LISTE_COMPLEMENTAIRE') group by dossier
      union all
      select dossier, 6, paris_day(min(decided_at)) from funding_decision where outcome = 'ATTRIBUE' group by dossier) as e
where first is not null;

-- Progress as it is made anew: the days of the evidence, and the amounts of today, because nothing else is known of them.
create view progress_by_evidence as
select dossier, day, call, milestone, requested, granted,
       coalesce(lag(milestone) over days, 0)::smallint as was_milestone,
       coalesce(lag(requested) over days, 0) as was_requested, coalesce(lag(granted) over days, 0) as was_granted
from (
    select distinct on (dossier, day) dossier, day, call, milestone, requested, granted
    from (
        select e.dossier, e.day, d.call, max(e.milestone)::smallint as milestone, (d.requested * 100)::bigint as requested,
               case when max(e.milestone) >= 5 then (d.granted * 100)::bigint else 0 end as granted, 0 as rank
        from milestone_evidence e join dossier d on d.number = e.dossier
        where e.milestone <= d.milestone or d.status = 'RENONCE' and e.milestone = 6 -- granted, then declined
        group by e.dossier, e.day, d.call, d.requested, d.granted
        union all
        -- as it is today, since it last changed
        select d.number, greatest(paris_day(d.fiche_received_at), last.day,
                                  coalesce((select max(paris_day(v.at)) from dossier_event v
                                            where v.dossier = d.number and v.kind like 'STATUS_%'), paris_day(d.waits_since))),
               d.call, d.milestone, (d.requested * 100)::bigint, (d.granted * 100)::bigint, 1
        from dossier d
        left join lateral (select max(e.day) as day, max(e.milestone) as milestone from milestone_evidence e
                           where e.dossier = d.number and (e.milestone <= d.milestone or d.status = 'RENONCE')) as last on true
        where d.milestone > 0 and (last.milestone is distinct from d.milestone or d.milestone < 5 and d.granted > 0)
    ) as all_of_them
    order by dossier, day, rank desc
) as last_of_the_day
window days as (partition by dossier order by day);

-- What the dossier says otherwise than its progress, or its progress than the evidence.
create view progress_difference as
select d.number as dossier, 'progress' as field,
       p.milestone || ', ' || p.requested || ', ' || p.granted as kept,
       d.milestone || ', ' || (d.requested * 100)::bigint || ', ' || (d.granted * 100)::bigint as expected
from dossier d
left join lateral (select * from dossier_progress p where p.dossier = d.number order by day desc limit 1) as p on true
where d.milestone > 0
  and (p.milestone, p.requested, p.granted) is distinct from (d.milestone, (d.requested * 100)::bigint, (d.granted * 100)::bigint)
union all
select dossier, 'progressChain', was, before
from (select dossier, was_milestone || ', ' || was_requested || ', ' || was_granted as was,
             coalesce(lag(milestone || ', ' || requested || ', ' || granted) over (partition by dossier order by day),
                      '0, 0, 0') as before from dossier_progress) as chained
where was <> before
union all
select e.dossier, 'progressDay', p.day::text, e.day::text
from milestone_evidence e
join lateral (select min(day) as day from dossier_progress p
              where p.dossier = e.dossier and p.milestone >= e.milestone) as p on p.day <> e.day
union all
select p.dossier, 'call', p.call, d.call
from dossier_progress p join dossier d on d.number = p.dossier
where p.call is distinct from d.call;

insert into dossier_progress select * from progress_by_evidence;

-- The elements of the diagram that a process passed by without waiting: a way, in order. There are few ways, and each is
-- written once; its number follows from its elements.
create table way (
    id       bigint primary key,
    elements text[] not null
);
create function way_id(elements text[]) returns bigint language sql immutable parallel safe
    return ('x' || substr(encode(sha256(convert_to(array_to_string(elements, ' '), 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint;

-- The way by which a dossier came to a step; null where it passed by nothing.
alter table dossier_step add column way bigint;

-- The ways that led to no step: to an end, or to a reminder beside a step.
create table dossier_way (
    id      bigint generated always as identity primary key,
    dossier varchar(40) not null references dossier,
    call    varchar(40) not null,
    version integer     not null,
    way     bigint      not null,
    at      timestamptz not null
);
create index dossier_way_of_dossier on dossier_way (dossier);
create index dossier_way_of_call on dossier_way (call, way) include (version, dossier);

-- What the history of the engine says of the same: every element that a dossier passed by, with the step that came next.
create view engine_passed as
with passed as (
    select h.business_key_::text as dossier, a.proc_inst_id_ as instance, a.act_id_::text as element, p.version_ as version,
           a.start_time_::timestamptz as at, a.sequence_counter_ as rank,
           case when a.task_id_ is not null then a.task_id_::text
                when exists (select 1 from dossier_step s where s.task_id = a.id_) then a.id_::text end as task
    from act_hi_actinst a
    join act_hi_procinst h on h.proc_inst_id_ = a.proc_inst_id_
    join act_re_procdef p on p.id_ = a.proc_def_id_
    join dossier d on d.number = h.business_key_
    where a.act_type_ <> 'multiInstanceBody'
)
select dossier, instance, element, version, at, rank, task,
       count(task) over (partition by instance order by at, rank rows between unbounded preceding and current row)
           - case when task is null then 0 else 1 end as steps_before
from passed;

create view engine_way as
select e.dossier, e.instance, e.steps_before, max(e.version) as version, max(e.at) as at,
       array_agg(e.element order by e.at, e.rank) filter (where e.task is null) as elements,
       max(e.task) as task
from engine_passed e
group by e.dossier, e.instance, e.steps_before
having count(*) filter (where e.task is null) > 0;

-- At which end of the diagram a process came out.
create view engine_end as
select distinct on (h.business_key_) h.business_key_::text as dossier, a.act_id_::text as element
from act_hi_procinst h
join dossier d on d.number = h.business_key_
join act_hi_actinst a on a.proc_inst_id_ = h.proc_inst_id_ and a.act_type_ like '%EndEvent'
where h.end_time_ is not null and not exists (select 1 from act_ru_execution x where x.business_key_ = h.business_key_)
order by h.business_key_, h.start_time_ desc, a.start_time_ desc, a.sequence_counter_ desc;

-- What the ways say otherwise than the history of the engine, as far back as it goes: how often a dossier passed by an
-- element, and at which end it came out.
create view way_difference as
select dossier, 'passed' as field, element || ' ' || coalesce(k.times, 0) as kept, element || ' ' || coalesce(e.times, 0) as expected
from (select dossier, element, count(*) as times
      from (select s.dossier, unnest(w.elements) as element from dossier_step s join way w on w.id = s.way
            union all
            select p.dossier, unnest(w.elements) from dossier_way p join way w on w.id = p.way) as each_one
      group by dossier, element) as k
full join (select dossier, element, count(*) as times from engine_passed where task is null group by dossier, element) as e
    using (dossier, element)
where k.times is distinct from e.times
  and exists (select 1 from act_hi_procinst h where h.business_key_ = dossier)
union all
select d.number, 'endEvent', d.end_event, e.element
from dossier d left join engine_end e on e.dossier = d.number
where d.end_event is distinct from e.element
  and exists (select 1 from act_hi_procinst h where h.business_key_ = d.number);

insert into way (id, elements) select distinct way_id(elements), elements from engine_way;
update dossier_step s set way = way_id(w.elements) from engine_way w where w.task = s.task_id;
insert into dossier_way (dossier, call, version, way, at)
select w.dossier, d.call, w.version, way_id(w.elements), w.at
from engine_way w join dossier d on d.number = w.dossier
where w.task is null;
update dossier d set end_event = e.element from engine_end e where e.dossier = d.number;

-- The figures read these alone. See V198.
drop index dossier_step_lasted;
create index dossier_step_lasted on dossier_step (call, step, seconds) include (version, clock, overdue, way, dossier)
    where left_at is not null;
create index dossier_step_came on dossier_step (call, step) include (version, way, dossier) where left_at is null;
create index dossier_ended on dossier (call, end_event)
    include (number, version, milestone, territory, sector, measure, holder_kind, jury, status, requested)
    where status <> 'BROUILLON' and end_event is not null;
drop index dossier_step_offered;
create index dossier_step_offered on dossier_step (due_order, task_id) include (dossier, groups, assignee, owner)
    where left_at is null and groups <> '{}';

-- What failed, word for word as the engine asks for it: it has no index for that and would read every job.
create index ruche_idx_job_failed on act_ru_job (retries_, id_)
    where exception_stack_id_ is not null or exception_msg_ is not null;
