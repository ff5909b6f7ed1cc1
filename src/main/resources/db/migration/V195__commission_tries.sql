-- When carrying out was last tried, so that those that are refused do not keep the others waiting.
alter table commission_item add column tried_at timestamptz;
