-- Writes what differs; the statements are run one after the other.
update dossier_step s
set dossier = e.dossier, version = e.version, step = e.step, label = e.label, clock = e.clock, due_at = e.due_at, groups = e.groups,
    assignee = e.assignee, owner = e.owner, left_at = null, left_by = null, left_for = null,
    completed = null
from engine_step e
where e.task_id = s.task_id
  and (s.left_at is not null
       or (s.dossier, s.version, s.step, s.label, s.clock, s.due_at, s.groups, s.assignee, s.owner)
          is distinct from (e.dossier, e.version, e.step, e.label, e.clock, e.due_at, e.groups, e.assignee, e.owner));

insert into dossier_step (task_id, dossier, call, version, step, label, clock, entered_at, due_at, groups, assignee, owner)
select e.task_id, e.dossier, d.call, e.version, e.step, e.label, e.clock, e.entered_at, e.due_at, e.groups, e.assignee,
       e.owner
from engine_step e join dossier d on d.number = e.dossier
where not exists (select 1 from dossier_step s where s.task_id = e.task_id);

update dossier_step s
set left_at = coalesce((select h.end_time_::timestamptz from act_hi_taskinst h where h.id_ = s.task_id), now()),
    completed = exists (select 1 from act_hi_taskinst h where h.id_ = s.task_id and h.delete_reason_ = 'completed')
where s.left_at is null and not exists (select 1 from engine_step e where e.task_id = s.task_id);

with waits as (
    select distinct on (e.dossier) e.dossier, e.step, e.label, e.clock, e.due_at, e.version, coalesce(s.entered_at + s.paused * interval '1 second', e.entered_at) as since
    from engine_step e left join dossier_step s on s.task_id = e.task_id
    order by e.dossier, coalesce(s.entered_at, e.entered_at) desc, e.task_id
)
update dossier d
set step = w.step, step_label = w.label, clock = w.clock, due_at = w.due_at, waits_since = w.since,
    version = coalesce(w.version, d.version)
from dossier o left join waits w on w.dossier = o.number
where o.number = d.number
  and (d.step is not null or w.dossier is not null)
  and (d.step, d.step_label, d.clock, d.due_at, d.waits_since, d.version)
      is distinct from (w.step, w.label, w.clock, w.due_at, w.since, coalesce(w.version, d.version));

update dossier_step s set call = d.call
from dossier d
where d.number = s.dossier and s.call is distinct from d.call;

update dossier d
set spent_porteur = t.porteur, spent_intercommunality = t.intercommunality, spent_region = t.region,
    spent_jury = t.jury
from dossier_time t
where t.dossier = d.number
  and (d.spent_porteur, d.spent_intercommunality, d.spent_region, d.spent_jury)
      is distinct from (t.porteur, t.intercommunality, t.region, t.jury);

with rules as (
    select d.number, array(select distinct failure ->> 'rule' from jsonb_array_elements(e.result -> 'failures') as failure
                         order by 1) as rules
    from dossier d
    cross join lateral (select result from rule_evaluation r where r.dossier = d.number order by r.id desc limit 1) as e
)
update dossier d set failed_rules = r.rules
from rules r
where r.number = d.number and array(select unnest(d.failed_rules) order by 1) <> r.rules;

with words as (
    select d.number,
           concat_ws(' ', d.number, d.title, d.organisation, d.commune_name, d.territory_name, d.fiche ->> 'summary') as words
    from dossier d
)
update dossier d set search_text = w.words
from words w
where w.number = d.number and d.search_text <> w.words;

delete from dossier_progress where dossier in (select dossier from progress_difference);

insert into dossier_progress
select e.* from progress_by_evidence e
where not exists (select 1 from dossier_progress p where p.dossier = e.dossier);

insert into way (id, elements) select distinct way_id(elements), elements from engine_way
on conflict (id) do nothing;

delete from dossier_way where dossier in (select dossier from way_difference where field = 'passed');

with wrong as materialized (
    select distinct dossier from way_difference where field = 'passed'
), ways as (
    select s.task_id, way_id(w.elements) as way
    from dossier_step s join wrong on wrong.dossier = s.dossier left join engine_way w on w.task = s.task_id
)
update dossier_step s set way = w.way
from ways w
where w.task_id = s.task_id and s.way is distinct from w.way;

insert into dossier_way (dossier, call, version, way, at)
select w.dossier, d.call, w.version, way_id(w.elements), w.at
from engine_way w join dossier d on d.number = w.dossier
where w.task is null and w.dossier in (select dossier from way_difference where field = 'passed');

update dossier d set end_event = w.expected
from way_difference w
where w.dossier = d.number and w.field = 'endEvent'
