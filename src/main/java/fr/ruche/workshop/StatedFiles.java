package fr.ruche.workshop;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import java.util.List;
import java.util.Map;

/**
 * The files of a kind that the engine does not take, and that come into service with the models of their bundle all the
 * same. All beans of it are asked.
 */
public interface StatedFiles {

    FileKind kind();

    /** What a file of this kind may be called, without the ending; no other name counts. */
    List<Name> names();

    /** What a new file begins with: it has no fault. @param stem one of {@link #names} */
    byte[] starter(String stem);

    /** The words between braces that the text of this file may hold; none for a name that it may not have. */
    List<Word> words(String stem);

    /**
     * What speaks against putting them into service; the field of each fault is its file.
     *
     * @param bundle content by bare file name
     */
    List<Fault> faults(Map<String, byte[]> bundle);

    /**
     * Brings them into service, in the transaction of the caller.
     *
     * @param programme its code
     * @param former the bundle that was in service until now; empty when none was
     * @param author account that is kept with what changes
     * @throws Rejected as {@link #faults} tells before
     */
    void bring(String programme, Map<String, byte[]> former, Map<String, byte[]> bundle, String author);

    /** @param label in French */
    record Name(String stem, String label) {}

    /** @param meaning in French; @param required whether the text must hold it */
    record Word(String name, String meaning, boolean required) {}
}
