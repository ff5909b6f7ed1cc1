package fr.ruche.dossier;

import java.util.List;

/**
 * A part of a list.
 *
 * @param page counted from 0
 * @param total of all pages
 */
public record DossierPage(List<DossierSummary> items, int page, int size, long total) {

    public long pages() {
        return (total + size - 1) / size;
    }
}
