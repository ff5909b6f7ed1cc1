package fr.ruche.dossier;

/** By what a list is sorted; equal ones by their number. */
public enum DossierSort {
    NUMBER("d.number"),
    NUMBER_DESC("d.number desc"),
    TITLE("lower(d.title) nulls last"),
    DUE("d.dueAt nulls last"),
    RECEIVED("d.ficheReceivedAt desc nulls last"),
    REQUESTED("(d.requestedOperating + d.requestedInvestment) desc"),
    STATUS("d.status");

    private final String order;

    DossierSort(String order) {
        this.order = order;
    }

    String order() {
        return order + ", d.number";
    }
}
