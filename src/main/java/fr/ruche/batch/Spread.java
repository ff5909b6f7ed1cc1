package fr.ruche.batch;

import fr.ruche.dossier.DossierNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;

/** Some of many dossiers, taken from every step in turn: what becomes of a dossier depends on where it waits. */
final class Spread {

    private Spread() {}

    /** @param step empty where it waits for nothing any more */
    record Place(DossierNumber dossier, String step) {}

    /** The first of each step, then the second of each, and so on, until there are {@code most}. */
    static List<DossierNumber> over(List<Place> all, int most) {
        var steps = new LinkedHashMap<String, Deque<DossierNumber>>();
        all.forEach(one ->
                steps.computeIfAbsent(one.step(), any -> new ArrayDeque<>()).add(one.dossier()));
        var spread = new ArrayList<DossierNumber>();
        while (spread.size() < Math.min(most, all.size())) {
            steps.values().stream()
                    .filter(left -> !left.isEmpty())
                    .limit(most - spread.size())
                    .toList()
                    .forEach(left -> spread.add(left.poll()));
        }
        return spread;
    }
}
