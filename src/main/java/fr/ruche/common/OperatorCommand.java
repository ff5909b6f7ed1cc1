package fr.ruche.common;

import java.util.List;

/** What an operator asks with {@code --ruche.command} of a program that then serves nobody and ends. */
public interface OperatorCommand {

    /** The names by which it is asked. */
    List<String> names();

    /** Does it and writes to the console. @return the exit code: 0 when all is well, 1 when something differs */
    int run(String name);
}
