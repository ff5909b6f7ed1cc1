package fr.ruche.browser;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What an XML model says, however it is written: prefixes, spaces and the order of attributes aside. */
final class SameModel {

    private SameModel() {}

    /** Every element with what it holds, one a line; below the same parent in their own order. */
    static List<String> told(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var lines = new ArrayList<String>();
            tell(
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getDocumentElement(),
                    "",
                    lines);
            return lines;
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void tell(Element element, String above, List<String> lines) {
        var inner = new ArrayList<Element>();
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                inner.add(one);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getTextContent());
            }
        }
        var path = above + "/" + element.getLocalName();
        var id = element.getAttribute("id");
        lines.add(path
                + attributes(element)
                + (inner.isEmpty() ? " " + text.toString().strip() : ""));
        inner.forEach(one -> tell(one, path + (id.isEmpty() ? "" : "#" + id), lines));
    }

    private static String attributes(Element element) {
        var all = new ArrayList<String>();
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns") && attribute.getSpecified()) {
                all.add(attribute.getLocalName() + "=" + value(attribute));
            }
        }
        return all.stream().sorted().collect(Collectors.joining(" ", " [", "]"));
    }

    private static String value(Attr attribute) {
        var value = attribute.getValue();
        if (attribute.getLocalName().equals("type")) {
            return value.replaceFirst("^.*:", "");
        }
        return value.matches("-?\\d+\\.0+") ? value.replaceFirst("\\.0+$", "") : value;
    }
}
