-- Every completion asks for the subtasks of a task, and the engine has no index for it: it reads all open tasks each
-- time. Nothing of ours makes subtasks, so the index stays empty and costs nothing.
create index ruche_idx_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
