-- To whom a step is offered and who has it: the lists of tasks ask here, and not the engine, which has no index for them.
-- Kept in the engine's own transaction, as the rest of the row is.
alter table dossier_step
    add column groups   text[] not null default '{}',
    add column assignee text,
    add column owner    text,
    add column due_order timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored;

-- What the engine says of every open user task, in the words of dossier_step. Its moments are in the time zone of the
-- program, which is that of the session.
create view engine_open_task as
select t.id_::text as task_id, d.key_::text as process, t.proc_def_id_::text as definition, i.business_key_::text as business_key,
       t.task_def_key_::text as step, t.name_::text as label, t.create_time_::timestamptz as entered_at,
       t.due_date_::timestamptz as due_at, t.assignee_::text as assignee, t.owner_::text as owner,
       array(select l.group_id_::text from act_ru_identitylink l
             where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
             order by l.group_id_::text collate "C") as groups
from act_ru_task t
join act_re_procdef d on d.id_ = t.proc_def_id_
join act_ru_execution i on i.id_ = t.proc_inst_id_;

-- The same of every event on which a process waits; whether it counts as a step is in the diagram.
create view engine_open_event as
select x.act_inst_id_::text as task_id, d.key_::text as process, x.proc_def_id_::text as definition,
       i.business_key_::text as business_key, x.act_id_::text as step
from act_ru_execution x
join act_re_procdef d on d.id_ = x.proc_def_id_
join act_ru_execution i on i.id_ = x.proc_inst_id_
where x.is_active_ and x.act_id_ is not null and x.act_inst_id_ is not null;

update dossier_step s set groups = t.groups, assignee = t.assignee, owner = t.owner
from engine_open_task t where t.task_id = s.task_id and s.left_at is null;

-- Nearly every task is offered to one group: its index is walked in the order of due dates. The few that are offered to
-- several are gathered.
create index dossier_step_of_group on dossier_step ((groups[1]), due_order, task_id)
    where left_at is null and groups <> '{}';
create index dossier_step_free on dossier_step ((groups[1]), due_order, task_id)
    where left_at is null and groups <> '{}' and assignee is null;
create index dossier_step_shared on dossier_step using gin (groups) where left_at is null and cardinality(groups) > 1;
create index dossier_step_taken on dossier_step (assignee, due_order, task_id) where left_at is null and groups <> '{}';
create index dossier_step_offered on dossier_step (due_order, task_id) where left_at is null and groups <> '{}';
-- One dossier waits at few steps at once: what the commands that compare with the engine ask.
create index dossier_step_open on dossier_step (dossier) where left_at is null;
