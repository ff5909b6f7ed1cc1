package fr.ruche.review;

import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The texts of a form, which are Markdown with names in double braces. Nothing of them may become a mark-up, a picture
 * or an address of somebody else's choice in an officer's page.
 */
final class FormTexts {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z_]\\w*)\\s*}}");
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!?]|&(?:#|\\w+;)");
    private static final Pattern PICTURE = Pattern.compile("!\\[");
    private static final Pattern TARGET = Pattern.compile("]\\(([^)]*)\\)?");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\s*\\[[^\\]]*]\\s*:");
    private static final Pattern BY_REFERENCE = Pattern.compile("]\\s?\\[");
    private static final Pattern BARE =
            Pattern.compile("(?i)\\w+://|\\bwww\\.|\\b(?:javascript|data|vbscript|mailto):");
    private static final String LINK = "Link";

    private final Set<String> hosts;

    /** @param hosts to which a form may link by {@code https}, beyond the pages of Ruche */
    FormTexts(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** @param told of each fault: its rule, and the part of the text */
    void check(String text, BiConsumer<Rule, String> told) {
        var markup = MARKUP.matcher(text);
        if (markup.find()) {
            told.accept(Rule.FORM_HTML, text.substring(markup.start()));
        }
        links(text, told);
        var rest = NAME.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            told.accept(Rule.FORM_TEMPLATE, text.substring(Math.max(text.indexOf("{{"), 0)));
        }
    }

    private void links(String text, BiConsumer<Rule, String> told) {
        if (PICTURE.matcher(text).find()
                || DEFINITION.matcher(text).find()
                || BY_REFERENCE.matcher(text).find()) {
            told.accept(Rule.FORM_LINK, text);
            return;
        }
        var elsewhere = new StringBuilder();
        var target = TARGET.matcher(text);
        while (target.find()) {
            if (!allowed(target.group(1))) {
                told.accept(Rule.FORM_LINK, target.group());
            }
            target.appendReplacement(elsewhere, "]");
        }
        target.appendTail(elsewhere);
        if (BARE.matcher(elsewhere).find()) {
            told.accept(Rule.FORM_LINK, text);
        }
    }

    private boolean allowed(String target) {
        var name = NAME.matcher(target);
        if (name.matches()) {
            return name.group(1).endsWith(LINK);
        }
        return target.matches("/bureau(?:/[A-Za-z0-9_-]+)*")
                || hosts.stream()
                        .anyMatch(host -> target.matches("https://" + Pattern.quote(host)
                                + "(?:/[A-Za-z0-9._~/-]*)?(?:\\?[A-Za-z0-9._~=&%-]*)?"));
    }

    /** Names every name in braces that is not known here. */
    static void names(String text, Collection<String> known, BiConsumer<Rule, String> told) {
        NAME.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> told.accept(Rule.NAME_UNKNOWN, name));
    }
}
