-- The open steps as the engine has them; the diagrams say who holds the dossier meanwhile.
with model as (
    select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::boolean[])
        as m (definition, version, step, label, clock, event)
)
insert into engine_step (task_id, dossier, version, step, label, clock, entered_at, due_at, groups, assignee, owner)
select t.task_id, t.business_key as dossier, m.version, t.step, t.label, coalesce(m.clock, '') as clock, t.entered_at, t.due_at,
       t.groups, t.assignee, t.owner
from engine_open_task t
join dossier d on d.number = t.business_key
left join model m on m.definition = t.definition and m.step = t.step and not m.event
union all
select e.task_id, e.business_key, m.version, e.step, m.label, m.clock, now(), null, '{}', null, null
from engine_open_event e
join dossier d on d.number = e.business_key
join model m on m.definition = e.definition and m.step = e.step and m.event
