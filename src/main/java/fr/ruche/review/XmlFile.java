package fr.ruche.review;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that cannot hurt whoever reads it: no document type, no entity, no processing instruction, no other
 * encoding than the one in which it is looked at here, and no more than the limits allow.
 */
final class XmlFile {

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+version=(['\"])1\\.0\\1"
            + "(\\s+encoding=(['\"])(?i:utf-8)\\3)?(\\s+standalone=(['\"])(yes|no)\\5)?\\s*\\?>");
    private static final Pattern TYPE = Pattern.compile("<!\\s*(?!--|\\[CDATA\\[)\\S", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> prefixes;
    private final Limits limits;
    private final Complaints complaints;
    private int elements;

    private XmlFile(Map<String, String> prefixes, Limits limits, Complaints complaints) {
        this.prefixes = prefixes;
        this.limits = limits;
        this.complaints = complaints;
    }

    private static XMLInputFactory readers() {
        var readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
        readers.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched.");
        });
        return readers;
    }

    /** @param prefixes from the namespaces that are known to the prefix under which this package names them */
    static Optional<Node> read(byte[] bytes, Map<String, String> prefixes, Limits limits, Complaints complaints) {
        return Source.of(bytes, limits, complaints)
                .filter(text -> harmless(text, complaints))
                .flatMap(text -> new XmlFile(prefixes, limits, complaints).parse(text));
    }

    private static boolean harmless(String text, Complaints complaints) {
        if (TYPE.matcher(text).find()) {
            complaints.whole(Rule.DOCTYPE);
            return false;
        }
        var declared = DECLARATION.matcher(text);
        var body = declared.lookingAt() ? text.substring(declared.end()) : text;
        if (body.startsWith("<?xml ")) {
            complaints.whole(Rule.ENCODING);
            return false;
        }
        if (body.contains("<?")) {
            complaints.whole(Rule.INSTRUCTION);
            return false;
        }
        return true;
    }

    private Optional<Node> parse(String text) {
        try {
            var reader = readers().createXMLStreamReader(new StringReader(text));
            try {
                return Optional.ofNullable(tree(reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            var at = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            complaints.add(Rule.UNREADABLE, "", Math.max(at, 0), reason(broken));
            return Optional.empty();
        }
    }

    /** What the parser says after its own location. */
    private static String reason(XMLStreamException broken) {
        var said = String.valueOf(broken.getMessage());
        return said.substring(said.indexOf("Message: ") < 0 ? 0 : said.indexOf("Message: ") + 9);
    }

    private @Nullable Node tree(XMLStreamReader reader) throws XMLStreamException {
        Node root = null;
        Node open = null;
        var depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = element(reader, open);
                    root = root == null ? open : root;
                    depth++;
                    if (depth > limits.depth()) {
                        complaints.add(Rule.TOO_DEEP, open, limits.depth());
                        return null;
                    }
                    if (++elements > limits.elements()) {
                        complaints.whole(Rule.TOO_MANY, limits.elements());
                        return null;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open = open == null ? null : open.parent();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open != null) {
                        open.write(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> {
                    complaints.whole(Rule.DOCTYPE);
                    return null;
                }
                default -> {} // blanks and comments
            }
        }
        return root;
    }

    private Node element(XMLStreamReader reader, @Nullable Node parent) {
        var node = new Node(
                name(reader.getNamespaceURI(), reader.getLocalName()),
                reader.getLocation().getLineNumber(),
                parent);
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = reader.getAttributeNamespace(i);
            var local = reader.getAttributeLocalName(i);
            node.attributes()
                    .put(
                            namespace == null || namespace.isEmpty() ? local : name(namespace, local),
                            reader.getAttributeValue(i));
        }
        return node;
    }

    private String name(@Nullable String namespace, String local) {
        var prefix = prefixes.get(namespace == null ? "" : namespace);
        return prefix == null ? "{" + (namespace == null ? "" : namespace) + "}" + local : prefix + ":" + local;
    }
}
