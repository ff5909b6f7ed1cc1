package fr.ruche.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.ruche.common.Rejected;
import fr.ruche.common.Rna;
import fr.ruche.common.Sentences;
import fr.ruche.common.Siren;
import fr.ruche.common.Siret;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Milestone;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.Measure;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import java.net.URLDecoder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads a list from the parameters of an address, which people share, keep and change by hand. */
@Component
public class ListAddresses {

    /** Who may hold a dossier. */
    public static final List<String> CLOCKS = List.of("PORTEUR", "INTERCOMMUNALITE", "REGION", "JURY");

    private static final int MOST_WORDS = 200;
    private static final int MOST_PARAMETERS = 100;
    private static final Pattern STEP = Pattern.compile("[A-Za-z]\\w{0,99}");
    private static final Pattern DIFFICULTY = Pattern.compile("\\d{1,3}|" + DossierFilter.NO_DIFFICULTY);
    private static final Pattern RULE = Pattern.compile("[A-Z]{2,10}-\\d{1,3}");

    private final Calls calls;
    private final Territories territories;

    ListAddresses(Calls calls, Territories territories) {
        this.calls = calls;
        this.territories = territories;
    }

    /**
     * @param usual the order when the address names none
     * @throws Rejected naming each parameter that makes no sense; those that are no filter are not looked at
     */
    public Listing read(MultiValueMap<String, String> parameters, DossierSort usual) {
        return read(Typed.of(parameters), usual);
    }

    /** From the query of an address, such as {@link Listing#query()} writes it. */
    public Listing read(String query) {
        return read(parameters(query), Listing.USUAL);
    }

    /** The parameters in the query of an address; one that cannot be decoded is left out. */
    public static MultiValueMap<String, String> parameters(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var pair : query.split("&", MOST_PARAMETERS)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(equals + 1))
                        .ifPresent(value -> parameters.add(pair.substring(0, equals), value));
            }
        }
        return parameters;
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Listing read(Typed typed, DossierSort usual) {
        var filter = DossierFilter.ALL.with(terms -> {
            terms.call = among(typed, "call", calls.all().stream().map(Call::code));
            terms.status = typed.choice("status", DossierStatus.class);
            terms.step = shaped(typed, "step", STEP);
            terms.clock = among(typed, "clock", CLOCKS.stream());
            terms.measure = among(typed, "measure", measures());
            terms.territory = known(typed, "territory", territory(typed).isPresent());
            terms.sector = among(typed, "sector", territories.sectors().stream().map(Sector::code));
            terms.jury = known(typed, "jury", jury(typed));
            terms.words = words(typed);
            terms.due = due(typed);
            terms.organisation = organisation(typed);
            terms.rule = shaped(typed, "rule", RULE);
            terms.requestedFrom = typed.euros("requestedFrom");
            terms.requestedTo = typed.euros("requestedTo");
            terms.receivedFrom = typed.day("receivedFrom");
            terms.receivedTo = typed.day("receivedTo");
            terms.reached = typed.choice("reached", Milestone.class);
            terms.holderKind = typed.choice("holderKind", HolderKind.class);
            terms.version = typed.whole("version");
            terms.end = shaped(typed, "end", STEP);
            terms.difficulty = shaped(typed, "difficulty", DIFFICULTY);
            terms.marked = flag(typed, "marked");
        });
        var sort = Objects.requireNonNullElse(typed.choice("sort", DossierSort.class), usual);
        inOrder(typed, "requestedTo", filter.requestedFrom(), filter.requestedTo());
        inOrder(typed, "receivedTo", filter.receivedFrom(), filter.receivedTo());
        typed.ifWrong();
        return new Listing(filter, sort);
    }

    private Stream<String> measures() {
        return calls.all().stream()
                .flatMap(call -> call.parameters().measures().stream())
                .map(Measure::code);
    }

    private Optional<?> territory(Typed typed) {
        return territories.epci(typed.value("territory").strip());
    }

    private boolean jury(Typed typed) {
        var jury = typed.value("jury").strip();
        return jury.equals("regional") || territories.epci(jury).isPresent();
    }

    private static @Nullable String words(Typed typed) {
        var field = typed.text("words") == null ? "q" : "words";
        var words = typed.text(field);
        return words != null && words.length() > MOST_WORDS
                ? typed.wrong(field, "LENGTH", Sentences.of("list.words.length", MOST_WORDS))
                : words;
    }

    /** {@code late=true} says the same as {@code due=LATE}. */
    private static @Nullable Due due(Typed typed) {
        var late = flag(typed, "late");
        var due = typed.choice("due", Due.class);
        return due == null && late ? Due.LATE : due;
    }

    private static boolean flag(Typed typed, String field) {
        var text = typed.text(field);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            typed.wrong(field, "CHOICE", Sentences.of("typed.choice", text));
        }
        return typed.ticked(field);
    }

    private static @Nullable String organisation(Typed typed) {
        var text = typed.text("organisation");
        if (text == null) {
            return null;
        }
        return Stream.of(
                        Siret.parse(text).map(Siret::value),
                        Siren.parse(text).map(Siren::value),
                        Rna.parse(text).map(Rna::value))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> typed.wrong("organisation", "NUMBER", Sentences.of("list.organisation.wrong", text)));
    }

    private static @Nullable String among(Typed typed, String field, Stream<String> known) {
        var text = typed.text(field);
        return known(typed, field, text != null && known.anyMatch(text::equals));
    }

    private static @Nullable String shaped(Typed typed, String field, Pattern shape) {
        var text = typed.text(field);
        return known(typed, field, text != null && shape.matcher(text).matches());
    }

    private static @Nullable String known(Typed typed, String field, boolean known) {
        var text = typed.text(field);
        return text == null || known ? text : typed.wrong(field, "CHOICE", Sentences.of("typed.choice", text));
    }

    private static <T extends Comparable<? super T>> void inOrder(
            Typed typed, String field, @Nullable T from, @Nullable T to) {
        if (from != null && to != null && from.compareTo(to) > 0) {
            typed.wrong(field, "ORDER", Sentences.of("list.order"));
        }
    }
}
