package fr.ruche.dossier;

/**
 * How far the running dossiers of a call follow its current version.
 *
 * @param running how many there are
 * @param left how many of them still follow an older version
 */
public record CallProgress(long running, long left) {

    public long moved() {
        return running - left;
    }
}
