package fr.ruche.audit.web;

import fr.ruche.audit.AuditFilter;
import fr.ruche.common.Deed.Domain;
import fr.ruche.page.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters as they stand in an address, for the page, its files and the API alike. */
final class AuditAddress {

    private AuditAddress() {}

    /** What makes no sense is a fault of {@code typed}. */
    static AuditFilter read(Typed typed) {
        return new AuditFilter(
                typed.day("from"),
                typed.day("to"),
                typed.text("actor"),
                typed.choice("domain", Domain.class),
                typed.text("subject"));
    }

    /** Without the question mark; empty for all facts. */
    static String query(AuditFilter filter) {
        var query = UriComponentsBuilder.newInstance();
        add(query, "from", filter.from());
        add(query, "to", filter.to());
        add(query, "actor", filter.actor());
        add(query, "domain", filter.domain());
        add(query, "subject", filter.subject());
        var text = query.encode().build().getQuery();
        return text == null ? "" : text;
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }
}
