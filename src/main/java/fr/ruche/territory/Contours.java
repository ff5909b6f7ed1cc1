package fr.ruche.territory;

import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The contours of the intercommunalities, which maps draw: imported as GeoJSON, replaced as a whole or not at all. */
@Service
@Transactional
public class Contours {

    private static final int LONGEST_SOURCE = 300;

    private final ContourTables tables;
    private final Territories territories;
    private final DataSize limit;

    Contours(ContourTables tables, Territories territories, @Value("${ruche.contours.max-size:2MB}") DataSize limit) {
        this.tables = tables;
        this.territories = territories;
        this.limit = limit;
    }

    /** How large a file may be ({@code ruche.contours.max-size}), in bytes. */
    public int most() {
        return Math.toIntExact(limit.toBytes());
    }

    /** Where the contours of today come from; empty as long as there are none. */
    @Transactional(readOnly = true)
    public Optional<ContourImport> origin() {
        return tables.latest();
    }

    /**
     * A FeatureCollection (RFC 7946): one feature for each contour, with the properties {@code epci} and {@code name}.
     */
    @Transactional(readOnly = true)
    public String geoJson() {
        return tables.geoJson();
    }

    /** SIREN of those that have a contour. */
    @Transactional(readOnly = true)
    public Set<String> drawn() {
        return tables.drawn();
    }

    /**
     * Puts the contours of a file in the place of all that are there. Who did it, when, and the SHA-256 of the file
     * stay for ever.
     *
     * @param file GeoJSON in UTF-8: a FeatureCollection of Polygon and MultiPolygon, in degrees of WGS 84
     * @param property the one that holds the SIREN; null for whichever holds one in every feature
     * @param source who made them and under which licence
     * @param leaveOthers whether to leave out what the register does not have, instead of refusing the file
     * @throws Forbidden when neither an administrator nor a manager
     * @throws Rejected naming each fault; nothing is changed then
     */
    public ContourReport replace(
            byte[] file, @Nullable String property, @Nullable String source, boolean leaveOthers, Actor by) {
        if (!by.is(Role.ADMINISTRATOR) && !by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("contours.forbidden"));
        }
        return replace(file, property, source, leaveOthers, by.signature());
    }

    ContourReport replace(
            byte[] file, @Nullable String property, @Nullable String source, boolean leaveOthers, String by) {
        if (file.length > most()) {
            throw Rejected.because("file", "SIZE", Sentences.of("contours.size", limit.toKilobytes()));
        }
        var said = said(source);
        var collection = ContourFile.read(file);
        var named = property == null || property.isBlank()
                ? collection.likelyProperty(today())
                : collection.withProperty(property.strip());
        var left = new ArrayList<String>();
        var chosen = chosen(collection, named, leaveOthers, left);
        tables.replace(chosen, said, named, ContourFile.sha256(file), by);
        return new ContourReport(
                named,
                chosen.size(),
                (int) chosen.values().stream()
                        .filter(ContourFile.Outline::rewound)
                        .count(),
                territories.allEpci().stream()
                        .filter(epci -> !chosen.containsKey(epci.siren()))
                        .map(Epci::name)
                        .toList(),
                List.copyOf(left));
    }

    private static String said(@Nullable String source) {
        var said = source == null ? "" : source.strip();
        if (said.isEmpty()) {
            throw Rejected.because("source", "REQUIRED", Sentences.of("contours.source.required"));
        }
        if (said.length() > LONGEST_SOURCE || said.chars().anyMatch(Character::isISOControl)) {
            throw Rejected.because("source", "LENGTH", Sentences.of("contours.source.wrong", LONGEST_SOURCE));
        }
        return said;
    }

    /** By SIREN. */
    private Map<String, ContourFile.Outline> chosen(
            ContourFile collection, String property, boolean leaveOthers, List<String> left) {
        var faults = new ArrayList<Fault>();
        var chosen = new LinkedHashMap<String, ContourFile.Outline>();
        for (var outline : collection.outlines()) {
            var siren = outline.properties().getOrDefault(property, "");
            var known = territories.epci(siren);
            if (known.isPresent() && known.get().successor() == null) {
                if (chosen.putIfAbsent(siren, outline) != null) {
                    faults.add(outline.fault(
                            Sentences.of("contours.twice", siren, known.get().name())));
                }
            } else if (leaveOthers) {
                left.add(outline.called(siren));
            } else if (known.isPresent()) {
                faults.add(outline.fault(Sentences.of("contours.former", siren, successor(known.get()))));
            } else {
                faults.add(outline.fault(Sentences.of("contours.unknown", outline.called(siren))));
            }
        }
        ContourFile.refuse(faults);
        if (chosen.isEmpty()) {
            throw Rejected.because("file", "NONE", Sentences.of("contours.noneKnown"));
        }
        return chosen;
    }

    private String successor(Epci former) {
        return territories.epciToday(former.siren()).map(Epci::name).orElse(String.valueOf(former.successor()));
    }

    private Set<String> today() {
        return territories.allEpci().stream().map(Epci::siren).collect(Collectors.toSet());
    }
}
