package fr.ruche.listing;

import fr.ruche.programme.JuryNames;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the places of one list are called, each looked up once. */
final class PlaceNames {

    private final Territories territories;
    private final JuryNames juries;
    private final Map<String, String> sectors;
    private final Map<String, String> known = new HashMap<>();

    PlaceNames(Territories territories, JuryNames juries) {
        this.territories = territories;
        this.juries = juries;
        this.sectors = territories.sectors().stream().collect(Collectors.toMap(Sector::code, Sector::name));
    }

    @Nullable String commune(@Nullable String code) {
        return named(
                "commune ", code, c -> territories.commune(c).map(Commune::name).orElse(c));
    }

    @Nullable String territory(@Nullable String siren) {
        return named("epci ", siren, s -> territories.epci(s).map(Epci::name).orElse(s));
    }

    @Nullable String sector(@Nullable String code) {
        return named("sector ", code, c -> sectors.getOrDefault(c, c));
    }

    @Nullable String jury(@Nullable String jury) {
        return named("jury ", jury, juries::title);
    }

    private @Nullable String named(String kind, @Nullable String code, UnaryOperator<String> name) {
        return code == null ? null : known.computeIfAbsent(kind + code, any -> name.apply(code));
    }
}
