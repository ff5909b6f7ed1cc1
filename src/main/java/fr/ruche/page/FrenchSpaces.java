package fr.ruche.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;

/**
 * Keeps a line from breaking inside French guillemets, before a high punctuation mark, and between a number and its
 * unit, the parts of an hour or its thousands, whoever wrote the text. What stands in a field to be typed over, or in a
 * code, is left as it is.
 */
public class FrenchSpaces extends AbstractTemplateHandler {

    private static final Set<String> UNTOUCHED = Set.of("textarea", "code", "pre", "script", "style");
    private static final Pattern BREAKABLE = Pattern.compile("(?<=\\u00ab) |(?<=\\S) (?=[\\u00bb:;?!](?:\\s|$|[.,)]))"
            + "|(?<=\\d) (?=(?:h|min|s|Mo|%|€)(?![\\p{L}\\d]))|(?<=\\d[ \\u00a0]h|\\d[ \\u00a0]min) (?=\\d)"
            + "|(?<=\\d) (?=\\d{3}(?!\\d))");

    private int untouched;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        untouched += UNTOUCHED.contains(tag.getElementCompleteName()) ? 1 : 0;
        super.handleOpenElement(tag);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        untouched -= UNTOUCHED.contains(tag.getElementCompleteName()) ? 1 : 0;
        super.handleCloseElement(tag);
    }

    @Override
    public void handleText(IText text) {
        super.handleText(untouched > 0 ? text : kept(text));
    }

    private IText kept(IText text) {
        var written = text.getText();
        var kept = BREAKABLE.matcher(written).replaceAll("\u00a0");
        return kept.equals(written) ? text : getContext().getModelFactory().createText(kept);
    }
}
