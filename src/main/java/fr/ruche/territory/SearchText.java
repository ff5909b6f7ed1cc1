package fr.ruche.territory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as they are compared: small letters and digits, without accents, « St » as « Saint ». */
final class SearchText {

    private static final Set<String> SMALL_WORDS =
            Set.of("d", "l", "de", "du", "des", "le", "la", "les", "a", "au", "aux", "en", "et", "lez", "sur", "sous");

    private SearchText() {}

    static String of(String typed) {
        var plain = Normalizer.normalize(typed.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return Arrays.stream(plain.split(" "))
                .map(word -> switch (word) {
                    case "st" -> "saint";
                    case "ste" -> "sainte";
                    default -> word;
                })
                .collect(Collectors.joining(" "));
    }

    /** The name from each of its words on, with and without its small words. */
    static Set<String> beginnings(String name) {
        var words = List.of(of(name).split(" "));
        var beginnings = new LinkedHashSet<String>();
        addBeginnings(words, beginnings);
        addBeginnings(words.stream().filter(word -> !SMALL_WORDS.contains(word)).toList(), beginnings);
        return beginnings;
    }

    private static void addBeginnings(List<String> words, Set<String> beginnings) {
        for (int from = 0; from < words.size(); from++) {
            beginnings.add(String.join(" ", words.subList(from, words.size())));
        }
    }
}
