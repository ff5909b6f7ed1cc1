-- What is not tried any more, whether it ever failed or not, word for word as the engine asks for it.
create index ruche_idx_job_given_up on act_ru_job (id_) where retries_ = 0;
