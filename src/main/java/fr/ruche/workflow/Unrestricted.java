package fr.ruche.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs work in one command of the engine without asking its authorizations: for what Ruche does itself, after its own
 * check of who may do it.
 */
@Component
class Unrestricted {

    private final CommandExecutor commands;

    Unrestricted(ProcessEngine engine) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    void run(Runnable work) {
        this.<@Nullable Object>command(context -> {
            work.run();
            return null;
        });
    }

    /** @throws fr.ruche.common.Conflict when somebody else changed the same process meanwhile */
    <T extends @Nullable Object> T command(Command<T> work) {
        try {
            return commands.execute(context -> context.runWithoutAuthorization(work));
        } catch (OptimisticLockingException overtaken) {
            throw DomainFaults.overtaken();
        }
    }
}
