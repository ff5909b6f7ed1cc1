package fr.ruche.workflow;

import java.util.Set;

/** Who is kept from what a process is about, whatever groups its tasks are offered to. */
public interface TaskBarrier {

    /** The accounts to which the tasks of this process stay closed; the engine asks when it makes a task. */
    Set<String> keptFrom(String businessKey);
}
