package fr.ruche.batch;

import java.util.List;

/**
 * What a batch would do, tried on some of its dossiers from each step and rolled back.
 *
 * @param total dossiers of the batch
 * @param tried how many of them were tried
 * @param passed how many of those it would be done to
 * @param refusals why not to the others, the most frequent first
 */
public record Rehearsal(int total, int tried, int passed, List<Refusal> refusals) {

    /**
     * @param answer in French
     * @param dossiers how many refuse for this reason
     * @param example one of them
     */
    public record Refusal(String answer, int dossiers, String example) {}
}
