package fr.ruche.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which things of a list changed places: as few as possible, the others staying in their order. */
final class Order {

    private Order() {}

    /** Both lists hold each thing once; what only one of them holds is left out. */
    static Set<String> moved(List<String> before, List<String> after) {
        var common = after.stream().filter(before::contains).toList();
        var places = common.stream().map(before::indexOf).toList();
        var moved = new HashSet<>(common);
        longest(places).forEach(at -> moved.remove(common.get(at)));
        return moved;
    }

    /** The places in the list of its longest part that rises. */
    private static List<Integer> longest(List<Integer> values) {
        var length = new int[values.size()];
        var previous = new int[values.size()];
        var best = -1;
        for (var i = 0; i < values.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (var j = 0; j < i; j++) {
                if (values.get(j) < values.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        var part = new ArrayList<Integer>();
        for (var at = best; at >= 0; at = previous[at]) {
            part.add(at);
        }
        Collections.reverse(part);
        return part;
    }
}
