package fr.ruche.workshop;

import java.util.List;
import java.util.Map;

/** What has to agree, beyond the review of the files, before a version counts as tested. All beans of it are asked. */
public interface Trial {

    /**
     * Holds a version against what it has to do; it changes nothing.
     *
     * @param files its content by bare file name, reviewed without error
     * @return why it is not to be approved yet, a French sentence each; empty when nothing speaks against it
     */
    List<String> objections(Map<String, byte[]> files);
}
