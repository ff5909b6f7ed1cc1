package fr.ruche.workshop;

import fr.ruche.common.Deed;
import fr.ruche.common.Sentences;
import fr.ruche.workflow.Publications;
import fr.ruche.workflow.ShippedModels;
import fr.ruche.workflow.ShippedModels.Programme;
import fr.ruche.workshop.VersionTables.VersionRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the programmes that come with the program into service when it starts, each as a version and a deployment of its
 * own; nothing happens when it brings nothing new. Where the workshop has put a version into service, that one stays,
 * and what the program brings is a draft.
 */
@Component
class ShippedProgrammes implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedProgrammes.class);

    private final ShippedModels shipped;
    private final Publications publications;
    private final VersionTables tables;
    private final List<StatedFiles> stated;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShippedProgrammes(
            ShippedModels shipped,
            Publications publications,
            VersionTables tables,
            List<StatedFiles> stated,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shipped = shipped;
        this.publications = publications;
        this.tables = tables;
        this.stated = stated;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        shipped.all().forEach(this::bring);
    }

    /** Two instances that start at once do it once: the programme is held meanwhile. */
    void bring(Programme programme) {
        transaction.executeWithoutResult(alone -> {
            tables.add(programme.code(), programme.name(), programme.deployment(), People.RUCHE, clock.instant());
            if (tables.holdProgramme(programme.code()).isEmpty()) {
                throw new IllegalStateException("The programme is gone: " + programme.code());
            }
            var digest = digest(programme.files());
            if (tables.bring(programme.code(), programme.name(), digest)) {
                bringNew(programme);
            }
        });
    }

    private void bringNew(Programme programme) {
        var inService = tables.inService(programme.code()).orElse(null);
        var id = open(programme, inService);
        var number = String.valueOf(tables.find(id).orElseThrow().number());
        if (inService == null || People.RUCHE.equals(inService.publishedBy())) {
            var deployment = publications.publish(programme.deployment(), programme.files());
            var former = inService == null ? Map.<String, byte[]>of() : tables.contents(inService.id());
            stated.forEach(one -> one.bring(programme.code(), former, programme.files(), People.RUCHE));
            tables.publish(id, programme.code(), deployment, People.RUCHE, clock.instant());
            tell(programme, "MODEL_PUBLISHED", Sentences.of("workshop.deed.shipped", number));
        } else {
            var told = Sentences.of("workshop.deed.drafted.SHIPPED", number, String.valueOf(inService.number()));
            LOG.warn(Sentences.of("workshop.shipped.draft", programme.code(), told));
            tell(programme, "MODEL_DRAFTED", told);
        }
    }

    private UUID open(Programme programme, @Nullable VersionRow inService) {
        var now = clock.instant();
        var id = tables.open(
                programme.code(),
                Origin.SHIPPED,
                inService == null ? null : inService.id(),
                Sentences.of("workshop.shipped"),
                People.RUCHE,
                now);
        programme.files().forEach((name, content) -> tables.put(id, name, content, 1, People.RUCHE, now));
        return id;
    }

    private void tell(Programme programme, String action, String told) {
        events.publishEvent(new Deed(Deed.Domain.RULE, programme.code(), action, told));
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, content) -> {
                var called = name.getBytes(StandardCharsets.UTF_8);
                sum.update(ByteBuffer.allocate(8)
                        .putInt(called.length)
                        .putInt(content.length)
                        .flip());
                sum.update(called);
                sum.update(content);
            });
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
