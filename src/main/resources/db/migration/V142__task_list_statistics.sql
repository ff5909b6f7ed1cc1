-- How many open tasks a group has: without it the database takes every group for small, gathers all its tasks and sorts
-- them, and walks all open tasks for those of several groups, instead of walking the index of the group.
create statistics ruche_stat_task_group on (groups[1]) from dossier_step;
analyze dossier_step;
